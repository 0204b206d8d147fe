//! Placebo dates: the same statistic where nothing is said to have happened, and the rank of the event's among them.
//!
//! # Hypotheses
//! H₀: nothing happened at the date that did not happen at any other. Alternative: the change at the date is larger than chance finds
//! elsewhere in the same series.
//! # Model
//! The [interrupted time series](super::interrupted) with the same terms, the same errors and the same rows, once at every
//! admissible date: `min_side` rows on either side, and regressors that are not collinear.
//! # Assumptions
//! Under the null the date is as good as drawn at random from the admissible ones. Then the rank is exact, whatever the errors: that is
//! what the nominal p-value cannot say, which needs the errors to be as asked for.
//! # Statistic and null distribution
//! F of the changes at the date against F at the m others: p = (1 + #{Fⱼ ≥ F})/(1 + m). `rank`, the headline, takes F under the
//! classical covariance (under AR(1) errors, where these are asked for); `rank-robust` the F under a robust one that is asked for;
//! `nominal` is that F against F(q, n − k).
//! # Conventions
//! - A rank does not need errors that are right, but an F that varies alike at every date. The robust F does not: it is larger near
//!   the ends whatever happened. With 64 rows, level and slope, and a rank's level of 9 %, 2,000 simulated samples (of independent
//!   and of AR(1) errors, ρ = 0.6) reject at one fixed date in 5 to 13 % by the classical F, and by Newey and West's in 3 % at the
//!   middle and 33 % five rows from an end. Over dates drawn at random both are exact. Hence the headline.
//! - A tie counts against the event. The smallest p is 1/(1 + m): with fewer than 19 other dates 5 % cannot be reached, and a note
//!   says so.
//! - The event stays in the data of the others: one that was there makes its neighbours large and the test cautious, never bold.
//! - Dates that cannot be had (collinear with a dummy that is held, say) are left out and listed.
//! # Agrees with / differs from
//! No program has it under a name of its own; a loop over dates in R or Python gives the same. "In-time placebo" of synthetic controls
//! (Abadie, Diamond and Hainmueller 2015) usually means one other date.
//! # Example
//! ```
//! use yalu::event::Interruption;
//! use yalu::{HypothesisTest, Period, Series};
//! let values = (0..60).map(|t| f64::from(t * t % 7) + if t >= 30 { 9.0 } else { 0.0 }).collect();
//! let y = Series::new("y", Period::annual(1951), values)?;
//! let placebo = Interruption::of(&y).at(Period::annual(1981)).placebo_dates()?;
//! assert_eq!(placebo.dates().len(), 60 - 5 - 5);
//! assert_eq!(placebo.exceeding(), 0);
//! assert_eq!(placebo.report().p().map(|p| p.value()), Some(1.0 / 51.0));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Fisher, R. A. (1935), *The Design of Experiments*, Oliver and Boyd.
//! - Abadie, A., A. Diamond and J. Hainmueller (2015), *American Journal of Political Science* 59, 495–510.

use serde::Serialize;

use super::base::{Errors, Fitted, check_share};
use super::interrupted::words::{in_brackets, percent};
use super::interrupted::{Change, Interruption, InterruptionResult};
use crate::breaks::BreakDate;
use crate::hypothesis::{NullDistribution, Setting, test_table};
use crate::regression::{Covariance, Restriction};
use crate::resampling::{all_threads, spread};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Note, Outcome, PValue, TestReport};

/// The statistic at one other date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PlaceboDate {
    /// The first period after it.
    pub first_after: crate::Stamp,
    /// F of the changes there, under the classical covariance or AR(1) errors.
    pub statistic: f64,
    /// F under the robust covariance that is asked for, if one is.
    pub robust: Option<f64>,
    /// The nominal p-value of F under the errors asked for.
    pub p_value: f64,
}

/// The event's statistic among those at other dates.
#[derive(Debug, Clone)]
pub struct PlaceboDates {
    event: InterruptionResult,
    dates: Vec<PlaceboDate>,
    left_out: Vec<BreakDate>,
    /// How many of the dates come before the event.
    earlier: usize,
    own: Option<PlaceboDate>,
    exceeding: usize,
    /// `rank`, `rank-robust` if there is one, `nominal`.
    reports: Vec<TestReport>,
}

/// Estimates the event's regression, then all others.
pub(super) fn rank(question: &Interruption<'_>) -> Result<PlaceboDates, Error> {
    let event = question.run()?;
    let (mut dates, mut left_out, mut earlier, mut own_date) = (Vec::new(), Vec::new(), 0, None);
    if let (Some(fitted), Ok(design)) = (&event.fitted, question.base.design(event.changes.len())?) {
        let own = question.base.date.rows_before(&design)?;
        own_date = at(&design, own, &event.changes, fitted.errors);
        let admissible: Vec<usize> = (1..design.nobs())
            .filter(|before| *before != own && question.too_near(&event.changes, design.nobs(), *before).is_none())
            .collect();
        let mut found = vec![None; admissible.len()];
        spread(&mut found, all_threads(), |first, part| {
            for (cell, before) in part.iter_mut().zip(&admissible[first..]) {
                *cell = at(&design, *before, &event.changes, fitted.errors);
            }
        });
        for (before, date) in admissible.into_iter().zip(found) {
            match date {
                Some(date) => {
                    dates.push(date);
                    earlier += usize::from(before < own);
                }
                None => left_out.push(BreakDate::with_first_after(design.stamps()[before])),
            }
        }
    }
    Ok(PlaceboDates::of(event, own_date, (dates, earlier), left_out))
}

/// F at the date that leaves this many rows before it; `None` if the regression cannot be had there.
fn at(design: &Design, before: usize, changes: &[Change], errors: Errors) -> Option<PlaceboDate> {
    let (changed, names) = Interruption::changed(design, before, changes).ok()?;
    let (fit, zero) = (Fitted::of(&changed, errors).ok()?.fit, Restriction::zero(names));
    let asked = fit.wald(&zero).ok()?;
    let (statistic, robust) = match errors {
        Errors::Ar1 | Errors::Ols(Covariance::Classical) => (asked.f, None),
        Errors::Ols(_) => (fit.with(Covariance::Classical).ok()?.wald(&zero).ok()?.f, Some(asked.f)),
    };
    let finite = statistic.is_finite() && asked.f.is_finite();
    finite.then_some(PlaceboDate { first_after: design.stamps()[before], statistic, robust, p_value: asked.f_p })
}

impl PlaceboDates {
    fn of(
        event: InterruptionResult,
        own: Option<PlaceboDate>,
        (dates, earlier): (Vec<PlaceboDate>, usize),
        left_out: Vec<BreakDate>,
    ) -> Self {
        let nominal = event.report();
        let m = dates.len();
        let mut notes = Vec::new();
        if (1..19).contains(&m) {
            let least = NumberFormat::Decimals(3).format(1.0 / (1 + m) as f64);
            notes.push(Note::new(format!("{m} other dates: the rank's p-value cannot be below {least}")));
        }
        if !left_out.is_empty() {
            let names: Vec<String> = left_out.iter().map(|date| date.first_after.to_string()).collect();
            notes.push(Note::new(format!("no regression can be had at {}: left out", names.join(", "))));
        }
        let ranked = |convention, statistic: Option<f64>, exceeding: usize| TestReport {
            test: "placebo-dates",
            convention,
            null: format!("{} changed at {} no more than at any other date", event.outcome, event.date),
            alternative: format!("{} changed at {} more than chance finds elsewhere", event.outcome, event.date),
            outcome: match (statistic, &nominal.outcome) {
                (_, refused @ Outcome::NotApplicable { .. }) => refused.clone(),
                (Some(statistic), _) if m > 0 => Outcome::Computed {
                    symbol: "F",
                    statistic,
                    distribution: NullDistribution::NonStandard("placebo-dates", "placebo dates"),
                    p: PValue::Exact((1 + exceeding) as f64 / (1 + m) as f64),
                },
                _ => {
                    Outcome::NotApplicable { because: "not identified: there is no other date to compare with".into() }
                }
            },
            settings: nominal
                .settings
                .iter()
                .cloned()
                .chain([Setting::new("placebo dates", m.to_string(), "")])
                .collect(),
            notes: notes.clone(),
            ..nominal.clone()
        };
        let plain = own.map(|date| date.statistic);
        let exceeding = dates.iter().filter(|date| Some(date.statistic) >= plain).count();
        let mut reports = vec![ranked("rank", plain, exceeding)];
        if let Some(robust) = own.and_then(|date| date.robust) {
            let above = dates.iter().filter(|date| date.robust >= Some(robust)).count();
            reports.push(ranked("rank-robust", Some(robust), above));
        }
        reports.push(TestReport { convention: "nominal", ..nominal.clone() });
        Self { event, dates, left_out, earlier, own, exceeding, reports }
    }

    /// The interrupted time series at the event's own date.
    pub fn event(&self) -> &InterruptionResult {
        &self.event
    }

    /// Every other date at which the statistic could be had, in order of time.
    pub fn dates(&self) -> &[PlaceboDate] {
        &self.dates
    }

    /// Admissible dates at which it could not.
    pub fn left_out(&self) -> &[BreakDate] {
        &self.left_out
    }

    /// The statistic at the event's own date; `None` if it is not identified.
    pub fn own(&self) -> Option<&PlaceboDate> {
        self.own.as_ref()
    }

    /// How many of the dates have a statistic as large as the event's.
    pub fn exceeding(&self) -> usize {
        self.exceeding
    }

    /// The other date with the largest statistic.
    pub fn largest(&self) -> Option<&PlaceboDate> {
        self.dates.iter().max_by(|a, b| a.statistic.total_cmp(&b.statistic))
    }

    /// `rank`; `rank-robust` where a robust covariance is asked for; `nominal`, from F(q, n − k).
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The rank beside the nominal p-value, and where the statistic is largest.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        let (rank, nominal) = (&self.reports[0], self.event.report());
        let (outcome, date) = (&self.event.outcome, self.event.date);
        let (Some(p), Some(largest)) = (rank.p(), self.largest()) else {
            return Ok(format!("Placebo dates for {date}: {}.", in_brackets(&rank.outcome)));
        };
        let statistic = |value: f64| NumberFormat::Decimals(2).format(value);
        let verdict = match (rank.rejects(level) == Some(true), nominal.rejects(level) == Some(true)) {
            (true, _) => "stands out among the other dates",
            (false, true) => {
                "does not stand out among the other dates, though its nominal p-value is below the level: \
                 the errors are not what that p-value takes them to be, or the series changed at other dates too"
            }
            (false, false) => "does not stand out among the other dates",
        };
        Ok(format!(
            "At {}, the change of {outcome} at {date} {verdict}: its {} of {} is reached at {} of {} (rank p = {}; nominal {}). The largest other is {} at {}.",
            percent(level),
            if self.own.is_some_and(|date| date.robust.is_some()) { "classical F" } else { "F" },
            statistic(rank.statistic().unwrap_or(f64::NAN)),
            if self.exceeding == 0 { "none".to_owned() } else { self.exceeding.to_string() },
            self.dates.len(),
            NumberFormat::Decimals(4).format(p.value()),
            in_brackets(&nominal.outcome),
            statistic(largest.statistic),
            largest.first_after
        ))
    }

    /// The two p-values side by side.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    /// The statistic at every date, the event's marked.
    pub fn dates_table(&self) -> Table {
        let mut table = Table::new("placebo-dates", format!("`{}`: the same F at every date", self.event.outcome))
            .column(Column::text("first_after", "First after"))
            .column(Column::number("statistic", "F"))
            .column(Column::number("robust", "Robust F"))
            .column(Column::number("p_value", "Nominal p"))
            .column(Column::text("event", "Event"));
        let mut all: Vec<(PlaceboDate, &str)> = self.dates.iter().map(|date| (*date, "")).collect();
        if let Some(own) = self.own {
            all.insert(self.earlier, (own, "event"));
        }
        for (date, mark) in all {
            table.push_row([
                Cell::text(date.first_after.to_string()),
                Cell::number(date.statistic, NumberFormat::Decimals(2)),
                date.robust.map_or(Cell::Empty, |robust| Cell::number(robust, NumberFormat::Decimals(2))),
                Cell::p_value(date.p_value),
                Cell::text(mark),
            ]);
        }
        table
    }
}

/// The headline: the rank.
impl HypothesisTest for PlaceboDates {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(PlaceboDates => table);
