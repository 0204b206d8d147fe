//! The series of a test on the periods they share.

use super::constructed;
use crate::{Error, ErrorKind, Note, Series};

/// Cause, effect and the given series, cut to the periods in which all are observed.
#[derive(Debug, Clone)]
pub(crate) struct Aligned {
    /// Cause first, effect second, then the given ones.
    pub series: Vec<Series>,
    /// Series that stand in both models as they are.
    pub exogenous: Vec<Series>,
    /// What every report must say of them.
    pub notes: Vec<Note>,
}

/// The series cut to the periods in which all are observed, with what every report must say of them. Constructed data are
/// taken only if the user insists.
///
/// # Errors
/// If a series is constructed, two series share a name, frequencies differ, no period is common to all, or a series does not vary there.
pub(crate) fn align_all(all: &[&Series], accept_constructed: bool) -> Result<(Vec<Series>, Vec<Note>), Error> {
    let Some(reference) = all.first() else { return Ok((Vec::new(), Vec::new())) };
    let notes = constructed::check(all.iter().copied(), accept_constructed)?;
    for (i, series) in all.iter().enumerate() {
        if all[..i].iter().any(|other| other.name() == series.name()) {
            return Err(Error::new(ErrorKind::Name, format!("`{}` stands twice in the test", series.name()))
                .remedy("give each series once; rename one if two different ones share a name"));
        }
    }
    let (mut first, mut last) = (0, reference.len() as i64 - 1);
    for series in all {
        if series.frequency() != reference.frequency() {
            let name = |one: &Series| format!("`{}` is {}", one.name(), one.frequency());
            return Err(Error::new(ErrorKind::Frequency, format!("{} and {}", name(series), name(reference)))
                .remedy("bring both to the lower frequency first"));
        }
        let offset = series.start().since(reference.start())?;
        first = first.max(offset);
        last = last.min(offset + series.len() as i64 - 1);
    }
    if first > last {
        let spans: Vec<String> = all.iter().map(|s| format!("`{}` {}", s.name(), s.sample())).collect();
        return Err(Error::new(ErrorKind::Sample, format!("no period has all of: {}", spans.join("; ")))
            .remedy("give series that overlap"));
    }
    let start = reference.start().plus(first);
    let series = all.iter().map(|series| cut(series, start, (last - first + 1) as usize)).collect::<Result<_, _>>()?;
    Ok((series, notes))
}

impl Aligned {
    /// Aligns by date.
    ///
    /// # Errors
    /// As [`align_all`].
    pub fn align(
        cause: &Series,
        effect: &Series,
        given: &[&Series],
        exogenous: &[&Series],
        accept_constructed: bool,
    ) -> Result<Self, Error> {
        // The effect first: what is out of step is out of step with it.
        let all: Vec<&Series> =
            [effect, cause].into_iter().chain(given.iter().copied()).chain(exogenous.iter().copied()).collect();
        let (mut series, notes) = align_all(&all, accept_constructed)?;
        series.swap(0, 1);
        let exogenous = series.split_off(2 + given.len());
        Ok(Self { series, exogenous, notes })
    }

    pub fn cause(&self) -> &Series {
        &self.series[0]
    }

    pub fn effect(&self) -> &Series {
        &self.series[1]
    }

    pub fn given(&self) -> &[Series] {
        &self.series[2..]
    }

    /// Observations of each series.
    pub fn len(&self) -> usize {
        self.effect().len()
    }

    /// The values, series by series.
    pub fn values(&self) -> Vec<&[f64]> {
        self.series.iter().map(Series::values).collect()
    }
}

/// `length` values from `start` on, refused if they are all the same.
fn cut(series: &Series, start: crate::Period, length: usize) -> Result<Series, Error> {
    let skip = usize::try_from(start.since(series.start())?).unwrap_or(0);
    let values: Vec<f64> = series.values().iter().copied().skip(skip).take(length).collect();
    let cut = Series::new(series.name(), start, values)?.with_provenance(series.provenance().clone());
    let values = cut.values();
    if values.len() > 1 && values.iter().all(|value| *value == values[0]) {
        return Err(Error::new(
            ErrorKind::Constant,
            format!("`{}` does not vary: it is {} from {start} to {}", series.name(), values[0], cut.end()),
        )
        .remedy("a series that does not vary neither causes nor is caused; choose another or a longer sample"));
    }
    Ok(cut)
}
