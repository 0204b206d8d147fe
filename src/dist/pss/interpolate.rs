//! Between the critical values of a table.

use crate::dist::Tail;

/// The p-value of a statistic from critical values at falling levels, ln p being linear in the statistic between two of
/// them; a bound where the table ends. `above` says whether large values reject.
pub(super) fn p_value(levels: &[f64], values: &[f64], statistic: f64, above: bool) -> Option<Tail> {
    let further = |value: f64| if above { statistic > value } else { statistic < value };
    let (first, last) = (levels.first()?, levels.last()?);
    match values.iter().position(|value| !further(*value)) {
        Some(0) => Some(Tail::Above(*first)),
        None => Some(Tail::Below(*last)),
        Some(i) => {
            let share = (statistic - values[i - 1]) / (values[i] - values[i - 1]);
            let (p, q) = (levels[i - 1].ln(), levels[i].ln());
            Some(Tail::At((p + share * (q - p)).exp()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::pss::LEVELS;

    #[test]
    fn the_table_is_kept_at_its_own_points_and_not_left() {
        let values = [2.72, 3.23, 3.69, 4.29];
        assert_eq!(p_value(&LEVELS, &values, 2.0, true), Some(Tail::Above(0.1)));
        assert_eq!(p_value(&LEVELS, &values, 5.0, true), Some(Tail::Below(0.01)));
        let at = p_value(&LEVELS, &values, 3.23, true).map(Tail::value);
        assert!(at.is_some_and(|p| (p - 0.05).abs() < 1e-12));
        let lower = p_value(&LEVELS, &values.map(|v| -v), -3.46, false).map(Tail::value);
        assert!(lower.is_some_and(|p| p < 0.05 && p > 0.025));
    }
}
