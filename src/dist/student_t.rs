//! Student's t.

use super::LnTail;
use super::f;
use super::incomplete_beta::Point;
use super::invert::Split;

/// P(T > t) with `df` degrees of freedom.
pub fn sf(t: f64, df: f64) -> f64 {
    if t >= 0.0 { 0.5 * square(t, df).sf() } else { 0.5 + 0.5 * square(t, df).cdf() }
}

/// P(T ≤ t) with `df` degrees of freedom.
pub fn cdf(t: f64, df: f64) -> f64 {
    sf(-t, df)
}

/// P(|T| > |t|): the two-sided p-value.
pub fn two_sided(t: f64, df: f64) -> f64 {
    square(t, df).sf()
}

/// ln P(T > t).
pub fn ln_sf(t: f64, df: f64) -> f64 {
    if t >= 0.0 { square(t, df).ln_sf() - std::f64::consts::LN_2 } else { (-sf(-t, df)).ln_1p() }
}

/// ln P(T ≤ t).
pub fn ln_cdf(t: f64, df: f64) -> f64 {
    ln_sf(-t, df)
}

/// The t with P(T > t) = `p`.
pub fn isf(p: f64, df: f64) -> f64 {
    if p > 0.5 {
        return -isf(1.0 - p, df);
    }
    // Where t² might overflow the tail is a power of t, to all digits.
    const FAR: f64 = 1e140;
    let far = ln_sf(FAR, df);
    if p > 0.0 && p.ln() < far {
        return FAR * ((far - p.ln()) / df).exp();
    }
    f::solve(Split { upper: 2.0 * p, lower: 1.0 - 2.0 * p }, 1.0, df).sqrt()
}

/// The t with P(T ≤ t) = `p`.
pub fn quantile(p: f64, df: f64) -> f64 {
    if p <= 0.5 { -isf(p, df) } else { isf(1.0 - p, df) }
}

/// The tails of T², which is F with 1 and `df` degrees of freedom, at t².
fn square(t: f64, df: f64) -> LnTail {
    if t.is_nan() || !(df.is_finite() && df > 0.0) {
        return LnTail::Upper(f64::NAN);
    }
    let t = t.abs();
    if t == 0.0 {
        return LnTail::Lower(f64::NEG_INFINITY);
    }
    if t == f64::INFINITY {
        return LnTail::Upper(f64::NEG_INFINITY);
    }
    let point =
        Point { ratio: t * t, excess: (t - 1.0) * (t + 1.0), odds: df / t / t, ln_odds: df.ln() - 2.0 * t.ln() };
    f::at_point(1.0, df, &point)
}
