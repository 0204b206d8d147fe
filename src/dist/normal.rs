//! The standard normal.

use std::f64::consts::{FRAC_1_SQRT_2, LN_2, SQRT_2};

use super::saddle::HALF_LN_2PI;

/// P(Z > z).
pub fn sf(z: f64) -> f64 {
    0.5 * libm::erfc(z * FRAC_1_SQRT_2)
}

/// P(Z ≤ z).
pub fn cdf(z: f64) -> f64 {
    sf(-z)
}

/// P(|Z| > |z|): the two-sided p-value.
pub fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() * FRAC_1_SQRT_2)
}

/// ln P(Z > z).
pub fn ln_sf(z: f64) -> f64 {
    if z < 0.0 {
        (-sf(-z)).ln_1p()
    } else if z < 12.0 {
        libm::erfc(z * FRAC_1_SQRT_2).ln() - LN_2
    } else if z == f64::INFINITY {
        f64::NEG_INFINITY
    } else {
        // Mills' ratio by Laplace's continued fraction 1/(z + 1/(z + 2/(z + …))): from 12 on, 30 terms are exact.
        let mills = 1.0 / (1..30).rev().fold(z, |tail, i| z + f64::from(i) / tail);
        mills.ln() - 0.5 * z * z - HALF_LN_2PI
    }
}

/// ln P(Z ≤ z).
pub fn ln_cdf(z: f64) -> f64 {
    ln_sf(-z)
}

/// The z with P(Z > z) = `p`.
pub fn isf(p: f64) -> f64 {
    if p.is_nan() || !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p > 0.5 {
        return -isf(1.0 - p);
    }
    if p == 0.0 {
        return f64::INFINITY;
    }
    if p > 0.25 {
        // Near the centre the distance from ½ is what has the digits.
        return SQRT_2 * statrs::function::erf::erf_inv(1.0 - 2.0 * p);
    }
    let target = p.ln();
    // The tail is about φ(z)/z, and that is about p: good to a per cent in the far tail, a start elsewhere.
    let mut z = (-2.0 * target).sqrt();
    for _ in 0..60 {
        let ln = ln_sf(z);
        let hazard = (-0.5 * z * z - HALF_LN_2PI - ln).exp();
        let step = (ln - target) / hazard;
        z += step;
        if step.abs() <= 1e-15 * z {
            break;
        }
    }
    z
}

/// The z with P(Z ≤ z) = `p`.
pub fn quantile(p: f64) -> f64 {
    if p <= 0.5 { -isf(p) } else { isf(1.0 - p) }
}
