//! Elliott, Rothenberg and Stock's feasible point-optimal test, P_T.
//!
//! # Hypotheses
//! H₀: the series has a unit root, with drift where a trend is allowed. Alternative: it is stationary around a constant, or
//! a constant and a linear trend.
//! # Model
//! yₜ = d'ₜβ + uₜ, uₜ = ρ uₜ₋₁ + vₜ; the test is the most powerful against ρ = ā = 1 + c̄/n, c̄ = −7 with a constant and
//! −13.5 with a trend.
//! # Assumptions
//! v stationary with an autoregressive representation that k lags approximate; a first deviation u₁ of ordinary size.
//! # Statistic and null distribution
//! P_T = (S(ā) − ā S(1))/ω̂², S(a) the sum of squares that d leaves of the quasi-differences at a, ω̂² = s²/(1 − Σγ̂ⱼ)² the
//! long-run variance of v, from Δyₜ = d'ₜδ + φ yₜ₋₁ + Σⱼ γⱼ Δyₜ₋ⱼ + eₜ, s² = RSS/(rows − coefficients). Small values speak
//! against a unit root. The law at n observations is known from simulation ([`crate::dist::ers`]).
//! # Conventions
//! - k is chosen by BIC unless given, as in the paper; candidates are compared on common rows, from 0 lags on.
//! - `finite-n`, the headline: p-value and critical values at n and k. The more lags, the less reliable the divisor ω̂² and
//!   the smaller the critical values: with 4 lags and a trend, the table's 5 % at n = 100 is about 20 %.
//! - `ers-table`: a bound for the p-value and the critical values of the paper's tables I.A and I.B, in the row of the
//!   smallest T that is at least n, from n = 50 on. It knows nothing of lags.
//! - The regression for ω̂² has the deterministic terms of the test, so that the statistic does not depend on the slope of
//!   a trend. With [`variance_terms`](ErsPointOptimal::variance_terms) it can have others.
//! # Agrees with / differs from
//! - urca `ur.ers(type = "P-test")` with a constant: the statistic, given the number of lags that it chose (its `@lag`).
//! - With a trend urca gives the regression for ω̂² a constant only (`variance_terms(Terms::Constant)`), and takes the mean
//!   of the differences over n rather than n − 1, which makes its S(1) too large by (yₙ − y₁)²/(n(n − 1)): for both reasons
//!   its statistic depends on the slope of the trend.
//! - urca chooses by BIC among 1 to `lag.max` lags, each estimated on its own rows, so that the criteria are not of one
//!   sample; 0 lags only if `lag.max = 0`.
//! # Example
//! ```
//! use yalu::unit_root::{ErsPointOptimal, Terms};
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = ErsPointOptimal::of(&prices).terms(Terms::Trend).lags(0).run()?;
//! assert_eq!(result.report().null, "prices has a unit root");
//! assert!(result.report().p().is_some());
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Elliott, G., T. J. Rothenberg and J. H. Stock (1996), *Econometrica* 64, 813–836.

use super::gls_detrend::{GlsDetrended, noncentrality};
use super::input::{refuse_constant, too_short};
use super::test_regression::notes;
use super::words::{self, not_identified, terms_setting};
use super::{Adf, LagOrder, Lags, Terms};
use crate::dist::ers;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::linalg::scale_by;
use crate::regression::{Criterion, Fit};
use crate::{Error, Outcome, PValue, Series, TestReport};

/// The feasible point-optimal test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct ErsPointOptimal<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    variance_terms: Option<Terms>,
    lags: Lags,
    min_df: usize,
}

impl<'a> ErsPointOptimal<'a> {
    /// Of this series, with a constant and lags chosen by BIC.
    pub fn of(series: &'a Series) -> Self {
        let lags = Lags::by(Criterion::Bic);
        Self { series, terms: None, variance_terms: None, lags, min_df: 5 }
    }

    /// The deterministic terms, a constant or a constant and a linear trend; a constant unless set.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }

    /// The deterministic terms of the regression that gives the long-run variance; those of the test unless set.
    pub fn variance_terms(mut self, terms: Terms) -> Self {
        self.variance_terms = Some(terms);
        self
    }

    /// The number of lagged differences in the regression that gives the long-run variance, or the rule that chooses it;
    /// BIC up to Schwert's number unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// The fewest residual degrees of freedom of that regression for which a number is given; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary around its deterministic terms, these are not a constant or a linear trend, there are
    /// fewer observations than the regression needs, or its regressors are collinear.
    pub fn run(&self) -> Result<ErsResult, Error> {
        let (series, terms) = (self.series, self.terms.unwrap_or_default());
        refuse_constant(series)?;
        let variance_terms = self.variance_terms.unwrap_or(terms);
        let given = if let Lags::Given(lags) = self.lags { lags } else { 0 };
        let needed = 2usize.saturating_mul(given).saturating_add(variance_terms.count() + 3);
        if series.len() < needed {
            return Err(too_short("ERS point-optimal", series, needed, variance_terms, given));
        }
        let detrended = GlsDetrended::of("ERS point-optimal", series, terms)?;
        let (order, autoregression) = Adf::of(series).terms(variance_terms).lags(self.lags).regress()?;
        let variance = long_run_variance(&autoregression, variance_terms, detrended.exponent);
        let statistic = (detrended.rss - detrended.root * detrended.rss_null) / variance;
        Ok(ErsResult {
            reports: self.reports(statistic, &order, &autoregression),
            statistic,
            variance: scale_by(variance, 2 * detrended.exponent),
            terms,
            order,
            autoregression,
        })
    }

    fn reports(&self, statistic: f64, order: &LagOrder, fit: &Fit) -> Vec<TestReport> {
        let (name, terms, n) = (self.series.name(), self.terms.unwrap_or_default(), self.series.len());
        let variance_terms = self.variance_terms.unwrap_or(terms);
        let chosen_by = if self.variance_terms.is_some() { "user" } else { "default" };
        // The lagged level stands after the deterministic terms.
        let notes = notes(fit, self.series, fit.coefficients()[variance_terms.count()]);
        let plain = TestReport {
            test: "ers-point-optimal",
            convention: "ers-table",
            null: words::unit_root(name),
            alternative: words::stationary(name, terms),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: self.series.sample(),
            settings: vec![
                order.setting(),
                terms_setting(self.terms),
                Setting::new("terms for the long-run variance", variance_terms.to_string(), chosen_by),
                Setting::new("GLS at 1 + c/n with c", noncentrality(terms).unwrap_or_default().to_string(), "default"),
            ],
            notes,
        };
        let refusal = not_identified(fit.nobs(), fit.nterms(), self.min_df).or_else(|| {
            let because = "not identified: the autoregression leaves no long-run variance to divide by";
            (!statistic.is_finite()).then(|| because.to_owned())
        });
        if let Some(because) = refusal {
            return vec![TestReport { convention: "finite-n", outcome: Outcome::NotApplicable { because }, ..plain }];
        }
        let report = |convention, p: PValue, critical: &dyn Fn(f64) -> Option<f64>| TestReport {
            convention,
            outcome: Outcome::Computed {
                symbol: "P_T",
                statistic,
                distribution: NullDistribution::NonStandard("ers-point-optimal", "ERS P_T"),
                p,
            },
            critical_values: CriticalValue::at_levels(&ers::LEVELS, critical),
            ..plain.clone()
        };
        let at_n = ers::p_value(statistic, terms, order.lags, n).filter(|_| variance_terms == terms);
        let at_n =
            at_n.map(|p| report("finite-n", p.into(), &|level| ers::critical_value(terms, order.lags, level, n)));
        let in_table = ers::published_bound(statistic, terms, n);
        let in_table = in_table.map(|p| report("ers-table", p.into(), &|level| ers::published(terms, level, n)));
        if at_n.is_none() && in_table.is_none() {
            let because = format!(
                "not identified: the law is not known at {n} observations with {} lags and these terms",
                order.lags
            );
            return vec![TestReport { outcome: Outcome::NotApplicable { because }, ..plain }];
        }
        at_n.into_iter().chain(in_table).collect()
    }
}

/// ω̂² in units of 2^(2·exponent).
fn long_run_variance(fit: &Fit, terms: Terms, exponent: i32) -> f64 {
    let rss: f64 = fit.residuals().iter().map(|residual| scale_by(*residual, -exponent).powi(2)).sum();
    let persistence: f64 = fit.coefficients().iter().skip(terms.count() + 1).sum();
    rss / fit.df_resid() as f64 / (1.0 - persistence).powi(2)
}

/// What came of a point-optimal test.
#[derive(Debug, Clone)]
pub struct ErsResult {
    statistic: f64,
    variance: f64,
    terms: Terms,
    order: LagOrder,
    autoregression: Fit,
    reports: Vec<TestReport>,
}

impl ErsResult {
    /// P_T.
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// The deterministic terms allowed.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// The number of lagged differences in the regression for the long-run variance, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// ω̂², the long-run variance of the differences, in the series' units squared.
    pub fn long_run_variance(&self) -> f64 {
        self.variance
    }

    /// The regression that gives the long-run variance.
    pub fn autoregression(&self) -> &Fit {
        &self.autoregression
    }
}

reports_itself!(ErsResult {
    /// Every convention of the p-value; the first is the headline.
});
