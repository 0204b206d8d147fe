//! Which entries of a matrix are known.

use std::fmt;
use std::str::FromStr;

use crate::{Error, ErrorKind};

/// A square matrix whose entries are numbers or free.
///
/// ```
/// use yalu::var::Pattern;
/// let pattern: Pattern = "1 0 0; * 1 0; * * 1".parse()?;
/// assert_eq!(pattern, Pattern::unit_lower(3));
/// assert_eq!(pattern.free_count(), 3);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    size: usize,
    /// Row by row; `None` if free.
    entries: Vec<Option<f64>>,
}

impl Pattern {
    /// Every entry by its row and column, from 0.
    fn from_fn(size: usize, entry: impl Fn(usize, usize) -> Option<f64>) -> Self {
        Self { size, entries: (0..size * size).map(|at| entry(at / size, at % size)).collect() }
    }

    /// Every entry free.
    pub fn free(size: usize) -> Self {
        Self::from_fn(size, |_, _| None)
    }

    /// Ones on the diagonal and zeros beside it.
    pub fn identity(size: usize) -> Self {
        Self::from_fn(size, |i, j| Some(f64::from(u8::from(i == j))))
    }

    /// A free diagonal and zeros beside it.
    pub fn diagonal(size: usize) -> Self {
        Self::from_fn(size, |i, j| (i != j).then_some(0.0))
    }

    /// Free on and below the diagonal, zeros above: recursive in the order of the series.
    pub fn lower(size: usize) -> Self {
        Self::from_fn(size, |i, j| (j > i).then_some(0.0))
    }

    /// Free below a diagonal of ones, zeros above.
    pub fn unit_lower(size: usize) -> Self {
        Self::from_fn(size, |i, j| if i == j { Some(1.0) } else { (j > i).then_some(0.0) })
    }

    /// The same with an entry known; rows and columns count from 0.
    ///
    /// # Errors
    /// If there is no such entry, or the value is not finite.
    pub fn fix(mut self, row: usize, column: usize, value: f64) -> Result<Self, Error> {
        if !value.is_finite() {
            return Err(Error::new(ErrorKind::NonFinite, format!("an entry cannot be fixed at {value}"))
                .remedy("give a finite number"));
        }
        *self.entry_mut(row, column)? = Some(value);
        Ok(self)
    }

    /// The same with an entry free.
    ///
    /// # Errors
    /// If there is no such entry.
    pub fn release(mut self, row: usize, column: usize) -> Result<Self, Error> {
        *self.entry_mut(row, column)? = None;
        Ok(self)
    }

    /// The number of rows.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The number an entry is fixed at; `None` if it is free.
    ///
    /// # Panics
    /// If there is no such entry.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.entries[row * self.size + column]
    }

    /// How many entries are free.
    pub fn free_count(&self) -> usize {
        self.entries.iter().filter(|entry| entry.is_none()).count()
    }

    fn entry_mut(&mut self, row: usize, column: usize) -> Result<&mut Option<f64>, Error> {
        if row >= self.size || column >= self.size {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("no row {row} and column {column} (from 0) in a matrix of {0} × {0}", self.size),
            )
            .remedy("rows and columns count from 0, in the order of the series"));
        }
        Ok(&mut self.entries[row * self.size + column])
    }
}

/// Rows apart by `;`, entries by blanks or commas; a free entry is `*`, `.` or `NA`.
impl FromStr for Pattern {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = |message: String| {
            Error::new(ErrorKind::Argument, message)
                .remedy("write rows apart by `;`, as in \"1 0; * 1\", free entries as `*`")
        };
        let entry = |word: &str| match word {
            "*" | "." | "NA" => Ok(None),
            number => match number.parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(Some(value)),
                _ => Err(refuse(format!("`{word}` is neither a number nor a free entry"))),
            },
        };
        let row = |row: &str| -> Result<Vec<Option<f64>>, Error> {
            row.split([' ', '\t', '\n', ',']).filter(|word| !word.is_empty()).map(entry).collect()
        };
        let rows = text.trim().trim_end_matches(';').split(';').map(row).collect::<Result<Vec<_>, _>>()?;
        let size = rows.len();
        if let Some(odd) = rows.iter().position(|row| row.len() != size) {
            return Err(refuse(format!("row {} of {size} has {} entries, not {size}", odd + 1, rows[odd].len())));
        }
        Ok(Self { size, entries: rows.into_iter().flatten().collect() })
    }
}

/// As it is parsed: `1 0; * 1`.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, entry) in self.entries.iter().enumerate() {
            f.write_str(match (at, at % self.size) {
                (0, _) => "",
                (_, 0) => "; ",
                _ => " ",
            })?;
            match entry {
                Some(value) => write!(f, "{value}")?,
                None => f.write_str("*")?,
            }
        }
        Ok(())
    }
}
