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
//! it can use. Critical values are MacKinnon's (2010) at the rows used. An estimate ρ > 1 is computed, with a note.
//! # Agrees with / differs from
//! - statsmodels `adfuller` and arch `ADF`: statistic, lags and `mackinnon1994` p-value. gretl `adf`: statistic and lags.
//! - urca `ur.df`: the statistic with fixed lags. With `selectlags` it never tries 0 lags and keeps the trimmed sample.
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
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Dickey, D. A. and W. A. Fuller (1979), *Journal of the American Statistical Association* 74, 427–431.
//! - Said, S. E. and D. A. Dickey (1984), *Biometrika* 71, 599–607.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::input::{deterministic, deterministic_names, differences, refuse_constant, sample_after, too_short};
use super::{LagOrder, Lags, Terms};
use crate::dist::dickey_fuller::{asymptotic, critical};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, test_table};
use crate::regression::{Fit, Ols};
use crate::table::{Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Note, Outcome, Series, Stamp, TestReport};

/// The augmented Dickey–Fuller test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Adf<'a> {
    series: &'a Series,
    terms: Terms,
    lags: Lags,
    min_df: usize,
}

impl<'a> Adf<'a> {
    /// Of this series, with a constant and lags chosen by AIC.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: Terms::default(), lags: Lags::default(), min_df: 5 }
    }

    /// The deterministic terms; a constant unless set.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    /// The number of lagged differences, or the rule that chooses it; AIC up to Schwert's number unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// The fewest residual degrees of freedom for which a number is given; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If the series does not vary, there are fewer observations than the regression needs, or its regressors are
    /// collinear.
    pub fn run(&self) -> Result<AdfResult, Error> {
        let (series, terms) = (self.series, self.terms);
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
        let level = &fit.tidy()[terms.count()];
        Ok(AdfResult {
            statistic: level.statistic,
            coefficient: level.estimate,
            reports: self.reports(&fit, level.statistic, level.estimate, &order),
            terms,
            order,
            fit,
        })
    }

    fn reports(&self, fit: &Fit, statistic: f64, coefficient: f64, order: &LagOrder) -> Vec<TestReport> {
        let (name, rows) = (self.series.name(), fit.nobs());
        let mut report = TestReport {
            test: "adf",
            convention: "mackinnon1994",
            null: format!("{name} has a unit root"),
            alternative: match self.terms {
                Terms::None => format!("{name} is stationary around zero"),
                terms => format!("{name} is stationary around its {terms}"),
            },
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: fit.sample(),
            settings: vec![order.setting(), Setting::new("deterministic terms", self.terms.to_string(), "user")],
            notes: fit.notes(),
        };
        if fit.df_resid() < self.min_df {
            let because = format!(
                "not identified: {rows} rows less {} coefficients leave {} residual degrees of freedom, fewer than {}",
                fit.nterms(),
                fit.df_resid(),
                self.min_df
            );
            return vec![TestReport { outcome: Outcome::NotApplicable { because }, ..report }];
        }
        if coefficient > 0.0 {
            report.notes.push(Note::new(format!(
                "The estimated root of {name} is above one: the series explodes, which the test counts neither as a unit root nor as stationarity."
            )));
        }
        report.critical_values = critical::LEVELS
            .iter()
            .filter_map(|level| {
                let value = critical::critical_value(self.terms, 1, *level, Some(rows))?;
                Some(CriticalValue { level: *level, value })
            })
            .collect();
        if let Some(p) = asymptotic::p_value(statistic, self.terms, 1) {
            report.outcome = Outcome::Computed {
                symbol: "τ",
                statistic,
                distribution: NullDistribution::NonStandard("dickey-fuller", "Dickey–Fuller"),
                p: p.into(),
            };
        }
        vec![report]
    }
}

/// The test regression as a design.
fn design(series: &Series, terms: Terms, lags: usize) -> Result<Design, Error> {
    let (name, values) = (series.name(), series.values());
    let (changes, first) = (differences(values), lags + 1);
    let mut columns = deterministic(terms, first, values.len());
    let mut names = deterministic_names(terms);
    columns.push(values[lags..values.len() - 1].to_vec());
    names.push(format!("lag({name}, 1)"));
    for lag in 1..=lags {
        columns.push(changes[lags - lag..changes.len() - lag].to_vec());
        names.push(format!("lag(diff({name}), {lag})"));
    }
    let (n, k) = (values.len() - first, columns.len());
    let x = Array2::from_shape_vec((n, k).f(), columns.concat())
        .map_err(|shape| Error::new(crate::ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
    let start = match sample_after(series, first).first {
        Stamp::Period(start) => start,
        Stamp::Row(_) => series.start(),
    };
    let stamps = (0..n).map(|t| Stamp::Period(start.plus(t as i64))).collect();
    Design::from_arrays(format!("diff({name})"), names, Array1::from(changes[lags..].to_vec()), x, stamps)
}

/// What came of an augmented Dickey–Fuller test.
#[derive(Debug, Clone)]
pub struct AdfResult {
    statistic: f64,
    coefficient: f64,
    terms: Terms,
    order: LagOrder,
    fit: Fit,
    reports: Vec<TestReport>,
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

    /// Every convention of the p-value; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

/// The headline.
impl HypothesisTest for AdfResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(AdfResult => table);
