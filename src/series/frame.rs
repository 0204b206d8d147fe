//! Several variables on one calendar, or on plain row numbers; cells may be missing.

use super::{Calendar, Provenance, Series};
use crate::{Error, ErrorKind, Note};

/// Named columns of equal length on one calendar. A cell is a finite number or missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub(super) calendar: Calendar,
    pub(super) rows: usize,
    pub(super) columns: Vec<Column>,
    pub(super) notes: Vec<Note>,
}

/// One variable of a frame.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub(super) name: String,
    /// `None` is a missing cell.
    pub(super) cells: Vec<Option<f64>>,
    /// What was done to it before it came here, as in [`Series::history`].
    pub(super) history: Vec<String>,
    /// As in [`Series::provenance`].
    pub(super) provenance: Provenance,
}

impl Frame {
    /// A frame without columns.
    pub fn new(calendar: Calendar, rows: usize) -> Self {
        Self { calendar, rows, columns: Vec::new(), notes: Vec::new() }
    }

    /// Adds a column; refused if the name is taken, the length differs, or a value is NaN or infinite.
    pub fn with_column(self, name: impl Into<String>, cells: Vec<Option<f64>>) -> Result<Self, Error> {
        self.with(Column { name: name.into(), cells, history: Vec::new(), provenance: Provenance::default() })
    }

    /// Adds what a reader of any result from this frame must know.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }

    /// What labels the rows.
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What was assumed when the data were read, and rows that were put in.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The columns' names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// A column's cells; an error that suggests the nearest name if there is no such column.
    pub fn column(&self, name: &str) -> Result<&[Option<f64>], Error> {
        self.find(name).map(|column| column.cells.as_slice())
    }

    /// A column as a series: missing cells before its first and after its last value are left out,
    /// one in between is an error that names the period.
    pub fn series(&self, name: &str) -> Result<Series, Error> {
        let Column { cells, history, provenance, .. } = self.find(name)?;
        let start = self.calendar.start(&format!("`{name}`"))?;
        let first = cells
            .iter()
            .position(Option::is_some)
            .ok_or_else(|| Error::new(ErrorKind::Sample, format!("column `{name}` has no values")))?;
        let last = cells.iter().rposition(Option::is_some).unwrap_or(first);
        let values: Option<Vec<f64>> = cells[first..=last].iter().copied().collect();
        let Some(values) = values else {
            let gap = cells[first..=last].iter().position(Option::is_none).unwrap_or(0);
            return Err(Error::new(
                ErrorKind::Gap,
                format!("`{name}` has no value in {}", self.calendar.stamp(first + gap)),
            )
            .remedy("choose a sample without the gap; nothing is filled in silently"));
        };
        let mut series = Series::new(name, start.plus(first as i64), values)?;
        series.history.clone_from(history);
        series.provenance.clone_from(provenance);
        Ok(series)
    }

    /// As [`Series::provenance`] of a column; of none if there is no such column.
    pub(crate) fn provenance(&self, name: &str) -> Provenance {
        self.find(name).map_or_else(|_| Provenance::default(), |column| column.provenance.clone())
    }

    /// A note on each column that is constructed or seasonally adjusted.
    pub(super) fn provenance_notes(&self) -> impl Iterator<Item = Note> {
        self.columns.iter().flat_map(|column| column.provenance.notes(&column.name))
    }

    pub(super) fn find(&self, name: &str) -> Result<&Column, Error> {
        self.columns
            .iter()
            .find(|column| column.name == name)
            .ok_or_else(|| Error::unknown_name("column", name, self.names()))
    }

    pub(super) fn with(mut self, column: Column) -> Result<Self, Error> {
        let name = &column.name;
        if self.names().any(|taken| taken == name) {
            return Err(
                Error::new(ErrorKind::Name, format!("there are two columns named `{name}`")).remedy("rename one")
            );
        }
        if column.cells.len() != self.rows {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("column `{name}` has {} rows where the frame has {}", column.cells.len(), self.rows),
            )
            .remedy("give one cell for every row, `None` where a value is missing"));
        }
        if let Some(i) = column.cells.iter().position(|cell| cell.is_some_and(|v| !v.is_finite())) {
            return Err(Error::new(
                ErrorKind::NonFinite,
                format!("column `{name}` is not finite at {}", self.calendar.stamp(i)),
            )
            .remedy("a missing cell is `None`, not NaN"));
        }
        self.columns.push(column);
        Ok(self)
    }
}
