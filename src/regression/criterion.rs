//! Which information criterion chooses.

use std::fmt;

/// An information criterion for the number of lags; every number of lags is fitted on the rows that the longest leaves.
///
/// In one equation T·ln(RSS/T) + c(T)·k, k coefficients; in a system see
/// [`of_orders`](Self::of_orders). Smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Criterion {
    /// Akaike (1974): c = 2.
    Aic,
    /// Schwarz (1978): c = ln T.
    #[doc(alias = "SC")]
    #[doc(alias = "Schwarz")]
    Bic,
    /// Hannan and Quinn (1979): c = 2 ln ln T.
    Hq,
}

impl Criterion {
    /// c(T): what one more coefficient costs, times T.
    pub(crate) fn price(self, rows: f64) -> f64 {
        match self {
            Self::Aic => 2.0,
            Self::Bic => rows.ln(),
            Self::Hq => 2.0 * rows.ln().ln(),
        }
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Aic => "AIC",
            Self::Bic => "BIC",
            Self::Hq => "HQ",
        })
    }
}
