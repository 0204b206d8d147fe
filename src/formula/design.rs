//! From a formula and a table to a design: which rows are used, and what becomes of the others.

use std::ops::RangeInclusive;

use ndarray::{Array1, Array2, ShapeBuilder};

use super::Formula;
use super::evaluate::{Cells, Evaluator};
use super::expr::Kind;
use super::plan::{Column, columns};
use super::snippet::located;
use crate::{Design, Error, ErrorKind, Frame, Note, Stamp};

/// How many left-out rows a note names one by one.
const NAMED_ROWS: usize = 6;

impl Formula {
    /// The response and the regressors of this formula in a table.
    ///
    /// Rows with a missing cell in some term are left out. If the formula looks at other periods (`lag`, `lead`,
    /// `diff`, `dlog`, `growth`), the incomplete rows before the first and after the last complete one are outside the
    /// sample; all others are listed in [`Design::dropped`] and noted. The table's own notes
    /// are carried over.
    ///
    /// # Errors
    /// A column that does not exist; a function of dates in a table without dates, or a date at another frequency; a
    /// gap inside a column of which a lag or a change is taken; a logarithm, division or power without a value, with
    /// its row; no complete row or fewer rows than columns; a column of zeros. All but those about the number of rows
    /// point at the place in the formula.
    pub fn design(&self, frame: &Frame) -> Result<Design, Error> {
        let evaluator = Evaluator { frame, text: &self.text };
        let y = evaluator.cells(&self.response)?;
        let planned = columns(self, frame)?;
        let cells: Vec<Cells> =
            planned.iter().map(|column| evaluator.product(&column.factors)).collect::<Result<_, _>>()?;
        let complete: Vec<bool> =
            (0..frame.rows()).map(|row| y[row].is_some() && cells.iter().all(|c| c[row].is_some())).collect();
        let response = self.response.to_string();
        let (Some(first), Some(last)) = (complete.iter().position(|c| *c), complete.iter().rposition(|c| *c)) else {
            return Err(no_complete_row(frame, &response, &y, &planned, &cells));
        };
        let used: Vec<usize> = (first..=last).filter(|row| complete[*row]).collect();
        let (n, k) = (used.len(), planned.len() + usize::from(self.intercept));
        if n < k {
            return Err(Design::too_few_rows(&response, n, k, stamp(frame, first), stamp(frame, last)));
        }
        let mut names = Vec::with_capacity(k);
        let mut values = Vec::with_capacity(n * k);
        if self.intercept {
            names.push(Design::INTERCEPT.to_owned());
            values.resize(n, 1.0);
        }
        for (column, cells) in planned.iter().zip(&cells) {
            let from = values.len();
            values.extend(used.iter().filter_map(|row| cells[*row]));
            self.refuse_empty(column, &values[from..], stamp(frame, first), stamp(frame, last))?;
            names.push(column.name.clone());
        }
        let rows = if self.is_dynamic() { first..=last } else { 0..=frame.rows() - 1 };
        let (dropped, note) = record(frame, rows, &complete, &response, &y, &planned, &cells);
        let y = Array1::from_iter(used.iter().filter_map(|row| y[*row]));
        let x = Array2::from_shape_vec((n, k).f(), values)
            .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
        let mut notes: Vec<Note> = frame.notes().iter().cloned().chain(note).collect();
        notes.extend(self.names().into_iter().flat_map(|name| frame.provenance(name).notes(name)));
        let stamps = used.iter().map(|row| stamp(frame, *row)).collect();
        Ok(Design::from_arrays(response, names, y, x, stamps)?.with_record(dropped, notes))
    }

    /// The columns of the table that it reads, each once.
    fn names(&self) -> Vec<&str> {
        let factors = self.terms.iter().flat_map(|term| &term.factors);
        let mut names: Vec<&str> = Vec::new();
        for name in std::iter::once(&self.response).chain(factors).flat_map(|factor| factor.names()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn is_dynamic(&self) -> bool {
        let mut factors = self.terms.iter().flat_map(|term| &term.factors);
        self.response.is_dynamic() || factors.any(|factor| factor.is_dynamic())
    }

    /// An error if a dummy is the same in every row of the sample, or any column is all zeros.
    fn refuse_empty(&self, column: &Column, values: &[f64], first: Stamp, last: Stamp) -> Result<(), Error> {
        let refused = match column.factors.as_slice() {
            [factor] if matches!(factor.kind, Kind::Indicator(_)) => values.iter().all(|v| *v == values[0]),
            _ => values.iter().all(|v| *v == 0.0),
        };
        if !refused {
            return Ok(());
        }
        let value = values.first().copied().unwrap_or_default();
        let message = format!("`{}` is {value} in every row from {first} to {last}", column.name);
        let error = Error::new(ErrorKind::Constant, message);
        Err(located(error.remedy("leave the term out, or use a sample in which it varies"), &self.text, &column.span))
    }
}

impl Design {
    /// The design of a [formula](crate::formula) in a table.
    ///
    /// ```
    /// use yalu::{Design, Frame, Period, series::Calendar};
    /// let frame = Frame::new(Calendar::From(Period::annual(2001)), 5)
    ///     .with_column("imports", [3.0, 5.0, 6.0, 6.0, 9.0].map(Some).to_vec())?
    ///     .with_column("exports", [2.0, 3.0, 5.0, 4.0, 6.0].map(Some).to_vec())?;
    /// let design = Design::from_formula(&frame, "log(imports) ~ lag(exports, 1) + post(2004)")?;
    /// assert_eq!(design.terms(), ["(Intercept)", "lag(exports, 1)", "post(2004)"]);
    /// assert_eq!(design.sample().to_string(), "2002 to 2005 (n = 4)");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Formula::parse`] and [`Formula::design`].
    pub fn from_formula(frame: &Frame, formula: &str) -> Result<Self, Error> {
        Formula::parse(formula)?.design(frame)
    }
}

fn stamp(frame: &Frame, row: usize) -> Stamp {
    frame.calendar().stamp(row)
}

/// The incomplete ones among these rows, and a note that names them and the columns to blame.
fn record(
    frame: &Frame,
    rows: RangeInclusive<usize>,
    complete: &[bool],
    response: &str,
    y: &Cells,
    planned: &[Column],
    cells: &[Cells],
) -> (Vec<Stamp>, Option<Note>) {
    let left_out: Vec<usize> = rows.filter(|row| !complete[*row]).collect();
    if left_out.is_empty() {
        return (Vec::new(), None);
    }
    let dropped: Vec<Stamp> = left_out.iter().map(|row| stamp(frame, *row)).collect();
    let blamed: Vec<String> = std::iter::once((response, y))
        .chain(planned.iter().map(|column| column.name.as_str()).zip(cells))
        .filter(|(_, cells)| left_out.iter().any(|row| cells[*row].is_none()))
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    let mut named: Vec<String> = dropped.iter().take(NAMED_ROWS).map(Stamp::to_string).collect();
    if dropped.len() > NAMED_ROWS {
        named.push(format!("… and {} more", dropped.len() - NAMED_ROWS));
    }
    let rows = if dropped.len() == 1 { "row is" } else { "rows are" };
    let note =
        format!("{} {rows} left out for missing cells in {}: {}", dropped.len(), blamed.join(", "), named.join(", "));
    (dropped, Some(Note::new(note)))
}

fn no_complete_row(frame: &Frame, response: &str, y: &Cells, planned: &[Column], cells: &[Cells]) -> Error {
    let span = |cells: &Cells| match (cells.iter().position(Option::is_some), cells.iter().rposition(Option::is_some)) {
        (Some(first), Some(last)) => format!("{} to {}", stamp(frame, first), stamp(frame, last)),
        _ => "nowhere".to_owned(),
    };
    let spans: Vec<String> = std::iter::once((response, y))
        .chain(planned.iter().map(|column| column.name.as_str()).zip(cells))
        .take(NAMED_ROWS)
        .map(|(name, cells)| format!("`{name}` {}", span(cells)))
        .collect();
    Error::new(ErrorKind::Sample, format!("no row has a value of every term: {}", spans.join("; ")))
        .remedy("use fewer lags, fewer columns or longer data")
}
