//! Causality by the length of the cycle as a table.

use super::{CycleEvidence, LAGS};
use crate::causality::FrequencyPoint;
use crate::replication::words::capitalised;
use crate::table::{Cell, Column, NumberFormat, Table};

impl CycleEvidence {
    /// A row for each form and cycle, both directions side by side.
    pub fn table(&self) -> Table {
        let mut table = Table::new(
            "causality_by_cycle",
            "Granger causality between exports (X) and imports (M) by the length of the cycle",
        )
        .column(Column::text("form", "Form"))
        .column(Column::machine_only("sample"))
        .column(Column::machine_only("omega"))
        .column(Column::number("cycle", "Cycle, years"))
        .column(Column::number("df_num", "Restrictions"))
        .column(Column::number("df_den", "df"));
        for (key, way) in [("x_m", "X → M"), ("m_x", "M → X")] {
            table = table
                .column(Column::number(format!("f_{key}"), "F").under(way))
                .column(Column::number(format!("p_{key}"), "p").under(way));
        }
        let mut above = "";
        for curve in &self.curves {
            if curve.sample != above {
                above = curve.sample;
                table = table.group(capitalised(curve.title));
            }
            let sample = curve.result.forward().reports().first().map(|report| report.sample.to_string());
            for (forward, backward) in curve.pairs() {
                let of = |point: &FrequencyPoint| {
                    [Cell::number(point.statistic, NumberFormat::Decimals(3)), Cell::p_value(point.p_value)]
                };
                let cycle = if forward.omega > 0.0 {
                    Cell::number(forward.cycle(), NumberFormat::Decimals(0))
                } else {
                    Cell::text("∞")
                };
                let start = [
                    Cell::text(curve.form.title()),
                    Cell::text(sample.clone().unwrap_or_default()),
                    Cell::number(forward.omega, NumberFormat::Decimals(4)),
                    cycle,
                    Cell::count(forward.df_num),
                    Cell::count(forward.df_den),
                ];
                table.push_row(start.into_iter().chain(of(forward)).chain(of(backward)));
            }
        }
        table
            .note(format!("Breitung and Candelon's F with {LAGS} lags, a constant, and under TY one further lag of logarithms that is not tested. The null: the past of the first transmits nothing to the second at this cycle; ∞ is the trend."))
            .note("Each cycle is a test of its own, and neighbouring ones are nearly one test. At ∞ and at 2 years there is one restriction.")
            .note("Samples of fewer than thirty observations are not tested: with three lags of two series they have no cycles to speak of.")
    }
}
