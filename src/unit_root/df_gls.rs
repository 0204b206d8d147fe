//! Elliott, Rothenberg and Stock's DF-GLS test.
//!
//! # Hypotheses
//! H₀: the series has a unit root, with drift where a trend is allowed. Alternative: it is stationary around a constant, or
//! a constant and a linear trend.
//! # Model
//! yₜ = d'ₜβ + uₜ. β is estimated by least squares on the quasi-differences y₁, yₜ − ā yₜ₋₁ with ā = 1 + c̄/n, c̄ = −7 with
//! a constant and −13.5 with a trend. Then, for ỹₜ = yₜ − d'ₜβ̂ and without deterministic terms,
//! Δỹₜ = (ρ − 1) ỹₜ₋₁ + Σⱼ γⱼ Δỹₜ₋ⱼ + eₜ, j = 1 … k.
//! # Assumptions
//! Those of the [augmented Dickey–Fuller test](super::adf), and a first deviation u₁ of ordinary size: a series that starts
//! far from its trend costs the test its power.
//! # Statistic and null distribution
//! τ, the t statistic of ρ − 1; large negative values speak against a unit root. Its law at n observations is known from
//! simulation ([`crate::dist::df_gls`]). With a constant the limit is Dickey and Fuller's law without deterministic terms,
//! from which n = 100 is still far: a nominal 5 % by the limit rejects a true unit root 8 times in 100 there.
//! # Conventions
//! - k is chosen by Ng and Perron's modified AIC unless given: candidates are compared on the rows that the longest leaves,
//!   on ỹ, or with [`search_by_ols`](DfGls::search_by_ols) on the series less its deterministic terms by OLS (Perron and Qu
//!   2007). The winner is estimated on all rows it can use.
//! - `finite-n`, the headline: p-value and critical values at the n of the series, from the law without lags. With lags the
//!   true quantiles are nearer to zero, so that the test is somewhat conservative.
//! - `mackinnon1996`, with a constant only: the p-value of the limit.
//! # Agrees with / differs from
//! - urca `ur.ers(type = "DF-GLS")`, arch `DFGLS` and gretl `adf --gls`: the statistic with given lags, to 9 digits.
//! - gretl with `--test-down=AIC` chooses by the same modified AIC; its longest lag is ⌊12 (n/100)^¼⌋, ours the ceiling. With
//!   `--perron-qu` see [`search_by_ols`](DfGls::search_by_ols). arch chooses by plain AIC on the OLS residuals.
//! - p-values: gretl's (Cottrell 2015) without lags are `finite-n` to 0.004; with lags they are of the limit, as arch's own
//!   always are: `mackinnon1996` to 0.005 and 0.012. urca prints table I.C of the paper without interpolation, and MacKinnon's (1991) values with a constant.
//! # Example
//! ```
//! use yalu::unit_root::{DfGls, Terms};
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = DfGls::of(&prices).terms(Terms::Trend).lags(0).run()?;
//! assert_eq!(result.report().null, "prices has a unit root");
//! assert_eq!(result.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Elliott, G., T. J. Rothenberg and J. H. Stock (1996), *Econometrica* 64, 813–836.
//! - Ng, S. and P. Perron (2001), *Econometrica* 69, 1519–1554.
//! - Perron, P. and Z. Qu (2007), *Economics Letters* 94, 12–19.

use super::core::{Tau, notes, tau};
use super::gls_detrend::{GlsDetrended, noncentrality, residuals_on};
use super::input::{deterministic, refuse_constant, sample_after, too_short};
use super::words::{self, exact, not_identified, terms_setting};
use super::{LagOrder, LagRule, Lags, Terms};
use crate::dist::df_gls;
use crate::dist::dickey_fuller::{Statistic, surface};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::linalg::scale_by;
use crate::unit_root::setters::min_df_setter;
use crate::{Error, Outcome, PValue, Series, TestReport};

/// The DF-GLS test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct DfGls<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    lags: Lags,
    search_by_ols: bool,
    min_df: usize,
}

impl<'a> DfGls<'a> {
    /// Of this series, with a constant and lags chosen by the modified AIC.
    pub fn of(series: &'a Series) -> Self {
        let lags = Lags::by(LagRule::ModifiedAic);
        Self { series, terms: None, lags, search_by_ols: false, min_df: 5 }
    }

    /// The deterministic terms, a constant or a constant and a linear trend; a constant unless set.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }

    /// The number of lagged differences, or the rule that chooses it; the modified AIC up to Schwert's number unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// Chooses the number of lags on the series less its deterministic terms by OLS rather than GLS: Perron and Qu (2007),
    /// who find more power against alternatives far from a unit root.
    #[doc(alias = "perron-qu")]
    pub fn search_by_ols(mut self) -> Self {
        self.search_by_ols = true;
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary around its deterministic terms, these are not a constant or a linear trend, or there
    /// are fewer observations than the regression needs.
    pub fn run(&self) -> Result<DfGlsResult, Error> {
        let (series, terms) = (self.series, self.terms.unwrap_or_default());
        refuse_constant(series)?;
        let detrended = GlsDetrended::of("DF-GLS", series, terms)?;
        let n = series.len();
        let order = if self.search_by_ols {
            let rest = residuals_on(&deterministic(terms, 0, n), &detrended.levels);
            self.settle(&rest)?
        } else {
            self.settle(&detrended.residuals)?
        };
        let needed = 2usize.saturating_mul(order.lags).saturating_add(3);
        if n < needed {
            return Err(too_short("DF-GLS", series, needed, terms, order.lags));
        }
        let test = tau(&detrended.residuals, order.lags, &[]).ok_or_else(|| exact("DF-GLS", series.name()))?;
        let values = detrended.residuals.iter().map(|value| scale_by(*value, detrended.exponent)).collect();
        let name = format!("{} less its {terms} by GLS", series.name());
        Ok(DfGlsResult {
            reports: self.reports(&test, &order),
            detrended: Series::new(name, series.start(), values)?,
            test,
            terms,
            order,
        })
    }

    fn settle(&self, values: &[f64]) -> Result<LagOrder, Error> {
        let n = values.len();
        let mut order =
            self.lags.settle(self.series.name(), values, 1, |from| vec![values[from - 1..n - 1].to_vec()])?;
        if self.search_by_ols && matches!(self.lags, Lags::Chosen { .. }) {
            order.chosen_by.push_str(", on the series detrended by OLS");
        }
        Ok(order)
    }

    fn reports(&self, test: &Tau, order: &LagOrder) -> Vec<TestReport> {
        let (name, terms, n) = (self.series.name(), self.terms.unwrap_or_default(), self.series.len());
        let c = noncentrality(terms).unwrap_or_default();
        let mut headline = TestReport {
            test: "dfgls",
            convention: "finite-n",
            null: words::unit_root(name),
            alternative: words::stationary(name, terms),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: sample_after(self.series, order.lags + 1),
            settings: vec![
                order.setting(),
                terms_setting(self.terms),
                Setting::new("GLS at 1 + c/n with c", c.to_string(), "default"),
            ],
            notes: notes(self.series, test.coefficient),
        };
        if let Some(because) = not_identified(test.rows, order.lags + 1, self.min_df) {
            headline.outcome = Outcome::NotApplicable { because };
            return vec![headline];
        }
        let computed = |p: PValue| Outcome::Computed {
            symbol: "τ",
            statistic: test.statistic,
            distribution: NullDistribution::NonStandard("df-gls", "DF-GLS"),
            p,
        };
        let mut asymptotic = TestReport { convention: "mackinnon1996", ..headline.clone() };
        headline.outcome = match df_gls::p_value(test.statistic, terms, n) {
            Some(p) => computed(p.into()),
            None => Outcome::NotApplicable {
                because: format!("not identified: the law is known from 10 observations on, {name} has {n}"),
            },
        };
        headline.critical_values =
            CriticalValue::at_levels(&df_gls::LEVELS, |level| df_gls::critical_value(terms, level, n));
        let limit = (terms == Terms::Constant)
            .then(|| surface::p_value(test.statistic, Statistic::Tau, Terms::None, 1, None))
            .flatten();
        match limit {
            Some(p) => {
                asymptotic.outcome = computed(p.into());
                vec![headline, asymptotic]
            }
            None => vec![headline],
        }
    }
}

/// What came of a DF-GLS test.
#[derive(Debug, Clone)]
pub struct DfGlsResult {
    test: Tau,
    terms: Terms,
    order: LagOrder,
    detrended: Series,
    reports: Vec<TestReport>,
}

impl DfGlsResult {
    /// τ.
    pub fn statistic(&self) -> f64 {
        self.test.statistic
    }

    /// ρ − 1, the coefficient of the lagged level.
    pub fn coefficient(&self) -> f64 {
        self.test.coefficient
    }

    /// The deterministic terms removed.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// The number of lagged differences, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// The series less its deterministic terms: the test is [`Adf`](super::Adf)'s regression on it without such terms.
    pub fn detrended(&self) -> &Series {
        &self.detrended
    }
}

reports_itself!(DfGlsResult {
    /// Every convention of the p-value; the first is the headline.
});
