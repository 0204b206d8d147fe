//! Long tables of many units: a line for every unit in every period.

use std::path::Path;

use super::calendar;
use super::options::CsvOptions;
use super::source::Source;
use super::{Dates, Parsed};
use crate::series::frame::Column;
use crate::series::{Calendar, Panel};
use crate::{Error, ErrorKind, Frame, Note};

impl Panel {
    /// Reads a file that has a line for every unit in every period; `unit` names the column of the units.
    ///
    /// Every unit gets a frame of its own, from its first period to its last. The lines of one unit stand in order of time;
    /// units may follow one another or alternate. A period between that has no line becomes a row of missing cells, and
    /// [`Panel::notes`] says so.
    ///
    /// # Errors
    /// If the file cannot be read, or not with certainty; if there is no such column, the rows have no dates, a line has no unit,
    /// or a unit has a period twice or out of order.
    pub fn read_csv(path: impl AsRef<Path>, unit: &str, options: &CsvOptions) -> Result<Self, Error> {
        let path = path.as_ref();
        let file = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            Error::new(ErrorKind::Io, format!("the file cannot be read ({error})"))
                .in_file(file.clone())
                .remedy("check its name and its permissions")
        })?;
        Self::from_csv_text(bytes, &file, unit, options)
    }

    /// Reads a text (or its bytes) as [`Panel::read_csv`] does; `file` is the name that errors give it.
    ///
    /// ```
    /// use yalu::series::{CsvOptions, Panel};
    /// let text = "firm,year,sales\nA,2001,3.0\nA,2002,3.5\nB,2002,7.0\nB,2003,6.5\n";
    /// let panel = Panel::from_csv_text(text, "firms.csv", "firm", &CsvOptions::default())?;
    /// assert_eq!(panel.units().collect::<Vec<_>>(), ["A", "B"]);
    /// assert_eq!(panel.frame("B")?.series("sales")?.sample().to_string(), "2002 to 2003 (n = 2)");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Panel::read_csv`].
    pub fn from_csv_text(text: impl AsRef<[u8]>, file: &str, unit: &str, options: &CsvOptions) -> Result<Self, Error> {
        let mut file = Parsed::of(Source::new(text.as_ref(), file)?, options, Some(unit))?;
        let Some(dates) = file.dates.take() else {
            return Err(Error::new(
                ErrorKind::Calendar,
                "the rows of a panel need dates, and no column is read as dates",
            )
            .in_file(file.source.file)
            .remedy("name the column of dates (`--date COLUMN`)"));
        };
        let units = file.lines_of_units()?;
        let frames = units.into_iter().map(|(name, lines)| {
            let frame = file.frame(&dates, &lines, options).map_err(|error| error.about(format!("unit `{name}`")))?;
            Ok((name, frame))
        });
        let frames = frames.collect::<Result<Vec<_>, Error>>()?;
        let source = file.source.file;
        file.notes.into_iter().fold(Self::new(unit, frames).map_err(|error| error.in_file(source)), |panel, note| {
            panel.map(|panel| panel.with_note(note))
        })
    }
}

impl Parsed<'_> {
    /// The units in the order in which they first stand, each with its lines (the header being line 0).
    fn lines_of_units(&self) -> Result<Vec<(String, Vec<usize>)>, Error> {
        let mut places = std::collections::HashMap::new();
        let mut units: Vec<(String, Vec<usize>)> = Vec::new();
        for line in 1..self.records.len() {
            let Some(cell) = self.unit.and_then(|column| self.records.record(line).get(column)) else { continue };
            if cell.text.is_empty() {
                return Err(self
                    .source
                    .error_of(ErrorKind::Name, "this line does not say which unit it is of", cell.offset)
                    .remedy("name the unit in every line"));
            }
            let place = *places.entry(cell.text.as_ref()).or_insert(units.len());
            if place == units.len() {
                units.push((cell.text.to_string(), Vec::new()));
            }
            units[place].1.push(line);
        }
        Ok(units)
    }

    /// The frame of one unit.
    fn frame(&self, dates: &Dates, lines: &[usize], options: &CsvOptions) -> Result<Frame, Error> {
        let own = Dates {
            column: dates.column,
            spellings: lines.iter().filter_map(|line| dates.spellings.get(line - 1)).copied().collect(),
        };
        let mut notes: Vec<Note> = Vec::new();
        let records = self.records.select(lines);
        let places = calendar::place(&self.source, &records, &own, options, &mut notes)?;
        let columns = self.columns.iter().map(|column| {
            let cells: Vec<Option<f64>> =
                lines.iter().map(|line| column.cells.get(line - 1).copied().flatten()).collect();
            Column { cells: places.spread(&cells), ..column.clone() }
        });
        Ok(Frame { columns: columns.collect(), calendar: Calendar::From(places.start), rows: places.total, notes })
    }
}
