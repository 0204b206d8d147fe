//! Orders and relations as tables.

use super::{LongRunEvidence, Relation};
use crate::replication::words::capitalised;
use crate::resampling::Rate;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::unit_root::order::{Order, OrderTest, SeriesOrder};
use crate::{HypothesisTest, Outcome, TestReport};

/// The tests shown, with the headers of their columns.
const TESTS: [(&str, &str); 4] = [("ADF", "ADF"), ("Phillips–Perron", "PP"), ("DF-GLS", "DF-GLS"), ("KPSS", "KPSS")];

impl LongRunEvidence {
    /// A row for each series of each sample: p-values in levels and first differences, and the orders that the tests give.
    pub fn integration_table(&self, level: f64) -> Table {
        let mut table = Table::new("integration", "Orders of integration: p-values of the tests, series in logarithms")
            .column(Column::text("series", "Series"))
            .column(Column::number("n", "n"));
        for (key, group) in [("levels", "Levels"), ("changes", "First differences")] {
            for (_, title) in TESTS {
                table = table.column(Column::number(format!("{key}_{}", title.to_lowercase()), title).under(group));
            }
        }
        table = table.column(Column::text("order", "Order")).column(Column::number("d", "d"));
        for sample in &self.orders {
            table = table.group(capitalised(sample.title));
            for series in sample.orders.series() {
                table.push_row(order_row(series, level));
            }
        }
        table
            .note("ADF, PP and DF-GLS test a unit root, KPSS stationarity; constant and trend in levels, a constant in differences.")
            .note(format!(
                "Order: the fewest differences that the tests count as stationary at {:.0} %, ERS's point-optimal and Schmidt and Phillips' test among them; d: the largest of these, for Toda and Yamamoto's test.",
                100.0 * level
            ))
            .note("To be consistent with an order is no proof of it: in short samples a unit root is rarely rejected, whatever the truth.")
    }

    /// A row for each test of each system.
    pub fn cointegration_table(&self, level: f64) -> Table {
        let mut table = Table::new("cointegration", "Long-run relations of exports and imports, series in logarithms")
            .column(Column::text("system", "System"))
            .column(Column::text("test", "Test of no relation"))
            .column(Column::machine_only("sample"))
            .column(Column::number("n", "Rows"))
            .column(Column::number("statistic", "Statistic"))
            .column(Column::number("p_value", "p"))
            .column(Column::number("size", "Size, %"))
            .column(Column::text("finding", format!("At {:.0} %", 100.0 * level)))
            .column(Column::machine_only("settings"));
        let mut above = "";
        for relation in &self.relations {
            if relation.sample != above {
                above = relation.sample;
                table = table.group(capitalised(relation.title));
            }
            for row in relation.rows(level) {
                table.push_row(row);
            }
        }
        table
            .note("X: North Korea's exports to China; M: its imports from China; S: its trade with South Korea.")
            .note("Engle and Granger: M on the left. Trace: Johansen's test that no relation holds, an unrestricted constant, Doornik's law. Bounds: Pesaran, Shin and Smith's F for M, its law simulated for the regression at hand; p if the regressors are I(1), and if they are I(0).")
            .note("Size: the share of simulated systems of independent random walks, as many and as short, in which the test rejects at a nominal 5 %. Blank from 25 observations on, and where the law is itself simulated at that length.")
    }
}

fn order_row(series: &SeriesOrder, level: f64) -> Vec<Cell> {
    let mut cells = vec![Cell::text(series.name()), Cell::count(series.sample().n)];
    for differences in [0, 1] {
        for (name, _) in TESTS {
            let test = series.tests().iter().find(|test| test.name() == name && test.differences() == differences);
            cells.push(test.map_or(Cell::Empty, p_value));
        }
    }
    let order = series.order(level);
    cells.push(Cell::text(match order {
        Order::Agreed(order) => format!("I({order})"),
        Order::Disagreed { lowest, highest } => format!("I({lowest}) to I({highest})"),
        Order::Undecided => "undecided".to_owned(),
    }));
    cells.push(order.highest().map_or(Cell::not_available("no test gives an order"), Cell::count));
    cells
}

fn p_value(test: &OrderTest) -> Cell {
    match test.report().and_then(TestReport::p) {
        Some(p) => Cell::from(p),
        None => Cell::not_available(test.because().unwrap_or_default()),
    }
}

impl Relation {
    fn rows(&self, level: f64) -> Vec<Vec<Cell>> {
        let size = |rate: Option<Rate>| {
            rate.map_or(Cell::Empty, |rate| Cell::number(100.0 * rate.value(), NumberFormat::Decimals(1)))
        };
        let trace_size = self.johansen.trace_size();
        let system = if self.with_southern_trade { "X, M, S" } else { "X, M" };
        let engle_granger = self.engle_granger.report();
        let trace =
            |convention: &str| self.johansen.reports().iter().find(|report| report.convention == convention).cloned();
        let mut rows = vec![row(
            Cell::text(system),
            "Engle–Granger τ",
            &engle_granger,
            size(self.engle_granger.simulated_size()),
            level,
        )];
        let asymptotic = trace("trace").unwrap_or_else(|| self.johansen.report());
        rows.push(row(Cell::ditto(system), "trace", &asymptotic, size(trace_size.map(|size| size.asymptotic)), level));
        // In a longer sample the two laws hardly differ.
        if let Some(finite) = trace("trace-finite").filter(|_| trace_size.is_some()) {
            rows.push(row(
                Cell::ditto(system),
                "trace, law at this n",
                &finite,
                size(trace_size.map(|size| size.finite)),
                level,
            ));
        }
        for (convention, title) in [("F-I1", "bounds F, I(1)"), ("F-I0", "bounds F, I(0)")] {
            if let Some(report) = self.bounds.convention(convention) {
                rows.push(row(Cell::ditto(system), title, report, Cell::Empty, level));
            }
        }
        rows
    }
}

fn row(system: Cell, test: &str, report: &TestReport, size: Cell, level: f64) -> Vec<Cell> {
    let (statistic, p) = match &report.outcome {
        Outcome::Computed { statistic, p, .. } => (Cell::number(*statistic, NumberFormat::Decimals(3)), Cell::from(*p)),
        Outcome::NotApplicable { because } => (Cell::not_available(because), Cell::not_available(because)),
    };
    let finding = match report.rejects(level) {
        Some(true) => "rejected",
        Some(false) => "not rejected",
        None => "not identified",
    };
    let settings = report.settings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    vec![
        system,
        Cell::text(test),
        Cell::text(report.sample.to_string()),
        Cell::count(report.sample.n),
        statistic,
        p,
        size,
        Cell::text(finding),
        Cell::text(settings),
    ]
}
