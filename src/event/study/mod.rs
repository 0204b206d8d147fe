//! An event study of one series: period by period around the date, how far it lay from where it would have been.
//!
//! # Hypotheses
//! H₀ of the leads: in the periods just before the date the series lay where the rest of the sample puts it. Alternative: it was
//! off already, so that the event was foreseen or something else came first. H₀ of the lags: the same from the date on.
//! # Model
//! yₜ = α + βt + seasons + z'ₜγ + Σ τₕ·pulse(D + h)ₜ + uₜ, h from −`leads` to `lags`: each τₕ is what its period lies above the path
//! that the other periods give, and no shape is laid upon them.
//! # Assumptions
//! Those of the [interrupted time series](super::interrupted). The periods outside the window are the comparison, those after it too: an
//! effect that outlasts the window bends the path. End the data with the window if it does.
//! # Statistic and null distribution
//! Wald's F of the leads and of the lags against F(q, n − k); each τₕ as t(n − k).
//! # Conventions
//! - Horizon 0 is the date's own period and counts among the lags. Periods of the window outside the sample are refused.
//! - Each τₕ rests on one period, so robust variances leave its error out and are refused: AR(1) errors unless the classical
//!   covariance is asked for. There F of the lags at the end of the sample is Chow's forecast test.
//! - One period's error does not average out: that τₕ is near normal is an assumption about uₜ, not a limit.
//! - Fewer than `min_df` = 5 residual degrees of freedom is not identified.
//! # Agrees with / differs from
//! R `lm` and `nlme::gls(corAR1(), method = "ML")`, statsmodels `OLS`, with the dummies written out. Event studies of panels (R fixest's
//! `i(time, treat)`, Stata's `eventdd`) compare treated with other units and leave one lead out as the base; with one series there
//! is no such base, and none is left out.
//! # Example
//! ```
//! use yalu::event::EventStudy;
//! use yalu::{Period, Series};
//! let values = (0..60).map(|t| f64::from(t * t % 7) + if (30..33).contains(&t) { 9.0 } else { 0.0 }).collect();
//! let y = Series::new("y", Period::annual(1951), values)?;
//! let study = EventStudy::of(&y).at(Period::annual(1981)).leads(2).lags(4).run()?;
//! assert_eq!(study.leads().and_then(|report| report.rejects(0.05)), Some(false));
//! assert_eq!(study.lags().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - MacKinlay, A. C. (1997), *Journal of Economic Literature* 35, 13–39.
//! - Salkever, D. S. (1976), *Journal of Econometrics* 4, 393–397.

mod result;

pub use result::{EventStudyResult, StudyRow};

use ndarray::Array1;

use super::base::{Base, Errors, Fitted, ONE_ROW, base_setters};
use super::small;
use crate::breaks::BreakDate;
use crate::hypothesis::Setting;
use crate::{Error, ErrorKind, Sample, Series};

/// An event study; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct EventStudy<'a> {
    base: Base<'a>,
    leads: usize,
    lags: usize,
}

/// An event study that lacks its date.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.at(date)`"]
pub struct EventStudyOf<'a> {
    outcome: &'a Series,
}

impl<'a> EventStudyOf<'a> {
    /// The date; a period alone is the first after the event.
    pub fn at(self, date: impl Into<BreakDate>) -> EventStudy<'a> {
        EventStudy { base: Base::new(self.outcome, date.into()), leads: 4, lags: 4 }
    }
}

impl<'a> EventStudy<'a> {
    /// The series the event may have moved.
    pub fn of(outcome: &'a Series) -> EventStudyOf<'a> {
        EventStudyOf { outcome }
    }

    /// Periods before the date with a coefficient of their own; 4 unless set, 0 for none.
    pub fn leads(mut self, periods: usize) -> Self {
        self.leads = periods;
        self
    }

    /// Periods after the date's own with one; 4 unless set, 0 for the date's own alone.
    pub fn lags(mut self, periods: usize) -> Self {
        self.lags = periods;
        self
    }

    base_setters!();

    /// Estimates and tests.
    ///
    /// # Errors
    /// If the outcome does not vary or explains itself, the window leaves the sample, frequencies differ, regressors are collinear
    /// (named), robust errors are asked for, or the errors cannot be had.
    pub fn run(&self) -> Result<EventStudyResult, Error> {
        self.base.refuse_robust("a dummy for one period")?;
        let width = self.leads.saturating_add(self.lags).saturating_add(1);
        if width > self.base.outcome.len() {
            return Err(self.beyond(self.base.outcome.sample()));
        }
        let design = match self.base.design(width)? {
            Ok(design) => design,
            Err(because) => return Ok(EventStudyResult::not_identified(self, because)),
        };
        let before = self.base.date.rows_before(&design)?;
        if self.leads > before || before + self.lags >= design.nobs() {
            return Err(self.beyond(design.sample()));
        }
        let names: Vec<String> = self.horizons().map(|horizon| format!("event({horizon:+})")).collect();
        let column = |row: usize| Array1::from_shape_fn(design.nobs(), |t| f64::from(u8::from(t == row)));
        let columns = (before - self.leads..=before + self.lags).map(column);
        let studied = design.with_columns(names.iter().cloned().zip(columns))?;
        let errors = self.base.errors(Errors::Ar1);
        let fitted = Fitted::of(&studied, errors)?;
        let mut notes = fitted.notes.clone();
        notes.extend(small::note(&studied, &names[self.leads..], errors));
        EventStudyResult::of(self, (&design, before), &fitted, &names, notes)
    }

    fn horizons(&self) -> impl Iterator<Item = i64> {
        -(self.leads as i64)..=self.lags as i64
    }

    fn beyond(&self, sample: Sample) -> Error {
        Error::new(
            ErrorKind::Sample,
            format!(
                "{} periods before and {} after {} leave the sample {sample}",
                self.leads, self.lags, self.base.date
            ),
        )
        .remedy("use fewer leads or lags")
    }
}

impl EventStudy<'_> {
    /// How far it reaches, and who said so.
    fn window(&self) -> Setting {
        let by = if (self.leads, self.lags) == (4, 4) { "default" } else { "user" };
        Setting::new("window", format!("−{} to +{}", self.leads, self.lags), by)
    }
}
