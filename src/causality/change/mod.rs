//! Does one series Granger-cause another *differently* after a date?
//!
//! # Hypotheses
//! H₀ of the change: the coefficients of the cause's lags in the effect's equation are the same before and after the date.
//! Alternative: at least one differs. Beside it stand the two hypotheses that are often told in its place: that they are all zero
//! before, and that they are all zero after. Both directions are tested, and that neither changed.
//! # Model
//! Granger's equation with every coefficient once before the date and with its change from the date on:
//! yₜ = z'ₜγ + Σ βᵢ xₜ₋ᵢ + postₜ·(z'ₜη + Σ δᵢ xₜ₋ᵢ) + uₜ, zₜ being the constant, the effect's own lags and all that is held. A row
//! belongs to the regime of its effect's date. H₀ is δ = 0; before, β = 0; after, β + δ = 0.
//! # Assumptions
//! Those of the covariance asked for, and stationary series. The date comes from outside the data: for one read off them the
//! p-value is too small.
//! # Statistic and null distribution
//! Wald's W over its number of restrictions against F(p, T − k) (`change`, the headline) and W against χ²(p) (`change-chi2`);
//! `before` and `after` are F in the same regression. That neither direction changed, `both`: W of the 2p changes in both
//! equations over 2p, against F(2p, 2(T − k)), the equations' errors being correlated; for the classical covariance, HC0 and HC1.
//! # Conventions
//! - z changes too unless [`others`](CausalityChange::others) says otherwise: with coefficients that are held equal but are not,
//!   the test can find *their* change, where the levels of both series shift, say. It costs as many degrees of freedom as z has terms.
//! - Fewer residual degrees of freedom than [`min_df`](CausalityChange::min_df), or a regime that cannot identify its
//!   coefficients, is "not identified".
//! - A date that the data are to show is [searched for](ChangeOf::at_unknown_date), and the p-value is that of the search.
//! - Below 20 rows a simulation says how often the test rejects a true null.
//! # Agrees with / differs from
//! R: `lm(y ~ (y1 + x1) * post)` and `car::linearHypothesis` on the interactions; Stata: `regress` with `c.x1#i.post` and
//! `testparm`; the change of all coefficients at once is [Chow's test](crate::breaks::chow). No program has it under a name of
//! its own. "Not significant before, significant after" is not this test: the difference between the two need not be
//! significant (Gelman and Stern 2006).
//! # Example
//! ```
//! use yalu::causality::CausalityChange;
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(1).replication(0);
//! let x: Vec<f64> = (0..200).map(|_| stream.standard_normal()).collect();
//! // From the hundredth month on, y follows x.
//! let y = (0..200).map(|t| stream.standard_normal() + if t >= 100 { 0.8 * x[t - 1] } else { 0.0 }).collect();
//! let start: Period = "2000-01".parse()?;
//! let (x, y) = (Series::new("x", start, x)?, Series::new("y", start, y)?);
//! let change = CausalityChange::cause(&x).effect(&y).at(start.plus(100)).lags(1).run()?;
//! assert_eq!(change.forward().report().rejects(0.001), Some(true));
//! assert_eq!(change.forward().before().rejects(0.05), Some(false));
//! assert_eq!(change.backward().report().rejects(0.05), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Chow, G. C. (1960), *Econometrica* 28, 591–605.
//! - Gelman, A. and H. Stern (2006), *American Statistician* 60, 328–331.
//! - Granger, C. W. J. (1969), *Econometrica* 37, 424–438.

mod direction;
mod joint;
mod result;
mod search;
mod small;
mod words;

pub use result::{CausalityChangeResult, ChangeTest};
pub use search::{CausalitySearch, CausalitySearchResult};

use super::setters::model_setters;
use super::spec::Spec;
use crate::breaks::BreakDate;
use crate::hypothesis::Setting;
use crate::regression::Covariance;
use crate::{Error, Series};

/// Which of the other coefficients may change at the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Others {
    /// All of them.
    #[default]
    MayChange,
    /// The constant alone: the level may shift.
    Constant,
    /// None.
    #[doc(alias = "partial")]
    Fixed,
}

impl std::fmt::Display for Others {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::MayChange => "may change too",
            Self::Constant => "the constant may change too",
            Self::Fixed => "do not change",
        })
    }
}

/// A test of a change in causality; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct CausalityChange<'a> {
    cause: &'a Series,
    effect: &'a Series,
    date: BreakDate,
    spec: Spec<'a>,
    others: Others,
    covariance: Covariance,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct ChangeCause<'a> {
    cause: &'a Series,
}

/// A test that lacks its date.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.at(date)`"]
pub struct ChangeOf<'a> {
    cause: &'a Series,
    effect: &'a Series,
}

impl<'a> ChangeCause<'a> {
    /// The series that may be predicted.
    pub fn effect(self, effect: &'a Series) -> ChangeOf<'a> {
        ChangeOf { cause: self.cause, effect }
    }
}

impl<'a> ChangeOf<'a> {
    /// The date; a period alone is the first after the change.
    pub fn at(self, date: impl Into<BreakDate>) -> CausalityChange<'a> {
        let (cause, effect) = (self.cause, self.effect);
        let others = Others::default();
        let covariance = Covariance::Classical;
        CausalityChange { cause, effect, date: date.into(), spec: Spec::new(), others, covariance }
    }

    /// A search for the date.
    #[doc(alias = "sup")]
    pub fn at_unknown_date(self) -> CausalitySearch<'a> {
        CausalitySearch::of(self.cause, self.effect)
    }
}

impl<'a> CausalityChange<'a> {
    /// The series that may help to predict.
    pub fn cause(cause: &'a Series) -> ChangeCause<'a> {
        ChangeCause { cause }
    }

    /// Which coefficients beside the cause's may change; all unless set.
    pub fn others(mut self, others: Others) -> Self {
        self.others = others;
        self
    }

    /// The covariance of the coefficients; classical unless set.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// d further lags of every series, which are not tested, for series integrated of this order; none unless set.
    pub fn integration(mut self, order: usize) -> Self {
        (self.spec.extra, self.spec.extra_by) = (order, "user");
        self
    }

    model_setters!();

    /// Tests both directions.
    ///
    /// # Errors
    /// As [`Granger::run`](super::Granger::run); if more than one number of lags is given, the date is of another frequency than
    /// the series, or every row lies on one side of it.
    pub fn run(&self) -> Result<CausalityChangeResult, Error> {
        CausalityChangeResult::of(self)
    }

    /// The settings that are this test's own.
    fn settings(&self) -> Vec<Setting> {
        vec![
            Setting::new("change", self.date.to_string(), "user"),
            Setting::or_default("other coefficients", self.others, Others::MayChange),
        ]
    }
}
