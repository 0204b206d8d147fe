//! A regular series: a name, a first period, and values without gaps.

use crate::{Error, ErrorKind, Frequency, Period, Sample, Stamp};

mod aggregate;
mod align;
mod arithmetic;
mod calendar;
mod csv;
mod csv_text;
mod describe;
mod deterministic;
mod frame;
mod frame_series;
mod panel;
mod provenance;
mod tables;
mod transform;

#[cfg(test)]
mod tests;

pub use aggregate::Aggregation;
pub use align::align;
pub use calendar::Calendar;
pub use csv::{CsvOptions, DateColumn, DecimalMark, Delimiter, MISSING};
pub(crate) use csv::{LongRow, read_long};
pub use describe::{ColumnDescription, Description};
pub use deterministic::{seasonal_dummies, trend};
pub use frame::Frame;
pub use panel::Panel;
pub use provenance::Provenance;

/// A variable observed every period from its first to its last: regular by construction, every value finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    name: String,
    start: Period,
    values: Vec<f64>,
    history: Vec<String>,
    provenance: Provenance,
}

impl Series {
    /// A series from its first period and its values; refused if empty or if a value is NaN or infinite.
    pub fn new(name: impl Into<String>, start: Period, values: Vec<f64>) -> Result<Self, Error> {
        let name = name.into();
        if values.is_empty() {
            return Err(Error::new(ErrorKind::Sample, format!("`{name}` has no observations")));
        }
        if let Some(i) = values.iter().position(|v| !v.is_finite()) {
            let (at, value) = (start.plus(i as i64), values[i]);
            return Err(Error::new(ErrorKind::NonFinite, format!("`{name}` is {value} in {at}"))
                .remedy("leave a missing value out of the series, or give the sample without it"));
        }
        Ok(Self { name, start, values, history: Vec::new(), provenance: Provenance::default() })
    }

    /// The name by which results speak of it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first period.
    pub fn start(&self) -> Period {
        self.start
    }

    /// The last period.
    pub fn end(&self) -> Period {
        self.start.plus(self.values.len() as i64 - 1)
    }

    /// How often it is observed.
    pub fn frequency(&self) -> Frequency {
        self.start.frequency()
    }

    /// The number of observations, at least one.
    #[allow(clippy::len_without_is_empty, reason = "a series is never empty")]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// The values in order of time.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// What was done to it since it was read, oldest first.
    pub fn history(&self) -> &[String] {
        &self.history
    }

    /// Whether it was constructed or seasonally adjusted, which transforms do not undo.
    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// The same values with this provenance.
    #[must_use]
    pub(crate) fn with_provenance(mut self, provenance: Provenance) -> Self {
        self.provenance = provenance;
        self
    }

    /// First period, last period and number of observations.
    pub fn sample(&self) -> Sample {
        Sample { first: Stamp::Period(self.start), last: Stamp::Period(self.end()), n: self.len() }
    }

    /// The same values under another name.
    #[must_use]
    pub fn rename(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// A series made from this one: named by what was done, with one more step in its history.
    ///
    /// Refused if an operation overflowed, naming the first period where it did.
    pub(crate) fn derived(
        &self,
        name: String,
        start: Period,
        values: Vec<f64>,
        step: impl Into<String>,
    ) -> Result<Self, Error> {
        if values.is_empty() {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("`{name}` has no observations: `{}` has {} ({})", self.name, self.len(), self.sample()),
            )
            .remedy("use a longer sample"));
        }
        if let Some(i) = values.iter().position(|v| !v.is_finite()) {
            let at = start.plus(i as i64);
            return Err(Error::new(ErrorKind::NonFinite, format!("`{name}` leaves the range of numbers in {at}"))
                .remedy("rescale the series, or choose a sample without that value"));
        }
        let mut history = self.history.clone();
        history.push(step.into());
        Ok(Self { name, start, values, history, provenance: self.provenance.clone() })
    }
}
