//! A model as tables.

use super::result::VarResult;
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table};

/// A row for each coefficient of each equation.
pub(super) fn coefficients(model: &VarResult) -> Table {
    const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
    let title = format!("Vector autoregression of {}", model.names().join(", "));
    let mut table = Table::new("var", title)
        .column(Column::machine_only("equation"))
        .column(Column::text("term", "Term"))
        .column(Column::number("estimate", "Estimate"))
        .column(Column::number("std_error", "Std. error"))
        .column(Column::number("statistic", "t"))
        .column(Column::number("p_value", "p"));
    let mut above = String::new();
    for row in model.tidy() {
        if row.equation != above {
            above.clone_from(&row.equation);
            table = table.group(row.equation.clone());
        }
        table.push_row([
            Cell::text(row.equation),
            Cell::text(row.term),
            Cell::number(row.estimate, ESTIMATE),
            Cell::number(row.std_error, ESTIMATE),
            Cell::number(row.statistic, NumberFormat::Decimals(3)),
            Cell::p_value(row.p_value),
        ]);
    }
    let settings: Vec<String> = model.settings().iter().map(Setting::to_string).collect();
    table
        .note(format!("Sample: {}; {}.", model.sample(), degrees_of_freedom(model)))
        .note(format!("Settings: {}.", settings.join(", ")))
        .note(format!("Log-likelihood: {}.", NumberFormat::Decimals(3).format(model.log_likelihood())))
}

/// A row for each root.
pub(super) fn roots(model: &VarResult) -> Table {
    let mut table = Table::new("var-roots", "Roots of the companion matrix")
        .column(Column::number("modulus", "Modulus"))
        .column(Column::number("re", "Real part"))
        .column(Column::number("im", "Imaginary part"));
    for root in model.roots() {
        table.push_row([root.modulus(), root.re, root.im].map(|value| Cell::number(value, NumberFormat::Decimals(4))));
    }
    table.note(if model.is_stable() {
        "Every modulus is below one: the system is stable."
    } else {
        "A modulus is not below one: the system is not stable, and shocks need not die out."
    })
}

fn degrees_of_freedom(model: &VarResult) -> String {
    let df: Vec<usize> = (0..model.names().len()).map(|i| model.equation_df(i)).collect();
    match (df.iter().min(), df.iter().max()) {
        (Some(least), Some(most)) if least != most => {
            format!("{least} to {most} residual degrees of freedom in an equation")
        }
        _ => format!("{} residual degrees of freedom in each equation", model.df_resid()),
    }
}
