//! Criteria that choose the number of breaks.

use std::fmt;

use serde::Serialize;

/// What chooses the number of breaks; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BreakCriterion {
    /// Schwarz's as R has it: −2ℓ + ln n times coefficients, dates and σ².
    Bic,
    /// Yao's (1988), as Bai and Perron (2003) give it.
    Yao,
    /// Liu, Wu and Zidek's (1997), which prefers fewer breaks.
    Lwz,
}

impl BreakCriterion {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Bic, Self::Yao, Self::Lwz];
}

impl fmt::Display for BreakCriterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bic => "BIC",
            Self::Yao => "Yao's BIC",
            Self::Lwz => "LWZ",
        })
    }
}
