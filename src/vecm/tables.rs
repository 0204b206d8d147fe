//! A model as tables.

use super::ErrorCorrectionModel;
use super::causality::{VecmCausality, overview};
use crate::Error;
use crate::cointegration::johansen::Divisor;
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table};

const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
const STATISTIC: NumberFormat = NumberFormat::Decimals(3);

impl ErrorCorrectionModel {
    /// The relations: a row for each level of each.
    pub fn relations_table(&self) -> Table {
        let how = if self.relations_are_given() { "given" } else { "by maximum likelihood" };
        let title = format!("{} long-run relation{}, {how}", self.rank(), if self.rank() == 1 { "" } else { "s" });
        let mut table = Table::new("vecm-relations", title)
            .column(Column::machine_only("relation"))
            .column(Column::text("term", "Level"))
            .column(Column::number("estimate", "β"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "z"))
            .column(Column::number("p_value", "p-value"));
        let mut above = 0;
        for row in self.relations() {
            if row.relation != above {
                above = row.relation;
                table = table.group(format!("relation {above}"));
            }
            let optional = |value: Option<f64>, format| value.map_or(Cell::Empty, |value| Cell::number(value, format));
            table.push_row([
                Cell::count(row.relation),
                Cell::text(row.term),
                Cell::number(row.estimate, ESTIMATE),
                optional(row.std_error, ESTIMATE),
                optional(row.statistic, STATISTIC),
                row.p_value.map_or(Cell::Empty, Cell::p_value),
            ]);
        }
        let table = table.note("Each relation is the weighted sum of the levels that is stationary.");
        if self.relations_are_given() {
            return table;
        }
        table.note(
            "Weights without a standard error are fixed: each relation is solved for its own series, and the others it is \
             solved for take no part in it.",
        )
    }

    /// The equations with the standard errors of one divisor.
    pub fn equations_table(&self, divisor: Divisor) -> Table {
        let mut table = Table::new("vecm", format!("Error-correction equations of {}", self.names().join(", ")))
            .column(Column::machine_only("equation"))
            .column(Column::text("term", "Term"))
            .column(Column::number("estimate", "Estimate"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", if divisor == Divisor::Rows { "z" } else { "t" }))
            .column(Column::number("p_value", "p-value"));
        let mut above = String::new();
        for row in self.tidy(divisor) {
            if row.equation != above {
                above.clone_from(&row.equation);
                table = table.group(format!("diff({above})"));
            }
            table.push_row([
                Cell::text(row.equation),
                Cell::text(row.term),
                Cell::number(row.estimate, ESTIMATE),
                Cell::number(row.std_error, ESTIMATE),
                Cell::number(row.statistic, STATISTIC),
                Cell::p_value(row.p_value),
            ]);
        }
        let settings: Vec<String> = self.settings().iter().map(Setting::to_string).collect();
        table
            .note("The coefficient of a relation is the loading α: what of last period's gap the series closes or opens.")
            .note(match divisor {
                Divisor::DegreesOfFreedom => format!(
                    "Standard errors take the relations as known; divisor T − k = {}: t with as many degrees of freedom.",
                    self.df_resid()
                ),
                Divisor::Rows => format!(
                    "Standard errors take the relations as known; divisor T = {} (maximum likelihood): normal law.",
                    self.nobs()
                ),
            })
            .note(format!("Sample: {}.", self.sample()))
            .note(format!("Settings: {}.", settings.join(", ")))
            .note(format!("Log-likelihood: {}.", STATISTIC.format(self.log_likelihood())))
    }

    /// The roots of the levels.
    pub fn roots_table(&self) -> Table {
        let unit_roots = self.names().len() - self.rank();
        let mut table = Table::new("vecm-roots", "Roots of the levels")
            .column(Column::number("modulus", "Modulus"))
            .column(Column::number("re", "Real part"))
            .column(Column::number("im", "Imaginary part"));
        for root in self.roots() {
            table.push_row(
                [root.modulus(), root.re, root.im].map(|value| Cell::number(value, NumberFormat::Decimals(4))),
            );
        }
        let table = match unit_roots {
            0 => table,
            1 => table.note("1 root is one by construction: a common trend."),
            _ => table.note(format!("{unit_roots} roots are one by construction: the common trends.")),
        };
        table.note(if self.is_stable() {
            "Every other modulus is below one: the relations and the changes are stationary."
        } else {
            "Another modulus is not below one: what should be stationary is not, and no law holds."
        })
    }

    /// The shares of orthogonal shocks in the variance of forecast errors 1 to `horizon` periods ahead: a row for each series
    /// and horizon.
    ///
    /// # Errors
    /// As [`variance_decomposition`](Self::variance_decomposition).
    pub fn shares_table(&self, horizon: usize) -> Result<Table, Error> {
        let shares = self.variance_decomposition(horizon)?;
        let names = self.names();
        let mut table = Table::new("vecm-shares", "Shares in the variance of forecast errors")
            .column(Column::text("response", "Forecast of"))
            .column(Column::number("horizon", "Ahead"));
        for impulse in &names {
            table = table.column(Column::number(format!("share_{impulse}"), *impulse).under("Shock to"));
        }
        for series in &names {
            for ahead in 1..=horizon {
                let first = if ahead == 1 { Cell::text(*series) } else { Cell::ditto(*series) };
                let mut row = vec![first, Cell::count(ahead)];
                let of = shares.iter().filter(|one| one.response == *series && one.horizon == ahead);
                row.extend(of.map(|one| Cell::number(one.share, NumberFormat::Decimals(4))));
                table.push_row(row);
            }
        }
        Ok(table.note("Shocks are orthogonal in the order of the series; each row adds up to one."))
    }

    /// Causality between every two series, by F.
    ///
    /// # Errors
    /// None that a model of distinct series has.
    pub fn causality_table(&self) -> Result<Table, Error> {
        let names = self.names();
        let mut pairs: Vec<VecmCausality> = Vec::new();
        for (i, cause) in names.iter().enumerate() {
            for effect in &names[i + 1..] {
                pairs.push(self.causality(cause, effect)?);
            }
        }
        Ok(overview(&pairs))
    }

    /// Relations, equations (divisor T − k) and roots.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.relations_table(), self.equations_table(Divisor::DegreesOfFreedom), self.roots_table()]
    }
}
