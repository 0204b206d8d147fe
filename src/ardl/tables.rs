//! The model's tables: candidates, error correction, long run.

use super::orders::Candidate;
use super::result::ArdlResult;
use crate::hypothesis::Setting;
use crate::regression::Information;
use crate::table::{Cell, Column, NumberFormat, Table};

/// Candidates that are shown.
const SHOWN: usize = 10;

const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
const STATISTIC: NumberFormat = NumberFormat::Decimals(3);

impl ArdlResult {
    /// The candidates if a rule chose, the error-correction model and the long-run multipliers.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = Vec::new();
        if !self.candidates.is_empty() {
            tables.push(self.candidates_table());
        }
        tables.push(self.error_correction_table());
        tables.push(self.long_run_table());
        tables
    }

    /// The best candidates, with their criteria.
    pub fn candidates_table(&self) -> Table {
        let mut table =
            Table::new("ardl-orders", format!("Orders of {} on {}", self.response, self.regressors.join(", ")))
                .column(Column::text("orders", "Orders"))
                .column(Column::number("nobs", "n"))
                .column(Column::number("coefficients", "Coefficients"))
                .column(Column::number("aic", "AIC"))
                .column(Column::number("bic", "BIC"))
                .column(Column::number("hq", "HQ"))
                .column(Column::number("r2_adj", "Adjusted R²"));
        for candidate in self.candidates.iter().take(SHOWN) {
            table.push_row(row(candidate));
        }
        if self.candidates.len() > SHOWN {
            table = table.note(format!("The {SHOWN} best of {} models.", self.candidates.len()));
        }
        let by = self.settings.iter().find(|setting| setting.name == "orders");
        let by = by.map_or(String::new(), |setting| format!("Chosen by {}.", setting.chosen_by));
        table.note(by).note("Criteria do not count the error variance as a parameter.")
    }

    /// The unrestricted error-correction model.
    pub fn error_correction_table(&self) -> Table {
        let title = format!("Error correction of {}, ARDL{}, {}", self.response, self.orders, self.sample());
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        let table = self.error_correction().table().identified("ardl-error-correction").titled(title);
        table.note(format!("Settings: {}.", settings.join(", ")))
    }

    /// The long-run multipliers and the speed of adjustment.
    pub fn long_run_table(&self) -> Table {
        let title = format!("Long run of {}, ARDL{}, {}", self.response, self.orders, self.sample());
        let mut table = Table::new("ardl-long-run", title)
            .column(Column::text("term", "Term"))
            .column(Column::number("estimate", "Multiplier"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "t"))
            .column(Column::number("p_value", "p"))
            .column(Column::number("conf_low", "95 % from"))
            .column(Column::number("conf_high", "to"));
        for row in self.long_run() {
            table.push_row([
                Cell::text(&row.term),
                Cell::number(row.estimate, ESTIMATE),
                Cell::number(row.std_error, ESTIMATE),
                Cell::number(row.statistic, STATISTIC),
                Cell::p_value(row.p_value),
                Cell::number(row.conf_low, ESTIMATE),
                Cell::number(row.conf_high, ESTIMATE),
            ]);
        }
        let phi = self.speed_of_adjustment();
        table
            .note(format!(
                "Speed of adjustment: {} (standard error {}), the part of a deviation from the long run by which {} changes \
                 in the next period.",
                ESTIMATE.format(phi.estimate),
                ESTIMATE.format(phi.std_error),
                self.response
            ))
            .note("Standard errors by the delta method; they suppose that a level relation exists.")
    }
}

fn row(candidate: &Candidate) -> [Cell; 7] {
    let criteria = candidate.criteria(Information::default());
    [
        Cell::text(candidate.orders.to_string()),
        Cell::count(candidate.nobs),
        Cell::count(candidate.coefficients),
        Cell::number(criteria.aic, STATISTIC),
        Cell::number(criteria.bic, STATISTIC),
        Cell::number(criteria.hq, STATISTIC),
        Cell::number(candidate.r2_adj, NumberFormat::Decimals(4)),
    ]
}
