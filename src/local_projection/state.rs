//! In which state a period is.

use crate::{Error, ErrorKind, Indicator, Period, Sample, Series};

/// What responses may depend on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State<'a> {
    /// Dates: known beforehand, so that the shock's own period counts.
    Dates(Indicator),
    /// A series between 0 and 1, a dummy or a smooth transition, one period before the shock, which must not have moved it.
    Lagged(&'a Series),
}

impl State<'_> {
    /// What the regressors are called.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Dates(indicator) => indicator.to_string(),
            Self::Lagged(series) => format!("lag({}, 1)", series.name()),
        }
    }

    /// The weight of the state in `rows` periods from `first` on.
    pub(super) fn weights(&self, first: Period, rows: usize) -> Result<Vec<f64>, Error> {
        let last = first.plus(rows as i64 - 1);
        let weights = match self {
            Self::Dates(indicator) => {
                indicator.check(first)?;
                (0..rows).map(|t| indicator.value(first.plus(t as i64))).collect::<Result<Vec<f64>, _>>()?
            }
            Self::Lagged(series) => {
                if let Some(value) = series.values().iter().find(|value| !(0.0..=1.0).contains(*value)) {
                    return Err(Error::new(
                        ErrorKind::Argument,
                        format!("the state `{}` has the value {value}, which is not between 0 and 1", series.name()),
                    )
                    .remedy("give a dummy, or a transition function such as 1/(1 + exp(−z))"));
                }
                series.window(first.plus(-1), last.plus(-1))?.values().to_vec()
            }
        };
        if weights.iter().all(|weight| *weight == weights[0]) {
            let sample = Sample { first: first.into(), last: last.into(), n: rows };
            return Err(Error::new(
                ErrorKind::Constant,
                format!("the state `{}` is {} throughout {sample}", self.name(), weights[0]),
            )
            .remedy("choose a date or a series that divides the sample"));
        }
        Ok(weights)
    }
}
