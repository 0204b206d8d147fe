//! The tests as a table.

use super::panel::Null;
use super::result::{Finding, OrderResult, OrderTest, SeriesOrder};
use super::words::{percent, rates};
use crate::table::{Cell, Column, NumberFormat, Table};

/// Every test of every series.
pub(super) fn tests(result: &OrderResult, level: f64) -> Table {
    let mut table = Table::new("order-of-integration", "Order of integration")
        .column(Column::text("series", "Series"))
        .column(Column::number("differences", "Differences"))
        .column(Column::text("test", "Test"))
        .column(Column::text("null", "Null hypothesis"))
        .column(Column::machine_only("deterministic_terms"))
        .column(Column::number("statistic", "Statistic"))
        .column(Column::number("p_value", "p-value"))
        .column(Column::text("finding", format!("At {}", percent(level))))
        .column(Column::machine_only("sample"))
        .column(Column::machine_only("settings"));
    for series in &result.series {
        for (i, test) in series.tests.iter().enumerate() {
            table.push_row(row(series, test, i == 0, level));
        }
        table = table.note(format!(
            "{}: {}; {} in levels, a constant in differences.",
            series.name, series.sample, series.terms
        ));
    }
    for (n, powers) in &result.powers {
        if let Some(rates) = rates(powers, level) {
            table = table.note(format!("At n = {n} {rates}."));
        }
    }
    table
}

fn row(series: &SeriesOrder, test: &OrderTest, first: bool, level: f64) -> Vec<Cell> {
    let because = test.because().unwrap_or_default();
    let report = test.report();
    let statistic = report.and_then(|report| report.statistic());
    let settings = report.map(|report| report.settings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    vec![
        if first { Cell::text(&series.name) } else { Cell::ditto(&series.name) },
        Cell::count(test.differences),
        Cell::text(test.name),
        Cell::text(match test.null {
            Null::UnitRoot => "unit root",
            Null::Stationarity => "stationary",
        }),
        Cell::text(test.terms.to_string()),
        statistic.map_or_else(
            || Cell::not_available(&because),
            |statistic| Cell::number(statistic, NumberFormat::Decimals(3)),
        ),
        report.and_then(|report| report.p()).map_or_else(|| Cell::not_available(&because), Cell::from),
        Cell::text(match test.finding(level) {
            Finding::Rejected => "rejected",
            Finding::NotRejected => "not rejected",
            Finding::Silent => "not identified",
        }),
        Cell::text(report.map_or_else(String::new, |report| report.sample.to_string())),
        Cell::text(settings.unwrap_or_default()),
    ]
}
