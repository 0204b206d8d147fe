//! The audit and the ledger as tables.

use super::audit::{Audit, AuditEntry};
use super::claims::{Entry, Ledger, Value, Verdict};
use crate::table::{Cell, Column, NumberFormat, Table};

/// Digits at which computed numbers stand beside printed ones.
const NUMBER: NumberFormat = NumberFormat::Significant(6);

impl Audit {
    /// The identities that fail beyond rounding.
    pub fn mismatch_table(&self) -> Table {
        let count = self.iter().count();
        let rows: Vec<&AuditEntry> = self.mismatches().collect();
        audit_table("audit_mismatches", format!("{} of {count} identities fail beyond rounding", rows.len()), rows)
    }

    /// Every identity.
    pub fn table(&self) -> Table {
        audit_table("audit", "Every identity that the paper's tables must satisfy".to_owned(), self.iter())
    }
}

fn audit_table<'a>(id: &str, title: String, entries: impl IntoIterator<Item = &'a AuditEntry>) -> Table {
    let mut table = Table::new(id, title)
        .column(Column::text("where", "Where"))
        .column(Column::text("identity", "Must equal"))
        .column(Column::number("printed", "Printed"))
        .column(Column::number("computed", "Computed"))
        .column(Column::number("difference", "Difference"))
        .column(Column::text("verdict", "Verdict"))
        .column(Column::text("remark", "Remark"));
    for entry in entries {
        table.push_row([
            Cell::text(&entry.place),
            Cell::text(&entry.identity),
            Cell::text(&entry.printed),
            Cell::number(entry.computed, NUMBER),
            Cell::number(entry.difference, NumberFormat::Significant(3)),
            Cell::text(entry.verdict.to_string()),
            Cell::text(&entry.remark),
        ]);
    }
    table
}

impl Ledger {
    /// Every entry.
    pub fn table(&self) -> Table {
        ledger_table("claims", format!("The ledger: {} claims", self.len()), self.iter())
    }

    /// The entries that differ, from the paper's own tables or from outside data.
    pub fn differing_table(&self) -> Table {
        let differing: Vec<&Entry> = self.iter().filter(|entry| entry.verdict.differs()).collect();
        ledger_table("claims_that_differ", format!("{} claims differ", differing.len()), differing)
    }

    /// How many entries came to each verdict.
    pub fn counts_table(&self) -> Table {
        let mut table = Table::new("verdicts", format!("{} claims by verdict", self.len()))
            .column(Column::text("verdict", "Verdict"))
            .column(Column::number("claims", "Claims"))
            .column(Column::text("meaning", "Meaning"));
        for (verdict, count) in self.counts() {
            let meaning = match verdict {
                Verdict::Reproduced => "our number is the paper's at its printed digits, or the sentence holds",
                Verdict::WithinRounding => "the digits printed for the inputs allow the number printed for the result",
                Verdict::DiffersFromOwnTables => "the paper's own tables give something else",
                Verdict::DiffersFromOutsideData => "figures printed by others give something else",
                Verdict::NotTestable => "no public figure decides it; the reason is given",
            };
            table.push_row([Cell::text(verdict.to_string()), Cell::count(count), Cell::text(meaning)]);
        }
        table
    }
}

/// Entries as rows.
pub fn ledger_table<'a>(id: &str, title: String, entries: impl IntoIterator<Item = &'a Entry>) -> Table {
    let mut table = Table::new(id, title)
        .column(Column::text("id", "Claim"))
        .column(Column::text("where", "Where"))
        .column(Column::text("statement", "What the paper says, in our words"))
        .column(Column::number("paper", "Paper"))
        .column(Column::number("ours", "Ours"))
        .column(Column::number("difference", "Difference"))
        .column(Column::text("unit", "Unit"))
        .column(Column::text("verdict", "Verdict"))
        .column(Column::text("reason", "Reason"));
    for entry in entries {
        table.push_row([
            Cell::text(&entry.id),
            Cell::text(&entry.place),
            Cell::text(&entry.statement),
            Cell::text(&entry.paper),
            match &entry.ours {
                Some(Value::Number(number)) => Cell::number(*number, NUMBER),
                Some(Value::Words(words)) => Cell::text(words),
                None => Cell::Empty,
            },
            entry.difference.map_or(Cell::Empty, |d| Cell::number(d, NumberFormat::Significant(3))),
            Cell::text(&entry.unit),
            Cell::text(entry.verdict.to_string()),
            Cell::text(&entry.reason),
        ]);
    }
    table
}
