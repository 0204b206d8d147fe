//! Continued fractions, by Lentz's method as modified by Thompson and Barnett (1986).

/// Enough for the slowest case, an argument near the mean, where the terms needed grow as the root of the degrees of
/// freedom.
const MAX_TERMS: usize = 2_000_000;

/// Stands for a zero that would be divided by.
const TINY: f64 = 1e-300;

/// b₀ + a₁/(b₁ + a₂/(b₂ + …)), where `term` gives aₘ and bₘ for m = 1, 2, ….
pub(super) fn continued_fraction(first: f64, term: impl Fn(f64) -> (f64, f64)) -> f64 {
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut value = away_from_zero(first);
    let (mut c, mut d) = (value, 0.0);
    for m in 1..MAX_TERMS {
        let (a, b) = term(m as f64);
        d = 1.0 / away_from_zero(b + a * d);
        c = away_from_zero(b + a / c);
        let factor = c * d;
        value *= factor;
        // Converged factors hover within two roundings of one; waiting for exactly one may be waiting for ever.
        if (factor - 1.0).abs() <= 2.0 * f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_golden_ratio_and_a_tangent() {
        assert!((continued_fraction(1.0, |_| (1.0, 1.0)) - (1.0 + 5.0_f64.sqrt()) / 2.0).abs() < 1e-14);
        // Lambert: tan 1 = 1/(1 − 1/(3 − 1/(5 − …))).
        let denominator = continued_fraction(1.0, |m| (-1.0, 2.0 * m + 1.0));
        assert!((1.0 / denominator - 1.0_f64.tan()).abs() < 1e-14);
    }
}
