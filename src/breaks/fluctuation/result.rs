//! A process, its boundary, and what the two come to.

use serde::Serialize;

use super::law::Law;
use super::process::{Process, Residuals, rows_in_window};
use super::{Fluctuation, FluctuationTest, ResidualVariance};
use crate::breaks::{BreakDate, level_in_words};
use crate::hypothesis::{CriticalValue, Setting, reports_itself};
use crate::resampling::{Rate, Streams};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, ErrorKind, Note, Outcome, Sample, Stamp, TestReport};

/// Below this number of rows a result says how the test behaves in so small a sample.
const SMALL: usize = 20;
const DRAWS: usize = 2000;
const SEED: u64 = 1;

/// The fewest residuals of which the CUSUM of squares has a law.
const FEWEST_SQUARES: usize = 4;

/// A point of a process between its boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FluctuationPoint {
    /// The last row that the point has used.
    pub last: Stamp,
    /// The process.
    pub value: f64,
    /// Its lower boundary.
    pub lower: f64,
    /// Its upper boundary.
    pub upper: f64,
}

/// A process of sums with its statistic.
#[derive(Debug, Clone, PartialEq)]
pub struct FluctuationResult {
    test: FluctuationTest,
    design: Design,
    process: Process,
    law: Law,
    reports: [TestReport; 1],
}

impl FluctuationResult {
    pub(super) fn new(asked: &Fluctuation<'_>, window: f64) -> Result<Self, Error> {
        let (design, test) = (asked.design, asked.test);
        let columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        let collinear = || Error::new(ErrorKind::Collinear, "the regressors are collinear").remedy("leave one out");
        let residuals = Residuals::of(&columns).ok_or_else(collinear)?;
        let (n, k) = (design.nobs(), columns.len());
        let summed = if test.is_recursive() { n - k } else { n };
        if test.is_moving() && rows_in_window(window, summed) < 2 {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("a window of {window} of {summed} residuals holds fewer than 2"),
            )
            .remedy("take a wider window or a longer sample"));
        }
        let variance = asked.variance.unwrap_or_default();
        let process = residuals.process(test, window, variance, &design.y().to_vec());
        if process.values.iter().any(|value| value.is_nan()) {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!(
                    "the scores of the {} coefficients of `{}` and of the variance are collinear",
                    k,
                    design.response()
                ),
            )
            .remedy("leave out regressors that are zero in all rows but a few"));
        }
        let law = Law::of(test, window, summed, k);
        let fewest = asked.min_df.max(if test == FluctuationTest::CusumOfSquares { FEWEST_SQUARES } else { 1 });
        let size = (n < SMALL && n >= k + fewest)
            .then(|| size(&residuals, n, |y| residuals.process(test, window, variance, y).largest().1, law));
        let largest = process.largest();
        let outcome = match law.p_value(largest.1) {
            _ if n < k + fewest => Outcome::NotApplicable {
                because: format!(
                    "not identified: {n} rows less {k} coefficients leave {} residual degrees of freedom, fewer than {fewest}",
                    n - k
                ),
            },
            Some(p) => Outcome::Computed { symbol: test.symbol(), statistic: largest.1, distribution: law.named(), p },
            None => Outcome::NotApplicable { because: "the statistic is not a number".into() },
        };
        let mut settings = Vec::new();
        if test.is_moving() {
            settings.push(Setting::or_default("window", window, 0.15));
            settings.push(Setting::new("residuals in a window", rows_in_window(window, summed).to_string(), "window"));
        }
        if matches!(test, FluctuationTest::RecursiveCusum | FluctuationTest::RecursiveMosum) {
            settings.push(Setting::or_default("variance", variance, ResidualVariance::default()));
        }
        settings.push(Setting::new("residuals", summed.to_string(), if test.is_recursive() { "n − k" } else { "n" }));
        let (null, alternative) = hypotheses(test, design);
        let report = TestReport {
            test: test.name(),
            convention: "",
            null,
            alternative,
            critical_values: match outcome {
                Outcome::Computed { .. } => CriticalValue::at_levels(&[0.01, 0.05, 0.10], |p| law.critical_value(p)),
                Outcome::NotApplicable { .. } => Vec::new(),
            },
            outcome,
            sample: design.sample(),
            settings,
            notes: notes(design, test, size.flatten()),
        };
        Ok(Self { test, design: design.clone(), process, law, reports: [report] })
    }

    /// Which sums these are.
    pub fn test(&self) -> FluctuationTest {
        self.test
    }

    /// The largest distance of the process from its line, in units of its boundary's shape.
    pub fn statistic(&self) -> f64 {
        self.process.largest().1
    }

    /// The process; the first value of sums that accumulate is the 0 from which they start.
    pub fn values(&self) -> &[f64] {
        &self.process.values
    }

    /// The components of the scores, by the term whose coefficient each is of, the variance last; none for other tests.
    pub fn components(&self) -> Vec<(&str, &[f64])> {
        let terms = self.design.terms().iter().map(String::as_str).chain(["variance"]);
        terms.zip(self.process.components.iter().map(Vec::as_slice)).collect()
    }

    /// The name of the component that is farthest; `None` for tests of one process.
    pub fn farthest_component(&self) -> Option<&str> {
        let at = self.process.largest().0;
        self.components().into_iter().max_by(|a, b| a.1[at].abs().total_cmp(&b.1[at].abs())).map(|(name, _)| name)
    }

    /// The critical value of a level.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, or beyond the table of the law.
    pub fn critical_value(&self, level: f64) -> Result<f64, Error> {
        let missing = || match self.law {
            Law::Window(..) if level > 0.0 && level < 1.0 => {
                Error::new(ErrorKind::Argument, format!("the table of moving sums has no level of {level}"))
                    .remedy("ask for one from 0.01 to 0.1")
            }
            _ => Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"),
        };
        self.law.critical_value(level).ok_or_else(missing)
    }

    /// The lower and the upper boundary at each of the [values](Self::values).
    ///
    /// # Errors
    /// As [`critical_value`](Self::critical_value).
    pub fn boundary(&self, level: f64) -> Result<Vec<(f64, f64)>, Error> {
        let c = self.critical_value(level)?;
        let Process { expected, shape, .. } = &self.process;
        Ok(expected.iter().zip(shape).map(|(line, shape)| (line - c * shape, line + c * shape)).collect())
    }

    /// The process between the boundaries of a level, by date; without the point from which ordinary residuals start, which is
    /// before all rows.
    ///
    /// # Errors
    /// As [`critical_value`](Self::critical_value).
    pub fn path(&self, level: f64) -> Result<Vec<FluctuationPoint>, Error> {
        let stamps = self.design.stamps();
        let points = self.process.ends.iter().zip(&self.process.values).zip(self.boundary(level)?);
        Ok(points
            .filter(|((end, _), _)| **end > 0)
            .map(|((end, value), (lower, upper))| FluctuationPoint {
                last: stamps[end - 1],
                value: *value,
                lower,
                upper,
            })
            .collect())
    }

    /// Where the process leaves the boundaries of a level: the last row with which it was inside, the first with which it is
    /// outside. A window that starts outside has the row before its last.
    ///
    /// # Errors
    /// As [`critical_value`](Self::critical_value).
    pub fn crossings(&self, level: f64) -> Result<Vec<BreakDate>, Error> {
        let c = self.critical_value(level)?;
        let (stamps, ends) = (self.design.stamps(), &self.process.ends);
        let outside = |point: usize| self.process.distance(point) > c;
        Ok((0..ends.len())
            .filter(|point| outside(*point) && (*point == 0 || !outside(point - 1)) && ends[*point] > 1)
            .map(|point| BreakDate { last_before: stamps[ends[point] - 2], first_after: stamps[ends[point] - 1] })
            .collect())
    }

    /// Where OLS-CUSUM, the CUSUM of scores or of squares is farthest from its line: an estimate of the date of a single change. `None` for
    /// the others, which are farthest after the change.
    pub fn date(&self) -> Option<BreakDate> {
        let dated = !self.test.is_moving() && self.test != FluctuationTest::RecursiveCusum;
        let end = self.process.ends[self.process.largest().0];
        let stamps = self.design.stamps();
        let inside = dated && end > 0 && end < stamps.len();
        inside.then(|| BreakDate { last_before: stamps[end - 1], first_after: stamps[end] })
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.design.sample()
    }

    /// What the process says, in a sentence or two.
    ///
    /// # Errors
    /// As [`critical_value`](Self::critical_value).
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        let (percent, report) = (level_in_words(level), &self.reports[0]);
        let what = &report.null;
        let Some(p) = report.p() else {
            return Ok(format!("Whether {what} is not tested."));
        };
        let crossings = self.crossings(level)?;
        let Some(first) = crossings.first() else {
            return Ok(format!(
                "At {percent} it is not rejected that {what} ({p}): the {} stays within its boundaries.",
                self.test
            ));
        };
        let mut words = format!(
            "At {percent} it is rejected that {what} ({p}): the {} is inside its boundaries up to {} and outside with {}.",
            self.test, first.last_before, first.first_after
        );
        match self.date() {
            Some(date) => {
                let what = match self.farthest_component() {
                    Some("variance") => " of the variance".to_owned(),
                    Some(term) => format!(" of the coefficient of {term}"),
                    None if self.test == FluctuationTest::CusumOfSquares => " of the variance".to_owned(),
                    None => String::new(),
                };
                words +=
                    &format!(" It is farthest from its line at {date}, where a single change{what} would be dated.");
            }
            None => words += " It shows a change only after it has happened.",
        }
        Ok(words)
    }

    /// A row for each point of the process: the last row used, the process, its boundaries, and its components if it has several.
    ///
    /// # Errors
    /// As [`critical_value`](Self::critical_value).
    pub fn path_table(&self, level: f64) -> Result<Table, Error> {
        let mut table = Table::new(format!("{}-path", self.test.name()), self.test.to_string())
            .column(Column::text("last", "Last row"))
            .column(Column::number("value", "Process"))
            .column(Column::number("lower", "Lower"))
            .column(Column::number("upper", "Upper"));
        let components = self.components();
        for (name, _) in &components {
            table = table.column(Column::number(*name, *name));
        }
        let rows = (0..self.process.ends.len()).filter(|row| self.process.ends[*row] > 0);
        for (point, row) in self.path(level)?.into_iter().zip(rows) {
            let number = |value| Cell::number(value, NumberFormat::Decimals(4));
            let bounds = [point.value, point.lower, point.upper];
            let parts = components.iter().map(|(_, sums)| sums[row]);
            let numbers = bounds.into_iter().chain(parts).map(number);
            table.push_row(std::iter::once(Cell::text(point.last.to_string())).chain(numbers));
        }
        Ok(table.note(format!("Boundaries of {}; {}.", level_in_words(level), self.sample())))
    }
}

reports_itself!(FluctuationResult {
    /// The one report.
});

/// How often the test rejects at 5 % on these regressors with normal errors and no change.
fn size(residuals: &Residuals, n: usize, statistic: impl Fn(&[f64]) -> f64, law: Law) -> Option<Rate> {
    let critical = law.critical_value(0.05)?;
    let rejects = |draw: &u64| {
        let mut stream = Streams::new(SEED).replication(*draw);
        let y: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
        statistic(&residuals.ordinary(&y)) > critical
    };
    Some(Rate { count: (0..DRAWS as u64).filter(rejects).count(), replications: DRAWS })
}

fn hypotheses(test: FluctuationTest, design: &Design) -> (String, String) {
    let response = design.response();
    let coefficients = match design.terms() {
        [one] => format!("the coefficient of {one} in the equation of `{response}`"),
        terms => format!("the {} coefficients of `{response}`", terms.len()),
    };
    if matches!(test, FluctuationTest::CusumOfSquares | FluctuationTest::ScoreCusum) {
        return (
            format!("{coefficients} and the variance of its errors are the same in all rows"),
            "the variance or the coefficients change, at no date that is supposed".into(),
        );
    }
    let verb = if design.terms().len() == 1 { "is" } else { "are" };
    let they = if design.terms().len() == 1 { "it changes" } else { "they change" };
    (format!("{coefficients} {verb} the same in all rows"), format!("{they}, at no date that is supposed"))
}

fn notes(design: &Design, test: FluctuationTest, size: Option<Rate>) -> Vec<Note> {
    let mut notes = design.notes().to_vec();
    if test == FluctuationTest::CusumOfSquares {
        notes.push(Note::new("the law is exact for normal errors; with fat tails the test rejects without any change"));
    }
    if let Some(size) = size {
        notes.push(Note::new(format!(
            "on only {} rows the test at a nominal 5 % rejects a true null in {size} of samples with normal errors ({DRAWS} \
             draws, seed {SEED})",
            design.nobs()
        )));
    }
    notes
}
