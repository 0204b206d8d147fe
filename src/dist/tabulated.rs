//! A p-value from a printed table of quantiles.

use super::Tail;

/// The tail probability at `x`, linear between the tabulated quantiles and only a bound beyond them.
///
/// `levels` rise; `quantiles[i]` is where the tail probability is `levels[i]`, so they rise or fall with the levels.
/// `None` for NaN or an empty table.
pub fn tail(levels: &[f64], quantiles: &[f64], x: f64) -> Option<Tail> {
    let (first, last) = (*quantiles.first()?, *quantiles.last()?);
    if x.is_nan() || levels.len() != quantiles.len() {
        return None;
    }
    // Counted in the direction in which the probability rises.
    let sign = if last < first { -1.0 } else { 1.0 };
    let along = |value: f64| sign * value;
    if along(x) < along(first) {
        return Some(Tail::Below(levels[0]));
    }
    let Some(upper) = quantiles.iter().position(|q| along(*q) >= along(x)) else {
        return levels.last().map(|level| Tail::Above(*level));
    };
    if upper == 0 {
        return Some(Tail::At(levels[0]));
    }
    let share = (x - quantiles[upper - 1]) / (quantiles[upper] - quantiles[upper - 1]);
    Some(Tail::At(levels[upper - 1] + share * (levels[upper] - levels[upper - 1])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_the_quantiles_it_is_linear_and_beyond_them_a_bound() {
        let levels = [0.01, 0.05, 0.10];
        let lower = [-4.0, -3.0, -2.5];
        assert_eq!(tail(&levels, &lower, -3.0), Some(Tail::At(0.05)));
        assert_eq!(tail(&levels, &lower, -4.1), Some(Tail::Below(0.01)));
        assert_eq!(tail(&levels, &lower, 0.0), Some(Tail::Above(0.10)));
        assert!(tail(&levels, &lower, -3.5).is_some_and(|p| (p.value() - 0.03).abs() < 1e-15));
        let upper = lower.map(|q: f64| -q);
        assert!(tail(&levels, &upper, 3.5).is_some_and(|p| (p.value() - 0.03).abs() < 1e-15));
        assert_eq!(tail(&levels, &upper, 4.0), Some(Tail::At(0.01)));
        assert_eq!(tail(&levels, &upper, f64::NAN), None);
    }
}
