//! Did causality between the flows change with the measures? Before, after, and the test of the difference.

use serde::Serialize;

use crate::causality::{CausalityChange, CausalityChangeResult, ChangeTest};
use crate::replication::samples::TradeSample;
use crate::replication::words::{capitalised, listed};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Error, Frequency, HypothesisTest, Outcome, Period, TestReport};

/// How the flows enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeForm {
    /// Logarithms.
    Logs,
    /// Their changes.
    LogChanges,
}

impl ChangeForm {
    const fn title(self) -> &'static str {
        match self {
            Self::Logs => "logs",
            Self::LogChanges => "Δlogs",
        }
    }
}

/// Both directions on one sample, before and after one date.
#[derive(Debug, Clone)]
pub struct CausalityBeforeAfter {
    /// The sample in words.
    pub title: &'static str,
    /// How the flows enter.
    pub form: ChangeForm,
    /// p.
    pub lags: usize,
    /// The first period after.
    pub date: Period,
    /// Exports → imports first.
    pub result: CausalityChangeResult,
}

/// Every sample, form, number of lags (1 and 2) and date; seasons in half-years.
pub(super) fn compute(samples: &[TradeSample]) -> Result<Vec<CausalityBeforeAfter>, Error> {
    let mut all = Vec::new();
    for sample in samples {
        let (x, m) = (sample.exports.log()?.rename("log exports"), sample.imports.log()?.rename("log imports"));
        let changes = (x.diff(1)?.rename("Δlog exports"), m.diff(1)?.rename("Δlog imports"));
        for (form, (x, m)) in [(ChangeForm::Logs, (x, m)), (ChangeForm::LogChanges, changes)] {
            for lags in [1, 2] {
                for &date in &sample.dates {
                    let test = CausalityChange::cause(&x).effect(&m).at(date).lags(lags);
                    let test = if sample.frequency() == Frequency::HalfYearly { test.seasonal() } else { test };
                    all.push(CausalityBeforeAfter { title: sample.title, form, lags, date, result: test.run()? });
                }
            }
        }
    }
    Ok(all)
}

/// A row for each direction: p before, p after, and the test of the change.
pub(super) fn table(all: &[CausalityBeforeAfter]) -> Table {
    let mut table =
        Table::new("causality_change", "Causality between exports (X) and imports (M) before and after May 24, 2010")
            .column(Column::text("form", "Form"))
            .column(Column::number("lags", "Lags"))
            .column(Column::text("first_after", "After from"))
            .column(Column::text("direction", "Direction"))
            .column(Column::number("n", "Rows"))
            .column(Column::number("before_p", "Before").under("p, no causality"))
            .column(Column::number("after_p", "After").under("p, no causality"))
            .column(Column::number("change_f", "F").under("No change"))
            .column(Column::text("change_null", "Null").under("No change"))
            .column(Column::number("change_p", "p").under("No change"));
    let mut group = "";
    for one in all {
        if one.title != group {
            group = one.title;
            table = table.group(capitalised(one.title));
        }
        for (test, arrow) in one.result.tests().iter().zip(["X → M", "M → X"]) {
            let mut row = vec![
                Cell::text(one.form.title()),
                Cell::count(one.lags),
                Cell::text(one.date.to_string()),
                Cell::text(arrow),
                Cell::count(test.change().sample.n),
                p_value(test.before()),
                p_value(test.after()),
            ];
            match &test.change().outcome {
                Outcome::Computed { statistic, distribution, p, .. } => row.extend([
                    Cell::number(*statistic, NumberFormat::Decimals(3)),
                    Cell::text(distribution.to_string().replace(", ", ",")),
                    Cell::from(*p),
                ]),
                Outcome::NotApplicable { because } => {
                    row.extend([Cell::Empty, Cell::Empty, Cell::not_available(because.clone())]);
                }
            }
            table.push_row(row);
        }
    }
    table
        .note("One regression for each row, every coefficient free on either side of the date: F that the lags of the cause are zero before, that they are zero after, and that they are the same.")
        .note("\"Not before, yes after\" is two verdicts; that causality changed is the last three columns alone.")
        .note("Half-years with seasonal dummies. 2014 is the rival date, where later years allow it.")
}

fn p_value(report: &TestReport) -> Cell {
    match &report.outcome {
        Outcome::Computed { p, .. } => Cell::from(*p),
        Outcome::NotApplicable { because } => Cell::not_available(because.clone()),
    }
}

/// What stands beside the claim that one direction is causal after the measures.
pub(super) fn beside_the_claim(all: &[CausalityBeforeAfter], exports_to_imports: bool, level: f64) -> String {
    let measures = all.iter().filter(|one| one.date != Period::annual(2014));
    let verdicts: Vec<bool> = measures
        .filter_map(|one| one.result.tests()[usize::from(!exports_to_imports)].change().rejects(level))
        .collect();
    format!(
        "that {} changed after May 24 is found at {} % in {} of {} tests",
        if exports_to_imports { "exports → imports itself" } else { "imports → exports itself" },
        100.0 * level,
        verdicts.iter().filter(|rejected| **rejected).count(),
        verdicts.len()
    )
}

/// How often each direction is found to have changed at the dates of the measures, and how often two verdicts would say so.
pub(super) fn in_words(all: &[CausalityBeforeAfter], level: f64) -> Option<String> {
    let of = |direction: usize, rival: bool| -> Vec<(&CausalityBeforeAfter, &ChangeTest)> {
        let dated = all.iter().filter(|one| (one.date == Period::annual(2014)) == rival);
        let tests = dated.map(|one| (one, &one.result.tests()[direction]));
        tests.filter(|(_, test)| test.report().rejects(level).is_some()).collect()
    };
    let changed = |tests: &[(&CausalityBeforeAfter, &ChangeTest)]| {
        let found: Vec<&(&CausalityBeforeAfter, &ChangeTest)> =
            tests.iter().filter(|(_, test)| test.change().rejects(level) == Some(true)).collect();
        let mut places: Vec<String> = found.iter().map(|(one, _)| format!("\"{}\"", one.title)).collect();
        places.dedup();
        let on = if places.is_empty() { String::new() } else { format!(", on {}", listed(&places)) };
        format!("{} of {}{on}", found.len(), tests.len())
    };
    let (forward, backward, rival) = (of(0, false), of(1, false), of(0, true));
    if forward.is_empty() {
        return None;
    }
    let verdicts: Vec<_> = forward
        .iter()
        .filter(|(_, test)| test.before().rejects(level) == Some(false) && test.after().rejects(level) == Some(true))
        .collect();
    let supported = verdicts.iter().filter(|(_, test)| test.change().rejects(level) == Some(true)).count();
    Some(format!(
        "That exports → imports itself changed after May 24 is found at {} % in {}; at the rival date 2014 in {}. That imports → \
         exports changed after May 24 is found in {}. Not before and yes after, as the claim has it, exports → imports shows in {} \
         of {}; the change is found in {} of these.",
        100.0 * level,
        changed(&forward),
        changed(&rival),
        changed(&backward),
        verdicts.len(),
        forward.len(),
        supported
    ))
}
