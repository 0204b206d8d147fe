//! Choosing and matching samples, always by date.

use super::Series;
use crate::{Error, ErrorKind, Period};

impl Series {
    /// The value in `period`.
    ///
    /// # Errors
    /// If the frequency differs or the period is outside the sample.
    pub fn at(&self, period: Period) -> Result<f64, Error> {
        self.index(period).map(|i| self.values[i])
    }

    /// The observations from `from` to `to`, both included.
    ///
    /// ```
    /// use yalu::{Period, Series};
    /// let x = Series::new("x", Period::annual(2008), vec![1.0, 2.0, 3.0, 4.0])?;
    /// let inner = x.window(Period::annual(2009), Period::annual(2010))?;
    /// assert_eq!(inner.values(), [2.0, 3.0]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If an end is outside the sample, or `to` is before `from`: a window is never silently shorter than asked.
    pub fn window(&self, from: Period, to: Period) -> Result<Self, Error> {
        let (first, last) = (self.index(from)?, self.index(to)?);
        if last < first {
            return Err(Error::new(ErrorKind::Argument, format!("the sample {from} to {to} ends before it begins"))
                .remedy("give the earlier date first"));
        }
        self.derived(self.name.clone(), from, self.values[first..=last].to_vec(), format!("sample {from} to {to}"))
    }

    /// The observations from `from` to the last.
    ///
    /// # Errors
    /// If `from` is outside the sample.
    pub fn since(&self, from: Period) -> Result<Self, Error> {
        self.window(from, self.end())
    }

    /// The observations from the first to `to`.
    ///
    /// # Errors
    /// If `to` is outside the sample.
    pub fn until(&self, to: Period) -> Result<Self, Error> {
        self.window(self.start, to)
    }

    /// The place of a period among the values.
    fn index(&self, period: Period) -> Result<usize, Error> {
        let steps = period.since(self.start)?;
        usize::try_from(steps).ok().filter(|i| *i < self.len()).ok_or_else(|| {
            Error::new(ErrorKind::Sample, format!("`{}` has no value in {period}", self.name)).remedy(format!(
                "choose a date within {} to {}",
                self.start,
                self.end()
            ))
        })
    }
}

/// Several series cut to the dates they all have, in the order given.
///
/// ```
/// use yalu::{Period, Series};
/// let x = Series::new("x", Period::annual(2008), vec![1.0, 2.0, 3.0])?;
/// let y = Series::new("y", Period::annual(2009), vec![5.0, 6.0, 7.0])?;
/// let both = yalu::series::align(&[&x, &y])?;
/// assert_eq!(both[0].values(), [2.0, 3.0]);
/// assert_eq!(both[1].values(), [5.0, 6.0]);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # Errors
/// If the frequencies differ or no date is common to all.
pub fn align(series: &[&Series]) -> Result<Vec<Series>, Error> {
    let Some(one) = series.first() else { return Ok(Vec::new()) };
    let (mut from, mut to) = (one.start(), one.end());
    for other in &series[1..] {
        if other.start().since(from).map_err(|_| frequencies_differ(one, other))? > 0 {
            from = other.start();
        }
        if other.end().since(to)? < 0 {
            to = other.end();
        }
    }
    if to.since(from)? < 0 {
        let samples: Vec<String> =
            series.iter().map(|s| format!("`{}` {} to {}", s.name(), s.start(), s.end())).collect();
        return Err(Error::new(
            ErrorKind::Sample,
            format!("the series have no date in common: {}", samples.join(", ")),
        )
        .remedy("choose series that overlap"));
    }
    series
        .iter()
        .map(|s| if s.start() == from && s.end() == to { Ok((*s).clone()) } else { s.window(from, to) })
        .collect()
}

/// The error for two series that cannot be matched by date.
pub(super) fn frequencies_differ(a: &Series, b: &Series) -> Error {
    Error::new(
        ErrorKind::Frequency,
        format!("`{}` is {} and `{}` is {}", a.name(), a.frequency(), b.name(), b.frequency()),
    )
    .remedy("aggregate the more frequent one")
}
