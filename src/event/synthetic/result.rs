//! Weights, the path of the synthetic unit, and how well it fits.

use serde::Serialize;

use super::fit::Fit;
use super::predictors::PredictorBalance;
use super::{Posed, words};
use crate::breaks::BreakDate;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Note, Period, Sample};

/// RMSPE before the date beyond this share of the outcome's standard deviation there is called a poor fit.
const POOR: f64 = 0.25;

/// A donor and what it counts for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DonorWeight {
    /// The donor.
    pub unit: String,
    /// Its weight: between zero and one.
    pub weight: f64,
}

/// One period of the treated unit and of its synthetic counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct EffectPoint {
    /// The period.
    pub period: Period,
    /// The treated unit's outcome.
    pub observed: f64,
    /// The weighted average of the donors'.
    pub synthetic: f64,
    /// The first less the second.
    pub effect: f64,
}

/// A treated unit against its synthetic counterpart.
#[derive(Debug, Clone)]
pub struct SyntheticControlResult {
    pub(super) outcome: String,
    pub(super) treated: String,
    pub(super) kind: String,
    pub(super) date: BreakDate,
    pub(super) sample: Sample,
    pub(super) before: usize,
    pub(super) weights: Vec<DonorWeight>,
    pub(super) path: Vec<EffectPoint>,
    pub(super) fit: Fit,
    pub(super) predictors: Vec<PredictorBalance>,
    /// Whether the predictors' weights were searched for.
    pub(super) searched: bool,
    pub(super) deviation: f64,
    /// The event's own date, if this is a placebo before it.
    pub(super) placebo_of: Option<BreakDate>,
    notes: Vec<Note>,
}

impl SyntheticControlResult {
    pub(super) fn new(posed: &Posed, fit: Fit) -> Self {
        let Posed { units, before, date, predictors } = posed;
        let named = units.names[1..].iter().zip(&fit.weights);
        let mut weights: Vec<DonorWeight> =
            named.map(|(unit, weight)| DonorWeight { unit: unit.clone(), weight: *weight }).collect();
        weights.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let point = |(row, gap): (usize, &f64)| {
            let observed = units.values[0][row];
            EffectPoint { period: units.period(row), observed, synthetic: observed - gap, effect: *gap }
        };
        let path = fit.gaps.iter().enumerate().map(point).collect();
        let own = &units.values[0][..*before];
        let mean = own.iter().map(|value| value / own.len() as f64).sum::<f64>();
        let deviation = super::fit::root_mean_square(&own.iter().map(|value| value - mean).collect::<Vec<_>>());
        let mut result = Self {
            outcome: units.outcome.clone(),
            treated: units.names[0].clone(),
            kind: units.kind.clone(),
            date: *date,
            sample: units.sample(),
            before: *before,
            weights,
            path,
            predictors: predictors.as_ref().map_or_else(Vec::new, |predictors| predictors.balance(&fit)),
            searched: predictors.as_ref().is_some_and(|predictors| predictors.given.is_none()),
            fit,
            deviation,
            placebo_of: None,
            notes: units.notes.clone(),
        };
        result.warn(&units.values);
        result
    }

    /// Notes on the fit.
    fn warn(&mut self, values: &[Vec<f64>]) {
        let (before, treated) = (self.before, self.treated.clone());
        let beyond = |side: fn(f64, f64) -> bool| {
            (0..before).filter(|t| values[1..].iter().all(|donor| side(values[0][*t], donor[*t]))).count()
        };
        for (count, word) in [(beyond(|own, other| own > other), "above"), (beyond(|own, other| own < other), "below")]
        {
            if count > 0 {
                self.add_note(Note::new(format!(
                    "in {count} of {before} periods before the date `{treated}` lies {word} every donor, where no average of them can be"
                )));
            }
        }
        if self.is_poor() {
            self.add_note(Note::new(format!(
                "a poor fit: RMSPE before the date is {} of the standard deviation of {} in `{treated}` there; a gap of that size \
                 after the date says nothing",
                super::words::percent(self.fit.rmspe[0] / self.deviation),
                self.outcome
            )));
        }
        if self.fit.exact {
            self.add_note(Note::new(format!(
                "the {before} periods before the date are matched exactly by {} donors: with so many for so few periods that may be chance",
                self.weights.len()
            )));
        }
        if !self.fit.unique {
            let (what, more) = if self.predictors.is_empty() {
                ("periods before the date", "periods")
            } else {
                ("predictors", "predictors")
            };
            self.add_note(Note::new(format!(
                "the weights are not unique: others match the {what} as well and give other effects; use more {more} or fewer donors"
            )));
        }
        if self.searched && self.predictors.len() > 1 {
            let [own, least] = [self.fit.rmspe[0], self.fit.least];
            let number = |value: f64| NumberFormat::Significant(4).format(value);
            let reached = if own <= least * (1.0 + 1e-6) {
                "the search (Nelder and Mead, from two starts) reaches that: there is no better".to_owned()
            } else {
                let times = number(own / least);
                format!(
                    "the search (Nelder and Mead, from two starts) ends at {times} times that, and another may end elsewhere, with other donors"
                )
            };
            self.add_note(Note::new(format!(
                "predictors' weights: by the outcome alone no donors' weights have an RMSPE before the date below {}; {reached}",
                number(least)
            )));
        }
    }

    fn is_poor(&self) -> bool {
        self.fit.rmspe[0] > POOR * self.deviation
    }

    /// Says that nothing happened at this date: the event did later.
    pub(super) fn placebo_before(mut self, event: BreakDate) -> Self {
        self.add_note(Note::new(format!("a placebo in time: the sample ends before the event at {event}")));
        self.placebo_of = Some(event);
        self
    }

    fn add_note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// The outcome.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }

    /// The treated unit.
    pub fn treated(&self) -> &str {
        &self.treated
    }

    /// The date.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// The periods that all units have.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// Every donor, the heaviest first.
    pub fn weights(&self) -> &[DonorWeight] {
        &self.weights
    }

    /// Every period, those before the date too: the data of the usual two figures.
    pub fn path(&self) -> &[EffectPoint] {
        &self.path
    }

    /// Root of the mean squared gap before the date.
    pub fn rmspe_before(&self) -> f64 {
        self.fit.rmspe[0]
    }

    /// Root of the mean squared gap from the date on.
    pub fn rmspe_after(&self) -> f64 {
        self.fit.rmspe[1]
    }

    /// RMSPE after over that before; `None` where the periods before are matched exactly.
    pub fn ratio(&self) -> Option<f64> {
        Some(self.fit.ratio()).filter(|ratio| ratio.is_finite())
    }

    /// The mean effect from the date on.
    pub fn average_effect(&self) -> f64 {
        self.fit.average(self.before)
    }

    /// By how much the squared gap before the date could at most still fall, as a share of itself: the check of the optimum.
    pub fn optimality(&self) -> f64 {
        self.fit.optimality
    }

    /// Whether no other weights match the periods before the date as well.
    pub fn is_unique(&self) -> bool {
        self.fit.unique
    }

    /// Each predictor and how well it is matched; empty where the outcome alone is.
    pub fn predictors(&self) -> &[PredictorBalance] {
        &self.predictors
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What was found, and what it rests on.
    pub fn in_words(&self) -> String {
        words::estimate(self)
    }

    /// The weights, then the path.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.table(), self.path_table()];
        if !self.predictors.is_empty() {
            tables.insert(1, self.predictors_table());
        }
        tables
    }

    /// Each predictor of the treated unit, of the synthetic one, and of the donors on average.
    pub fn predictors_table(&self) -> Table {
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let mut table = Table::new("predictors", format!("Synthetic {}: predictors", self.treated))
            .column(Column::text("predictor", "Predictor"))
            .column(Column::number("weight", "Weight"))
            .column(Column::number("treated", "Treated"))
            .column(Column::number("synthetic", "Synthetic"))
            .column(Column::number("donors", "Mean of donors"));
        for row in &self.predictors {
            table.push_row([
                Cell::text(&row.predictor),
                Cell::number(row.weight, NumberFormat::Decimals(4)),
                number(row.treated),
                number(row.synthetic),
                number(row.donors),
            ]);
        }
        table
    }

    /// The donors that have weight, and the fit.
    pub fn table(&self) -> Table {
        let title = format!("Synthetic {}: donors of {}", self.treated, self.outcome);
        let mut table = Table::new("synthetic-control", title)
            .column(Column::text("unit", &self.kind))
            .column(Column::number("weight", "Weight"));
        let used = self.weights.iter().filter(|donor| donor.weight > 0.0);
        for donor in used.clone() {
            table.push_row([Cell::text(&donor.unit), Cell::number(donor.weight, NumberFormat::Decimals(4))]);
        }
        let number = |value: f64| NumberFormat::Significant(4).format(value);
        let ratio = self.ratio().map_or_else(|| "not identified".to_owned(), number);
        let table = table
            .note(format!("{} of {} donors have weight.", used.count(), self.weights.len()))
            .note(format!(
                "RMSPE {} in {} periods before the date, {} in {} from it on; ratio {ratio}. Mean effect {}.",
                number(self.rmspe_before()),
                self.before,
                number(self.rmspe_after()),
                self.path.len() - self.before,
                number(self.average_effect())
            ))
            .note(words::optimality(self));
        self.notes.iter().fold(table, |table, note| table.note(note.to_string()))
    }

    /// Every period: observed, synthetic, effect.
    pub fn path_table(&self) -> Table {
        let title = format!(
            "`{}` of {treated} and of synthetic {treated}, {}",
            self.outcome,
            self.date,
            treated = self.treated
        );
        let mut table = Table::new("synthetic-path", title)
            .column(Column::text("period", "Period"))
            .column(Column::number("observed", "Observed"))
            .column(Column::number("synthetic", "Synthetic"))
            .column(Column::number("effect", "Effect"))
            .column(Column::text("side", "Side"));
        for (row, point) in self.path.iter().enumerate() {
            let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
            let side = if row < self.before { "before" } else { "after" };
            table.push_row([
                Cell::text(point.period.to_string()),
                number(point.observed),
                number(point.synthetic),
                number(point.effect),
                Cell::text(side),
            ]);
        }
        table.with_even_decimals()
    }
}

shows_itself!(SyntheticControlResult => tables);
