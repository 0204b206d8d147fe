//! The conventions of both directions, side by side.

use serde::Serialize;

use super::super::words::{check_level, percent};
use super::known::Known;
use crate::hypothesis::NullDistribution;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, Note, Outcome, Sample};

/// One convention of one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConventionRow {
    pub(super) cause: String,
    pub(super) effect: String,
    pub(super) convention: Known,
    pub(super) outcome: Outcome,
}

/// A row for a machine.
#[derive(Serialize)]
struct Record<'a> {
    test: &'static str,
    convention: &'static str,
    cause: &'a str,
    effect: &'a str,
    statistic: Option<f64>,
    distribution: Option<NullDistribution>,
    p_value: Option<f64>,
    formula: String,
    programs: &'static str,
    because: Option<&'a str>,
}

impl Serialize for ConventionRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (convention, formula, programs) = self.convention.describe();
        let (distribution, because) = match &self.outcome {
            Outcome::Computed { distribution, .. } => (Some(*distribution), None),
            Outcome::NotApplicable { because } => (None, Some(because.as_str())),
        };
        Record {
            test: "granger-conventions",
            convention,
            cause: &self.cause,
            effect: &self.effect,
            statistic: self.statistic(),
            distribution,
            p_value: self.p_value(),
            formula,
            programs,
            because,
        }
        .serialize(serializer)
    }
}

impl ConventionRow {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// Its name: `chi2-ml`, `F-hc3`, ….
    pub fn convention(&self) -> &'static str {
        self.convention.describe().0
    }

    /// How it is computed.
    pub fn formula(&self) -> String {
        self.convention.describe().1
    }

    /// The programs and calls that print it.
    pub fn programs(&self) -> &'static str {
        self.convention.describe().2
    }

    /// The statistic, if it was computed.
    pub fn statistic(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Computed { statistic, .. } => Some(*statistic),
            Outcome::NotApplicable { .. } => None,
        }
    }

    /// The p-value, if it was computed.
    pub fn p_value(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Computed { p, .. } => Some(p.value()),
            Outcome::NotApplicable { .. } => None,
        }
    }
}

/// Twelve conventions of each direction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConventionTable {
    pub(super) rows: Vec<ConventionRow>,
    pub(super) lags: String,
    pub(super) sample: Sample,
    /// What simulations say of so small a sample.
    pub(super) sizes: Vec<String>,
    /// What must be said of the series.
    pub(super) notes: Vec<Note>,
}

impl ConventionTable {
    /// The direction asked for, then the other.
    pub fn rows(&self) -> &[ConventionRow] {
        &self.rows
    }

    /// The direction asked for.
    pub fn forward(&self) -> &[ConventionRow] {
        &self.rows[..self.rows.len() / 2]
    }

    /// The other direction.
    pub fn backward(&self) -> &[ConventionRow] {
        &self.rows[self.rows.len() / 2..]
    }

    /// How many conventions support each direction at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let one = |rows: &[ConventionRow]| {
            let p: Vec<f64> = rows.iter().filter_map(ConventionRow::p_value).collect();
            let arrow = rows.first().map_or_else(String::new, |row| format!("{} → {}", row.cause, row.effect));
            let Some((low, high)) = p.iter().copied().map(|p| (p, p)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            else {
                return format!("{arrow} is not identified");
            };
            let below = p.iter().filter(|p| **p < level).count();
            let number = |p: f64| NumberFormat::PValue.format(p);
            format!(
                "{arrow} is supported by {below} of {} conventions (p from {} to {})",
                p.len(),
                number(low),
                number(high)
            )
        };
        Ok(format!(
            "At {}, with {}, {}: {}; {}. They are one null and one data set: name the convention with the number.",
            percent(level),
            self.lags,
            self.sample,
            one(self.forward()),
            one(self.backward())
        ))
    }

    /// A table for each direction; what simulations say stands once, under the second.
    pub fn tables(&self) -> Vec<Table> {
        let tabulate = |(rows, id): (&[ConventionRow], &str)| {
            let arrow = rows.first().map_or_else(String::new, |row| format!("{} → {}", row.cause, row.effect));
            self.tabulate(rows, id, format!("One null, {} p-values: {arrow}, {}", rows.len(), self.lags))
        };
        let [forward, backward] =
            [(self.forward(), "conventions-forward"), (self.backward(), "conventions-backward")].map(tabulate);
        vec![forward, self.with_sizes(backward)]
    }

    /// Both directions in one table.
    pub fn table(&self) -> Table {
        self.with_sizes(self.tabulate(&self.rows, "conventions", "One null, twelve p-values".to_owned()))
    }

    fn with_sizes(&self, table: Table) -> Table {
        self.sizes.iter().fold(table, Table::note)
    }

    fn tabulate(&self, rows: &[ConventionRow], id: &str, title: String) -> Table {
        let mut table = Table::new(id, title)
            .column(Column::machine_only("cause"))
            .column(Column::machine_only("effect"))
            .column(Column::text("convention", "Convention"))
            .column(Column::number("statistic", "Statistic"))
            .column(Column::text("distribution", "Law"))
            .column(Column::number("p_value", "p"))
            .column(Column::text("formula", "Formula"))
            .column(Column::machine_only("programs"));
        for row in rows {
            let (name, formula, programs) = row.convention.describe();
            let (statistic, law, p) = match &row.outcome {
                Outcome::Computed { statistic, distribution, p, .. } => (
                    Cell::number(*statistic, NumberFormat::Decimals(3)),
                    Cell::text(distribution.to_string()),
                    Cell::from(*p),
                ),
                Outcome::NotApplicable { because } => {
                    (Cell::not_available(because), Cell::Empty, Cell::not_available(because))
                }
            };
            let (cause, effect) = (Cell::text(&row.cause), Cell::text(&row.effect));
            let texts = (Cell::text(name), Cell::text(formula), Cell::text(programs));
            table.push_row([cause, effect, texts.0, statistic, law, p, texts.1, texts.2]);
        }
        let table = self.notes.iter().fold(table, |table, note| table.note(note.text()));
        table.note(format!("Sample: {}; the last row has fewer rows.", self.sample))
    }

    /// How often the conventions reject a true null at 5 % in simulated samples as small as this one, a sentence for each world
    /// that they are drawn from; empty from 20 rows on.
    pub fn simulated_sizes(&self) -> &[String] {
        &self.sizes
    }

    /// What a reader must know of the series.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Which programs print each convention.
    pub fn programs(&self) -> Table {
        let mut table = Table::new("convention-programs", "Who prints which")
            .column(Column::text("convention", "Convention"))
            .column(Column::text("programs", "Printed by"));
        for row in self.forward() {
            table.push_row([Cell::text(row.convention()), Cell::text(row.programs())]);
        }
        table
    }
}

shows_itself!(ConventionTable => tables);
