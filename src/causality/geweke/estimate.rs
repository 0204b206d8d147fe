//! The autoregression of two series by least squares.

use super::spectrum::Pair;
use crate::linalg::{Reduction, scale_by, solve_upper};

/// Fixed terms have the rows that p lags leave; the regressors must be independent.
pub(super) fn estimate(fixed: &[&[f64]], series: [&[f64]; 2], p: usize) -> Pair {
    let length = series[0].len();
    let lagged = (1..=p).flat_map(|lag| series.map(|values| &values[p - lag..length - lag]));
    let responses = series.map(|values| &values[p..]);
    let columns: Vec<&[f64]> = fixed.iter().copied().chain(lagged).chain(responses).collect();
    let reduction = Reduction::of_columns(&columns);
    let (size, k) = (columns.len(), columns.len() - 2);
    let mut lags = vec![[[0.0; 2]; 2]; p];
    for equation in 0..2 {
        let mut weights = reduction.column(k + equation)[..k].to_vec();
        solve_upper(reduction.triangle(), size, &mut weights);
        for (lag, matrix) in lags.iter_mut().enumerate() {
            for (from, entry) in matrix[equation].iter_mut().enumerate() {
                let j = fixed.len() + 2 * lag + from;
                *entry = scale_by(weights[j], reduction.exponent(k + equation) - reduction.exponent(j));
            }
        }
    }
    let tail = |i: usize| &reduction.triangle()[(k + i) * size + k..(k + i + 1) * size];
    let rows = (length - p) as f64;
    let product = |i: usize, j: usize| {
        let sum: f64 = tail(i).iter().zip(tail(j)).map(|(a, b)| a * b).sum();
        scale_by(sum, reduction.exponent(k + i) + reduction.exponent(k + j)) / rows
    };
    Pair { lags, sigma: [[product(0, 0), product(0, 1)], [product(1, 0), product(1, 1)]] }
}
