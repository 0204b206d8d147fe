//! The regularised incomplete beta function, in the terms of the F law.

use super::LnTail;
use super::lentz::continued_fraction;
use super::saddle::{HALF_LN_2PI, log_gap, stirling_error};

/// Where the F law is evaluated: everything that must not be rounded twice.
pub(super) struct Point {
    /// The ratio F, possibly overflowed to infinity.
    pub(super) ratio: f64,
    /// F − 1, free of cancellation.
    pub(super) excess: f64,
    /// b/(a F), the odds of the upper part.
    pub(super) odds: f64,
    /// ln `odds`, which does not underflow.
    pub(super) ln_odds: f64,
}

/// The tails of I_x(a, b), x = aF/(aF + b), at a finite positive F.
pub(super) fn tail(a: f64, b: f64, at: &Point) -> LnTail {
    let n = a + b;
    let q = at.odds;
    // δ = nx − a = b − ny: how far the point is from the mean, exact near it for any a and b.
    let delta = if at.ratio <= 1.0 {
        a * at.excess * (b / (a * at.ratio + b))
    } else if at.ratio.is_infinite() {
        b
    } else {
        b * (at.excess / at.ratio) / (1.0 + q)
    };
    let (x, y) = (1.0 / (1.0 + q), if q.is_infinite() { 1.0 } else { q / (1.0 + q) });
    let ln_x = if q < 1.0 { -q.ln_1p() } else { -at.ln_odds - (1.0 / q).ln_1p() };
    let ln_y = if q < 1.0 { at.ln_odds - q.ln_1p() } else { -(1.0 / q).ln_1p() };
    let gap_a = a * log_gap(delta / a, || (n / a).ln() + ln_x);
    let gap_b = b * log_gap(-delta / b, || (n / b).ln() + ln_y);
    // x^a y^b / B(a, b)
    let ln_prefactor = 0.5 * (a * (b / n)).ln() - HALF_LN_2PI + stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - gap_a
        - gap_b;
    if delta < 0.0 {
        LnTail::Lower((ln_prefactor - fraction(a, b, x, y, -delta).ln()).min(0.0))
    } else {
        LnTail::Upper((ln_prefactor - fraction(b, a, y, x, delta).ln()).min(0.0))
    }
}

/// x^a y^b / (B(a, b) I_x(a, b)): the even part of DLMF 8.17.22 in the form of DiDonato and Morris (1992).
///
/// It sees y = 1 − x and λ = a − (a + b)x ≥ 0 as numbers of their own, so nothing is lost where x is close to 1.
fn fraction(a: f64, b: f64, x: f64, y: f64, lambda: f64) -> f64 {
    continued_fraction(a * (lambda + 1.0) / (a + 1.0), |m| {
        let odd = a + 2.0 * m - 1.0;
        let step = m * (b - m) * x / odd;
        let numerator = (a + m - 1.0) * (a + b + m - 1.0) * step * x / odd;
        (numerator, m + step + (a + m) * (lambda + 1.0 + m * (1.0 + y)) / (odd + 2.0))
    })
}
