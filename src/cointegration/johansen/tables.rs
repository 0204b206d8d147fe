//! Ranks, critical values, relations and loadings as tables.

use super::rank::JohansenResult;
use super::vecm::{Divisor, Vecm};
use crate::dist::johansen::{Statistic, gamma, table};
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table};

const STATISTIC: NumberFormat = NumberFormat::Decimals(3);
const COEFFICIENT: NumberFormat = NumberFormat::Significant(4);

impl JohansenResult {
    /// A row for each rank: eigenvalue, trace and maximum eigenvalue with their p-values.
    pub fn table(&self) -> Table {
        let mut table = Table::new("johansen", format!("Long-run relations among {}", self.names().join(", ")))
            .column(Column::number("rank", "r"))
            .column(Column::number("eigenvalue", "λ"))
            .column(Column::number("trace", "Statistic").under("Trace"))
            .column(Column::number("trace_p_value", "p-value").under("Trace"))
            .column(Column::number("trace_p_value_finite", "at this n").under("Trace"))
            .column(Column::number("trace_p_value_reinsel_ahn", "corrected").under("Trace"))
            .column(Column::number("max_eigenvalue", "Statistic").under("Maximum eigenvalue"))
            .column(Column::number("max_eigenvalue_p_value", "p-value").under("Maximum eigenvalue"))
            .column(Column::number("max_eigenvalue_p_value_reinsel_ahn", "corrected").under("Maximum eigenvalue"));
        let corrected = |p: Option<crate::PValue>| {
            if self.reinsel_ahn_factor() > 0.0 { known(p) } else { Cell::not_available("more lags than rows") }
        };
        for row in self.ranks() {
            table.push_row([
                Cell::count(row.rank),
                Cell::number(row.eigenvalue, NumberFormat::Decimals(4)),
                Cell::number(row.trace, STATISTIC),
                known(row.trace_p),
                known(row.trace_p_finite),
                corrected(row.trace_p_reinsel_ahn),
                Cell::number(row.max_eigenvalue, STATISTIC),
                known(row.max_eigenvalue_p),
                corrected(row.max_eigenvalue_p_reinsel_ahn),
            ]);
        }
        table = table
            .note(
                "Null hypothesis: at most r relations. p-values by Doornik's (1998) gamma approximation: for n → ∞, at this n, \
                 and, corrected, of the statistic times (T − pK)/T (Reinsel and Ahn 1992).",
            )
            .note(format!("Sample: {}.", self.sample()))
            .note(format!("Settings: {}.", in_words(&self.settings)));
        if let Some(because) = self.not_identified() {
            table = table.note(format!("No number: {because}."));
        }
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }

    /// Critical values of both tests by each source that has them.
    pub fn critical_values(&self) -> Table {
        let mut table = Table::new("johansen-critical", "Critical values of the trace and the maximum eigenvalue")
            .column(Column::text("statistic", "Statistic"))
            .column(Column::text("source", "Source"))
            .column(Column::number("rank", "r"))
            .column(Column::number("critical_10", "10 %"))
            .column(Column::number("critical_5", "5 %"))
            .column(Column::number("critical_1", "1 %"));
        let p = self.names().len();
        for (statistic, name) in [(Statistic::Trace, "trace"), (Statistic::MaxEigenvalue, "max-eigenvalue")] {
            let doornik = |trends| {
                let at = |level| gamma::critical_value(level, statistic, self.case(), trends, None);
                Some([at(0.10)?, at(0.05)?, at(0.01)?])
            };
            type Source<'a> = (&'a str, &'a dyn Fn(usize) -> Option<[f64; 3]>);
            let sources: [Source<'_>; 3] = [
                ("Doornik (1998)", &doornik),
                ("MacKinnon, Haug and Michelis (1999)", &|trends| {
                    table::mackinnon_haug_michelis(statistic, self.case(), trends)
                }),
                ("Osterwald-Lenum (1992)", &|trends| table::osterwald_lenum(statistic, self.case(), trends)),
            ];
            for (source, values) in sources {
                for rank in 0..p {
                    let Some(values) = values(p - rank) else { continue };
                    let mut row = vec![Cell::text(name), Cell::text(source), Cell::count(rank)];
                    row.extend(values.map(|value| Cell::number(value, NumberFormat::Decimals(2))));
                    table.push_row(row);
                }
            }
        }
        if self.case() == crate::dist::johansen::Case::UnrestrictedConstant {
            table = table.note(
                "Osterwald-Lenum's values hold for series without a linear trend, the others for series with one.",
            );
        }
        table
    }

    /// [`table`](Self::table) and [`critical_values`](Self::critical_values).
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.critical_values()]
    }
}

impl Vecm {
    /// The relations: a row for each level, a column for each relation, standard errors in parentheses.
    pub fn relations_table(&self) -> Table {
        let title = format!("{} long-run relation{}", self.rank(), if self.rank() == 1 { "" } else { "s" });
        let mut table = Table::new("vecm-beta", title).column(Column::text("term", ""));
        for j in 1..=self.rank() {
            table = table
                .column(Column::number(format!("relation_{j}"), format!("β{j}")))
                .column(Column::number(format!("std_error_{j}"), "s.e."));
        }
        let errors = self.beta_std_errors();
        for (i, name) in self.johansen().level_names().into_iter().enumerate() {
            let mut row = vec![Cell::text(name)];
            for j in 0..self.rank() {
                row.push(Cell::number(self.beta()[[i, j]], COEFFICIENT));
                row.push(match errors {
                    Some(errors) if i >= self.rank() => Cell::in_parentheses(errors[[i, j]], COEFFICIENT),
                    _ => Cell::Empty,
                });
            }
            table.push_row(row);
        }
        table
            .note("Each column times the levels is stationary; the first rows are normalised to one and zero.")
            .note("Standard errors by maximum likelihood (divisor T).")
            .note(format!("Sample: {}.", self.sample()))
            .note(format!("Settings: {}.", in_words(&self.johansen().settings)))
    }

    /// The equations: loadings and short-run coefficients, a column for each series.
    pub fn equations_table(&self) -> Table {
        let mut table =
            Table::new("vecm-equations", "Loadings and short-run coefficients").column(Column::text("term", ""));
        for name in self.johansen().names() {
            table = table
                .column(Column::number(name.clone(), format!("diff({name})")))
                .column(Column::number(format!("{name}_std_error"), "s.e."));
        }
        let divisor = Divisor::DegreesOfFreedom;
        let (alpha, alpha_se) = (self.alpha(), self.alpha_std_errors(divisor));
        let (gamma, gamma_se) = (self.short_run(), self.short_run_std_errors(divisor));
        let equations = self.johansen().names().len();
        let row = |name: String, value: &dyn Fn(usize) -> (f64, f64)| {
            let mut row = vec![Cell::text(name)];
            for i in 0..equations {
                let (estimate, error) = value(i);
                row.extend([Cell::number(estimate, COEFFICIENT), Cell::in_parentheses(error, COEFFICIENT)]);
            }
            row
        };
        for j in 0..self.rank() {
            table.push_row(row(format!("relation {}", j + 1), &|i| (alpha[[i, j]], alpha_se[[i, j]])));
        }
        for (j, name) in self.terms().into_iter().enumerate() {
            table.push_row(row(name.to_owned(), &|i| (gamma[[j, i]], gamma_se[[j, i]])));
        }
        table.note(format!(
            "Standard errors take the relations as known; divisor: {} residual degrees of freedom.",
            self.df_resid()
        ))
    }

    /// Relations and equations.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.relations_table(), self.equations_table()]
    }
}

/// A p-value, if there is a law.
fn known(p: Option<crate::PValue>) -> Cell {
    p.map_or(Cell::not_available("not simulated"), Cell::from)
}

pub(super) fn in_words(settings: &[Setting]) -> String {
    settings.iter().map(Setting::to_string).collect::<Vec<_>>().join(", ")
}
