//! From one frequency to another: the year that contains a month, the months that make up a year.

use super::{Frequency, Period};
use crate::{Error, ErrorKind};

impl Period {
    /// The period of a lower (or the same) frequency that contains this one.
    ///
    /// ```
    /// use yalu::{Frequency, Period};
    /// let may: Period = "2010-05".parse()?;
    /// assert_eq!(may.convert(Frequency::HalfYearly)?.to_string(), "2010H1");
    /// assert_eq!(may.convert(Frequency::Annual)?.to_string(), "2010");
    /// assert!(may.convert(Frequency::Annual)?.convert(Frequency::Monthly).is_err());
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If `frequency` is higher: a year lies in no single month. [`first`](Period::first) and
    /// [`last`](Period::last) name the ends.
    pub fn convert(self, frequency: Frequency) -> Result<Self, Error> {
        if frequency > self.frequency {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!("{self} is {} and lies in no single {frequency} period", self.frequency),
            )
            .remedy(format!("write the {frequency} period itself")));
        }
        let ratio = (self.frequency.per_year() / frequency.per_year()) as i64;
        Ok(Self { frequency, ordinal: self.ordinal.div_euclid(ratio) })
    }

    /// The first period of a higher (or the same) frequency inside this one: the January of a year.
    ///
    /// # Errors
    /// If `frequency` is lower.
    pub fn first(self, frequency: Frequency) -> Result<Self, Error> {
        let ratio = self.parts_inside(frequency)?;
        Ok(Self { frequency, ordinal: self.ordinal.saturating_mul(ratio) })
    }

    /// The last period of a higher (or the same) frequency inside this one: the December of a year.
    ///
    /// # Errors
    /// If `frequency` is lower.
    pub fn last(self, frequency: Frequency) -> Result<Self, Error> {
        let ratio = self.parts_inside(frequency)?;
        Ok(Self { frequency, ordinal: self.ordinal.saturating_mul(ratio).saturating_add(ratio - 1) })
    }

    /// How many periods of a higher frequency make up this one.
    fn parts_inside(self, frequency: Frequency) -> Result<i64, Error> {
        if frequency < self.frequency {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!("{self} is {} and contains no {frequency} period", self.frequency),
            )
            .remedy("use `convert` for the period that contains it"));
        }
        Ok((frequency.per_year() / self.frequency.per_year()) as i64)
    }
}
