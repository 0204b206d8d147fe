//! Both directions of a test that is not the linear one, in the common form.

use crate::hypothesis::{finds_conventions, reports_itself, test_table};
use crate::table::{NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Outcome, TestReport};

/// One direction: whether one series helps to predict another.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoWayTest {
    pub(super) cause: String,
    pub(super) effect: String,
    /// The headline first; never empty.
    pub(super) reports: Vec<TestReport>,
}

impl TwoWayTest {
    /// The series that may help to predict.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// Every convention; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    fn arrow(&self) -> String {
        format!("{} → {}", self.cause, self.effect)
    }

    /// "x → y: T = 2.104, p = 0.018".
    fn numbers(&self) -> String {
        match self.reports.first().map(|report| &report.outcome) {
            Some(Outcome::Computed { symbol, statistic, p, .. }) => {
                format!("{}: {symbol} = {}, {p}", self.arrow(), NumberFormat::Decimals(3).format(*statistic))
            }
            Some(Outcome::NotApplicable { because }) => format!("{}: {because}", self.arrow()),
            None => self.arrow(),
        }
    }
}

finds_conventions!(TwoWayTest);

reports_itself!(TwoWayTest);

/// Both directions, the one asked for first.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoWayResult {
    tests: [TwoWayTest; 2],
    /// The headline in words: "by Diks and Panchenko's T with 1 lag".
    by: String,
    /// What a rejection, or its absence, does not show.
    caution: &'static str,
    joint: Vec<TestReport>,
}

impl TwoWayResult {
    pub(super) fn new(tests: [TwoWayTest; 2], by: String, caution: &'static str) -> Self {
        Self { tests, by, caution, joint: Vec::new() }
    }

    /// With tests of both directions at once.
    pub(super) fn with_joint(mut self, joint: Vec<TestReport>) -> Self {
        self.joint = joint;
        self
    }

    /// Both directions.
    pub fn tests(&self) -> &[TwoWayTest] {
        &self.tests
    }

    /// The direction asked for.
    pub fn forward(&self) -> &TwoWayTest {
        &self.tests[0]
    }

    /// The other direction.
    pub fn backward(&self) -> &TwoWayTest {
        &self.tests[1]
    }

    /// Tests of both directions at once, where there are such.
    pub fn joint(&self) -> &[TestReport] {
        &self.joint
    }

    /// Every convention of each direction, then of both at once.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| &test.reports).chain(&self.joint).cloned().collect()
    }

    /// What the tests come to at this level, in words, with what cannot be concluded.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        let [there, back] = &self.tests;
        let rejects = [there, back].map(|test| test.reports.first().and_then(|report| report.rejects(level)));
        let finding = match rejects {
            [Some(true), Some(true)] => "both directions are supported".to_owned(),
            [Some(true), Some(false)] => format!("{} is supported, {} is not", there.arrow(), back.arrow()),
            [Some(false), Some(true)] => format!("{} is supported, {} is not", back.arrow(), there.arrow()),
            [Some(false), Some(false)] => "neither direction is supported".to_owned(),
            [None, None] => "neither direction is identified".to_owned(),
            [None, _] => format!("{} is not identified", there.arrow()),
            [_, None] => format!("{} is not identified", back.arrow()),
        };
        let sample = there.reports.first().map_or(String::new(), |report| format!(", {}", report.sample));
        let percent = NumberFormat::Significant(3).format(100.0 * level);
        let percent = percent.trim_end_matches('0').trim_end_matches('.');
        let mut words = format!(
            "At {percent} %, {}{sample}: {finding} ({}; {}). {}",
            self.by,
            there.numbers(),
            back.numbers(),
            self.caution
        );
        if rejects.contains(&Some(false)) {
            words += " That a direction is not rejected does not show that it is absent.";
        }
        Ok(words)
    }

    /// Every convention of both directions, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports())
    }
}

shows_itself!(TwoWayResult => table);
