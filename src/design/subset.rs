//! Designs from designs: other regressors on the same rows, or the same regressors on fewer rows.

use std::ops::Range;

use ndarray::{Array1, Array2, Axis, ShapeBuilder, Slice};

use super::Design;
use crate::{Error, ErrorKind};

impl Design {
    /// The same rows with these columns added at the right.
    ///
    /// # Errors
    /// If a column's length is not the number of rows, a name is taken, or a value is NaN or infinite.
    pub fn with_columns(
        &self,
        columns: impl IntoIterator<Item = (impl Into<String>, Array1<f64>)>,
    ) -> Result<Self, Error> {
        let n = self.nobs();
        let mut terms = self.terms.clone();
        let mut values = Vec::with_capacity(n * terms.len());
        for column in self.x.columns() {
            values.extend(column);
        }
        for (name, column) in columns {
            let name = name.into();
            if column.len() != n {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("column `{name}` has {} values where the design has {n} rows", column.len()),
                ));
            }
            terms.push(name);
            values.extend(column);
        }
        let x = Array2::from_shape_vec((n, terms.len()).f(), values)
            .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
        self.replaced(terms, x)
    }

    /// The same rows without these terms: the restricted model of an exclusion hypothesis.
    ///
    /// # Errors
    /// If there is no such term, or none would be left.
    pub fn without(&self, terms: &[impl AsRef<str>]) -> Result<Self, Error> {
        let mut kept = vec![true; self.terms.len()];
        for term in terms {
            kept[self.position(term.as_ref())?] = false;
        }
        let positions: Vec<usize> = (0..kept.len()).filter(|i| kept[*i]).collect();
        self.select(&positions)
    }

    /// The same rows with these terms only, in this order.
    ///
    /// # Errors
    /// If there is no such term, a term is named twice, or none is named.
    pub fn subset_terms(&self, terms: &[impl AsRef<str>]) -> Result<Self, Error> {
        let positions: Vec<usize> =
            terms.iter().map(|term| self.position(term.as_ref())).collect::<Result<_, Error>>()?;
        self.select(&positions)
    }

    /// The rows of this range (from 0, the end excluded) with the same terms: one regime of a Chow test.
    ///
    /// Dropped rows and notes are carried over unchanged; a regressor may be constant in the rows that are left.
    ///
    /// # Errors
    /// If the range is empty or reaches beyond the last row.
    pub fn rows(&self, range: Range<usize>) -> Result<Self, Error> {
        let n = self.nobs();
        if range.start >= range.end || range.end > n {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("rows {} to {} (excluded) of a design with {n} rows", range.start, range.end),
            )
            .remedy("rows are counted from 0, and at least one must be left"));
        }
        let mut x = Array2::zeros((range.len(), self.terms.len()).f());
        x.assign(&self.x.slice_axis(Axis(0), Slice::from(range.clone())));
        Ok(Self {
            response: self.response.clone(),
            terms: self.terms.clone(),
            y: self.y.slice_axis(Axis(0), Slice::from(range.clone())).to_owned(),
            x,
            stamps: self.stamps[range].to_vec(),
            dropped: self.dropped.clone(),
            notes: self.notes.clone(),
        })
    }

    fn select(&self, positions: &[usize]) -> Result<Self, Error> {
        let terms = positions.iter().map(|i| self.terms[*i].clone()).collect();
        self.replaced(terms, self.x.select(Axis(1), positions))
    }

    /// The same rows and record with other regressors.
    fn replaced(&self, terms: Vec<String>, x: Array2<f64>) -> Result<Self, Error> {
        let design = Self::from_arrays(self.response.clone(), terms, self.y.clone(), x, self.stamps.clone())?;
        Ok(design.with_record(self.dropped.clone(), self.notes.clone()))
    }
}
