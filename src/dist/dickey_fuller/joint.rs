//! Critical values of Dickey and Fuller's (1981) joint F statistics.
//!
//! | statistic | regression with | hypothesis |
//! |---|---|---|
//! | Φ₁ | a constant | no constant, and a unit root |
//! | Φ₂ | a constant and a trend | neither, and a unit root |
//! | Φ₃ | a constant and a trend | no trend, and a unit root |
//!
//! Dickey, D. A. and W. A. Fuller (1981), *Econometrica* 49, 1057–1072, tables IV–VI. urca 1.3.3 carries the same numbers but
//! for Φ₃ at 250 observations, where it repeats two of the row above (6.49 and 5.47 in place of 6.34 and 5.39).

use crate::dist::Tail;
use crate::dist::tabulated::{bound, column};

/// A joint hypothesis of a Dickey–Fuller regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Joint {
    /// No constant and a unit root, in the regression with a constant.
    Phi1,
    /// No constant, no trend and a unit root, in the regression with both.
    Phi2,
    /// No trend and a unit root, in the regression with a constant and a trend.
    Phi3,
}

/// Levels with critical values.
pub const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The observations at which the tables stand; the last row is for n → ∞.
const ROWS: [f64; 6] = [25.0, 50.0, 100.0, 250.0, 500.0, f64::INFINITY];

impl Joint {
    /// How many coefficients are restricted.
    pub const fn restrictions(self) -> usize {
        match self {
            Self::Phi1 | Self::Phi3 => 2,
            Self::Phi2 => 3,
        }
    }

    /// At 1, 5 and 10 %, a row for each of [`ROWS`].
    const fn table(self) -> &'static [[f64; 3]; 6] {
        match self {
            Self::Phi1 => &[
                [7.88, 5.18, 4.12],
                [7.06, 4.86, 3.94],
                [6.70, 4.71, 3.86],
                [6.52, 4.63, 3.81],
                [6.47, 4.61, 3.79],
                [6.43, 4.59, 3.78],
            ],
            Self::Phi2 => &[
                [8.21, 5.68, 4.67],
                [7.02, 5.13, 4.31],
                [6.50, 4.88, 4.16],
                [6.22, 4.75, 4.07],
                [6.15, 4.71, 4.05],
                [6.09, 4.68, 4.03],
            ],
            Self::Phi3 => &[
                [10.61, 7.24, 5.91],
                [9.31, 6.73, 5.61],
                [8.73, 6.49, 5.47],
                [8.43, 6.34, 5.39],
                [8.34, 6.30, 5.36],
                [8.27, 6.25, 5.34],
            ],
        }
    }

    /// The critical value at a level of 1, 5 or 10 % with `rows` rows: between two rows of the table linear in 1/n, below
    /// 25 observations that at 25; `None` for another level.
    pub fn critical_value(self, level: f64, rows: usize) -> Option<f64> {
        let column = column(&LEVELS, level)?;
        let (table, rows) = (self.table(), rows as f64);
        let above = ROWS.iter().position(|tabulated| *tabulated >= rows)?;
        let value = table[above][column];
        let Some(below) = above.checked_sub(1) else { return Some(value) };
        let share = (1.0 / rows - 1.0 / ROWS[above]) / (1.0 / ROWS[below] - 1.0 / ROWS[above]);
        Some(value + share * (table[below][column] - value))
    }

    /// What the table says of the p-value: below the smallest level that rejects, or above 10 %; `None` for NaN.
    pub fn p_value(self, statistic: f64, rows: usize) -> Option<Tail> {
        let critical: Option<Vec<f64>> = LEVELS.iter().map(|level| self.critical_value(*level, rows)).collect();
        bound(&LEVELS, &critical?, statistic)
    }
}
