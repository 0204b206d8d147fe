//! Schmidt and Phillips's Lagrange-multiplier tests.
//!
//! # Hypotheses
//! H₀: the series has a unit root around a polynomial trend. Alternative: it is stationary around one.
//! # Model
//! yₜ = ψ + ξ₁t + … + ξ_q t^q + uₜ, uₜ = ρ uₜ₋₁ + vₜ, q = 1 … 4: the parameters mean the same under both hypotheses.
//! # Assumptions
//! v is weakly dependent, with a long-run variance that a Bartlett window estimates.
//! # Statistic and null distribution
//! S̃ₜ cumulates the residuals of Δyₜ on 1, t, …, t^(q−1), which estimates the trend under H₀. In the regression of Δyₜ on
//! S̃ₜ₋₁ and the same terms, τ̃ is the t statistic of S̃ₜ₋₁ and ρ̃ is n times its coefficient. With ω̂² = σ̂²_ε/σ̂², the ratio of
//! the variance to the long-run variance of the residuals of yₜ on yₜ₋₁, 1, t, …, t^q, Z(τ) = τ̃/ω̂ and Z(ρ) = ρ̃/ω̂². Large
//! negative values speak against a unit root. The laws at n observations are known from simulation
//! ([`crate::dist::schmidt_phillips`]).
//! # Conventions
//! - The long-run variance has Bartlett weights 1 − j/(l + 1) (Newey and West 1987); l = ⌊4 (n/100)^¼⌋ unless given, and
//!   l = 0 leaves τ̃ and ρ̃ as they are.
//! - The headline is `tau`; `rho` stands beside it. p-values and critical values are those without autocorrelation at n.
//! # Agrees with / differs from
//! urca `ur.sp`: τ̃, ρ̃ and the residuals, for every degree; not the correction, nor some of the critical values.
//! - urca's weights are (2 (l − j)/l)² with l = ⌊12 (n/100)^¼⌋: 3.4 rather than 0.92 at j = 1 and n = 100. That is no lag
//!   window: the "variance" may be negative, and under a unit root without autocorrelation the statistic has not the law to
//!   which it is compared. [`urca_weights`](SchmidtPhillips::urca_weights) computes it all the same, without a p-value.
//! - urca's table of τ̃ has an entry too many: wrong for degrees 2 to 4 (see [`crate::dist::schmidt_phillips`]).
//! # Example
//! ```
//! use yalu::unit_root::SchmidtPhillips;
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = SchmidtPhillips::of(&prices).bandwidth(0).run()?;
//! assert_eq!(result.report().null, "prices has a unit root");
//! assert_eq!(result.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Schmidt, P. and P. C. B. Phillips (1992), *Oxford Bulletin of Economics and Statistics* 54, 257–287.

use super::bandwidth::long_run_variance;
use super::core::{Tau, notes, tau};
use super::gls_detrend::{measured_from_the_first, nothing_left, residuals_on};
use super::input::{differences, refuse_constant, sample_after};
use super::words::{self, exact, not_identified};
use super::{BartlettLags, BartlettOrder};
use crate::dist::schmidt_phillips::{self as law, HIGHEST_DEGREE, LEVELS, Statistic};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::linalg::dot;
use crate::unit_root::setters::min_df_setter;
use crate::{Error, ErrorKind, Outcome, Series, TestReport};

/// Schmidt and Phillips's tests of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct SchmidtPhillips<'a> {
    series: &'a Series,
    degree: usize,
    bandwidth: Option<BartlettLags>,
    urca: bool,
    min_df: usize,
}

impl<'a> SchmidtPhillips<'a> {
    /// Of this series, with a linear trend.
    pub fn of(series: &'a Series) -> Self {
        Self { series, degree: 1, bandwidth: None, urca: false, min_df: 5 }
    }

    /// The degree of the trend, 1 to 4; 1 unless set.
    pub fn degree(mut self, degree: usize) -> Self {
        self.degree = degree;
        self
    }

    /// The number of autocovariances in the long-run variance, or its rule; ⌊4 (n/100)^¼⌋ unless set.
    pub fn bandwidth(mut self, lags: impl Into<BartlettLags>) -> Self {
        self.bandwidth = Some(lags.into());
        self
    }

    /// The statistics as urca 1.3.3 computes them, with its weights and by its rule ⌊12 (n/100)^¼⌋: to compare, not to test.
    pub fn urca_weights(mut self) -> Self {
        self.urca = true;
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the degree is not 1 to 4, there are more autocovariances than residuals, too few observations for the trend, or
    /// nothing is left of the series without it.
    pub fn run(&self) -> Result<SchmidtPhillipsResult, Error> {
        let (series, degree, n) = (self.series, self.degree, self.series.len());
        refuse_constant(series)?;
        self.check()?;
        let (levels, _) = measured_from_the_first(series.values());
        let changes = differences(&levels);
        let trend = powers(n - 1, degree);
        let shocks = residuals_on(&trend, &changes);
        if dot(&shocks, &shocks) <= 1e-24 * dot(&changes, &changes) {
            return Err(nothing_left(series, &self.trend_in_words()));
        }
        let mut cumulated = vec![0.0; n];
        (1..n).for_each(|t| cumulated[t] = cumulated[t - 1] + shocks[t - 1]);
        let columns: Vec<&[f64]> = trend.iter().map(Vec::as_slice).collect();
        let test = tau(&cumulated, 0, &columns).ok_or_else(|| exact("Schmidt–Phillips", series.name()))?;
        let mut terms = powers(n - 1, degree + 1);
        terms.push(levels[..n - 1].to_vec());
        let residuals = residuals_on(&terms, &levels[1..]);
        let rule = self.bandwidth.unwrap_or(if self.urca { BartlettLags::Long } else { BartlettLags::Short });
        let order = rule.settle("Schmidt–Phillips", series.name(), n, &residuals)?;
        let variance = dot(&residuals, &residuals) / residuals.len() as f64;
        let ratio = if self.urca {
            variance / long_run_variance_as_urca(&residuals, order.lags)
        } else {
            variance / long_run_variance(&residuals, order.lags)
        };
        Ok(SchmidtPhillipsResult { reports: self.reports(&test, ratio, &order), test, ratio, nobs: n })
    }

    /// Checks degree and sample.
    fn check(&self) -> Result<(), Error> {
        let (degree, n) = (self.degree, self.series.len());
        if !(1..=HIGHEST_DEGREE).contains(&degree) {
            let message = format!("Schmidt–Phillips with a trend of degree {degree} has no known law");
            return Err(Error::new(ErrorKind::Argument, message).remedy("choose a degree from 1 to 4"));
        }
        if n < degree + 4 {
            let message = format!(
                "Schmidt–Phillips on `{}` needs {} observations (trend of degree {degree}), found {n}",
                self.series.name(),
                degree + 4
            );
            return Err(Error::new(ErrorKind::Sample, message).remedy("use a lower degree or a longer sample"));
        }
        Ok(())
    }

    fn trend_in_words(&self) -> String {
        match self.degree {
            1 => "linear trend".into(),
            2 => "quadratic trend".into(),
            degree => format!("trend of degree {degree}"),
        }
    }

    fn reports(&self, test: &Tau, ratio: f64, order: &BartlettOrder) -> Vec<TestReport> {
        let (name, n) = (self.series.name(), self.series.len());
        let plain = TestReport {
            test: "schmidt-phillips",
            convention: "tau",
            null: words::unit_root(name),
            alternative: format!("{name} is stationary around its {}", self.trend_in_words()),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: sample_after(self.series, 1),
            settings: vec![Setting::or_default("degree of the trend", self.degree, 1), order.setting()],
            notes: notes(self.series, test.coefficient),
        };
        let refusal = not_identified(test.rows, self.degree + 1, self.min_df)
            .or_else(|| {
                let because = "not identified: the estimated long-run variance is not positive";
                (!(ratio > 0.0 && ratio.is_finite())).then(|| because.to_owned())
            })
            .or_else(|| {
                let [tau, rho] = corrected(test, ratio, n);
                self.urca.then(|| {
                    format!("not a test: by urca's weights Z(τ) = {tau:.3} and Z(ρ) = {rho:.3}, whose law is not known")
                })
            });
        if let Some(because) = refusal {
            return vec![TestReport { outcome: Outcome::NotApplicable { because }, ..plain }];
        }
        let [z_tau, z_rho] = corrected(test, ratio, n);
        let report = |statistic, convention, symbol, value| TestReport {
            convention,
            outcome: match law::p_value(statistic, self.degree, value, n) {
                Some(p) => Outcome::Computed {
                    symbol,
                    statistic: value,
                    distribution: NullDistribution::NonStandard("schmidt-phillips", "Schmidt–Phillips"),
                    p: p.into(),
                },
                None => Outcome::NotApplicable {
                    because: format!("not identified: the law is known from 10 observations on, {name} has {n}"),
                },
            },
            critical_values: CriticalValue::at_levels(&LEVELS, |level| {
                law::critical_value(statistic, self.degree, level, n)
            }),
            ..plain.clone()
        };
        vec![report(Statistic::Tau, "tau", "Z(τ)", z_tau), report(Statistic::Rho, "rho", "Z(ρ)", z_rho)]
    }
}

/// The first `count` powers of time, on [−1, 1] so that they are not nearly collinear.
fn powers(rows: usize, count: usize) -> Vec<Vec<f64>> {
    let time = |t: usize| (2 * t) as f64 / (rows - 1) as f64 - 1.0;
    (0..count as i32).map(|power| (0..rows).map(|t| time(t).powi(power)).collect()).collect()
}

/// The long-run variance with urca's weights (2 (l − j)/l)².
fn long_run_variance_as_urca(u: &[f64], lags: usize) -> f64 {
    let weight = |lag: usize| (2.0 * (lags - lag) as f64 / lags as f64).powi(2);
    let weighted = |lag: usize| weight(lag) * dot(&u[lag..], &u[..u.len() - lag]);
    (dot(u, u) + 2.0 * (1..=lags).map(weighted).sum::<f64>()) / u.len() as f64
}

/// Z(τ) and Z(ρ).
fn corrected(test: &Tau, ratio: f64, n: usize) -> [f64; 2] {
    [test.statistic / ratio.sqrt(), n as f64 * test.coefficient / ratio]
}

/// What came of Schmidt and Phillips's tests.
#[derive(Debug, Clone)]
pub struct SchmidtPhillipsResult {
    test: Tau,
    ratio: f64,
    nobs: usize,
    reports: Vec<TestReport>,
}

impl SchmidtPhillipsResult {
    /// Z(τ); NaN-free: `None` if the long-run variance is not positive.
    pub fn tau(&self) -> Option<f64> {
        let value = corrected(&self.test, self.ratio, self.nobs)[0];
        value.is_finite().then_some(value)
    }

    /// Z(ρ); `None` if the long-run variance is zero.
    pub fn rho(&self) -> Option<f64> {
        let value = corrected(&self.test, self.ratio, self.nobs)[1];
        value.is_finite().then_some(value)
    }

    /// τ̃ and ρ̃, before the correction for autocorrelation.
    pub fn uncorrected(&self) -> (f64, f64) {
        (self.test.statistic, self.nobs as f64 * self.test.coefficient)
    }

    /// ω̂², the variance of the residuals over their long-run variance: one without autocorrelation.
    pub fn variance_ratio(&self) -> f64 {
        self.ratio
    }
}

reports_itself!(SchmidtPhillipsResult {
    /// Z(τ), the headline, and Z(ρ).
});
