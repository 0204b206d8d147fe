//! Several variables on one calendar, or on plain row numbers; cells may be missing.

use super::Series;
use crate::{Error, ErrorKind, Period, Stamp};

/// What labels the rows of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Consecutive periods from this one on.
    From(Period),
    /// Row numbers from 1: a cross-section, or data without dates.
    Rows,
}

impl Calendar {
    /// The label of the row at `index` (from 0).
    pub fn stamp(self, index: usize) -> Stamp {
        match self {
            Self::From(start) => Stamp::Period(start.plus(index as i64)),
            Self::Rows => Stamp::Row(index + 1),
        }
    }
}

/// Named columns of equal length on one calendar. A cell is a finite number or missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    calendar: Calendar,
    rows: usize,
    names: Vec<String>,
    /// Column by column; `None` is a missing cell.
    columns: Vec<Vec<Option<f64>>>,
}

impl Frame {
    /// A frame without columns.
    pub fn new(calendar: Calendar, rows: usize) -> Self {
        Self { calendar, rows, names: Vec::new(), columns: Vec::new() }
    }

    /// Adds a column; refused if the name is taken, the length differs, or a value is NaN or infinite.
    pub fn with_column(mut self, name: impl Into<String>, cells: Vec<Option<f64>>) -> Result<Self, Error> {
        let name = name.into();
        if self.names.contains(&name) {
            return Err(
                Error::new(ErrorKind::Name, format!("there are two columns named `{name}`")).remedy("rename one")
            );
        }
        if cells.len() != self.rows {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("column `{name}` has {} rows where the frame has {}", cells.len(), self.rows),
            ));
        }
        if let Some(i) = cells.iter().position(|cell| cell.is_some_and(|v| !v.is_finite())) {
            return Err(Error::new(
                ErrorKind::NonFinite,
                format!("column `{name}` is not finite at {}", self.calendar.stamp(i)),
            )
            .remedy("a missing cell is `None`, not NaN"));
        }
        self.names.push(name);
        self.columns.push(cells);
        Ok(self)
    }

    /// What labels the rows.
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns' names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// A column's cells; an error that suggests the nearest name if there is no such column.
    pub fn column(&self, name: &str) -> Result<&[Option<f64>], Error> {
        match self.names.iter().position(|n| n == name) {
            Some(i) => Ok(&self.columns[i]),
            None => Err(Error::unknown_name("column", name, self.names())),
        }
    }

    /// A column as a series: missing cells before its first and after its last value are left out,
    /// one in between is an error that names the period.
    pub fn series(&self, name: &str) -> Result<Series, Error> {
        let cells = self.column(name)?;
        let Calendar::From(start) = self.calendar else {
            return Err(Error::new(
                ErrorKind::Calendar,
                format!("`{name}` has no dates: this table has row numbers only"),
            )
            .remedy("name the column of dates"));
        };
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
        Series::new(name, start.plus(first as i64), values)
    }
}
