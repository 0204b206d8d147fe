//! The methods, and how ρ is found.

use std::fmt;

/// How ρ is found.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Rho {
    /// At the maximum of the likelihood.
    #[default]
    MaximumLikelihood,
    /// At the least generalised sum of squared residuals, in units of the innovations' variance: R's `minrss-quilis`, gretl's
    /// `ssr`.
    MinimumRss,
    /// The same in units of the errors' own variance: R's `minrss-ecotrim`. Chow and Lin's errors alone have one.
    MinimumRssOfCorrelations,
    /// This number, from the range −1 to 1 without its ends.
    Fixed(f64),
}

impl fmt::Display for Rho {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MaximumLikelihood => f.write_str("maximum likelihood"),
            Self::MinimumRss => f.write_str("least squares (innovations)"),
            Self::MinimumRssOfCorrelations => f.write_str("least squares (correlations)"),
            Self::Fixed(_) => f.write_str("user"),
        }
    }
}

/// How the values inside the longer periods are found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// Regression with errors ρ uₜ₋₁ + εₜ (Chow and Lin 1971).
    ChowLin(Rho),
    /// Regression with errors that are a random walk (Fernández 1981).
    Fernandez,
    /// Regression with errors whose changes are ρ Δuₜ₋₁ + εₜ (Litterman 1983).
    Litterman(Rho),
    /// The least change of the difference from the indicator, or of the ratio to it, the first change being that from zero
    /// (Denton 1971). There is no regression: the indicator's level counts.
    Denton(Adjustment),
    /// The same without the change from zero (Dagum and Cholette 2006); a smooth curve if there is no indicator.
    DentonCholette(Adjustment),
}

impl Method {
    /// Whether it estimates a regression, and so has coefficients and standard errors.
    pub fn is_regression(self) -> bool {
        matches!(self, Self::ChowLin(_) | Self::Fernandez | Self::Litterman(_))
    }

    /// How it finds ρ, if it has one.
    pub(super) fn rho(self) -> Option<Rho> {
        match self {
            Self::ChowLin(rho) | Self::Litterman(rho) => Some(rho),
            _ => None,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChowLin(_) => f.write_str("Chow–Lin"),
            Self::Fernandez => f.write_str("Fernández"),
            Self::Litterman(_) => f.write_str("Litterman"),
            Self::Denton(adjustment) => write!(f, "Denton, {adjustment}"),
            Self::DentonCholette(adjustment) => write!(f, "Denton–Cholette, {adjustment}"),
        }
    }
}

/// What Denton's methods keep from changing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Adjustment {
    /// The ratio to the indicator if true, the difference from it if not.
    pub proportional: bool,
    /// 1: its change is least; 2: the change of its change.
    pub differences: usize,
}

/// Proportional first differences.
impl Default for Adjustment {
    fn default() -> Self {
        Self { proportional: true, differences: 1 }
    }
}

impl fmt::Display for Adjustment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let order = if self.differences == 1 { "first" } else { "second" };
        write!(f, "{} {order} differences", if self.proportional { "proportional" } else { "additive" })
    }
}
