//! χ².

use super::LARGEST_DF;
use super::LnTail;
use super::incomplete_gamma::tail;
use super::invert::{self, Split};
use super::normal;

/// P(X > x) with `df` degrees of freedom.
pub fn sf(x: f64, df: f64) -> f64 {
    at(x, df).sf()
}

/// P(X ≤ x) with `df` degrees of freedom.
pub fn cdf(x: f64, df: f64) -> f64 {
    at(x, df).cdf()
}

/// ln P(X > x).
pub fn ln_sf(x: f64, df: f64) -> f64 {
    at(x, df).ln_sf()
}

/// ln P(X ≤ x).
pub fn ln_cdf(x: f64, df: f64) -> f64 {
    at(x, df).ln_cdf()
}

/// The x with P(X > x) = `p`.
pub fn isf(p: f64, df: f64) -> f64 {
    solve(Split { upper: p, lower: 1.0 - p }, df)
}

/// The x with P(X ≤ x) = `p`.
pub fn quantile(p: f64, df: f64) -> f64 {
    solve(Split { upper: 1.0 - p, lower: p }, df)
}

fn solve(split: Split, df: f64) -> f64 {
    if !(df > 0.0 && df <= LARGEST_DF) {
        return f64::NAN;
    }
    let a = df / 2.0;
    let density = |x: f64| ((a - 1.0) * (x / 2.0).ln() - x / 2.0 - libm::lgamma(a)).exp() / 2.0;
    invert::positive(split, start(split, df), |x| at(x, df), density)
}

/// Wilson and Hilferty's (1931) normal approximation of the cube root; the mean where that is nothing.
fn start(split: Split, df: f64) -> f64 {
    let z = if split.upper <= split.lower { normal::isf(split.upper) } else { -normal::isf(split.lower) };
    let spread = 2.0 / (9.0 * df);
    let cube = (1.0 - spread + z * spread.sqrt()).powi(3);
    if cube > 0.0 && cube.is_finite() { df * cube } else { df }
}

fn at(x: f64, df: f64) -> LnTail {
    if x.is_nan() || !(df > 0.0 && df <= LARGEST_DF) {
        return LnTail::Upper(f64::NAN);
    }
    if x <= 0.0 {
        return LnTail::Lower(f64::NEG_INFINITY);
    }
    if x == f64::INFINITY {
        return LnTail::Upper(f64::NEG_INFINITY);
    }
    tail(df / 2.0, x / 2.0)
}
