//! The Lagrange-multiplier (score) test that some coefficients are zero, under any covariance.
//!
//! # Hypotheses
//! H₀: the coefficients of q terms are zero; alternative: at least one is not.
//! # Model
//! A least-squares [`Fit`] of all terms with any [`Covariance`]; ũ are the residuals of the regression
//! *without* the q terms.
//! # Assumptions
//! Those of the covariance.
//! # Statistic and null distribution
//! s = Z̃'ũ with Z̃ what the other terms leave of the q terms, so that the scores of the coefficients that are not tested are
//! projected out; LM = s'Ω̂⁻¹s against χ²(q), Ω̂ the covariance of s: Σ z̃z̃'ũ² (HC0; White 1982, Davidson and MacKinnon 1985,
//! Wooldridge 1991), or that of a HAC estimate. It is Wald's statistic with the residuals of H₀ for those of the alternative.
//! # Conventions
//! Everything that belongs to the errors is that of the regression without the q terms: residuals, the leverages of HC2 to HC4,
//! n/(n − k) of HC1 and adjusted HAC. A bandwidth rule and a prewhitening see the scores of all terms, as with Wald's.
//! Under the classical covariance LM = n(RSS₀ − RSS₁)/RSS₀.
//! # Agrees with / differs from
//! - R: `sandwich` on a fit whose residuals are replaced by those of the smaller model, and `car::linearHypothesis`; with HC0 also
//!   n less the residual sum of squares of 1 on z̃ũ.
//!   The RATS procedure `RobustLMTest` has the same formula.
//! - statsmodels `compare_lm_test` under HC or HAC errors does not project the other terms' scores out but regresses the scores on
//!   theirs: it is never smaller than ours, and has the law only where both are the same in large samples, as under one variance.
//! # Example
//! ```
//! use yalu::ndarray::{Array1, array};
//! use yalu::regression::{Covariance, Ols};
//! use yalu::{Design, HypothesisTest, Stamp};
//! let x = array![[1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 4.0], [1.0, 5.0]];
//! let y: Array1<f64> = array![1.1, 2.9, 1.2, 3.9, 2.1];
//! let stamps = (1..=5).map(Stamp::Row).collect();
//! let design = Design::from_arrays("y", vec!["const".into(), "x".into()], y, x, stamps)?;
//! let fit = Ols::fit(&design)?;
//! let (lm, robust) = (fit.lagrange_multiplier(&["x"])?, fit.with(Covariance::Hc0)?.lagrange_multiplier(&["x"])?);
//! assert!((lm.lm - 5.0 * fit.glance().r2).abs() < 1e-12);
//! assert!(robust.report().p().is_some() && robust.lm != lm.lm);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Davidson, R. and J. G. MacKinnon (1985), *Annales de l'INSEE* 59/60, 183–218.
//! - White, H. (1982), *Econometrica* 50, 1–25.
//! - Wooldridge, J. M. (1991), *Journal of Econometrics* 47, 5–46.

use serde::Serialize;

use super::covariance::{Covariance, NO_FREEDOM};
use super::estimate::Estimate;
use super::fit::Fit;
use super::ols::Ols;
use super::restriction::Restriction;
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, Sample, TestReport};

/// A Lagrange-multiplier test.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreTest {
    /// LM.
    pub lm: f64,
    /// Its p-value from χ²(q).
    pub p: f64,
    /// The number of terms q.
    pub df: usize,
    /// The restrictions as they were tested.
    pub restriction: String,
    #[serde(skip)]
    sample: Sample,
    #[serde(skip)]
    settings: Vec<Setting>,
    #[serde(skip)]
    notes: Vec<Note>,
}

impl HypothesisTest for ScoreTest {
    fn report(&self) -> TestReport {
        let q = self.df as f64;
        TestReport {
            test: "lm",
            convention: "lm",
            null: self.restriction.clone(),
            alternative: format!("not {}", self.restriction),
            outcome: Outcome::Computed {
                symbol: "LM",
                statistic: self.lm,
                distribution: NullDistribution::ChiSquared(q),
                p: PValue::Exact(self.p),
            },
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: self.notes.clone(),
        }
    }
}

impl Fit {
    /// The Lagrange-multiplier test that these terms have zero coefficients, under the fit's covariance.
    ///
    /// # Errors
    /// If a term does not exist, none would be left, the covariance cannot be had from the smaller regression, or it is
    /// singular.
    pub fn lagrange_multiplier(&self, terms: &[impl AsRef<str>]) -> Result<ScoreTest, Error> {
        self.lagrange_multiplier_against(&Ols::fit(&self.design.without(terms)?)?, self.covariance(), terms)
    }

    /// The same with the regression without these terms at hand, under any covariance: for many tests against one null.
    pub(crate) fn lagrange_multiplier_against(
        &self,
        null: &Self,
        covariance: Covariance,
        terms: &[impl AsRef<str>],
    ) -> Result<ScoreTest, Error> {
        let restriction = Restriction::zero(terms.iter().map(AsRef::as_ref));
        let under =
            if covariance == Covariance::Classical { self.with(covariance)? } else { self.under(null, covariance)? };
        let wald = under.wald(&restriction)?;
        let lm = if covariance == Covariance::Classical {
            let ratio = wald.chi2 / wald.df_den as f64;
            self.nobs() as f64 * ratio / (1.0 + ratio)
        } else {
            wald.chi2
        };
        Ok(ScoreTest {
            lm,
            p: chi_squared::sf(lm, wald.df_num as f64),
            df: wald.df_num,
            restriction: wald.restriction,
            sample: self.sample(),
            settings: under.settings(),
            notes: self.notes(),
        })
    }

    /// The same coefficients with the covariance that the residuals of the smaller model give.
    fn under(&self, null: &Self, covariance: Covariance) -> Result<Self, Error> {
        let (n, k, k0) = (self.nobs(), self.nterms(), null.nterms());
        let power = |leverage: f64| match covariance {
            Covariance::Hc2 => 1.0,
            Covariance::Hc3 => 2.0,
            Covariance::Hc4 => (n as f64 * leverage / k0 as f64).min(4.0),
            _ => 0.0,
        };
        let mut residuals = null.estimate.residuals.clone();
        let weighted = matches!(covariance, Covariance::Hc2 | Covariance::Hc3 | Covariance::Hc4);
        if weighted {
            for (i, (residual, leverage)) in residuals.iter_mut().zip(null.leverage()).enumerate() {
                let slack = 1.0 - leverage;
                if slack < NO_FREEDOM {
                    let stamp = self.design.stamps()[i];
                    return Err(Error::new(
                        ErrorKind::Sample,
                        format!("{covariance}: row {stamp} has leverage 1, so its weight is 0/0"),
                    )
                    .remedy("use HC0 or HC1, or leave out that row and its term"));
                }
                *residual /= slack.powf(0.5 * power(leverage));
            }
        }
        let adjusted = match covariance {
            Covariance::Hc1 => true,
            Covariance::Hac(hac) => hac.adjust,
            _ => false,
        };
        // What is computed has n/(n − k) of the larger model.
        let factor = if adjusted { ((n - k) as f64 / (n - k0) as f64).sqrt() } else { 1.0 };
        residuals.iter_mut().for_each(|residual| *residual *= factor);
        let estimate = Estimate { residuals, ..(*self.estimate).clone() };
        self.with_estimate(covariance, if weighted { Covariance::Hc0 } else { covariance }, &estimate)
    }
}
