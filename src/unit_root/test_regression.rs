//! The regression behind a statistic, as a fit that can be shown, and what a report says of it.

use super::core::{explosion, from_columns};
use super::words;
use crate::breaks::BreakDate;
use crate::regression::{Fit, Ols};
use crate::{Error, Note, Outcome, Series};

/// Named columns that begin at the same observation.
#[derive(Debug, Default)]
pub(super) struct Columns {
    names: Vec<String>,
    values: Vec<Vec<f64>>,
}

impl Columns {
    pub(super) fn push(&mut self, name: impl Into<String>, values: impl Into<Vec<f64>>) {
        self.names.push(name.into());
        self.values.push(values.into());
    }

    pub(super) fn extend(&mut self, names: Vec<String>, values: Vec<Vec<f64>>) {
        self.names.extend(names);
        self.values.extend(values);
    }

    /// Lags of the `changes` (named `diff(x)` or alike), the first entry of each being for the change at `first`.
    pub(super) fn lags(&mut self, name: &str, changes: &[f64], first: usize, lags: usize) {
        for lag in 1..=lags {
            self.push(format!("lag({name}, {lag})"), &changes[first - lag..changes.len() - lag]);
        }
    }

    /// Least squares of `response` on the columns, the rows being the last ones of the series.
    pub(super) fn fit(self, series: &Series, name: String, response: &[f64]) -> Result<Fit, Error> {
        let first = series.len() - response.len();
        Ols::fit(&from_columns(series, first, name, self.names, &self.values, response.to_vec())?)
    }
}

/// Why no number can be stood behind, if the fit leaves fewer residual degrees of freedom than `min_df`.
pub(super) fn not_identified(fit: &Fit, min_df: usize) -> Option<Outcome> {
    words::not_identified(fit.nobs(), fit.nterms(), min_df).map(|because| Outcome::NotApplicable { because })
}

/// The fit's own notes, and a word on a root above one.
pub(super) fn notes(fit: &Fit, series: &Series, coefficient: f64) -> Vec<Note> {
    fit.notes().into_iter().chain(explosion(series, coefficient)).collect()
}

/// `1929 and 1930`: both sides of a break.
pub(super) fn between(date: BreakDate) -> String {
    format!("{} and {}", date.last_before, date.first_after)
}
