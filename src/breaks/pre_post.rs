//! A regression before and after a date: what the coefficients were, what they are, and by how much they changed.
//!
//! # Hypotheses
//! H₀: no coefficient that may change does. Alternative: at least one does.
//! # Model
//! y = x'β + (x·post(D))'δ + u, with post(D) = 1 from D on: β holds before, β + δ after, δ is the change. All
//! coefficients may change, the constant among them, unless [some](PrePost::changing) are named.
//! # Assumptions
//! Those of the covariance asked for; D comes from outside the data.
//! # Statistic and null distribution
//! Wald's W on δ = 0 under the covariance asked for: W/q against F(q, n − k), W against χ²(q). Each change by itself:
//! t(n − k).
//! # Conventions
//! D is written at the data's own frequency and is the first period after the event. A change at D is evidence for the
//! event only beside other dates: compare placebo and rival dates.
//! # Agrees with / differs from
//! R: `lm(y ~ x * post)` with `lmtest::coeftest` and `car::linearHypothesis` under the same `vcov`; Stata:
//! `regress y c.x##i.post` and `testparm`. With the classical covariance and all coefficients changing, F is
//! [Chow's](super::chow). Estimates equal those of separate regressions in each regime; standard errors do not, as both
//! regimes share one error variance here.
//! # Example
//! ```
//! use yalu::breaks::PrePost;
//! use yalu::regression::Covariance;
//! use yalu::series::Calendar;
//! use yalu::{Frame, HypothesisTest, Period};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let frame = Frame::new(Calendar::From(Period::annual(2002)), 14)
//!     .with_column("exports", exports.map(Some).to_vec())?
//!     .with_column("imports", imports.map(Some).to_vec())?;
//!
//! let result = PrePost::of(&frame, "log(imports) ~ log(exports)", Period::annual(2010))?.run()?;
//! let slope = result.change("log(exports)")?;
//! assert!((slope.before.estimate + slope.change.estimate - slope.after.estimate).abs() < 1e-12);
//! assert!((result.report().statistic().unwrap() - 3.5197).abs() < 5e-5);
//! let robust = PrePost::of(&frame, "log(imports) ~ log(exports)", Period::annual(2010))?
//!     .covariance(Covariance::newey_west(1))
//!     .run()?;
//! assert_eq!(robust.change("log(exports)")?.change.estimate, slope.change.estimate);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Gujarati, D. (1970), *American Statistician* 24(1), 50–52.
//! - Chow, G. C. (1960), *Econometrica* 28, 591–605.

use ndarray::Array1;

use super::BreakDate;
use super::regimes::{Regimes, summed};
use crate::breaks::setters::changing_setter;
use crate::hypothesis::{Setting, test_table};
use crate::regression::{Coefficient, Covariance, Fit, Ols, Restriction, WaldTest};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, Frame, HypothesisTest, Period, TestReport};

/// A regression before and after a date; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct PrePost {
    design: Design,
    date: BreakDate,
    changing: Option<Vec<String>>,
    covariance: Covariance,
}

impl PrePost {
    /// The regression of a formula, without the date in it, and the first period after the break.
    ///
    /// # Errors
    /// Those of the [formula](crate::formula).
    pub fn of(frame: &Frame, formula: &str, first_after: Period) -> Result<Self, Error> {
        Ok(Self::of_design(Design::from_formula(frame, formula)?, first_after))
    }

    /// The same from a design, and a date given either way.
    pub fn of_design(design: Design, date: impl Into<BreakDate>) -> Self {
        Self { design, date: date.into(), changing: None, covariance: Covariance::Classical }
    }

    changing_setter!();

    /// The covariance of the coefficients; classical unless set.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// Estimates and tests.
    ///
    /// # Errors
    /// If all rows lie on one side of the date, a regime has too few rows or collinear regressors, a term does not exist,
    /// or the covariance cannot be had.
    pub fn run(&self) -> Result<PrePostResult, Error> {
        let terms = self.changing.clone().unwrap_or_else(|| self.design.terms().to_vec());
        let regimes = Regimes::new(&self.design, self.date.rows_before(&self.design)?);
        regimes.refuse_collinear()?;
        let names: Vec<String> = terms.iter().map(|term| self.date.changed(term)).collect();
        let columns = regimes.changes(&terms)?.into_iter().map(Array1::from_vec);
        let before = regimes.before;
        let design = self.design.with_columns(names.iter().cloned().zip(columns))?;
        let fit = Ols::fit(&design)
            .map_err(|error| error.remedy(format!("the break at {} leaves {before} rows before it", self.date)))?
            .with(self.covariance)?;
        let wald = fit.wald(&Restriction::zero(names.iter().cloned()))?;
        let changes =
            terms.iter().zip(&names).map(|(term, name)| change(&fit, term, name)).collect::<Result<_, _>>()?;
        Ok(PrePostResult { design: self.design.clone(), date: self.date, before, fit, wald, changes })
    }
}

/// A coefficient before, its change, and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its value before the break.
    pub before: Coefficient,
    /// The change: after less before.
    pub change: Coefficient,
    /// Its value after the break.
    pub after: Coefficient,
}

/// The coefficient before, the change and their sum, whose variance is that of a sum.
fn change(fit: &Fit, term: &str, name: &str) -> Result<Change, Error> {
    let (i, j) = (fit.design().position(term)?, fit.design().position(name)?);
    let mut rows = fit.tidy();
    let change = rows.swap_remove(j);
    let before = rows.swap_remove(i);
    let after = summed(fit, &[i, j], term);
    Ok(Change { before, change, after })
}

/// Coefficients before and after, and the test that none changed.
#[derive(Debug, Clone)]
pub struct PrePostResult {
    design: Design,
    date: BreakDate,
    before: usize,
    fit: Fit,
    wald: WaldTest,
    changes: Vec<Change>,
}

impl PrePostResult {
    /// Where the regimes meet.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// The regression with all changes in it.
    pub fn fit(&self) -> &Fit {
        &self.fit
    }

    /// Every coefficient that may change.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The change of one term's coefficient; an error that suggests the nearest name if there is none.
    pub fn change(&self, term: &str) -> Result<&Change, Error> {
        self.changes.iter().find(|change| change.before.term == term).ok_or_else(|| {
            Error::unknown_name(
                "term that changes",
                term,
                self.changes.iter().map(|change| change.before.term.as_str()),
            )
        })
    }

    /// The regressions of the rows before and of the rows after, each by itself under the same covariance.
    ///
    /// # Errors
    /// If a regime has no more rows than coefficients, or the covariance cannot be had from it.
    pub fn regime_fits(&self) -> Result<[Fit; 2], Error> {
        let fit = |rows| Ols::fit(&self.design.rows(rows)?)?.with(self.fit.covariance());
        Ok([fit(0..self.before)?, fit(self.before..self.design.nobs())?])
    }

    /// Wald's F and χ² that nothing changed.
    pub fn reports(&self) -> [TestReport; 2] {
        let terms: Vec<&str> = self.changes.iter().map(|change| change.before.term.as_str()).collect();
        let what = format!("the coefficients of {} in the equation of `{}`", terms.join(", "), self.design.response());
        let when = format!("up to {} and from {} on", self.date.last_before, self.date.first_after);
        self.wald.reports().map(|report| {
            let mut settings = vec![Setting::new("break", self.date.to_string(), "user")];
            settings.extend(report.settings);
            TestReport {
                test: "pre-post",
                null: format!("{what} are the same {when}"),
                alternative: format!("{what} are not all the same {when}"),
                settings,
                ..report
            }
        })
    }

    /// Every changing coefficient before and after with its change, and the test.
    pub fn tables(&self) -> Vec<Table> {
        let title = format!("`{}` before and after {}", self.design.response(), self.date);
        let mut table = Table::new("pre-post", title).column(Column::text("term", "Term"));
        for (name, header) in [("before", "Before"), ("after", "After"), ("change", "Change")] {
            table = table.column(Column::number(name, header)).column(Column::number(format!("{name}_se"), "(s.e.)"));
        }
        table = table.column(Column::number("change_p", "p of the change"));
        for change in &self.changes {
            let mut row = vec![Cell::text(change.before.term.clone())];
            for coefficient in [&change.before, &change.after, &change.change] {
                row.push(Cell::number(coefficient.estimate, NumberFormat::Significant(4)));
                row.push(Cell::in_parentheses(coefficient.std_error, NumberFormat::Significant(3)));
            }
            row.push(Cell::p_value(change.change.p_value));
            table.push_row(row);
        }
        let rows = [self.before, self.design.nobs() - self.before];
        table = table
            .note(format!("{}: {} rows before, {} after.", self.design.sample(), rows[0], rows[1]))
            .note(format!("Standard errors: {}.", self.fit.covariance()));
        vec![table, test_table(&self.reports())]
    }
}

/// The headline: F that nothing changed.
impl HypothesisTest for PrePostResult {
    fn report(&self) -> TestReport {
        let [f, _] = self.reports();
        f
    }
}

shows_itself!(PrePostResult => tables);
