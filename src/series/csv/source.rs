//! The bytes of a file as text, and places in it.

use crate::{Error, ErrorKind};

/// A text and the name of the file it came from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
}

impl<'a> Source<'a> {
    /// The bytes as text; a byte-order mark is left out, and what is not UTF-8 is refused with its line.
    pub(super) fn new(bytes: &'a [u8], file: &'a str) -> Result<Self, Error> {
        let whole = |message: &str| Error::new(ErrorKind::Csv, message).in_file(file);
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(whole("the file is in UTF-16").remedy("save it as UTF-8 (in Excel: `CSV UTF-8`)"));
        }
        let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            Source { file, text: valid }
                .error(format!("the byte {byte:#04x} is not UTF-8"), valid.len())
                .remedy("save the file as UTF-8; `iconv -f FROM -t UTF-8` converts it")
        })?;
        let source = Self { file, text };
        if let Some(offset) = text.find('\0') {
            return Err(source.error("a zero byte: this is not a text file", offset).remedy("save it as CSV in UTF-8"));
        }
        if text.trim().is_empty() {
            return Err(
                whole("the file is empty").remedy("it needs a line of names and one line for every observation")
            );
        }
        Ok(source)
    }

    /// An error at this place (in bytes from the beginning).
    pub(super) fn error(&self, message: impl Into<String>, offset: usize) -> Error {
        self.error_of(ErrorKind::Csv, message, offset)
    }

    /// An error of this kind at this place.
    pub(super) fn error_of(&self, kind: ErrorKind, message: impl Into<String>, offset: usize) -> Error {
        let (line, column) = self.position(offset);
        Error::new(kind, message).in_file(self.file).at_line(line).at_column(column)
    }

    /// The line and the column, in characters, of a place; each from 1.
    fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let begin = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        (self.line(offset), before[begin..].chars().count() + 1)
    }

    /// The line of a place, from 1; CR LF ends one line, not two.
    pub(super) fn line(&self, offset: usize) -> usize {
        let bytes = &self.text.as_bytes()[..offset.min(self.text.len())];
        let ends = bytes.iter().enumerate().filter(|(i, b)| match b {
            b'\n' => true,
            b'\r' => self.text.as_bytes().get(i + 1) != Some(&b'\n'),
            _ => false,
        });
        ends.count() + 1
    }
}
