//! The regularised incomplete gamma function.

use super::LnTail;
use super::lentz::continued_fraction;
use super::saddle::{HALF_LN_2PI, log_gap, stirling_error};

/// The tails of the gamma law with shape `a` and unit scale at `x`, both positive and finite.
pub(super) fn tail(a: f64, x: f64) -> LnTail {
    let u = (x - a) / a;
    // a(u − ln(1 + u)), where u itself may overflow.
    let gap = if u < 1.0 { a * log_gap(u, || (x / a).ln()) } else { x - a - a * (x.ln() - a.ln()) };
    // x^a e^−x / Γ(a)
    let ln_prefactor = 0.5 * a.ln() - HALF_LN_2PI - stirling_error(a) - gap;
    if x < a + 1.0 {
        LnTail::Lower((ln_prefactor - a.ln() + series(a, x).ln()).min(0.0))
    } else {
        LnTail::Upper((ln_prefactor - fraction(a, x).ln()).min(0.0))
    }
}

/// Enough for x ≈ a at any a below 1e11, where the terms needed grow as √a.
const MAX_TERMS: u32 = 2_000_000;

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + … (DLMF 8.11.4).
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for i in 1..MAX_TERMS {
        term *= x / (a + f64::from(i));
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// x^a e⁻ˣ / Γ(a, x): the even part of DLMF 8.9.2.
fn fraction(a: f64, x: f64) -> f64 {
    let first = x + 1.0 - a;
    continued_fraction(first, |m| (m * (a - m), first + 2.0 * m))
}
