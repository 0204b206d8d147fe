//! The number of lags by an information criterion.

use crate::linalg::Reduction;
use crate::regression::Criterion;
use crate::{Error, ErrorKind};

impl Criterion {
    /// Its values for VAR(1) to VAR(`longest`) with a constant, on the rows that `longest` lags leave.
    ///
    /// Per observation, ln|Σ̂| + c(T)·m/T with Σ̂ = residual cross-products / T and m the number of coefficients in all
    /// equations (the variances are not counted): the values that vars' `VARselect` and statsmodels' `select_order`
    /// print.
    ///
    /// # Errors
    /// If the lengths differ, a value is not finite, or there are too few for the longest VAR.
    pub fn of_orders(self, series: &[&[f64]], longest: usize) -> Result<Vec<f64>, Error> {
        let length = series.first().map_or(0, |values| values.len());
        let needed = longest.saturating_mul(series.len() + 1).saturating_add(series.len() + 2);
        if longest == 0 || length < needed || series.iter().any(|values| values.len() != length) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("1 to {longest} lags of {} series need {needed} values of each", series.len()),
            )
            .remedy("give series of one length, and at least one lag"));
        }
        if series.iter().any(|values| values.iter().any(|value| !value.is_finite())) {
            return Err(Error::new(ErrorKind::NonFinite, "a value is NaN or infinite").remedy("leave it out"));
        }
        let ones = vec![1.0; length - longest];
        let values = criteria(self, &[&ones], series, longest);
        if values.iter().any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::Collinear, "the series reproduce one another exactly")
                .remedy("leave out a series that is a combination of the others' lags"));
        }
        Ok(values)
    }
}

/// The criterion of VAR(1) to VAR(`longest`) in these series of one length, on the rows that `longest` lags leave.
///
/// `deterministic` terms have one value for each of those rows. There must be more rows than regressors.
pub(crate) fn criteria(criterion: Criterion, deterministic: &[&[f64]], series: &[&[f64]], longest: usize) -> Vec<f64> {
    let length = series.first().map_or(0, |values| values.len());
    let (rows, count) = ((length - longest) as f64, series.len());
    // Lag by lag, so that VAR(p) is the first columns of VAR(p + 1) and one reduction serves every order.
    let lagged = (1..=longest).flat_map(|lag| series.iter().map(move |values| &values[longest - lag..length - lag]));
    let columns: Vec<&[f64]> =
        deterministic.iter().copied().chain(lagged).chain(series.iter().map(|values| &values[longest..])).collect();
    let reduction = Reduction::of_columns(&columns);
    let (size, targets) = (columns.len(), columns.len() - count);
    (1..=longest)
        .map(|order| {
            let k = deterministic.len() + order * count;
            let residuals: Vec<&[f64]> =
                (targets..size).map(|j| &reduction.triangle()[j * size + k..(j + 1) * size]).collect();
            let residuals = Reduction::of_columns(&residuals);
            let ln_determinant: f64 = (0..count)
                .map(|j| {
                    let exponent = residuals.exponent(j) + reduction.exponent(targets + j);
                    2.0 * residuals.column(j)[j].abs().ln() + 2.0 * f64::from(exponent) * std::f64::consts::LN_2
                })
                .sum();
            let coefficients = (count * k) as f64;
            ln_determinant - count as f64 * rows.ln() + criterion.price(rows) * coefficients / rows
        })
        .collect()
}
