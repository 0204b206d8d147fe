//! The two calendars: which values of high frequency make up which of low frequency.

use crate::series::{Aggregation, align};
use crate::{Error, ErrorKind, Frequency, Period, Series};

/// The periods of high frequency, and how blocks of them make up the observed values.
#[derive(Debug, Clone)]
pub(super) struct Span {
    /// The first period of high frequency.
    pub start: Period,
    /// How many there are.
    pub length: usize,
    /// Where the first block begins.
    pub first: usize,
    /// Periods in a block.
    pub size: usize,
    /// Blocks, one for each observed value.
    pub blocks: usize,
    pub aggregation: Aggregation,
}

impl Span {
    /// The span of the indicators, or of the series itself if there is none; with the indicators' values on it.
    pub fn of(
        low: &Series,
        frequency: Frequency,
        aggregation: Aggregation,
        indicators: &[&Series],
    ) -> Result<(Self, Vec<Series>), Error> {
        let name = low.name();
        if frequency <= low.frequency() {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!("`{name}` is {} and cannot be disaggregated to {frequency}", low.frequency()),
            )
            .remedy("choose a higher frequency; `aggregate` goes the other way"));
        }
        for indicator in indicators {
            if indicator.frequency() != frequency {
                return Err(Error::new(
                    ErrorKind::Frequency,
                    format!(
                        "the indicator `{}` is {} where {frequency} is needed",
                        indicator.name(),
                        indicator.frequency()
                    ),
                )
                .remedy("give an indicator of the frequency asked for"));
            }
        }
        let indicators = align(indicators)?;
        let (begin, end) = (low.start().first(frequency)?, low.end().last(frequency)?);
        let (start, last) = indicators.first().map_or((begin, end), |one| (one.start(), one.end()));
        let (first, beyond) = (begin.since(start)?, last.since(end)?);
        if first < 0 || beyond < 0 {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("the indicators have {start} to {last} in common, and `{name}` needs {begin} to {end}"),
            )
            .remedy(format!("give longer indicators, or `{name}` for the periods they cover whole")));
        }
        let span = Self {
            start,
            length: usize::try_from(last.since(start)?).unwrap_or(0) + 1,
            first: usize::try_from(first).unwrap_or(0),
            size: frequency.per_year() / low.frequency().per_year(),
            blocks: low.len(),
            aggregation,
        };
        Ok((span, indicators))
    }

    /// The weights of a block's periods.
    pub fn weights(&self) -> Vec<f64> {
        let at = |place: usize| (0..self.size).map(|j| f64::from(u8::from(j == place))).collect();
        match self.aggregation {
            Aggregation::Sum => vec![1.0; self.size],
            Aggregation::Mean => vec![1.0 / self.size as f64; self.size],
            Aggregation::Start => at(0),
            Aggregation::End => at(self.size - 1),
        }
    }

    /// C x: what values of high frequency come to in every block.
    pub fn aggregate(&self, values: &[f64]) -> Vec<f64> {
        let weights = self.weights();
        let blocks = values[self.first..].chunks_exact(self.size).take(self.blocks);
        blocks.map(|block| std::iter::zip(block, &weights).map(|(value, weight)| value * weight).sum()).collect()
    }

    /// The periods before the first and after the last block.
    pub fn extrapolated(&self) -> (usize, usize) {
        (self.first, self.length - self.first - self.blocks * self.size)
    }

    /// The period at a place.
    pub fn at(&self, place: usize) -> Period {
        self.start.plus(place as i64)
    }
}
