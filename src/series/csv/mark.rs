//! Which of point and comma is the decimal mark: seen from the numbers, or refused.
//!
//! `1,234` alone can be a thousand or a little more than one. `0,5`, `12,34`, `1.234,5` and `1.234.567` can be read in
//! one way only and decide for the whole file.

use super::number::split_sign;
use super::options::{DecimalMark, Delimiter};
use super::records::Cell;
use super::source::Source;
use crate::{Error, Note};

/// Separators of thousands other than the point and the comma: blanks of three widths and the Swiss apostrophe.
pub(super) const THOUSANDS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\''];

/// The decimal mark and, if the numbers show it, the first cell with the evidence.
#[derive(Debug, Default)]
struct Evidence<'c, 'a> {
    point: Option<&'c Cell<'a>>,
    comma: Option<&'c Cell<'a>>,
    /// `1.234`
    unclear_point: Option<&'c Cell<'a>>,
    /// `1,234`
    unclear_comma: Option<&'c Cell<'a>>,
    /// `1234`
    ungrouped: Option<&'c Cell<'a>>,
}

/// Finds the decimal mark of these cells.
pub(super) fn decimal_mark<'c, 'a: 'c>(
    source: &Source<'_>,
    cells: impl Iterator<Item = &'c Cell<'a>>,
    delimiter: Delimiter,
    notes: &mut Vec<Note>,
) -> Result<DecimalMark, Error> {
    let mut seen = Evidence::default();
    cells.for_each(|cell| seen.weigh(cell));
    let both = |a: &Cell<'_>, b: &Cell<'_>| {
        source.error(
            format!(
                "`{}` in line {} and `{}` here have different decimal marks",
                a.text,
                source.line(a.offset),
                b.text
            ),
            b.offset,
        )
    };
    let unclear = |cell: &Cell<'_>| {
        source
            .error(
                format!("`{}` can have decimals or be in thousands, and no other number tells which", cell.text),
                cell.offset,
            )
            .remedy("say which mark is the decimal one with `--decimal point` or `--decimal comma`")
    };
    match (seen.point, seen.comma, seen.unclear_point, seen.unclear_comma) {
        (Some(a), Some(b), ..) => {
            let (a, b) = if a.offset < b.offset { (a, b) } else { (b, a) };
            Err(both(a, b).remedy("write every number in the same way"))
        }
        (None, Some(_), ..) => {
            notes.push(Note::new("the decimal mark is a comma"));
            Ok(DecimalMark::Comma)
        }
        (Some(_), None, ..) | (None, None, None, None) => Ok(DecimalMark::Point),
        // Who separates fields by commas writes decimals with points.
        (None, None, Some(_), None) if delimiter == Delimiter::Comma => Ok(DecimalMark::Point),
        (None, None, None, Some(_)) if delimiter == Delimiter::Comma && seen.ungrouped.is_none() => {
            Ok(DecimalMark::Point)
        }
        (None, None, Some(cell), _) | (None, None, None, Some(cell)) => Err(unclear(cell)),
    }
}

impl<'c, 'a> Evidence<'c, 'a> {
    fn weigh(&mut self, cell: &'c Cell<'a>) {
        let body = split_sign(&cell.text).1;
        let mantissa = body.split(['e', 'E']).next().unwrap_or_default();
        let number_like =
            |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | 'e' | 'E' | '+' | '-') || THOUSANDS.contains(&c);
        if !body.chars().all(number_like) || !mantissa.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        let count = |mark| mantissa.matches(mark).count();
        let place = match (count('.'), count(',')) {
            (0, 0) if mantissa.len() > 3 && mantissa.bytes().all(|b| b.is_ascii_digit()) => &mut self.ungrouped,
            (1, 0) if grouped(body, '.') => &mut self.unclear_point,
            (0, 1) if grouped(body, ',') => &mut self.unclear_comma,
            (1, 0) => &mut self.point,
            (0, 1) => &mut self.comma,
            (_, 0) if grouped(body, '.') => &mut self.comma,
            (0, _) if grouped(body, ',') => &mut self.point,
            (1, 1..) if mantissa.rfind('.') > mantissa.rfind(',') => &mut self.point,
            (1.., 1) if mantissa.rfind(',') > mantissa.rfind('.') => &mut self.comma,
            _ => return,
        };
        place.get_or_insert(cell);
    }
}

/// Whether a text is one to three digits, not beginning with a zero, and then groups of three after this mark.
pub(super) fn grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    matches!(first.len(), 1..=3)
        && digits(first)
        && !first.starts_with('0')
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && digits(group))
}
