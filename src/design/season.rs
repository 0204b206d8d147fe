//! Seasons: their names, and which of them a design keeps.

use std::ops::RangeInclusive;

use crate::{Error, ErrorKind, Frequency};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The seasons (parts of a year, from 1) that get a dummy: all but the first beside a constant, all without one.
pub(crate) fn seasons(frequency: Frequency, beside_constant: bool) -> Result<RangeInclusive<usize>, Error> {
    if frequency == Frequency::Annual {
        return Err(Error::new(ErrorKind::Frequency, "annual data have no seasons")
            .remedy("leave seasonal dummies out, or use data of a higher frequency"));
    }
    Ok(1 + usize::from(beside_constant)..=frequency.per_year())
}

/// The name of a season's dummy: `season(H2)`, `season(Q2)`, `season(Feb)`.
pub(crate) fn season_name(frequency: Frequency, season: usize) -> String {
    match (frequency, MONTHS.get(season.wrapping_sub(1))) {
        (Frequency::Monthly, Some(month)) => format!("season({month})"),
        (Frequency::Quarterly, _) => format!("season(Q{season})"),
        (Frequency::HalfYearly, _) => format!("season(H{season})"),
        _ => format!("season({season})"),
    }
}
