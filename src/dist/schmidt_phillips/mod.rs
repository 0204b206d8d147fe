//! The laws of Schmidt and Phillips's (1992) statistics τ̃ and ρ̃ at n observations, for trends of degree one to four.
//!
//! Quantiles: 400,000 Gaussian random walks at each of sixteen numbers of observations from 10 to 2,000, the statistics
//! without a correction for autocorrelation (`tests/reference/unit_root_laws/simulate.py sp`). Their sampling error is below
//! 0.0008 in probability at the median. They agree with the tables of the paper: critical values of τ̃ to 0.05, of ρ̃ to
//! 1.5 %.
//!
//! The paper's table of τ̃ is in urca 1.3.3 too, but with one number too many (3.77, second of degree 2 at 5 %): from there on
//! every entry stands one cell too late, so that urca's critical values of τ̃ are wrong for degrees 2 to 4.
//!
//! ```
//! use yalu::dist::schmidt_phillips::{self, Statistic};
//! let critical = schmidt_phillips::critical_value(Statistic::Tau, 1, 0.05, 100);
//! assert!(critical.is_some_and(|value| (value + 3.06).abs() < 0.01));
//! ```

mod rho;
mod tau;

use super::Tail;
use super::quantile_table::{self, Quantiles};

/// Levels with critical values.
pub const LEVELS: [f64; 3] = quantile_table::LEVELS;

/// The highest degree of a trend with a table.
pub const HIGHEST_DEGREE: usize = 4;

/// Which statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// τ̃: the t statistic of the lagged detrended level.
    Tau,
    /// ρ̃: n times its coefficient.
    Rho,
}

/// P(statistic ≤ x) under a unit root at n observations, with a trend of this degree; `None` for a degree outside one to
/// four, for fewer than ten observations, or for NaN.
pub fn p_value(statistic: Statistic, degree: usize, x: f64, n: usize) -> Option<Tail> {
    quantile_table::lower_tail(table(statistic, degree)?, x, n)
}

/// The critical value at a level of 1, 5 or 10 % with n observations; `None` where [`p_value`] is.
pub fn critical_value(statistic: Statistic, degree: usize, level: f64, n: usize) -> Option<f64> {
    quantile_table::quantile(table(statistic, degree)?, level, n)
}

fn table(statistic: Statistic, degree: usize) -> Option<&'static Quantiles> {
    let tables = match statistic {
        Statistic::Tau => &tau::TABLES,
        Statistic::Rho => &rho::TABLES,
    };
    tables.get(degree.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// n of the paper's rows; the last stands for the limit.
    const ROWS: [usize; 7] = [25, 50, 100, 200, 500, 1000, 1_000_000];

    /// By degree, by level 1, 5, 10 %, by row; sign reversed.
    const TAU: [[[f64; 7]; 3]; 4] = [
        [
            [3.90, 3.73, 3.63, 3.61, 3.59, 3.58, 3.56],
            [3.18, 3.11, 3.06, 3.04, 3.04, 3.02, 3.02],
            [2.85, 2.80, 2.77, 2.76, 2.76, 2.75, 2.75],
        ],
        [
            [4.52, 4.28, 4.16, 4.12, 4.08, 4.06, 4.06],
            [3.78, 3.65, 3.60, 3.55, 3.55, 3.53, 3.52],
            [3.41, 3.34, 3.31, 3.28, 3.26, 3.26, 3.26],
        ],
        [
            [5.07, 4.73, 4.59, 4.53, 4.50, 4.49, 4.44],
            [4.26, 4.08, 4.03, 3.99, 3.96, 3.95, 3.93],
            [3.89, 3.77, 3.72, 3.69, 3.68, 3.68, 3.67],
        ],
        [
            [5.57, 5.13, 4.99, 4.90, 4.85, 4.83, 4.81],
            [4.70, 4.47, 4.39, 4.33, 4.31, 4.31, 4.29],
            [4.30, 4.15, 4.10, 4.06, 4.03, 4.03, 4.01],
        ],
    ];

    const RHO: [[[f64; 7]; 3]; 4] = [
        [
            [20.4, 22.8, 23.8, 24.8, 25.3, 25.3, 25.2],
            [15.7, 17.0, 17.5, 17.9, 18.1, 18.1, 18.1],
            [13.4, 14.3, 14.6, 14.9, 15.0, 15.0, 15.0],
        ],
        [
            [24.6, 28.4, 30.4, 31.8, 32.4, 32.5, 32.6],
            [20.1, 22.4, 23.7, 24.2, 24.8, 24.6, 24.7],
            [17.8, 19.5, 20.4, 20.7, 21.0, 21.1, 21.1],
        ],
        [
            [28.1, 33.1, 36.3, 38.0, 39.1, 39.5, 39.7],
            [23.8, 27.0, 29.1, 30.1, 30.6, 30.8, 30.6],
            [21.5, 24.0, 25.4, 26.1, 26.6, 26.7, 26.7],
        ],
        [
            [31.0, 37.4, 41.8, 44.0, 45.3, 45.7, 45.8],
            [26.9, 31.2, 34.0, 35.2, 36.2, 36.6, 36.4],
            [24.7, 28.1, 30.2, 31.2, 31.8, 32.0, 31.9],
        ],
    ];

    #[test]
    fn the_paper_simulated_the_same() {
        for (statistic, tables, slack) in [(Statistic::Tau, TAU, 0.011), (Statistic::Rho, RHO, 0.016)] {
            for (degree, by_level) in (1..).zip(tables) {
                for (level, row) in LEVELS.into_iter().zip(by_level) {
                    for (n, theirs) in ROWS.into_iter().zip(row) {
                        let ours = -critical_value(statistic, degree, level, n).unwrap();
                        let apart = (ours / theirs - 1.0).abs();
                        assert!(apart < slack, "{statistic:?}, {degree}, {level}, {n}: {ours} and {theirs}");
                    }
                }
            }
        }
    }

    #[test]
    fn other_degrees_have_no_law() {
        assert_eq!(p_value(Statistic::Tau, 0, -3.0, 100), None);
        assert_eq!(critical_value(Statistic::Rho, 5, 0.05, 100), None);
    }
}
