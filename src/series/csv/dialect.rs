//! Which character separates the fields.

use super::options::Delimiter;
use super::records::Records;
use super::source::Source;
use crate::{Error, Note};

/// The records of a text, cut at the delimiter given or at the only one that makes a table of it.
pub(super) fn split<'a>(
    source: &Source<'a>,
    given: Option<Delimiter>,
    notes: &mut Vec<Note>,
) -> Result<(Records<'a>, Delimiter), Error> {
    if let Some(delimiter) = given {
        return Ok((regular(source, Records::split(source, delimiter)?)?, delimiter));
    }
    let mut tables = Vec::new();
    for delimiter in Delimiter::ALL {
        if let Ok(records) = Records::split(source, delimiter)
            && records.width() > 1
            && records.ragged().is_none()
        {
            tables.push((delimiter, records));
        }
    }
    if tables.len() > 1 {
        let names: Vec<&str> = tables.iter().map(|(delimiter, _)| delimiter.plural()).collect();
        return Err(source
            .error(format!("the fields can be separated by {} alike", names.join(" or by ")), 0)
            .remedy("say which with `--delimiter`"));
    }
    match tables.pop() {
        Some((delimiter, records)) => {
            if delimiter != Delimiter::Comma {
                notes.push(Note::new(format!("fields are separated by {}", delimiter.plural())));
            }
            Ok((records, delimiter))
        }
        // One column, or lines of different length: the line of names shows which.
        None => {
            let delimiter = most_in_first_line(source);
            Ok((regular(source, Records::split(source, delimiter)?)?, delimiter))
        }
    }
}

/// The records, if all have as many fields as the first.
fn regular<'a>(source: &Source<'a>, records: Records<'a>) -> Result<Records<'a>, Error> {
    let Some(record) = records.ragged() else { return Ok(records) };
    let offset = record.first().map_or(0, |cell| cell.offset);
    Err(source
        .error(format!("{} in this line where the line of names has {}", fields(record.len()), records.width()), offset)
        .remedy("give every line as many fields; quote a field that holds the delimiter; or say `--delimiter`"))
}

fn fields(n: usize) -> String {
    if n == 1 { "1 field".to_owned() } else { format!("{n} fields") }
}

/// The delimiter that the first line has most of; a comma if it has none.
fn most_in_first_line(source: &Source<'_>) -> Delimiter {
    let text = source.text.trim_start();
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let count = |delimiter: Delimiter| line.bytes().filter(|b| *b == delimiter.byte()).count();
    Delimiter::ALL.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(Delimiter::Comma)
}
