//! A model as tables.

use super::Divisor;
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

/// A column for each equation, standard errors in parentheses under the coefficients, as journals print them.
pub(super) fn page(model: &VarResult) -> Table {
    const ESTIMATE: NumberFormat = NumberFormat::Significant(4);
    let names = model.names();
    let mut table = Table::new("var-page", format!("Vector autoregression of {}", names.join(", ")))
        .column(Column::text("term", ""));
    for name in &names {
        table = table.column(Column::number(*name, *name).under("Equation of"));
    }
    let errors = model.std_errors();
    let kept: Vec<Vec<usize>> = (0..names.len()).map(|i| model.kept(i)).collect();
    for (j, term) in model.terms().into_iter().enumerate() {
        let row = |cell: &dyn Fn(usize) -> Cell| -> Vec<Cell> {
            let of = |i: usize| if kept[i].binary_search(&j).is_ok() { cell(i) } else { Cell::Empty };
            (0..names.len()).map(of).collect()
        };
        if kept.iter().any(|own| own.binary_search(&j).is_ok()) {
            let estimates = row(&|i| Cell::number(model.coefficients()[[j, i]], ESTIMATE));
            table.push_row(std::iter::once(Cell::text(term)).chain(estimates));
            let below = row(&|i| Cell::in_parentheses(errors[[j, i]], ESTIMATE));
            table.push_row(std::iter::once(Cell::ditto(term)).chain(below));
        }
    }
    let mut table = table.rule();
    let squares = model.r_squared();
    let foot = |name: &str, cell: &dyn Fn(usize) -> Cell| -> Vec<Cell> {
        std::iter::once(Cell::text(name)).chain((0..names.len()).map(cell)).collect()
    };
    let sigma = model.sigma(Divisor::DegreesOfFreedom);
    table.push_row(foot("Std. error of the equation", &|i| Cell::number(sigma[[i, i]].sqrt(), ESTIMATE)));
    table.push_row(foot("R²", &|i| Cell::number(squares[i], NumberFormat::Decimals(3))));
    table.push_row(foot("Residual degrees of freedom", &|i| Cell::count(model.equation_df(i))));
    let settings: Vec<String> = model.settings().iter().map(Setting::to_string).collect();
    let criteria = model.criteria();
    let number = |value: f64| NumberFormat::Decimals(3).format(value);
    table = table
        .note(format!("Sample: {}. Standard errors in parentheses.", model.sample()))
        .note(format!("Settings: {}.", settings.join(", ")))
        .note(format!(
            "Log-likelihood {}; per observation AIC {}, BIC {}, HQ {}.",
            number(model.log_likelihood()),
            number(criteria.aic),
            number(criteria.bic),
            number(criteria.hq)
        ));
    if model.free_coefficients() < model.terms().len() * names.len() {
        table = table.note("A blank stands for a coefficient that is zero by restriction.");
    }
    table
}

/// What a rule took out, in the order in which it did.
pub(super) fn eliminated(model: &VarResult) -> Table {
    let mut table = Table::new("var-eliminated", "Terms eliminated")
        .column(Column::text("equation", "Equation of"))
        .column(Column::text("term", "Term"))
        .column(Column::number("statistic", "t when it left"));
    for one in model.eliminated() {
        table.push_row([
            Cell::text(&one.equation),
            Cell::text(&one.term),
            Cell::number(one.statistic, NumberFormat::Decimals(3)),
        ]);
    }
    table.note("The rule saw these data: standard errors and tests of the model take its choice as given.")
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
