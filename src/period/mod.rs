//! Time as a type: a year, half-year, quarter or month that knows its neighbours.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Error, ErrorKind};

mod convert;
mod frequency;
mod parse;
mod range;

pub use frequency::Frequency;
pub(crate) use parse::{Spelling, days_in, shorten, spelled};
pub use range::Periods;

/// One year, half-year, quarter or month.
///
/// ```
/// use yalu::{Frequency, Period};
/// let may: Period = "2010-05".parse()?;
/// assert_eq!(may, Period::new(Frequency::Monthly, 2010, 5)?);
/// assert_eq!(may.plus(8).to_string(), "2011-01");
/// assert_eq!("2011-01".parse::<Period>()?.since(may)?, 8);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    frequency: Frequency,
    /// Periods since the first of year 0.
    ordinal: i64,
}

impl Period {
    /// The `part`-th period (from 1) of a year; annual periods have part 1 only.
    ///
    /// # Errors
    /// If a year has no such part: month 13, quarter 0.
    pub fn new(frequency: Frequency, year: i32, part: u32) -> Result<Self, Error> {
        let per_year = frequency.per_year();
        if part == 0 || part as usize > per_year {
            return Err(Error::new(
                ErrorKind::Period,
                format!("a year has {per_year} {frequency} period(s); there is no number {part}"),
            ));
        }
        Ok(Self { frequency, ordinal: i64::from(year) * per_year as i64 + i64::from(part) - 1 })
    }

    /// A year.
    pub const fn annual(year: i32) -> Self {
        Self { frequency: Frequency::Annual, ordinal: year as i64 }
    }

    /// How often periods of this kind come.
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// The calendar year.
    pub const fn year(self) -> i32 {
        let year = self.ordinal.div_euclid(self.frequency.per_year() as i64);
        // Only steps of billions of years leave the range of `i32`; they stay at its end.
        if year > i32::MAX as i64 {
            i32::MAX
        } else if year < i32::MIN as i64 {
            i32::MIN
        } else {
            year as i32
        }
    }

    /// The number of the half-year, quarter or month in its year, from 1.
    pub const fn part(self) -> usize {
        self.ordinal.rem_euclid(self.frequency.per_year() as i64) as usize + 1
    }

    /// The period `steps` later (earlier if negative).
    #[must_use]
    pub const fn plus(self, steps: i64) -> Self {
        Self { frequency: self.frequency, ordinal: self.ordinal.saturating_add(steps) }
    }

    /// How many periods this one lies after `earlier` (negative if before).
    ///
    /// # Errors
    /// If the frequencies differ.
    pub fn since(self, earlier: Self) -> Result<i64, Error> {
        if self.frequency != earlier.frequency {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!("{self} is {} and {earlier} is {}", self.frequency, earlier.frequency),
            )
            .remedy("write the date at the data's own frequency"));
        }
        Ok(self.ordinal.saturating_sub(earlier.ordinal))
    }
}

/// Periods of different frequency are not ordered: `None`.
impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (self.frequency == other.frequency).then(|| self.ordinal.cmp(&other.ordinal))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, part) = (self.year(), self.part());
        match self.frequency {
            Frequency::Annual => write!(f, "{year:04}"),
            Frequency::HalfYearly => write!(f, "{year:04}H{part}"),
            Frequency::Quarterly => write!(f, "{year:04}Q{part}"),
            Frequency::Monthly => write!(f, "{year:04}-{part:02}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
