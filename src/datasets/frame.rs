//! Reading a wide table; the one place that knows how.

use super::Records;
use crate::series::Calendar;
use crate::{Error, ErrorKind, Frame, Period};

/// A frame from a text whose first column is `period`, without a gap, and whose others are numbers or empty.
pub(super) fn read(text: &str, file: &str) -> Result<Frame, Error> {
    let records = Records::parse(text, file)?;
    let periods: Vec<Period> = records
        .iter()
        .map(|row| row.get("period")?.parse())
        .collect::<Result<_, _>>()
        .map_err(|e: Error| e.in_file(file))?;
    let first = *periods.first().ok_or_else(|| Error::new(ErrorKind::Sample, "the table has no rows").in_file(file))?;
    for (i, period) in periods.iter().enumerate() {
        if *period != first.plus(i as i64) {
            return Err(Error::new(
                ErrorKind::Calendar,
                format!("{period} stands where {} is due", first.plus(i as i64)),
            )
            .in_file(file)
            .at_line(i + 2)
            .remedy("give every period one row, in order; leave the cells of a missing one empty"));
        }
    }
    let mut frame = Frame::new(Calendar::From(first), periods.len());
    for name in records.names().filter(|name| *name != "period") {
        let cells = records.iter().map(|row| row.number(name)).collect::<Result<_, _>>();
        frame = frame.with_column(name, cells.map_err(|e: Error| e.in_file(file))?)?;
    }
    Ok(frame)
}
