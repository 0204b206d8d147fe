//! Zero–one regressors that stand for dates.

use std::fmt;

use crate::{Error, ErrorKind, Frequency, Period, Stamp};

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

    /// The same event at another frequency, as far as whole periods can say it: of a period that the event cuts in two,
    /// `post` and `between` count neither part, and `pulse` is the period around it, as is a `between` without a whole one.
    fn at_frequency(self, frequency: Frequency) -> Result<Self, Error> {
        Ok(match self {
            Self::Post(from) => Self::Post(whole_from(from, frequency)?),
            Self::Between(from, to) => {
                let (first, last) = (whole_from(from, frequency)?, whole_to(to, frequency)?);
                if first <= last { Self::Between(first, last) } else { Self::Pulse(from.convert(frequency)?) }
            }
            Self::Pulse(at) if frequency > at.frequency() => Self::Between(at.first(frequency)?, at.last(frequency)?),
            Self::Pulse(at) => Self::Pulse(at.convert(frequency)?),
        })
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
                .remedy(match self.at_frequency(ours) {
                    Ok(spelled) => format!("write {spelled}"),
                    Err(_) => "write the date at the data's own frequency".to_owned(),
                }));
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

/// The first whole period of this frequency that begins on or after the beginning of `date`.
fn whole_from(date: Period, frequency: Frequency) -> Result<Period, Error> {
    if frequency > date.frequency() {
        return date.first(frequency);
    }
    let around = date.convert(frequency)?;
    Ok(if around.first(date.frequency())? == date { around } else { around.plus(1) })
}

/// The last whole period of this frequency that ends on or before the end of `date`.
fn whole_to(date: Period, frequency: Frequency) -> Result<Period, Error> {
    if frequency > date.frequency() {
        return date.last(frequency);
    }
    let around = date.convert(frequency)?;
    Ok(if around.last(date.frequency())? == date { around } else { around.plus(-1) })
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
