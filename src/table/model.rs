//! The table itself: title, columns, lines and notes.

use super::{Cell, Column, Format, render, rounded_for_file};
use crate::{Error, ErrorKind};

/// One line of a table's body.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A row, as long as the table has columns.
    Row(Vec<Cell>),
    /// A horizontal rule.
    Rule,
    /// The heading of the rows that follow it; in CSV and JSON a column `group`.
    Group(String),
}

impl Line {
    /// The cell of a column, if this is a row.
    pub(super) fn cell(&self, column: usize) -> Option<&Cell> {
        if let Self::Row(cells) = self { cells.get(column) } else { None }
    }

    pub(super) fn cell_mut(&mut self, column: usize) -> Option<&mut Cell> {
        if let Self::Row(cells) = self { cells.get_mut(column) } else { None }
    }
}

/// A table of cells with a title, headed columns and notes.
///
/// Every row is as long as there are columns: short rows are filled with empty cells, and a cell too many adds a
/// column, so that none is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    id: String,
    title: String,
    pub(super) columns: Vec<Column>,
    pub(super) lines: Vec<Line>,
    notes: Vec<String>,
}

impl Table {
    /// An empty table. `id` is its file stem and LaTeX label; `title` says in one line what it shows.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), columns: Vec::new(), lines: Vec::new(), notes: Vec::new() }
    }

    /// The same table under another title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The same table under another file stem.
    #[must_use]
    pub fn identified(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Adds a column. A name that is taken, or empty, gets a number.
    #[must_use]
    pub fn column(mut self, column: Column) -> Self {
        self.push_column(column);
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn row(mut self, cells: impl IntoIterator<Item = Cell>) -> Self {
        self.push_row(cells);
        self
    }

    /// Adds a horizontal rule.
    #[must_use]
    pub fn rule(mut self) -> Self {
        self.lines.push(Line::Rule);
        self
    }

    /// Adds a heading for the rows that follow.
    #[must_use]
    pub fn group(mut self, heading: impl Into<String>) -> Self {
        self.lines.push(Line::Group(heading.into()));
        self
    }

    /// Adds a sentence under the table; one that stands there already is not repeated.
    #[must_use]
    pub fn note(mut self, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        if !sentence.is_empty() && !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
        self
    }

    /// Adds a row in place, for loops.
    pub fn push_row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let mut cells: Vec<Cell> = cells.into_iter().collect();
        while self.columns.len() < cells.len() {
            self.push_column(Column::text("", ""));
        }
        cells.resize(self.columns.len(), Cell::Empty);
        self.lines.push(Line::Row(cells));
    }

    fn push_column(&mut self, mut column: Column) {
        // Readers of CSV take this character at the start of a file for a byte-order mark, not for a letter.
        column.name = column.name.replace('\u{feff}', "");
        if column.name.is_empty() {
            column.name = format!("column_{}", self.columns.len() + 1);
        }
        let wanted = column.name.clone();
        let mut number = 2;
        while column.name == GROUP_COLUMN || self.columns.iter().any(|other| other.name == column.name) {
            column.name = format!("{wanted}_{number}");
            number += 1;
        }
        self.columns.push(column);
        for line in &mut self.lines {
            if let Line::Row(cells) = line {
                cells.push(Cell::Empty);
            }
        }
    }

    /// Its file stem and LaTeX label.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it shows, in one line.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its body, line by line.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Its rows, without rules and headings.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(cells) => Some(cells.as_slice()),
            _ => None,
        })
    }

    /// The sentences under it.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Whether any rows stand under a heading.
    pub(crate) fn has_groups(&self) -> bool {
        self.lines.iter().any(|line| matches!(line, Line::Group(_)))
    }

    /// The first and the last lines of a long table, with a rule where the others are left out and a note that says so.
    #[must_use]
    pub fn ends(&self, first: usize, last: usize) -> Self {
        let left_out = self.lines.len().saturating_sub(first.saturating_add(last));
        if left_out == 0 {
            return self.clone();
        }
        let (head, tail) = (self.lines[..first].to_vec(), self.lines[first + left_out..].to_vec());
        let mut notes = vec![format!("{left_out} rows in the middle are not shown.")];
        notes.extend(self.notes.iter().cloned());
        Self { lines: head.into_iter().chain([Line::Rule]).chain(tail).collect(), notes, ..self.clone() }
    }

    /// The table as text in this format, ending in a line feed.
    pub fn render(&self, format: Format) -> String {
        render::render(self, format)
    }

    /// The same table with every number rounded to ten significant digits, for files that must not depend on the
    /// processor even in JSON.
    #[must_use]
    pub fn rounded(&self) -> Self {
        let mut table = self.clone();
        for line in &mut table.lines {
            if let Line::Row(cells) = line {
                cells.iter_mut().for_each(round);
            }
        }
        table
    }

    /// Writes the table to a file in the format that the file's extension names, with ten significant digits.
    ///
    /// # Errors
    /// If the extension names no format, or the file cannot be written.
    pub fn save(&self, path: impl AsRef<std::path::Path>) -> Result<(), Error> {
        let path = path.as_ref();
        let text = self.rounded().render(Format::of_path(path)?);
        std::fs::write(path, text).map_err(|cause| {
            Error::new(ErrorKind::Io, format!("cannot write `{}`: {cause}", path.display()))
                .remedy("check that the folder exists and may be written to")
        })
    }
}

/// The name that row headings take in CSV and JSON; no column of a table may have it.
pub(crate) const GROUP_COLUMN: &str = "group";

fn round(cell: &mut Cell) {
    match cell {
        Cell::Number(value, _) | Cell::InParentheses(value, _) | Cell::Starred(value, ..) | Cell::Bound(_, value) => {
            *value = rounded_for_file(*value);
        }
        Cell::Interval(low, high, _) => {
            *low = rounded_for_file(*low);
            *high = rounded_for_file(*high);
        }
        Cell::Empty | Cell::Text(_) | Cell::Ditto(_) | Cell::Integer(_) | Cell::NotAvailable(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_lost_and_no_row_is_short() {
        let table =
            Table::new("t", "").column(Column::text("a", "A")).row([]).row(["x".into(), "y".into(), "z".into()]);
        assert_eq!(table.columns().len(), 3);
        assert!(table.rows().all(|row| row.len() == 3));
    }

    #[test]
    fn names_are_unique() {
        let column = || Column::text("p", "");
        let table = Table::new("t", "").column(column()).column(column()).column(column()).column(Column::text("", ""));
        let names: Vec<&str> = table.columns().iter().map(Column::name).collect();
        assert_eq!(names, ["p", "p_2", "p_3", "column_4"]);
    }

    #[test]
    fn a_file_is_written_in_the_format_of_its_name() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let table = Table::new("third", "").column(Column::number("x", "")).row([Cell::p_value(1.0 / 3.0)]);
        table.save(folder.path().join("third.csv"))?;
        assert_eq!(std::fs::read_to_string(folder.path().join("third.csv"))?, "x\n0.3333333333\n");
        assert!(table.save(folder.path().join("third.docx")).is_err_and(|error| error.kind() == ErrorKind::Name));
        assert!(table.save(folder.path().join("no/third.csv")).is_err_and(|error| error.kind() == ErrorKind::Io));
        assert!(table.save(folder.path().join("third")).is_err_and(|error| error.kind() == ErrorKind::Argument));
        Ok(())
    }
}
