//! Canonical cointegrating regression of one long-run equation.
//!
//! # Hypotheses
//! An estimator; [`LongRunFit::wald`] tests linear restrictions on its coefficients.
//! # Model
//! As [`fmols`](super::fmols).
//! # Assumptions
//! As [`fmols`](super::fmols).
//! # Statistic and null distribution
//! With Σ = E ηₜη'ₜ, Λ₂ the columns of Λ that belong to v, and β̂ of least squares: x*ₜ = xₜ − (Σ⁻¹Λ₂)'ηₜ,
//! y*ₜ = yₜ − (Σ⁻¹Λ₂β̂ + (0, ω₁₂Ω₂₂⁻¹)')'ηₜ; then least squares of y* on dₜ and x*, covariance ω₁₁·₂(ΣZ*ₜZ*'ₜ)⁻¹. t statistics
//! are compared to the normal, Wald's to χ².
//! # Conventions
//! As [`fmols`](super::fmols).
//! # Agrees with / differs from
//! - arch `CanonicalCointegratingReg`, with `bandwidth` as for FMOLS. With `df_adjust = True` arch 8.0.0 multiplies ω₁₁
//!   alone by m/(m − k), not ω₁₁·₂; here [`adjusted`](Ccr::adjusted) multiplies the whole.
//! # Example
//! ```
//! use yalu::cointegration::Ccr;
//! use yalu::regression::Restriction;
//! use yalu::{Period, Series};
//! let income = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let money = vec![8.3, 9.1, 8.7, 9.9, 10.4, 10.4, 11.1, 12.3, 11.7, 12.9, 13.5, 13.3, 14.1, 14.2, 14.7, 15.9];
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let fit = Ccr::of(&money).on(&[&income]).run()?;
//! assert_eq!(fit.wald(&Restriction::parse("income = 2")?)?.rejects(0.05), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Park, J. Y. (1992), *Econometrica* 60, 119–143.

use super::LongRunFit;
use super::covariance::solve;
use super::moments::{Moments, Spec, modified_setters};
use crate::linalg::add_scaled;
use crate::{Error, ErrorKind, Series};

/// Canonical cointegrating regression; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Ccr<'a> {
    spec: Spec<'a>,
}

impl<'a> Ccr<'a> {
    /// Of this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self { spec: Spec::new(y) }
    }

    modified_setters!();

    /// Estimates.
    ///
    /// # Errors
    /// As [`Fmols::run`](super::Fmols::run).
    pub fn run(&self) -> Result<LongRunFit, Error> {
        const METHOD: &str = "CCR";
        let moments = Moments::of(METHOD, &self.spec)?;
        let (slopes, omega, eta) = (&moments.slopes, &moments.omega, &moments.eta);
        let (m, k) = (slopes.len(), eta.len());
        let short: Vec<f64> = (0..k * k).map(|at| omega.short(at % k, at / k)).collect();
        let one_sided: Vec<f64> = (0..k * m).map(|at| omega.one_sided(at % k, 1 + at / k)).collect();
        // Σ⁻¹Λ₂, column by column: one for each regressor.
        let weights = solve(&short, &one_sided, k).ok_or_else(|| {
            let message = format!("the innovations of the equation of `{}` are collinear", self.spec.y.name());
            Error::new(ErrorKind::Collinear, message).remedy("leave one of the series out")
        })?;
        let mut y = moments.series[0][1..].to_vec();
        let mut x: Vec<Vec<f64>> = moments.series[1..].iter().map(|x| x[1..].to_vec()).collect();
        for ((x, weights), beta) in x.iter_mut().zip(weights.chunks_exact(k)).zip(&moments.beta) {
            for (innovations, weight) in eta.iter().zip(weights) {
                add_scaled(x, -weight, innovations);
                add_scaled(&mut y, -weight * beta, innovations);
            }
        }
        for (slope, innovations) in slopes.iter().zip(&eta[1..]) {
            add_scaled(&mut y, -slope, innovations);
        }
        let fit = moments.fit(&y, x)?;
        let coefficients = fit.coefficients().to_vec();
        moments.estimate(METHOD, &self.spec, fit, &coefficients)
    }
}
