//! Fully modified least squares of one long-run equation.
//!
//! # Hypotheses
//! An estimator; [`LongRunFit::wald`] tests linear restrictions on its coefficients.
//! # Model
//! yₜ = d'ₜδ + x'ₜβ + uₜ, xₜ = Γdₜ + x⁰ₜ, Δx⁰ₜ = vₜ; ηₜ = (uₜ, v'ₜ)' with long-run covariance Ω and one-sided Λ = Σⱼ≥₀ E ηₜη'ₜ₋ⱼ.
//! # Assumptions
//! y and x are cointegrated; the x are integrated of order one and not cointegrated among themselves; η is stationary and
//! its autocovariances die out.
//! # Statistic and null distribution
//! With û from least squares and v̂ the differences of the detrended x: y⁺ₜ = yₜ − ω₁₂Ω₂₂⁻¹v̂ₜ,
//! θ = (ΣZₜZ'ₜ)⁻¹(ΣZₜy⁺ₜ − m (0, λ⁺)'), λ⁺ = λ₁₂ − ω₁₂Ω₂₂⁻¹Λ₂₂, over the m = n − 1 rows with a difference; covariance
//! ω₁₁·₂(ΣZₜZ'ₜ)⁻¹. t statistics are compared to the normal, Wald's to χ².
//! # Conventions
//! The autocovariances have divisor m, η is not demeaned, the kernel is Bartlett's with ⌊4 (m/100)^(2/9)⌋ lags, and the
//! covariance has no small-sample factor, unless set. The regressors' deterministic terms are those of the equation unless
//! set: where a regressor drifts and the equation has no trend, set [`regressor_terms`](Fmols::regressor_terms).
//! # Agrees with / differs from
//! - arch `FullyModifiedOLS`, with `bandwidth` its last lag (quadratic spectral: the bandwidth). Left to itself arch
//!   chooses the bandwidth by Newey and West's (1994) rule on the sum of all innovations, which depends on the units.
//! # Example
//! ```
//! use yalu::cointegration::Fmols;
//! use yalu::{Period, Series};
//! let income = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let money = vec![8.3, 9.1, 8.7, 9.9, 10.4, 10.4, 11.1, 12.3, 11.7, 12.9, 13.5, 13.3, 14.1, 14.2, 14.7, 15.9];
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let fit = Fmols::of(&money).on(&[&income]).run()?;
//! let slope = &fit.tidy()[1];
//! assert!(slope.conf_low < 2.0 && slope.conf_high > 2.0, "{fit}");
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Phillips, P. C. B. and B. E. Hansen (1990), *Review of Economic Studies* 57, 99–125.

use super::LongRunFit;
use super::moments::{Moments, Spec, inverse_moments, modified_setters};
use crate::linalg::add_scaled;
use crate::{Error, Series};

/// Fully modified least squares; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Fmols<'a> {
    spec: Spec<'a>,
}

impl<'a> Fmols<'a> {
    /// Of this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self { spec: Spec::new(y) }
    }

    modified_setters!();

    /// Estimates.
    ///
    /// # Errors
    /// If there is no other series, one stands twice or does not vary, they have no common dates, there are too few
    /// observations, the bandwidth is none for this kernel, or the series or their differences are linear combinations of
    /// one another.
    pub fn run(&self) -> Result<LongRunFit, Error> {
        const METHOD: &str = "FMOLS";
        let moments = Moments::of(METHOD, &self.spec)?;
        let (slopes, omega, m) = (&moments.slopes, &moments.omega, moments.slopes.len());
        let mut modified = moments.series[0][1..].to_vec();
        for (slope, innovations) in slopes.iter().zip(&moments.eta[1..]) {
            add_scaled(&mut modified, -slope, innovations);
        }
        let x = moments.series[1..].iter().map(|x| x[1..].to_vec()).collect();
        let fit = moments.fit(&modified, x)?;
        let (k, rows) = (fit.nterms(), fit.nobs() as f64);
        let inverse = inverse_moments(&fit);
        let mut coefficients = fit.coefficients().to_vec();
        for j in 0..m {
            let explained: f64 = (0..m).map(|i| slopes[i] * omega.one_sided(1 + i, 1 + j)).sum();
            let bias = rows * (omega.one_sided(0, 1 + j) - explained);
            let row = k - m + j;
            add_scaled(&mut coefficients, -bias, &inverse[row * k..(row + 1) * k]);
        }
        moments.estimate(METHOD, &self.spec, fit, &coefficients)
    }
}
