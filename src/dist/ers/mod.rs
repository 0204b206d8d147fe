//! The law of Elliott, Rothenberg and Stock's (1996) feasible point-optimal statistic P_T at n observations.
//!
//! Quantiles: 100,000 Gaussian random walks at each of sixteen numbers of observations from 10 to 2,000, with 0, 1, 2, 3, 4,
//! 6, 8 and 12 lags in the regression that estimates the long-run variance
//! (`tests/reference/unit_root_laws/simulate.py ers`). Their sampling error is below 0.0016 in probability at the median.
//! Between the numbers of lags and of observations their logarithms are linear, since they fall by factors with every lag: by
//! our simulation a nominal 5 % is 4.1–6.1 % there (with the quantiles themselves linear, up to 9.5 %). Beyond 12 lags, and at
//! an n that leaves few degrees of freedom, the law is not known.
//!
//! The lags matter: the statistic is divided by an estimate that becomes the less reliable the more of them there are, and
//! with the paper's asymptotic table a trend, 4 lags and 100 observations reject a true unit root in a fifth of samples
//! rather than in a twentieth.
//!
//! ```
//! use yalu::dist::dickey_fuller::Terms;
//! use yalu::dist::ers;
//! let critical = ers::critical_value(Terms::Constant, 0, 0.05, 2000);
//! assert!(critical.is_some_and(|value| (value - 3.26).abs() < 0.06));
//! ```

mod tables;

use super::Tail;
use super::dickey_fuller::Terms;
use super::quantile_table::{self, at_size};
use super::tabulated::{self, Scale, column};
use tables::{CONSTANT, TREND, Table};

/// Levels with critical values.
pub const LEVELS: [f64; 3] = quantile_table::LEVELS;

/// The probabilities whose quantiles are kept.
const PROBABILITIES: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.95];

/// The numbers of lags simulated.
const LAGS: [usize; 8] = [0, 1, 2, 3, 4, 6, 8, 12];

/// P(statistic ≤ p_t) under a unit root at n observations, with this many lags in the regression for the long-run variance:
/// small values speak against it. `None` for terms other than a constant and a linear trend, where the law is not known,
/// or for NaN.
pub fn p_value(p_t: f64, terms: Terms, lags: usize, n: usize) -> Option<Tail> {
    tabulated::tail(&PROBABILITIES, &quantiles(terms, lags, n)?, p_t, Scale::Normal)
}

/// The critical value at a level of 1, 5 or 10 % with n observations and this many lags; `None` where [`p_value`] is.
pub fn critical_value(terms: Terms, lags: usize, level: f64, n: usize) -> Option<f64> {
    Some(quantiles(terms, lags, n)?[column(&PROBABILITIES, level)?])
}

fn quantiles(terms: Terms, lags: usize, n: usize) -> Option<[f64; PROBABILITIES.len()]> {
    let tables: &[Table; LAGS.len()] = match terms {
        Terms::Constant => &CONSTANT,
        Terms::Trend => &TREND,
        Terms::None | Terms::Quadratic => return None,
    };
    let next = LAGS.iter().position(|simulated| *simulated >= lags)?;
    let upper = at_size(tables[next], n, geometric)?;
    if LAGS[next] == lags {
        return Some(upper);
    }
    let share = (lags - LAGS[next - 1]) as f64 / (LAGS[next] - LAGS[next - 1]) as f64;
    Some(geometric(&at_size(tables[next - 1], n, geometric)?, &upper, share))
}

/// Quantiles this share of the way from one row to another, on the scale of their logarithms.
fn geometric<const P: usize>(from: &[f64; P], to: &[f64; P], share: f64) -> [f64; P] {
    std::array::from_fn(|i| from[i].powf(1.0 - share) * to[i].powf(share))
}

/// The critical value of tables I.A and I.B of the paper, in the row of the smallest T that is at least n; `None` below the
/// first T, 50.
pub fn published(terms: Terms, level: f64, n: usize) -> Option<f64> {
    Some(published_row(terms, n)?[column(&LEVELS, level)?])
}

/// What that row says of P(statistic ≤ p_t).
pub fn published_bound(p_t: f64, terms: Terms, n: usize) -> Option<Tail> {
    tabulated::bound(&LEVELS, &published_row(terms, n)?, p_t)
}

fn published_row(terms: Terms, n: usize) -> Option<[f64; 3]> {
    let row = PUBLISHED_SIZES.iter().position(|size| n <= *size).unwrap_or(PUBLISHED_SIZES.len());
    match terms {
        _ if n < PUBLISHED_SIZES[0] => None,
        Terms::Constant => Some(PUBLISHED_CONSTANT[row]),
        Terms::Trend => Some(PUBLISHED_TREND[row]),
        Terms::None | Terms::Quadratic => None,
    }
}

/// The rows of tables I.A and I.B before the last, which is for T = ∞.
const PUBLISHED_SIZES: [usize; 3] = [50, 100, 200];

const PUBLISHED_CONSTANT: [[f64; 3]; 4] =
    [[1.87, 2.97, 3.91], [1.95, 3.11, 4.17], [1.91, 3.17, 4.33], [1.99, 3.26, 4.48]];

const PUBLISHED_TREND: [[f64; 3]; 4] = [[4.22, 5.72, 6.77], [4.26, 5.64, 6.79], [4.05, 5.66, 6.86], [3.96, 5.62, 6.89]];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_that_of_the_paper() {
        for terms in [Terms::Constant, Terms::Trend] {
            for level in LEVELS {
                let (ours, theirs) =
                    (critical_value(terms, 0, level, 2000).unwrap(), published(terms, level, 2000).unwrap());
                // Theirs is a simulation of 20,000 draws: at 1 % its error is about 3 % of the value.
                assert!((ours / theirs - 1.0).abs() < 0.03, "{terms}, {level}: {ours} and {theirs}");
            }
        }
    }

    #[test]
    fn lags_between_those_simulated_are_interpolated() {
        let at = |lags, n| critical_value(Terms::Trend, lags, 0.05, n);
        let (four, five, six) = (at(4, 100).unwrap(), at(5, 100).unwrap(), at(6, 100).unwrap());
        assert!((five - (four * six).sqrt()).abs() < 1e-12 && six < four);
        assert_eq!((at(13, 100), at(12, 25), at(5, 16), at(0, 9)), (None, None, None, None));
        assert!(p_value(5.0, Terms::Trend, 12, 100).is_some());
    }

    #[test]
    fn a_bound_is_read_off_the_row() {
        assert_eq!(published_bound(1.8, Terms::Constant, 62), Some(Tail::Below(0.01)));
        assert_eq!(published_bound(3.0, Terms::Constant, 62), Some(Tail::Below(0.05)));
        assert_eq!(published_bound(4.2, Terms::Constant, 62), Some(Tail::Above(0.10)));
        assert_eq!(published_bound(4.2, Terms::Constant, 203), Some(Tail::Below(0.10)));
        assert_eq!(published_bound(4.2, Terms::None, 203), None);
        assert_eq!(published_bound(4.2, Terms::Constant, 49), None);
        assert_eq!(published(Terms::Trend, 0.05, 62), Some(5.64));
    }
}
