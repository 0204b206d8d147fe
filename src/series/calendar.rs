//! What labels the rows of a frame: consecutive periods, or row numbers.

use crate::{Error, ErrorKind, Frequency, Period, Stamp};

/// What labels the rows of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Consecutive periods from this one on.
    From(Period),
    /// Row numbers from 1: a cross-section, or data without dates.
    Rows,
}

impl Calendar {
    /// The label of the row at `index` (from 0).
    pub fn stamp(self, index: usize) -> Stamp {
        match self {
            Self::From(start) => Stamp::Period(start.plus(index as i64)),
            Self::Rows => Stamp::Row(index + 1),
        }
    }

    /// How often the rows come; `None` for row numbers.
    pub fn frequency(self) -> Option<Frequency> {
        match self {
            Self::From(start) => Some(start.frequency()),
            Self::Rows => None,
        }
    }

    /// The first period; an error that says what is asked for (`what`) if the rows have numbers only.
    pub(super) fn start(self, what: &str) -> Result<Period, Error> {
        match self {
            Self::From(start) => Ok(start),
            Self::Rows => {
                Err(Error::new(ErrorKind::Calendar, format!("{what} has no dates: this table has row numbers only"))
                    .remedy("name the column of dates"))
            }
        }
    }
}
