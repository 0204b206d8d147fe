//! A process, its boundary, and what the two come to.

use serde::Serialize;

use super::law::Law;
use super::process::{Failure, Form, Process, Residuals, rows_in_window};
use super::reports::reports;
use super::{Fluctuation, FluctuationTest};
use crate::breaks::{BreakDate, level_in_words};
use crate::dist::mosum;
use crate::hypothesis::reports_itself;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, ErrorKind, Sample, Stamp, TestReport};

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
    reports: Vec<TestReport>,
}

impl FluctuationResult {
    pub(super) fn new(asked: &Fluctuation<'_>, form: Form) -> Result<Self, Error> {
        let design = asked.design;
        let columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        let collinear = || Error::new(ErrorKind::Collinear, "the regressors are collinear").remedy("leave one out");
        let residuals = Residuals::of(&columns).ok_or_else(collinear)?;
        let (n, k) = (design.nobs(), columns.len());
        let summed = if form.test.is_recursive() { n - k } else { n };
        refuse_narrow(form, summed, k)?;
        let process =
            residuals.process(form, &design.y().to_vec()).map_err(|failure| refused(failure, form, design))?;
        let law = Law::of(form.test, form.window, summed, k);
        let reports = reports(asked, form, &residuals, &process, law);
        Ok(Self { test: form.test, design: design.clone(), process, law, reports })
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

    /// The components of scores and estimates, by the term whose coefficient each is of, the variance of scores last; none for tests of
    /// one process.
    pub fn components(&self) -> Vec<(&str, &[f64])> {
        // Estimates have no variance: there zip ends before it.
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
            Law::Window(of, window) if level > 0.0 && level < 1.0 => {
                // To two digits that the table has: the lowest is rounded up, the highest down.
                let (low, high) = mosum::levels(window, of).unwrap_or((0.01, 0.1));
                let (low, high) = ((low * 1000.0 - 1e-6).ceil() / 1000.0, (high * 1000.0 + 1e-6).floor() / 1000.0);
                Error::new(ErrorKind::Argument, format!("the table of moving sums has no level of {level}"))
                    .remedy(format!("ask for one from {low} to {high}"))
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

    /// Where OLS-CUSUM, the CUSUM of scores or of squares, or recursive estimates are farthest from their line: an estimate of the date of
    /// a single change. `None` for the others, which are farthest after the change.
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
            None => {
                words += " It shows a change only after it has happened";
                words += &match self.farthest_component() {
                    Some("variance") => "; the component of the variance is farthest.".to_owned(),
                    Some(term) if self.process.components.len() > 1 => {
                        format!("; the component of the coefficient of {term} is farthest.")
                    }
                    _ => ".".to_owned(),
                };
            }
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
    /// By the farthest point; of estimates the second by the range.
});

/// Refuses a window that shows too little.
fn refuse_narrow(form: Form, summed: usize, k: usize) -> Result<(), Error> {
    let (window, held) = (form.window, rows_in_window(form.window, summed));
    let fewest = if form.test.is_estimates() { k.max(2) } else { 2 };
    if !form.test.is_moving() || held >= fewest {
        return Ok(());
    }
    let (what, why) =
        if form.test.is_estimates() { ("rows", " that the coefficients need") } else { ("residuals", "") };
    Err(Error::new(
        ErrorKind::Sample,
        format!("a window of {window} of {summed} {what} holds fewer than {fewest}{why}"),
    )
    .remedy("take a wider window or a longer sample"))
}

fn refused(failure: Failure, form: Form, design: &Design) -> Error {
    let (stamps, response) = (design.stamps(), design.response());
    match failure {
        Failure::LongRun(error) => error,
        Failure::Scores => Error::new(
            ErrorKind::Collinear,
            format!(
                "the scores of the {} coefficients of `{response}` and of the variance are collinear",
                design.terms().len()
            ),
        )
        .remedy("leave out regressors that are zero in all rows but a few"),
        Failure::Collinear(rows) => Error::new(
            ErrorKind::Collinear,
            format!(
                "the {}: in the window {} … {} the regressors of `{response}` are collinear",
                form.test,
                stamps[rows.start],
                stamps[rows.end - 1]
            ),
        )
        .remedy("take a wider window, leave out regressors that hardly vary, or ask for recursive estimates"),
    }
}
