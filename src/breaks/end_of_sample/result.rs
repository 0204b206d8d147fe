//! The statistic among those of the windows.

use serde::Serialize;

use super::windows::{DRAWS, SEED, Statistics};
use super::{EndOfSample, SampleEnd};
use crate::breaks::{BreakDate, level_in_words};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::resampling::Rate;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Note, Outcome, PValue, Sample, Stamp, TestReport};

/// A window of neighbouring rows and its statistic.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Window {
    /// Its first row.
    pub first: Stamp,
    /// Its last row.
    pub last: Stamp,
    /// The statistic.
    pub statistic: f64,
}

/// What came of the test.
#[derive(Debug, Clone, PartialEq)]
pub struct EndOfSampleResult {
    date: BreakDate,
    end: SampleEnd,
    /// Rows tested.
    tail: usize,
    own: Option<f64>,
    windows: Vec<Window>,
    reports: Vec<TestReport>,
}

/// The levels at which critical values are given, where there are windows enough.
const LEVELS: [f64; 3] = [0.10, 0.05, 0.01];

impl EndOfSampleResult {
    pub(super) fn new(
        asked: &EndOfSample<'_>,
        before: usize,
        found: Result<(Statistics, Option<Rate>), String>,
    ) -> Self {
        let design = asked.design;
        let (total, stamps) = (design.nobs(), design.stamps());
        let tail = if asked.end == SampleEnd::Last { total - before } else { before };
        let windows: Vec<Window> = match &found {
            Err(_) => Vec::new(),
            Ok((found, _)) => (found.windows.iter().enumerate())
                .map(|(start, statistic)| {
                    let first = if asked.end == SampleEnd::Last { start } else { total - start - tail };
                    Window { first: stamps[first], last: stamps[first + tail - 1], statistic: *statistic }
                })
                .collect(),
        };
        let own = found.as_ref().ok().map(|(found, _)| found.own);
        let mut result = Self { date: asked.date, end: asked.end, tail, own, windows, reports: Vec::new() };
        result.reports = vec![result.report_of(asked, found)];
        result
    }

    fn report_of(&self, asked: &EndOfSample<'_>, found: Result<(Statistics, Option<Rate>), String>) -> TestReport {
        let (design, tail) = (asked.design, self.tail);
        let (n, d) = (design.nobs() - tail, design.terms().len());
        let rows = if tail == 1 { "1 row".into() } else { format!("{tail} rows") };
        let (these, others) = match self.end {
            SampleEnd::Last => (format!("in the {rows} from {} on", self.date.first_after), "before"),
            SampleEnd::First => (format!("in the {rows} up to {}", self.date.last_before), "after"),
        };
        let what = if d == 1 {
            format!("the coefficient of {} in the equation of `{}` is", design.terms()[0], design.response())
        } else {
            format!("the {d} coefficients of `{}` are", design.response())
        };
        let form = if tail < d {
            format!("all of the errors: fewer rows than the {d} coefficients")
        } else {
            "the errors projected on the regressors".into()
        };
        let mut notes = design.notes().to_vec();
        let (outcome, critical_values) = match found {
            Err(because) => (Outcome::NotApplicable { because }, Vec::new()),
            Ok((found, size)) => {
                let count = found.windows.len();
                let as_large = found.as_large();
                let p = match as_large {
                    0 => PValue::Below(1.0 / count as f64),
                    _ => PValue::Approximate(as_large as f64 / count as f64),
                };
                notes.extend(self.notes(&found, size, n));
                notes.extend(trending(design).map(|term| {
                    Note::new(format!("`{term}` goes one way in all rows: the law of S supposes stationary regressors"))
                }));
                let outcome = Outcome::Computed {
                    symbol: "S",
                    statistic: found.own,
                    distribution: NullDistribution::NonStandard("subsampling", "the other windows"),
                    p,
                };
                (outcome, critical_values(found.windows))
            }
        };
        TestReport {
            test: "end-of-sample",
            convention: if self.end == SampleEnd::Last { "end" } else { "beginning" },
            null: format!("{what} the same {these} as {others}"),
            alternative: format!("{what} not the same {these} as {others}, or the errors are others"),
            outcome,
            critical_values,
            sample: design.sample(),
            settings: vec![
                Setting::new("break", self.date.to_string(), "user"),
                Setting::new("rows tested", tail.to_string(), "break"),
                Setting::new("windows", self.windows.len().to_string(), "n − m + 1"),
                Setting::new("statistic", form, "rows tested"),
                Setting::new("rows left out of a window's regression", tail.div_ceil(2).to_string(), "⌈m/2⌉"),
            ],
            notes,
        }
    }

    fn notes(&self, found: &Statistics, size: Option<Rate>, n: usize) -> Vec<Note> {
        let count = found.windows.len();
        let smallest = NumberFormat::Significant(2).format(1.0 / count as f64);
        let mut notes = vec![Note::new(match (count, self.tail) {
            (1, _) => "there is one window to compare with: no p below 1 can be told".to_owned(),
            (_, 1) => format!("p moves in steps of 1/{count} = {smallest}, and none below that can be told"),
            _ => format!(
                "p moves in steps of 1/{count} = {smallest}, and none below that can be told; the windows overlap, about {} of them \
                 are independent",
                n / self.tail
            ),
        })];
        if let Some(size) = size {
            notes.push(Note::new(format!(
                "with only {count} windows the statistic is among the largest 5 % of them, or larger than all, in {size} of samples \
                 without a change and with independent normal errors ({DRAWS} draws, seed {SEED})"
            )));
        }
        if found.collinear > 0 {
            notes.push(Note::new(format!(
                "in {} of {count} windows the regressors are collinear: the errors are projected on what they span",
                found.collinear
            )));
        }
        notes
    }

    /// Where the rows tested start, or end.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// Which rows are tested.
    pub fn end(&self) -> SampleEnd {
        self.end
    }

    /// The number m of rows tested.
    pub fn tail_rows(&self) -> usize {
        self.tail
    }

    /// The statistic of the rows tested; `None` if it is not identified.
    pub fn statistic(&self) -> Option<f64> {
        self.own
    }

    /// The windows with their statistics, the farthest from the rows tested first.
    pub fn windows(&self) -> impl Iterator<Item = &Window> {
        self.windows.iter()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.reports[0].sample
    }

    /// What the statistic says, in a sentence.
    pub fn in_words(&self, level: f64) -> String {
        let (percent, report) = (level_in_words(level), &self.reports[0]);
        let Some((own, p)) = self.own.zip(report.p()) else {
            return format!("Whether {} is not tested.", report.null);
        };
        let (count, as_large) = (self.windows.len(), self.windows.iter().filter(|w| w.statistic >= own).count());
        let among = match (as_large, count) {
            (_, 1) => format!(
                "the statistic is {} than in the only other window",
                if as_large == 0 { "larger" } else { "not larger" }
            ),
            (0, _) => format!("the statistic is larger than in all {count} other windows"),
            (1, _) => format!("the statistic is as large in 1 of {count} other windows"),
            _ => format!("the statistic is as large in {as_large} of {count} other windows"),
        };
        match report.rejects(level) {
            Some(true) => format!("At {percent} it is rejected that {} ({p}): {among}.", report.null),
            Some(false) => format!("At {percent} it is not rejected that {} ({p}): {among}.", report.null),
            None => format!("So few windows cannot tell at {percent} whether {} ({p}): {among}.", report.null),
        }
    }

    /// The test in a row.
    pub fn table(&self) -> Table {
        self.reports[0].table()
    }

    /// The one report.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// A row for each window: its first and last row, and its statistic.
    pub fn windows_table(&self) -> Table {
        let mut table = Table::new("end-of-sample-windows", "The statistic in every window")
            .column(Column::text("first", "First"))
            .column(Column::text("last", "Last"))
            .column(Column::number("statistic", "S"));
        for window in &self.windows {
            table.push_row([
                Cell::text(window.first.to_string()),
                Cell::text(window.last.to_string()),
                Cell::number(window.statistic, NumberFormat::Decimals(3)),
            ]);
        }
        table
    }
}

reports_itself!(EndOfSampleResult);

/// The first regressor that only rises or only falls: a trend, or a step.
fn trending(design: &Design) -> Option<&str> {
    let one_way = |column: &Vec<f64>| {
        let steps = || column.windows(2).map(|two| two[1] - two[0]);
        steps().any(|step| step != 0.0) && (steps().all(|step| step >= 0.0) || steps().all(|step| step <= 0.0))
    };
    let mut columns = std::iter::zip(design.terms(), design.x().columns());
    columns.find(|(_, column)| one_way(&column.to_vec())).map(|(term, _)| term.as_str())
}

/// The smallest statistic that at least 1 − level of the windows do not exceed; none at a level below the share of one window.
fn critical_values(mut statistics: Vec<f64>) -> Vec<CriticalValue> {
    statistics.sort_by(f64::total_cmp);
    let count = statistics.len() as f64;
    CriticalValue::at_levels(&LEVELS, |level| {
        // 0.95 · 100 is a little more than 95 in doubles.
        let at = ((1.0 - level) * count - 1e-9).ceil() as usize;
        (level * count >= 1.0 - 1e-9).then(|| statistics[at.max(1) - 1])
    })
}
