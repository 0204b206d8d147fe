//! The line of names: there is one, every name stands once, and those asked for exist.

use std::collections::HashMap;

use super::options::CsvOptions;
use super::records::{Cell, Records};
use super::source::Source;
use crate::{Error, ErrorKind};

/// Refuses a first line that holds values, and a file with nothing below it.
pub(super) fn check(source: &Source<'_>, records: &Records<'_>, options: &CsvOptions) -> Result<(), Error> {
    let header = records.record(0);
    let value = |cell: &Cell<'_>| cell.text.bytes().any(|b| b.is_ascii_digit()) && cell.text.chars().all(numeric);
    let values = header.iter().filter(|cell| value(cell)).count();
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

fn numeric(c: char) -> bool {
    c.is_ascii_digit() || "+-−.,/eE' ".contains(c)
}

/// The places of the columns to read, in the order asked for; every name is there once.
pub(super) fn wanted(
    source: &Source<'_>,
    records: &Records<'_>,
    options: &CsvOptions,
    date: Option<usize>,
) -> Result<Vec<usize>, Error> {
    let header = records.record(0);
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (index, cell) in header.iter().enumerate() {
        let name = cell.text.as_ref();
        if name.is_empty() {
            if Some(index) == date || options.columns.is_some() {
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
        return Ok((0..header.len()).filter(|index| Some(*index) != date).collect());
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
