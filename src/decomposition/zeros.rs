//! What to do with a good that is absent, or free, in one of the two periods.

use std::fmt;

use serde::Serialize;

/// How a zero price, quantity or factor is treated.
///
/// A logarithm of zero does not exist, and a good that was not traded has no price: which effect its value belongs
/// to is a convention, so the convention is chosen and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroRule {
    /// Any zero is an error that names the good.
    #[default]
    Refuse,
    /// The formula at zero, or its limit where the formula has a logarithm: an item that starts from (or falls to)
    /// zero in m factors gives 1/m of its value to each of these and nothing to the others
    /// (Ang and Liu, 2007, "Handling zero values in the logarithmic mean Divisia index decomposition approach",
    /// *Energy Policy* 35, 238–246). Needs the price of a good also in the period in which it was not traded.
    #[doc(alias = "small value")]
    #[doc(alias = "analytical limits")]
    Limits,
    /// Goods present in one period only are left out of price and volume; their whole value is the effect of
    /// new or of discontinued goods, in rows of their own.
    #[doc(alias = "extensive margin")]
    #[doc(alias = "entry and exit")]
    SeparateNewAndGone,
}

impl fmt::Display for ZeroRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refuse => "zeros are refused",
            Self::Limits => "zeros at their analytical limits (Ang and Liu, 2007)",
            Self::SeparateNewAndGone => "new and discontinued goods apart from price and volume",
        })
    }
}

/// In which of the two periods something has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// In both.
    Continuing,
    /// Only in the second.
    New,
    /// Only in the first.
    Gone,
    /// In neither.
    Absent,
}

impl Presence {
    /// From what is there (a quantity, a value) in the first and in the second period.
    pub(crate) fn of(before: f64, after: f64) -> Self {
        match (before > 0.0, after > 0.0) {
            (true, true) => Self::Continuing,
            (false, true) => Self::New,
            (true, false) => Self::Gone,
            (false, false) => Self::Absent,
        }
    }
}
