//! F and t of the levels in an error-correction regression, from one reduction.

use crate::linalg::Reduction;

/// The two statistics, with what they were computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    pub f: f64,
    pub t: f64,
    /// Restrictions of F.
    pub df_num: usize,
    /// Rows less coefficients.
    pub df_den: usize,
}

/// The statistics from the columns of the regression, in this order: those that stay under the null (`kept` of them),
/// those that F tests, the last of which is the response's lagged level, and Δy. `None` if there is no degree of freedom,
/// a column is a combination of others, or the fit is exact.
///
/// The lagged level comes last, so that its t statistic is read off the triangle.
pub(super) fn statistics(columns: &[&[f64]], kept: usize) -> Option<Statistics> {
    let k = columns.len().checked_sub(1)?;
    let df_den = columns.first()?.len().checked_sub(k).filter(|df| *df > 0)?;
    let reduction = Reduction::of_columns(columns);
    if reduction.dependence(k).is_some() {
        return None;
    }
    let target = reduction.column(k);
    let rss = reduction.tail_square(k, k);
    if rss <= 1e-28 * reduction.tail_square(k, 0) {
        return None;
    }
    let explained: f64 = target[kept..k].iter().map(|value| value * value).sum();
    let (df_num, variance) = (k - kept, rss / df_den as f64);
    let sign = reduction.column(k - 1)[k - 1].signum();
    Some(Statistics {
        f: explained / df_num as f64 / variance,
        t: sign * target[k - 1] / variance.sqrt(),
        df_num,
        df_den,
    })
}
