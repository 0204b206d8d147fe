//! What came of the test of constant relations.

use crate::hypothesis::test_table;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{HypothesisTest, Stamp, TestReport};

/// What the sample up to one period comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct RecursiveRow {
    /// The sample's last period.
    pub at: Stamp,
    /// Its rows.
    pub rows: usize,
    /// λ with every coefficient estimated anew.
    pub eigenvalues_x: Vec<f64>,
    /// λ with the unrestricted coefficients of the whole sample.
    pub eigenvalues_r: Vec<f64>,
    /// Trace statistics of r = 0, 1, … over their 5 % critical values, X form; `None` beyond 12 common trends.
    pub trace_ratios_x: Vec<Option<f64>>,
    /// The same, R form.
    pub trace_ratios_r: Vec<Option<f64>>,
    /// The likelihood ratio of "β is that of the whole sample", χ² with r(k − r) degrees of freedom, X form.
    pub known_beta_x: f64,
    /// The same, R form.
    pub known_beta_r: f64,
    /// Q(t).
    pub score: f64,
}

/// What came of the test of constant relations.
#[derive(Debug, Clone)]
pub struct ConstancyResult {
    pub(super) sup: f64,
    pub(super) mean: f64,
    pub(super) score: Vec<f64>,
    pub(super) rows: Vec<RecursiveRow>,
    pub(super) reports: Vec<TestReport>,
}

impl ConstancyResult {
    /// The largest Q(t).
    pub fn sup(&self) -> f64 {
        self.sup
    }

    /// The mean of Q(t).
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Q(t) in every row of the sample.
    pub fn score(&self) -> &[f64] {
        &self.score
    }

    /// The paths, a row for each sample.
    pub fn rows(&self) -> &[RecursiveRow] {
        &self.rows
    }

    /// The test by the largest score, which is the headline, and by the mean.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The tests.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    /// The paths: traces over their critical values, and the likelihood ratio of β over its own, both forms.
    pub fn path_table(&self) -> Table {
        let ranks = self.rows.first().map_or(0, |row| row.trace_ratios_x.len());
        let mut table = Table::new("hansen-johansen-path", "Recursive statistics over their 5 % critical values")
            .column(Column::text("at", "To"));
        for form in ["X", "R"] {
            for rank in 0..ranks {
                let name = format!("trace_{}_{rank}", form.to_lowercase());
                table = table.column(Column::number(name, format!("r = {rank}")).under(format!("Trace, {form} form")));
            }
        }
        table = table.column(Column::number("score", "Q"));
        for row in &self.rows {
            let ratios = row.trace_ratios_x.iter().chain(&row.trace_ratios_r).map(|ratio| {
                ratio.map_or(Cell::not_available("not simulated"), |ratio| {
                    Cell::number(ratio, NumberFormat::Decimals(3))
                })
            });
            let mut cells = vec![Cell::text(row.at.to_string())];
            cells.extend(ratios);
            cells.push(Cell::number(row.score, NumberFormat::Decimals(3)));
            table.push_row(cells);
        }
        table.note(
            "A path above one at one date rejects at 5 % there; that it is somewhere above one is not a 5 % test.",
        )
    }

    /// The tests, then the paths.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.path_table()]
    }
}

/// By the largest score.
impl HypothesisTest for ConstancyResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(ConstancyResult => tables);
