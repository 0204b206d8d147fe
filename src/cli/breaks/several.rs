//! Several breaks.

use serde::Serialize;
use yalu::breaks::bai_perron::{BaiPerronResult, DateInterval, Intervals, Partition, RegimeCoefficient};
use yalu::breaks::{BaiPerron, BreakCriterion, BreakDate, RegimeErrors};
use yalu::{Design, Error};

use super::{Args, Choice, changing};
use crate::cli::answer::Answer;

pub(super) fn run(args: &Args, design: &Design, mut answer: Answer) -> anyhow::Result<Answer> {
    let errors: RegimeErrors = args.covariance.as_deref().unwrap_or("classical").parse()?;
    let mut search = BaiPerron::of(design)
        .trim(args.trim.unwrap_or(0.15))
        .errors(errors)
        .min_df(args.min_df)
        .breaks(args.max_breaks.unwrap_or(5));
    if let Some(terms) = changing(args) {
        search = search.changing(terms);
    }
    let found = search.run()?;
    answer = answer.table(found.table()).table(found.tests_table()).words(found.in_words(args.level)?);
    let chosen = chosen(args, &found)?;
    // The tests' factor serves any variance; intervals and standard errors of a regime have its own.
    let errors = if errors == RegimeErrors::OneVariance { RegimeErrors::VarianceByRegime } else { errors };
    let settings = Intervals { errors, level: args.coverage.unwrap_or(0.95), ..Intervals::default() };
    answer = answer.records(found.table());
    if chosen.breaks() > 0 {
        answer = answer.table(chosen.intervals_table(settings)?).table(chosen.regimes_table(errors)?);
    }
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    for partition in found.partitions() {
        answer = answer.result(&Listed::of(partition))?;
    }
    let intervals = chosen.intervals(settings)?;
    let coefficients = chosen.coefficients(errors)?;
    answer.result(&Chosen { model: "chosen", breaks: chosen.breaks(), intervals, coefficients })
}

fn chosen<'a>(args: &Args, found: &'a BaiPerronResult) -> Result<&'a Partition, Error> {
    match args.choose.unwrap_or(Choice::Criterion(BreakCriterion::Bic)) {
        Choice::Criterion(criterion) => Ok(found.best(criterion)),
        Choice::Sequential => found.sequential(args.level),
        Choice::Breaks(breaks) => found.partition(breaks).ok_or_else(|| {
            let most = found.partitions().len() - 1;
            Error::new(yalu::ErrorKind::Argument, format!("there is no partition with {breaks} breaks"))
                .remedy(format!("ask for {most} at most, or raise --max-breaks"))
        }),
    }
}

#[derive(Serialize)]
struct Listed {
    model: &'static str,
    breaks: usize,
    dates: Vec<BreakDate>,
    rss: f64,
    bic: f64,
    yao: f64,
    lwz: f64,
}

impl Listed {
    fn of(partition: &Partition) -> Self {
        Self {
            model: "partition",
            breaks: partition.breaks(),
            dates: partition.dates(),
            rss: partition.rss(),
            bic: partition.criterion(BreakCriterion::Bic),
            yao: partition.criterion(BreakCriterion::Yao),
            lwz: partition.criterion(BreakCriterion::Lwz),
        }
    }
}

#[derive(Serialize)]
struct Chosen {
    model: &'static str,
    breaks: usize,
    intervals: Vec<DateInterval>,
    coefficients: Vec<RegimeCoefficient>,
}
