//! Cutting text into records and fields (RFC 4180), strictly: what is not well-formed is refused with its place.
//!
//! A reader that mends what it finds would hide a lost quotation mark, which joins lines and shifts columns.

use std::borrow::Cow;

use super::options::Delimiter;
use super::source::Source;
use crate::Error;

/// One field.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell<'a> {
    /// Its text without quotation marks and without blanks around.
    pub(super) text: Cow<'a, str>,
    /// Where it begins, in bytes from the beginning of the text.
    pub(super) offset: usize,
}

/// The fields of a text, line by line.
#[derive(Debug, Clone, Default)]
pub(super) struct Records<'a> {
    cells: Vec<Cell<'a>>,
    /// Where each record ends among the cells.
    ends: Vec<usize>,
    /// Where blank lines between records were, in bytes from the beginning of the text.
    pub(super) blank_lines: Vec<usize>,
}

impl<'a> Records<'a> {
    /// Cuts the text at this delimiter.
    pub(super) fn split(source: &Source<'a>, delimiter: Delimiter) -> Result<Self, Error> {
        let (text, bytes) = (source.text, source.text.as_bytes());
        let mut records = Self::default();
        let mut blank_lines = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let line = text[at..].find(['\n', '\r']).map_or(bytes.len(), |length| at + length);
            if text[at..line].bytes().all(|b| b == b' ') {
                blank_lines.push(at);
                at = after_line_end(bytes, line);
                continue;
            }
            // Blank lines count only when something follows them.
            records.blank_lines.append(&mut blank_lines);
            loop {
                let (cell, end) = field(source, at, delimiter.byte())?;
                records.cells.push(cell);
                if bytes.get(end) != Some(&delimiter.byte()) {
                    at = after_line_end(bytes, end);
                    break;
                }
                at = end + 1;
            }
            records.ends.push(records.cells.len());
        }
        Ok(records)
    }

    /// The header and these records.
    pub(super) fn select(&self, records: &[usize]) -> Self {
        let mut selected = Self::default();
        for index in std::iter::once(&0).chain(records) {
            selected.cells.extend_from_slice(self.record(*index));
            selected.ends.push(selected.cells.len());
        }
        selected
    }

    /// The number of records, the header included.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The fields of one record; empty if there is no such record.
    pub(super) fn record(&self, index: usize) -> &[Cell<'a>] {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).map_or(&[], |end| &self.cells[start..*end])
    }

    /// Fields in the first record.
    pub(super) fn width(&self) -> usize {
        self.record(0).len()
    }

    /// The first record whose length differs from the first one's.
    pub(super) fn ragged(&self) -> Option<&[Cell<'a>]> {
        (1..self.len()).map(|index| self.record(index)).find(|record| record.len() != self.width())
    }
}

/// Reads the field that begins at `start`; returns it and where it ends (at a delimiter, a line end or the end).
fn field<'a>(source: &Source<'a>, start: usize, delimiter: u8) -> Result<(Cell<'a>, usize), Error> {
    let (text, bytes) = (source.text, source.text.as_bytes());
    let ends = |b: u8| b == delimiter || b == b'\n' || b == b'\r';
    let find_end = |from: usize| bytes[from..].iter().position(|b| ends(*b)).map_or(bytes.len(), |n| from + n);
    let open = start + bytes[start..].iter().take_while(|b| **b == b' ').count();
    if bytes.get(open) != Some(&b'"') {
        let end = find_end(start);
        if let Some(quote) = text[start..end].find('"') {
            return Err(source
                .error("a quotation mark stands inside a field that does not begin with one", start + quote)
                .remedy("put the whole field in quotation marks and double the inner ones"));
        }
        return Ok((Cell { text: Cow::Borrowed(text[start..end].trim()), offset: start }, end));
    }
    let mut value = Cow::Borrowed("");
    let mut from = open + 1;
    loop {
        let Some(length) = text[from..].find('"') else {
            return Err(source
                .error("a quotation mark is opened here and never closed", open)
                .remedy("close it, or delete it"));
        };
        let close = from + length;
        if bytes.get(close + 1) == Some(&b'"') {
            // A doubled quotation mark stands for one.
            value.to_mut().push_str(&text[from..=close]);
            from = close + 2;
            continue;
        }
        let last = &text[from..close];
        let value =
            if value.is_empty() { Cow::Borrowed(last.trim()) } else { Cow::Owned((value + last).trim().into()) };
        let end = find_end(close + 1);
        if !text[close + 1..end].trim().is_empty() {
            return Err(source
                .error("something follows a closing quotation mark", close + 1)
                .remedy("double the quotation marks inside a field"));
        }
        return Ok((Cell { text: value, offset: open }, end));
    }
}

/// The beginning of the next line, when a line ends at `end` (LF, CR LF or CR).
fn after_line_end(bytes: &[u8], end: usize) -> usize {
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => end + 2,
        (Some(_), _) => end + 1,
        (None, _) => end,
    }
}
