//! The law of an estimated break date (Bai 1997, theorem 1 and appendix B).
//!
//! The maximiser of V(s) = W₁(−s) − |s|/2 for s ≤ 0 and √φ W₂(s) − ξ|s|/2 for s > 0, W₁ and W₂ independent Brownian motions.
//! One side is the other in other units of time, so one tail serves both.

use super::normal;

/// P(argmax < −x) for x ≥ 0, where the other side's drift is `ratio` times its variance.
fn tail(x: f64, ratio: f64) -> f64 {
    let root = x.sqrt();
    let near = root * (-x / 8.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let weight = (1.0 + 2.0 * ratio) / (ratio * (1.0 + ratio));
    // exp(a x) Φ(−b √x) by logarithms: the factors overflow and vanish together.
    let far = (0.5 * ratio * (1.0 + ratio) * x + normal::ln_sf((0.5 + ratio) * root)).exp();
    let middle = (weight * (1.0 + 2.0 * ratio) - 2.0 + 0.5 * x) * normal::sf(0.5 * root);
    (middle - near - weight * far).clamp(0.0, 1.0)
}

/// The x with P(argmax < −x) = p; 0 if the whole side has less.
fn quantile(p: f64, ratio: f64) -> f64 {
    let mut high = 1.0;
    while tail(high, ratio) > p && high < 1e12 {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if tail(middle, ratio) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// P(argmax < x) for the left side's drift ½ and variance 1, and the right side's drift ½ξ and variance φ.
pub fn cdf(x: f64, xi: f64, phi: f64) -> f64 {
    if x <= 0.0 { tail(-x, xi / phi) } else { 1.0 - tail(x * xi * xi / phi, phi / xi) }
}

/// How far the maximiser lies below and above zero with probability `level`, the rest shared equally: (below, above).
pub fn interval(level: f64, xi: f64, phi: f64) -> (f64, f64) {
    let rest = 0.5 * (1.0 - level);
    (quantile(rest, xi / phi), quantile(rest, phi / xi) * phi / (xi * xi))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Yao (1987): 11.03 and 7.69 hold 95 and 90 % between them and their mirror images.
    #[test]
    fn the_symmetric_law_has_its_known_quantiles() {
        for (level, known) in [(0.95, 11.03), (0.90, 7.69)] {
            let (below, above) = interval(level, 1.0, 1.0);
            assert!((below - known).abs() < 6e-3 && (below - above).abs() < 1e-9, "{below} {above}");
        }
    }

    #[test]
    fn both_sides_add_up_and_meet() {
        for (xi, phi) in [(1.0, 1.0), (0.4, 2.5), (3.0, 0.2), (1.7, 1.7)] {
            let (left, right) = (cdf(-1e-12, xi, phi), cdf(1e-12, xi, phi));
            assert!((left - right).abs() < 1e-5, "{xi} {phi}: {left} {right}");
            assert!(cdf(-1e4, xi, phi) < 1e-12 && cdf(1e4, xi, phi) > 1.0 - 1e-12);
        }
    }
}
