//! Both directions with every number of lags asked for.

use super::aligned::Aligned;
use super::spec::Spec;
use super::test::{CausalityTest, both_ways};
use super::words;
use crate::hypothesis::test_table;
use crate::regression::Criterion;
use crate::table::{Cell, Column, Table, shows_itself};
use crate::{Error, ErrorKind, Outcome, Series, TestReport};

/// The tests of both directions, for every number of lags: the direction asked for first, then the other.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityResult {
    tests: Vec<CausalityTest>,
    /// What each criterion would choose among the numbers of lags, if there are several.
    choices: Vec<(Criterion, usize)>,
}

impl CausalityResult {
    pub(super) fn of(cause: &Series, effect: &Series, spec: &Spec<'_>) -> Result<Self, Error> {
        let aligned = Aligned::align(cause, effect, &spec.given, &spec.exogenous, spec.accept_constructed)?;
        let (orders, chosen_by) = spec.orders(&aligned)?;
        let (shortest, name) = (*orders.start(), words::name_of(spec.toda_yamamoto));
        let needed = spec.needed(&aligned, shortest);
        if spec.separate.is_none() && aligned.len() < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{name} with {} needs {needed} observations ({} used up by lags, {} coefficients, 1 residual degree \
                     of freedom), found {}: {}",
                    words::lags(shortest),
                    shortest.saturating_add(spec.extra),
                    spec.regressors(&aligned, shortest),
                    aligned.len(),
                    aligned.effect().sample()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let choices = spec.choices(&aligned, &orders)?;
        let mut tests = Vec::new();
        for lags in orders {
            tests.extend(both_ways(spec, &aligned, lags, &chosen_by)?);
        }
        Ok(Self { tests, choices })
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
        Ok(self.verdicts(level)?.join("\n"))
    }

    /// The paragraphs of [`in_words`](Self::in_words), one for each number of lags.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn verdicts(&self, level: f64) -> Result<Vec<String>, Error> {
        words::check_level(level)?;
        Ok(self.tests.chunks_exact(2).map(|pair| words::verdict(&pair[0], &pair[1], level)).collect())
    }

    /// Every convention of every test, a row each; the simulated sizes of a small sample are gathered into a sentence.
    pub fn table(&self) -> Table {
        tabulate(&self.tests)
    }

    /// The same rows in a table for each number of lags.
    pub fn tables(&self) -> Vec<Table> {
        let one_of = |pair: &[CausalityTest]| {
            let (table, lags) = (tabulate(pair), pair[0].lags());
            let (id, title) = (
                format!("{}-lags-{lags}", table.id()),
                format!("{}, {}", table.title(), words::lags_of_test(&pair[0])),
            );
            table.identified(id).titled(title)
        };
        self.tests.chunks_exact(2).map(one_of).collect()
    }

    /// The p-values of the headline by number of lags, both directions side by side.
    pub fn overview(&self) -> Table {
        self.overview_with(|table| table, |_| Vec::new())
    }

    /// The same with what each number of lags comes to at this level, the choices of the criteria, and how many reject.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn sensitivity(&self, level: f64) -> Result<Table, Error> {
        words::check_level(level)?;
        let columns = |table: Table| {
            table.column(Column::text("finding", "Supported")).column(Column::text("chosen_by", "Chosen by"))
        };
        let marks = |lags: usize| {
            let chosen = self.choices.iter().filter(|(_, choice)| *choice == lags);
            chosen.map(|(criterion, _)| criterion.to_string()).collect::<Vec<_>>().join(", ")
        };
        let table = self.overview_with(columns, |pair| {
            vec![Cell::text(words::finding(&pair[0], &pair[1], level)), Cell::text(marks(pair[0].lags()))]
        });
        let count = |i: usize| {
            let of = self.tests.iter().skip(i).step_by(2).map(|test| test.reports().first()?.rejects(level));
            let of: Vec<bool> = of.flatten().collect();
            let arrow = words::arrow(&self.tests[i]);
            format!("{arrow} with {} of {} numbers of lags", of.iter().filter(|rejects| **rejects).count(), of.len())
        };
        let mut table = table.note(format!("Rejected at {}: {}, {}.", words::percent(level), count(0), count(1)));
        if !self.choices.is_empty() {
            table = table.note(
                "Criteria are those of the vector autoregression of all series, on the rows that the longest number of lags leaves.",
            );
        }
        Ok(table)
    }

    fn overview_with(&self, more: impl Fn(Table) -> Table, cells: impl Fn(&[CausalityTest]) -> Vec<Cell>) -> Table {
        let (forward, backward) = (self.forward(), self.backward());
        let headline = forward.reports().first().map_or("F", |report| report.convention);
        let title = format!("p-values of {} by the number of lags", words::convention(headline));
        let mut table = Table::new("overview", title)
            .column(Column::number("lags", "Lags"))
            .column(Column::number("n", "Rows"))
            .column(Column::number("p_forward", words::arrow(forward)))
            .column(Column::number("p_backward", words::arrow(backward)));
        table = more(table);
        let p = |test: &CausalityTest| match test.reports().first().map(|report| &report.outcome) {
            Some(Outcome::Computed { p, .. }) => Cell::from(*p),
            Some(Outcome::NotApplicable { because }) => Cell::not_available(because),
            None => Cell::Empty,
        };
        for pair in self.tests.chunks_exact(2) {
            let start = [Cell::count(pair[0].lags()), Cell::count(pair[0].sample().n), p(&pair[0]), p(&pair[1])];
            table.push_row(start.into_iter().chain(cells(pair)));
        }
        table
    }
}

/// Tests as rows, without the notes of each: what they say is gathered into sentences under the table.
fn tabulate(tests: &[CausalityTest]) -> Table {
    let reports: Vec<TestReport> = tests
        .iter()
        .flat_map(|test| test.reports().iter().cloned())
        .map(|report| TestReport { notes: Vec::new(), ..report })
        .collect();
    let table = tests.iter().filter_map(lags_by_role).fold(test_table(&reports), Table::note);
    tests
        .iter()
        .step_by(2)
        .filter_map(|test| {
            let conventions: Vec<&str> = test.reports().iter().map(|report| report.convention).collect();
            Some(test.small_sample()?.summaries(&conventions))
        })
        .flatten()
        .chain(shared_notes(tests))
        .fold(table, Table::note)
}

/// What every test says of its series.
fn shared_notes(tests: &[CausalityTest]) -> impl Iterator<Item = String> {
    tests.first().into_iter().flat_map(|test| test.data_notes().iter().map(|note| note.text().to_owned()))
}

/// What a direction whose roles have lags of their own says of them, and who chose them; `None` for lags 1 to p.
fn lags_by_role(test: &CausalityTest) -> Option<String> {
    let report = test.reports().first()?;
    report.settings.iter().find(|setting| setting.name == "lags tested")?;
    let own = |name: &str| name == "own lags" || name.starts_with("lags ");
    let lags = report.settings.iter().filter(|setting| own(&setting.name)).map(ToString::to_string);
    let notes = report.notes.iter().map(|note| note.text().to_owned()).filter(|text| text.starts_with("Hsiao"));
    let all: Vec<String> = lags.chain(notes).collect();
    Some(format!("{}: {}.", words::arrow(test), all.join("; ")))
}

shows_itself!(CausalityResult => table);
