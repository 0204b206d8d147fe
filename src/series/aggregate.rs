//! From months to years: a flow adds up, a price is averaged, a stock is taken at the end.

use std::fmt;

use super::Series;
use crate::{Error, ErrorKind, Frequency};

/// How several observations become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aggregation {
    /// Their sum: a flow, such as exports.
    Sum,
    /// Their mean: a price, a rate.
    Mean,
    /// The first of them: a stock at the beginning.
    #[doc(alias = "first")]
    Start,
    /// The last of them: a stock, such as reserves.
    #[doc(alias = "last")]
    End,
}

impl fmt::Display for Aggregation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Start => "start-of-period value",
            Self::End => "end-of-period value",
        })
    }
}

impl Series {
    /// The series at a lower frequency, from the longer periods that are complete.
    ///
    /// A first or last period that the sample covers only in part (a year of which three months are known) has no
    /// value: it is left out, whatever the rule, and the history says so. The name stays: the frequency and the
    /// history tell the two series apart.
    ///
    /// ```
    /// use yalu::series::Aggregation;
    /// use yalu::{Frequency, Series};
    /// let x = Series::new("x", "2009Q4".parse()?, vec![9.0, 1.0, 2.0, 3.0, 4.0])?;
    /// let annual = x.aggregate(Frequency::Annual, Aggregation::Sum)?;
    /// assert_eq!(annual.values(), [10.0]);
    /// assert_eq!(annual.history(), ["annual sum; incomplete and left out: 2009"]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the frequency is not lower, or no longer period is complete.
    pub fn aggregate(&self, frequency: Frequency, aggregation: Aggregation) -> Result<Self, Error> {
        if frequency >= self.frequency() {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!("`{}` is {} and cannot be aggregated to {frequency}", self.name, self.frequency()),
            )
            .remedy("choose a lower frequency"));
        }
        let size = self.frequency().per_year() / frequency.per_year();
        let (first, last) = (self.start.convert(frequency)?, self.end().convert(frequency)?);
        let begins_whole = first.first(self.frequency())? == self.start;
        let ends_whole = last.last(self.frequency())? == self.end();

        let start = if begins_whole { first } else { first.plus(1) };
        let skipped = usize::try_from(start.first(self.frequency())?.since(self.start)?).unwrap_or(0);
        let whole = self.values.get(skipped..).unwrap_or_default().chunks_exact(size);
        let values: Vec<f64> = whole
            .map(|chunk| match aggregation {
                Aggregation::Sum => chunk.iter().sum(),
                Aggregation::Mean => chunk.iter().sum::<f64>() / size as f64,
                Aggregation::Start => chunk[0],
                Aggregation::End => chunk[size - 1],
            })
            .collect();
        if values.is_empty() {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("`{}` covers no complete {frequency} period ({})", self.name, self.sample()),
            )
            .remedy("use a longer sample"));
        }
        let mut left_out: Vec<String> = Vec::new();
        left_out.extend((!begins_whole).then(|| first.to_string()));
        left_out.extend((!ends_whole && (begins_whole || last != first)).then(|| last.to_string()));
        let step = match left_out.as_slice() {
            [] => format!("{frequency} {aggregation}"),
            some => format!("{frequency} {aggregation}; incomplete and left out: {}", some.join(", ")),
        };
        self.derived(self.name.clone(), start, values, step)
    }
}
