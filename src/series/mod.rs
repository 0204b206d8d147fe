//! A regular series: a name, a first period, and values without gaps.

use crate::{Error, ErrorKind, Frequency, Period, Sample, Stamp};

mod frame;

pub use frame::{Calendar, Frame};

/// A variable observed every period from its first to its last: regular by construction, every value finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    name: String,
    start: Period,
    values: Vec<f64>,
    history: Vec<String>,
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
        Ok(Self { name, start, values, history: Vec::new() })
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
}
