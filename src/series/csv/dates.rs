//! Which column holds the dates, and what each of its cells says.

use super::header;
use super::options::{CsvOptions, DateColumn};
use super::records::{Cell, Records};
use super::source::Source;
use crate::period::{Spelling, spelled};
use crate::{Error, ErrorKind, Frequency, Note};

/// Names that a column of dates has.
const DATE_NAMES: [&str; 17] = [
    "date",
    "dates",
    "period",
    "periods",
    "time",
    "time_period",
    "year",
    "years",
    "yr",
    "half",
    "halfyear",
    "half_year",
    "quarter",
    "month",
    "obs",
    "observation_date",
    "ref_date",
];

/// The column of dates and its cells read.
#[derive(Debug)]
pub(super) struct Dates {
    pub(super) column: usize,
    pub(super) spellings: Vec<Spelling>,
}

/// Finds and reads the column of dates; `None` if the rows have none. `first` is the first column that can be it.
pub(super) fn find(
    source: &Source<'_>,
    records: &Records<'_>,
    options: &CsvOptions,
    first: usize,
    notes: &mut Vec<Note>,
) -> Result<Option<Dates>, Error> {
    match &options.date {
        DateColumn::None => Ok(None),
        DateColumn::Named(name) => {
            let column = header::place(source, records, name)?;
            let spellings = read(records, column).map_err(|(cell, error)| not_a_date(source, name, cell, &error))?;
            Ok(Some(Dates { column, spellings }))
        }
        DateColumn::Auto => first_column(source, records, first, notes),
    }
}

/// The column of a panel's dates, unless it is named: the first of those after `first`, the units' aside, that has a name for
/// dates; else the first of them.
pub(super) fn likely(records: &Records<'_>, first: usize, unit: usize) -> usize {
    let others = || (first..records.width()).filter(|column| *column != unit);
    let named = |column: &usize| records.record(0).get(*column).is_some_and(|cell| is_date_name(&cell.text));
    others().find(named).or_else(|| others().next()).unwrap_or(first)
}

fn first_column(
    source: &Source<'_>,
    records: &Records<'_>,
    first: usize,
    notes: &mut Vec<Note>,
) -> Result<Option<Dates>, Error> {
    let name = records.record(0).get(first).map_or("", |cell| cell.text.as_ref());
    let named_as_date = is_date_name(name);
    match read(records, first) {
        Ok(spellings) => {
            let only_years = spellings.iter().all(|s| s.period().frequency() == Frequency::Annual);
            if only_years && !named_as_date {
                if records.width() == 1 || !consecutive_years(&spellings) {
                    return Ok(None);
                }
                notes.push(Note::new(format!("the first column, `{name}`, is read as years")));
            }
            Ok(Some(Dates { column: first, spellings }))
        }
        Err((cell, error)) if named_as_date || begins_with_a_date(records, first) => {
            Err(not_a_date(source, name, cell, &error))
        }
        Err(_) => {
            let others = records.record(0).iter().map(|cell| cell.text.as_ref()).filter(|other| is_date_name(other));
            notes.extend(others.take(1).map(|other| {
                Note::new(format!("the rows are numbered: the first column is not a date; `{other}` is read as values"))
            }));
            Ok(None)
        }
    }
}

fn is_date_name(name: &str) -> bool {
    DATE_NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Reads every cell of a column below its name, or returns the first that is not a date.
fn read<'r, 'a>(records: &'r Records<'a>, column: usize) -> Result<Vec<Spelling>, (&'r Cell<'a>, Error)> {
    (1..records.len())
        .filter_map(|row| records.record(row).get(column))
        .map(|cell| spelled(&cell.text).map_err(|error| (cell, error)))
        .collect()
}

/// Whether the first cell is meant as a date and not as a number: `2010-05`, `2010Q2`, `05/06/2010`, but not `2010`.
fn begins_with_a_date(records: &Records<'_>, column: usize) -> bool {
    records.record(1).get(column).is_some_and(|cell| match spelled(&cell.text) {
        Ok(first) => first.period().frequency() != Frequency::Annual,
        Err(_) => cell.text.starts_with(|c: char| c.is_ascii_digit()) && cell.text.contains('/'),
    })
}

/// Whether these are at least two years of our calendar, each one after the one before.
fn consecutive_years(spellings: &[Spelling]) -> bool {
    spellings.len() > 1
        && spellings.iter().all(|s| (1700..=2100).contains(&s.period().year()))
        && spellings.windows(2).all(|pair| pair[1].period().year() - pair[0].period().year() == 1)
}

fn not_a_date(source: &Source<'_>, name: &str, cell: &Cell<'_>, error: &Error) -> Error {
    source
        .error_of(ErrorKind::Period, format!("column `{name}`: {}", error.message()), cell.offset)
        .remedy("write 2010, 2010H1, 2010Q2 or 2010-05; or read the rows without dates (`--date none`)")
}
