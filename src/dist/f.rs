//! Fisher and Snedecor's F.

use super::LARGEST_DF;
use super::LnTail;
use super::incomplete_beta::{Point, tail};
use super::invert::{self, Split};

/// P(X > x) with `df_num` and `df_den` degrees of freedom.
pub fn sf(x: f64, df_num: f64, df_den: f64) -> f64 {
    at(x, df_num, df_den).sf()
}

/// P(X ≤ x) with `df_num` and `df_den` degrees of freedom.
pub fn cdf(x: f64, df_num: f64, df_den: f64) -> f64 {
    at(x, df_num, df_den).cdf()
}

/// ln P(X > x).
pub fn ln_sf(x: f64, df_num: f64, df_den: f64) -> f64 {
    at(x, df_num, df_den).ln_sf()
}

/// ln P(X ≤ x).
pub fn ln_cdf(x: f64, df_num: f64, df_den: f64) -> f64 {
    at(x, df_num, df_den).ln_cdf()
}

/// The x with P(X > x) = `p`.
pub fn isf(p: f64, df_num: f64, df_den: f64) -> f64 {
    solve(Split { upper: p, lower: 1.0 - p }, df_num, df_den)
}

/// The x with P(X ≤ x) = `p`.
pub fn quantile(p: f64, df_num: f64, df_den: f64) -> f64 {
    solve(Split { upper: 1.0 - p, lower: p }, df_num, df_den)
}

/// The density at `x` > 0.
fn density(x: f64, df_num: f64, df_den: f64) -> f64 {
    let (a, b) = (df_num / 2.0, df_den / 2.0);
    let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let odds = a * x / b;
    (a * odds.ln() - (a + b) * odds.ln_1p() - ln_beta).exp() / x
}

pub(super) fn solve(split: Split, df_num: f64, df_den: f64) -> f64 {
    if !positive(df_num) || !positive(df_den) || df_num.min(df_den) > LARGEST_DF {
        return f64::NAN;
    }
    invert::positive(split, 1.0, |x| at(x, df_num, df_den), |x| density(x, df_num, df_den))
}

fn at(x: f64, df_num: f64, df_den: f64) -> LnTail {
    if x.is_nan() || !positive(df_num) || !positive(df_den) {
        return LnTail::Upper(f64::NAN);
    }
    if df_num.min(df_den) > LARGEST_DF {
        return LnTail::Upper(f64::NAN);
    }
    if x <= 0.0 {
        return LnTail::Lower(f64::NEG_INFINITY);
    }
    if x == f64::INFINITY {
        return LnTail::Upper(f64::NEG_INFINITY);
    }
    let odds = df_den / df_num / x;
    at_point(df_num, df_den, &Point { ratio: x, excess: x - 1.0, odds, ln_odds: odds.ln() })
}

/// The tails at a point prepared by the caller.
pub(super) fn at_point(df_num: f64, df_den: f64, point: &Point) -> LnTail {
    tail(df_num / 2.0, df_den / 2.0, point)
}

fn positive(df: f64) -> bool {
    df.is_finite() && df > 0.0
}
