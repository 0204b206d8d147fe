//! The test of stationarity of Kwiatkowski, Phillips, Schmidt and Shin.
//!
//! # Hypotheses
//! H₀: the series is stationary around a level (or a linear trend). Alternative: it has a unit root. The roles are those
//! of the augmented Dickey–Fuller test exchanged.
//! # Model
//! yₜ = d'ₜδ + rₜ + uₜ with rₜ a random walk, dₜ a constant or a constant and a trend, u weakly dependent. H₀: the walk has
//! no variance.
//! # Assumptions
//! u has a long-run variance that its first l autocovariances describe; no break in level or trend, which the test takes
//! for a random walk.
//! # Statistic and null distribution
//! η = n⁻² Σ Sₜ²/λ², Sₜ the sum of the first t residuals of yₜ on dₜ, λ² their long-run variance. Its limit under H₀ is the
//! integral of a squared Brownian bridge ([`dist::kpss`](crate::dist::kpss)); large values speak against stationarity.
//! # Conventions
//! `limit` is the headline: the p-value of the limiting law, computed exactly. `kpss1992` interpolates the authors' own
//! simulated table, as most programs do, and gives a bound outside 1 % … 10 %. λ² has Bartlett weights and is divided by n;
//! the number of autocovariances is Hobijn, Franses and Ooms' (2004) unless said. Critical values are the limiting law's.
//! # Agrees with / differs from
//! - The statistic: urca `ur.kpss`, tseries `kpss.test`, statsmodels `kpss`, arch `KPSS`, gretl `kpss`, for the same number of
//!   autocovariances. Rules for that number: urca and tseries `short` and `long`, statsmodels `auto` and `legacy`.
//! - statsmodels and tseries p-values: `kpss1992`, printed as 0.01 or 0.1 where the table ends.
//! - arch: p-values from its own simulation with series of 2000, near `limit` (0.0166 for 0.0164).
//! - gretl: p-values interpolated in response surfaces for 10, 5 and 1 % only (0.022 for 0.0164 at the same statistic).
//! # Example
//! ```
//! use yalu::unit_root::{Kpss, Terms};
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let level = Kpss::of(&prices).bandwidth(2).run()?;
//! assert_eq!(level.report().null, "prices is stationary around its constant");
//! assert_eq!(level.report().rejects(0.05), Some(true));
//! let trend = Kpss::of(&prices).terms(Terms::Trend).bandwidth(2).run()?;
//! assert_eq!(trend.report().rejects(0.05), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Kwiatkowski, D., P. C. B. Phillips, P. Schmidt and Y. Shin (1992), *Journal of Econometrics* 54, 159–178.
//! - Hobijn, B., P. H. Franses and M. Ooms (2004), *Statistica Neerlandica* 58, 483–502.

use super::bandwidth::{BartlettLags, BartlettOrder, long_run_variance, scaled};
use super::core::{from_columns, notes};
use super::input::{deterministic, deterministic_names, refuse_constant, too_short};
use super::{Terms, words};
use crate::dist::kpss::{self, Around};
use crate::hypothesis::{CriticalValue, NullDistribution, Outcome, reports_itself};
use crate::regression::Ols;
use crate::unit_root::setters::min_df_setter;
use crate::{Error, PValue, Sample, Series, TestReport};

/// The KPSS test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Kpss<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    bandwidth: BartlettLags,
    min_df: usize,
}

impl<'a> Kpss<'a> {
    /// Of this series, around a level, with the automatic number of autocovariances.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: None, bandwidth: BartlettLags::Automatic, min_df: 5 }
    }

    /// What the series is stationary around under the null: [`Terms::Constant`] unless set, or [`Terms::Trend`].
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }

    /// The number of autocovariances in the long-run variance, or its rule.
    pub fn bandwidth(mut self, lags: impl Into<BartlettLags>) -> Self {
        self.bandwidth = lags.into();
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the terms are neither a constant nor a constant and a trend, the series does not vary around them, or there
    /// are not more observations than terms or than the bandwidth.
    pub fn run(&self) -> Result<KpssResult, Error> {
        let (series, terms) = (self.series, self.terms.unwrap_or_default());
        let around = match terms {
            Terms::Constant => Around::Level,
            Terms::Trend => Around::Trend,
            other => return Err(words::wrong_terms("KPSS", other, "a constant, or a constant and a trend")),
        };
        refuse_constant(series)?;
        let (n, needed) = (series.len(), terms.count() + 2);
        if n < needed {
            return Err(too_short("KPSS", series, needed, terms, 0));
        }
        let columns = deterministic(terms, 0, n);
        let names = deterministic_names(terms);
        let fit = Ols::fit(&from_columns(series, 0, series.name().into(), names, &columns, series.values().to_vec())?)?;
        // Not the residual variance, which is zero too where it is too small for a double.
        if fit.standard_errors()[0] == 0.0 {
            return Err(words::exact("KPSS", series.name()));
        }
        let residuals = scaled(&fit.residuals().to_vec());
        let order = self.bandwidth.settle("KPSS", series.name(), n, &residuals)?;
        let statistic = statistic(&residuals, order.lags);
        if !statistic.is_finite() {
            return Err(words::exact("KPSS", series.name()));
        }
        let reports = self.reports(around, statistic, fit.sample(), &order);
        Ok(KpssResult { statistic, terms, order, reports })
    }

    fn reports(&self, around: Around, statistic: f64, sample: Sample, order: &BartlettOrder) -> Vec<TestReport> {
        let (name, terms) = (self.series.name(), self.terms.unwrap_or_default());
        let n = sample.n;
        let base = TestReport {
            test: "kpss",
            convention: "limit",
            null: words::stationary(name, terms),
            alternative: words::unit_root(name),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample,
            settings: vec![order.setting(), words::terms_setting(self.terms)],
            notes: notes(self.series, 0.0),
        };
        if let Some(because) = words::not_identified(n, terms.count(), self.min_df) {
            return vec![TestReport { outcome: Outcome::NotApplicable { because }, ..base }];
        }
        let computed = |p: PValue| {
            let distribution = NullDistribution::NonStandard("kpss", "KPSS");
            Outcome::Computed { symbol: "η", statistic, distribution, p }
        };
        let at_levels = |values: [f64; 4]| {
            std::iter::zip(kpss::LEVELS, values).map(|(level, value)| CriticalValue { level, value }).collect()
        };
        let limit = TestReport {
            outcome: computed(PValue::Exact(kpss::sf(statistic, around))),
            critical_values: at_levels(kpss::critical_values(around)),
            ..base.clone()
        };
        let table = kpss::table_p_value(statistic, around).map(|p| TestReport {
            convention: "kpss1992",
            outcome: computed(p.into()),
            critical_values: at_levels(around.table()),
            ..base
        });
        std::iter::once(limit).chain(table).collect()
    }
}

/// η of these residuals.
fn statistic(residuals: &[f64], lags: usize) -> f64 {
    let mut sum = 0.0;
    let squares = residuals.iter().map(|u| {
        sum += u;
        sum * sum
    });
    let n = residuals.len() as f64;
    squares.sum::<f64>() / (n * n) / long_run_variance(residuals, lags)
}

/// What came of a KPSS test.
#[derive(Debug, Clone)]
pub struct KpssResult {
    statistic: f64,
    terms: Terms,
    order: BartlettOrder,
    reports: Vec<TestReport>,
}

impl KpssResult {
    /// η.
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// The deterministic terms allowed.
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// The number of autocovariances, and how it was found.
    pub fn bandwidth(&self) -> &BartlettOrder {
        &self.order
    }
}

reports_itself!(KpssResult {
    /// Both conventions of the p-value; the first is the headline.
});
