//! Response surfaces for the seasonal unit-root statistics of Hylleberg, Engle, Granger and Yoo, lags being given.
//!
//! One surface in the residual degrees of freedom, the number of lags and the number of seasons S serves every S; between
//! levels the p-value is a cubic in the statistic through the four nearest quantiles, on the scale of the normal for t
//! and of the logarithm for F.
//!
//! The surfaces are good for t and for the pairs. For the joint F they cannot be: in the limit they do not depend on S,
//! while the law of an average of S − 1 or S squared statistics does. By our own draws the 5 % point of F₂…₄ with
//! seasonal dummies at n = 100 is 6.1 (surface: 5.7), that of F₂…₁₂ at n = 144 is 4.5 (5.1). uroot's further surfaces for
//! lags chosen by AIC or BIC give impossible quantiles (negative F) for the number of lags chosen, and are left out.
//!
//! Coefficients: Díaz-Emparanza, I. (2014), *Computational Statistics & Data Analysis* 76, 237–247, as R's uroot 2.1-2
//! carries them, at 19 of its 221 levels and to seven digits (`surfaces.csv`). uroot's own p-values smooth over 15
//! neighbouring levels: they differ from these by two per cent at most where compared.

use std::sync::OnceLock;

use super::numbers::numbers;
use super::tabulated::column;
use super::{Tail, normal};

/// The deterministic terms of the test regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SeasonalTerms {
    /// None.
    None,
    /// A constant.
    Constant,
    /// A constant and a linear trend.
    Trend,
    /// A constant and seasonal dummies.
    #[default]
    Seasons,
    /// A constant, seasonal dummies and a linear trend.
    SeasonsTrend,
}

impl SeasonalTerms {
    /// The number of coefficients, of `per_year` seasons.
    pub fn count(self, per_year: usize) -> usize {
        match self {
            Self::None => 0,
            Self::Constant => 1,
            Self::Trend => 2,
            Self::Seasons => per_year,
            Self::SeasonsTrend => per_year + 1,
        }
    }

    /// Whether there is a trend.
    pub fn has_trend(self) -> bool {
        matches!(self, Self::Trend | Self::SeasonsTrend)
    }

    /// Whether there are seasonal dummies.
    pub fn has_seasons(self) -> bool {
        matches!(self, Self::Seasons | Self::SeasonsTrend)
    }
}

impl std::fmt::Display for SeasonalTerms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Constant => "constant",
            Self::Trend => "constant and trend",
            Self::Seasons => "constant and seasonal dummies",
            Self::SeasonsTrend => "constant, seasonal dummies and trend",
        })
    }
}

/// Which unit roots a statistic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Roots {
    /// 1, the zero frequency: t of π₁.
    Zero,
    /// −1, two periods a cycle: t of π₂.
    Pi,
    /// A pair of complex roots: F of two coefficients.
    Pair,
    /// All seasonal ones: F of π₂ to the last.
    AllSeasonal,
    /// All: F of π₁ to the last.
    All,
}

impl Roots {
    /// Whether the statistic is a t, small values of which speak against the roots; otherwise an F, large values of which do.
    pub fn is_t(self) -> bool {
        matches!(self, Self::Zero | Self::Pi)
    }
}

/// The regression that a statistic comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regression {
    /// Its deterministic terms.
    pub terms: SeasonalTerms,
    /// Its lags.
    pub lags: usize,
    /// Seasons in a year.
    pub per_year: usize,
    /// Its residual degrees of freedom.
    pub df_resid: usize,
}

/// p-values with a response surface.
pub const LEVELS: [f64; 19] =
    [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/// The p-value of a statistic; `None` without deterministic terms, for which there is no surface, and for NaN.
pub fn p_value(statistic: f64, roots: Roots, regression: Regression) -> Option<Tail> {
    let mut quantiles = quantiles(roots, regression)?;
    // Surfaces of neighbouring levels may cross by their error.
    quantiles.sort_by(f64::total_cmp);
    if !roots.is_t() {
        quantiles.reverse();
    }
    // With the sign of the tail that speaks against the roots, both kinds of quantile rise with p.
    let sign = if roots.is_t() { 1.0 } else { -1.0 };
    let (x, quantiles) = (sign * statistic, quantiles.map(|quantile| sign * quantile));
    let last = LEVELS.len() - 1;
    if x.is_nan() {
        return None;
    } else if x < quantiles[0] {
        return Some(Tail::Below(LEVELS[0]));
    } else if x > quantiles[last] {
        return Some(Tail::Above(LEVELS[last]));
    }
    let above = quantiles.partition_point(|quantile| *quantile <= x);
    let first = above.saturating_sub(2).min(last - 3);
    let scale = |p: f64| if roots.is_t() { normal::quantile(p) } else { p.ln() };
    let y = lagrange(&quantiles[first..first + 4], &LEVELS[first..first + 4], scale, x);
    let p = if roots.is_t() { normal::cdf(y) } else { y.exp() };
    Some(Tail::At(p.clamp(LEVELS[0], LEVELS[last])))
}

/// The critical value at one of [`LEVELS`]; `None` for another, and without deterministic terms.
pub fn critical_value(level: f64, roots: Roots, regression: Regression) -> Option<f64> {
    let row = column(&LEVELS, level)?;
    quantiles(roots, regression).map(|quantiles| quantiles[row])
}

/// The value at `x` of the polynomial through the points, the ordinates being on a scale.
fn lagrange(at: &[f64], ordinates: &[f64], scale: impl Fn(f64) -> f64, x: f64) -> f64 {
    let weight = |i: usize| -> f64 {
        let others = at.iter().enumerate().filter(|(j, _)| *j != i);
        others.map(|(_, other)| (x - other) / (at[i] - other)).product()
    };
    ordinates.iter().enumerate().map(|(i, p)| weight(i) * scale(*p)).sum()
}

/// The statistic at every level.
fn quantiles(roots: Roots, regression: Regression) -> Option<[f64; 19]> {
    let Regression { terms, lags, per_year, df_resid } = regression;
    let terms = match terms {
        SeasonalTerms::None => return None,
        SeasonalTerms::Constant => 0,
        SeasonalTerms::Trend => 1,
        SeasonalTerms::Seasons => 2,
        SeasonalTerms::SeasonsTrend => 3,
    };
    let start = (roots as usize * 4 + terms) * LEVELS.len();
    let rows = surfaces().get(start..start + LEVELS.len())?;
    let (k, s, i) = (lags as f64, per_year as f64, 1.0 / df_resid as f64);
    let by_size = |value: f64| [value * i, value * i * i, value * i * i * i];
    let values = [vec![1.0], by_size(1.0).to_vec(), by_size(k).to_vec(), by_size(k * k).to_vec()].concat();
    let values = [values, by_size(k * k * k).to_vec(), by_size(s).to_vec()].concat();
    let quantile = |row: &[f64; 16]| row.iter().zip(&values).map(|(c, v)| c * v).sum();
    Some(std::array::from_fn(|level| quantile(&rows[level])))
}

/// Coefficients in the order of the file: roots, terms, level.
fn surfaces() -> &'static [[f64; 16]] {
    static SURFACES: OnceLock<Vec<[f64; 16]>> = OnceLock::new();
    SURFACES.get_or_init(|| numbers(include_str!("surfaces.csv").lines(), LABELS))
}

/// Columns before the coefficients: roots, terms, level.
const LABELS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_in_order_and_complete() {
        let mut lines = include_str!("surfaces.csv").lines();
        for roots in ["zero", "pi", "pair", "seasonal", "all"] {
            for terms in ["c", "ct", "cD", "cDt"] {
                for level in LEVELS {
                    let line = lines.next().unwrap_or_default();
                    assert!(line.starts_with(&format!("{roots},{terms},{level},")), "{line}");
                }
            }
        }
        assert_eq!(lines.next(), None);
        assert!(surfaces().iter().flatten().all(|c| c.is_finite()));
    }

    #[test]
    fn a_quantile_has_its_level() {
        let terms = SeasonalTerms::Seasons;
        let regression = Regression { terms, lags: 1, per_year: 4, df_resid: 90 };
        for roots in [Roots::Zero, Roots::Pi, Roots::Pair, Roots::AllSeasonal, Roots::All] {
            for level in [0.01, 0.05, 0.10, 0.5] {
                let at = critical_value(level, roots, regression).unwrap_or_default();
                let p = p_value(at, roots, regression).map_or(f64::NAN, Tail::value);
                assert!((p - level).abs() < 1e-9, "{roots:?} {level}: {p}");
            }
        }
    }
}
