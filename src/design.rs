//! A regression's data: response, named regressors, sample, and what was left out.

use ndarray::{Array1, Array2};

use crate::{Error, ErrorKind, Note, Sample, Stamp};

/// Response and regressors on one sample, every value finite, every column named.
///
/// Made from a [formula](crate::formula), by the builder ([`Design::of`]) or [from arrays](Design::from_arrays).
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
        if let Some(i) = y.iter().position(|v| !v.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, format!("`{response}` is {} in row {}", y[i], stamps[i])));
        }
        for (column, term) in x.columns().into_iter().zip(&terms) {
            if let Some(i) = column.iter().position(|v| !v.is_finite()) {
                return Err(Error::new(
                    ErrorKind::NonFinite,
                    format!("`{term}` is {} in row {}", column[i], stamps[i]),
                ));
            }
        }
        Ok(Self { response, terms, y, x, stamps, dropped: Vec::new(), notes: Vec::new() })
    }

    /// The response's name.
    pub fn response(&self) -> &str {
        &self.response
    }

    /// The regressors' names, in the order of the columns.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// The response.
    pub fn y(&self) -> &Array1<f64> {
        &self.y
    }

    /// The regressors, one column each.
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
