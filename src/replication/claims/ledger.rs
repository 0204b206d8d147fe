//! The ledger: all entries in the paper's order.

use serde::Serialize;

use super::{Entry, Value, Verdict, claims};
use crate::replication::evidence::Evidence;
use crate::replication::words::shown;
use crate::table::{Cell, Column, Table};
use crate::{Error, ErrorKind};

/// An entry for every number and every testable sentence of the paper, in the paper's order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Computes every claim anew.
    pub fn compute(evidence: &Evidence) -> Result<Self, Error> {
        let entries = claims().iter().map(|claim| claim.run(evidence)).collect::<Result<_, _>>()?;
        Ok(Self { entries })
    }

    /// The entries in the paper's order: a section's text, then its tables.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The number of entries.
    #[allow(clippy::len_without_is_empty, reason = "the paper is never without claims")]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// An entry by its name; a wrong name is met with the nearest right one.
    pub fn get(&self, id: &str) -> Result<&Entry, Error> {
        self.entries
            .iter()
            .find(|entry| entry.id == id)
            .ok_or_else(|| Error::unknown_name("claim", id, self.entries.iter().map(|entry| entry.id.as_str())))
    }

    /// How many entries came to each verdict, in the order of [`Verdict::ALL`].
    pub fn counts(&self) -> [(Verdict, usize); 5] {
        Verdict::ALL.map(|verdict| (verdict, self.entries.iter().filter(|entry| entry.verdict == verdict).count()))
    }

    /// The entries that differ, from the paper's own tables or from outside data.
    pub fn differing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.verdict.differs())
    }

    /// The ledger as a table, one row for each claim.
    pub fn table(&self) -> Table {
        let mut table = Table::new("claims", "Every claim of the paper, with what became of it")
            .column(Column::text("id", "Claim"))
            .column(Column::text("where", "Where"))
            .column(Column::text("statement", "What the paper says, in our words"))
            .column(Column::text("paper", "Paper"))
            .column(Column::text("ours", "Ours"))
            .column(Column::number("difference", "Difference"))
            .column(Column::text("unit", "Unit"))
            .column(Column::text("verdict", "Verdict"))
            .column(Column::text("reason", "Why"));
        for entry in self.iter() {
            let ours = match &entry.ours {
                Some(Value::Number(number)) => Cell::number(*number, shown(*number, 6)),
                Some(Value::Words(words)) => Cell::text(words),
                None => Cell::Empty,
            };
            let difference =
                entry.difference.map_or(Cell::Empty, |difference| Cell::number(difference, shown(difference, 3)));
            let text = |words: &str| if words.is_empty() { Cell::Empty } else { Cell::text(words) };
            table.push_row([
                text(&entry.id),
                text(&entry.place),
                text(&entry.statement),
                text(&entry.paper),
                ours,
                difference,
                text(&entry.unit),
                Cell::text(entry.verdict.to_string()),
                text(&entry.reason),
            ]);
        }
        table.note(
            "Difference: ours less the paper's. A verdict follows from the printed digits; no tolerance is added.",
        )
    }

    /// The entries that differ as a table.
    pub fn table_of_differences(&self) -> Table {
        let mut table = Table::new("claims_that_differ", "Claims of the paper that do not hold")
            .column(Column::machine_only("id"))
            .column(Column::text("where", "Where"))
            .column(Column::text("statement", "What the paper says, in our words"))
            .column(Column::machine_only("paper"))
            .column(Column::text("ours", "Ours"))
            .column(Column::text("verdict", "Verdict"))
            .column(Column::text("reason", "Why"));
        for entry in self.differing() {
            table.push_row([
                Cell::text(&entry.id),
                Cell::text(&entry.place),
                Cell::text(&entry.statement),
                Cell::text(&entry.paper),
                Cell::text(entry.ours_in_full()),
                Cell::text(entry.verdict.to_string()),
                Cell::text(&entry.reason),
            ]);
        }
        table
    }

    /// How many claims came to each verdict, as a table.
    pub fn summary(&self) -> Table {
        let mut table = Table::new("claims_summary", "Claims by verdict")
            .column(Column::text("verdict", "Verdict"))
            .column(Column::number("claims", "Claims"));
        for (verdict, count) in self.counts() {
            table.push_row([Cell::text(verdict.to_string()), Cell::count(count)]);
        }
        table.rule().row([Cell::text("all"), Cell::count(self.entries.len())])
    }

    /// The ledger as a JSON array of objects; numbers have ten significant digits.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(self).map_err(|error| Error::new(ErrorKind::Io, error.to_string()))
    }
}
