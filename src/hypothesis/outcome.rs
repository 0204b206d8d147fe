//! What a test came to, and the law its statistic is compared to.

use std::fmt;

use super::PValue;
use crate::table::NumberFormat;

/// A distribution to which a statistic is compared.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum NullDistribution {
    /// Standard normal.
    Normal,
    /// Student's t with these degrees of freedom.
    StudentT(f64),
    /// F with numerator and denominator degrees of freedom.
    F(f64, f64),
    /// χ² with these degrees of freedom.
    ChiSquared(f64),
}

impl NullDistribution {
    /// Its name in JSON: `normal`, `t`, `F`, `chi2`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::StudentT(_) => "t",
            Self::F(..) => "F",
            Self::ChiSquared(_) => "chi2",
        }
    }

    /// Its degrees of freedom: none, one or two numbers.
    pub fn df(self) -> Vec<f64> {
        match self {
            Self::Normal => Vec::new(),
            Self::StudentT(df) | Self::ChiSquared(df) => vec![df],
            Self::F(numerator, denominator) => vec![numerator, denominator],
        }
    }
}

/// `N(0, 1)`, `t(41)`, `F(2, 40)`, `χ²(2)`.
impl fmt::Display for NullDistribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |df: f64| NumberFormat::Decimals(if df.fract() == 0.0 { 0 } else { 2 }).format(df);
        match *self {
            Self::Normal => f.write_str("N(0, 1)"),
            Self::StudentT(df) => write!(f, "t({})", number(df)),
            Self::F(numerator, denominator) => write!(f, "F({}, {})", number(numerator), number(denominator)),
            Self::ChiSquared(df) => write!(f, "χ²({})", number(df)),
        }
    }
}

/// What a test came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A statistic, the distribution it has under the null, and the p-value.
    Computed {
        /// The symbol by which the field knows it: `F`, `χ²`, `LR`.
        symbol: &'static str,
        /// Its value.
        statistic: f64,
        /// The law it is compared to.
        distribution: NullDistribution,
        /// The upper-tail (for `t`, two-sided) probability.
        p: PValue,
    },
    /// No number can be stood behind, and why.
    NotApplicable {
        /// The reason in words.
        because: String,
    },
}
