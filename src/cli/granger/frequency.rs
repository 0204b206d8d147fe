//! Causality by frequency.

use serde::Serialize;
use yalu::causality::geweke::SpectralPoint;
use yalu::causality::{BreitungCandelon, Geweke};

use super::{Args, DRAWS, Named, model};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

pub fn breitung_candelon(args: &Args, series: &Named, answer: Answer) -> anyhow::Result<Answer> {
    let test = BreitungCandelon::cause(&series.causes[0]).effect(&series.effects[0]);
    let mut test = set!(model!(test, args, series), integration = args.integration, grid = args.grid);
    if !args.omega.is_empty() {
        test = test.frequencies(&args.omega);
    }
    let result = test.run()?;
    let mut answer = answer.records(result.table()).table(result.table()).words(result.in_words(args.level)?);
    for report in result.reports() {
        answer = answer.result(report)?;
    }
    Ok(answer)
}

/// The curves for a machine.
#[derive(Serialize)]
struct Curves<'a> {
    measure: &'static str,
    points: &'a [SpectralPoint],
    averages: Option<[f64; 2]>,
    averages_are_measures: [bool; 2],
}

pub fn geweke(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    let test = model!(Geweke::cause(&series.causes[0]).effect(&series.effects[0]), args, series);
    let bands = args.bands.then(|| args.draws.unwrap_or(DRAWS));
    let result = set!(test, grid = args.grid, bands = bands).run()?;
    let words = result.in_words(args.level)?;
    if !result.points().is_empty() {
        answer = answer.records(result.curve());
    }
    let mut tables = result.tables().into_iter();
    for table in tables.by_ref().take(1) {
        answer = answer.table(table).words(&words);
    }
    answer = tables.fold(answer, Answer::table).notes(result.notes());
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    let curves = Curves {
        measure: "geweke",
        points: result.points(),
        averages: result.averages(),
        averages_are_measures: result.averages_are_measures(),
    };
    answer.result(&curves)
}
