//! The series less its deterministic terms, these estimated by GLS as if the root were just below one.

use super::input::{deterministic, differences};
use super::{Terms, words};
use crate::linalg::{Reduction, add_scaled, dot, exponent, scale_by, solve_upper};
use crate::{Error, ErrorKind, Series};

/// What GLS at ā = 1 + c̄/n leaves of a series (Elliott, Rothenberg and Stock 1996, eq. 5).
///
/// The series is measured from its first value in units of a power of two, which changes none of the statistics made
/// from it and keeps all of its digits.
#[derive(Debug, Clone)]
pub(crate) struct GlsDetrended {
    /// ā.
    pub root: f64,
    /// The series so measured.
    pub levels: Vec<f64>,
    /// The same less its deterministic terms.
    pub residuals: Vec<f64>,
    /// S(ā): the sum of squares that the regression of quasi-differences leaves.
    pub rss: f64,
    /// S(1): that of the differences.
    pub rss_null: f64,
    /// The power of two.
    pub exponent: i32,
}

/// c̄ at which the tests have half of all power: −7 with a constant, −13.5 with a trend; `None` for other terms.
pub(crate) fn noncentrality(terms: Terms) -> Option<f64> {
    match terms {
        Terms::Constant => Some(-7.0),
        Terms::Trend => Some(-13.5),
        Terms::None | Terms::Quadratic => None,
    }
}

impl GlsDetrended {
    /// Detrends for a test of this name.
    ///
    /// # Errors
    /// If the terms are not a constant or a linear trend, or nothing is left of the series without them.
    pub fn of(test: &str, series: &Series, terms: Terms) -> Result<Self, Error> {
        let c = noncentrality(terms)
            .ok_or_else(|| words::wrong_terms(test, terms, "a constant, or a constant and a linear trend"))?;
        let (levels, exponent) = measured_from_the_first(series.values());
        let n = levels.len();
        let root = 1.0 + c / n as f64;
        let columns = deterministic(terms, 0, n);
        let quasi: Vec<Vec<f64>> =
            columns.iter().chain([&levels]).map(|column| quasi_differences(column, root)).collect();
        let coefficients = least_squares(&quasi);
        let mut residuals = levels.clone();
        let mut rest = quasi[columns.len()].clone();
        for ((column, quasi), coefficient) in columns.iter().zip(&quasi).zip(&coefficients) {
            add_scaled(&mut residuals, -coefficient, column);
            add_scaled(&mut rest, -coefficient, quasi);
        }
        if square(&residuals) <= 1e-24 * square(&levels) {
            return Err(nothing_left(series, &terms.to_string()));
        }
        let mut changes = differences(&levels);
        if terms == Terms::Trend {
            let mean = changes.iter().sum::<f64>() / changes.len() as f64;
            changes.iter_mut().for_each(|change| *change -= mean);
        }
        Ok(Self { root, residuals, rss: square(&rest), rss_null: square(&changes), levels, exponent })
    }
}

/// A series as a multiple of 2^exponent, less its first value: safe to difference and square.
pub(crate) fn measured_from_the_first(values: &[f64]) -> (Vec<f64>, i32) {
    let exponent = exponent(values.iter().copied());
    let scaled = values.iter().map(|value| scale_by(*value, -exponent));
    let first = values.first().map_or(0.0, |first| scale_by(*first, -exponent));
    (scaled.map(|value| value - first).collect(), exponent)
}

/// The error for a series that is its deterministic terms.
pub(crate) fn nothing_left(series: &Series, terms: &str) -> Error {
    Error::new(ErrorKind::Constant, format!("nothing is left of `{}` without its {terms}", series.name()))
        .remedy("a series without a random part has no order of integration to test")
}

/// The residuals of `values` on the columns.
pub(crate) fn residuals_on(columns: &[Vec<f64>], values: &[f64]) -> Vec<f64> {
    let all: Vec<Vec<f64>> = columns.iter().cloned().chain([values.to_vec()]).collect();
    let mut residuals = values.to_vec();
    for (column, coefficient) in columns.iter().zip(least_squares(&all)) {
        add_scaled(&mut residuals, -coefficient, column);
    }
    residuals
}

/// Coefficients of the last column on the others, which are independent of one another.
fn least_squares(columns: &[Vec<f64>]) -> Vec<f64> {
    let k = columns.len() - 1;
    let reduction = Reduction::of_columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let mut coefficients = reduction.column(k)[..k].to_vec();
    solve_upper(reduction.triangle(), k + 1, &mut coefficients);
    for (j, coefficient) in coefficients.iter_mut().enumerate() {
        *coefficient = scale_by(*coefficient, reduction.exponent(k) - reduction.exponent(j));
    }
    coefficients
}

/// The first value, and each later one less `root` times the one before.
fn quasi_differences(values: &[f64], root: f64) -> Vec<f64> {
    values.iter().take(1).copied().chain(values.windows(2).map(|pair| pair[1] - root * pair[0])).collect()
}

fn square(values: &[f64]) -> f64 {
    dot(values, values)
}
