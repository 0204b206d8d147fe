//! Changes at dates that are known, and the end or the beginning of the sample.

use anyhow::bail;
use serde::Serialize;
use yalu::breaks::end_of_sample::Window;
use yalu::breaks::known::RegimeEstimate;
use yalu::breaks::{BreakDate, EndOfSample, KnownBreaks};
use yalu::regression::{Covariance, WaldTest};
use yalu::{Design, Error, Period, Sample, Stamp};

use super::{Args, TestName, changing};
use crate::cli::answer::Answer;

/// Reads a date: a period, or the number of a row where the rows are not dated.
pub(super) fn date(text: &str, design: &Design) -> Result<BreakDate, Error> {
    if let (Some(Stamp::Row(_)), Ok(row)) = (design.stamps().first(), text.trim().parse::<usize>()) {
        return Ok(BreakDate::with_first_after(Stamp::Row(row)));
    }
    Ok(BreakDate::with_first_after(text.trim().parse::<Period>()?))
}

pub(super) fn run(args: &Args, test: TestName, design: &Design, answer: Answer) -> anyhow::Result<Answer> {
    let dates: Vec<BreakDate> = args.at.iter().map(|text| date(text, design)).collect::<Result<_, _>>()?;
    if dates.is_empty() {
        bail!("the test needs dates — give them with --at, the first period after each change");
    }
    if test == TestName::Known {
        return known(args, design, dates, answer);
    }
    let [date] = dates[..] else { bail!("{} dates are given where one is read — give --at once", dates.len()) };
    let asked = match test {
        TestName::BeginningOfSample => EndOfSample::beginning_at(design, date),
        _ => EndOfSample::at(design, date),
    };
    let found = asked.min_df(args.min_df).run()?;
    let report = &found.reports()[0];
    answer
        .table(found.table())
        .words(found.in_words(args.level))
        .records(found.windows_table())
        .result(report)?
        .notes(&report.notes)
        .result(&Tested {
            model: "end-of-sample",
            date,
            rows_tested: found.tail_rows(),
            statistic: found.statistic(),
            windows: found.windows().copied().collect(),
            sample: found.sample(),
        })
}

fn known(args: &Args, design: &Design, dates: Vec<BreakDate>, mut answer: Answer) -> anyhow::Result<Answer> {
    let covariance: Covariance = args.covariance.as_deref().unwrap_or("classical").parse()?;
    let mut asked = KnownBreaks::of(design).at(dates).covariance(covariance).min_df(args.min_df);
    if let Some(terms) = changing(args) {
        asked = asked.changing(terms);
    }
    let found = asked.run()?;
    answer = answer.table(found.table()).words(found.in_words(args.level)).records(found.table());
    if found.fit().is_some() {
        answer = answer.table(found.regimes_table());
        if found.dates().len() > 1 {
            answer = answer.table(found.dates_table());
        }
    }
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    answer.result(&Regimes {
        model: "known-breaks",
        changing: found.changing().to_vec(),
        coefficients: found.regimes().to_vec(),
        dates: found.at_each_date().map(|(date, wald)| AtDate { date, wald: wald.clone() }).collect(),
        sample: found.sample(),
    })
}

/// The regimes for a machine.
#[derive(Serialize)]
struct Regimes {
    model: &'static str,
    changing: Vec<String>,
    coefficients: Vec<RegimeEstimate>,
    dates: Vec<AtDate>,
    sample: Sample,
}

#[derive(Serialize)]
struct AtDate {
    #[serde(flatten)]
    date: BreakDate,
    #[serde(flatten)]
    wald: WaldTest,
}

/// The windows for a machine.
#[derive(Serialize)]
struct Tested {
    model: &'static str,
    #[serde(flatten)]
    date: BreakDate,
    rows_tested: usize,
    statistic: Option<f64>,
    windows: Vec<Window>,
    sample: Sample,
}
