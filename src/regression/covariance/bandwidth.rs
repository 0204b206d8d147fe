//! How far back autocovariances count: given, or chosen by the data.

use std::fmt;

use super::kernel::Kernel;
use crate::linalg::dot;

/// The bandwidth of a lag window.
///
/// Both automatic rules give the scores of all regressors but the constant the weight one, as sandwich does, so what they
/// choose depends on the units of the regressors; nothing else in this crate does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bandwidth {
    /// The last lag with a weight, L: the bandwidth is L + 1. Not for the quadratic spectral kernel, which has no last lag.
    Lag(usize),
    /// The bandwidth itself, any positive number.
    Width(f64),
    /// Andrews' (1991) plug-in, an AR(1) fitted to each score (eqs. 6.2 and 6.4); sandwich's `bwAndrews`.
    Andrews,
    /// Newey and West's (1994) nonparametric plug-in; sandwich's `bwNeweyWest`. With the Bartlett kernel the last lag is
    /// the whole part of it, as in sandwich's `NeweyWest`.
    ///
    NeweyWest1994,
}

impl Bandwidth {
    /// The rule, in words.
    pub(crate) fn chosen_by(self) -> &'static str {
        match self {
            Self::Lag(_) | Self::Width(_) => "user",
            Self::Andrews => "Andrews (1991), AR(1) plug-in",
            Self::NeweyWest1994 => "Newey and West (1994)",
        }
    }
}

impl fmt::Display for Bandwidth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lag(1) => f.write_str("1 lag"),
            Self::Lag(lags) => write!(f, "{lags} lags"),
            Self::Width(width) => write!(f, "bandwidth {width}"),
            automatic => write!(f, "bandwidth by {}", automatic.chosen_by()),
        }
    }
}

/// Andrews' bandwidth from the scores of the regressors (constants left out by the caller), each a series of one
/// length; `None` if none of them varies or one has a unit root.
pub(crate) fn andrews(kernel: Kernel, scores: &[Vec<f64>]) -> Option<f64> {
    let n = scores.first()?.len() as f64;
    let (mut numerator, mut denominator) = (0.0, 0.0);
    for score in scores {
        let Some((rho, variance)) = autoregression(score) else { continue };
        let v2 = variance * variance;
        let power = if kernel.order() == 1 { (1.0 - rho).powi(6) * (1.0 + rho).powi(2) } else { (1.0 - rho).powi(8) };
        numerator += 4.0 * rho * rho * v2 / power;
        denominator += v2 / (1.0 - rho).powi(4);
    }
    let alpha = numerator / denominator;
    let width = kernel.bandwidth_constant() * (n * alpha).powf(1.0 / f64::from(2 * kernel.order() + 1));
    width.is_finite().then_some(width)
}

/// Slope and residual variance of a series on a constant and its own first lag.
fn autoregression(series: &[f64]) -> Option<(f64, f64)> {
    let (now, before) = (series.get(1..)?, &series[..series.len() - 1]);
    let m = now.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / m;
    let (mean_now, mean_before) = (mean(now), mean(before));
    let pairs = || now.iter().zip(before).map(|(a, b)| (a - mean_now, b - mean_before));
    let square: f64 = pairs().map(|(_, b)| b * b).sum();
    if square <= 0.0 {
        return None;
    }
    let rho = pairs().map(|(a, b)| a * b).sum::<f64>() / square;
    let variance = pairs().map(|(a, b)| (a - rho * b).powi(2)).sum::<f64>() / m;
    Some((rho, variance))
}

/// Newey and West's bandwidth from the sum of the scores, `nobs` being the number before any prewhitening.
pub(crate) fn newey_west(kernel: Kernel, score: &[f64], nobs: usize, prewhitened: bool) -> Option<f64> {
    let rate = match kernel {
        Kernel::Bartlett => 2.0 / 9.0,
        Kernel::Parzen => 4.0 / 25.0,
        Kernel::QuadraticSpectral => 2.0 / 25.0,
    };
    let first = if prewhitened { 3.0 } else { 4.0 };
    let lags = ((first * (nobs as f64 / 100.0).powf(rate)) as usize).min(score.len().saturating_sub(1));
    let n = score.len() as f64;
    let autocovariance = |j: usize| dot(&score[..score.len() - j], &score[j..]) / n;
    let q = kernel.order();
    let (mut s0, mut sq) = (autocovariance(0), 0.0);
    for j in 1..=lags {
        let gamma = autocovariance(j);
        s0 += 2.0 * gamma;
        sq += 2.0 * (j as f64).powi(q) * gamma;
    }
    let rate = 1.0 / f64::from(2 * q + 1);
    let width = kernel.bandwidth_constant() * ((sq / s0).powi(2)).powf(rate) * (nobs as f64).powf(rate);
    width.is_finite().then_some(width)
}
