//! Frames out of series, and parts of frames.

use super::frame::Column;
use super::{Calendar, Frame, Series};
use crate::{Error, ErrorKind, Period};

impl Frame {
    /// The series side by side, by date, on every date that one of them has; missing where another has none.
    ///
    /// ```
    /// use yalu::{Frame, Period, Series};
    /// let x = Series::new("x", Period::annual(2008), vec![1.0, 2.0])?;
    /// let y = Series::new("y", Period::annual(2009), vec![5.0, 6.0])?;
    /// let frame = Frame::from_series(&[x, y])?;
    /// assert_eq!(frame.rows(), 3);
    /// assert_eq!(frame.column("y")?, [None, Some(5.0), Some(6.0)]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If there is no series, the frequencies differ, or two have one name.
    pub fn from_series(series: &[Series]) -> Result<Self, Error> {
        let first = series
            .first()
            .ok_or_else(|| Error::new(ErrorKind::Sample, "a frame of no series has no calendar").remedy("give one"))?;
        let empty = Self::new(Calendar::From(first.start()), first.len());
        series.iter().try_fold(empty, Self::with_series)
    }

    /// Adds a series by date; the calendar grows to cover it, with missing cells where the other columns have none.
    ///
    /// # Errors
    /// If the rows have no dates, the frequency differs, the name is taken, or the calendar would become longer
    /// than 100,000 rows.
    pub fn with_series(mut self, series: &Series) -> Result<Self, Error> {
        let start = self.calendar.start("the frame")?;
        let offset = series.start().since(start)?;
        let before = rows(-offset.min(0), series)?;
        let from = rows(offset.max(0), series)?;
        let total = (before + self.rows).max(from + series.len());
        self.calendar = Calendar::From(start.plus(-(before as i64)));
        if total > self.rows {
            for column in &mut self.columns {
                column.cells.splice(..0, std::iter::repeat_n(None, before));
                column.cells.resize(total, None);
            }
            self.rows = total;
        }
        let mut cells = vec![None; total];
        for (cell, value) in cells[from..].iter_mut().zip(series.values()) {
            *cell = Some(*value);
        }
        self.with(Column {
            name: series.name().to_owned(),
            cells,
            history: series.history().to_vec(),
            provenance: series.provenance().clone(),
        })
    }

    /// The columns named, in that order.
    ///
    /// # Errors
    /// If there is no such column, or one is named twice.
    pub fn select(&self, names: &[&str]) -> Result<Self, Error> {
        let mut frame = Self::new(self.calendar, self.rows);
        frame.notes.clone_from(&self.notes);
        names.iter().try_fold(frame, |frame, name| frame.with(self.find(name)?.clone()))
    }

    /// The rows from `from` to `to`, both included.
    ///
    /// # Errors
    /// If the rows have no dates, or an end lies outside them.
    pub fn window(&self, from: Period, to: Period) -> Result<Self, Error> {
        let (first, last) = (self.row(from)?, self.row(to)?);
        if last < first {
            return Err(Error::new(ErrorKind::Argument, format!("the sample {from} to {to} ends before it begins"))
                .remedy("give the earlier date first"));
        }
        let columns = self
            .columns
            .iter()
            .map(|column| Column { cells: column.cells[first..=last].to_vec(), ..column.clone() })
            .collect();
        Ok(Self { calendar: Calendar::From(from), rows: last - first + 1, columns, notes: self.notes.clone() })
    }

    /// Adds a column made from the series `name` by a transform, under the name the transform gives it.
    ///
    /// ```
    /// use yalu::{Frame, Period, Series};
    /// let x = Series::new("x", Period::annual(2008), vec![1.0, 2.0])?;
    /// let frame = Frame::from_series(&[x])?.derive("x", Series::log)?.derive("log(x)", |s| s.diff(1))?;
    /// assert_eq!(frame.names().collect::<Vec<_>>(), ["x", "log(x)", "diff(log(x))"]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Frame::series`], of the transform, and of [`Frame::with_series`].
    pub fn derive(self, name: &str, transform: impl FnOnce(&Series) -> Result<Series, Error>) -> Result<Self, Error> {
        let series = transform(&self.series(name)?)?;
        self.with_series(&series)
    }

    /// Adds a column whose cells are a function of the cells of `name`; missing stays missing.
    ///
    /// # Errors
    /// If there is no such column, the new name is taken, or a result is NaN or infinite.
    pub fn map(self, name: &str, new_name: &str, function: impl Fn(f64) -> f64) -> Result<Self, Error> {
        let old = self.find(name)?;
        let cells = old.cells.iter().map(|cell| cell.map(&function)).collect();
        let mut history = old.history.clone();
        history.push(format!("{new_name}, from {name}"));
        let provenance = old.provenance.clone();
        self.with(Column { name: new_name.to_owned(), cells, history, provenance })
    }

    /// The place of a period among the rows.
    fn row(&self, period: Period) -> Result<usize, Error> {
        let start = self.calendar.start("the frame")?;
        usize::try_from(period.since(start)?).ok().filter(|row| *row < self.rows).ok_or_else(|| {
            let error = Error::new(ErrorKind::Sample, format!("the frame has no row {period}"));
            match self.rows {
                0 => error.remedy("it has no rows at all"),
                n => error.remedy(format!("choose a date within {start} to {}", start.plus(n as i64 - 1))),
            }
        })
    }
}

/// A distance in rows, if a table can have so many.
fn rows(steps: i64, series: &Series) -> Result<usize, Error> {
    usize::try_from(steps).ok().filter(|rows| *rows <= 100_000).ok_or_else(|| {
        Error::new(
            ErrorKind::Calendar,
            format!("`{}` begins in {}, too far from the frame", series.name(), series.start()),
        )
        .remedy("check the dates")
    })
}
