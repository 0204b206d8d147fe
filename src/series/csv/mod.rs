//! Reading a table of comma-separated values: rightly, or not at all.
//!
//! What the file leaves open (delimiter, decimal mark, frequency) is found out where one reading only is possible, noted
//! in the frame, and refused where two are.

use std::path::Path;

use self::dates::Dates;
use self::records::Records;
use self::source::Source;
use super::frame::Column;
use super::{Calendar, Frame};
use crate::{Error, ErrorKind, Note};

mod calendar;
mod columns;
mod dates;
mod dialect;
mod header;
mod long;
mod mark;
mod number;
mod options;
mod panel;
mod records;
mod source;
#[cfg(test)]
mod tests;

pub(crate) use long::{LongRow, read_long};
pub use options::{CsvOptions, DateColumn, DecimalMark, Delimiter, MISSING};

impl Frame {
    /// Reads a file of comma-, semicolon- or tab-separated values.
    ///
    /// The first line names the columns. Dates become the calendar: a date that has no row gets a row of missing
    /// cells, and [`Frame::notes`] says so, as it says everything else that was found out and not given.
    ///
    /// # Errors
    /// If the file cannot be read, or not with certainty; the message names the line, the column and the remedy.
    pub fn read_csv(path: impl AsRef<Path>, options: &CsvOptions) -> Result<Self, Error> {
        let path = path.as_ref();
        let file = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            Error::new(ErrorKind::Io, format!("the file cannot be read ({error})"))
                .in_file(file.clone())
                .remedy("check its name and its permissions")
        })?;
        Self::from_csv_text(bytes, &file, options)
    }

    /// Reads a text (or its bytes) as [`Frame::read_csv`] does; `file` is the name that errors give it.
    ///
    /// ```
    /// use yalu::Frame;
    /// use yalu::series::CsvOptions;
    /// let text = "quarter;exports\n2010Q1;1.234,5\n2010Q2;..\n2010Q4;1.300,0\n";
    /// let frame = Frame::from_csv_text(text, "trade.csv", &CsvOptions::default())?;
    /// assert_eq!(frame.column("exports")?, [Some(1234.5), None, None, Some(1300.0)]);
    /// let notes: Vec<&str> = frame.notes().iter().map(|note| note.text()).collect();
    /// assert_eq!(notes[3], "the file has no row for 2010Q3: 1 row(s) of missing cells put in");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Frame::read_csv`].
    pub fn from_csv_text(text: impl AsRef<[u8]>, file: &str, options: &CsvOptions) -> Result<Self, Error> {
        let file = Parsed::of(Source::new(text.as_ref(), file)?, options, None)?;
        let Parsed { source, records, mut columns, dates, mut notes, .. } = file;
        let Some(dates) = dates else {
            return Ok(Self { calendar: Calendar::Rows, rows: records.len() - 1, columns, notes });
        };
        let places = calendar::place(&source, &records, &dates, options, &mut notes)?;
        for column in &mut columns {
            column.cells = places.spread(&column.cells);
        }
        Ok(Self { calendar: Calendar::From(places.start), rows: places.total, columns, notes })
    }
}

/// A file's columns of values and its dates, before these make a calendar.
struct Parsed<'a> {
    source: Source<'a>,
    records: Records<'a>,
    columns: Vec<Column>,
    dates: Option<Dates>,
    /// The place of the column that names the units of a panel.
    unit: Option<usize>,
    notes: Vec<Note>,
}

impl<'a> Parsed<'a> {
    /// Reads the columns of values, without that of the units if one is named.
    fn of(source: Source<'a>, options: &CsvOptions, unit: Option<&str>) -> Result<Self, Error> {
        let mut notes = Vec::new();
        let (records, delimiter) = dialect::split(&source, options.delimiter, &mut notes)?;
        header::check(&source, &records, options)?;
        if let Some(offset) = records.blank_lines.first() {
            let line = source.line(*offset);
            notes.push(Note::new(format!(
                "{} blank line(s) passed over, the first is line {line}",
                records.blank_lines.len()
            )));
        }
        let row_numbers = header::row_numbers(&records);
        if row_numbers {
            notes.push(Note::new("the first column has no name and numbers the rows: it is left out"));
        }
        let unit = unit.map(|name| header::place(&source, &records, name)).transpose()?;
        let first = match unit {
            None => usize::from(row_numbers),
            Some(unit) => dates::likely(&records, usize::from(row_numbers), unit),
        };
        let dates = dates::find(&source, &records, options, first, &mut notes)?;
        let date = dates.as_ref().map(|dates| dates.column);
        let mut wanted = header::wanted(&source, &records, options, date, row_numbers)?;
        wanted.retain(|column| Some(*column) != unit);
        let columns = columns::read(&source, &records, &wanted, options, delimiter, &mut notes)?;
        Ok(Self { source, records, columns, dates, unit, notes })
    }
}
