//! Both directions with every number of lags asked for.

use super::panel::Panel;
use super::spec::Spec;
use super::test::{CausalityTest, both_ways, too_short};
use super::words;
use crate::hypothesis::test_table;
use crate::table::{Table, shows_itself};
use crate::{Error, ErrorKind, TestReport};

/// The tests of both directions, for every number of lags: the direction asked for first, then the other.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityResult {
    tests: Vec<CausalityTest>,
}

impl CausalityResult {
    pub(super) fn of(spec: &Spec<'_>) -> Result<Self, Error> {
        let panel = Panel::align(spec.cause, spec.effect, &spec.given)?;
        let (orders, chosen_by) = spec.orders(&panel)?;
        let (shortest, name) = (*orders.start(), words::name_of(spec.toda_yamamoto));
        let needed = spec.needed(&panel, shortest);
        if panel.len() < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{name} with {} needs {needed} observations ({} used up by lags, {} coefficients, 1 residual degree \
                     of freedom), found {}: {}",
                    words::lags(shortest),
                    shortest.saturating_add(spec.extra),
                    spec.regressors(&panel, shortest),
                    panel.len(),
                    panel.effect().sample()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let mut tests = Vec::new();
        for lags in orders {
            if panel.len() < spec.needed(&panel, lags) {
                tests.extend(too_short(spec, &panel, lags, &chosen_by));
            } else {
                tests.extend(both_ways(spec, &panel, &spec.prepare(&panel, lags)?, lags, &chosen_by)?);
            }
        }
        Ok(Self { tests })
    }

    /// Every test: for each number of lags the direction asked for, then the other.
    pub fn tests(&self) -> &[CausalityTest] {
        &self.tests
    }

    /// The test from one series to another with this number of lags.
    pub fn test(&self, cause: &str, effect: &str, lags: usize) -> Option<&CausalityTest> {
        self.tests.iter().find(|test| test.cause() == cause && test.effect() == effect && test.lags() == lags)
    }

    /// The direction asked for, with the fewest lags.
    pub fn forward(&self) -> &CausalityTest {
        &self.tests[0]
    }

    /// The other direction, with the fewest lags.
    pub fn backward(&self) -> &CausalityTest {
        &self.tests[1]
    }

    /// Every convention of every test.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| test.reports().iter().cloned()).collect()
    }

    /// What the tests come to at this level, one paragraph for each number of lags: in words, with what cannot be
    /// concluded.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        Ok(self
            .tests
            .chunks_exact(2)
            .map(|pair| words::verdict(&pair[0], &pair[1], level))
            .collect::<Vec<_>>()
            .join("\n"))
    }

    /// Every convention of every test, a row each; the simulated sizes of a small sample are gathered into a sentence.
    pub fn table(&self) -> Table {
        let reports: Vec<TestReport> =
            self.reports().into_iter().map(|report| TestReport { notes: Vec::new(), ..report }).collect();
        self.tests
            .iter()
            .step_by(2)
            .filter_map(|test| {
                let conventions: Vec<&str> = test.reports().iter().map(|report| report.convention).collect();
                Some(test.small_sample()?.summaries(&conventions))
            })
            .flatten()
            .fold(test_table(&reports), Table::note)
    }
}

shows_itself!(CausalityResult => table);
