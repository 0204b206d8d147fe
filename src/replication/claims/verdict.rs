//! What a check came to, in the vocabulary of replication.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::replication::printed::{Derived, Printed};

/// Where the numbers came from that a claim was held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The paper's own tables.
    OwnTables,
    /// Figures printed by others, bundled with their sources.
    OutsideData,
}

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Our number, rounded to the paper's digits, is the paper's number; or the sentence holds.
    Reproduced,
    /// It is not, but the rounding of the numbers it was computed from explains the difference.
    WithinRounding,
    /// It differs from what the paper's own tables give.
    DiffersFromOwnTables,
    /// It differs from what outside data give.
    DiffersFromOutsideData,
    /// Public data cannot decide it; the reason says why.
    NotTestable,
}

impl Verdict {
    /// All verdicts, in the order in which a summary counts them.
    pub const ALL: [Self; 5] = [
        Self::Reproduced,
        Self::WithinRounding,
        Self::DiffersFromOwnTables,
        Self::DiffersFromOutsideData,
        Self::NotTestable,
    ];

    /// The verdict that says "differs", with where from.
    pub fn differs_from(basis: Basis) -> Self {
        match basis {
            Basis::OwnTables => Self::DiffersFromOwnTables,
            Basis::OutsideData => Self::DiffersFromOutsideData,
        }
    }

    /// Compares a printed number with a computed one, by the digits printed and nothing else.
    pub fn of(printed: &Printed, computed: &Derived, basis: Basis) -> Self {
        if printed.range().meets(Derived::exact(computed.value).range) {
            Self::Reproduced
        } else if printed.range().meets(computed.range) {
            Self::WithinRounding
        } else {
            Self::differs_from(basis)
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Reproduced => "reproduced",
            Self::WithinRounding => "within rounding",
            Self::DiffersFromOwnTables => "differs (own tables)",
            Self::DiffersFromOutsideData => "differs (outside data)",
            Self::NotTestable => "not testable",
        })
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
