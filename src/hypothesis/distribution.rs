//! The distributions statistics are compared to.

use std::fmt;

use crate::dist::{chi_squared, f, normal, student_t};
use crate::table::NumberFormat;

/// A distribution to which a statistic is compared.
///
/// ```
/// use yalu::hypothesis::NullDistribution;
/// let p = NullDistribution::F(3.0, 44.0).p_value(5.4050);
/// assert!(p.is_some_and(|p| (p - 0.002_97).abs() < 1e-5));
/// ```
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
    /// A law without a formula, known from simulated quantiles: its name in JSON and its name in print. Only the test
    /// that has it can turn a statistic into a p-value.
    NonStandard(&'static str, &'static str),
}

impl NullDistribution {
    /// Its name in JSON: `normal`, `t`, `F`, `chi2`, or the non-standard law's.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::StudentT(_) => "t",
            Self::F(..) => "F",
            Self::ChiSquared(_) => "chi2",
            Self::NonStandard(name, _) => name,
        }
    }

    /// Its degrees of freedom: none, one or two numbers.
    pub fn df(self) -> Vec<f64> {
        match self {
            Self::Normal | Self::NonStandard(..) => Vec::new(),
            Self::StudentT(df) | Self::ChiSquared(df) => vec![df],
            Self::F(numerator, denominator) => vec![numerator, denominator],
        }
    }

    /// The probability of a larger value than `x`; `None` for a non-standard law.
    pub fn sf(self, x: f64) -> Option<f64> {
        match self {
            Self::Normal => Some(normal::sf(x)),
            Self::StudentT(df) => Some(student_t::sf(x, df)),
            Self::F(df_num, df_den) => Some(f::sf(x, df_num, df_den)),
            Self::ChiSquared(df) => Some(chi_squared::sf(x, df)),
            Self::NonStandard(..) => None,
        }
    }

    /// The p-value of a statistic: two-sided for the normal and for t, the upper tail for F and χ²; `None` for a
    /// non-standard law.
    pub fn p_value(self, statistic: f64) -> Option<f64> {
        match self {
            Self::Normal => Some(normal::two_sided(statistic)),
            Self::StudentT(df) => Some(student_t::two_sided(statistic, df)),
            Self::F(..) | Self::ChiSquared(_) | Self::NonStandard(..) => self.sf(statistic),
        }
    }

    /// The statistic whose p-value is `p`: the critical value of a test of that size; `None` for a non-standard law.
    pub fn critical_value(self, p: f64) -> Option<f64> {
        match self {
            Self::Normal => Some(normal::isf(p / 2.0)),
            Self::StudentT(df) => Some(student_t::isf(p / 2.0, df)),
            Self::F(df_num, df_den) => Some(f::isf(p, df_num, df_den)),
            Self::ChiSquared(df) => Some(chi_squared::isf(p, df)),
            Self::NonStandard(..) => None,
        }
    }
}

/// `N(0, 1)`, `t(41)`, `F(2, 40)`, `χ²(2)`, `Dickey–Fuller τ`.
impl fmt::Display for NullDistribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |df: f64| NumberFormat::Decimals(if df.fract() == 0.0 { 0 } else { 2 }).format(df);
        match *self {
            Self::Normal => f.write_str("N(0, 1)"),
            Self::StudentT(df) => write!(f, "t({})", number(df)),
            Self::F(numerator, denominator) => write!(f, "F({}, {})", number(numerator), number(denominator)),
            Self::ChiSquared(df) => write!(f, "χ²({})", number(df)),
            Self::NonStandard(_, title) => f.write_str(title),
        }
    }
}
