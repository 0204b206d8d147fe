//! Phillips' nonparametric corrections of a first-order autoregression of residuals.

use crate::Error;
use crate::cointegration::long_run::covariance::{LongRun, Window};
use crate::linalg::dot;

/// Zα and Zt of residuals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Z {
    pub(super) alpha: f64,
    pub(super) t: f64,
    /// α̂ − 1, uncorrected.
    pub(super) coefficient: f64,
    /// The bandwidth used.
    pub(super) width: f64,
}

/// Phillips and Ouliaris' (1990, definition before theorem 4.1) statistics of n residuals: with k̂ₜ = ûₜ − α̂ûₜ₋₁ for
/// t = 2 … n and λ = n⁻¹ Σⱼ wⱼ Σₜ k̂ₜk̂ₜ₋ⱼ, Zα = n(α̂ − 1) − n²λ/Σû²ₜ₋₁ and Zt = (α̂ − 1 − nλ/Σû²ₜ₋₁) √(Σû²ₜ₋₁)/s, s² the
/// long-run variance of k̂ with divisor n. `correction` is the n that multiplies λ.
pub(super) fn statistics(residuals: &[f64], window: Window, n: f64, correction: f64) -> Result<Z, Error> {
    let last = residuals.len() - 1;
    let (before, now) = (&residuals[..last], &residuals[1..]);
    let square = dot(before, before);
    // α̂ − 1 from the differences: no digits are lost when α̂ is near one.
    let coefficient = before.iter().zip(now).map(|(u, v)| u * (v - u)).sum::<f64>() / square;
    let innovations = before.iter().zip(now).map(|(u, v)| v - u - coefficient * u).collect();
    let long_run = LongRun::of(&[innovations], window)?;
    let divisor = last as f64 / n;
    let lambda = divisor * long_run.strictly_one_sided(0, 0);
    let corrected = coefficient - correction * lambda / square;
    let s = (divisor * long_run.two_sided(0, 0)).sqrt();
    Ok(Z { alpha: n * corrected, t: corrected * square.sqrt() / s, coefficient, width: long_run.width })
}
