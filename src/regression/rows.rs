//! The rows of a design as slices, however its array is laid out.

use ndarray::Array2;

/// Calls `visit` with the index and the values of every row.
pub(super) fn for_each_row(x: &Array2<f64>, mut visit: impl FnMut(usize, &[f64])) {
    let k = x.ncols();
    if let Some(all) = x.as_slice() {
        all.chunks_exact(k.max(1)).enumerate().for_each(|(i, row)| visit(i, row));
        return;
    }
    let mut buffer = vec![0.0; k];
    for (i, row) in x.rows().into_iter().enumerate() {
        buffer.iter_mut().zip(row).for_each(|(cell, value)| *cell = *value);
        visit(i, &buffer);
    }
}
