//! The regressors that stand for a change.

use std::fmt;

use ndarray::Array1;
use serde::Serialize;

use crate::breaks::BreakDate;
use crate::{Design, Stamp};

/// What may have changed at the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// The level, from the date on.
    #[doc(alias = "step")]
    Level,
    /// The slope, from the date on: 0 in the date's own period, 1 in the next.
    #[doc(alias = "ramp")]
    Slope,
    /// The date's own period alone.
    #[doc(alias = "impulse")]
    Pulse,
}

impl Change {
    /// The value of its regressor this many periods after the date; before it, zero.
    pub(super) fn at(self, since: usize) -> f64 {
        match self {
            Self::Level => 1.0,
            Self::Slope => since as f64,
            Self::Pulse => f64::from(u8::from(since == 0)),
        }
    }

    /// The name of its regressor.
    pub(super) fn term(self, first: Stamp) -> String {
        match self {
            Self::Level => format!("post({first})"),
            Self::Slope => format!("ramp({first})"),
            Self::Pulse => format!("pulse({first})"),
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Slope => "slope",
            Self::Pulse => "pulse",
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The names of the regressors of these changes.
pub(super) fn names(date: BreakDate, changes: &[Change]) -> Vec<String> {
    changes.iter().map(|change| change.term(date.first_after)).collect()
}

/// Their columns where `before` rows lie before the date.
pub(super) fn columns(design: &Design, before: usize, changes: &[Change]) -> Vec<Array1<f64>> {
    let column = |change: &Change| {
        (0..design.nobs()).map(|row| row.checked_sub(before).map_or(0.0, |since| change.at(since))).collect()
    };
    changes.iter().map(column).collect()
}

/// "level and slope".
pub(super) fn in_words(changes: &[Change]) -> String {
    let words: Vec<&str> = changes.iter().map(|change| change.word()).collect();
    match words.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        words => words.concat(),
    }
}
