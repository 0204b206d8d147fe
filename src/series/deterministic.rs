//! Deterministic series: the trend and the seasonal dummies.

use super::Series;
use crate::{Error, ErrorKind, Period};

/// The linear trend 1, 2, …, n from `start` on, named `trend`.
///
/// # Errors
/// If `n` is 0.
pub fn trend(start: Period, n: usize) -> Result<Series, Error> {
    Series::new("trend", start, (1..=n).map(|t| t as f64).collect())
}

/// Seasonal dummies for `n` periods from `start` on: one for every part of the year but the first, which is the base.
///
/// They are named `season(2)`, `season(3)`, … by the part of the year in which they are 1.
///
/// ```
/// let dummies = yalu::series::seasonal_dummies("2010Q3".parse()?, 4)?;
/// let names: Vec<&str> = dummies.iter().map(|d| d.name()).collect();
/// assert_eq!(names, ["season(2)", "season(3)", "season(4)"]);
/// assert_eq!(dummies[1].values(), [1.0, 0.0, 0.0, 0.0]);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # Errors
/// If the frequency is annual, or `n` is 0.
pub fn seasonal_dummies(start: Period, n: usize) -> Result<Vec<Series>, Error> {
    let frequency = start.frequency();
    if frequency.per_year() == 1 {
        return Err(Error::new(ErrorKind::Frequency, "annual data have no seasons").remedy("leave the dummies out"));
    }
    (2..=frequency.per_year())
        .map(|part| {
            let values = (0..n).map(|t| f64::from(u8::from(start.plus(t as i64).part() == part))).collect();
            Series::new(format!("season({part})"), start, values)
        })
        .collect()
}
