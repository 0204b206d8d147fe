//! Phillips and Ouliaris' tests for cointegration.
//!
//! # Hypotheses
//! H₀: the series are not cointegrated. Alternative: they are. Zα and Zt ask whether the residuals of the long-run
//! regression have a unit root, Pu and Pz whether their level varies as that of an integrated series does.
//! # Model
//! yₜ = d'ₜδ + x'ₜβ + uₜ by least squares on all n dates; Zα and Zt from ûₜ = αûₜ₋₁ + kₜ; Pu and Pz from the residuals ξₜ of
//! zₜ = (yₜ, x'ₜ)' on dₜ and zₜ₋₁.
//! # Assumptions
//! As [`engle_granger`](super::engle_granger), with autocorrelation of any form that dies out: the long-run variances take
//! it up, not lags.
//! # Statistic and null distribution
//! With λ and s² the strictly one-sided and the two-sided kernel sums of the autocovariances of kₜ, Ω that of ξₜ:
//! Zα = n(α̂ − 1) − n²λ/Σû²ₜ₋₁; Zt = (α̂ − 1 − nλ/Σû²ₜ₋₁) √(Σû²ₜ₋₁)/s; Pu = n ω₁₁·₂/(n⁻¹Σû²ₜ); Pz = n tr(Ω M⁻¹), M the second
//! moments of zₜ less its deterministic terms. Small Zα and Zt, large Pu and Pz reject. Pz does not depend on which series
//! is on the left; the others do.
//! # Conventions
//! n is the number of dates everywhere, as in the paper; the sums over kₜ and ξₜ have n − 1 terms and are divided by n.
//! Without deterministic terms M is of zₜ − z₁, since the law is that of a process that starts at zero. The kernel is
//! Bartlett's with ⌊4 (n/100)^(2/9)⌋ lags unless set (n there is the n − 1 rows). In the limit Zt and Zα have the laws of
//! the τ and z of [`engle_granger`](super::engle_granger): conventions ending in `mackinnon1996-n` (that of Zt is the
//! headline) by MacKinnon's (1996) surface at the n − 1 rows, in `mackinnon1996` and `mackinnon1994` for n → ∞. Of 2,000 pairs of
//! random walks of 51 observations the first rejects 6.4 % at a nominal 5 % (Zα: 5.6 %), the limit 8.6 % (Zα: 2.8 %), without
//! autocovariances. Those ending in
//! `arch` have arch's simulated laws, two to six series.
//! # Agrees with / differs from
//! - arch `phillips_ouliaris`: all four, with p and critical values as the conventions ending in `arch`. It chooses the
//!   bandwidth by Newey and West's (1994) rule unless given one.
//! - R `urca::ca.po`: conventions ending in `urca`. Its Pu has n − 1 for n, so is (n − 1)/n times ours; its Pz takes M of
//!   the raw levels, which changes when a constant is added to a series, and is compared to the same table all the same:
//!   with a constant and two random walks of 500 observations that start at zero a nominal 5 % is 1 %, ours 4 %.
//! - R `tseries::po.test`: convention `Za-tseries`, n − 1 for n; by default with ⌊n/100⌋ lags, often none.
//! # Example
//! ```
//! use yalu::cointegration::PhillipsOuliaris;
//! use yalu::{HypothesisTest, Period, Series};
//! let income = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let money = vec![8.3, 9.1, 8.7, 9.9, 10.4, 10.4, 11.1, 12.3, 11.7, 12.9, 13.5, 13.3, 14.1, 14.2, 14.7, 15.9];
//! let income = Series::new("income", Period::annual(2001), income)?;
//! let money = Series::new("money", Period::annual(2001), money)?;
//! let result = PhillipsOuliaris::of(&money).on(&[&income]).run()?;
//! assert_eq!(result.report().null, "money and income are not cointegrated");
//! assert_eq!(result.convention("Zt-mackinnon1996-n").map(|report| report.rejects(0.05)), Some(Some(true)));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - MacKinnon, J. G. (1996), *Journal of Applied Econometrics* 11, 601–618.
//! - Phillips, P. C. B. and S. Ouliaris (1990), *Econometrica* 58, 165–193.

use super::residuals_explode;
use super::system::Statistics;
use super::verdict::{Verdict, verdicts};
use crate::cointegration::equation::{Equation, notes};
use crate::cointegration::long_run::covariance::Window;
use crate::cointegration::setters::{min_df_setter, window_setters};
use crate::dist::dickey_fuller::Terms;
use crate::dist::residual_cointegration::{self as law, Law, published};
use crate::hypothesis::{CriticalValue, NullDistribution, PValue, Setting, finds_conventions, reports_itself};
use crate::regression::Fit;
use crate::{Error, ErrorKind, Note, Outcome, Series, TestReport};

/// Phillips and Ouliaris' tests; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct PhillipsOuliaris<'a> {
    y: &'a Series,
    x: Vec<&'a Series>,
    terms: Terms,
    window: Window,
    min_df: usize,
}

impl<'a> PhillipsOuliaris<'a> {
    /// With this series on the left-hand side; say `.on(…)` next.
    pub fn of(y: &'a Series) -> Self {
        Self { y, x: Vec::new(), terms: Terms::default(), window: Window::default(), min_df: 5 }
    }

    /// The series on the right-hand side, one to five.
    pub fn on(mut self, x: &[&'a Series]) -> Self {
        self.x = x.to_vec();
        self
    }

    /// The deterministic terms of both regressions; a constant unless set.
    #[doc(alias = "trend")]
    #[doc(alias = "demean")]
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    window_setters!(window);

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If there is no other series, one stands twice or does not vary, they have no common dates, there are too few
    /// observations or more than six series, the bandwidth is none for this kernel, or the series are linear combinations
    /// of one another.
    pub fn run(&self) -> Result<PhillipsOuliarisResult, Error> {
        let equation = Equation::new("Phillips–Ouliaris", self.y, &self.x, self.terms)?;
        if equation.series() > law::MOST_SERIES {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("Phillips–Ouliaris has laws for {} series, not {}", law::MOST_SERIES, equation.series()),
            )
            .remedy("test fewer series at a time, or use Engle–Granger"));
        }
        // The system regresses on one more series than the equation.
        equation.needs("Phillips–Ouliaris", equation.width() + 3)?;
        let regression = equation.fit()?;
        let statistics = Statistics::of(&equation, &regression, self.window)?;
        let reports = self.reports(&equation, &regression, &statistics);
        Ok(PhillipsOuliarisResult { statistics, regression, reports })
    }

    fn reports(&self, equation: &Equation, regression: &Fit, found: &Statistics) -> Vec<TestReport> {
        let n = equation.nobs();
        let mut notes = notes(regression);
        if found.z.coefficient > 0.0 {
            notes.push(residuals_explode(equation));
        }
        notes.extend(equation.explosions());
        let report = |law: Law, convention, outcome, critical_values| {
            let mut settings = vec![
                Setting::new("left-hand side", equation.y().name(), "user"),
                Setting::or_default("deterministic terms", equation.terms(), Terms::default()),
            ];
            let of_residuals = matches!(law, Law::Zt | Law::ZAlpha);
            settings.extend(self.window.settings(if of_residuals { found.z.width } else { found.width }));
            TestReport {
                test: "phillips-ouliaris",
                convention,
                null: format!("{} are not cointegrated", equation.names()),
                alternative: format!("{} are cointegrated", equation.names()),
                outcome,
                critical_values,
                sample: equation.sample(0, n),
                settings,
                notes: notes.clone(),
            }
        };
        let df = n - 1 - equation.width() - 1;
        if df < self.min_df {
            let because = format!(
                "not identified: {} coefficients on {} rows leave {df} residual degrees of freedom, fewer than {}",
                equation.width() + 1,
                n - 1,
                self.min_df
            );
            return vec![report(Law::Zt, "Zt-mackinnon1996-n", Outcome::NotApplicable { because }, Vec::new())];
        }
        let rows = own(equation, found).into_iter().chain(others(equation, found));
        rows.map(|Row { law, convention, statistic, p, critical_values, note }| {
            let distribution = NullDistribution::NonStandard("phillips-ouliaris", "Phillips–Ouliaris");
            let outcome = Outcome::Computed { symbol: symbol(law), statistic, distribution, p };
            let mut report = report(law, convention, outcome, critical_values);
            report.notes.extend(note);
            report
        })
        .collect()
    }
}

/// One statistic under one convention.
struct Row {
    law: Law,
    convention: &'static str,
    statistic: f64,
    p: PValue,
    critical_values: Vec<CriticalValue>,
    note: Option<Note>,
}

/// The four statistics with every law there is for them.
fn own(equation: &Equation, found: &Statistics) -> Vec<Row> {
    let (terms, series, n) = (equation.terms(), equation.series(), equation.nobs());
    [(Law::Zt, found.z.t), (Law::ZAlpha, found.z.alpha), (Law::Pu, found.pu), (Law::Pz, found.pz)]
        .into_iter()
        .flat_map(|(law, statistic)| {
            let row = move |Verdict { convention, p, critical_values, note }| Row {
                law,
                convention: named(law, convention),
                statistic,
                p,
                critical_values,
                note,
            };
            verdicts(law, statistic, terms, series, n - 1, n).into_iter().map(row)
        })
        .collect()
}

/// Other programs' variants with the printed tables, where there is one.
fn others(equation: &Equation, found: &Statistics) -> Vec<Row> {
    let (terms, series) = (equation.terms(), equation.series());
    let raw_moments = (terms != Terms::None).then(|| {
        Note::new(
            "urca's Pz takes the moments of the raw levels: it changes when a constant is added to a series and seldom \
         reaches its critical values. It is here for comparison, not for inference.",
        )
    });
    [
        (Law::ZAlpha, "Za-tseries", found.z_alpha_tseries, None),
        (Law::Pu, "Pu-urca", found.pu_urca, None),
        (Law::Pz, "Pz-urca", found.pz_urca, raw_moments),
    ]
    .into_iter()
    .filter_map(|(law, convention, statistic, note)| {
        let p = published::p_value(law, statistic, terms, series)?.into();
        let at = |level| published::critical_value(law, terms, series, level);
        let critical_values = CriticalValue::at_levels(&law::LEVELS, at);
        Some(Row { law, convention, statistic, p, critical_values, note })
    })
    .collect()
}

fn symbol(law: Law) -> &'static str {
    match law {
        Law::Tau => "τ",
        Law::ZAlpha => "Zα",
        Law::Zt => "Zt",
        Law::Pu => "Pu",
        Law::Pz => "Pz",
    }
}

/// The statistic and whose law it is compared to.
fn named(law: Law, whose: &str) -> &'static str {
    match (law, whose) {
        (Law::Zt, "mackinnon1996-n") => "Zt-mackinnon1996-n",
        (Law::Zt, "mackinnon1996") => "Zt-mackinnon1996",
        (Law::Zt, "mackinnon1994") => "Zt-mackinnon1994",
        (Law::Zt, _) => "Zt-arch",
        (Law::ZAlpha, "mackinnon1996-n") => "Za-mackinnon1996-n",
        (Law::ZAlpha, "mackinnon1996") => "Za-mackinnon1996",
        (Law::ZAlpha, _) => "Za-arch",
        (Law::Pu, _) => "Pu-arch",
        (Law::Pz, _) => "Pz-arch",
        (Law::Tau, _) => "tau",
    }
}

/// What came of Phillips and Ouliaris' tests.
#[derive(Debug, Clone)]
pub struct PhillipsOuliarisResult {
    statistics: Statistics,
    regression: Fit,
    reports: Vec<TestReport>,
}

impl PhillipsOuliarisResult {
    /// Zt.
    pub fn z_t(&self) -> f64 {
        self.statistics.z.t
    }

    /// Zα.
    pub fn z_alpha(&self) -> f64 {
        self.statistics.z.alpha
    }

    /// Pu.
    pub fn p_u(&self) -> f64 {
        self.statistics.pu
    }

    /// Pz.
    pub fn p_z(&self) -> f64 {
        self.statistics.pz
    }

    /// The long-run regression.
    pub fn regression(&self) -> &Fit {
        &self.regression
    }
}

finds_conventions!(PhillipsOuliarisResult);
reports_itself!(PhillipsOuliarisResult {
    /// Every statistic under every convention, such as `Pz-arch`; the first is the headline.
});
