//! The cells of the columns of values, as numbers or missing.

use super::mark;
use super::number::{self, Fault};
use super::options::{CsvOptions, DecimalMark, Delimiter};
use super::records::{Cell, Records};
use super::source::Source;
use crate::period::shorten;
use crate::series::Provenance;
use crate::series::frame::Column;
use crate::{Error, Note};

/// Reads the columns at these places.
pub(super) fn read(
    source: &Source<'_>,
    records: &Records<'_>,
    wanted: &[usize],
    options: &CsvOptions,
    delimiter: Delimiter,
    notes: &mut Vec<Note>,
) -> Result<Vec<Column>, Error> {
    let lines = || (1..records.len()).map(|row| records.record(row));
    let decimal = match options.decimal {
        Some(mark) => mark,
        None => {
            let cells = lines().flat_map(|line| wanted.iter().filter_map(|index| line.get(*index)));
            let cells = cells.filter(|cell| !options.is_missing(&cell.text));
            mark::decimal_mark(source, cells, delimiter, notes)?
        }
    };
    let mut reader = Reader { source, options, decimal, thousands: None };
    let mut columns = Vec::with_capacity(wanted.len());
    for &index in wanted {
        let name = records.record(0).get(index).map_or("", |cell| cell.text.as_ref());
        let cells = || lines().filter_map(move |line| line.get(index));
        if options.skip_text && reader.all_text(cells()) {
            notes.push(Note::new(format!("column `{name}` holds text and is left out")));
            continue;
        }
        let cells = cells().map(|cell| reader.value(cell, name)).collect::<Result<_, _>>()?;
        columns.push(Column {
            name: name.to_owned(),
            cells,
            history: Vec::new(),
            provenance: Provenance::of_name(name),
        });
    }
    if let Some(mark) = reader.thousands {
        notes.push(Note::new(match mark {
            '.' => "points separate thousands".to_owned(),
            ',' => "commas separate thousands".to_owned(),
            '\'' => "apostrophes separate thousands".to_owned(),
            _ => "blanks separate thousands".to_owned(),
        }));
    }
    Ok(columns)
}

/// Reads cell after cell and remembers how thousands are separated.
struct Reader<'s> {
    source: &'s Source<'s>,
    options: &'s CsvOptions,
    decimal: DecimalMark,
    thousands: Option<char>,
}

impl Reader<'_> {
    /// One cell of the column `name`.
    fn value(&mut self, cell: &Cell<'_>, name: &str) -> Result<Option<f64>, Error> {
        if self.options.is_missing(&cell.text) {
            return Ok(None);
        }
        let shown = shorten(&cell.text);
        let (value, separator) = number::parse(&cell.text, self.decimal).map_err(|Fault { kind, what, remedy }| {
            self.source.error_of(kind, format!("column `{name}`: `{shown}` {what}"), cell.offset).remedy(remedy)
        })?;
        let separator = separator.map(|mark| if mark.is_whitespace() { ' ' } else { mark });
        match (self.thousands, separator) {
            (Some(before), Some(now)) if before != now => {
                return Err(self
                    .source
                    .error(
                        format!("column `{name}`: `{shown}` separates thousands by `{now}` where `{before}` did above"),
                        cell.offset,
                    )
                    .remedy("write every number in the same way"));
            }
            (None, Some(now)) => self.thousands = Some(now),
            _ => {}
        }
        Ok(Some(value))
    }

    /// Whether there is text in these cells and no number.
    fn all_text<'c, 'a: 'c>(&self, cells: impl Iterator<Item = &'c Cell<'a>>) -> bool {
        let mut present = cells.filter(|cell| !self.options.is_missing(&cell.text)).peekable();
        present.peek().is_some() && present.all(|cell| number::parse(&cell.text, self.decimal).is_err())
    }
}
