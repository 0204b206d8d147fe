//! Reading a period in any of its usual spellings; the ambiguous ones are refused.
use std::str::FromStr;

use super::{Frequency, Period};
use crate::{Error, ErrorKind};

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let unreadable = || Error::new(ErrorKind::Period, format!("`{text}` is not a period"));
        match text.split_once('-') {
            Some((year, month)) => Self::new(
                Frequency::Monthly,
                year.parse().map_err(|_| unreadable())?,
                month.parse().map_err(|_| unreadable())?,
            ),
            None => Ok(Self::annual(text.parse().map_err(|_| unreadable())?)),
        }
    }
}
