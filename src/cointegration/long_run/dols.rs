//! Dynamic least squares of one long-run equation.
//!
//! # Hypotheses
//! An estimator; [`LongRunFit::wald`] tests linear restrictions on its coefficients.
//! # Model
//! yₜ = d'ₜδ + x'ₜβ + Σⱼ Δx'ₜ₋ⱼγⱼ + eₜ, j = −q … p: q leads, p lags and the present change of every regressor.
//! # Assumptions
//! y and x are cointegrated, the x integrated of order one and not cointegrated among themselves; q and p are large enough
//! for eₜ to be uncorrelated with every Δxₛ. eₜ may be autocorrelated: the covariance allows for it.
//! # Statistic and null distribution
//! Least squares; t statistics of δ and β are compared to the normal, Wald's to χ².
//! # Conventions
//! q and p are chosen by BIC among all pairs up to ⌊4 (n/100)^¼⌋, on the rows that the longest pair leaves, unless given;
//! the winner is estimated on all its rows. The covariance is ω²(Z'Z)⁻¹ with ω² the kernel estimate of the long-run variance
//! of ê ([`DolsCovariance::LongRunVariance`]), Bartlett's with ⌊4 (m/100)^(2/9)⌋ lags for m rows, without a small-sample
//! factor, unless set. A trend is 1 in the first observation, whatever rows are used.
//! # Agrees with / differs from
//! - arch `DynamicOLS`: `cov_type = "unadjusted"` is `LongRunVariance`, `"robust"` is `Hac`; `bandwidth` is the last lag.
//!   Its trend is 1 in the first row used, which moves the constant. It searches up to ⌈12 (n/100)^¼⌉ leads and lags and
//!   chooses bandwidths by Newey and West's (1994) rule unless told otherwise.
//! - statsmodels `OLS` on the same columns: coefficients, and `Hac` as `cov_type = "HAC"`.
//! # Example
//! ```
//! use yalu::cointegration::Dols;
//! use yalu::{Period, Series};
//! let income = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let money = vec![8.3, 9.1, 8.7, 9.9, 10.4, 10.4, 11.1, 12.3, 11.7, 12.9, 13.5, 13.3, 14.1, 14.2, 14.7, 15.9];
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let fit = Dols::of(&money).on(&[&income]).leads_and_lags(1, 1).run()?;
//! assert_eq!(fit.terms(), ["(Intercept)", "income"]);
//! assert!((fit.tidy()[1].estimate - 2.0).abs() < 0.1);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Saikkonen, P. (1991), *Econometric Theory* 7, 1–21.
//! - Stock, J. H. and M. W. Watson (1993), *Econometrica* 61, 783–820.

use super::LongRunFit;
use super::changes::Changes;
use super::covariance::{LongRun, Window};
use super::moments::inverse_moments;
use crate::cointegration::equation::{Equation, design, notes};
use crate::cointegration::setters::window_setters;
use crate::hypothesis::Setting;
use crate::linalg::{exponent, scale_by};
use crate::regression::{Covariance, Criterion, Fit, Hac, Ols};
use crate::unit_root::Terms;
use crate::{Error, Series};

/// Which changes of the regressors stand beside their levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dynamics {
    /// None, not even the present change: the static regression.
    Static,
    /// The present change and this many leads and lags.
    Given {
        /// Leads q.
        leads: usize,
        /// Lags p.
        lags: usize,
    },
    /// As many of each as a criterion prefers.
    Chosen {
        /// The criterion.
        criterion: Criterion,
        /// The most of each; ⌊4 (n/100)^¼⌋, or what leaves five residual degrees of freedom, if `None`.
        most: Option<usize>,
    },
}

/// The covariance of the coefficients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DolsCovariance {
    /// The classical one with the long-run variance of the residuals in place of their variance (Stock and Watson 1993).
    #[default]
    #[doc(alias = "rescaled")]
    #[doc(alias = "unadjusted")]
    LongRunVariance,
    /// Heteroskedasticity and autocorrelation consistent: the kernel estimate from the scores.
    #[doc(alias = "robust")]
    Hac,
}

/// Dynamic least squares; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Dols<'a> {
    y: &'a Series,
    x: Vec<&'a Series>,
    terms: Terms,
    pub(super) dynamics: Dynamics,
    covariance: DolsCovariance,
    window: Window,
    adjust: bool,
}

impl<'a> Dols<'a> {
    /// Of this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self {
            y,
            x: Vec::new(),
            terms: Terms::default(),
            dynamics: Dynamics::Chosen { criterion: Criterion::Bic, most: None },
            covariance: DolsCovariance::default(),
            window: Window::default(),
            adjust: false,
        }
    }

    /// The series on the right-hand side.
    pub fn on(mut self, x: &[&'a Series]) -> Self {
        self.x = x.to_vec();
        self
    }

    /// The deterministic terms; a constant unless set.
    #[doc(alias = "trend")]
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    /// The present change of every regressor and this many leads and lags.
    pub fn leads_and_lags(self, leads: usize, lags: usize) -> Self {
        self.dynamics(Dynamics::Given { leads, lags })
    }

    /// Which changes of the regressors stand beside their levels; chosen by BIC unless set.
    pub fn dynamics(mut self, dynamics: Dynamics) -> Self {
        self.dynamics = dynamics;
        self
    }

    /// The covariance of the coefficients; with the long-run variance of the residuals unless set.
    pub fn covariance(mut self, covariance: DolsCovariance) -> Self {
        self.covariance = covariance;
        self
    }

    window_setters!(window);

    /// Multiplies the covariance of the coefficients by m/(m − k), m rows and k coefficients, leads and lags among them.
    #[doc(alias = "df_adjust")]
    pub fn adjusted(mut self) -> Self {
        self.adjust = true;
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// If there is no other series, one stands twice or does not vary, they have no common dates, there are too few
    /// observations, the bandwidth is none for this kernel, or the regressors are linear combinations of one another.
    pub fn run(&self) -> Result<LongRunFit, Error> {
        let equation = Equation::new("DOLS", self.y, &self.x, self.terms)?;
        equation.fit()?;
        let (changes, chosen_by) = self.settle(&equation)?;
        equation.needs("DOLS", changes.needed(&equation))?;
        let (from, to) = changes.rows(equation.nobs());
        let mut columns = equation.columns(from, to);
        columns.extend(changes.columns(&equation, from, to));
        let mut names = equation.term_names();
        names.extend(changes.names(&equation));
        let (stamps, y) = (equation.stamps(from, to), &equation.y().values()[from..to]);
        let fit = Ols::fit(&design(equation.y().name(), names, y, &columns, stamps)?)?;
        self.infer(&equation, changes, chosen_by, fit)
    }

    fn infer(&self, equation: &Equation, changes: Changes, chosen_by: String, fit: Fit) -> Result<LongRunFit, Error> {
        let (k, width, rows) = (fit.nterms(), equation.width(), fit.nobs());
        let residuals = fit.residuals().to_vec();
        let factor = if self.adjust { rows as f64 / (rows - k) as f64 } else { 1.0 };
        let unit = exponent(residuals.iter().copied());
        let scaled = residuals.iter().map(|e| scale_by(*e, -unit)).collect();
        let long_run = LongRun::of(&[scaled], self.window)?;
        let variance = scale_by(factor * long_run.two_sided(0, 0), 2 * unit);
        let (whole, bandwidth, fit) = match self.covariance {
            DolsCovariance::LongRunVariance => {
                let inverse = inverse_moments(&fit).into_iter().map(|value| variance * value).collect();
                (inverse, long_run.width, fit)
            }
            DolsCovariance::Hac => {
                let hac = Hac::new(self.window.kernel, self.window.settled(rows));
                let fit = fit.with(Covariance::Hac(if self.adjust { hac.adjusted() } else { hac }))?;
                let own: Vec<f64> = fit.vcov().iter().copied().collect();
                let bandwidth = fit.bandwidth().unwrap_or(long_run.width);
                (own, bandwidth, fit)
            }
        };
        let mut settings = vec![
            Setting::or_default("deterministic terms", equation.terms(), Terms::default()),
            Setting::new("leads and lags of the changes", changes.in_words(), chosen_by),
            Setting::new(
                "covariance",
                match self.covariance {
                    DolsCovariance::LongRunVariance => "long-run variance of the residuals",
                    DolsCovariance::Hac => "HAC",
                },
                if self.covariance == DolsCovariance::default() { "default" } else { "user" },
            ),
        ];
        settings.extend(self.window.settings(bandwidth));
        if self.adjust {
            settings.push(Setting::new("small-sample factor", "m/(m − k)", "user"));
        }
        let mut notes = notes(&fit);
        notes.extend(equation.explosions());
        LongRunFit {
            method: "DOLS",
            response: equation.in_words(),
            terms: equation.term_names(),
            coefficients: fit.coefficients().to_vec()[..width].to_vec(),
            vcov: whole.chunks_exact(k).take(width).flat_map(|row: &[f64]| row[..width].to_vec()).collect(),
            long_run_variance: variance,
            bandwidth,
            sample: fit.sample(),
            settings,
            notes,
            regression: fit,
        }
        .checked()
    }
}
