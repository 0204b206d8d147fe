//! Quandt's likelihood ratio at every date.

use serde::Serialize;
use yalu::breaks::quandt::QuandtPoint;
use yalu::breaks::{BreakDate, Quandt};
use yalu::{Design, HypothesisTest, Sample};

use super::Args;
use crate::cli::answer::Answer;

pub(super) fn run(args: &Args, design: &Design, answer: Answer) -> anyhow::Result<Answer> {
    let found = Quandt::of(design)
        .trim(args.trim.unwrap_or(0.15))
        .draws(args.draws.unwrap_or(999))
        .seed(args.seed.unwrap_or(1))
        .min_df(args.min_df)
        .run()?;
    let (report, (before, after)) = (found.report(), found.deviations());
    answer
        .table(found.table())
        .words(found.in_words(args.level))
        .records(found.path_table())
        .result(&report)?
        .notes(&report.notes)
        .result(&Switched {
            model: "quandt-likelihood",
            date: found.date(),
            lowest: found.lowest(),
            deviation_before: before,
            deviation_after: after,
            path: found.path(),
            sample: found.sample(),
        })
}

/// The path for a machine.
#[derive(Serialize)]
struct Switched {
    model: &'static str,
    date: BreakDate,
    lowest: f64,
    deviation_before: f64,
    deviation_after: f64,
    path: Vec<QuandtPoint>,
    sample: Sample,
}
