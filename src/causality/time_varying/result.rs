//! Sequences of statistics, what they come to, and the episodes in them.

use super::bootstrap::critical;
use super::builder::Windows;
use super::words;
use crate::hypothesis::{reports_itself, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Period, TestReport};

/// The statistic at one end date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WindowStatistic {
    /// The first row of the window; of the recursive ones, the one whose statistic is largest.
    pub first: Period,
    /// The last row of the window: the date the statistic belongs to.
    pub last: Period,
    /// W; `None` where no window that ends here has one.
    pub statistic: Option<f64>,
}

/// A run of end dates at which the statistic exceeds its critical value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// The first such date: the estimate of the origin.
    pub first: Period,
    /// The last such date; the papers' termination is the date after it.
    pub last: Period,
    /// The episode has not ended when the sample does.
    pub goes_on: bool,
}

/// Whether and when one series helps to predict another.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeVaryingTest {
    pub(super) cause: String,
    pub(super) effect: String,
    pub(super) windows: Windows,
    pub(super) window: usize,
    pub(super) path: Vec<WindowStatistic>,
    pub(super) largest: Vec<f64>,
    pub(super) largest_controlled: Vec<f64>,
    pub(super) reports: Vec<TestReport>,
}

impl TimeVaryingTest {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// Which windows.
    pub fn windows(&self) -> Windows {
        self.windows
    }

    /// τ₀: rows of the smallest window.
    pub fn window(&self) -> usize {
        self.window
    }

    /// The statistic at every end date.
    pub fn path(&self) -> &[WindowStatistic] {
        &self.path
    }

    /// The drawn samples' largest statistics over all end dates, ascending; infinite where a sample has none.
    pub fn draws(&self) -> &[f64] {
        &self.largest
    }

    /// The largest statistic, compared to its bootstrap law.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The value with which the statistic at each date is compared, at this level; `None` if there are too few draws.
    pub fn critical_value(&self, level: f64) -> Option<f64> {
        critical(&self.largest_controlled, level)
    }

    /// The runs of dates at which the statistic exceeds its critical value.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, or there are too few draws for it.
    pub fn episodes(&self, level: f64) -> Result<Vec<Episode>, Error> {
        check(level)?;
        let critical = self.critical_value(level).ok_or_else(|| {
            Error::new(ErrorKind::Argument, format!("{} draws say nothing of a level of {level}", self.largest.len()))
                .remedy("take more draws, or a larger level")
        })?;
        let mut episodes: Vec<Episode> = Vec::new();
        let mut inside = false;
        for at in &self.path {
            let exceeds = at.statistic.is_some_and(|statistic| statistic > critical);
            match (exceeds, inside, episodes.last_mut()) {
                (true, true, Some(episode)) => episode.last = at.last,
                (true, ..) => episodes.push(Episode { first: at.last, last: at.last, goes_on: true }),
                (false, true, Some(episode)) => episode.goes_on = false,
                (false, ..) => {}
            }
            inside = exceeds;
        }
        Ok(episodes)
    }

    /// The report as a table of one row.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

reports_itself!(TimeVaryingTest);

/// A level is a probability.
pub(super) fn check(level: f64) -> Result<(), Error> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
        .remedy("0.05 is the usual one"))
}

/// Both directions: the one asked for, then the other.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeVaryingResult {
    tests: [TimeVaryingTest; 2],
}

impl TimeVaryingResult {
    pub(super) fn new(tests: [TimeVaryingTest; 2]) -> Self {
        Self { tests }
    }

    /// Both directions.
    pub fn tests(&self) -> &[TimeVaryingTest] {
        &self.tests
    }

    /// The direction asked for.
    pub fn forward(&self) -> &TimeVaryingTest {
        &self.tests[0]
    }

    /// The other direction.
    pub fn backward(&self) -> &TimeVaryingTest {
        &self.tests[1]
    }

    /// The reports of both.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| test.reports.iter().cloned()).collect()
    }

    /// What the tests come to at this level, and when: in words, with what cannot be concluded.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, or there are too few draws for it.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check(level)?;
        words::verdict(self, level)
    }

    /// The largest statistic of each direction.
    pub fn table(&self) -> Table {
        test_table(&self.reports())
    }

    /// The episodes of both directions at this level.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, or there are too few draws for it.
    pub fn episodes(&self, level: f64) -> Result<Table, Error> {
        let mut table = Table::new("episodes", format!("Episodes of causality at {}", words::percent(level)))
            .column(Column::text("direction", "Direction"))
            .column(Column::text("first", "First date"))
            .column(Column::text("last", "Last date"))
            .column(Column::number("largest", "Largest W"))
            .column(Column::number("critical", "Critical value"));
        for test in &self.tests {
            for episode in test.episodes(level)? {
                let inside = test.path.iter().filter(|at| (episode.first..=episode.last).contains(&at.last));
                let largest = inside.filter_map(|at| at.statistic).fold(0.0, f64::max);
                let last = if episode.goes_on { " (end of the sample)" } else { "" };
                table.push_row([
                    Cell::text(words::arrow(test)),
                    Cell::text(episode.first.to_string()),
                    Cell::text(format!("{}{last}", episode.last)),
                    Cell::number(largest, NumberFormat::Decimals(3)),
                    test.critical_value(level)
                        .map_or(Cell::Empty, |value| Cell::number(value, NumberFormat::Decimals(3))),
                ]);
            }
        }
        Ok(table.note("Dates are the last ones of windows."))
    }

    /// The statistic of both directions at every end date.
    pub fn sequence(&self) -> Table {
        let (there, back) = (self.forward(), self.backward());
        let heading = |test: &TimeVaryingTest| format!("W, {}", words::arrow(test));
        let mut table = Table::new("sequence", format!("Wald statistics, {} windows", self.forward().windows))
            .column(Column::text("date", "Last row"))
            .column(Column::number("forward", heading(there)))
            .column(Column::text("forward_from", "From"))
            .column(Column::number("backward", heading(back)))
            .column(Column::text("backward_from", "From"));
        let statistic = |at: &WindowStatistic| match at.statistic {
            Some(value) => Cell::number(value, NumberFormat::Decimals(3)),
            None => Cell::not_available("collinear in every window"),
        };
        for (one, other) in there.path.iter().zip(&back.path) {
            let from = |at: &WindowStatistic| Cell::text(at.first.to_string());
            table.push_row([
                Cell::text(one.last.to_string()),
                statistic(one),
                from(one),
                statistic(other),
                from(other),
            ]);
        }
        table
    }
}

shows_itself!(TimeVaryingResult => table);
