//! Error-correction models and their tests as tables.

use ndarray::Axis;

use super::size::DRAWS;
use super::{Corrected, ErrorCorrectionEvidence};
use crate::cointegration::johansen::Divisor;
use crate::replication::causality::tables::percent;
use crate::replication::words::capitalised;
use crate::resampling::Rate;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::vecm::VecmDirection;
use crate::{Outcome, TestReport};

const ESTIMATE: NumberFormat = NumberFormat::Decimals(3);

impl ErrorCorrectionEvidence {
    /// A row for each model: whether a relation is found, what it would be, and who would adjust to it.
    pub fn models_table(&self, level: f64) -> Table {
        let mut table = Table::new(
            "error_correction_models",
            "If imports (M) and exports (X) had one long-run relation: whether they have, what it would be, who would adjust",
        )
        .column(Column::number("lags", "Lags of levels"))
        .column(Column::machine_only("sample"))
        .column(Column::number("n", "Rows"))
        .column(Column::number("trace_none_p", "none").under("Trace, p of at most"))
        .column(Column::number("trace_one_p", "one").under("Trace, p of at most"))
        .column(Column::number("rank", "Rank"))
        .column(Column::number("slope", "b").under("M = b X"))
        .column(Column::number("slope_se", "(s.e.)").under("M = b X"))
        .column(Column::number("loading_m", "M").under("Adjustment"))
        .column(Column::number("loading_m_se", "(s.e.)").under("Adjustment"))
        .column(Column::number("loading_x", "X").under("Adjustment"))
        .column(Column::number("loading_x_se", "(s.e.)").under("Adjustment"));
        let mut above = "";
        for one in &self.models {
            if one.sample != above {
                above = one.sample;
                table = table.group(capitalised(one.title));
            }
            table.push_row(one.model_row(level));
        }
        table
            .note(format!("Rank: the number of relations that the trace test comes to at {:.0} % with the same lags. Where it is 0 the rest of the row rests on an assumption that the data do not support.", 100.0 * level))
            .note("Logarithms, maximum likelihood, an unrestricted constant; half-years with centred seasonal dummies. Standard errors of b: Σ by T; of the adjustment: b taken as known, Σ by T − k.")
            .note("Adjustment: what a series closes within a period of a gap between M and b X; to close it, that of M is negative and that of X positive times b.")
    }

    /// A row for each test of each direction: short run, adjustment, both.
    pub fn table(&self) -> Table {
        let mut table = Table::new(
            "error_correction",
            "Causality between exports (X) and imports (M) in error-correction models with one relation assumed",
        )
        .column(Column::number("lags", "Lags of levels"))
        .column(Column::text("direction", "Direction"))
        .column(Column::text("question", "Question"))
        .column(Column::machine_only("sample"))
        .column(Column::number("statistic", "F"))
        .column(Column::text("distribution", "Null"));
        for (name, title) in [("F", "F"), ("chi2-wald", "χ² = qF"), ("chi2-ml", "χ² ML"), ("lr-johansen", "LR")] {
            table = table.column(Column::number(format!("p_{name}"), title).under("p-value"));
        }
        table = table.column(Column::number("size_F", "Size of F, %"));
        let mut above = "";
        for one in &self.models {
            if one.sample != above {
                above = one.sample;
                table = table.group(capitalised(one.title));
            }
            for row in one.test_rows() {
                table.push_row(row);
            }
        }
        table
            .note("short run: the lagged changes of the first series in the equation of the second; adjustment: the second series answers to the gap; both: the first does not Granger-cause the second, if there is one relation.")
            .note("LR: Johansen's likelihood ratio of weak exogeneity, which estimates the relation anew under the null.")
            .note(format!("Size: of models of two independent random walks as short, one relation assumed as here, the share in which F rejects at a nominal 5 %; {DRAWS} draws of two directions. It is what a false relation does to the test."))
    }
}

impl Corrected {
    fn model_row(&self, level: f64) -> Vec<Cell> {
        let (model, ranks) = (&self.model, self.model.johansen().ranks());
        let trace = |rank: usize| ranks.get(rank).and_then(|row| row.trace_p).map_or(Cell::Empty, Cell::from);
        let error = model.relations().into_iter().find(|term| term.term == "exports").and_then(|term| term.std_error);
        let (alpha, errors) = (model.alpha(), model.alpha_std_errors(Divisor::DegreesOfFreedom));
        let mut cells = vec![
            Cell::count(model.lags()),
            Cell::text(model.sample().to_string()),
            Cell::count(model.nobs()),
            trace(0),
            trace(1),
            model.johansen().rank_by_trace(level).map_or(Cell::Empty, Cell::count),
            self.slope().map_or(Cell::Empty, |slope| Cell::number(slope, ESTIMATE)),
            error.map_or(Cell::Empty, |error| Cell::in_parentheses(error, ESTIMATE)),
        ];
        for (loading, error) in alpha.axis_iter(Axis(0)).zip(errors.axis_iter(Axis(0))) {
            cells.push(Cell::number(loading[0], ESTIMATE));
            cells.push(Cell::in_parentheses(error[0], ESTIMATE));
        }
        cells
    }

    fn test_rows(&self) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for (direction, way) in [("X → M", self.causality.forward()), ("M → X", self.causality.backward())] {
            for (question, reports, size) in self.questions(way) {
                let start = [Cell::count(self.model.lags()), Cell::text(direction), Cell::text(question)];
                rows.push(start.into_iter().chain(tested(reports, size)).collect());
            }
        }
        rows
    }

    /// What is asked of a direction, with how often F rejects where there is no relation.
    pub(super) fn questions<'a>(&self, way: &'a VecmDirection) -> [(&'static str, &'a [TestReport], Rate); 3] {
        let size = self.false_relation;
        [
            ("short run", way.short_run(), size.short_run),
            ("adjustment", way.long_run(), size.long_run),
            ("both", way.joint(), size.joint),
        ]
    }
}

fn tested(reports: &[TestReport], size: Rate) -> Vec<Cell> {
    let Some(headline) = reports.first() else { return Vec::new() };
    let mut cells = vec![Cell::text(headline.sample.to_string())];
    match &headline.outcome {
        Outcome::Computed { statistic, distribution, .. } => {
            cells.push(Cell::number(*statistic, ESTIMATE));
            cells.push(Cell::text(distribution.to_string().replace(", ", ",")));
        }
        Outcome::NotApplicable { because } => return [cells, vec![Cell::not_available(because)]].concat(),
    }
    for name in ["F", "chi2-wald", "chi2-ml", "lr-johansen"] {
        let p = reports.iter().find(|report| report.convention == name).and_then(TestReport::p);
        cells.push(p.map_or(Cell::Empty, Cell::from));
    }
    cells.push(percent(Some(size.value())));
    cells
}
