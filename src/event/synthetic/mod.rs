//! Synthetic control: one treated unit against a weighted average of units that were not.
//!
//! # Hypotheses
//! The estimate itself tests nothing. [`placebo_units`](SyntheticControl::placebo_units) does: H₀ the event moved the treated unit no
//! more than it would have moved any other; alternative: it did.
//! # Model
//! With T₀ periods before the date, w = argmin Σ_{t ≤ T₀} (y₁ₜ − Σⱼ wⱼyⱼₜ)² over wⱼ ≥ 0, Σwⱼ = 1. The synthetic unit is Σⱼ wⱼyⱼₜ in every
//! period, the effect y₁ₜ less it.
//! # Assumptions
//! The donors were not touched by the event, not even through the treated unit; what moves them moves the treated unit with the
//! weights found before the date; nothing else happened to it, and nobody foresaw the event. A good fit over many periods speaks
//! for the second, a bad one against it; nothing in the data speaks for the others.
//! # Statistic and null distribution
//! Root of the mean squared gap (RMSPE) after the date over that before. Every unit is treated in turn with all others as its donors:
//! p = (1 + #{ratioⱼ ≥ ratio₁})/(1 + J), exact where under the null the treated unit is as good as drawn at random from the J + 1.
//! With J donors no p is below 1/(J + 1).
//! # Conventions
//! - All periods before the date count alike, and the outcome is the only predictor, unless [`predictors`](SyntheticControl::predictors) are
//!   named. Then w = argmin Σₖ vₖ(x₁ₖ − Σⱼ wⱼxⱼₖ)²/sₖ², sₖ the standard deviation over the treated unit and its donors, and v is given or minimises
//!   RMSPE before the date (Nelder and Mead's simplex by argmin, from two starts). No v does better than the outcome alone: a note says how
//!   near the search comes to that.
//! - The weights are the exact optimum (Wolfe 1976), not a numerical search's; `optimality` says by how much the squared gap could at
//!   most still fall. Whether other weights are as good is found out and said.
//! - Placebo units: the treated unit is a donor of the others (as Abadie, Diamond and Hainmueller 2010 do), so that all J + 1 are
//!   treated alike. `rank-donors-only` leaves it out, `rank-effect` ranks the mean effect's size instead. A tie counts against the event; a placebo matched
//!   exactly before has an infinite ratio and counts against it too.
//! - A treated unit matched exactly has no ratio: "not identified".
//! - A note says where the treated unit lies outside what the donors span, and where RMSPE before is over a quarter of the standard
//!   deviation of the outcome in those periods: a rule of thumb of ours.
//! - Periods: those that all units have; a gap inside is refused.
//! # Agrees with / differs from
//! R `nnls` with a heavy row for the sum; cvxpy's Clarabel; kernlab's `ipop`, which Synth calls, where it converges; pysyncon to the five
//! digits of its search; with predictors and given v the same certified optima. Searches for v differ: on Texas' prisons pysyncon's ends
//! at an RMSPE of 1,495, the published weights of Stata's `synth` have 1,277, ours 863, the least there can be. R Synth and pysyncon divide each predictor by its standard deviation over units, so that periods in which
//! units lie close together count for more; `synthdid` adds a penalty and stops its search early
//! ([conventions](crate::guide::conventions)).
//! # Example
//! ```
//! use yalu::event::SyntheticControl;
//! use yalu::series::CsvOptions;
//! use yalu::{HypothesisTest, Panel, Period};
//! let mut text = String::from("year,town,y\n");
//! for year in 1991..2011 {
//!     let (t, wave) = (f64::from(year - 1990), f64::from(year * year % 7));
//!     let a = 0.3 * t + 0.5 * (0.5 * wave + 10.0 + t) + 0.5 * (20.0 - wave) + if year >= 2006 { 3.0 } else { 0.0 };
//!     text += &format!("{year},A,{a}\n{year},B,{}\n{year},C,{}\n", 10.0 + 1.3 * t + 0.5 * wave, 20.0 + 0.3 * t - wave);
//!     text += &format!("{year},D,{}\n{year},E,{}\n", 5.0 + t + wave, 30.0 - wave * 0.2 + 0.1 * t);
//! }
//! let panel = Panel::from_csv_text(&text, "towns.csv", "town", &CsvOptions::default())?;
//! let question = SyntheticControl::of("y").treated("A").at(Period::annual(2006));
//! let result = question.run(&panel)?;
//! assert_eq!(result.weights()[0].unit, "B");
//! assert!((result.weights()[0].weight - 0.5).abs() < 1e-9);
//! assert!((result.average_effect() - 3.0).abs() < 1e-9);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Abadie, A. and J. Gardeazabal (2003), *American Economic Review* 93, 113–132.
//! - Abadie, A., A. Diamond and J. Hainmueller (2010), *Journal of the American Statistical Association* 105, 493–505; (2015), *American
//!   Journal of Political Science* 59, 495–510.
//! - Abadie, A. (2021), *Journal of Economic Literature* 59, 391–425.
//! - Wolfe, P. (1976), *Mathematical Programming* 11, 128–149.

mod fit;
mod nearest;
mod placebo;
mod predictors;
mod result;
mod robustness;
mod search;
mod words;

pub use placebo::{PlaceboUnit, PlaceboUnits};
pub use predictors::{Predictor, PredictorBalance};
pub use result::{DonorWeight, EffectPoint, SyntheticControlResult};
pub use robustness::{LeaveOneOut, LeftOut};

use fit::Fit;
use predictors::Predictors;

use super::units::{Units, chosen};
use crate::breaks::BreakDate;
use crate::{Error, ErrorKind, Panel};

/// Fewest periods before the date.
const LEAST_BEFORE: usize = 2;

/// A synthetic control; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run(&panel)`"]
pub struct SyntheticControl {
    outcome: String,
    treated: String,
    date: BreakDate,
    donors: Option<Vec<String>>,
    predictors: Vec<Predictor>,
    predictor_weights: Option<Vec<f64>>,
}

/// A synthetic control that lacks its unit.
#[derive(Debug, Clone)]
#[must_use = "say `.treated(unit)`"]
pub struct SyntheticControlOf {
    outcome: String,
}

/// A synthetic control that lacks its date.
#[derive(Debug, Clone)]
#[must_use = "say `.at(date)`"]
pub struct SyntheticControlOfUnit {
    outcome: String,
    treated: String,
}

impl SyntheticControlOf {
    /// The unit that the event touched.
    pub fn treated(self, unit: impl Into<String>) -> SyntheticControlOfUnit {
        SyntheticControlOfUnit { outcome: self.outcome, treated: unit.into() }
    }
}

impl SyntheticControlOfUnit {
    /// The date; a period alone is the first after the event.
    pub fn at(self, date: impl Into<BreakDate>) -> SyntheticControl {
        let (outcome, treated, date) = (self.outcome, self.treated, date.into());
        SyntheticControl { outcome, treated, date, donors: None, predictors: Vec::new(), predictor_weights: None }
    }
}

/// What a question comes to in a panel: the treated unit first, then the donors.
#[derive(Debug, Clone)]
struct Posed {
    units: Units,
    before: usize,
    date: BreakDate,
    predictors: Option<Predictors>,
}

impl Posed {
    fn fit(&self, unit: usize, donors: &[usize]) -> Result<Fit, Error> {
        let rows: Vec<&[f64]> = donors.iter().map(|donor| self.units.values[*donor].as_slice()).collect();
        let own = &self.units.values[unit];
        let fit = match &self.predictors {
            None => Fit::of(own, &rows, self.before),
            Some(predictors) => {
                let scales = predictors.scales(&[&[unit], donors].concat());
                let others: Vec<f64> = donors.iter().flat_map(|donor| &predictors.values[*donor]).copied().collect();
                let given = predictors.given.as_deref();
                Fit::with([&predictors.values[unit], &others], (own, &rows), &scales, given, self.before)
            }
        };
        fit.map_err(|error| error.about(format!("unit `{}`", self.units.names[unit])))
    }

    fn donors(&self) -> Vec<usize> {
        (1..self.units.names.len()).collect()
    }
}

impl SyntheticControl {
    /// The outcome: a column of the panel or a transform of columns.
    pub fn of(outcome: impl Into<String>) -> SyntheticControlOf {
        SyntheticControlOf { outcome: outcome.into() }
    }

    /// The units that may enter the average; all others of the panel unless set.
    #[doc(alias = "controls")]
    #[doc(alias = "donor pool")]
    pub fn donors<S: Into<String>>(mut self, units: impl IntoIterator<Item = S>) -> Self {
        self.donors = Some(units.into_iter().map(Into::into).collect());
        self
    }

    /// Means of series over periods before the date, to be matched in place of the outcome's every period; the outcome itself may be one.
    /// What each counts for is searched for (Abadie and Gardeazabal 2003) unless [`predictor_weights`](Self::predictor_weights) are given.
    pub fn predictors(mut self, predictors: impl IntoIterator<Item = Predictor>) -> Self {
        self.predictors = predictors.into_iter().collect();
        self
    }

    /// What each predictor counts for (V), in the order of the predictors, each divided by its standard deviation over units.
    pub fn predictor_weights(mut self, weights: impl IntoIterator<Item = f64>) -> Self {
        self.predictor_weights = Some(weights.into_iter().collect());
        self
    }

    /// Estimates weights and effects.
    ///
    /// # Errors
    /// If there is no such unit (the nearest name is suggested), the treated one is among the donors, there are fewer than two donors, the outcome has a gap,
    /// fewer than two periods lie before the date or none after it, no period is common to all units, or a predictor cannot be had (no such
    /// series, a gap, a span that reaches the date, the same in every unit).
    pub fn run(&self, panel: &Panel) -> Result<SyntheticControlResult, Error> {
        let posed = self.pose(panel)?;
        let fit = posed.fit(0, &posed.donors())?;
        Ok(SyntheticControlResult::new(&posed, fit))
    }

    /// Treats every unit in turn and ranks the treated one among them.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn placebo_units(&self, panel: &Panel) -> Result<PlaceboUnits, Error> {
        let posed = self.pose(panel)?;
        let fit = posed.fit(0, &posed.donors())?;
        placebo::rank(&posed, SyntheticControlResult::new(&posed, fit))
    }

    /// The same without each donor that has weight, one at a time: whether one of them makes the effect.
    ///
    /// # Errors
    /// As [`run`](Self::run); and if there are two donors only.
    pub fn leave_one_out(&self, panel: &Panel) -> Result<LeaveOneOut, Error> {
        let posed = self.pose(panel)?;
        let fit = posed.fit(0, &posed.donors())?;
        robustness::leave_one_out(&posed, SyntheticControlResult::new(&posed, fit))
    }

    /// The same at an earlier date, on the periods before the event alone: what is found where nothing is said to have happened.
    ///
    /// # Errors
    /// As [`run`](Self::run); and if the date is not earlier than the event's.
    pub fn placebo_date(&self, panel: &Panel, date: impl Into<BreakDate>) -> Result<SyntheticControlResult, Error> {
        let date = date.into();
        let event = self.pose(panel)?.before;
        // Predictors end before the earlier date too.
        let mut posed = Self { date, ..self.clone() }.pose(panel)?;
        if posed.before >= event {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the placebo date {date} is not earlier than the event's, {}", self.date),
            )
            .remedy("give a date before the event"));
        }
        posed.units.values.iter_mut().for_each(|row| row.truncate(event));
        let fit = posed.fit(0, &posed.donors())?;
        Ok(SyntheticControlResult::new(&posed, fit).placebo_before(self.date))
    }

    /// The treated unit and its donors on common periods.
    fn pose(&self, panel: &Panel) -> Result<Posed, Error> {
        panel.frame(&self.treated)?;
        let donors: Vec<&str> = match &self.donors {
            Some(named) => named.iter().map(String::as_str).collect(),
            None => panel.units().filter(|unit| *unit != self.treated).collect(),
        };
        for (i, donor) in donors.iter().enumerate() {
            panel.frame(donor)?;
            if *donor == self.treated {
                return Err(Error::new(ErrorKind::Name, format!("`{donor}` is the treated unit and a donor"))
                    .remedy("leave it out of the donors"));
            }
            if donors[..i].contains(donor) {
                return Err(Error::new(ErrorKind::Name, format!("`{donor}` is a donor twice")).remedy("name it once"));
            }
        }
        if donors.len() < 2 {
            let count = if donors.is_empty() { "no donor" } else { "one donor" };
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{count}: an average of donors, and a rank among units, need two at least"),
            )
            .remedy("give more units, or compare two by a difference in differences"));
        }
        let order: Vec<&str> = std::iter::once(self.treated.as_str()).chain(donors).collect();
        let chosen = chosen(panel, &order)?;
        let units = Units::of(&chosen, &self.outcome)?;
        let before = units.rows_before(self.date, LEAST_BEFORE)?;
        let given = self.predictor_weights.as_deref();
        if self.predictors.is_empty() && given.is_some() {
            return Err(Error::new(ErrorKind::Argument, "weights of predictors, and no predictor")
                .remedy("name the predictors"));
        }
        let predictors = if self.predictors.is_empty() {
            None
        } else {
            Some(Predictors::of(&chosen, &units, before, &self.predictors, given)?)
        };
        Ok(Posed { units, before, date: self.date, predictors })
    }
}
