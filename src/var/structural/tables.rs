//! Structural estimates as a table.

use super::result::SvarResult;
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table};

/// A row for each entry that is not known to be zero.
pub(super) fn parameters(svar: &SvarResult) -> Table {
    const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
    let title = format!("Structural vector autoregression of {}: A u = B ε", svar.model().names().join(", "));
    let mut table = Table::new("svar", title)
        .column(Column::machine_only("matrix"))
        .column(Column::text("row", "Row"))
        .column(Column::text("column", "Column"))
        .column(Column::number("estimate", "Estimate"))
        .column(Column::number("std_error", "Std. error"));
    let mut above = String::new();
    for entry in svar.tidy().into_iter().filter(|entry| entry.std_error.is_some() || entry.estimate != 0.0) {
        if entry.matrix != above {
            above.clone_from(&entry.matrix);
            let heading = match entry.matrix.as_str() {
                "A" => "A: what a series weighs in an equation",
                "B" => "B: what a shock does in an equation",
                _ => "Long run: what a shock comes to for good",
            };
            table = table.group(heading);
        }
        table.push_row([
            Cell::text(entry.matrix),
            Cell::text(entry.row),
            Cell::text(entry.column),
            Cell::number(entry.estimate, ESTIMATE),
            entry.std_error.map_or_else(|| Cell::text("known"), |error| Cell::number(error, ESTIMATE)),
        ]);
    }
    let settings: Vec<String> = svar.settings().iter().map(Setting::to_string).collect();
    table
        .note(format!("Sample: {}.", svar.model().sample()))
        .note(format!("Settings: {}.", settings.join(", ")))
        .note(format!("Log-likelihood given Σ: {}.", NumberFormat::Decimals(3).format(svar.log_likelihood())))
}
