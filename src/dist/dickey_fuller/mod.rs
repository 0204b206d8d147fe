//! The laws of Dickey and Fuller's τ and z, also of residuals of cointegrating regressions: response surfaces, no formula.
//!
//! | module | gives |
//! |---|---|
//! | [`surface`] | p-values and critical values of τ and z at any n, MacKinnon (1996) |
//! | [`asymptotic`] | p-values for n → ∞, MacKinnon (1994) |
//! | [`critical`] | critical values of τ at any n, MacKinnon (2010) |
//! | [`joint`] | critical values of the F statistics Φ₁, Φ₂, Φ₃, Dickey and Fuller (1981) |
//!
//! ```
//! use yalu::dist::dickey_fuller::{Statistic, Terms, asymptotic, critical, surface};
//! let p = asymptotic::p_value(-2.86, Terms::Constant, 1);
//! assert!(p.is_some_and(|p| (p.value() - 0.05).abs() < 5e-4));
//! let at_50 = surface::p_value(-2.86, Statistic::Tau, Terms::Constant, 1, Some(50));
//! assert!(at_50.is_some_and(|p| (p.value() - 0.057).abs() < 5e-4));
//! let at_199 = critical::critical_value(Terms::Constant, 2, 0.01, Some(199));
//! assert!(at_199.is_some_and(|value| (value + 3.952_043_5).abs() < 1e-6));
//! ```

pub mod asymptotic;
pub mod critical;
pub mod joint;
mod local_fit;
pub mod surface;

use std::fmt;

/// Which statistic of a Dickey–Fuller regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// The t statistic of ρ − 1.
    Tau,
    /// T(ρ̂ − 1), with T the rows.
    #[doc(alias = "rho")]
    #[doc(alias = "alpha")]
    Z,
}

/// The deterministic terms of a Dickey–Fuller regression, on which the law of its statistic depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Terms {
    /// None: the series has mean zero under both hypotheses.
    #[doc(alias = "n")]
    #[doc(alias = "nc")]
    None,
    /// A constant.
    #[doc(alias = "c")]
    #[doc(alias = "drift")]
    #[default]
    Constant,
    /// A constant and a linear trend.
    #[doc(alias = "ct")]
    Trend,
    /// A constant, a linear and a quadratic trend.
    #[doc(alias = "ctt")]
    Quadratic,
}

impl Terms {
    /// How many columns they are.
    pub const fn count(self) -> usize {
        match self {
            Self::None => 0,
            Self::Constant => 1,
            Self::Trend => 2,
            Self::Quadratic => 3,
        }
    }

    /// The short name that other programs use: `n`, `c`, `ct`, `ctt`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "n",
            Self::Constant => "c",
            Self::Trend => "ct",
            Self::Quadratic => "ctt",
        }
    }
}

/// `constant and trend`.
impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Constant => "constant",
            Self::Trend => "constant and trend",
            Self::Quadratic => "constant, trend and squared trend",
        })
    }
}
