//! What the reader may be told instead of finding it out.

use crate::Frequency;

/// The character between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tab character.
    Tab,
}

impl Delimiter {
    pub(super) const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
        }
    }
}

/// The mark before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1.5`
    Point,
    /// `1,5`
    Comma,
}

impl DecimalMark {
    pub(super) fn char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// Which column holds the dates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum DateColumn {
    /// The first, if it is named as dates are (`date`, `year`, `month`, …) or reads as dates; otherwise none.
    #[default]
    Auto,
    /// The one with this name.
    Named(String),
    /// None: the rows are numbered, every column holds values.
    None,
}

/// How to read a table of comma-separated values; what is not given is found out or refused, never guessed.
///
/// ```
/// use yalu::Frame;
/// use yalu::series::{CsvOptions, DecimalMark};
/// let options = CsvOptions::default().decimal(DecimalMark::Comma).columns(["exports"]);
/// let frame = Frame::from_csv_text("year;exports;source\n2010;1,234;customs\n", "trade.csv", &options)?;
/// assert_eq!(frame.column("exports")?, [Some(1.234)]);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvOptions {
    pub(super) delimiter: Option<Delimiter>,
    pub(super) decimal: Option<DecimalMark>,
    pub(super) date: DateColumn,
    pub(super) frequency: Option<Frequency>,
    pub(super) columns: Option<Vec<String>>,
    pub(super) skip_text: bool,
    pub(super) missing: Vec<String>,
}

/// Texts read as a missing cell, in upper or lower case, next to a blank one.
///
/// A dash is not among them: it stands for zero in some sources and for missing in others.
pub const MISSING: [&str; 12] = ["NA", "N/A", "N.A.", "n.a", "NaN", "null", "none", "#N/A", ".", "..", "...", ":"];

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            delimiter: None,
            decimal: None,
            date: DateColumn::Auto,
            frequency: None,
            columns: None,
            skip_text: false,
            missing: MISSING.iter().map(|&word| word.to_owned()).collect(),
        }
    }
}

impl CsvOptions {
    /// The character between fields; found out if not given.
    #[must_use]
    pub fn delimiter(mut self, delimiter: Delimiter) -> Self {
        self.delimiter = Some(delimiter);
        self
    }

    /// The decimal mark; found out if not given. The other mark is then read as a thousands separator.
    #[must_use]
    pub fn decimal(mut self, decimal: DecimalMark) -> Self {
        self.decimal = Some(decimal);
        self
    }

    /// The column of dates.
    #[must_use]
    pub fn date(mut self, date: DateColumn) -> Self {
        self.date = date;
        self
    }

    /// The frequency of dates that do not say it (`2010-03-31`, `2010-06-30`); seen from their spacing if not given.
    #[must_use]
    pub fn frequency(mut self, frequency: Frequency) -> Self {
        self.frequency = Some(frequency);
        self
    }

    /// The columns of values to read, in this order; all if not given. The column of dates need not be named.
    #[must_use]
    pub fn columns<S: Into<String>>(mut self, columns: impl IntoIterator<Item = S>) -> Self {
        self.columns = Some(columns.into_iter().map(Into::into).collect());
        self
    }

    /// Leaves out columns that hold text and no number at all, with a note, instead of refusing them.
    #[must_use]
    pub fn skip_text(mut self, skip: bool) -> Self {
        self.skip_text = skip;
        self
    }

    /// The texts that mean a missing cell (in upper or lower case), in place of [`MISSING`]; a blank cell always does.
    #[must_use]
    pub fn missing<S: Into<String>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.missing = words.into_iter().map(Into::into).collect();
        self
    }

    /// Whether a cell is missing.
    pub(super) fn is_missing(&self, cell: &str) -> bool {
        cell.is_empty() || self.missing.iter().any(|word| word.eq_ignore_ascii_case(cell))
    }
}
