//! The audit: every identity that the paper's tables must satisfy, cell by cell, at the digits printed.
//!
//! Rows add up, shares divide, growth rates follow from levels, and what stands in two tables is the same in both.
//! Cells that others have printed too are held against theirs; that is how the hole in 2009 shows, the months from
//! August on that Chinese customs withheld. Whether rounding explains a mismatch follows from the
//! [digits printed](super::printed).
//!
//! ```
//! use yalu::replication::{audit::Audit, evidence::Evidence};
//! let audit = Audit::compute(&Evidence::bundled()?)?;
//! let total = audit.get("table1-total-2013")?;
//! assert_eq!((total.printed.as_str(), total.computed, total.difference), ("8,476", 8481.0, 5.0));
//! # Ok::<(), yalu::Error>(())
//! ```

use serde::Serialize;

use super::claims::Verdict;
use super::evidence::Evidence;
use super::words::shown;
use crate::Error;
use crate::table::{Cell, Column, Table};

mod identity;
mod own;
mod published;

pub use identity::{Identity, Operand, Rule};

/// One identity: the cell as printed, what it should be, and whether rounding explains the difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditEntry {
    /// Its name: table, row, column.
    pub id: String,
    /// The cell.
    #[serde(rename = "where")]
    pub place: String,
    /// What the cell must equal, in words.
    pub identity: String,
    /// What is printed.
    pub printed: String,
    /// What the identity gives.
    pub computed: f64,
    /// Computed minus printed.
    pub difference: f64,
    /// What it came to.
    pub verdict: Verdict,
    /// What a reader should know about the comparison; often nothing.
    pub remark: String,
}

/// All identities of the paper's tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Audit {
    entries: Vec<AuditEntry>,
}

impl Audit {
    /// Computes every identity.
    pub fn compute(evidence: &Evidence) -> Result<Self, Error> {
        let entries = identities().iter().map(|identity| identity.run(evidence)).collect::<Result<_, _>>()?;
        Ok(Self { entries })
    }

    /// The entries in the order of the tables.
    pub fn iter(&self) -> impl Iterator<Item = &AuditEntry> {
        self.entries.iter()
    }

    /// The entries where the paper and the numbers it was held against disagree beyond rounding.
    pub fn mismatches(&self) -> impl Iterator<Item = &AuditEntry> {
        self.entries.iter().filter(|entry| entry.verdict.differs())
    }

    /// The audit as a table, one row for each identity.
    pub fn table(&self) -> Table {
        Self::tabulate("audit", "Every identity of the paper's tables", self.iter())
    }

    /// The mismatches as a table.
    pub fn table_of_mismatches(&self) -> Table {
        Self::tabulate("audit_mismatches", "Identities of the paper's tables that do not hold", self.mismatches())
    }

    fn tabulate<'a>(id: &str, title: &str, entries: impl Iterator<Item = &'a AuditEntry>) -> Table {
        let mut table = Table::new(id, title)
            .column(Column::machine_only("id"))
            .column(Column::text("where", "Where"))
            .column(Column::text("identity", "Should be"))
            .column(Column::text("printed", "Printed"))
            .column(Column::number("computed", "Computed"))
            .column(Column::number("difference", "Difference"))
            .column(Column::text("verdict", "Verdict"))
            .column(Column::text("remark", "Remark"));
        for entry in entries {
            let remark = if entry.remark.is_empty() { Cell::Empty } else { Cell::text(&entry.remark) };
            table.push_row([
                Cell::text(&entry.id),
                Cell::text(&entry.place),
                Cell::text(&entry.identity),
                Cell::text(&entry.printed),
                Cell::number(entry.computed, shown(entry.computed, 6)),
                Cell::number(entry.difference, shown(entry.difference, 3)),
                Cell::text(entry.verdict.to_string()),
                remark,
            ]);
        }
        table.note("Difference: computed less printed. Rounding of the printed digits is all that is allowed for.")
    }

    /// An entry by its name.
    pub fn get(&self, id: &str) -> Result<&AuditEntry, Error> {
        self.entries
            .iter()
            .find(|entry| entry.id == id)
            .ok_or_else(|| Error::unknown_name("identity", id, self.entries.iter().map(|entry| entry.id.as_str())))
    }
}

/// Every identity of Tables 1–6 in the order of the tables, those within the paper before those against others.
pub(crate) fn identities() -> Vec<Identity> {
    let mut all: Vec<Identity> = own::identities();
    all.extend(published::identities());
    all.sort_by_key(|identity| identity.cell.table);
    all
}
