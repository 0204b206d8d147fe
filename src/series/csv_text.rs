//! A frame as text that the reader of CSV reads back.

use super::{Calendar, Frame};

impl Frame {
    /// The whole frame as comma-separated values, every number so that it is read back to the last bit, a missing cell
    /// empty. The first column holds the periods, if the rows have any.
    ///
    /// A column that was constructed or seasonally adjusted has that at the end of its name, `_disaggregated` or
    /// `_seasonally_adjusted`, from which [`read_csv`](Frame::read_csv) knows it again.
    ///
    /// ```
    /// use yalu::{Frame, Period, series::Calendar};
    /// let frame = Frame::new(Calendar::From(Period::annual(2001)), 2).with_column("x", vec![Some(0.1), None])?;
    /// assert_eq!(frame.to_csv(), "period,x\n2001,0.1\n2002,\n");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    pub fn to_csv(&self) -> String {
        let dated = matches!(self.calendar, Calendar::From(_));
        let mut names: Vec<String> = Vec::with_capacity(self.columns.len() + 1);
        names.extend(dated.then(|| "period".to_owned()));
        names.extend(self.columns.iter().map(|column| quoted(&column.provenance.marked(&column.name))));
        let mut text = names.join(",") + "\n";
        for row in 0..self.rows {
            let mut cells: Vec<String> = Vec::with_capacity(names.len());
            cells.extend(dated.then(|| self.calendar.stamp(row).to_string()));
            cells.extend(self.columns.iter().map(|c| c.cells[row].map_or(String::new(), number)));
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }
}

/// The shortest text that is read back as this number.
fn number(value: f64) -> String {
    if value == 0.0 || (1e-5..1e15).contains(&value.abs()) { value.to_string() } else { format!("{value:e}") }
}

/// A name in quotation marks if it needs them.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
