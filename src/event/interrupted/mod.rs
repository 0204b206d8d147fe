//! Interrupted time series: how level, slope, or one period changed at a date, and what that adds up to.
//!
//! # Hypotheses
//! H₀: none of the changes asked for is there: the series went on as it would have. Alternative: at least one is.
//! # Model
//! yₜ = α + βt + seasons + z'ₜγ + λ·post(D)ₜ + δ·(t − D)·post(D)ₜ + π·pulse(D)ₜ + uₜ: λ is the change of level, δ that of slope, π what
//! is added in D alone. The counterfactual from D on is the same without the last three; the effect at t is
//! λ + δ(t − D) + π·pulse(D)ₜ, the cumulative effect its sum from D to t.
//! # Assumptions
//! - The terms that are held (trend, seasons, z) would have gone on as they did. This cannot be tested after D.
//! - Nothing else happened at D. The regression cannot tell two events at one date apart.
//! - The event moved none of z, and was not foreseen: else the effect is in z, or before D.
//! - The errors are as asked for. Levels that wander (unit root) break both kinds: regress differences.
//! # Statistic and null distribution
//! Wald's F of all changes under the errors asked for, against F(q, n − k), the headline; each change, and the last cumulative
//! effect, as t(n − k). Every effect, sum and counterfactual is a weighted sum of coefficients, with the variance of one;
//! bands are pointwise, from t(n − k).
//! # Conventions
//! - D is the first period after the change. The slope's term is 0 in D, so that λ is the effect in D itself; a program that
//!   counts it from 1 has λ − δ for λ. A change of slope alone bends the line in D and has its first effect a period later.
//! - Level and slope unless others are [asked for](Interruption::changes); a linear trend unless [left out](Interruption::no_trend).
//! - Errors: least squares with Newey and West's covariance, ⌊4(n/100)^(2/9)⌋ lags, Bartlett weights, no prewhitening, no n/(n − k),
//!   unless others are set. With a pulse they are AR(1): a dummy for one row has a residual of zero there, so that a robust
//!   variance leaves that row's error out; it is refused.
//! - AR(1): [`GlsAr1`](crate::regression::GlsAr1), its ρ taken as known. The counterfactual is the mean path x'β, not a forecast from
//!   the last error before D.
//! - The band is that of the path, not of single observations: these scatter about it by their errors.
//! - A level or slope with fewer than `min_side` = 5 rows on a side of D, or fewer than `min_df` = 5 residual degrees of freedom,
//!   is not identified.
//! - Nominal p-values are too small where errors are autocorrelated: with 64 rows, a date in the middle and AR(1) errors, ρ = 0.5, F of
//!   level and slope rejects at 5 % in 32 % of simulated samples under the default and in 13 % under AR(1) errors. Below 60 rows
//!   every result has the rates of its own design in a note; the [placebo dates](super::placebo) do not depend on this.
//! - In logarithms effects are log points, and the cumulative effect is a sum of these.
//! # Agrees with / differs from
//! - R `lm` with `sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE)` and `vcovHC`; `nlme::gls(corAR1(), method = "ML")`, whose
//!   standard errors are the same (its default is REML); statsmodels `OLS` with `cov_type="HAC"`.
//! - R `arima(order = c(1, 0, 0), xreg)` has the same estimates, but standard errors from the Hessian with n, not n − k.
//! - statsmodels' `GLSAR` leaves the first row out and iterates: another estimate. Stata's `itsa` is `newey` or `prais` with the
//!   same regressors.
//! - R's CausalImpact has a local level that takes up changes itself: another model.
//! # Example
//! ```
//! use yalu::event::{Change, Errors, Interruption};
//! use yalu::{Period, Series};
//! let values = (0..40).map(|t| f64::from(t % 3) + if t >= 25 { 2.0 } else { 0.0 }).collect();
//! let y = Series::new("y", Period::annual(1981), values)?;
//! let result = Interruption::of(&y).at(Period::annual(2006)).changes(&[Change::Level]).run()?;
//! let level = result.coefficient(Change::Level).expect("asked for");
//! assert!((level.estimate - 2.0).abs() < 0.3);
//! let last = result.path().last().expect("a path");
//! assert!((last.cumulative.estimate - 15.0 * level.estimate).abs() < 1e-9);
//! let autoregressive = Interruption::of(&y).at(Period::annual(2006)).errors(Errors::Ar1).run()?;
//! assert!(autoregressive.autocorrelation().expect("identified") < 0.0);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Box, G. E. P. and G. C. Tiao (1975), *Journal of the American Statistical Association* 70, 70–79.
//! - Harvey, A. C. and J. Durbin (1986), *Journal of the Royal Statistical Society A* 149, 187–227.
//! - Newey, W. K. and K. D. West (1987), *Econometrica* 55, 703–708.
//! - Wagner, A. K., S. B. Soumerai, F. Zhang and D. Ross-Degnan (2002), *Journal of Clinical Pharmacy and Therapeutics* 27,
//!   299–309.

mod path;
mod result;
mod terms;
pub(super) mod words;

pub use path::{Band, EffectRow};
pub use result::InterruptionResult;
pub use terms::Change;

use super::base::{Base, Errors, Fitted, NEWEY_WEST, ONE_ROW, base_setters, default_lags};
use super::placebo::{self, PlaceboDates};
use super::small;
use crate::breaks::BreakDate;
use crate::hypothesis::Setting;
use crate::regression::Covariance;
use crate::{Design, Error, ErrorKind, Note, Series};

/// An interrupted time series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Interruption<'a> {
    pub(super) base: Base<'a>,
    changes: Option<Vec<Change>>,
    min_side: usize,
}

/// An interrupted time series that lacks its date.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.at(date)`"]
pub struct InterruptionOf<'a> {
    outcome: &'a Series,
}

impl<'a> InterruptionOf<'a> {
    /// The date; a period alone is the first after the change.
    pub fn at(self, date: impl Into<BreakDate>) -> Interruption<'a> {
        Interruption { base: Base::new(self.outcome, date.into()), changes: None, min_side: 5 }
    }
}

impl<'a> Interruption<'a> {
    /// The series that may have been interrupted.
    pub fn of(outcome: &'a Series) -> InterruptionOf<'a> {
        InterruptionOf { outcome }
    }

    /// What may have changed; level and slope unless set.
    pub fn changes(mut self, changes: &[Change]) -> Self {
        self.changes = Some(changes.to_vec());
        self
    }

    /// The rows on either side of the date below which a change of level or slope is not identified; 5 unless set.
    pub fn min_side(mut self, rows: usize) -> Self {
        self.min_side = rows;
        self
    }

    base_setters!();

    /// Estimates and tests.
    ///
    /// # Errors
    /// If the outcome does not vary or explains itself, a change is asked for twice or none is, every row lies on one side of the
    /// date, frequencies differ, regressors are collinear (named), a pulse is asked for with robust errors, or the errors cannot
    /// be had.
    pub fn run(&self) -> Result<InterruptionResult, Error> {
        let changes = self.checked()?;
        let design = match self.base.design(changes.len())? {
            Ok(design) => design,
            Err(because) => return Ok(InterruptionResult::not_identified(self, changes, because)),
        };
        let before = self.base.date.rows_before(&design)?;
        if let Some(because) = self.too_near(&changes, design.nobs(), before) {
            return Ok(InterruptionResult::not_identified(self, changes, because));
        }
        let errors = self.errors_at(&changes, design.nobs());
        let (changed, names) = Self::changed(&design, before, &changes)?;
        let fitted = Fitted::of(&changed, errors)?;
        let mut notes = fitted.notes.clone();
        notes.extend(self.notes(&changes, &design, before, errors));
        notes.extend(small::note(&changed, &names, errors));
        InterruptionResult::of(self, changes, (&design, before), fitted, notes)
    }

    /// The same at every other date at which it can be asked, and the rank of this one among them; see
    /// [`placebo`].
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn placebo_dates(&self) -> Result<PlaceboDates, Error> {
        placebo::rank(self)
    }

    /// The changes asked for, in their own order.
    pub(in crate::event) fn checked(&self) -> Result<Vec<Change>, Error> {
        let mut changes = self.changes.clone().unwrap_or_else(|| vec![Change::Level, Change::Slope]);
        changes.sort();
        if changes.is_empty() {
            return Err(
                Error::new(ErrorKind::Argument, "no change is asked for").remedy("ask for level, slope or pulse")
            );
        }
        if let Some(pair) = changes.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Error::new(ErrorKind::Argument, format!("a change of {} is asked for twice", pair[0]))
                .remedy("ask for each change once"));
        }
        if changes.contains(&Change::Pulse) {
            self.base.refuse_robust("a pulse")?;
        }
        Ok(changes)
    }

    pub(in crate::event) fn errors_at(&self, changes: &[Change], n: usize) -> Errors {
        self.base.errors(if changes.contains(&Change::Pulse) {
            Errors::Ar1
        } else {
            Errors::Ols(Covariance::newey_west(default_lags(n)))
        })
    }

    /// Why a date this near to an end says nothing of a level or a slope.
    pub(in crate::event) fn too_near(&self, changes: &[Change], n: usize, before: usize) -> Option<String> {
        let after = n - before;
        let (rows, side) = if before < after { (before, "before") } else { (after, "after") };
        let lasting = changes.iter().any(|change| *change != Change::Pulse);
        (lasting && rows < self.min_side).then(|| {
            let word = if rows == 1 { "row" } else { "rows" };
            format!(
                "not identified: {rows} {word} {side} the change at {}, fewer than {}",
                self.base.date, self.min_side
            )
        })
    }

    /// The design with the changes at a date that leaves this many rows before it, and their names.
    pub(in crate::event) fn changed(
        design: &Design,
        before: usize,
        changes: &[Change],
    ) -> Result<(Design, Vec<String>), Error> {
        let names = terms::names(BreakDate::with_first_after(design.stamps()[before]), changes);
        let columns = terms::columns(design, before, changes);
        Ok((design.with_columns(names.iter().cloned().zip(columns))?, names))
    }

    fn notes(&self, changes: &[Change], design: &Design, before: usize, errors: Errors) -> Vec<Note> {
        let mut notes = Vec::new();
        let side = before.min(design.nobs() - before);
        let lasting = changes.iter().any(|change| *change != Change::Pulse);
        if lasting && side < 20 && !matches!(errors, Errors::Ar1 | Errors::Ols(Covariance::Classical)) {
            notes.push(Note::new(format!(
                "robust errors need many rows on either side of the date, and one side has {side}: read the placebo dates too"
            )));
        }
        if !self.base.exogenous.is_empty() {
            notes.push(Note::new("an exogenous regressor that the event moved takes its part of the effect away"));
        }
        notes
    }

    pub(in crate::event) fn settings(&self, fitted: &Fitted, changes: &[Change]) -> Vec<Setting> {
        let pulse = changes.contains(&Change::Pulse);
        let mut settings = self.base.settings(fitted, if pulse { ONE_ROW } else { NEWEY_WEST });
        let by = if self.changes.is_some() { "user" } else { "default" };
        settings.insert(1, Setting::new("changes", terms::in_words(changes), by));
        settings
    }
}
