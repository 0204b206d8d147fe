//! The laws of Johansen's trace and maximum-eigenvalue statistics.
//!
//! They depend on the number of common trends, p − r, and on the deterministic terms ([`Case`]).
//!
//! | module | gives |
//! |---|---|
//! | [`gamma`] | p-values and critical values, all cases, from a gamma law with fitted moments: Doornik (1998) |
//! | [`table`] | simulated critical values: MacKinnon, Haug and Michelis (1999), Osterwald-Lenum (1992) |
//!
//! ```
//! use yalu::dist::johansen::{Case, Statistic, gamma, table};
//! let doornik = gamma::critical_value(0.05, Statistic::Trace, Case::UnrestrictedConstant, 2, None);
//! let simulated = table::mackinnon_haug_michelis(Statistic::Trace, Case::UnrestrictedConstant, 2);
//! assert!(doornik.zip(simulated).is_some_and(|(fitted, [_, five, _])| (fitted - five).abs() < 0.1));
//! ```

pub mod gamma;
pub mod table;

use std::fmt;

/// Where the deterministic terms of a vector error-correction model stand.
///
/// A *restricted* term lies in the long-run relations, β'(yₜ₋₁, term); an *unrestricted* one stands in every equation by
/// itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Case {
    /// No constant, no trend: the relations and all series have mean zero.
    #[doc(alias = "nc")]
    #[doc(alias = "case I")]
    None,
    /// A constant in the relations: levels without a trend.
    #[doc(alias = "rc")]
    #[doc(alias = "ci")]
    #[doc(alias = "const")]
    #[doc(alias = "case II")]
    RestrictedConstant,
    /// A constant in every equation: levels with linear trends, relations without.
    #[doc(alias = "uc")]
    #[doc(alias = "co")]
    #[doc(alias = "none")]
    #[doc(alias = "case III")]
    #[default]
    UnrestrictedConstant,
    /// A constant in every equation and a trend in the relations: both may have linear trends.
    #[doc(alias = "crt")]
    #[doc(alias = "coli")]
    #[doc(alias = "case IV")]
    RestrictedTrend,
    /// A constant and a trend in every equation: levels with quadratic trends.
    #[doc(alias = "ct")]
    #[doc(alias = "colo")]
    #[doc(alias = "case V")]
    UnrestrictedTrend,
}

impl Case {
    /// All five, in the order of Johansen (1995).
    pub const ALL: [Self; 5] = [
        Self::None,
        Self::RestrictedConstant,
        Self::UnrestrictedConstant,
        Self::RestrictedTrend,
        Self::UnrestrictedTrend,
    ];

    /// gretl's short name: `nc`, `rc`, `uc`, `crt`, `ct`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "nc",
            Self::RestrictedConstant => "rc",
            Self::UnrestrictedConstant => "uc",
            Self::RestrictedTrend => "crt",
            Self::UnrestrictedTrend => "ct",
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::None => 0,
            Self::RestrictedConstant => 1,
            Self::UnrestrictedConstant => 2,
            Self::RestrictedTrend => 3,
            Self::UnrestrictedTrend => 4,
        }
    }
}

/// `constant restricted to the long-run relations`.
impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::RestrictedConstant => "constant restricted to the long-run relations",
            Self::UnrestrictedConstant => "unrestricted constant",
            Self::RestrictedTrend => "unrestricted constant, trend restricted to the long-run relations",
            Self::UnrestrictedTrend => "unrestricted constant and trend",
        })
    }
}

/// Which of the two likelihood-ratio statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// At most r relations against any number of them.
    Trace,
    /// At most r relations against r + 1.
    #[doc(alias = "lambda-max")]
    MaxEigenvalue,
}

/// The most common trends for which anything is given: as far as the simulated tables go, by which the gamma law was
/// checked.
pub const MOST_TRENDS: usize = 12;
