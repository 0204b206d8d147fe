//! Zero–one regressors that stand for dates.

use std::fmt;

use crate::{Error, ErrorKind, Period, Stamp};

/// A regressor that is 1 in the periods it names and 0 in all others.
///
/// The dates are written at the data's own frequency: an event in the second half of May 2010 is `post(2010-06)` in monthly data,
/// `post(2010H2)` in half-yearly data, and either `post(2010)` or `post(2011)` in annual data.
///
/// ```
/// use yalu::{Indicator, Period};
/// let after = Indicator::Post("2010-06".parse()?);
/// assert_eq!(after.to_string(), "post(2010-06)");
/// assert_eq!(after.value("2010-05".parse()?)?, 0.0);
/// assert_eq!(after.value("2010-06".parse()?)?, 1.0);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "dummy")]
#[doc(alias = "step")]
pub enum Indicator {
    /// 1 from this period on: the first one after the break.
    Post(Period),
    /// 1 from the first to the second period, both included.
    Between(Period, Period),
    /// 1 in this period alone.
    #[doc(alias = "impulse")]
    Pulse(Period),
}

impl Indicator {
    /// Its value in a period; an error if the period's frequency is not that of the indicator's dates.
    pub fn value(self, period: Period) -> Result<f64, Error> {
        let inside = match self {
            Self::Post(from) => period.since(from)? >= 0,
            Self::Between(from, to) => period.since(from)? >= 0 && period.since(to)? <= 0,
            Self::Pulse(at) => period.since(at)? == 0,
        };
        Ok(f64::from(u8::from(inside)))
    }

    /// An error if the dates are not at the frequency of the data (of which `sample` is any period),
    /// or the second date lies before the first.
    pub(crate) fn check(self, sample: Period) -> Result<(), Error> {
        let dates = match self {
            Self::Post(date) | Self::Pulse(date) => [date, date],
            Self::Between(from, to) => [from, to],
        };
        for date in dates {
            if date.frequency() != sample.frequency() {
                let (theirs, ours) = (date.frequency(), sample.frequency());
                return Err(Error::new(
                    ErrorKind::Frequency,
                    format!("{date} in `{self}` is {theirs} and the data are {ours}"),
                )
                .remedy(format!("write the date as the data do, like {}", same_time(date, sample))));
            }
        }
        if dates[1].since(dates[0])? < 0 {
            return Err(Error::new(ErrorKind::Argument, format!("`{self}` ends before it begins"))
                .remedy(format!("write between({}, {})", dates[1], dates[0])));
        }
        Ok(())
    }

    /// An error if `values`, the indicator's in a sample, are all 0 or all 1: such a column says nothing.
    pub(crate) fn refuse_same_everywhere(self, values: &[f64], first: Stamp, last: Stamp) -> Result<(), Error> {
        match values.first() {
            Some(value) if values.iter().all(|v| v == value) => {
                Err(Error::new(ErrorKind::Constant, format!("`{self}` is {value} in every row from {first} to {last}"))
                    .remedy("give a date inside the sample, or leave the term out"))
            }
            _ => Ok(()),
        }
    }
}

/// The first period of `date` (or the one around it) at the frequency of `sample`.
fn same_time(date: Period, sample: Period) -> Period {
    let (from, to) = (date.frequency().per_year(), sample.frequency().per_year());
    let part = (date.part() - 1) * to / from + 1;
    Period::new(sample.frequency(), date.year(), part as u32).unwrap_or(sample)
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Post(from) => write!(f, "post({from})"),
            Self::Between(from, to) => write!(f, "between({from}, {to})"),
            Self::Pulse(at) => write!(f, "pulse({at})"),
        }
    }
}
