//! The date of a break.

use std::fmt;

use serde::Serialize;

use crate::{Design, Error, ErrorKind, Period, Stamp};

/// A break between two neighbouring rows: the last of the old regime and the first of the new one.
///
/// Programs differ in which of the two they call "the break date"; here both are always named.
///
/// ```
/// use yalu::Period;
/// use yalu::breaks::BreakDate;
/// let date = BreakDate::with_first_after(Period::annual(2010));
/// assert_eq!(date, BreakDate::with_last_before(Period::annual(2009)));
/// assert_eq!(date.to_string(), "2009|2010");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct BreakDate {
    /// The last period (or row) of the old regime.
    pub last_before: Stamp,
    /// The first period (or row) of the new regime.
    pub first_after: Stamp,
}

impl BreakDate {
    /// The break of which this is the first period after: the date of `post(D)`.
    pub fn with_first_after(date: impl Into<Stamp>) -> Self {
        let first_after = date.into();
        Self { last_before: neighbour(first_after, -1), first_after }
    }

    /// The break of which this is the last period before.
    pub fn with_last_before(date: impl Into<Stamp>) -> Self {
        let last_before = date.into();
        Self { last_before, first_after: neighbour(last_before, 1) }
    }

    /// The number of rows of a design that belong to the old regime.
    ///
    /// # Errors
    /// If the date is of another frequency than the rows, or all rows lie on one side of it.
    pub fn rows_before(self, design: &Design) -> Result<usize, Error> {
        let mut before = 0;
        for stamp in design.stamps() {
            before += usize::from(!self.is_reached(*stamp)?);
        }
        if before == 0 || before == design.nobs() {
            let side = if before == 0 { "after" } else { "before" };
            return Err(Error::new(
                ErrorKind::Sample,
                format!("every row lies {side} the break at {self}: {}", design.sample()),
            )
            .remedy("give a date inside the sample"));
        }
        Ok(before)
    }

    /// The name of a term's change: `post(2010)` for the constant, `x:post(2010)` for x.
    pub(crate) fn changed(self, term: &str) -> String {
        let post = format!("post({})", self.first_after);
        if term == Design::INTERCEPT { post } else { format!("{term}:{post}") }
    }

    fn is_reached(self, stamp: Stamp) -> Result<bool, Error> {
        match (stamp, self.first_after) {
            (Stamp::Period(period), Stamp::Period(first)) => Ok(period.since(first)? >= 0),
            (Stamp::Row(row), Stamp::Row(first)) => Ok(row >= first),
            (Stamp::Row(_), Stamp::Period(date)) => Err(Error::new(
                ErrorKind::Calendar,
                format!("the break is dated {date}, but the rows have numbers only"),
            )
            .remedy("give the break as a row number, or name the column of dates")),
            (Stamp::Period(period), Stamp::Row(row)) => Err(Error::new(
                ErrorKind::Calendar,
                format!("the break is at row {row}, but the rows are dated ({period} is one)"),
            )
            .remedy("give the break as a date")),
        }
    }
}

fn neighbour(stamp: Stamp, step: i64) -> Stamp {
    match stamp {
        Stamp::Period(period) => Stamp::Period(period.plus(step)),
        Stamp::Row(row) => Stamp::Row(if step < 0 { row.saturating_sub(1) } else { row.saturating_add(1) }),
    }
}

impl From<Period> for BreakDate {
    /// The period is the first after the break.
    fn from(first_after: Period) -> Self {
        Self::with_first_after(first_after)
    }
}

impl fmt::Display for BreakDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}", self.last_before, self.first_after)
    }
}
