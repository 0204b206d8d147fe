//! The test regression that most of these tests share.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::input::{deterministic, deterministic_names, differences};
use super::{Terms, words};
use crate::linalg::{Reduction, scale_by};
use crate::regression::Fit;
use crate::{Design, Error, ErrorKind, Note, Series, Stamp};

/// τ and its parts, of Δyₜ on some columns, yₜ₋₁ and lags of Δy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tau {
    /// t statistic of the lagged level.
    pub statistic: f64,
    /// Its coefficient ρ − 1.
    pub coefficient: f64,
    /// Residual sum of squares.
    pub rss: f64,
    /// Rows.
    pub rows: usize,
    /// Rows less coefficients.
    pub df: usize,
}

/// τ of `levels` with `lags` lagged differences beside `fixed` columns, each with a value for the observations from
/// `lags + 1` on; `None` if there is no residual degree of freedom or the level is a combination of the other columns.
///
/// The level comes last, so that nothing needs to be solved: its t statistic is read off the triangle.
pub(crate) fn tau(levels: &[f64], lags: usize, fixed: &[&[f64]]) -> Option<Tau> {
    let changes = differences(levels);
    let rows = changes.len().checked_sub(lags)?;
    let k = fixed.len() + lags + 1;
    let df = rows.checked_sub(k).filter(|df| *df > 0)?;
    let lagged = (1..=lags).map(|lag| &changes[lags - lag..changes.len() - lag]);
    let columns: Vec<&[f64]> =
        fixed.iter().copied().chain(lagged).chain([&levels[lags..levels.len() - 1], &changes[lags..]]).collect();
    let reduction = Reduction::of_columns(&columns);
    if reduction.dependence(k).is_some() {
        return None;
    }
    let (diagonal, along) = (reduction.column(k - 1)[k - 1], reduction.column(k)[k - 1]);
    let rss = reduction.tail_square(k, k);
    let shift = reduction.exponent(k) - reduction.exponent(k - 1);
    (rss > 0.0).then(|| Tau {
        statistic: diagonal.signum() * along / (rss / df as f64).sqrt(),
        coefficient: scale_by(along / diagonal, shift),
        rss: scale_by(rss, 2 * reduction.exponent(k)),
        rows,
        df,
    })
}

/// What a fitted test regression says of the lagged level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Level {
    /// Its coefficient ρ − 1.
    pub estimate: f64,
    /// The coefficient's standard error.
    pub std_error: f64,
    /// Its t statistic.
    pub statistic: f64,
}

impl Level {
    /// Of the regressor at this place.
    pub fn of(fit: &Fit, place: usize) -> Self {
        Self {
            estimate: fit.coefficients()[place],
            std_error: fit.standard_errors()[place],
            statistic: fit.t_statistics()[place],
        }
    }
}

/// The note on a root above one: in the test's own regression, of which this is the coefficient ρ − 1 of the level, or in an
/// autoregression of order one with constant and trend. Terms, breaks and lags of a test can bring its own estimate below one
/// where the series explodes.
pub(crate) fn explosion(series: &Series, coefficient: f64) -> Option<Note> {
    (coefficient > 0.0 || explodes(series.values())).then(|| words::explosive(series.name()))
}

/// The notes on a test of this series alone: whether it explodes, and whether it is constructed or seasonally adjusted.
pub(crate) fn notes(series: &Series, coefficient: f64) -> Vec<Note> {
    explosion(series, coefficient).into_iter().chain(series.provenance().notes(series.name())).collect()
}

/// Whether an autoregression of order one with constant and trend has a root above one. With the trend a random walk that
/// drifts is seldom taken for an explosion.
pub(crate) fn explodes(levels: &[f64]) -> bool {
    let trend = deterministic(Terms::Trend, 1, levels.len());
    let trend: Vec<&[f64]> = trend.iter().map(Vec::as_slice).collect();
    tau(levels, 0, &trend).is_some_and(|tau| tau.coefficient > 0.0)
}

/// Δyₜ on the deterministic terms, yₜ₋₁ and `lags` lagged differences, in this order, as a named design.
///
/// # Errors
/// If a difference overflows.
pub(crate) fn design(series: &Series, terms: Terms, lags: usize) -> Result<Design, Error> {
    let (name, values) = (series.name(), series.values());
    let (changes, first) = (differences(values), lags + 1);
    let mut columns = deterministic(terms, first, values.len());
    let mut names = deterministic_names(terms);
    columns.push(values[lags..values.len() - 1].to_vec());
    names.push(format!("lag({name}, 1)"));
    for lag in 1..=lags {
        columns.push(changes[lags - lag..changes.len() - lag].to_vec());
        names.push(format!("lag(diff({name}), {lag})"));
    }
    from_columns(series, first, format!("diff({name})"), names, &columns, changes[lags..].to_vec())
}

/// A design from columns for the observations of a series from `first` on.
///
/// # Errors
/// If a value is not finite.
pub(crate) fn from_columns(
    series: &Series,
    first: usize,
    response: String,
    names: Vec<String>,
    columns: &[Vec<f64>],
    y: Vec<f64>,
) -> Result<Design, Error> {
    let x = Array2::from_shape_vec((y.len(), columns.len()).f(), columns.concat())
        .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
    let stamps = (0..y.len()).map(|t| Stamp::Period(series.start().plus((first + t) as i64))).collect();
    let notes = series.provenance().notes(series.name());
    Ok(Design::from_arrays(response, names, Array1::from(y), x, stamps)?.with_record(Vec::new(), notes))
}
