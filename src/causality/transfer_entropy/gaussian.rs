//! Transfer entropy if everything is normal.

use crate::linalg::Reduction;

/// Residual degrees of freedom below which there is no number.
const MIN_DF: usize = 5;

/// ½ ln(RSS₀/RSS₁) of the effect on a constant and its own lags, without and with the lags of the cause; or why there is none.
pub(super) fn transfer_entropy(cause: &[f64], effect: &[f64], [l, k]: [usize; 2]) -> Result<f64, &'static str> {
    let depth = l.max(k);
    let rows = effect.len() - depth;
    if rows < 1 + l + k + MIN_DF {
        return Err("not identified: the linear equation has fewer than 5 residual degrees of freedom");
    }
    let ones = vec![1.0; rows];
    let lagged = |values, lags| (1..=lags).map(move |lag| lag_of(values, depth, lag));
    let columns: Vec<&[f64]> = std::iter::once(&ones[..])
        .chain(lagged(effect, k))
        .chain(lagged(cause, l))
        .chain(std::iter::once(&effect[depth..]))
        .collect();
    let reduction = Reduction::of_columns(&columns);
    let target = columns.len() - 1;
    if reduction.dependence(target + 1).is_some() {
        return Err("not identified: the lags are collinear, or reproduce the effect");
    }
    Ok(0.5 * libm::log(reduction.tail_square(target, 1 + k) / reduction.tail_square(target, target)).max(0.0))
}

fn lag_of(values: &[f64], depth: usize, lag: usize) -> &[f64] {
    &values[depth - lag..values.len() - lag]
}
