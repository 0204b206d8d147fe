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

/// How the paper's words tie the true number to the printed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is the number printed.
    Equal,
    /// It is near the number printed: "about", "around", "roughly".
    About,
    /// It is larger: "over", "above".
    Above,
    /// It is smaller: "less than".
    Below,
}

impl Relation {
    /// The relation that a qualifying word expresses; a word of tone ("merely", "as high as") expresses equality.
    pub fn of(qualifier: &str) -> Self {
        match qualifier {
            "about" | "around" | "roughly" | "almost" => Self::About,
            "over" | "above" | "more than" | "at least" => Self::Above,
            "less than" | "before" => Self::Below,
            _ => Self::Equal,
        }
    }
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

    /// Whether the paper and the numbers it was held against disagree.
    pub fn differs(self) -> bool {
        matches!(self, Self::DiffersFromOwnTables | Self::DiffersFromOutsideData)
    }

    /// Compares a printed number with a computed one, by the digits printed and nothing else.
    ///
    /// A bound ("over 40") is reproduced when our number lies beyond it, and within rounding when our number does not
    /// but some unrounded inputs would.
    pub fn of(printed: &Printed, relation: Relation, computed: &Derived, basis: Basis) -> Self {
        let exact = Derived::exact(computed.value).range;
        let (holds, may_hold) = match relation {
            Relation::Equal => (printed.range().meets(exact), printed.range().meets(computed.range)),
            Relation::About => {
                let near = printed.clone().loosened().range();
                (near.meets(exact), near.meets(computed.range))
            }
            Relation::Above => (computed.value > printed.value(), computed.range.high > printed.value()),
            Relation::Below => (computed.value < printed.value(), computed.range.low < printed.value()),
        };
        match (holds, may_hold) {
            (true, _) => Self::Reproduced,
            (false, true) => Self::WithinRounding,
            (false, false) => Self::differs_from(basis),
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
