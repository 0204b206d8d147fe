//! Parts of matrices, and the way to the flat ones of `linalg`.

use std::ops::Range;

use ndarray::{Array2, Axis, Slice};

use crate::linalg::Svd;

/// Some columns.
pub(super) fn columns(matrix: &Array2<f64>, range: Range<usize>) -> Array2<f64> {
    matrix.slice_axis(Axis(1), Slice::from(range)).to_owned()
}

/// Some rows.
pub(super) fn rows(matrix: &Array2<f64>, range: Range<usize>) -> Array2<f64> {
    matrix.slice_axis(Axis(0), Slice::from(range)).to_owned()
}

/// The columns of two matrices of one height side by side.
pub(super) fn beside(left: &Array2<f64>, right: &Array2<f64>) -> Array2<f64> {
    let width = left.ncols();
    Array2::from_shape_fn((left.nrows(), width + right.ncols()), |(i, j)| match j.checked_sub(width) {
        None => left[[i, j]],
        Some(j) => right[[i, j]],
    })
}

/// The entries column by column.
pub(super) fn flat(matrix: &Array2<f64>) -> Vec<f64> {
    matrix.t().iter().copied().collect()
}

/// Singular values and vectors.
pub(super) fn svd(matrix: &Array2<f64>) -> Svd {
    Svd::new(flat(matrix), matrix.nrows())
}
