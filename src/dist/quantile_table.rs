//! A law known from its simulated quantiles at several numbers of observations.

use super::{Tail, normal};

/// The numbers of observations simulated.
const SIZES: [usize; 16] = [10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000, 2000];

/// The probabilities whose quantiles are kept.
const PROBABILITIES: [f64; 17] =
    [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99];

/// Levels at which these laws give critical values.
pub(super) const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// Quantiles at each size, the smallest size first.
pub(super) type Quantiles = [[f64; PROBABILITIES.len()]; SIZES.len()];

/// The lower tail P(X ≤ x) at n observations: the quantiles are interpolated linearly in 1/n, the normal score of the
/// probability linearly in x. Beyond the largest size its own quantiles serve; `None` below the smallest, and for NaN.
pub(super) fn lower_tail(table: &Quantiles, x: f64, n: usize) -> Option<Tail> {
    let quantiles = at(table, n).filter(|_| !x.is_nan())?;
    let above = quantiles.partition_point(|quantile| *quantile < x);
    if above == 0 {
        return Some(if x == quantiles[0] { Tail::At(PROBABILITIES[0]) } else { Tail::Below(PROBABILITIES[0]) });
    }
    if above == quantiles.len() {
        return Some(Tail::Above(PROBABILITIES[above - 1]));
    }
    let share = (x - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
    let score = |i: usize| normal::quantile(PROBABILITIES[i]);
    Some(Tail::At(normal::cdf(score(above - 1) + share * (score(above) - score(above - 1)))))
}

/// The quantile at one of the probabilities kept; `None` for another probability, or below the smallest size.
pub(super) fn quantile(table: &Quantiles, probability: f64, n: usize) -> Option<f64> {
    let column = PROBABILITIES.iter().position(|p| (p - probability).abs() < 1e-9)?;
    Some(at(table, n)?[column])
}

/// The quantiles at n observations.
fn at(table: &Quantiles, n: usize) -> Option<[f64; PROBABILITIES.len()]> {
    let next = SIZES.partition_point(|size| *size < n);
    if n < SIZES[0] {
        return None;
    }
    if next == SIZES.len() || SIZES[next] == n {
        return Some(table[next.min(SIZES.len() - 1)]);
    }
    let inverse = |size: usize| 1.0 / size as f64;
    let (before, after) = (inverse(SIZES[next - 1]), inverse(SIZES[next]));
    let share = (inverse(n) - before) / (after - before);
    Some(std::array::from_fn(|i| table[next - 1][i] + share * (table[next][i] - table[next - 1][i])))
}

#[cfg(test)]
mod tests {
    use super::*;

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
