//! The tests by name.

use std::fmt;

/// Which sums of residuals, or which estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FluctuationTest {
    /// Of ordinary residuals.
    OlsCusum,
    /// Of recursive residuals.
    RecursiveCusum,
    /// Of squared recursive residuals.
    CusumOfSquares,
    /// Of the scores of all coefficients and of the variance.
    ScoreCusum,
    /// Of ordinary residuals in a moving window.
    OlsMosum,
    /// Of recursive residuals in a moving window.
    RecursiveMosum,
    /// Of the scores of all coefficients and of the variance in a moving window.
    ScoreMosum,
    /// Not sums: the coefficients of the rows so far.
    RecursiveEstimates,
    /// The coefficients in a moving window.
    MovingEstimates,
}

impl FluctuationTest {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::OlsCusum,
        Self::RecursiveCusum,
        Self::CusumOfSquares,
        Self::ScoreCusum,
        Self::OlsMosum,
        Self::RecursiveMosum,
        Self::ScoreMosum,
        Self::RecursiveEstimates,
        Self::MovingEstimates,
    ];

    /// Its name in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OlsCusum => "ols-cusum",
            Self::RecursiveCusum => "recursive-cusum",
            Self::CusumOfSquares => "cusum-of-squares",
            Self::ScoreCusum => "score-cusum",
            Self::OlsMosum => "ols-mosum",
            Self::RecursiveMosum => "recursive-mosum",
            Self::ScoreMosum => "score-mosum",
            Self::RecursiveEstimates => "recursive-estimates",
            Self::MovingEstimates => "moving-estimates",
        }
    }

    /// Whether its residuals are recursive ones.
    pub const fn is_recursive(self) -> bool {
        matches!(self, Self::RecursiveCusum | Self::CusumOfSquares | Self::RecursiveMosum)
    }

    /// Whether it looks through a moving window.
    pub const fn is_moving(self) -> bool {
        matches!(self, Self::OlsMosum | Self::RecursiveMosum | Self::ScoreMosum | Self::MovingEstimates)
    }

    /// Whether it looks at coefficients and not at residuals.
    pub const fn is_estimates(self) -> bool {
        matches!(self, Self::RecursiveEstimates | Self::MovingEstimates)
    }

    /// Whether its process has a component for each coefficient and one for the variance.
    pub const fn is_scores(self) -> bool {
        matches!(self, Self::ScoreCusum | Self::ScoreMosum)
    }

    /// Whether it sums ordinary residuals, which must add up to zero.
    pub const fn sums_ordinary(self) -> bool {
        matches!(self, Self::OlsCusum | Self::OlsMosum)
    }

    /// The letter strucchange has for the statistic, where it has one.
    pub(super) const fn symbol(self) -> &'static str {
        match self {
            Self::OlsCusum => "S⁰",
            Self::RecursiveCusum => "S",
            Self::CusumOfSquares => "C",
            Self::ScoreCusum => "max S",
            Self::OlsMosum => "M⁰",
            Self::RecursiveMosum => "M",
            Self::ScoreMosum => "max M",
            Self::RecursiveEstimates => "RE",
            Self::MovingEstimates => "ME",
        }
    }
}

impl fmt::Display for FluctuationTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OlsCusum => "CUSUM of OLS residuals",
            Self::RecursiveCusum => "CUSUM of recursive residuals",
            Self::CusumOfSquares => "CUSUM of squares",
            Self::ScoreCusum => "CUSUM of scores",
            Self::OlsMosum => "MOSUM of OLS residuals",
            Self::RecursiveMosum => "MOSUM of recursive residuals",
            Self::ScoreMosum => "MOSUM of scores",
            Self::RecursiveEstimates => "test of recursive estimates",
            Self::MovingEstimates => "test of moving estimates",
        })
    }
}
