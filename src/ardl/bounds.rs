//! The bounds test of a level relation.
//!
//! # Hypotheses
//! H₀: no level relation between the response and the regressors: in the error-correction model the coefficients of
//! yₜ₋₁ and of the regressors' levels are zero, and so is the constant in case II and the trend in case IV (F); the
//! coefficient of yₜ₋₁ is zero (t). Alternative: they are not.
//! # Model
//! Δyₜ = d'ₜδ + φ yₜ₋₁ + Σⱼ θ'ⱼ xⱼ,ₜ₋₁ + lagged differences + γ'zₜ + uₜ, an [ARDL](super) with Δyₜ on the left. The regressors may
//! be I(0), I(1), or some of each.
//! # Assumptions
//! No regressor is I(2); errors without autocorrelation, so enough lags; at most one level relation, in which the response
//! is the variable that adjusts. F and t together: if F rejects and t does not, the relation may be degenerate (the
//! regressors' levels matter, but the response does not adjust).
//! # Statistic and null distribution
//! F of the zero restrictions and t of φ, both from RSS/(n − k). Under H₀ their laws lie between one for I(0) and one for
//! I(1) regressors: four reports, `F-I1` (the headline), `F-I0`, `t-I1`, `t-I0`. F above its I(1) bound (t below) rejects
//! whatever the orders of integration; F below its I(0) bound (t above) does not reject whatever they are; between the two
//! nothing can be said without knowing them.
//! # Conventions
//! Bounds are [simulated](super::simulation) for the regression at hand unless set: its rows, lags, dummies and case, 20,000
//! draws, seed 1. `Bounds::Pss` takes the asymptotic tables of Pesaran, Shin and Smith (2001), in which k counts the
//! regressors and not the response, `Bounds::Narayan` those of Narayan (2005) for 30 to 80 rows; p-values are interpolated
//! inside tables and are bounds where they end. In cases II and IV t is not reported, since it does not test the restricted term; it is that of cases III and V. Seasonal
//! dummies, break dummies and other fixed regressors are in the model under H₀ and under the alternative. Fewer than 5
//! residual degrees of freedom are "not identified".
//! # Agrees with / differs from
//! - R, ARDL: `bounds_f_test` and `bounds_t_test` have the same statistics; their bounds are simulated without the model's
//!   lags (`exact = TRUE`: at its number of rows; otherwise 1,000 rows), and the p-value is that of I(1).
//! - statsmodels, `UECM.bounds_test`: the same F without fixed regressors, but it estimates the model again without
//!   seasonal and fixed terms; and it reads its tables one row too far, counting the response as a regressor, so its
//!   bounds are too small.
//! - Stata, `estat ectest` after `ardl`: the same statistics; bounds from response surfaces of Kripfganz and Schneider (2020).
//! # Example
//! ```
//! use yalu::ardl::{Ardl, Bounds, Case};
//! use yalu::{HypothesisTest, Period, Series};
//! let start = Period::annual(1990);
//! let x = [1.2, 1.9, 1.5, 2.6, 3.1, 2.8, 3.9, 4.4, 4.0, 5.1, 5.9, 5.5, 6.2, 7.1, 6.8, 7.7, 8.1, 8.9, 8.4, 9.3];
//! let y = [2.1, 3.0, 3.3, 4.1, 5.6, 5.9, 6.7, 8.3, 8.6, 9.2, 11.1, 11.6, 12.0, 13.5, 14.1, 14.6, 15.9, 16.8, 17.2, 17.9];
//! let (x, y) = (Series::new("income", start, x.to_vec())?, Series::new("spending", start, y.to_vec())?);
//! let model = Ardl::of(&y).on(&[&x]).orders(1, &[1]).case(Case::III).run()?;
//!
//! let test = model.bounds(Bounds::Simulated { draws: 2000, seed: 1 })?;
//! assert_eq!(test.report().convention, "F-I1");
//! assert_eq!(test.report().null, "no level relation of spending with income: no lagged level matters");
//! assert!(test.in_words(0.05)?.starts_with("At 5 %, by F = "));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Pesaran, M. H., Y. Shin and R. J. Smith (2001), *Journal of Applied Econometrics* 16, 289–326.
//! - Narayan, P. K. (2005), *Applied Economics* 37, 1979–1990.
//! - Kripfganz, S. and D. C. Schneider (2020), *Oxford Bulletin of Economics and Statistics* 82, 1456–1481.

use super::result::ArdlResult;
use super::simulation::{BoundsSimulation, SimulatedBounds};
use super::statistic::{Statistics, statistics};
use super::words;
use crate::dist::pss::{Bound, Case, LEVELS, Statistic, asymptotic, narayan};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, finds_conventions, reports_itself, test_table};
use crate::table::{NumberFormat, Table};
use crate::{Error, Note, Outcome, PValue, TestReport};

/// Where the laws at I(0) and I(1) come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bounds {
    /// Asymptotic tables of Pesaran, Shin and Smith (2001).
    Pss,
    /// Tables of Narayan (2005): F in cases II to V, 30 to 80 rows, up to 7 regressors.
    Narayan,
    /// Simulated for the regression at hand: its rows, lags, fixed regressors and case.
    Simulated {
        /// Draws; the Monte Carlo error of a p-value is √(p(1 − p)/draws).
        draws: usize,
        /// The seed.
        seed: u64,
    },
}

impl Default for Bounds {
    fn default() -> Self {
        Self::Simulated { draws: 20_000, seed: 1 }
    }
}

/// Critical values and p-values, wherever they come from.
enum Laws {
    Pss(Case, usize),
    Narayan(Case, usize, usize),
    Simulated(SimulatedBounds),
}

impl Laws {
    /// Critical values and the p-value; why there are none where a table has none.
    fn of(&self, statistic: Statistic, value: f64, bound: Bound) -> Result<(Vec<CriticalValue>, PValue), String> {
        let listed = |values: Vec<(f64, f64)>| {
            values.into_iter().map(|(level, value)| CriticalValue { level, value }).collect::<Vec<_>>()
        };
        match self {
            Self::Pss(case, k) => {
                let values = asymptotic::critical_values(statistic, *case, *k, bound);
                let p = asymptotic::p_value(statistic, value, *case, *k, bound);
                let (Some(values), Some(p)) = (values, p) else {
                    return Err(format!(
                        "the tables of Pesaran, Shin and Smith (2001) end at {} regressors and the model has {k}; simulate \
                         the bounds",
                        asymptotic::MOST_REGRESSORS
                    ));
                };
                Ok((listed(LEVELS.into_iter().zip(values).collect()), p.into()))
            }
            Self::Narayan(case, k, rows) => {
                let p = narayan::p_value(value, *case, *k, *rows, bound).filter(|_| statistic == Statistic::F);
                let p = p.ok_or_else(|| {
                    let (fewest, most) = narayan::OBSERVATIONS;
                    format!(
                        "Narayan (2005) has F in cases II to V, {fewest} to {most} rows and up to {} regressors, not \
                         {statistic} in case {case} with {rows} rows and {k} regressor{}; simulate the bounds",
                        narayan::MOST_REGRESSORS,
                        if *k == 1 { "" } else { "s" }
                    )
                })?;
                Ok((listed(narayan::critical_values(*case, *k, *rows, bound)), p.into()))
            }
            Self::Simulated(law) => {
                let values = LEVELS.map(|level| (level, law.critical_value(statistic, bound, level)));
                Ok((listed(values.to_vec()), law.p_value(statistic, value, bound).into()))
            }
        }
    }
}

/// What came of a bounds test.
#[derive(Debug, Clone)]
pub struct BoundsTest {
    case: Case,
    regressors: usize,
    found: Option<Statistics>,
    reports: Vec<TestReport>,
}

impl BoundsTest {
    pub(super) fn of(model: &ArdlResult, bounds: Bounds) -> Result<Self, Error> {
        let fit = model.error_correction();
        let found = if fit.df_resid() < model.min_df { None } else { tested(model) };
        let reports = match found {
            None => vec![refused(model, bounds)],
            Some(found) => reports(model, bounds, found)?,
        };
        Ok(Self { case: model.case(), regressors: model.regressors().len(), found, reports })
    }

    /// F; `None` if not identified.
    pub fn f(&self) -> Option<f64> {
        self.found.map(|found| found.f)
    }

    /// t of the response's lagged level, in every case; `None` if not identified.
    pub fn t(&self) -> Option<f64> {
        self.found.map(|found| found.t)
    }

    /// The number of restrictions of F, and residual degrees of freedom; `None` if not identified.
    pub fn df(&self) -> Option<(usize, usize)> {
        self.found.map(|found| (found.df_num, found.df_den))
    }

    /// The case.
    pub fn case(&self) -> Case {
        self.case
    }

    /// k: the regressors in levels, the response not counted.
    pub fn regressors(&self) -> usize {
        self.regressors
    }

    /// F and t against both bounds: `F-I1`, `F-I0`, `t-I1`, `t-I0`; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The critical value of one convention at 10, 5, 2.5 or 1 %.
    pub fn critical_value(&self, convention: &str, level: f64) -> Option<f64> {
        let values = &self.convention(convention)?.critical_values;
        values.iter().find(|critical| (critical.level - level).abs() < 1e-9).map(|critical| critical.value)
    }

    /// What F, and then t, say at this level: rejected whatever the regressors' order of integration (0 or 1), not rejected
    /// whatever it is, or inconclusive.
    ///
    /// # Errors
    /// If the level is not between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        words::verdict(self, level)
    }

    /// Both statistics against both bounds, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

/// The statistics, from the error-correction regressors with the tested ones moved to the end.
fn tested(model: &ArdlResult) -> Option<Statistics> {
    let (design, places) = (model.error_correction().design(), model.places);
    let order = (places.after_levels()..design.terms().len())
        .chain(0..places.deterministic)
        .chain(places.regressors())
        .chain([places.response()]);
    let columns: Vec<Vec<f64>> = order.map(|j| design.x().column(j).to_vec()).collect();
    let y = design.y().to_vec();
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).chain([y.as_slice()]).collect();
    let kept = columns.len() - places.levels - 1 - model.case().restricted();
    statistics(&slices, kept)
}

/// The one report of a test that gives no number.
fn refused(model: &ArdlResult, bounds: Bounds) -> TestReport {
    let fit = model.error_correction();
    let because = if fit.df_resid() < model.min_df {
        format!(
            "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {}",
            fit.nobs(),
            fit.nterms(),
            fit.df_resid(),
            model.min_df
        )
    } else {
        format!("not identified: the regressors reproduce {} exactly", model.response())
    };
    TestReport { outcome: Outcome::NotApplicable { because }, ..template(model, bounds, Statistic::F) }
}

fn reports(model: &ArdlResult, bounds: Bounds, found: Statistics) -> Result<Vec<TestReport>, Error> {
    let (case, k) = (model.case(), model.regressors().len());
    let laws = match bounds {
        Bounds::Pss => Laws::Pss(case, k),
        Bounds::Narayan => Laws::Narayan(case, k, model.sample().n),
        Bounds::Simulated { draws, seed } => Laws::Simulated(simulation(model).draws(draws).seed(seed).run()?),
    };
    let small = if bounds == Bounds::Pss { size_of_tables(model)? } else { None };
    let mut reports = Vec::new();
    for (statistic, value) in [(Statistic::F, found.f), (Statistic::T, found.t)] {
        if statistic == Statistic::T && case.restricted() > 0 {
            continue;
        }
        for bound in [Bound::I1, Bound::I0] {
            let (convention, distribution, symbol) = names(statistic, bound);
            let mut report = TestReport { convention, ..template(model, bounds, statistic) };
            match laws.of(statistic, value, bound) {
                Ok((critical_values, p)) => {
                    report.outcome = Outcome::Computed { symbol, statistic: value, distribution, p };
                    report.critical_values = critical_values;
                    report.notes.extend(small.clone());
                }
                Err(because) => report.outcome = Outcome::NotApplicable { because },
            }
            reports.push(report);
        }
    }
    Ok(reports)
}

/// Under this number of rows a simulation says how wrong asymptotic bounds are; under the next one, that they are.
const FEW_ROWS: usize = 20;
const MANY_ROWS: usize = 100;

/// What must be known of asymptotic bounds at these rows; for few, how often the 5 % bound of F rejects a true null.
fn size_of_tables(model: &ArdlResult) -> Result<Option<Note>, Error> {
    let (case, k, rows) = (model.case(), model.regressors().len(), model.sample().n);
    let Some([_, bound, ..]) = asymptotic::critical_values(Statistic::F, case, k, Bound::I1) else { return Ok(None) };
    if rows >= MANY_ROWS {
        return Ok(None);
    }
    if rows >= FEW_ROWS {
        return Ok(Some(Note::new(format!(
            "The bounds are asymptotic and the rows are {rows}: a true null is rejected more often than they promise. \
             Simulated bounds are for this regression."
        ))));
    }
    let share = simulation(model).draws(2000).run()?.p_value(Statistic::F, bound, Bound::I1).value();
    Ok(Some(Note::new(format!(
        "The bounds are asymptotic: F is beyond the 5 % bound for I(1) regressors in {} % of 2000 simulated samples without \
         a level relation that have these {rows} rows, lags and terms. Simulated bounds are for this regression.",
        NumberFormat::Decimals(1).format(100.0 * share)
    ))))
}

/// Bounds for the regression at hand.
fn simulation(model: &ArdlResult) -> BoundsSimulation {
    let design = model.error_correction().design();
    let fixed = (design.terms().len() - model.places.fixed..design.terms().len())
        .map(|j| design.x().column(j).to_vec())
        .collect();
    BoundsSimulation::new(model.case(), model.regressors().len(), design.nobs()).orders(model.orders()).fixed(fixed)
}

fn template(model: &ArdlResult, bounds: Bounds, statistic: Statistic) -> TestReport {
    let (null, alternative) = words::hypotheses(model, statistic);
    let (from, by) = match bounds {
        Bounds::Pss => ("asymptotic, Pesaran, Shin and Smith (2001)".to_owned(), "user"),
        Bounds::Narayan => ("for small samples, Narayan (2005)".to_owned(), "user"),
        Bounds::Simulated { draws, seed } => {
            let by = if bounds == Bounds::default() { "default" } else { "user" };
            (format!("simulated for this regression, {draws} draws, seed {seed}"), by)
        }
    };
    let mut settings = model.settings().to_vec();
    settings.push(Setting::new("bounds", from, by));
    let mut notes = model.notes();
    if model.speed_of_adjustment().estimate > 0.0 {
        notes.push(Note::new(format!(
            "{} moves away from the level relation, not towards it: the coefficient of its lagged level is positive.",
            model.response()
        )));
    }
    TestReport {
        test: "ardl-bounds",
        convention: "F-I1",
        null,
        alternative,
        outcome: Outcome::NotApplicable { because: String::new() },
        critical_values: Vec::new(),
        sample: model.sample(),
        settings,
        notes,
    }
}

/// The convention, the law and the symbol.
fn names(statistic: Statistic, bound: Bound) -> (&'static str, NullDistribution, &'static str) {
    match (statistic, bound) {
        (Statistic::F, Bound::I0) => ("F-I0", NullDistribution::NonStandard("pss-f-i0", "I(0) bound"), "F"),
        (Statistic::F, Bound::I1) => ("F-I1", NullDistribution::NonStandard("pss-f-i1", "I(1) bound"), "F"),
        (Statistic::T, Bound::I0) => ("t-I0", NullDistribution::NonStandard("pss-t-i0", "I(0) bound"), "t"),
        (Statistic::T, Bound::I1) => ("t-I1", NullDistribution::NonStandard("pss-t-i1", "I(1) bound"), "t"),
    }
}

finds_conventions!(BoundsTest);
reports_itself!(BoundsTest);
