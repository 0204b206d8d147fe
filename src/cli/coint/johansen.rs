//! Johansen's test, the relations it finds, and restrictions on them.

use anyhow::bail;
use serde::Serialize;
use yalu::cointegration::johansen::{Constancy, Divisor, Johansen, JohansenResult, Restrictions, Vecm};
use yalu::regression::Criterion;
use yalu::{Error, ErrorKind, HypothesisTest, Note, Sample, Series};

use super::Args;
use crate::cli::answer::Answer;
use crate::cli::flags::set;

/// `x = 1, y = -1`.
#[derive(Debug, Clone)]
pub struct Relation(Vec<(String, f64)>);

impl Relation {
    /// The coefficient of each level that takes part.
    pub fn weights(&self) -> impl Iterator<Item = (String, f64)> {
        self.0.iter().cloned()
    }
}

/// Reads `x = 1, y = -1`; a name may itself hold commas in parentheses.
pub fn relation(text: &str) -> Result<Relation, Error> {
    let bad = || {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a relation"))
            .remedy("write a coefficient for each series that takes part: `x = 1, y = -1`")
    };
    let mut depth = 0;
    let parts = text.split(|character: char| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        character == ',' && depth == 0
    });
    let pairs = parts.map(|part| {
        let (name, value) = part.rsplit_once('=').ok_or_else(bad)?;
        let value: f64 = value.trim().parse().map_err(|_| bad())?;
        if name.trim().is_empty() || !value.is_finite() { Err(bad()) } else { Ok((name.trim().to_owned(), value)) }
    });
    Ok(Relation(pairs.collect::<Result<_, _>>()?))
}

pub fn answer(args: &Args, series: &[Series], exogenous: &[Series], mut answer: Answer) -> anyhow::Result<Answer> {
    let result = test(args, series, exogenous)?;
    answer = answer.table(result.table()).words(result.in_words(args.level)?);
    for report in result.reports() {
        answer = answer.result(report)?;
    }
    let Some(rank) = args.rank else { return Ok(answer.table(result.critical_values())) };
    let model = result.vecm(rank)?;
    for table in model.tables() {
        answer = answer.table(table);
    }
    answer = answer.result(&Model::of(&model))?.notes(model.notes());
    if let Some(restrictions) = restrictions(args) {
        let test = model.test(&restrictions)?;
        answer = answer.result(&test.report())?;
        for table in test.tables() {
            answer = answer.table(table);
        }
    }
    if args.constancy {
        let test = set!(Constancy::of(&model), draws = args.draws, seed = args.seed).run()?;
        for report in test.reports() {
            answer = answer.result(report)?;
        }
        for table in test.tables() {
            answer = answer.table(table);
        }
    }
    Ok(answer)
}

fn test(args: &Args, series: &[Series], exogenous: &[Series]) -> anyhow::Result<JohansenResult> {
    let mut test = Johansen::of(&series.iter().collect::<Vec<_>>()).min_df(args.min_df);
    test = set!(test, case = args.case, lags = args.lags.lags);
    if args.lags.select.is_some() || args.lags.max_lags.is_some() {
        let Some(criterion) = args.lags.select.map_or(Some(Criterion::Aic), |rule| rule.criterion()) else {
            bail!("johansen chooses its lags by aic, bic or hq — name one of these, or give --lags");
        };
        test = test.select(criterion, args.lags.max_lags);
    }
    if args.seasonal {
        test = test.seasonal();
    }
    test = args.dummies.indicators().fold(test, |test, dummy| test.indicator(dummy));
    Ok(test.exogenous(&exogenous.iter().collect::<Vec<_>>()).run()?)
}

/// All restrictions asked for, to be tested together.
fn restrictions(args: &Args) -> Option<Restrictions> {
    if args.exclude.is_empty() && args.weakly_exogenous.is_empty() && args.known.is_empty() {
        return None;
    }
    let all = args.exclude.iter().fold(Restrictions::new(), |all, name| all.exclude(name));
    let all = args.known.iter().fold(all, |all, relation| all.known(relation.0.iter().cloned()));
    Some(args.weakly_exogenous.iter().fold(all, |all, name| all.weakly_exogenous(name)))
}

/// The model for a machine: a row of β for each level, of α for each series, of the short run for each term.
#[derive(Serialize)]
struct Model<'a> {
    model: &'static str,
    rank: usize,
    levels: Vec<&'a str>,
    beta: Vec<Vec<f64>>,
    series: &'a [String],
    alpha: Vec<Vec<f64>>,
    alpha_std_errors: Vec<Vec<f64>>,
    terms: Vec<&'a str>,
    short_run: Vec<Vec<f64>>,
    short_run_std_errors: Vec<Vec<f64>>,
    sigma: Vec<Vec<f64>>,
    log_likelihood: f64,
    df_resid: usize,
    sample: Sample,
    notes: &'a [Note],
}

impl<'a> Model<'a> {
    fn of(model: &'a Vecm) -> Self {
        let rows = |matrix: &ndarray::Array2<f64>| matrix.rows().into_iter().map(|row| row.to_vec()).collect();
        let divisor = Divisor::DegreesOfFreedom;
        Self {
            model: "vecm",
            rank: model.rank(),
            levels: model.johansen().level_names(),
            beta: rows(model.beta()),
            series: model.johansen().names(),
            alpha: rows(&model.alpha()),
            alpha_std_errors: rows(&model.alpha_std_errors(divisor)),
            terms: model.terms(),
            short_run: rows(&model.short_run()),
            short_run_std_errors: rows(&model.short_run_std_errors(divisor)),
            sigma: rows(&model.sigma(divisor)),
            log_likelihood: model.log_likelihood(),
            df_resid: model.df_resid(),
            sample: model.sample(),
            notes: model.notes(),
        }
    }
}
