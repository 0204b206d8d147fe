//! How data show themselves: a frame by its rows, a description by its statistics.

use super::{Calendar, ColumnDescription, Description, Frame, Series};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};

/// A frame with more rows than this is shown by its ends.
const SHOWN_WHOLE: usize = 30;
/// So many rows are shown at each end of a longer one.
const SHOWN_AT_ENDS: usize = 5;
const VALUE: NumberFormat = NumberFormat::Significant(5);

shows_itself!(@tables Frame, |frame: &Frame| vec![frame.preview()]);
shows_itself!(@tables Series, |series: &Series| vec![series.preview()]);
shows_itself!(Description => table);

impl Frame {
    /// The rows to look at, five significant digits each: all of them, or the first and the last five of a frame with
    /// more than thirty. A missing cell is empty.
    ///
    /// ```
    /// use yalu::{Frame, Period, series::Calendar};
    /// let frame = Frame::new(Calendar::From(Period::annual(2001)), 2).with_column("x", vec![Some(1.5), None])?;
    /// assert_eq!(frame.preview().render(yalu::table::Format::Csv), "period,x\n2001,1.5\n2002,\n");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    pub fn preview(&self) -> Table {
        let stamp = match self.calendar {
            Calendar::From(_) => Column::text("period", "Period"),
            Calendar::Rows => Column::text("row", "Row"),
        };
        let rows = if self.rows == 1 { "1 row".to_owned() } else { format!("{} rows", self.rows) };
        let frequency = self.calendar.frequency().map_or(String::new(), |frequency| format!(", {frequency}"));
        let mut table = Table::new("frame", format!("{rows}{frequency}")).column(stamp);
        for column in &self.columns {
            table = table.column(Column::number(&column.name, &column.name));
        }
        let whole = self.rows <= SHOWN_WHOLE;
        for row in 0..self.rows {
            if whole || row < SHOWN_AT_ENDS || row >= self.rows - SHOWN_AT_ENDS {
                let cells = self.columns.iter().map(|column| value(column.cells[row]));
                table.push_row(std::iter::once(Cell::text(self.calendar.stamp(row).to_string())).chain(cells));
            } else if row == SHOWN_AT_ENDS {
                table = table.rule();
            }
        }
        if !whole {
            table = table.note(format!("{} rows in the middle are not shown.", self.rows - 2 * SHOWN_AT_ENDS));
        }
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }
}

impl Series {
    /// The observations to look at, as [`Frame::preview`] shows them, with the history beneath.
    pub fn preview(&self) -> Table {
        let cells = self.values.iter().copied().map(Some).collect();
        let column = super::frame::Column {
            name: self.name.clone(),
            cells,
            history: Vec::new(),
            provenance: Default::default(),
        };
        let frame = Frame { columns: vec![column], ..Frame::new(Calendar::From(self.start), self.len()) };
        match self.history.as_slice() {
            [] => frame.preview(),
            steps => frame.preview().note(format!("History: {}.", steps.join("; "))),
        }
    }
}

impl Description {
    /// Frequency, first and last row and their number: "annual, 2002 to 2015 (n = 14)".
    pub fn span(&self) -> String {
        let frequency = self.frequency.map_or("undated".to_owned(), |frequency| frequency.to_string());
        self.sample.map_or(frequency.clone(), |sample| format!("{frequency}, {sample}"))
    }

    /// A row for each column of the frame; gaps and what was assumed when the data were read beneath.
    pub fn table(&self) -> Table {
        let mut table = Table::new("describe", format!("Summary statistics: {}", self.span()))
            .column(Column::text("column", "Column"))
            .column(Column::text("first", "First"))
            .column(Column::text("last", "Last"))
            .column(Column::number("n", "N"))
            .column(Column::number("missing", "Missing"));
        for (name, title) in [
            ("mean", "Mean"),
            ("std_dev", "Std. dev."),
            ("min", "Min"),
            ("q1", "Q1"),
            ("median", "Median"),
            ("q3", "Q3"),
            ("max", "Max"),
        ] {
            table = table.column(Column::number(name, title));
        }
        for column in &self.columns {
            table.push_row(row(column));
            if column.n == 0 {
                table = table.note(format!("`{}` has no value at all.", column.name));
            }
            for (from, to) in &column.gaps {
                let span = if from == to { format!("in {from}") } else { format!("from {from} to {to}") };
                table = table.note(format!("`{}` has no value {span}.", column.name));
            }
        }
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }
}

fn row(column: &ColumnDescription) -> Vec<Cell> {
    let stamp = |stamp: Option<String>| stamp.map_or(Cell::Empty, Cell::text);
    let mut cells = vec![
        Cell::text(&column.name),
        stamp(column.sample.map(|s| s.first.to_string())),
        stamp(column.sample.map(|s| s.last.to_string())),
        Cell::count(column.n),
        Cell::count(column.missing),
    ];
    cells.extend([column.mean, column.std_dev, column.min, column.q1, column.median, column.q3, column.max].map(value));
    cells
}

fn value(x: Option<f64>) -> Cell {
    x.map_or(Cell::Empty, |x| Cell::number(x, VALUE))
}
