//! The augmented Dickey–Fuller test.
//!
//! # Hypotheses
//! H₀: the series has a unit root. Alternative: it is stationary around the deterministic terms.
//! # Model
//! Δyₜ = d'ₜδ + (ρ − 1) yₜ₋₁ + Σⱼ γⱼ Δyₜ₋ⱼ + uₜ, j = 1 … k, with dₜ none, a constant, a linear or a quadratic trend.
//! # Assumptions
//! The difference is an autoregression of order k, or k grows with n slowly enough to approximate one; no break in level
//! or trend.
//! # Statistic and null distribution
//! τ, the t statistic of ρ − 1. Under H₀ its law is Dickey and Fuller's, in which large negative values speak against a unit
//! root.
//! # Conventions
//! k is chosen by AIC unless given, on the rows that the longest candidate leaves, and the winner is estimated on all rows
//! it can use. Three p-values: `mackinnon1996-n`, the headline, by MacKinnon's (1996) surface at the rows used;
//! `mackinnon1996`, the same for n → ∞; `mackinnon1994`, an older surface for n → ∞. In 20,000 draws of Gaussian random walks
//! the headline rejects at a nominal 5 % in 4.7–5.6 % (15 to 100 observations, 0 or 1 lag; 3.9–4.6 % with four superfluous
//! lags), the limit in up to 10 % (15 observations, trend). Critical values are MacKinnon's (2010) at the rows used. An
//! estimate ρ > 1 is computed, with a note, and so is any series whose root is above one in an autoregression of order one
//! with constant and trend.
//!
//! [`AdfResult::joint`] has Dickey and Fuller's (1981) F statistics: Φ₁ (no constant and ρ = 1) in the regression with a
//! constant, Φ₂ (neither constant nor trend and ρ = 1) and Φ₃ (no trend and ρ = 1) in that with a trend; their p-value is a
//! bound.
//! # Agrees with / differs from
//! - statsmodels `adfuller` and arch `ADF`: statistic, lags and `mackinnon1994` p-value.
//! - gretl `adf`: statistic and lags; its p-value is `mackinnon1996-n` with 0 lags given, `mackinnon1996` otherwise. R
//!   `fUnitRoots::punitroot`: `mackinnon1996-n` with `N` the rows, `mackinnon1996` with `N = Inf`; beyond the table it
//!   extrapolates, where we give a bound.
//! - urca `ur.df`: the statistics τ and Φ with fixed lags. With `selectlags` it never tries 0 lags and keeps the rows that the
//!   longest leaves: the same test of a series that starts that much later. Its critical values are those tabulated for
//!   the next larger n.
//! - tseries `adf.test`: the statistic with a trend; its p-value is interpolated in another table and clipped.
//! # Example
//! ```
//! use yalu::unit_root::{Adf, Terms};
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = Adf::of(&prices).terms(Terms::Trend).lags(0).run()?;
//! assert_eq!(result.report().null, "prices has a unit root");
//! assert_eq!(result.report().rejects(0.01), Some(true));
//! assert_eq!(result.joint()[1].convention, "phi3");
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Dickey, D. A. and W. A. Fuller (1979), *Journal of the American Statistical Association* 74, 427–431.
//! - Dickey, D. A. and W. A. Fuller (1981), *Econometrica* 49, 1057–1072.
//! - MacKinnon, J. G. (1996), *Journal of Applied Econometrics* 11, 601–618.
//! - Said, S. E. and D. A. Dickey (1984), *Biometrika* 71, 599–607.

use super::core::{Level, design};
use super::input::{deterministic, refuse_constant, too_short};
use super::test_regression::notes;
use super::{LagOrder, Lags, Terms, joint, law, words};
use crate::dist::dickey_fuller::Statistic;
use crate::hypothesis::{reports_itself, test_table};
use crate::regression::{Fit, Ols};
use crate::table::Table;
use crate::unit_root::setters::{lags_setter, min_df_setter, terms_setter};
use crate::{Error, Outcome, Series, TestReport};

/// The augmented Dickey–Fuller test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Adf<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    lags: Lags,
    min_df: usize,
}

impl<'a> Adf<'a> {
    /// Of this series, with a constant and lags chosen by AIC.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: None, lags: Lags::default(), min_df: 5 }
    }

    terms_setter!();

    lags_setter!();

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary, there are fewer observations than the regression needs, or its regressors are
    /// collinear.
    pub fn run(&self) -> Result<AdfResult, Error> {
        let (terms, (order, fit)) = (self.terms.unwrap_or_default(), self.regress()?);
        let level = Level::of(&fit, terms.count());
        let base = self.base(&fit, level.estimate, &order);
        let (reports, joint) = match words::not_identified(fit.nobs(), fit.nterms(), self.min_df) {
            Some(because) => {
                let outcome = Outcome::NotApplicable { because };
                (vec![TestReport { convention: "mackinnon1996-n", outcome, ..base }], Vec::new())
            }
            None => (
                law::reports(&base, "τ", level.statistic, Statistic::Tau, terms),
                joint::reports(&fit, self.series.name(), terms, &base),
            ),
        };
        let (statistic, coefficient) = (level.statistic, level.estimate);
        Ok(AdfResult { statistic, coefficient, std_error: level.std_error, reports, joint, terms, order, fit })
    }

    /// The number of lags and the test regression with it: for those who need no more than that.
    pub(super) fn regress(&self) -> Result<(LagOrder, Fit), Error> {
        let (series, terms) = (self.series, self.terms.unwrap_or_default());
        refuse_constant(series)?;
        let values = series.values();
        let order = self.lags.settle(series.name(), values, terms.count() + 1, |from| {
            let mut columns = deterministic(terms, from, values.len());
            columns.push(values[from - 1..values.len() - 1].to_vec());
            columns
        })?;
        let needed = 2usize.saturating_mul(order.lags).saturating_add(terms.count() + 3);
        if values.len() < needed {
            return Err(too_short("ADF", series, needed, terms, order.lags));
        }
        let fit = Ols::fit(&design(series, terms, order.lags)?)?;
        if !Level::of(&fit, terms.count()).statistic.is_finite() {
            return Err(words::exact("ADF", series.name()));
        }
        Ok((order, fit))
    }

    fn base(&self, fit: &Fit, coefficient: f64, order: &LagOrder) -> TestReport {
        let name = self.series.name();
        TestReport {
            test: "adf",
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

/// What came of an augmented Dickey–Fuller test.
#[derive(Debug, Clone)]
pub struct AdfResult {
    statistic: f64,
    coefficient: f64,
    std_error: f64,
    terms: Terms,
    order: LagOrder,
    fit: Fit,
    reports: Vec<TestReport>,
    joint: Vec<TestReport>,
}

impl AdfResult {
    /// τ.
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// ρ − 1, the coefficient of the lagged level.
    pub fn coefficient(&self) -> f64 {
        self.coefficient
    }

    /// The standard error of ρ − 1.
    pub fn std_error(&self) -> f64 {
        self.std_error
    }

    /// The deterministic terms allowed.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// The number of lagged differences, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// The test regression.
    pub fn regression(&self) -> &Fit {
        &self.fit
    }

    /// Every convention of the p-value of τ; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The joint F statistics: Φ₁ with a constant, Φ₂ and Φ₃ with a trend, none otherwise.
    pub fn joint(&self) -> &[TestReport] {
        &self.joint
    }

    /// Every convention of τ and every joint statistic, a row each.
    pub fn table(&self) -> Table {
        test_table(&[self.reports.as_slice(), &self.joint].concat())
    }
}

reports_itself!(AdfResult);
