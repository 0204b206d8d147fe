//! How often a series is observed.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::{Error, ErrorKind};

/// How often a series is observed. The order is from the rarest to the most frequent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// Once a year.
    Annual,
    /// Twice a year.
    #[doc(alias = "semiannual")]
    #[doc(alias = "biannual")]
    HalfYearly,
    /// Four times a year.
    Quarterly,
    /// Twelve times a year.
    Monthly,
}

impl Frequency {
    /// Periods in a year: 1, 2, 4 or 12.
    pub const fn per_year(self) -> usize {
        match self {
            Self::Annual => 1,
            Self::HalfYearly => 2,
            Self::Quarterly => 4,
            Self::Monthly => 12,
        }
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Annual => "annual",
            Self::HalfYearly => "half-yearly",
            Self::Quarterly => "quarterly",
            Self::Monthly => "monthly",
        })
    }
}

impl FromStr for Frequency {
    type Err = Error;

    /// Reads `annual`, `half-yearly`, `quarterly`, `monthly` and the other usual words, in either case.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text.trim().to_lowercase().as_str() {
            "annual" | "annually" | "yearly" | "year" | "a" | "y" => Ok(Self::Annual),
            "half-yearly" | "halfyearly" | "half-year" | "semiannual" | "h" | "s" => Ok(Self::HalfYearly),
            "quarterly" | "quarter" | "q" => Ok(Self::Quarterly),
            "monthly" | "month" | "m" => Ok(Self::Monthly),
            _ => Err(Error::new(ErrorKind::Argument, format!("`{}` is not a frequency", text.trim()))
                .remedy("write annual, half-yearly, quarterly or monthly")),
        }
    }
}
