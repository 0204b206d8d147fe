//! Gregory and Hansen's tests for cointegration when the long-run equation may have shifted once, at an unknown date.
//!
//! # Hypotheses
//! H₀: the series are not cointegrated. Alternative: they are, in an equation whose level (and trend or slopes) may have
//! shifted once. A rejection does not show that there was a shift: it may be cointegration without one.
//! # Model
//! With φₜ = 1 after the break and 0 up to it: C, yₜ = μ₁ + μ₂φₜ + x'ₜβ + uₜ; C/T adds a trend; C/S lets the slopes shift,
//! x'ₜβ₁ + x'ₜβ₂φₜ; C/S/T the slopes and the trend.
//! # Assumptions
//! As [`engle_granger`](super::engle_granger) but for the shift; the date lies in the middle 70 % of the sample, for which
//! the critical values were simulated.
//! # Statistic and null distribution
//! For every date the residuals' τ (as Engle and Granger's) and bias-corrected Zt and Zα; ADF*, Zt* and Zα* are the
//! smallest over the dates. Their laws depend on the model and the number of regressors; small values reject.
//! # Conventions
//! The last observation before the break runs from ⌊0.15 n⌋ to ⌊0.85 n⌋; both it and the first after are reported. Lags of
//! τ are chosen afresh at each date unless given. ρ̂ is corrected as in the paper: Σ(ûₜûₜ₊₁ − λ) over the n − 1 pairs, λ with
//! divisor n, which takes n − 1 times λ off where [`phillips_ouliaris`](super::phillips_ouliaris) takes n. The kernel is
//! Bartlett's with ⌊4 (n/100)^(2/9)⌋ lags unless set. p is linear between the printed 1, 5 and 10 % and a bound beyond.
//! The printed values are asymptotic: with independent random walks of 100 observations and one regressor a nominal 5 %
//! is 6 to 10 % for ADF* and Zt*, by the model, and 1 to 2 % for Zα*.
//! # Agrees with / differs from
//! A second implementation in plain numpy from the paper's equations; no program that could be installed has the test.
//! The GAUSS library tspdlib trims 10 % unless told otherwise and takes Zα and Zt without Phillips' correction (`varm = 1`).
//! # Example
//! ```
//! use yalu::cointegration::{GregoryHansen, residual::Shift};
//! use yalu::{HypothesisTest, Period, Series};
//! let income = vec![
//!     4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9, 8.1, 7.8, 8.4, 8.8, 8.6, 9.1,
//! ];
//! let noise = [0.1, -0.1, 0.0, 0.2, -0.2, 0.1, -0.1, 0.1, 0.0, -0.2, 0.1];
//! let money = income.iter().enumerate().map(|(t, x)| x + noise[t % 11] + if t < 9 { 0.0 } else { 3.0 }).collect();
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let result = GregoryHansen::of(&money).on(&[&income]).shift(Shift::Level).lags(0).run()?;
//! assert_eq!(result.adf().date.to_string(), "2009|2010");
//! assert_eq!(result.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Gregory, A. W. and B. E. Hansen (1996), *Journal of Econometrics* 70, 99–126.
//! - Gregory, A. W. and B. E. Hansen (1996), *Oxford Bulletin of Economics and Statistics* 58, 555–560.

pub use crate::dist::gregory_hansen::Shift;

use super::shift::Search;
use super::z;
use crate::breaks::BreakDate;
use crate::cointegration::equation::{Equation, notes};
use crate::cointegration::long_run::covariance::Window;
use crate::cointegration::setters::{min_df_setter, window_setters};
use crate::dist::gregory_hansen as law;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::unit_root::core::tau;
use crate::unit_root::{Lags, Terms};
use crate::{Error, ErrorKind, Outcome, Series, TestReport};

/// Gregory and Hansen's tests; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct GregoryHansen<'a> {
    y: &'a Series,
    x: Vec<&'a Series>,
    shift: Shift,
    lags: Lags,
    window: Window,
    min_df: usize,
}

/// One of the three statistics, and the date at which it is smallest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Smallest {
    /// The statistic.
    pub statistic: f64,
    /// The date.
    pub date: BreakDate,
    /// The number of lagged differences at that date; `None` for Zt* and Zα*.
    pub lags: Option<usize>,
    /// The bandwidth at that date; `None` for ADF*.
    pub bandwidth: Option<f64>,
}

/// The three statistics at one date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AtDate {
    /// The date.
    pub date: BreakDate,
    /// τ of the residuals.
    pub adf: f64,
    /// The number of lagged differences in it.
    pub lags: usize,
    /// Zt of the residuals.
    pub z_t: f64,
    /// Zα of the residuals.
    pub z_alpha: f64,
    /// The bandwidth in both.
    pub bandwidth: f64,
}

/// The share of the sample at each end in which no break is looked for.
const TRIM: f64 = 0.15;

impl<'a> GregoryHansen<'a> {
    /// With this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self { y, x: Vec::new(), shift: Shift::default(), lags: Lags::default(), window: Window::default(), min_df: 5 }
    }

    /// The series on the right-hand side, one to four.
    pub fn on(mut self, x: &[&'a Series]) -> Self {
        self.x = x.to_vec();
        self
    }

    /// What may have shifted; the level unless set.
    #[doc(alias = "model")]
    pub fn shift(mut self, shift: Shift) -> Self {
        self.shift = shift;
        self
    }

    /// The number of lagged differences of the residuals, or the rule that chooses it at each date; AIC up to Schwert's
    /// number unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    window_setters!(window);

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If there is no other series or more than four, one stands twice or does not vary, they have no common dates, there
    /// are too few observations, the bandwidth is none for this kernel, or no date identifies the equation.
    pub fn run(&self) -> Result<GregoryHansenResult, Error> {
        let equation = Equation::new("Gregory–Hansen", self.y, &self.x, self.terms())?;
        let regressors = equation.x().len();
        if regressors > law::MOST_REGRESSORS {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("Gregory–Hansen has critical values for {} regressors, not {regressors}", law::MOST_REGRESSORS),
            )
            .remedy("test fewer series at a time"));
        }
        equation.needs("Gregory–Hansen", self.coefficients(&equation) + 2)?;
        // The same refusals, in the same words, as without a shift.
        let notes = notes(&equation.fit()?);
        let path = self.path(&equation)?;
        let smallest = |value: fn(&AtDate) -> f64, of_lags: bool| {
            let best = path.iter().min_by(|a, b| value(a).total_cmp(&value(b)));
            best.map(|at| Smallest {
                statistic: value(at),
                date: at.date,
                lags: of_lags.then_some(at.lags),
                bandwidth: (!of_lags).then_some(at.bandwidth),
            })
        };
        let found = [smallest(|at| at.adf, true), smallest(|at| at.z_t, false), smallest(|at| at.z_alpha, false)];
        let [Some(adf), Some(z_t), Some(z_alpha)] = found else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("no date of a shift identifies the equation of {}", equation.in_words()),
            )
            .remedy("let fewer coefficients shift, or give a longer sample"));
        };
        let mut result = GregoryHansenResult { adf, z_t, z_alpha, path, reports: Vec::new() };
        result.reports = self.reports(&equation, &result);
        result.reports.iter_mut().for_each(|report| report.notes.extend(notes.clone()));
        Ok(result)
    }

    fn terms(&self) -> Terms {
        match self.shift {
            Shift::Level | Shift::Regime => Terms::Constant,
            Shift::LevelWithTrend | Shift::RegimeAndTrend => Terms::Trend,
        }
    }

    /// The coefficients of the long-run regression, those after the shift among them.
    fn coefficients(&self, equation: &Equation) -> usize {
        equation.width()
            + match self.shift {
                Shift::Level | Shift::LevelWithTrend => 1,
                Shift::Regime => 1 + equation.x().len(),
                Shift::RegimeAndTrend => 2 + equation.x().len(),
            }
    }

    /// The statistics at every date that identifies the equation.
    fn path(&self, equation: &Equation) -> Result<Vec<AtDate>, Error> {
        let n = equation.nobs();
        let Some(search) = Search::new(equation, self.shift) else { return Ok(Vec::new()) };
        let stamps = equation.stamps(0, n);
        let name = format!("residuals of {}", equation.in_words());
        // A bare product would lose the last date to rounding where it is whole: 0.15 × 100 is below 15.
        let first = ((TRIM * n as f64 + 1e-9) as usize).max(1);
        let last = (((1.0 - TRIM) * n as f64 + 1e-9) as usize).min(n - 1);
        let mut path = Vec::with_capacity(last.saturating_sub(first) + 1);
        for before in first..=last {
            let Some(residuals) = search.residuals(before) else { continue };
            let before_last = &residuals[..n - 1];
            let order = self.lags.settle(&name, &residuals, 1, |from| vec![before_last[from - 1..].to_vec()])?;
            equation.needs("Gregory–Hansen", order.lags.saturating_mul(2).saturating_add(3))?;
            let Some(tau) = tau(&residuals, order.lags, &[]) else { continue };
            let z = z::statistics(&residuals, self.window, n as f64, (n - 1) as f64)?;
            let date = BreakDate { last_before: stamps[before - 1], first_after: stamps[before] };
            path.push(AtDate {
                date,
                adf: tau.statistic,
                lags: order.lags,
                z_t: z.t,
                z_alpha: z.alpha,
                bandwidth: z.width,
            });
        }
        path.retain(|at| [at.adf, at.z_t, at.z_alpha].iter().all(|value| value.is_finite()));
        Ok(path)
    }

    fn reports(&self, equation: &Equation, found: &GregoryHansenResult) -> Vec<TestReport> {
        let (n, notes) = (equation.nobs(), equation.explosions());
        let report = |convention, smallest: &Smallest, outcome, critical_values| {
            let mut settings = vec![
                Setting::new("left-hand side", equation.y().name(), "user"),
                Setting::new(
                    "shift",
                    words(self.shift),
                    if self.shift == Shift::default() { "default" } else { "user" },
                ),
                Setting::new("break", smallest.date.to_string(), "smallest statistic"),
            ];
            settings.extend(smallest.lags.map(|lags| Setting::new("lags", lags.to_string(), self.lags_chosen_by())));
            settings.extend(smallest.bandwidth.map(|width| self.window.settings(width)).into_iter().flatten());
            TestReport {
                test: "gregory-hansen",
                convention,
                null: format!("{} are not cointegrated", equation.names()),
                alternative: format!(
                    "{} are cointegrated, with one shift of the {}",
                    equation.names(),
                    words(self.shift)
                ),
                outcome,
                critical_values,
                sample: equation.sample(0, n),
                settings,
                notes: notes.clone(),
            }
        };
        let lags = found.adf.lags.unwrap_or(0);
        let df = (n - self.coefficients(equation)).min(n - 2 - 2 * lags);
        if df < self.min_df {
            let because = format!(
                "not identified: {} coefficients and {lags} lags on {n} observations leave {df} residual degrees of freedom, \
                 fewer than {}",
                self.coefficients(equation),
                self.min_df
            );
            return vec![report("ADF*", &found.adf, Outcome::NotApplicable { because }, Vec::new())];
        }
        let all = [("ADF*", &found.adf, false), ("Zt*", &found.z_t, false), ("Za*", &found.z_alpha, true)];
        all.into_iter()
            .filter_map(|(symbol, smallest, alpha)| {
                let regressors = equation.x().len();
                let p = law::p_value(smallest.statistic, self.shift, alpha, regressors)?.into();
                let distribution = NullDistribution::NonStandard("gregory-hansen", "Gregory–Hansen");
                let outcome = Outcome::Computed { symbol, statistic: smallest.statistic, distribution, p };
                let at = |level| law::critical_value(self.shift, alpha, regressors, level);
                Some(report(symbol, smallest, outcome, CriticalValue::at_levels(&law::LEVELS, at)))
            })
            .collect()
    }

    fn lags_chosen_by(&self) -> String {
        match self.lags {
            Lags::Given(_) => "user".into(),
            Lags::Chosen { rule, .. } => format!("{rule} at that date"),
        }
    }
}

fn words(shift: Shift) -> &'static str {
    match shift {
        Shift::Level => "level",
        Shift::LevelWithTrend => "level, beside a trend",
        Shift::Regime => "level and slopes",
        Shift::RegimeAndTrend => "level, slopes and trend",
    }
}

/// What came of Gregory and Hansen's tests.
#[derive(Debug, Clone)]
pub struct GregoryHansenResult {
    adf: Smallest,
    z_t: Smallest,
    z_alpha: Smallest,
    path: Vec<AtDate>,
    reports: Vec<TestReport>,
}

impl GregoryHansenResult {
    /// ADF*.
    pub fn adf(&self) -> Smallest {
        self.adf
    }

    /// Zt*.
    pub fn z_t(&self) -> Smallest {
        self.z_t
    }

    /// Zα*.
    pub fn z_alpha(&self) -> Smallest {
        self.z_alpha
    }

    /// The three statistics at every date.
    pub fn path(&self) -> &[AtDate] {
        &self.path
    }
}

reports_itself!(GregoryHansenResult {
    /// ADF*, Zt* and Zα*; the first is the headline.
});
