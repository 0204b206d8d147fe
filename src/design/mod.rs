//! A regression's data: response, named regressors, sample, and what was left out.

use std::collections::HashSet;

use ndarray::{Array1, Array2, ArrayView1, ShapeBuilder};

use crate::{Error, ErrorKind, Note, Sample, Series, Stamp};

mod builder;
mod dummies;
mod indicator;
pub(crate) mod season;
mod subset;
#[cfg(test)]
mod tests;

pub use builder::DesignBuilder;
pub(crate) use dummies::dummies_for_dates;
pub use indicator::Indicator;

/// Response and regressors on one sample, every value finite, every column named.
///
/// Made from a [formula](crate::formula), by the builder ([`Design::of`]) or [from arrays](Design::from_arrays).
/// The regressors are stored column by column, so that a factorisation reads each as one slice.
///
/// ```
/// use yalu::{Design, Period, Series};
/// let exports = Series::new("exports", Period::annual(2001), vec![2.0, 3.0, 5.0, 4.0, 6.0, 8.0])?;
/// let imports = Series::new("imports", Period::annual(2001), vec![3.0, 5.0, 6.0, 6.0, 9.0, 9.0])?;
/// let design = Design::of(&imports).constant().lags(&exports, 1..=2).post(Period::annual(2004)).build()?;
/// assert_eq!(design.terms(), ["(Intercept)", "lag(exports, 1)", "lag(exports, 2)", "post(2004)"]);
/// assert_eq!(design.sample().to_string(), "2003 to 2006 (n = 4)");
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    response: String,
    terms: Vec<String>,
    y: Array1<f64>,
    x: Array2<f64>,
    stamps: Vec<Stamp>,
    dropped: Vec<Stamp>,
    notes: Vec<Note>,
}

impl Design {
    /// The name of the constant's column, as R and broom write it.
    pub const INTERCEPT: &'static str = "(Intercept)";

    /// Starts a design with this response; regressors are added by the [builder](DesignBuilder)'s methods.
    pub fn of(response: &Series) -> DesignBuilder<'_> {
        DesignBuilder::new(response)
    }

    /// A design from a response and a matrix of regressors (rows are observations), labelled by `stamps`.
    ///
    /// # Errors
    /// If the sizes disagree, a name is doubled, there is no row or no regressor, or a value is NaN or infinite.
    pub fn from_arrays(
        response: impl Into<String>,
        terms: Vec<String>,
        y: Array1<f64>,
        x: Array2<f64>,
        stamps: Vec<Stamp>,
    ) -> Result<Self, Error> {
        let response = response.into();
        let (n, k) = x.dim();
        if y.len() != n || stamps.len() != n || terms.len() != k {
            return Err(Error::new(
                ErrorKind::Argument,
                format!(
                    "{} responses, {n} × {k} regressors, {} labels and {} names do not fit",
                    y.len(),
                    stamps.len(),
                    terms.len()
                ),
            ));
        }
        if n == 0 || k == 0 {
            return Err(Error::new(ErrorKind::Sample, format!("`{response}` has {n} rows and {k} regressors")));
        }
        refuse_doubled(&terms)?;
        refuse_non_finite(&response, y.view(), &stamps)?;
        for (column, term) in x.columns().into_iter().zip(&terms) {
            refuse_non_finite(term, column, &stamps)?;
        }
        let x = if x.t().is_standard_layout() { x } else { column_major(&x) };
        Ok(Self { response, terms, y, x, stamps, dropped: Vec::new(), notes: Vec::new() })
    }

    /// Records the rows left out for a missing cell, and what a reader must know.
    #[must_use]
    pub(crate) fn with_record(mut self, dropped: Vec<Stamp>, notes: Vec<Note>) -> Self {
        self.dropped = dropped;
        self.notes = notes;
        self
    }

    /// The error for fewer rows than regressors, with both counts.
    pub(crate) fn too_few_rows(response: &str, n: usize, k: usize, first: Stamp, last: Stamp) -> Error {
        Error::new(
            ErrorKind::Sample,
            format!("{k} regressors of `{response}` need at least {k} rows, found {n} ({first} to {last})"),
        )
        .remedy("use fewer lags or a longer sample")
    }

    /// The response's name.
    pub fn response(&self) -> &str {
        &self.response
    }

    /// The regressors' names, in the order of the columns.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// The number of the column of this name, from 0; an error that suggests the nearest name if there is none.
    pub fn position(&self, term: &str) -> Result<usize, Error> {
        self.terms
            .iter()
            .position(|t| t == term)
            .ok_or_else(|| Error::unknown_name("term", term, self.terms.iter().map(String::as_str)))
    }

    /// The column of this name; an error that suggests the nearest name if there is none.
    pub fn column(&self, term: &str) -> Result<ArrayView1<'_, f64>, Error> {
        Ok(self.x.column(self.position(term)?))
    }

    /// Whether some column is one non-zero number in every row: a constant, under whatever name.
    ///
    /// R² is measured from the response's mean if so, from zero otherwise.
    pub fn has_intercept(&self) -> bool {
        self.x.columns().into_iter().any(|column| column[0] != 0.0 && column.iter().all(|v| *v == column[0]))
    }

    /// The response.
    pub fn y(&self) -> &Array1<f64> {
        &self.y
    }

    /// The regressors, one column each, in column-major order.
    pub fn x(&self) -> &Array2<f64> {
        &self.x
    }

    /// Observations.
    pub fn nobs(&self) -> usize {
        self.y.len()
    }

    /// The label of every row used.
    pub fn stamps(&self) -> &[Stamp] {
        &self.stamps
    }

    /// Rows left out because a cell was missing.
    ///
    /// Rows at the ends of the data that a lag or a lead cannot reach are not among them: they are not in the sample.
    pub fn dropped(&self) -> &[Stamp] {
        &self.dropped
    }

    /// What a reader of any result from this design must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// First row, last row and number of rows used.
    pub fn sample(&self) -> Sample {
        Sample { first: self.stamps[0], last: self.stamps[self.stamps.len() - 1], n: self.nobs() }
    }
}

/// The same matrix stored column by column.
fn column_major(x: &Array2<f64>) -> Array2<f64> {
    let mut copy = Array2::zeros(x.dim().f());
    copy.assign(x);
    copy
}

/// An error if two columns share a name: results speak of columns by name.
fn refuse_doubled(terms: &[String]) -> Result<(), Error> {
    let mut seen = HashSet::with_capacity(terms.len());
    match terms.iter().find(|term| !seen.insert(term.as_str())) {
        None => Ok(()),
        Some(term) => Err(Error::new(ErrorKind::Name, format!("there are two regressors named `{term}`"))
            .remedy("name each regressor once; rename a series if two different ones share a name")),
    }
}

fn refuse_non_finite(name: &str, values: ArrayView1<'_, f64>, stamps: &[Stamp]) -> Result<(), Error> {
    match values.iter().position(|v| !v.is_finite()) {
        None => Ok(()),
        Some(i) => Err(Error::new(ErrorKind::NonFinite, format!("`{name}` is {} in row {}", values[i], stamps[i]))),
    }
}
