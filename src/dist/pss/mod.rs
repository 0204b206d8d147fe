//! The laws between which the bounds statistics of Pesaran, Shin and Smith (2001) lie.
//!
//! Under the null of no level relation the F and t statistics of an error-correction model have laws without formula,
//! which depend on the deterministic terms ([`Case`]), on the number k of regressors in levels (the response not counted),
//! and on the order of integration of these: one law if all are I(0), another if all are I(1) ([`Bound`]), and every
//! mixture in between.
//!
//! | module | gives |
//! |---|---|
//! | [`asymptotic`] | critical values for n → ∞, Pesaran, Shin and Smith (2001) |
//! | [`narayan`] | critical values of F for 30 to 80 observations, Narayan (2005) |
//!
//! ```
//! use yalu::dist::pss::{Bound, Case, Statistic, asymptotic};
//! // Three regressors, unrestricted constant: 5 % of F.
//! let [_, lower, ..] = asymptotic::critical_values(Statistic::F, Case::III, 3, Bound::I0).unwrap();
//! let [_, upper, ..] = asymptotic::critical_values(Statistic::F, Case::III, 3, Bound::I1).unwrap();
//! assert_eq!((lower, upper), (3.23, 4.35));
//! ```

pub mod asymptotic;
mod asymptotic_table;
pub mod narayan;
mod narayan_table;

use std::fmt;

use super::dickey_fuller::Terms;

/// Which deterministic terms an error-correction model has, and which of them the null hypothesis excludes.
///
/// A *restricted* term is part of the level relation, so that it vanishes with it; an unrestricted one is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// No constant, no trend.
    I,
    /// Restricted constant, no trend.
    II,
    /// Unrestricted constant, no trend.
    III,
    /// Unrestricted constant, restricted trend.
    IV,
    /// Unrestricted constant, unrestricted trend.
    V,
}

impl Case {
    /// All five.
    pub const ALL: [Self; 5] = [Self::I, Self::II, Self::III, Self::IV, Self::V];

    /// The case of this number, 1 to 5.
    pub fn number(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// The deterministic terms of the model.
    pub const fn terms(self) -> Terms {
        match self {
            Self::I => Terms::None,
            Self::II | Self::III => Terms::Constant,
            Self::IV | Self::V => Terms::Trend,
        }
    }

    /// How many deterministic terms F tests beside the levels: the constant in case II, the trend in case IV.
    pub const fn restricted(self) -> usize {
        matches!(self, Self::II | Self::IV) as usize
    }

    /// In words: `unrestricted constant, no trend`.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::I => "no constant, no trend",
            Self::II => "restricted constant, no trend",
            Self::III => "unrestricted constant, no trend",
            Self::IV => "unrestricted constant, restricted trend",
            Self::V => "unrestricted constant, unrestricted trend",
        }
    }
}

/// `III`.
impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(["I", "II", "III", "IV", "V"][*self as usize])
    }
}

/// The order of integration that all regressors have at one end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// All are I(0): the lower bound.
    I0,
    /// All are I(1), not cointegrated with each other: the upper bound.
    I1,
}

impl Bound {
    /// Lower and upper.
    pub const BOTH: [Self; 2] = [Self::I0, Self::I1];
}

/// `I(0)`, `I(1)`.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::I0 => "I(0)",
            Self::I1 => "I(1)",
        })
    }
}

/// The two statistics of the bounds test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// F of the coefficients of all lagged levels, and of the restricted deterministic term; large values reject.
    F,
    /// t of the coefficient of the response's lagged level; large negative values reject.
    T,
}

/// `F`, `t`.
impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F => "F",
            Self::T => "t",
        })
    }
}

/// The levels at which the tables have critical values.
pub const LEVELS: [f64; 4] = [0.1, 0.05, 0.025, 0.01];
