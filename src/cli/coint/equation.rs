//! The methods with one series on the left-hand side.

use anyhow::bail;
use serde::Serialize;
use yalu::cointegration::long_run::{Ccr, Dols, Dynamics, Fmols, LongRunFit};
use yalu::cointegration::residual::{EngleGranger, GregoryHansen, PhillipsOuliaris};
use yalu::hypothesis::{Setting, test_table};
use yalu::regression::{Coefficient, Criterion};
use yalu::unit_root::Terms;
use yalu::{Note, Sample, Series, TestReport};

use super::{Args, Method};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

pub fn answer(args: &Args, method: Method, series: &[Series], answer: Answer) -> anyhow::Result<Answer> {
    let [y, x @ ..] = series else { bail!("no series to test — name two or more") };
    let x: Vec<&Series> = x.iter().collect();
    match method {
        Method::Dols | Method::Fmols | Method::Ccr => {
            let fit = estimate(args, method, y, &x)?;
            let answer = answer.result(&Estimate::of(method, y, &fit))?;
            Ok(answer.table(fit.table()).notes(fit.notes()))
        }
        _ => {
            let reports = reports(args, method, y, &x)?;
            reports.iter().try_fold(answer.table(test_table(&reports)), |answer, report| answer.result(report))
        }
    }
}

fn reports(args: &Args, method: Method, y: &Series, x: &[&Series]) -> anyhow::Result<Vec<TestReport>> {
    let (terms, lags, df) = (args.terms.map(Terms::from), args.lags.lags(Criterion::Aic), args.min_df);
    let (bandwidth, kernel) = (args.bandwidth, args.kernel.map(Into::into));
    Ok(match method {
        Method::PhillipsOuliaris => {
            let test = PhillipsOuliaris::of(y).on(x).min_df(df);
            set!(test, terms = terms, bandwidth = bandwidth, kernel = kernel).run()?.reports().to_vec()
        }
        Method::GregoryHansen => {
            let test = set!(GregoryHansen::of(y).on(x).min_df(df), shift = args.shift.map(Into::into), lags = lags);
            set!(test, bandwidth = bandwidth, kernel = kernel).run()?.reports().to_vec()
        }
        _ => {
            let test = EngleGranger::of(y).on(x).min_df(df);
            set!(test, terms = terms, lags = lags).run()?.reports().to_vec()
        }
    })
}

fn estimate(args: &Args, method: Method, y: &Series, x: &[&Series]) -> anyhow::Result<LongRunFit> {
    let terms = args.terms.map(Terms::from);
    let (bandwidth, kernel) = (args.bandwidth, args.kernel.map(Into::into));
    Ok(match method {
        Method::Fmols => set!(Fmols::of(y).on(x), terms = terms, bandwidth = bandwidth, kernel = kernel).run()?,
        Method::Ccr => set!(Ccr::of(y).on(x), terms = terms, bandwidth = bandwidth, kernel = kernel).run()?,
        _ => {
            let test = set!(Dols::of(y).on(x), terms = terms, bandwidth = bandwidth, kernel = kernel);
            set!(test, dynamics = dynamics(args)?).run()?
        }
    })
}

/// As many leads as lags unless said.
fn dynamics(args: &Args) -> anyhow::Result<Option<Dynamics>> {
    let lags = &args.lags;
    if let Some(lags) = lags.lags {
        return Ok(Some(Dynamics::Given { leads: args.leads.unwrap_or(lags), lags }));
    }
    if lags.select.is_none() && lags.max_lags.is_none() {
        return Ok(None);
    }
    match lags.select.map_or(Some(Criterion::Bic), |rule| rule.criterion()) {
        Some(criterion) => Ok(Some(Dynamics::Chosen { criterion, most: lags.max_lags })),
        None => bail!("dols chooses leads and lags by aic, bic or hq — name one of these, or give --lags"),
    }
}

/// A long-run estimate for a machine.
#[derive(Serialize)]
struct Estimate<'a> {
    model: &'static str,
    response: &'a str,
    coefficients: Vec<Coefficient>,
    long_run_variance: f64,
    bandwidth: f64,
    sample: Sample,
    settings: &'a [Setting],
    notes: &'a [Note],
}

impl<'a> Estimate<'a> {
    fn of(method: Method, y: &'a Series, fit: &'a LongRunFit) -> Self {
        let model = match method {
            Method::Fmols => "fmols",
            Method::Ccr => "ccr",
            _ => "dols",
        };
        Self {
            model,
            response: y.name(),
            coefficients: fit.tidy(),
            long_run_variance: fit.long_run_variance(),
            bandwidth: fit.bandwidth(),
            sample: fit.sample(),
            settings: fit.settings(),
            notes: fit.notes(),
        }
    }
}
