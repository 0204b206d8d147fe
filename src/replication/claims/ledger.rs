//! The ledger: all entries in the paper's order.

use serde::Serialize;

use super::{Entry, Verdict, claims};
use crate::replication::evidence::Evidence;
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

    /// The ledger as a JSON array of objects, numbers at full precision.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(self).map_err(|error| Error::new(ErrorKind::Io, error.to_string()))
    }
}
