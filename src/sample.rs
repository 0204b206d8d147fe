//! Which rows a number was computed from.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::period::Period;

/// The label of one row: a period where the data are dated, a row number (from 1) where they are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// A dated row.
    Period(Period),
    /// A row of an undated table, counted from 1.
    Row(usize),
}

impl From<Period> for Stamp {
    fn from(period: Period) -> Self {
        Self::Period(period)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => write!(f, "{period}"),
            Self::Row(row) => write!(f, "{row}"),
        }
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Period(period) => serializer.collect_str(period),
            Self::Row(row) => serializer.serialize_u64(*row as u64),
        }
    }
}

/// The rows actually used: the first, the last, and how many.
///
/// `n` can be smaller than the distance between the ends when rows with missing cells were left out;
/// the design lists those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Sample {
    /// The first row used.
    pub first: Stamp,
    /// The last row used.
    pub last: Stamp,
    /// The number of rows used.
    pub n: usize,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first {
            Stamp::Period(_) => write!(f, "{} to {} (n = {})", self.first, self.last, self.n),
            Stamp::Row(_) => write!(f, "rows {} to {} (n = {})", self.first, self.last, self.n),
        }
    }
}
