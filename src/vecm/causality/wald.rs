//! Linear restrictions on one equation, the relations taken as known.

use ndarray::Array2;

use crate::cointegration::johansen::{Divisor, Vecm};
use crate::linalg::Cholesky;

/// The Wald statistic of some restrictions over their number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wald {
    /// W/q with the divisor T − k.
    pub f: f64,
    /// q.
    pub count: usize,
}

/// Tests that these combinations of the coefficients of an equation are all zero; `None` if their covariance is singular.
///
/// Coefficients and combinations are in the order of the regressors: terms, then relations.
pub(super) fn test(model: &Vecm, equation: usize, combinations: &[Vec<f64>]) -> Option<Wald> {
    let (coefficients, factor) = model.estimates();
    let (count, k) = (combinations.len(), coefficients.nrows());
    let r = Array2::from_shape_fn((count, k), |(i, j)| combinations[i][j]);
    let root = r.dot(factor);
    let values = r.dot(&coefficients.column(equation));
    let covariance: Vec<f64> = root.dot(&root.t()).iter().copied().collect();
    let variance = model.sigma(Divisor::DegreesOfFreedom)[[equation, equation]];
    let values: Vec<f64> = values.iter().map(|value| value / variance.sqrt()).collect();
    let statistic = Cholesky::new(&covariance, count)?.quadratic_form(&values);
    statistic.is_finite().then_some(Wald { f: statistic / count as f64, count })
}
