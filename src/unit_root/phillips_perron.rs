//! The Phillips–Perron test.
//!
//! # Hypotheses
//! H₀: the series has a unit root. Alternative: it is stationary around the deterministic terms.
//! # Model
//! yₜ = d'ₜδ + ρ yₜ₋₁ + uₜ with dₜ none, a constant, a linear or a quadratic trend; u may be autocorrelated and
//! heteroskedastic.
//! # Assumptions
//! u is weakly dependent (mixing) with a long-run variance; its autocorrelation is not strongly negative, where the test
//! rejects a true null far too often in any sample one meets. No break in level or trend.
//! # Statistic and null distribution
//! With τ the t statistic of ρ = 1, σ̂ its standard error, s² the residual variance, γ₀ = n⁻¹ Σ u² and λ² the long-run
//! variance:
//!
//! Zτ = √(γ₀/λ²) τ − ½ (λ² − γ₀)/λ · n σ̂/s, and Zα = n(ρ̂ − 1) − ½ (λ² − γ₀) n² σ̂²/s²
//!
//! (Hamilton 1994, equations 17.6.8 and 17.6.12). Under H₀ they have the limits of Dickey and Fuller's τ and n(ρ̂ − 1).
//! # Conventions
//! λ² has Bartlett weights and ⌈12 (n/100)^¼⌉ autocovariances unless said, n the observations. p-values are MacKinnon's:
//! `mackinnon1996-n` at the rows used is the headline. Critical values: of Zτ MacKinnon's (2010), of Zα his surface of 1996.
//! An estimate ρ > 1 is computed, with a note.
//! # Agrees with / differs from
//! - arch `PhillipsPerron`: both statistics and the `mackinnon1994` p-values.
//! - urca `ur.pp` takes the sums of squares and the trend moments of yₜ where these formulas have those of yₜ₋₁: differences
//!   up to a few per cent. With `use.lag = 0` it is wrong (it sums over lags 1 and 0). Its critical values are older.
//! - tseries `pp.test`, always with a trend: the same limit theory with its own powers of n, equal to about 1/n²; p-values
//!   interpolated in Banerjee et al.'s (1993) table.
//! # Example
//! ```
//! use yalu::unit_root::{PhillipsPerron, Terms};
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = PhillipsPerron::of(&prices).terms(Terms::Trend).bandwidth(2).run()?;
//! assert_eq!(result.report().null, "prices has a unit root");
//! assert_eq!(result.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Phillips, P. C. B. and P. Perron (1988), *Biometrika* 75, 335–346.
//! - Hamilton, J. D. (1994), *Time Series Analysis*, Princeton, section 17.6.

use super::bandwidth::{BartlettLags, BartlettOrder, long_run_variance, scaled};
use super::core::{Level, design};
use super::input::{refuse_constant, too_short};
use super::test_regression::notes;
use super::{Terms, law, words};
use crate::dist::dickey_fuller::Statistic;
use crate::hypothesis::reports_itself;
use crate::linalg::dot;
use crate::regression::{Fit, Ols};
use crate::unit_root::setters::{min_df_setter, terms_setter};
use crate::{Error, Outcome, Series, TestReport};

/// The Phillips–Perron test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct PhillipsPerron<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    bandwidth: BartlettLags,
    min_df: usize,
}

impl<'a> PhillipsPerron<'a> {
    /// Of this series, with a constant and Schwert's number of autocovariances.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: None, bandwidth: BartlettLags::Schwert, min_df: 5 }
    }

    terms_setter!();

    /// The number of autocovariances in the long-run variance, or its rule.
    pub fn bandwidth(mut self, lags: impl Into<BartlettLags>) -> Self {
        self.bandwidth = lags.into();
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary, follows its own past exactly, has fewer observations than the regression needs or not
    /// more residuals than the bandwidth.
    pub fn run(&self) -> Result<PhillipsPerronResult, Error> {
        let (series, terms) = (self.series, self.terms.unwrap_or_default());
        refuse_constant(series)?;
        let needed = terms.count() + 3;
        if series.len() < needed {
            return Err(too_short("Phillips–Perron", series, needed, terms, 0));
        }
        let fit = Ols::fit(&design(series, terms, 0)?)?;
        let residuals = scaled(&fit.residuals().to_vec());
        let order = self.bandwidth.settle("Phillips–Perron", series.name(), series.len(), &residuals)?;
        let level = Level::of(&fit, terms.count());
        let z = Corrected::new(&residuals, order.lags, &level, fit.df_resid());
        if !(level.statistic.is_finite() && z.tau.is_finite() && z.alpha.is_finite()) {
            return Err(words::exact("Phillips–Perron", series.name()));
        }
        let base = self.base(&fit, level.estimate, &order);
        let reports = match words::not_identified(fit.nobs(), fit.nterms(), self.min_df) {
            Some(because) => {
                let outcome = Outcome::NotApplicable { because };
                vec![TestReport { convention: "mackinnon1996-n", outcome, ..base }]
            }
            None => {
                let base_alpha = TestReport { test: "pp-alpha", ..base.clone() };
                let mut reports = law::reports(&base, "Zτ", z.tau, Statistic::Tau, terms);
                reports.extend(law::reports(&base_alpha, "Zα", z.alpha, Statistic::Z, terms));
                reports
            }
        };
        let (z_tau, z_alpha, coefficient) = (z.tau, z.alpha, level.estimate);
        Ok(PhillipsPerronResult { z_tau, z_alpha, coefficient, order, terms, fit, reports })
    }

    fn base(&self, fit: &Fit, coefficient: f64, order: &BartlettOrder) -> TestReport {
        let name = self.series.name();
        TestReport {
            test: "pp",
            convention: "",
            null: words::unit_root(name),
            alternative: words::stationary(name, self.terms.unwrap_or_default()),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: fit.sample(),
            settings: vec![order.setting(), words::terms_setting(self.terms)],
            notes: notes(fit, self.series, coefficient),
        }
    }
}

/// τ and n(ρ̂ − 1) corrected for the autocorrelation of the residuals.
struct Corrected {
    tau: f64,
    alpha: f64,
}

impl Corrected {
    fn new(residuals: &[f64], lags: usize, level: &Level, df: usize) -> Self {
        let n = residuals.len() as f64;
        let rss = dot(residuals, residuals);
        let (variance, gamma0, lambda2) = (rss / df as f64, rss / n, long_run_variance(residuals, lags));
        let excess = lambda2 - gamma0;
        // σ̂ = s/√S with S what the other regressors leave of the level: σ̂/s, in units of the scaled residuals.
        let ratio = level.std_error / variance.sqrt();
        Self {
            tau: (gamma0 / lambda2).sqrt() * level.statistic - 0.5 * excess / lambda2.sqrt() * n * ratio,
            alpha: n * level.estimate - 0.5 * excess * (n * ratio).powi(2),
        }
    }
}

/// What came of a Phillips–Perron test.
#[derive(Debug, Clone)]
pub struct PhillipsPerronResult {
    z_tau: f64,
    z_alpha: f64,
    coefficient: f64,
    order: BartlettOrder,
    terms: Terms,
    fit: Fit,
    reports: Vec<TestReport>,
}

impl PhillipsPerronResult {
    /// Zτ, the corrected t statistic.
    pub fn z_tau(&self) -> f64 {
        self.z_tau
    }

    /// Zα, the corrected n(ρ̂ − 1).
    pub fn z_alpha(&self) -> f64 {
        self.z_alpha
    }

    /// ρ − 1, the coefficient of the lagged level in the regression of the change.
    pub fn coefficient(&self) -> f64 {
        self.coefficient
    }

    /// The deterministic terms allowed.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// The number of autocovariances, and how it was found.
    pub fn bandwidth(&self) -> &BartlettOrder {
        &self.order
    }

    /// The regression of the change on the deterministic terms and the lagged level.
    pub fn regression(&self) -> &Fit {
        &self.fit
    }
}

reports_itself!(PhillipsPerronResult {
    /// Every convention of the p-value, of Zτ (test `pp`) first, then of Zα (`pp-alpha`); the first is the headline.
});
