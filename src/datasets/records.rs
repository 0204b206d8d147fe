//! A table with text in it, one record a row.

use crate::{Error, ErrorKind};

/// The rows of a data set as texts under the header's names.
///
/// ```
/// use yalu::datasets;
/// let cells = datasets::get("paper_table1")?.records()?;
/// let total = cells.find(&[("row", "Total"), ("column", "2014")])?;
/// assert_eq!(total.get("printed")?, "9.954"); // the paper's misprint, kept
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One row of [`Records`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    header: &'a [String],
    cells: &'a [String],
}

impl Records {
    /// Reads a comma-separated text with a header; `file` is its name in messages.
    pub(super) fn parse(text: &str, file: &str) -> Result<Self, Error> {
        let refused = |e: csv::Error| {
            let line = e.position().map(|position| position.line() as usize);
            let error = Error::new(ErrorKind::Csv, format!("this is not a table: {e}"))
                .in_file(file)
                .remedy("give every row as many cells as the header has");
            line.map_or(error.clone(), |line| error.at_line(line))
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().map_err(refused)?.iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .map(|row| row.map(|row| row.iter().map(str::to_owned).collect()))
            .collect::<Result<_, _>>()
            .map_err(refused)?;
        Ok(Self { header, rows })
    }

    /// The columns' names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(String::as_str)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in order.
    pub fn iter(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|cells| Record { header: &self.header, cells })
    }

    /// The one row whose cells are these texts; an error if there is none or more than one.
    ///
    /// ```
    /// use yalu::datasets;
    /// let numbers = datasets::get("paper_text_numbers")?.records()?;
    /// let price = numbers.find(&[("id", "anthracite-price-2013")])?;
    /// assert_eq!((price.get("printed")?, price.number("value")?), ("$83.30/ton", Some(83.3)));
    /// # Ok::<(), yalu::Error>(())
    /// ```
    pub fn find(&self, cells: &[(&str, &str)]) -> Result<Record<'_>, Error> {
        for (column, _) in cells {
            self.column(column)?;
        }
        let wanted = || {
            let parts: Vec<String> = cells.iter().map(|(column, text)| format!("{column} `{text}`")).collect();
            parts.join(", ")
        };
        let mut found = self
            .iter()
            .filter(|row| cells.iter().all(|(column, text)| row.get(column).is_ok_and(|cell| cell == *text)));
        match (found.next(), found.count()) {
            (Some(row), 0) => Ok(row),
            (Some(_), more) => {
                Err(Error::new(ErrorKind::Name, format!("{} rows have {}, not one", more + 1, wanted()))
                    .remedy("name a further column's text"))
            }
            (None, _) => Err(Error::new(ErrorKind::Name, format!("no row has {}", wanted()))
                .remedy("texts are compared to the character; iterate over the rows to see them")),
        }
    }

    fn column(&self, name: &str) -> Result<usize, Error> {
        position(&self.header, name)
    }
}

impl<'a> Record<'a> {
    /// The text under a column's name; empty where the table is.
    pub fn get(&self, column: &str) -> Result<&'a str, Error> {
        let i = position(self.header, column)?;
        Ok(self.cells.get(i).map_or("", String::as_str))
    }

    /// The number under a column's name, `None` where the cell is empty.
    pub fn number(&self, column: &str) -> Result<Option<f64>, Error> {
        let text = self.get(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Some(value)),
            _ => Err(Error::new(ErrorKind::Csv, format!("`{text}` under `{column}` is not a number"))
                .remedy("read it as text with `get`")),
        }
    }
}

fn position(header: &[String], name: &str) -> Result<usize, Error> {
    header
        .iter()
        .position(|n| n == name)
        .ok_or_else(|| Error::unknown_name("column", name, header.iter().map(String::as_str)))
}
