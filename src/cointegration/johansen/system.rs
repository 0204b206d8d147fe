//! The model's columns, reduced to the residuals of levels and differences.

use ndarray::Array2;

use super::matrix;
use super::terms::{Named, Terms};
use crate::linalg::{Reduction, scale_by};
use crate::regression::refuse_collinear;
use crate::{Error, ErrorKind, Period, Sample, Series, Stamp};

/// Δyₜ on yₜ₋₁ (with the term restricted to the relations) and everything else.
///
/// Columns come in three blocks: what is unrestricted (deterministic terms, then lagged differences), the lagged levels,
/// the differences. What the first block leaves of the other two is all that the rank, the relations and any restriction
/// on them depend on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct System {
    pub lags: usize,
    /// Of the series.
    pub names: Vec<String>,
    pub unrestricted: Vec<Named>,
    pub levels: Vec<Named>,
    pub changes: Vec<Named>,
    pub start: Period,
}

/// Residuals of the lagged levels and of the differences: rotated into few rows, each column divided by a power of two.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Residuals {
    pub levels: Array2<f64>,
    pub changes: Array2<f64>,
}

impl System {
    /// With `lags` lags of the levels.
    pub fn new(series: &[Series], terms: &Terms<'_>, lags: usize) -> Result<Self, Error> {
        let (start, length) = (series[0].start(), series[0].len());
        let difference = |values: &[f64], lag: usize| -> Vec<f64> {
            (lags..length).map(|t| values[t - lag] - values[t - lag - 1]).collect()
        };
        let mut unrestricted = terms.unrestricted(start, lags, length)?;
        for lag in 1..lags {
            let name = |series: &Series| format!("lag(diff({}), {lag})", series.name());
            unrestricted.extend(series.iter().map(|one| (name(one), difference(one.values(), lag))));
        }
        let level = |one: &Series| (one.name().to_owned(), one.values()[lags - 1..length - 1].to_vec());
        Ok(Self {
            lags,
            names: series.iter().map(|one| one.name().to_owned()).collect(),
            unrestricted,
            levels: series.iter().map(level).chain(terms.restricted(lags, length)).collect(),
            changes: series.iter().map(|one| (format!("diff({})", one.name()), difference(one.values(), 0))).collect(),
            start: start.plus(lags as i64),
        })
    }

    /// T.
    pub fn rows(&self) -> usize {
        self.changes[0].1.len()
    }

    /// p.
    pub fn equations(&self) -> usize {
        self.changes.len()
    }

    /// Residual degrees of freedom of an equation of the unrestricted model.
    pub fn df_resid(&self) -> usize {
        self.rows().saturating_sub(self.unrestricted.len() + self.levels.len())
    }

    pub fn sample(&self) -> Sample {
        let last = self.start.plus(self.rows() as i64 - 1);
        Sample { first: Stamp::Period(self.start), last: Stamp::Period(last), n: self.rows() }
    }

    /// Every column, block after block.
    pub fn columns(&self) -> Vec<&[f64]> {
        self.unrestricted.iter().chain(&self.levels).chain(&self.changes).map(|(_, values)| values.as_slice()).collect()
    }

    fn name(&self, column: usize) -> String {
        let (fixed, levels) = (self.unrestricted.len(), self.levels.len());
        match column.checked_sub(fixed) {
            None => self.unrestricted[column].0.clone(),
            Some(level) if level < levels => format!("lag({}, 1)", self.levels[level].0),
            Some(change) => self.changes[change - levels].0.clone(),
        }
    }

    /// All columns reduced.
    ///
    /// # Errors
    /// If a column is a linear combination of those before it.
    pub fn reduce(&self) -> Result<Reduction, Error> {
        let columns = self.columns();
        let reduction = Reduction::of_columns(&columns);
        let constant = |column: usize| {
            let values = columns[column];
            values.first().copied().filter(|first| values.iter().all(|value| value == first))
        };
        refuse_collinear(&reduction, columns.len(), |column| self.name(column), constant)?;
        Ok(reduction)
    }

    /// What the unrestricted block leaves of the others.
    pub fn residuals(&self, reduction: &Reduction) -> Residuals {
        Residuals::of(reduction, self.unrestricted.len(), self.levels.len())
    }

    /// The powers of two by which [`residuals`](Self::residuals) of the levels and of the differences were divided.
    pub fn exponents(&self, reduction: &Reduction) -> (Vec<i32>, Vec<i32>) {
        let (fixed, levels) = (self.unrestricted.len(), self.levels.len());
        let of = |range: std::ops::Range<usize>| range.map(|column| reduction.exponent(column)).collect();
        (of(fixed..fixed + levels), of(fixed + levels..reduction.columns()))
    }

    /// An error unless there are enough rows to compute anything.
    pub fn refuse_short(&self, observations: usize) -> Result<(), Error> {
        let (k, p) = (self.unrestricted.len() + self.levels.len(), self.equations());
        let needed = k + p + self.lags;
        if observations >= needed {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Sample,
            format!(
                "Johansen's test of {} with {} lag{} needs {needed} observations ({k} coefficients in each of {p} \
                 equations), found {observations}",
                self.names.join(", "),
                self.lags,
                if self.lags == 1 { "" } else { "s" },
            ),
        )
        .remedy("use fewer lags or series, or a longer sample"))
    }
}

impl Residuals {
    /// Of a reduction whose first `fixed` columns are taken out, the next `levels` being levels, the rest differences.
    pub fn of(reduction: &Reduction, fixed: usize, levels: usize) -> Self {
        let size = reduction.columns();
        let triangle = Array2::from_shape_fn((size - fixed, size - fixed), |(i, j)| {
            if i > j { 0.0 } else { reduction.column(fixed + j)[fixed + i] }
        });
        Self {
            levels: matrix::columns(&triangle, 0..levels),
            changes: matrix::columns(&triangle, levels..size - fixed),
        }
    }
}

/// Each row of a matrix times two to the power of its exponent (of its negative if `inverse`).
pub(super) fn scale_rows(matrix: &Array2<f64>, exponents: &[i32], inverse: bool) -> Array2<f64> {
    let sign = if inverse { -1 } else { 1 };
    Array2::from_shape_fn(matrix.dim(), |(i, j)| scale_by(matrix[[i, j]], sign * exponents[i]))
}
