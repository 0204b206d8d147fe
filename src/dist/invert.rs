//! Quantiles of a law on the positive half-line: Newton's method on the logarithm of the smaller tail.

use super::LnTail;

/// The two tails of a probability, each without cancellation.
#[derive(Clone, Copy)]
pub(super) struct Split {
    pub(super) upper: f64,
    pub(super) lower: f64,
}

/// The x > 0 at which `tail` has this split; `density` is the law's density and `start` a rough guess.
///
/// Newton steps are taken in ln x on the logarithm of the smaller tail, where the curve is nearly straight, and are
/// kept inside a bracket that every evaluation tightens.
pub(super) fn positive(split: Split, start: f64, tail: impl Fn(f64) -> LnTail, density: impl Fn(f64) -> f64) -> f64 {
    if split.upper.is_nan() || split.upper < 0.0 || split.lower < 0.0 {
        return f64::NAN;
    }
    if split.upper == 0.0 {
        return f64::INFINITY;
    }
    if split.lower == 0.0 {
        return 0.0;
    }
    let by_upper = split.upper <= split.lower;
    let target = if by_upper { split.upper.ln() } else { split.lower.ln() };
    let (mut low, mut high) = (f64::MIN_POSITIVE, f64::MAX);
    // Heavy tails have quantiles that no double holds.
    if by_upper && tail(high).ln_sf() > target {
        return f64::INFINITY;
    }
    if !by_upper && tail(low).ln_cdf() > target {
        return 0.0;
    }
    let mut x = start.clamp(1e-300, 1e300);
    for _ in 0..400 {
        let at = tail(x);
        let (ln, tail_value) = if by_upper { (at.ln_sf(), at.sf()) } else { (at.ln_cdf(), at.cdf()) };
        let miss = ln - target;
        if miss.abs() <= f64::EPSILON * target.abs() {
            break;
        }
        if (miss > 0.0) == by_upper {
            low = x
        } else {
            high = x
        }
        // d ln(tail) / d ln x
        let slope = x * density(x) / tail_value * if by_upper { -1.0 } else { 1.0 };
        let step = -miss / slope;
        let newton = x * step.clamp(-50.0, 50.0).exp();
        let inside = step.is_finite() && newton > low && newton < high;
        let next = if inside { newton } else { low.sqrt() * high.sqrt() };
        let moved = (next - x).abs();
        x = next;
        if moved <= 1e-15 * x {
            break;
        }
    }
    x
}
