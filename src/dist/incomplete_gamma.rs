//! The regularised incomplete gamma function.

use super::LnTail;
use super::saddle::{HALF_LN_2PI, log_gap, stirling_error};

/// Enough for the slowest case (x ≈ a, where the terms needed grow as √a) at any a below 1e11.
const MAX_TERMS: usize = 2_000_000;
const TINY: f64 = 1e-300;

/// The tails of the gamma law with shape `a` and unit scale at `x`, both positive and finite.
pub(super) fn tail(a: f64, x: f64) -> LnTail {
    let gap = log_gap((x - a) / a, || (x / a).ln());
    // x^a e^−x / Γ(a)
    let ln_prefactor = 0.5 * a.ln() - HALF_LN_2PI - stirling_error(a) - a * gap;
    if x < a + 1.0 {
        LnTail::Lower((ln_prefactor - a.ln() + series(a, x).ln()).min(0.0))
    } else {
        LnTail::Upper((ln_prefactor + continued_fraction(a, x).ln()).min(0.0))
    }
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + … (DLMF 8.11.4).
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for i in 1..MAX_TERMS {
        term *= x / (a + i as f64);
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// Γ(a, x) eˣ x⁻ᵃ (DLMF 8.9.2, even part), by Lentz's method as modified by Thompson and Barnett.
fn continued_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut d = 1.0 / guard(b);
    let mut c = 1.0 / TINY;
    let mut h = d;
    for i in 1..MAX_TERMS {
        let i = i as f64;
        let numerator = i * (a - i);
        b += 2.0;
        d = 1.0 / guard(numerator * d + b);
        c = guard(b + numerator / c);
        let step = c * d;
        h *= step;
        if (step - 1.0).abs() < 1e-16 {
            break;
        }
    }
    h
}

fn guard(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}
