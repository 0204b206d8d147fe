//! What came of the tests, and the order that follows.

use std::collections::BTreeMap;

use super::panel::Null;
use super::power::Power;
use super::{tabulate, words};
use crate::table::{Table, shows_itself};
use crate::unit_root::Terms;
use crate::{Error, ErrorKind, Outcome, Sample, TestReport};

/// One test on a series or one of its differences.
#[derive(Debug, Clone)]
pub struct OrderTest {
    pub(super) name: &'static str,
    pub(super) null: Null,
    pub(super) differences: usize,
    pub(super) terms: Terms,
    pub(super) report: Result<TestReport, Error>,
}

/// What a test says at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    /// Its null is rejected.
    Rejected,
    /// Its null is not rejected.
    NotRejected,
    /// It has no number, or a bound that does not tell.
    Silent,
}

impl OrderTest {
    /// The test's name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it takes for true.
    pub fn null(&self) -> Null {
        self.null
    }

    /// How often the series was differenced for it.
    pub fn differences(&self) -> usize {
        self.differences
    }

    /// The deterministic terms it allows for.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// Its report; `None` if it could not be run.
    pub fn report(&self) -> Option<&TestReport> {
        self.report.as_ref().ok()
    }

    /// Why it has no number; `None` if it has one.
    pub fn because(&self) -> Option<String> {
        match &self.report {
            Ok(TestReport { outcome: Outcome::NotApplicable { because }, .. }) => Some(because.clone()),
            Ok(_) => None,
            Err(error) => Some(format!("not identified: {}", error.message())),
        }
    }

    /// What it says at this level.
    pub fn finding(&self, level: f64) -> Finding {
        match self.report().and_then(|report| report.rejects(level)) {
            Some(true) => Finding::Rejected,
            Some(false) => Finding::NotRejected,
            None => Finding::Silent,
        }
    }

    /// Whether it counts the series at hand as stationary; `None` if it is silent.
    pub(super) fn stationary(&self, level: f64) -> Option<bool> {
        match (self.null, self.finding(level)) {
            (_, Finding::Silent) => None,
            (Null::UnitRoot, finding) => Some(finding == Finding::Rejected),
            (Null::Stationarity, finding) => Some(finding == Finding::NotRejected),
        }
    }
}

/// The order of integration that the tests together allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Every test that gives an order gives this one.
    Agreed(usize),
    /// The tests give different orders.
    Disagreed {
        /// The smallest.
        lowest: usize,
        /// The largest.
        highest: usize,
    },
    /// No test gives an order.
    Undecided,
}

impl Order {
    /// The largest order that a test gives.
    pub fn highest(self) -> Option<usize> {
        match self {
            Self::Agreed(order) | Self::Disagreed { highest: order, .. } => Some(order),
            Self::Undecided => None,
        }
    }
}

/// All tests of one series.
#[derive(Debug, Clone)]
pub struct SeriesOrder {
    pub(super) name: String,
    pub(super) sample: Sample,
    pub(super) terms: Terms,
    /// An autoregression of order one around a trend has a root above one.
    pub(super) explodes: bool,
    pub(super) tests: Vec<OrderTest>,
}

impl SeriesOrder {
    /// The series' name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// First and last period of the series, and its length.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// Every test, on levels, first and second differences.
    pub fn tests(&self) -> &[OrderTest] {
        &self.tests
    }

    /// The order that the tests together allow at this level.
    pub fn order(&self, level: f64) -> Order {
        let orders: Vec<usize> = self.orders(level).into_iter().filter_map(|(_, order)| order).collect();
        match (orders.iter().min(), orders.iter().max()) {
            (Some(&lowest), Some(&highest)) if lowest == highest => Order::Agreed(lowest),
            (Some(&lowest), Some(&highest)) => Order::Disagreed { lowest, highest },
            _ => Order::Undecided,
        }
    }

    /// The order that each test gives: the fewest differences that it counts as stationary, if it spoke of all before.
    pub(super) fn orders(&self, level: f64) -> Vec<(&'static str, Option<usize>)> {
        self.by_test()
            .map(|(name, tests)| {
                let first = tests.iter().find(|test| test.stationary(level) != Some(false));
                (name, first.filter(|test| test.stationary(level).is_some()).map(|test| test.differences))
            })
            .collect()
    }

    /// The tests of one name, levels first.
    pub(super) fn by_test(&self) -> impl Iterator<Item = (&'static str, Vec<&OrderTest>)> {
        let levels = self.tests.iter().filter(|test| test.differences == 0);
        levels.map(|first| (first.name, self.tests.iter().filter(|test| test.name == first.name).collect()))
    }
}

/// What came of all tests of all series.
#[derive(Debug, Clone)]
pub struct OrderResult {
    pub(super) series: Vec<SeriesOrder>,
    pub(super) powers: BTreeMap<usize, Vec<Power>>,
}

impl OrderResult {
    /// The series, in the order given.
    pub fn series(&self) -> &[SeriesOrder] {
        &self.series
    }

    /// The simulated rejections of each test at a length below 25; empty for a longer one.
    pub fn power(&self, n: usize) -> &[Power] {
        self.powers.get(&n).map_or(&[], Vec::as_slice)
    }

    /// d for Toda and Yamamoto's test of these series: the largest order that any test gives for any of them at this level;
    /// `None` if for one of them no test gives any.
    pub fn toda_yamamoto_d(&self, level: f64) -> Option<usize> {
        self.series.iter().map(|series| series.order(level).highest()).try_fold(0, |d, order| Some(d.max(order?)))
    }

    /// A paragraph for each series, then what follows for d.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn verdicts(&self, level: f64) -> Result<Vec<String>, Error> {
        check(level)?;
        let each = self.series.iter().map(|series| words::verdict(series, self.power(series.sample.n), level));
        Ok(each.chain([words::together(self, level)]).collect())
    }

    /// The same in one text.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        Ok(self.verdicts(level)?.join("\n"))
    }

    /// Every test of every series, a row each, with what it finds at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn table_at(&self, level: f64) -> Result<Table, Error> {
        check(level)?;
        Ok(tabulate::tests(self, level))
    }

    /// The same at 5 %.
    pub fn table(&self) -> Table {
        tabulate::tests(self, 0.05)
    }
}

fn check(level: f64) -> Result<(), Error> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
        .remedy("0.05 is the usual one"))
}

shows_itself!(OrderResult => table);
