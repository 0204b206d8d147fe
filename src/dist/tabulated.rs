//! A p-value from a table of quantiles.

use super::{Tail, normal};

/// On which scale the probability is linear in the statistic between two tabulated quantiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// Its own.
    Plain,
    /// The logarithm.
    Log,
    /// The quantile of the normal law.
    Normal,
}

impl Scale {
    fn of(self, p: f64) -> f64 {
        match self {
            Self::Plain => p,
            Self::Log => p.ln(),
            Self::Normal => normal::quantile(p),
        }
    }

    fn back(self, value: f64) -> f64 {
        match self {
            Self::Plain => value,
            Self::Log => value.exp(),
            Self::Normal => normal::cdf(value),
        }
    }
}

/// The tail probability at `x`: interpolated between the tabulated quantiles, only a bound beyond them.
///
/// `quantiles[i]` is where the tail probability is `levels[i]`; each of the two rises or falls. `None` for NaN or a
/// table of fewer than two.
pub(super) fn tail(levels: &[f64], quantiles: &[f64], x: f64, scale: Scale) -> Option<Tail> {
    let (first, last) = (*quantiles.first()?, *quantiles.last()?);
    if x.is_nan() || levels.len() != quantiles.len() || levels.len() < 2 {
        return None;
    }
    let end = |level: f64, other: f64| if level < other { Tail::Below(level) } else { Tail::Above(level) };
    let (lowest, highest) = (levels[0], levels[levels.len() - 1]);
    // Counted in the direction in which the table is written.
    let sign = if last < first { -1.0 } else { 1.0 };
    let along = |value: f64| sign * value;
    if along(x) < along(first) {
        return Some(end(lowest, highest));
    }
    let Some(next) = quantiles.iter().position(|q| along(*q) >= along(x)) else {
        return Some(end(highest, lowest));
    };
    let Some(before) = next.checked_sub(1) else { return Some(Tail::At(lowest)) };
    let share = (x - quantiles[before]) / (quantiles[next] - quantiles[before]);
    let (from, to) = (scale.of(levels[before]), scale.of(levels[next]));
    Some(Tail::At(scale.back(from + share * (to - from))))
}

/// What critical values alone say of a p-value: it is below the smallest level that rejects, or above the largest. Levels
/// rise; `None` as for [`tail`].
pub(super) fn bound(levels: &[f64], critical: &[f64], x: f64) -> Option<Tail> {
    let sign = if critical.last()? < critical.first()? { -1.0 } else { 1.0 };
    let rejects = |critical: &f64| sign * x < sign * critical;
    let level = critical.iter().position(rejects).and_then(|at| levels.get(at));
    (!x.is_nan()).then_some(level.map_or(Tail::Above(*levels.last()?), |level| Tail::Below(*level)))
}

/// The place of a level in a table; `None` if it is not there.
pub(super) fn column(levels: &[f64], level: f64) -> Option<usize> {
    levels.iter().position(|own| (own - level).abs() < 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

    #[test]
    fn between_the_quantiles_it_is_interpolated_and_beyond_them_a_bound() {
        let lower = [-4.0, -3.0, -2.5];
        let p = |quantiles: &[f64], x| tail(&LEVELS, quantiles, x, Scale::Plain);
        assert_eq!(p(&lower, -3.0), Some(Tail::At(0.05)));
        assert_eq!(p(&lower, -4.1), Some(Tail::Below(0.01)));
        assert_eq!(p(&lower, 0.0), Some(Tail::Above(0.10)));
        assert!(p(&lower, -3.5).is_some_and(|p| (p.value() - 0.03).abs() < 1e-15));
        let upper = lower.map(|q: f64| -q);
        assert!(p(&upper, 3.5).is_some_and(|p| (p.value() - 0.03).abs() < 1e-15));
        assert_eq!(p(&upper, 4.0), Some(Tail::At(0.01)));
        assert_eq!(p(&upper, f64::NAN), None);
    }

    #[test]
    fn on_a_scale_and_with_falling_levels() {
        let (levels, critical) = ([0.1, 0.05, 0.025, 0.01], [2.72, 3.23, 3.69, 4.29]);
        let p = |x| tail(&levels, &critical, x, Scale::Log);
        assert_eq!(p(2.0), Some(Tail::Above(0.1)));
        assert_eq!(p(5.0), Some(Tail::Below(0.01)));
        let middle = p(0.5 * (2.72 + 3.23)).map(Tail::value);
        assert!(middle.is_some_and(|p| (p - (0.1_f64 * 0.05).sqrt()).abs() < 1e-15));
        let quantiles = LEVELS.map(normal::quantile);
        let p = tail(&LEVELS, &quantiles, -2.0, Scale::Normal).map(Tail::value);
        assert!(p.is_some_and(|p| (p - normal::cdf(-2.0)).abs() < 1e-15));
    }

    #[test]
    fn critical_values_bound() {
        let bound = |critical: [f64; 3], x| bound(&LEVELS, &critical, x);
        assert_eq!(bound([1.9, 3.0, 4.0], 1.8), Some(Tail::Below(0.01)));
        assert_eq!(bound([1.9, 3.0, 4.0], 3.5), Some(Tail::Below(0.10)));
        assert_eq!(bound([9.0, 6.0, 5.0], 4.9), Some(Tail::Above(0.10)));
        assert_eq!(bound([9.0, 6.0, 5.0], 7.0), Some(Tail::Below(0.05)));
        assert_eq!(bound([9.0, 6.0, 5.0], f64::NAN), None);
    }
}
