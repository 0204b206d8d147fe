//! A law known from its simulated quantiles at several numbers of observations; between quantiles the normal score of the
//! probability is linear.

use super::Tail;
use super::tabulated::{self, Scale, column};

/// The numbers of observations simulated.
const SIZES: [usize; 16] = [10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000, 2000];

/// The probabilities whose quantiles are kept.
const PROBABILITIES: [f64; 17] =
    [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99];

/// Levels at which these laws give critical values.
pub(super) const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// Quantiles at each size, the smallest size first.
pub(super) type Quantiles = [[f64; PROBABILITIES.len()]; SIZES.len()];

/// The lower tail P(X ≤ x) at n observations; `None` below the smallest size, and for NaN.
pub(super) fn lower_tail(table: &Quantiles, x: f64, n: usize) -> Option<Tail> {
    tabulated::tail(&PROBABILITIES, &at_size(table, n, linear)?, x, Scale::Normal)
}

/// The quantile at one of the probabilities kept; `None` for another probability, or below the smallest size.
pub(super) fn quantile(table: &Quantiles, probability: f64, n: usize) -> Option<f64> {
    Some(at_size(table, n, linear)?[column(&PROBABILITIES, probability)?])
}

/// The quantiles at n observations, interpolated in 1/n between sizes by `between`, which is given two rows and the share of
/// the way from one to the other; beyond the largest size its own serve, and below the
/// smallest there are none. A table with fewer rows than there are sizes lacks the smallest.
pub(super) fn at_size<const P: usize>(
    table: &[[f64; P]],
    n: usize,
    between: impl Fn(&[f64; P], &[f64; P], f64) -> [f64; P],
) -> Option<[f64; P]> {
    let sizes = &SIZES[SIZES.len() - table.len()..];
    let next = sizes.partition_point(|size| *size < n);
    if n < *sizes.first()? {
        return None;
    }
    if next == sizes.len() || sizes[next] == n {
        return Some(table[next.min(sizes.len() - 1)]);
    }
    let inverse = |size: usize| 1.0 / size as f64;
    let (before, after) = (inverse(sizes[next - 1]), inverse(sizes[next]));
    Some(between(&table[next - 1], &table[next], (inverse(n) - before) / (after - before)))
}

/// The point that lies this share of the way from one row to another.
fn linear<const P: usize>(from: &[f64; P], to: &[f64; P], share: f64) -> [f64; P] {
    std::array::from_fn(|i| from[i] + share * (to[i] - from[i]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::normal;

    /// Quantiles of a normal law whose mean is 10/n.
    fn shifted() -> Quantiles {
        SIZES.map(|n| PROBABILITIES.map(|p| normal::quantile(p) + 10.0 / n as f64))
    }

    #[test]
    fn what_is_linear_in_one_over_n_is_found_exactly() {
        for n in [10, 11, 47, 100, 1999, 2000] {
            let p = lower_tail(&shifted(), -1.3 + 10.0 / n as f64, n).unwrap();
            assert!(matches!(p, Tail::At(p) if (p - normal::cdf(-1.3)).abs() < 1e-12), "{n}: {p:?}");
            let critical = quantile(&shifted(), 0.05, n).unwrap();
            assert!((critical - normal::quantile(0.05) - 10.0 / n as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn the_table_ends() {
        assert_eq!(lower_tail(&shifted(), -9.0, 50), Some(Tail::Below(0.001)));
        assert_eq!(lower_tail(&shifted(), 9.0, 50), Some(Tail::Above(0.99)));
        assert_eq!(lower_tail(&shifted(), 0.0, 9), None);
        assert_eq!(lower_tail(&shifted(), f64::NAN, 50), None);
        assert_eq!(lower_tail(&shifted(), -1.0, 5000), lower_tail(&shifted(), -1.0, 2000));
        assert_eq!((quantile(&shifted(), 0.05, 9), quantile(&shifted(), 0.07, 50)), (None, None));
    }
}
