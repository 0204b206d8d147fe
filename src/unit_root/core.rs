//! The test regression that most of these tests share.

use super::input::differences;
use crate::linalg::{Reduction, scale_by};

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
