//! Chow's test at a date that was known beforehand.
//!
//! # Hypotheses
//! H₀: the coefficients are the same before and after the date. Alternative: at least one of them differs.
//! # Model
//! A linear regression, y on k regressors, on n rows of which n₁ lie before the break and n₂ after; either all
//! coefficients or [some of them](Chow::changing) may change.
//! # Assumptions
//! The error variance is the same in both regimes, without autocorrelation (otherwise use
//! [`pre_post`](super::pre_post) with a robust covariance), and the date comes from outside the data: for a date read
//! off the data this p-value is too small.
//! # Statistic and null distribution
//! - *Breakpoint*: F = ((RSS − RSS₁ − RSS₂)/q) ÷ ((RSS₁ + RSS₂)/(n − k − q)) against F(q, n − k − q), where q = k if all
//!   coefficients may change.
//! - *Predictive*, when one regime has fewer rows than coefficients: F = ((RSS − RSS₁)/n₂) ÷ (RSS₁/(n₁ − k)) against
//!   F(n₂, n₁ − k), the regime with enough rows being the one estimated. It tests whether the other's rows are predicted.
//! # Conventions
//! The headline is F; beside it `chi2-wald` (q·F), `chi2-ml` (n·ΔRSS/RSS) and `lr`. A break is a
//! [`BreakDate`] that names the last period before and the first after. A regime in which regressors
//! are collinear, or fewer than 5 residual degrees of freedom in all, is "not identified".
//! # Agrees with / differs from
//! - R, `strucchange::sctest(y ~ x, type = "Chow", point = b)`: b is the number of rows before; F and p agree.
//! - R, `strucchange::sctest(Fstats(…, from = b, to = b))` (1.5-3): compares k·F with F(k, n − 2k); its p is wrong for
//!   k > 1.
//! - gretl, `chow`: takes the first observation after; its F is ours, its asymptotic χ² is `chi2-wald`.
//! - Stata, `estat sbknown, breaks(D)`: D is the first period after; Wald's χ², which is `chi2-wald`.
//! - statsmodels has no Chow test; `compare_f_test` of the two models gives F.
//! # Example
//! ```
//! use yalu::breaks::{BreakDate, Chow};
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let log = |values: [f64; 14]| values.map(f64::ln).to_vec();
//! let exports = Series::new("exports", Period::annual(2002), log(exports))?;
//! let imports = Series::new("imports", Period::annual(2002), log(imports))?;
//!
//! let design = Design::of(&imports).constant().regressor(&exports).build()?;
//! let chow = Chow::of(&design).at(BreakDate::with_first_after(Period::annual(2010))).run()?;
//! let report = chow.report();
//! assert!((report.statistic().unwrap() - 3.5197).abs() < 5e-5);
//! assert!((report.p().unwrap().value() - 0.0696).abs() < 5e-5);
//! assert_eq!(report.null, "the 2 coefficients of `imports` are the same up to 2009 and from 2010 on");
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Chow, G. C. (1960), *Econometrica* 28, 591–605.
//! - Fisher, F. M. (1970), *Econometrica* 38, 361–366.

use super::BreakDate;
use super::regimes::Regimes;
use crate::breaks::setters::changing_setter;
use crate::hypothesis::{Setting, test_table, too_few_df};
use crate::regression::NestedComparison;
use crate::table::{Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Outcome, Sample, TestReport};

/// Chow's test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Chow<'a> {
    design: &'a Design,
    changing: Option<Vec<String>>,
    min_df: usize,
}

/// A test with its date.
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct ChowAt<'a> {
    chow: Chow<'a>,
    date: BreakDate,
}

impl<'a> Chow<'a> {
    /// A test of all coefficients of this design.
    pub fn of(design: &'a Design) -> Self {
        Self { design, changing: None, min_df: 5 }
    }

    changing_setter!();

    /// The residual degrees of freedom below which the test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// The date of the break; a period alone is the first after it.
    pub fn at(self, date: impl Into<BreakDate>) -> ChowAt<'a> {
        ChowAt { chow: self, date: date.into() }
    }
}

/// Which form of the test the regimes allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChowForm {
    /// Both regimes are estimated.
    Breakpoint,
    /// One regime has fewer rows than coefficients: it is predicted from the other.
    Predictive,
}

/// What came of Chow's test.
#[derive(Debug, Clone, PartialEq)]
pub struct ChowResult {
    date: BreakDate,
    form: ChowForm,
    rows: [usize; 2],
    reports: Vec<TestReport>,
}

impl ChowAt<'_> {
    /// Tests.
    ///
    /// # Errors
    /// If all rows lie on one side of the date, the date is of another frequency, a term to change does not exist, or the
    /// regressors are collinear over all rows.
    pub fn run(&self) -> Result<ChowResult, Error> {
        let design = self.chow.design;
        let regimes = Regimes::new(design, self.date.rows_before(design)?);
        regimes.refuse_collinear()?;
        let (form, added) = match &self.chow.changing {
            None if regimes.shorter().len() < regimes.terms() => (ChowForm::Predictive, regimes.pulses()),
            None => (ChowForm::Breakpoint, regimes.changes(design.terms())?),
            Some(terms) => (ChowForm::Breakpoint, regimes.changes(terms)?),
        };
        let reports = self.reports(form, self.compare(&regimes, &added));
        Ok(ChowResult { date: self.date, form, rows: [regimes.before, regimes.after()], reports })
    }

    /// The comparison with the added columns, or why there is none.
    fn compare(&self, regimes: &Regimes<'_>, added: &[Vec<f64>]) -> Result<NestedComparison, String> {
        let (n, k, terms) = (self.chow.design.nobs(), regimes.terms() + added.len(), self.chow.design.terms());
        let identified = if self.chow.changing.is_none() { regimes.unidentified() } else { None };
        if let Some(because) = identified {
            return Err(because);
        }
        if n < k + self.chow.min_df.max(1) {
            return Err(self.too_few(n, k));
        }
        let added: Vec<&[f64]> = added.iter().map(Vec::as_slice).collect();
        let name = |j: usize| terms.get(j).cloned().unwrap_or_else(|| "what changes after the break".into());
        NestedComparison::of_columns(&regimes.regressors(), &added, regimes.response(), name)
            .map_err(|error| format!("not identified: {}", error.message()))
    }

    fn too_few(&self, n: usize, coefficients: usize) -> String {
        too_few_df(n, coefficients, self.chow.min_df)
    }

    fn reports(&self, form: ChowForm, compared: Result<NestedComparison, String>) -> Vec<TestReport> {
        let (design, date) = (self.chow.design, self.date);
        let what = match &self.chow.changing {
            None => format!("the {} coefficients of `{}`", design.terms().len(), design.response()),
            Some(terms) => {
                format!("the coefficients of {} in the equation of `{}`", terms.join(", "), design.response())
            }
        };
        let (same, other) = (
            format!("{what} are the same up to {} and from {} on", date.last_before, date.first_after),
            format!("{what} are not all the same up to {} and from {} on", date.last_before, date.first_after),
        );
        let form_setting = match form {
            ChowForm::Breakpoint => Setting::new("form", "breakpoint: both regimes estimated", "regimes"),
            ChowForm::Predictive => {
                Setting::new("form", "predictive: the shorter regime has fewer rows than coefficients", "regimes")
            }
        };
        let settings = vec![Setting::new("break", date.to_string(), "user"), form_setting];
        let report = |(convention, outcome)| TestReport {
            test: "chow",
            convention,
            null: same.clone(),
            alternative: other.clone(),
            outcome,
            critical_values: Vec::new(),
            sample: design.sample(),
            settings: settings.clone(),
            notes: design.notes().to_vec(),
        };
        match compared {
            Err(because) => vec![report(("F", Outcome::NotApplicable { because }))],
            Ok(nested) => nested.outcomes().into_iter().map(report).collect(),
        }
    }
}

impl ChowResult {
    /// Where the regimes meet.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// Which form of the test the regimes allowed.
    pub fn form(&self) -> ChowForm {
        self.form
    }

    /// Rows before and after the break.
    pub fn rows(&self) -> [usize; 2] {
        self.rows
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.reports[0].sample
    }

    /// Every convention; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

/// The headline: F.
impl HypothesisTest for ChowResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(ChowResult => table);
