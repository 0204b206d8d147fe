//! The three hypotheses with every number of lags asked for.

use super::super::spec::Spec;
use super::super::words::check_level;
use super::system::SystemLayout;
use super::test::{BlockTest, three};
use super::{Groups, words};
use crate::hypothesis::test_table;
use crate::table::{Cell, Column, Table, shows_itself};
use crate::{Error, ErrorKind, Outcome, TestReport};

/// For each number of lags: the direction asked for, the other, and within a period.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockResult {
    tests: Vec<BlockTest>,
}

impl BlockResult {
    pub(super) fn of(spec: &Spec<'_>, groups: &Groups) -> Result<Self, Error> {
        let aligned = &groups.aligned;
        let (orders, chosen_by) = spec.orders(aligned)?;
        let layout = |lags: usize| SystemLayout {
            fixed: spec.fixed_count(aligned),
            causes: groups.causes,
            effects: groups.effects,
            given: groups.given().len(),
            lags,
            extra: spec.extra,
        };
        let (shortest, needed) = (*orders.start(), layout(*orders.start()).needed(1));
        if aligned.len() < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a system of {} series with {} needs {needed} observations, found {}: {}",
                    aligned.series.len(),
                    super::super::words::lags(shortest),
                    aligned.len(),
                    aligned.effect().sample()
                ),
            )
            .remedy("use fewer lags or series, or a longer sample"));
        }
        let mut tests = Vec::new();
        for lags in orders {
            tests.extend(three(spec, groups, layout(lags), &chosen_by)?);
        }
        Ok(Self { tests })
    }

    /// Every test: for each number of lags the direction asked for, the other, and within a period.
    pub fn tests(&self) -> &[BlockTest] {
        &self.tests
    }

    /// The direction asked for, with the fewest lags.
    pub fn forward(&self) -> &BlockTest {
        &self.tests[0]
    }

    /// The other direction, with the fewest lags.
    pub fn backward(&self) -> &BlockTest {
        &self.tests[1]
    }

    /// Within a period, with the fewest lags.
    pub fn instantaneous(&self) -> &BlockTest {
        &self.tests[2]
    }

    /// Every convention of every test.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| test.reports().iter().cloned()).collect()
    }

    /// What the tests come to at this level, one paragraph for each number of lags.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        Ok(self.verdicts(level)?.join("\n"))
    }

    /// The paragraphs of [`in_words`](Self::in_words).
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn verdicts(&self, level: f64) -> Result<Vec<String>, Error> {
        check_level(level)?;
        Ok(self.tests.chunks_exact(3).map(|three| words::verdict(three, level)).collect())
    }

    /// Every convention of every test, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports())
    }

    /// The same rows in a table for each number of lags.
    pub fn tables(&self) -> Vec<Table> {
        let one_of = |three: &[BlockTest]| {
            let reports: Vec<TestReport> = three.iter().flat_map(|test| test.reports().iter().cloned()).collect();
            let (table, lags) = (test_table(&reports), three[0].lags());
            let id = format!("{}-lags-{lags}", table.id());
            let title = format!("{}, {}", table.title(), super::super::words::lags(lags));
            table.identified(id).titled(title)
        };
        self.tests.chunks_exact(3).map(one_of).collect()
    }

    /// The p-values of the headline by number of lags, with how many reject at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn overview(&self, level: f64) -> Result<Table, Error> {
        check_level(level)?;
        let columns = &self.tests[..3];
        let mut table = Table::new("overview", "p-values of F by the number of lags")
            .column(Column::number("lags", "Lags"))
            .column(Column::number("n", "Rows"));
        for (name, test) in ["p_forward", "p_backward", "p_instantaneous"].into_iter().zip(columns) {
            table = table.column(Column::number(name, words::arrow(test)));
        }
        let p = |test: &BlockTest| match test.reports().first().map(|report| &report.outcome) {
            Some(Outcome::Computed { p, .. }) => Cell::from(*p),
            Some(Outcome::NotApplicable { because }) => Cell::not_available(because),
            None => Cell::Empty,
        };
        for three in self.tests.chunks_exact(3) {
            let start = [Cell::count(three[0].lags()), Cell::count(three[0].sample().n)];
            table.push_row(start.into_iter().chain(three.iter().map(p)));
        }
        let count = |i: usize| {
            let of: Vec<Option<bool>> =
                self.tests.iter().skip(i).step_by(3).map(|test| test.reports()[0].rejects(level)).collect();
            let rejected = of.iter().filter(|one| **one == Some(true)).count();
            format!("{} in {rejected} of {}", words::arrow(&columns[i]), of.iter().flatten().count())
        };
        let level = super::super::words::percent(level);
        Ok(table.note(format!("Rejected at {level}: {}, {}, {}.", count(0), count(1), count(2))))
    }
}

shows_itself!(BlockResult => table);
