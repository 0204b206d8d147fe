//! Engle and Granger's test for cointegration.
//!
//! # Hypotheses
//! H₀: the series are not cointegrated: the residuals of the long-run regression have a unit root. Alternative: they are
//! stationary, so that one linear combination of the series, with a coefficient of one on the left-hand side, is.
//! # Model
//! yₜ = d'ₜδ + x'ₜβ + uₜ by least squares, dₜ none, a constant, a linear or a quadratic trend; then
//! Δûₜ = (ρ − 1) ûₜ₋₁ + Σⱼ γⱼ Δûₜ₋ⱼ + eₜ, j = 1 … k, without deterministic terms.
//! # Assumptions
//! All series are integrated of order one; the x are not cointegrated among themselves; the equation does not shift (see
//! [`gregory_hansen`](super::gregory_hansen) if it may). If an x has a drift, so has the law: allow a trend.
//! # Statistic and null distribution
//! τ, the t statistic of ρ − 1. Its law depends on the number of series and on dₜ; small values reject.
//! # Conventions
//! The left-hand side matters: τ of y on x and of x on y differ. The one given is reported, and with
//! [`every_normalisation`](EngleGranger::every_normalisation) all others after it. k is chosen by AIC unless given, as in
//! [`adf`](crate::unit_root::adf). p is, as there, by MacKinnon's surfaces for the number of series: `mackinnon1996-n`, the
//! headline, at the rows of the second regression; `mackinnon1996` for n → ∞; `mackinnon1994` (up to six series) an older
//! surface for n → ∞. Their critical values are MacKinnon's (2010) at the rows used, without deterministic terms those of
//! the surface of 1996. `arch` has p and critical values from arch's simulation (two to six series). Below 25 rows the
//! headline carries its simulated share of rejected true nulls, with the same terms and the same rule for the lags.
//! # Agrees with / differs from
//! - gretl `coint`: statistic and p, which is `mackinnon1996-n` with k = 0 and `mackinnon1996` with lags.
//! - statsmodels `coint`: statistic and p as `mackinnon1994`. Its critical values are at n − 1 rows whatever k, and its
//!   1 % value for two series and a constant has −33.527 where the paper has −22.527.
//! - arch `engle_granger`: statistic, p and critical values as `arch`; it chooses k by BIC unless told otherwise.
//! - R `urca::ur.df(residuals, type = "none")`: the statistic; its critical values are for a series, not for residuals.
//! # Example
//! ```
//! use yalu::cointegration::EngleGranger;
//! use yalu::{HypothesisTest, Period, Series};
//! let income = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let money = vec![8.3, 9.1, 8.7, 9.9, 10.4, 10.4, 11.1, 12.3, 11.7, 12.9, 13.5, 13.3, 14.1, 14.2, 14.7, 15.9];
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let result = EngleGranger::of(&money).on(&[&income]).lags(0).run()?;
//! assert_eq!(result.report().null, "money and income are not cointegrated");
//! assert_eq!(result.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Engle, R. F. and C. W. J. Granger (1987), *Econometrica* 55, 251–276.
//! - MacKinnon, J. G. (1996), *Journal of Applied Econometrics* 11, 601–618.
//! - MacKinnon, J. G. (2010), *Critical values for cointegration tests*, Queen's Economics Department Working Paper 1227.

use super::residuals_explode;
use super::verdict::{Verdict, verdicts};
use crate::cointegration::equation::{Equation, notes};
use crate::cointegration::setters::min_df_setter;
use crate::cointegration::size;
use crate::dist::residual_cointegration::Law;
use crate::hypothesis::{NullDistribution, Setting, reports_itself};
use crate::regression::Fit;
use crate::resampling::Rate;
use crate::unit_root::core::{Tau, tau};
use crate::unit_root::{LagOrder, Lags, Terms};
use crate::{Error, ErrorKind, Note, Outcome, Period, Series, TestReport};

/// The largest number of series with a law.
const MOST_SERIES: usize = 12;

/// Engle and Granger's test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct EngleGranger<'a> {
    y: &'a Series,
    x: Vec<&'a Series>,
    terms: Terms,
    lags: Lags,
    every: bool,
    min_df: usize,
}

impl<'a> EngleGranger<'a> {
    /// With this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self { y, x: Vec::new(), terms: Terms::default(), lags: Lags::default(), every: false, min_df: 5 }
    }

    /// The series on the right-hand side, one to eleven.
    pub fn on(mut self, x: &[&'a Series]) -> Self {
        self.x = x.to_vec();
        self
    }

    /// The deterministic terms of the long-run regression; a constant unless set.
    #[doc(alias = "trend")]
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    /// The number of lagged differences of the residuals, or the rule that chooses it; AIC up to Schwert's number unless
    /// set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// Each series on the left-hand side in turn, the one given first.
    pub fn every_normalisation(mut self) -> Self {
        self.every = true;
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If there is no other series, one stands twice or does not vary, they have no common dates, there are fewer
    /// observations than the regressions need or more than twelve series, or the series are linear combinations of one
    /// another.
    pub fn run(&self) -> Result<EngleGrangerResult, Error> {
        let mut result = self.compute()?;
        result.size = self.size(&result);
        if let Some(size) = result.size {
            let note = Note::new(format!(
                "With {} rows this test at a nominal 5 % finds a relation where there is none in {} % of samples ({}).",
                result.reports[0].sample.n,
                size::percent(size),
                size::source()
            ));
            result.reports[0].notes.push(note);
        }
        Ok(result)
    }

    /// How often the headline rejects at 5 % where there is no relation; `None` in a sample that is not short.
    fn size(&self, result: &EngleGrangerResult) -> Option<Rate> {
        let report = result.reports.first()?;
        if report.sample.n >= size::SHORT || report.p().is_none() {
            return None;
        }
        let equation = &result.normalisations[0].equation;
        let described = format!("engle-granger {:?}, {:?}, {}", self.terms, self.lags, self.min_df);
        let shape = (equation.nobs(), equation.series(), Period::annual(1));
        let [rate] = size::simulate(&described, shape, |walks: &[&Series]| {
            let (y, x) = walks.split_first()?;
            let test = EngleGranger { y, x: x.to_vec(), every: false, ..*self };
            Some([test.compute().ok()?.reports[0].rejects(size::LEVEL) == Some(true)])
        })?;
        Some(rate)
    }

    /// The test without the simulation that a short sample carries.
    fn compute(&self) -> Result<EngleGrangerResult, Error> {
        let equation = Equation::new("Engle–Granger", self.y, &self.x, self.terms)?;
        if equation.series() > MOST_SERIES {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("Engle–Granger has critical values for {MOST_SERIES} series, not {}", equation.series()),
            )
            .remedy("test fewer series at a time"));
        }
        let sides = if self.every { equation.series() } else { 1 };
        let normalisations =
            (0..sides).map(|side| self.normalised(equation.normalised_on(side))).collect::<Result<Vec<_>, _>>()?;
        let reports = normalisations.iter().flat_map(|one| self.reports(&equation, one)).collect();
        Ok(EngleGrangerResult { normalisations, reports, size: None })
    }

    fn normalised(&self, equation: Equation) -> Result<Normalisation, Error> {
        let regression = equation.fit()?;
        let residuals = regression.residuals().to_vec();
        let name = format!("residuals of {}", equation.in_words());
        let order =
            self.lags.settle(&name, &residuals, 1, |from| vec![residuals[from - 1..residuals.len() - 1].to_vec()])?;
        equation.needs("Engle–Granger", order.lags.saturating_mul(2).saturating_add(3))?;
        let tau = tau(&residuals, order.lags, &[]).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, format!("the {name} cannot be tested: their lags are collinear"))
                .remedy("use fewer lags")
        })?;
        Ok(Normalisation { equation, regression, tau, order })
    }

    fn reports(&self, given: &Equation, one: &Normalisation) -> Vec<TestReport> {
        let (equation, tau) = (&one.equation, one.tau);
        let n = equation.nobs();
        let explosions = equation.explosions();
        let given_side = equation.y().name() == self.y.name();
        let report = |convention, outcome, critical_values| TestReport {
            test: "engle-granger",
            convention,
            null: format!("{} are not cointegrated", given.names()),
            alternative: format!("{}: the residuals are stationary", equation.in_words()),
            outcome,
            critical_values,
            sample: equation.sample(n - tau.rows, n),
            settings: vec![
                Setting::new("left-hand side", equation.y().name(), if given_side { "user" } else { "every series" }),
                Setting::or_default("deterministic terms", equation.terms(), Terms::default()),
                one.order.setting(),
            ],
            notes: one.notes().into_iter().chain(explosions.clone()).collect(),
        };
        let df = tau.df.min(one.regression.df_resid());
        if df < self.min_df {
            let because = format!(
                "not identified: the long-run regression leaves {} residual degrees of freedom and the test regression {}, \
                 fewer than {}",
                one.regression.df_resid(),
                tau.df,
                self.min_df
            );
            return vec![report("mackinnon1996-n", Outcome::NotApplicable { because }, Vec::new())];
        }
        verdicts(Law::Tau, tau.statistic, equation.terms(), equation.series(), tau.rows, tau.rows)
            .into_iter()
            .map(|Verdict { convention, p, critical_values, note }| {
                let distribution = NullDistribution::NonStandard("engle-granger", "Engle–Granger");
                let outcome = Outcome::Computed { symbol: "τ", statistic: tau.statistic, distribution, p };
                let mut report = report(convention, outcome, critical_values);
                report.notes.extend(note);
                report
            })
            .collect()
    }
}

/// The test with one series on the left-hand side.
#[derive(Debug, Clone)]
struct Normalisation {
    equation: Equation,
    regression: Fit,
    tau: Tau,
    order: LagOrder,
}

impl Normalisation {
    fn notes(&self) -> Vec<Note> {
        let mut notes = notes(&self.regression);
        if self.tau.coefficient > 0.0 {
            notes.push(residuals_explode(&self.equation));
        }
        notes
    }
}

/// What came of Engle and Granger's test.
#[derive(Debug, Clone)]
pub struct EngleGrangerResult {
    normalisations: Vec<Normalisation>,
    reports: Vec<TestReport>,
    size: Option<Rate>,
}

impl EngleGrangerResult {
    /// How often the headline rejects at 5 % where there is no relation, in samples of this length with these terms and this
    /// rule for the lags; `None` from 25 rows on.
    pub fn simulated_size(&self) -> Option<Rate> {
        self.size
    }

    /// τ with the series given on the left-hand side.
    pub fn statistic(&self) -> f64 {
        self.normalisations[0].tau.statistic
    }

    /// ρ − 1 of its residuals.
    pub fn coefficient(&self) -> f64 {
        self.normalisations[0].tau.coefficient
    }

    /// The number of lagged differences of its residuals, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.normalisations[0].order
    }

    /// The long-run regression. Its coefficients are consistent if the series are cointegrated, its t statistics are not
    /// to be used: see [`long_run`](crate::cointegration::long_run).
    pub fn regression(&self) -> &Fit {
        &self.normalisations[0].regression
    }

    /// τ by the series on the left-hand side: the one given, and all others if every normalisation was asked for.
    pub fn statistics(&self) -> Vec<(&str, f64)> {
        self.normalisations.iter().map(|one| (one.equation.y().name(), one.tau.statistic)).collect()
    }
}

reports_itself!(EngleGrangerResult {
    /// Every convention of the p-value for every normalisation; the first is the headline.
});
