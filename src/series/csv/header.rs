//! The line of names: there is one, every name stands once, and those asked for exist.

use std::collections::HashMap;

use super::number;
use super::options::{CsvOptions, DecimalMark};
use super::records::{Cell, Records};
use super::source::Source;
use crate::period::spelled;
use crate::{Error, ErrorKind};

/// Refuses a first line that holds values, and a file with nothing below it.
pub(super) fn check(source: &Source<'_>, records: &Records<'_>, options: &CsvOptions) -> Result<(), Error> {
    let header = records.record(0);
    let values = header.iter().filter(|cell| is_value(cell)).count();
    let blank = header.iter().filter(|cell| options.is_missing(&cell.text)).count();
    if values > 0 && values + blank == header.len() {
        return Err(source
            .error("the first line holds values where the columns' names should stand", 0)
            .remedy("put a line of names on top"));
    }
    if records.len() == 1 {
        return Err(source
            .error("the file has names and no rows", 0)
            .remedy("it needs one line for every observation below the names"));
    }
    match (header.len(), records.blank_lines.first()) {
        (1, Some(offset)) => {
            Err(source.error("a blank line", *offset).remedy("write NA if the value is missing, or delete the line"))
        }
        _ => Ok(()),
    }
}

/// Whether a cell is a number in either way of writing, or a date.
fn is_value(cell: &Cell<'_>) -> bool {
    let marks = [DecimalMark::Point, DecimalMark::Comma];
    marks.into_iter().any(|mark| number::parse(&cell.text, mark).is_ok()) || spelled(&cell.text).is_ok()
}

/// Whether the first column has no name and counts the rows, from 0 or from 1: what R and pandas write unasked.
pub(super) fn row_numbers(records: &Records<'_>) -> bool {
    let cell = |row: usize| records.record(row).first().map(|cell| cell.text.as_ref());
    let counts_from = |first: usize| (1..records.len()).all(|row| cell(row) == Some(&*(row - 1 + first).to_string()));
    records.width() > 1 && cell(0) == Some("") && (counts_from(0) || counts_from(1))
}

/// The place of the column with this name.
pub(super) fn place(source: &Source<'_>, records: &Records<'_>, name: &str) -> Result<usize, Error> {
    let header = records.record(0);
    header.iter().position(|cell| cell.text == name).ok_or_else(|| {
        Error::unknown_name("column", name, header.iter().map(|cell| cell.text.as_ref())).in_file(source.file)
    })
}

/// The places of the columns to read, in the order asked for; every name is there once. A first column of row numbers is
/// left out.
pub(super) fn wanted(
    source: &Source<'_>,
    records: &Records<'_>,
    options: &CsvOptions,
    date: Option<usize>,
    row_numbers: bool,
) -> Result<Vec<usize>, Error> {
    let header = records.record(0);
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (index, cell) in header.iter().enumerate() {
        let name = cell.text.as_ref();
        if name.is_empty() {
            if Some(index) == date || (index == 0 && row_numbers) || options.columns.is_some() {
                continue;
            }
            return Err(source
                .error(format!("column {} has no name", index + 1), cell.offset)
                .remedy("name it, or choose the columns to read with `--columns`"));
        }
        if let Some(first) = places.insert(name, index) {
            return Err(source
                .error_of(
                    ErrorKind::Name,
                    format!("columns {} and {} are both named `{name}`", first + 1, index + 1),
                    cell.offset,
                )
                .remedy("rename one"));
        }
    }
    let Some(names) = &options.columns else {
        return Ok((usize::from(row_numbers)..header.len()).filter(|index| Some(*index) != date).collect());
    };
    let mut wanted = Vec::with_capacity(names.len());
    let mut taken = vec![false; header.len()];
    for name in names {
        let index = *places.get(name.as_str()).ok_or_else(|| {
            let known = header.iter().map(|cell| cell.text.as_ref()).filter(|known| !known.is_empty());
            Error::unknown_name("column", name, known).in_file(source.file)
        })?;
        if Some(index) == date {
            continue;
        }
        if std::mem::replace(&mut taken[index], true) {
            return Err(Error::new(ErrorKind::Name, format!("column `{name}` is asked for twice"))
                .in_file(source.file)
                .remedy("name it once"));
        }
        wanted.push(index);
    }
    Ok(wanted)
}
