//! Every way between the three series as a table.

use super::{Question, SouthernTradeEvidence, SystemTest};
use crate::replication::causality::tables::{CONVENTIONS, columns_of_tests, percent};
use crate::replication::words::capitalised;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Outcome, PValue};

/// The least that a p-value is printed as.
const SMALLEST: f64 = 1e-4;

impl Question {
    /// `X → M`, `X, S → M`, `X ↔ M`.
    pub fn title(self) -> String {
        match self {
            Self::Direct(cause, effect) => format!("{} → {}", cause.letter(), effect.letter()),
            Self::BothToImports => "X, S → M".to_owned(),
            Self::ImportsToBoth => "M → X, S".to_owned(),
            Self::WithinTheYear(one, other) => format!("{} ↔ {}", one.letter(), other.letter()),
        }
    }
}

impl SouthernTradeEvidence {
    /// A row for each test: F with its p-value, the p-values of the other conventions, and how often F and χ² reject a true
    /// null in samples so small. Tests that leave too few degrees of freedom share a row.
    pub fn table(&self) -> Table {
        let mut table = columns_of_tests(
            "southern_trade",
            "Exports to China (X), imports from China (M) and trade with South Korea (S): every direction",
        );
        for (convention, title) in &CONVENTIONS[..3] {
            table = table.column(Column::number(format!("size_{convention}"), *title).under("Size, %"));
        }
        let mut sample = "";
        for tests in self.tests.chunk_by(|a, b| a.shares_a_row(b)) {
            if tests[0].sample != sample {
                sample = tests[0].sample;
                table = table.group(capitalised(tests[0].title));
            }
            table.push_row(row(tests));
        }
        table
            .note("→: the past of the first helps to predict the second, given the past of the third; X, S → M: of both together. ↔: the two move together within a year, beyond the past of all three; there χ² = pF stands for T·r²/(1 + r²), r the correlation of the errors.")
            .note("logs: Granger's test on logarithms; Δlogs: on their changes; TY: Toda and Yamamoto's test on logarithms, with one lag more than is tested. F of X, S → M is that of one equation, F of M → X, S Rao's of two; χ² ML uses RSS/T.")
            .note("Size: of simulated samples as short of three series without causality, the share in which the test rejects at a nominal 5 %; independent random walks for levels, white noise for changes; 2,000 draws for one cause and effect, 1,000 otherwise.")
            .note("X → M and M → X are also rows of `causality`.")
    }
}

impl SystemTest {
    fn because(&self) -> Option<&str> {
        match &self.reports.first()?.outcome {
            Outcome::NotApplicable { because } => Some(because),
            Outcome::Computed { .. } => None,
        }
    }

    fn shares_a_row(&self, next: &Self) -> bool {
        let same = (self.sample, self.form, self.lags) == (next.sample, next.form, next.lags);
        same && self.because().is_some() && next.because().is_some()
    }
}

/// One test, or several of which none is identified.
fn row(tests: &[SystemTest]) -> Vec<Cell> {
    let (test, report) = (&tests[0], &tests[0].reports[0]);
    let within = tests.iter().all(|test| matches!(test.question, Question::WithinTheYear(..)));
    let direction = match tests {
        [one] => one.question.title(),
        _ if within => "all ↔".to_owned(),
        _ => "all".to_owned(),
    };
    let mut cells = vec![
        Cell::text(test.form.title()),
        Cell::count(test.lags),
        Cell::text(direction),
        Cell::text(report.sample.to_string()),
        Cell::count(report.sample.n),
    ];
    match &report.outcome {
        Outcome::Computed { statistic, distribution, .. } => {
            cells.push(Cell::number(*statistic, NumberFormat::Decimals(3)));
            cells.push(Cell::text(distribution.to_string().replace(", ", ",")));
            for (convention, _) in CONVENTIONS {
                cells.push(test.p_value(convention).map_or(Cell::Empty, p_value));
            }
            for (convention, _) in &CONVENTIONS[..3] {
                cells.push(percent(test.size(convention).map(|rate| rate.value())));
            }
        }
        Outcome::NotApplicable { .. } => {
            cells.push(Cell::not_available("not identified, fewer than five residual degrees of freedom"));
        }
    }
    cells
}

/// A p-value as printed: of twelve rows no law is known to more digits.
fn p_value(p: f64) -> Cell {
    if p < SMALLEST { Cell::from(PValue::Below(SMALLEST)) } else { Cell::p_value(p) }
}
