//! Toda and Yamamoto's test: Granger causality in levels, whatever the order of integration.
//!
//! # Hypotheses
//! H₀: the first p lags of the cause have zero coefficients in the equation of the effect. Alternative: they do not all.
//! Both directions are tested at once, on the same rows.
//! # Model
//! One equation of a VAR(p + d) in levels: yₜ = d'ₜδ + Σᵢ aᵢ yₜ₋ᵢ + Σᵢ bᵢ xₜ₋ᵢ + Σᵢ c'ᵢ zₜ₋ᵢ + uₜ, i = 1 … p + d, where
//! d is the highest order of integration of any series. Lags p + 1 to p + d of x, all lags of y and of the given series z,
//! and the deterministic terms are in the restricted model too.
//! # Assumptions
//! p is at least the true order of the VAR and d at least the true order of integration, with p ≥ d. Cointegration need
//! not be known. Errors without autocorrelation; without heteroskedasticity too, unless a robust covariance is asked for.
//! # Statistic and null distribution
//! As in [`granger`](super::granger), with T = n − p − d rows and k counting all p + d lags. The d further lags make the
//! χ²(p) limit of Wald's statistic hold for integrated and cointegrated series, at some cost in power.
//! # Conventions
//! The headline is F(p, T − k). Beside it `chi2-wald` (residual variance with T − k) and `chi2-ml` (with T: the maximum
//! likelihood form). In short samples the χ² forms reject far too often: with independent random walks of 14 observations
//! and p = d = 1, a nominal 5 % is about 20 % for `chi2-ml`, 11 % for `chi2-wald` and 6 % for F. Reports on fewer than 20
//! rows carry the number simulated for the test at hand. p is given or chosen by a criterion of the VAR without the
//! further lags; d is given, 1 unless set; both are among the settings, with who chose.
//! # Agrees with / differs from
//! - R, `vars::VAR(p + d)` with `aod::wald.test` or `car::linearHypothesis(test = "Chisq")` on the first p lags: `chi2-wald`;
//!   `linearHypothesis(test = "F")`: `F`.
//! - statsmodels, a Wald test on the VAR's equation: `chi2-wald`. gretl, `omit` on the equation: `F`.
//! - Stata, `var` with the further lags in `exog()` and `vargranger`: `chi2-ml`; EViews' block exogeneity test: `chi2-wald`.
//! - A plain causality command on VAR(p + d) tests all p + d lags: another hypothesis, without the χ² limit.
//! # Example
//! ```
//! use yalu::causality::TodaYamamoto;
//! use yalu::{Period, Series};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let log = |values: [f64; 14]| values.map(f64::ln).to_vec();
//! let exports = Series::new("exports", Period::annual(2002), log(exports))?;
//! let imports = Series::new("imports", Period::annual(2002), log(imports))?;
//!
//! let result = TodaYamamoto::cause(&exports).effect(&imports).lags(1).integration(1).run()?;
//! let test = result.forward();
//! assert!((test.p_value("F").unwrap() - 0.201).abs() < 5e-4);
//! // The same restriction, the same data, another convention.
//! assert!((test.p_value("chi2-ml").unwrap() - 0.064).abs() < 1e-3);
//! assert!(test.convention("chi2-ml").unwrap().notes[0].text().contains("rejects a true null"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Toda, H. Y. and T. Yamamoto (1995), *Journal of Econometrics* 66, 225–250.
//! - Dolado, J. J. and H. Lütkepohl (1996), *Econometric Reviews* 15, 369–386.

use super::setters::{model_setters, pair_setters};
use super::spec::Spec;
use crate::Series;

/// Toda and Yamamoto's test of two series in both directions; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
#[doc(alias = "DoladoLuetkepohl")]
pub struct TodaYamamoto<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct TodaYamamotoCause<'a> {
    cause: &'a Series,
}

impl<'a> TodaYamamotoCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> TodaYamamoto<'a> {
        let spec = Spec { toda_yamamoto: true, extra: 1, extra_by: "default", ..Spec::new() };
        TodaYamamoto { cause: self.cause, effect, spec }
    }
}

impl<'a> TodaYamamoto<'a> {
    /// The series whose lags may help to predict.
    pub fn cause(cause: &'a Series) -> TodaYamamotoCause<'a> {
        TodaYamamotoCause { cause }
    }

    /// d: the highest order of integration of any series, hence the number of lags beyond p; 1 unless set.
    #[doc(alias = "dmax")]
    pub fn integration(mut self, order: usize) -> Self {
        self.spec.extra = order;
        self.spec.extra_by = "user";
        self
    }

    model_setters!();
    pair_setters!();
}
