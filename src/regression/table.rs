//! How a regression shows itself: one in full, several side by side.

use super::{Bandwidth, Coefficient, Covariance, Fit, Hac};
use crate::table::{Cell, CoefficientRow, Column, ModelColumn, NumberFormat, Stars, Table, shows_itself};
use crate::table::{regression_table, regression_table_with_stars};

const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
const STATISTIC: NumberFormat = NumberFormat::Decimals(3);

shows_itself!(Fit => table);

/// Estimates with their errors and 95 % intervals, a row each, under the name that the statistic has.
pub(crate) fn coefficients_table(id: &str, title: String, statistic: &str, rows: Vec<Coefficient>) -> Table {
    let mut table = Table::new(id, title)
        .column(Column::text("term", "Term"))
        .column(Column::number("estimate", "Estimate"))
        .column(Column::number("std_error", "Std. error"))
        .column(Column::number("statistic", statistic))
        .column(Column::number("p_value", "p"))
        .column(Column::number("conf_low", "95 % from"))
        .column(Column::number("conf_high", "to"));
    for row in rows {
        table.push_row([
            Cell::text(row.term),
            Cell::number(row.estimate, ESTIMATE),
            Cell::number(row.std_error, ESTIMATE),
            Cell::number(row.statistic, STATISTIC),
            Cell::p_value(row.p_value),
            Cell::number(row.conf_low, ESTIMATE),
            Cell::number(row.conf_high, ESTIMATE),
        ]);
    }
    table
}

impl Fit {
    /// The regression in full: a row for each coefficient, the summary and the notes beneath.
    pub fn table(&self) -> Table {
        let summary = self.glance();
        let title = format!("Least squares of {}, {}", self.design().response(), self.sample());
        let mut table = coefficients_table("regression", title, "t", self.tidy());
        let decimals = |x: f64| NumberFormat::Decimals(4).format(x);
        let mut line = format!(
            "R² {}, adjusted {}, residual standard deviation {}, {} degrees of freedom",
            decimals(summary.r2),
            decimals(summary.r2_adj),
            ESTIMATE.format(summary.sigma),
            summary.df_resid
        );
        if let (Some(f), Some(p)) = (summary.f_statistic, summary.f_p_value) {
            line += &format!(
                "; all slopes zero: F({}, {}) = {}, p {}",
                summary.df_model,
                summary.df_resid,
                STATISTIC.format(f),
                p_in_words(p)
            );
        }
        table = table.note(line + ".").note(format!("Standard errors: {}.{}", self.covariance(), self.chosen_width()));
        self.notes().into_iter().fold(table, |table, note| table.note(note.text()))
    }

    /// The bandwidth, in a sentence, where the data chose it.
    fn chosen_width(&self) -> String {
        match (self.covariance(), self.bandwidth()) {
            (Covariance::Hac(Hac { bandwidth: Bandwidth::Andrews | Bandwidth::NeweyWest1994, .. }), Some(width)) => {
                format!(" The bandwidth chosen is {}.", ESTIMATE.format(width))
            }
            _ => String::new(),
        }
    }

    /// The regression as one column of a [side-by-side table](side_by_side), under this title.
    pub fn model_column(&self, title: impl Into<String>) -> ModelColumn {
        let summary = self.glance();
        let coefficients = self.tidy().into_iter().map(|row| CoefficientRow {
            term: row.term,
            estimate: row.estimate,
            std_error: row.std_error,
            p_value: Some(row.p_value),
        });
        ModelColumn {
            title: title.into(),
            dependent: self.design().response().to_owned(),
            coefficients: coefficients.collect(),
            statistics: vec![
                ("Observations".to_owned(), Cell::count(summary.nobs)),
                ("R²".to_owned(), Cell::number(summary.r2, STATISTIC)),
                ("Adjusted R²".to_owned(), Cell::number(summary.r2_adj, STATISTIC)),
                ("Residual std. dev.".to_owned(), Cell::number(summary.sigma, ESTIMATE)),
            ],
            note: format!("Standard errors in parentheses: {}.{}", self.covariance(), self.chosen_width()),
        }
    }
}

/// Several regressions side by side, numbered `(1)`, `(2)`, …, as journals print them; stars only if asked for.
pub fn side_by_side(id: &str, title: &str, fits: &[Fit], stars: Option<Stars>) -> Table {
    let number = |i: usize| format!("({})", i + 1);
    let errors: Vec<String> = fits.iter().map(|fit| fit.covariance().to_string()).collect();
    let mut models: Vec<ModelColumn> = fits.iter().enumerate().map(|(i, fit)| fit.model_column(number(i))).collect();
    if errors.windows(2).any(|pair| pair[0] != pair[1]) {
        for (model, own) in models.iter_mut().zip(&errors) {
            let alike: Vec<String> = (0..errors.len()).filter(|i| errors[*i] == *own).map(number).collect();
            model.note = format!("Standard errors in parentheses in {}: {own}.", alike.join(", "));
        }
    }
    match stars {
        None => regression_table(id, title, &models),
        Some(stars) => regression_table_with_stars(id, title, &models, stars),
    }
}

/// `= 0.0123`, or `< 0.0001`.
fn p_in_words(p: f64) -> String {
    let printed = NumberFormat::PValue.format(p);
    match printed.strip_prefix('<') {
        Some(bound) => format!("< {bound}"),
        None => format!("= {printed}"),
    }
}
