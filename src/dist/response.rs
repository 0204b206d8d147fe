//! Response surfaces: MacKinnon's two forms for a law that was simulated.

use super::{Tail, normal};

/// A quantile at `rows` rows, b₀ + b₁/T + b₂/T² + b₃/T³; b₀ for n → ∞ (`None`).
pub(super) fn at_rows([limit, b1, b2, b3]: [f64; 4], rows: Option<usize>) -> f64 {
    let inverse = rows.map_or(0.0, |rows| 1.0 / rows as f64);
    limit + inverse * (b1 + inverse * (b2 + inverse * b3))
}

/// A law whose probability is Φ of a polynomial in the statistic: a parabola in the left tail, a cubic elsewhere.
pub(super) struct Surface {
    /// Below it the parabola would turn.
    pub lowest: f64,
    /// The parabola is used up to here, the cubic after.
    pub joint: f64,
    /// Above it the cubic would turn.
    pub highest: f64,
    /// The parabola, the constant first.
    pub left: [f64; 3],
    /// The cubic, the constant first.
    pub right: [f64; 4],
}

impl Surface {
    /// P(X ≤ x), a bound where the polynomials would turn; `None` for NaN.
    pub fn lower_tail(&self, x: f64) -> Option<Tail> {
        let p = |x: f64| normal::cdf(polynomial(if x <= self.joint { &self.left } else { &self.right }, x));
        if x.is_nan() {
            None
        } else if x < self.lowest {
            Some(Tail::Below(p(self.lowest)))
        } else if x > self.highest {
            Some(Tail::Above(p(self.highest)))
        } else {
            Some(Tail::At(p(x)))
        }
    }
}

/// The polynomial with these coefficients, the constant first.
pub(super) fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}
