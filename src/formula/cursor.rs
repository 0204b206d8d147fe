//! Walking through a formula's text.

use super::expr::{begins_name, continues_name};
use super::snippet::{Span, located};
use crate::{Error, ErrorKind};

/// How deeply parentheses, calls and powers may be nested.
const MAX_DEPTH: usize = 50;

/// A place in the text; spaces are skipped before anything is looked at.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character that is not a space.
    pub(super) fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    /// Takes the next character if it is this one.
    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Where the next character stands, for spans.
    pub(super) fn start(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// From `start` to what was taken last.
    pub(super) fn since(&self, start: usize) -> Span {
        start..self.at.max(start)
    }

    /// The span of the next character, or of the place after the last one.
    pub(super) fn here(&mut self) -> Span {
        let width = self.peek().map_or(0, char::len_utf8);
        self.at..self.at + width
    }

    /// An error at a place.
    pub(super) fn error(&self, kind: ErrorKind, span: &Span, message: impl Into<String>) -> Error {
        self.locate(Error::new(kind, message), span)
    }

    /// Adds the place to an error.
    pub(super) fn locate(&self, error: Error, span: &Span) -> Error {
        located(error, self.text, span)
    }

    /// What stands at the next place where `wanted` (in words) was expected.
    pub(super) fn expected(&mut self, wanted: &str) -> Error {
        let found = match self.peek() {
            Some('`') => "a backquote".to_owned(),
            Some(c) => format!("`{c}`"),
            None => "the end of the formula".to_owned(),
        };
        let here = self.here();
        self.error(ErrorKind::Formula, &here, format!("{wanted} was expected, and {found} found"))
    }

    /// Takes a closing parenthesis; the error points at the opening one.
    pub(super) fn close(&mut self, opening: usize) -> Result<(), Error> {
        match self.peek() {
            Some(')') => {
                self.eat(')');
                Ok(())
            }
            None => Err(self
                .error(ErrorKind::Formula, &(opening..opening + 1), "this parenthesis is never closed")
                .remedy("add `)`")),
            Some(_) => Err(self.expected("`)`")),
        }
    }

    /// One level deeper; refused beyond the limit, so that no text can exhaust the stack.
    pub(super) fn descend(&mut self) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let here = self.here();
            return Err(self
                .error(ErrorKind::Formula, &here, format!("the formula is nested more than {MAX_DEPTH} levels deep"))
                .remedy("compute the column first and name it"));
        }
        Ok(())
    }

    pub(super) fn ascend(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// A name, bare or in backquotes (in which `\` makes the next character part of it).
    pub(super) fn name(&mut self) -> Result<Option<(String, Span)>, Error> {
        match self.peek() {
            Some('`') => self.quoted_name().map(Some),
            Some(c) if begins_name(c) => {
                let (start, rest) = (self.at, self.rest());
                let length = rest.find(|c| !continues_name(c)).unwrap_or(rest.len());
                self.at += length;
                Ok(Some((rest[..length].to_owned(), self.since(start))))
            }
            _ => Ok(None),
        }
    }

    fn quoted_name(&mut self) -> Result<(String, Span), Error> {
        let start = self.at;
        let mut name = String::new();
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((offset, c)) = chars.next() {
            match c {
                '`' if name.is_empty() => {
                    let span = start..start + offset + 1;
                    return Err(self.error(ErrorKind::Formula, &span, "there is no name between these backquotes"));
                }
                '`' => {
                    self.at = start + offset + 1;
                    return Ok((name, self.since(start)));
                }
                '\\' => name.extend(chars.next().map(|(_, c)| c)),
                c => name.push(c),
            }
        }
        Err(self
            .error(ErrorKind::Formula, &(start..start + 1), "this backquote is never closed")
            .remedy("add a backquote"))
    }

    /// Whether a name at this place is written in backquotes.
    pub(super) fn is_quoted(&self, name: &Span) -> bool {
        self.text.get(name.clone()).is_some_and(|text| text.starts_with('`'))
    }

    /// A number without sign, as it is written.
    pub(super) fn number(&mut self) -> Option<(&'a str, Span)> {
        let start = self.start();
        let bytes = self.rest().as_bytes();
        let digits = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
        let mut length = digits(0);
        if length == 0 {
            return None;
        }
        if bytes.get(length) == Some(&b'.') {
            length += 1 + digits(length + 1);
        }
        if matches!(bytes.get(length), Some(b'e' | b'E')) {
            let signed = length + 1 + usize::from(matches!(bytes.get(length + 1), Some(b'+' | b'-')));
            let exponent = digits(signed);
            if exponent > 0 {
                length = signed + exponent;
            }
        }
        self.at += length;
        Some((&self.text[start..self.at], self.since(start)))
    }

    /// The text up to the next comma or closing parenthesis, without the spaces around it.
    pub(super) fn argument(&mut self) -> (&'a str, Span) {
        let start = self.start();
        let rest = self.rest();
        let text = rest[..rest.find([',', '(', ')']).unwrap_or(rest.len())].trim_end();
        self.at += text.len();
        (text, self.since(start))
    }
}
