//! The regression behind a statistic, as a fit that can be shown, and what a report says of it.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::words;
use crate::breaks::BreakDate;
use crate::regression::{Fit, Ols};
use crate::{Design, Error, ErrorKind, Note, Outcome, Series, Stamp};

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
        let (n, k) = (response.len(), self.values.len());
        let x = Array2::from_shape_vec((n, k).f(), self.values.concat())
            .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
        let start = series.start().plus((series.len() - n) as i64);
        let stamps = (0..n).map(|t| Stamp::Period(start.plus(t as i64))).collect();
        Ols::fit(&Design::from_arrays(name, self.names, Array1::from(response.to_vec()), x, stamps)?)
    }
}

/// Why no number can be stood behind, if the fit leaves fewer residual degrees of freedom than `min_df`.
pub(super) fn not_identified(fit: &Fit, min_df: usize) -> Option<Outcome> {
    (fit.df_resid() < min_df).then(|| Outcome::NotApplicable {
        because: format!(
            "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {min_df}",
            fit.nobs(),
            fit.nterms(),
            fit.df_resid()
        ),
    })
}

/// The fit's own notes, and a word on an estimated root above one.
pub(super) fn notes(fit: &Fit, name: &str, coefficient: f64) -> Vec<Note> {
    let mut notes = fit.notes();
    notes.extend((coefficient > 0.0).then(|| words::explosive(name)));
    notes
}

/// `1929 and 1930`: both sides of a break.
pub(super) fn between(date: BreakDate) -> String {
    format!("{} and {}", date.last_before, date.first_after)
}
