//! The law of Elliott, Rothenberg and Stock's (1996) feasible point-optimal statistic P_T at n observations.
//!
//! Quantiles: 400,000 Gaussian random walks at each of sixteen numbers of observations from 10 to 2,000, the statistic
//! without lags (`tests/reference/unit_root_laws/simulate.py ers`). Their sampling error is below 0.0005 in probability
//! at the median. The long-run variance is estimated, by the regression that the test runs: that is what moves the
//! quantiles at small n. Checked against table I.A and I.B of the paper, as urca 1.3.3 prints them.
//!
//! ```
//! use yalu::dist::dickey_fuller::Terms;
//! use yalu::dist::ers;
//! let critical = ers::critical_value(Terms::Constant, 0.05, 2000);
//! assert!(critical.is_some_and(|value| (value - 3.26).abs() < 0.05));
//! ```

use super::Tail;
use super::dickey_fuller::Terms;
use super::quantile_table::{self, Quantiles};

/// Levels with critical values.
pub const LEVELS: [f64; 3] = quantile_table::LEVELS;

/// P(statistic ≤ p_t) under a unit root at n observations: small values speak against it. `None` for terms other than a
/// constant and a linear trend, for fewer than ten observations, or for NaN.
pub fn p_value(p_t: f64, terms: Terms, n: usize) -> Option<Tail> {
    quantile_table::lower_tail(table(terms)?, p_t, n)
}

/// The critical value at a level of 1, 5 or 10 % with n observations; `None` where [`p_value`] is.
pub fn critical_value(terms: Terms, level: f64, n: usize) -> Option<f64> {
    quantile_table::quantile(table(terms)?, level, n)
}

/// The critical value of tables I.A and I.B of the paper, in the row of the smallest T that is at least n; `None` below the
/// first T, 50.
pub fn published(terms: Terms, level: f64, n: usize) -> Option<f64> {
    let column = LEVELS.iter().position(|l| (l - level).abs() < 1e-9)?;
    Some(published_row(terms, n)?[column])
}

/// What that row says of P(statistic ≤ p_t).
pub fn published_bound(p_t: f64, terms: Terms, n: usize) -> Option<Tail> {
    let row = published_row(terms, n).filter(|_| !p_t.is_nan())?;
    let level = LEVELS.into_iter().zip(row).find(|(_, critical)| p_t < *critical).map(|(level, _)| level);
    Some(level.map_or(Tail::Above(LEVELS[2]), Tail::Below))
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

fn table(terms: Terms) -> Option<&'static Quantiles> {
    match terms {
        Terms::Constant => Some(&CONSTANT),
        Terms::Trend => Some(&TREND),
        Terms::None | Terms::Quadratic => None,
    }
}

/// With a constant.
static CONSTANT: Quantiles = [
    [3.464, 3.527, 3.587, 3.729, 3.919, 4.252, 4.929, 5.725, 6.709, 7.99, 9.791, 12.5, 17.05, 26.8, 38.74, 53.7, 78.04],
    [
        3.108, 3.196, 3.278, 3.461, 3.702, 4.12, 4.934, 5.851, 6.968, 8.383, 10.31, 13.17, 17.88, 27.62, 39.47, 53.35,
        75.46,
    ],
    [
        2.685, 2.815, 2.927, 3.171, 3.485, 4.011, 4.995, 6.058, 7.333, 8.931, 11.07, 14.18, 19.23, 29.46, 41.3, 54.75,
        75.06,
    ],
    [
        2.228, 2.435, 2.593, 2.912, 3.3, 3.941, 5.11, 6.368, 7.856, 9.699, 12.14, 15.64, 21.21, 32.21, 44.59, 58.45,
        78.61,
    ],
    [
        1.958, 2.22, 2.405, 2.773, 3.223, 3.929, 5.229, 6.629, 8.244, 10.29, 12.98, 16.81, 22.98, 34.85, 48.23, 63.08,
        84.19,
    ],
    [
        1.793, 2.102, 2.307, 2.709, 3.19, 3.969, 5.365, 6.872, 8.653, 10.89, 13.84, 17.99, 24.58, 37.3, 51.49, 66.75,
        88.71,
    ],
    [1.624, 1.95, 2.174, 2.612, 3.135, 3.985, 5.525, 7.2, 9.182, 11.69, 14.99, 19.7, 27.14, 41.36, 57.06, 74.02, 97.66],
    [
        1.528, 1.876, 2.109, 2.583, 3.139, 4.039, 5.695, 7.518, 9.68, 12.39, 16.01, 21.17, 29.31, 44.77, 61.77, 80.2,
        105.7,
    ],
    [
        1.392, 1.787, 2.046, 2.545, 3.132, 4.112, 5.936, 7.919, 10.32, 13.35, 17.44, 23.25, 32.39, 49.74, 68.5, 88.39,
        116.3,
    ],
    [
        1.348, 1.747, 2.021, 2.547, 3.17, 4.211, 6.169, 8.344, 10.99, 14.4, 18.96, 25.44, 35.68, 54.76, 75.96, 98.29,
        129.1,
    ],
    [
        1.279, 1.711, 1.995, 2.537, 3.196, 4.279, 6.366, 8.714, 11.58, 15.31, 20.33, 27.51, 38.87, 60.26, 83.52, 108.2,
        142.0,
    ],
    [
        1.254, 1.695, 1.985, 2.537, 3.21, 4.339, 6.495, 8.934, 11.96, 15.88, 21.19, 28.9, 40.76, 63.09, 87.16, 112.8,
        147.9,
    ],
    [
        1.247, 1.683, 1.968, 2.542, 3.231, 4.386, 6.655, 9.213, 12.39, 16.53, 22.16, 30.3, 43.05, 67.09, 93.0, 119.8,
        157.5,
    ],
    [
        1.22, 1.671, 1.958, 2.542, 3.26, 4.457, 6.779, 9.446, 12.75, 17.12, 23.07, 31.65, 45.09, 70.39, 97.23, 126.0,
        165.0,
    ],
    [
        1.222, 1.66, 1.967, 2.565, 3.282, 4.508, 6.879, 9.642, 13.04, 17.49, 23.63, 32.46, 46.42, 72.51, 100.4, 129.8,
        169.1,
    ],
    [
        1.212, 1.668, 1.961, 2.562, 3.3, 4.539, 6.943, 9.736, 13.23, 17.8, 24.13, 33.29, 47.54, 74.31, 103.1, 132.9,
        173.3,
    ],
];

/// With a constant and a linear trend.
static TREND: Quantiles = [
    [
        9.415, 9.776, 9.989, 10.34, 10.67, 11.01, 11.54, 12.18, 12.97, 13.98, 15.37, 17.42, 20.88, 28.21, 37.44, 49.35,
        69.97,
    ],
    [9.676, 9.86, 9.961, 10.11, 10.24, 10.5, 11.09, 11.77, 12.6, 13.62, 14.97, 16.87, 19.98, 26.42, 34.3, 43.8, 58.97],
    [8.94, 8.992, 9.041, 9.165, 9.344, 9.699, 10.44, 11.28, 12.25, 13.4, 14.87, 16.84, 19.89, 26.0, 33.16, 41.38, 53.6],
    [
        7.352, 7.481, 7.597, 7.855, 8.188, 8.762, 9.791, 10.84, 12.01, 13.36, 15.02, 17.22, 20.47, 26.65, 33.64, 41.41,
        52.74,
    ],
    [
        6.259, 6.492, 6.674, 7.063, 7.528, 8.251, 9.48, 10.67, 11.97, 13.44, 15.24, 17.6, 21.02, 27.38, 34.47, 42.35,
        53.35,
    ],
    [
        5.521, 5.861, 6.106, 6.584, 7.124, 7.937, 9.293, 10.61, 12.0, 13.59, 15.51, 18.01, 21.66, 28.36, 35.76, 43.66,
        55.13,
    ],
    [
        4.674, 5.152, 5.457, 6.027, 6.658, 7.591, 9.095, 10.54, 12.05, 13.78, 15.88, 18.62, 22.54, 29.7, 37.32, 45.71,
        57.66,
    ],
    [
        4.224, 4.756, 5.101, 5.735, 6.422, 7.417, 9.036, 10.55, 12.18, 14.02, 16.25, 19.12, 23.32, 30.92, 39.1, 47.94,
        60.05,
    ],
    [
        3.774, 4.378, 4.742, 5.427, 6.161, 7.229, 8.977, 10.61, 12.35, 14.33, 16.73, 19.82, 24.35, 32.45, 41.19, 50.43,
        63.27,
    ],
    [
        3.428, 4.075, 4.479, 5.206, 5.981, 7.124, 8.955, 10.69, 12.55, 14.67, 17.23, 20.54, 25.39, 34.14, 43.38, 53.07,
        66.74,
    ],
    [
        3.231, 3.909, 4.317, 5.064, 5.873, 7.051, 8.961, 10.8, 12.75, 14.97, 17.7, 21.22, 26.36, 35.63, 45.54, 55.76,
        70.35,
    ],
    [
        3.124, 3.812, 4.244, 5.009, 5.842, 7.043, 9.0, 10.88, 12.89, 15.2, 17.98, 21.65, 26.97, 36.62, 46.91, 57.62,
        72.38,
    ],
    [
        3.028, 3.74, 4.176, 4.933, 5.765, 7.016, 9.03, 10.95, 13.02, 15.39, 18.27, 22.04, 27.48, 37.42, 48.18, 59.16,
        74.45,
    ],
    [2.979, 3.678, 4.112, 4.91, 5.76, 7.019, 9.05, 11.0, 13.12, 15.57, 18.53, 22.41, 28.1, 38.43, 49.34, 61.05, 76.87],
    [
        2.911, 3.625, 4.069, 4.863, 5.727, 6.992, 9.067, 11.07, 13.22, 15.7, 18.71, 22.69, 28.56, 39.08, 50.38, 62.2,
        78.58,
    ],
    [
        2.871, 3.607, 4.037, 4.83, 5.71, 6.993, 9.094, 11.12, 13.3, 15.78, 18.83, 22.86, 28.75, 39.48, 50.83, 62.95,
        79.32,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_that_of_the_paper() {
        for terms in [Terms::Constant, Terms::Trend] {
            for level in LEVELS {
                let (ours, theirs) =
                    (critical_value(terms, level, 2000).unwrap(), published(terms, level, 2000).unwrap());
                // Theirs is a simulation of 20,000 draws: 2 % of the value.
                assert!((ours / theirs - 1.0).abs() < 0.02, "{terms}, {level}: {ours} and {theirs}");
            }
        }
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
