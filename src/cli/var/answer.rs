//! The page that answers, table by table.

use yalu::regression::Criterion;
use yalu::var::{Bootstrap, SvarResult, Var, VarResult, residuals_in_words};
use yalu::{Error, ErrorKind, Frame, Series, TestReport};

use super::json::{Decomposition, ForecastResult, Model, ResponsesResult, Selection};
use super::shocks::identified;
use super::{Args, Seasons, Shock};
use crate::cli::answer::Answer;

/// The most lags a criterion may choose unless said.
const LONGEST: usize = 4;
/// The last horizon of responses and decompositions unless said.
const HORIZON: usize = 10;
/// Periods beyond the lags over which residuals are tested unless said.
const BEYOND: usize = 4;

pub fn answer(args: &Args, frame: &Frame, mut answer: Answer) -> anyhow::Result<Answer> {
    let read = |texts: &[String]| texts.iter().map(|text| frame.expression(text)).collect::<Result<Vec<Series>, _>>();
    let (series, exogenous) = (read(&args.series)?, read(&args.terms.exogenous)?);
    let series: Vec<&Series> = series.iter().collect();
    let exogenous: Vec<&Series> = exogenous.iter().collect();
    let var = restricted(args, terms(args, Var::of(&series).exogenous(&exogenous)));
    if args.asked.selection || args.lags.select.is_some() {
        let selection = var.selection(args.lags.max_lags.unwrap_or(LONGEST))?;
        answer = answer.result(&Selection::of(&selection))?.table(selection.table());
    }
    let model = var.run()?;
    answer = answer.result(&Model::of(&model))?.records(model.table());
    answer = answer.table(model.page()).words(model.in_words());
    if args.asked.roots {
        answer = answer.table(model.roots_table());
    }
    answer = restrictions(&model, answer)?;
    if args.asked.residual_tests {
        answer = residual_tests(args, &model, answer)?;
    }
    let horizon = args.asked.horizon.unwrap_or(HORIZON);
    let svar = args.shocks.identify(&model)?;
    if let Some(svar) = &svar {
        answer = identified(svar, answer)?;
    }
    if let Some(shock) = args.asked.responses {
        answer = responses(args, shock, &model, svar.as_ref(), answer)?;
    }
    if args.asked.fevd {
        let (shares, table) = match &svar {
            Some(svar) => (svar.variance_decomposition(horizon)?, svar.variance_decomposition_table(horizon)?),
            None => (model.variance_decomposition(horizon)?, model.variance_decomposition_table(horizon)?),
        };
        answer = answer.result(&Decomposition::of(shares))?.table(table);
    }
    answer = args.shocks.history(&model, svar.as_ref(), answer)?;
    if let Some(ahead) = args.asked.forecast {
        let forecast = model.forecast_with(ahead, 1.0 - args.level, &exogenous)?;
        answer = answer.result(&ForecastResult::of(&forecast, 1.0 - args.level))?.table(forecast.table());
    }
    Ok(answer)
}

/// Responses to a shock, with asymptotic bands or those of draws.
fn responses(
    args: &Args,
    shock: Shock,
    model: &VarResult,
    svar: Option<&SvarResult>,
    answer: Answer,
) -> anyhow::Result<Answer> {
    let (horizon, cumulative) = (args.asked.horizon.unwrap_or(HORIZON), args.asked.cumulative);
    let structural = || {
        svar.ok_or_else(|| {
            Error::new(ErrorKind::Argument, "structural shocks are not told apart")
                .remedy("give --a, --b or --long-run, for instance --b \"* 0; * *\"")
        })
    };
    if args.shocks.draws_bands() {
        let bootstrap = match shock.impulse() {
            Some(impulse) => Bootstrap::of(model).impulse(impulse),
            None => Bootstrap::structural(structural()?),
        };
        let bootstrap = if cumulative { bootstrap.cumulative() } else { bootstrap };
        return args.shocks.bands(bootstrap.horizon(horizon), 1.0 - args.level, answer);
    }
    let responses = match (shock.impulse(), cumulative) {
        (Some(impulse), false) => model.responses(impulse, horizon)?,
        (Some(impulse), true) => model.cumulative_responses(impulse, horizon)?,
        (None, false) => structural()?.responses(horizon)?,
        (None, true) => structural()?.cumulative_responses(horizon)?,
    };
    let answer = answer.result(&ResponsesResult::of(&responses, cumulative, args.level)?)?;
    Ok(responses.tables().into_iter().fold(answer, Answer::table))
}

fn terms<'a>(args: &Args, mut var: Var<'a>) -> Var<'a> {
    let terms = &args.terms;
    if terms.no_constant {
        var = var.no_constant();
    }
    if terms.trend {
        var = var.trend();
    }
    var = match terms.seasonal {
        None => var,
        Some(Seasons::Plain) => var.seasonal(),
        Some(Seasons::Centred) => var.centred_seasonal(),
    };
    terms.dummies.indicators().fold(var, |var, dummy| var.indicator(dummy))
}

fn restricted<'a>(args: &Args, mut var: Var<'a>) -> Var<'a> {
    let (lags, restrictions) = (&args.lags, &args.restrictions);
    if let Some(lags) = lags.lags {
        var = var.lags(lags);
    }
    if !lags.lag_subset.is_empty() {
        var = var.lag_subset(&lags.lag_subset);
    }
    if let Some(criterion) = lags.select {
        var = var.select(Criterion::from(criterion), lags.max_lags.unwrap_or(LONGEST));
    }
    var = restrictions.restrict.iter().fold(var, |var, (equation, term)| var.zero(equation, term));
    if let Some(rule) = restrictions.eliminate {
        var = var.eliminate(if restrictions.keep_fixed { rule.keep_fixed() } else { rule });
    }
    restrictions.estimator.map_or(var.clone(), |estimator| var.estimator(estimator.into()))
}

/// What left by a rule, and the test of all zeros.
fn restrictions(model: &VarResult, mut answer: Answer) -> anyhow::Result<Answer> {
    if !model.eliminated().is_empty() {
        answer = answer.table(model.eliminated_table());
    }
    if model.free_coefficients() == model.terms().len() * model.names().len()
        && model.lags_included().len() == model.lags()
    {
        return Ok(answer);
    }
    let test = model.restriction_test()?;
    let answer = test.reports().iter().try_fold(answer, |answer, report| answer.result(report))?;
    Ok(answer.table(test.table()))
}

fn residual_tests(args: &Args, model: &VarResult, answer: Answer) -> anyhow::Result<Answer> {
    let serial = model.serial_correlation(args.asked.periods.unwrap_or(model.lags() + BEYOND))?;
    let (normality, arch) = (model.normality(), model.arch(args.asked.arch_periods.unwrap_or(1))?);
    let tests = [&serial, &normality, &arch];
    let reports: Vec<TestReport> = tests.iter().flat_map(|test| test.reports().iter().cloned()).collect();
    let answer = reports.iter().try_fold(answer, |answer, report| answer.result(report))?;
    let answer = tests.iter().fold(answer, |answer, test| answer.table(test.table()));
    Ok(answer.words(residuals_in_words(&tests, args.level)?))
}
