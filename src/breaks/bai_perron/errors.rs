//! What is supposed of the errors of the regimes.

use std::fmt;
use std::str::FromStr;

use crate::linalg::dot;
use crate::regression::covariance::{bandwidth, hac};
use crate::regression::{Bandwidth, Covariance, Hac, Kernel};
use crate::{Error, ErrorKind};

/// What is supposed of the errors of the regimes, in statistics and in intervals of dates.
///
/// Divisors are numbers of rows; the statistics have Bai and Perron's factor for small samples instead.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum RegimeErrors {
    /// One variance in all regimes, no correlation.
    #[default]
    OneVariance,
    /// A variance in each regime, no correlation.
    VarianceByRegime,
    /// No correlation (White 1980).
    Heteroskedastic,
    /// Correlation that dies out, under any lag window; each regime by itself if all coefficients change.
    Correlated(Hac),
    /// The same as Bai and Perron (2003) estimate it: quadratic spectral kernel, Andrews' (1991) bandwidth by autoregressions
    /// without constant of the scores of all regressors, rows less regressors as divisor.
    BaiPerron {
        /// Whether a VAR(1) is taken out of the scores first.
        prewhiten: bool,
    },
}

impl RegimeErrors {
    /// Bai and Perron's, prewhitened: those of their example.
    pub fn bai_perron() -> Self {
        Self::BaiPerron { prewhiten: true }
    }

    /// n times the long-run covariance of k score series, given row by row; the automatic bandwidths of
    /// [`Correlated`](Self::Correlated) look at those that are `looked_at`.
    ///
    /// # Errors
    /// If the lag window does not fit the rows.
    pub(super) fn of_scores(self, scores: Vec<f64>, k: usize, looked_at: &[bool]) -> Result<Vec<f64>, Error> {
        match self {
            Self::Correlated(window) => {
                let n = scores.len() / k;
                let choose = |scores: &[f64]| {
                    let series: Vec<Vec<f64>> =
                        (0..k).filter(|j| looked_at[*j]).map(|j| column(scores, k, j)).collect();
                    match window.bandwidth {
                        Bandwidth::Andrews => bandwidth::andrews(window.kernel, &series),
                        _ => {
                            let sum: Vec<f64> =
                                (0..scores.len() / k).map(|t| series.iter().map(|series| series[t]).sum()).collect();
                            bandwidth::newey_west(window.kernel, &sum, n, window.prewhiten)
                        }
                    }
                };
                Ok(hac::long_run(window, scores, k, choose)?.0)
            }
            Self::BaiPerron { prewhiten } => {
                let window = Hac { prewhiten, ..Hac::andrews(Kernel::QuadraticSpectral) };
                let n = scores.len() / k;
                let left = n - usize::from(prewhiten);
                if left <= k + 1 {
                    return Err(Error::new(
                        ErrorKind::Sample,
                        format!("{n} rows are too few for the long-run covariance of {k} scores"),
                    )
                    .remedy("ask for longer regimes"));
                }
                let choose =
                    |scores: &[f64]| without_intercept(&(0..k).map(|j| column(scores, k, j)).collect::<Vec<_>>());
                let mut sum = hac::long_run(window, scores, k, choose)?.0;
                sum.iter_mut().for_each(|value| *value *= n as f64 / (left - k) as f64);
                Ok(sum)
            }
            Self::OneVariance | Self::VarianceByRegime | Self::Heteroskedastic => {
                let columns: Vec<Vec<f64>> = (0..k).map(|j| column(&scores, k, j)).collect();
                Ok((0..k * k).map(|at| dot(&columns[at / k], &columns[at % k])).collect())
            }
        }
    }
}

fn column(scores: &[f64], k: usize, j: usize) -> Vec<f64> {
    scores.iter().skip(j).step_by(k).copied().collect()
}

/// Andrews' (1991) bandwidth of the quadratic spectral kernel from autoregressions without constant, all weighing the same.
fn without_intercept(scores: &[Vec<f64>]) -> Option<f64> {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    for score in scores {
        let (now, before) = (&score[1..], &score[..score.len() - 1]);
        let rho = dot(now, before) / dot(before, before);
        let left = now.iter().zip(before).map(|(a, b)| (a - rho * b).powi(2)).sum::<f64>() / now.len() as f64;
        numerator += 4.0 * (rho * left).powi(2) / (1.0 - rho).powi(8);
        denominator += left * left / (1.0 - rho).powi(4);
    }
    let width = 1.3221 * (numerator / denominator * scores.first()?.len() as f64).powf(0.2);
    width.is_finite().then_some(width)
}

impl fmt::Display for RegimeErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneVariance => f.write_str("one variance, no correlation"),
            Self::VarianceByRegime => f.write_str("a variance in each regime, no correlation"),
            Self::Heteroskedastic => f.write_str("HC0: heteroskedasticity-robust"),
            Self::Correlated(hac) => hac.fmt(f),
            Self::BaiPerron { prewhiten } => write!(
                f,
                "HAC as Bai and Perron (2003), quadratic spectral kernel, {}",
                if *prewhiten { "VAR(1) prewhitening" } else { "no prewhitening" }
            ),
        }
    }
}

/// A covariance of the same assumptions.
///
/// # Errors
/// For those with a factor for small samples: the statistics have one of their own.
impl TryFrom<Covariance> for RegimeErrors {
    type Error = Error;

    fn try_from(covariance: Covariance) -> Result<Self, Error> {
        match covariance {
            Covariance::Classical => Ok(Self::OneVariance),
            Covariance::Hc0 => Ok(Self::Heteroskedastic),
            Covariance::Hac(hac) if !hac.adjust => Ok(Self::Correlated(hac)),
            other => Err(Error::new(
                ErrorKind::Argument,
                format!("{other}: the statistics of several breaks have a factor for small samples of their own"),
            )
            .remedy("ask for hc0, or leave out `,adjust`")),
        }
    }
}

/// Reads `classical` or `one-variance`, `by-regime`, `hc0`, the words of HAC covariances, `bai-perron` and
/// `bai-perron,no-prewhite`.
impl FromStr for RegimeErrors {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.trim().to_lowercase().replace(' ', "").as_str() {
            "one-variance" => Ok(Self::OneVariance),
            "by-regime" => Ok(Self::VarianceByRegime),
            "bai-perron" => Ok(Self::bai_perron()),
            "bai-perron,no-prewhite" => Ok(Self::BaiPerron { prewhiten: false }),
            _ => text.parse::<Covariance>()?.try_into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_assumptions() -> Result<(), Error> {
        assert_eq!("Classical".parse::<RegimeErrors>()?, RegimeErrors::OneVariance);
        assert_eq!("by-regime".parse::<RegimeErrors>()?, RegimeErrors::VarianceByRegime);
        assert_eq!("hc0".parse::<RegimeErrors>()?, RegimeErrors::Heteroskedastic);
        assert_eq!("bai-perron, no-prewhite".parse::<RegimeErrors>()?, RegimeErrors::BaiPerron { prewhiten: false });
        assert_eq!("nw:3".parse::<RegimeErrors>()?, RegimeErrors::Correlated(Hac::newey_west(3)));
        for text in ["hc3", "nw:4,adjust"] {
            assert!(text.parse::<RegimeErrors>().is_err_and(|error| error.to_string().contains("of their own")));
        }
        Ok(())
    }
}
