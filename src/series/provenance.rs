//! What a series is besides observed: constructed within longer periods, or seasonally adjusted.
//!
//! The flag goes with the series through transforms, arithmetic, alignment and frames. In a file it is the end of the column's
//! name, which every program keeps: [`Frame::to_csv`](super::Frame::to_csv) writes it and the reader knows it. Who renames the
//! column takes the flag away.

use crate::Note;

/// Ends the name of a column that temporal disaggregation made.
const CONSTRUCTED: &str = "_disaggregated";
/// Ends the name of a column that seasonal adjustment made.
const ADJUSTED: &str = "_seasonally_adjusted";

/// How a series came about, where that is not observation alone.
///
/// ```
/// use yalu::{Frame, series::CsvOptions};
/// let text = "quarter,gdp_disaggregated\n2010Q1,1.5\n2010Q2,2.5\n2010Q3,2\n";
/// let frame = Frame::from_csv_text(text, "gdp.csv", &CsvOptions::default())?;
/// let change = frame.series("gdp_disaggregated")?.rename("gdp").diff(1)?;
/// assert_eq!(change.provenance().constructed(), Some("by the name of its column"));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    constructed: Option<String>,
    adjusted: Option<String>,
}

impl Provenance {
    /// What the name of a column in a file says.
    pub(super) fn of_name(name: &str) -> Self {
        let said = || Some("by the name of its column".to_owned());
        let (mut found, mut rest) = (Self::default(), name.trim_end_matches(')'));
        loop {
            if let Some(shorter) = rest.strip_suffix(CONSTRUCTED) {
                (found.constructed, rest) = (said(), shorter);
            } else if let Some(shorter) = rest.strip_suffix(ADJUSTED) {
                (found.adjusted, rest) = (said(), shorter);
            } else {
                return found;
            }
        }
    }

    /// A name from which the reader of a file learns the same.
    pub(crate) fn marked(&self, name: &str) -> String {
        let known = Self::of_name(name);
        let mut name = name.to_owned();
        if self.constructed.is_some() && known.constructed.is_none() {
            name.push_str(CONSTRUCTED);
        }
        if self.adjusted.is_some() && known.adjusted.is_none() {
            name.push_str(ADJUSTED);
        }
        name
    }

    /// How it was constructed from data of a lower frequency; `None` if it was not.
    pub fn constructed(&self) -> Option<&str> {
        self.constructed.as_deref()
    }

    /// By what it was seasonally adjusted; `None` if it was not.
    pub fn seasonally_adjusted(&self) -> Option<&str> {
        self.adjusted.as_deref()
    }

    /// The same, constructed.
    pub(crate) fn with_construction(mut self, how: impl Into<String>) -> Self {
        self.constructed = Some(how.into());
        self
    }

    /// The same, seasonally adjusted.
    pub(crate) fn with_adjustment(mut self, how: impl Into<String>) -> Self {
        self.adjusted = Some(how.into());
        self
    }

    /// What holds for anything computed from both.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.constructed = self.constructed.or_else(|| other.constructed.clone());
        self.adjusted = self.adjusted.or_else(|| other.adjusted.clone());
        self
    }

    /// What a reader of any result from the series must know.
    pub(crate) fn notes(&self, name: &str) -> Vec<Note> {
        let constructed = self.constructed.iter().map(|how| {
            Note::new(format!(
                "`{name}` is constructed data ({how}): its movement inside the longer periods comes from a method and its \
                 indicators and was not observed."
            ))
        });
        let adjusted = self.adjusted.iter().map(|how| {
            Note::new(format!(
                "`{name}` is seasonally adjusted ({how}): adjustment filters mix each value with later ones, which distorts \
                 lags and tests of what predicts what. The series as observed with seasonal dummies is free of this."
            ))
        });
        constructed.chain(adjusted).collect()
    }
}
