//! The roots of the companion matrix.

use ndarray::Array2;
use serde::Serialize;

/// An eigenvalue of the companion matrix: below one in modulus if what it belongs to dies out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Root {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Root {
    /// |λ|.
    pub fn modulus(self) -> f64 {
        self.re.hypot(self.im)
    }
}

/// The matrix that takes (yₜ … yₜ₋ₚ₊₁) to the next date.
pub(super) fn companion(lags: &[Array2<f64>]) -> Array2<f64> {
    let equations = lags.first().map_or(0, Array2::nrows);
    let size = equations * lags.len();
    Array2::from_shape_fn((size, size), |(i, j)| match i.checked_sub(equations) {
        None => lags[j / equations][[i, j % equations]],
        Some(above) => f64::from(u8::from(above == j)),
    })
}
