//! Small square systems, as arrays.

use ndarray::Array2;

use super::qr::PivotedQr;
use super::scale::{exponent, scale_by};

/// L with LL' = A; `None` if A is not positive definite.
pub fn lower_root(a: &Array2<f64>) -> Option<Array2<f64>> {
    let k = a.nrows();
    let mut l = Array2::<f64>::zeros((k, k));
    for i in 0..k {
        for j in 0..=i {
            let left = a[[i, j]] - (0..j).map(|m| l[[i, m]] * l[[j, m]]).sum::<f64>();
            if i == j {
                if left.is_nan() || left <= 1e-14 * a[[i, i]] {
                    return None;
                }
                l[[i, i]] = left.sqrt();
            } else {
                l[[i, j]] = left / l[[j, j]];
            }
        }
    }
    Some(l)
}

/// A⁻¹ B; `None` if A is singular.
pub fn solve(a: &Array2<f64>, b: &Array2<f64>) -> Option<Array2<f64>> {
    let (k, targets) = (a.nrows(), b.ncols());
    // Rows and then columns of one size, by powers of two.
    let rows: Vec<i32> = a.rows().into_iter().map(|row| exponent(row.iter().copied())).collect();
    let columns: Vec<i32> = a
        .columns()
        .into_iter()
        .map(|column| exponent(column.iter().zip(&rows).map(|(value, row)| scale_by(*value, -row))))
        .collect();
    let mut flat = Vec::with_capacity(k * (k + targets));
    for (column, e) in a.columns().into_iter().zip(&columns) {
        flat.extend(column.iter().zip(&rows).map(|(value, row)| scale_by(*value, -row - e)));
    }
    for column in b.columns() {
        flat.extend(column.iter().zip(&rows).map(|(value, row)| scale_by(*value, -row)));
    }
    let qr = PivotedQr::new(flat, k, k);
    let mut solved = Array2::zeros((k, targets));
    for (t, mut column) in solved.columns_mut().into_iter().enumerate() {
        let values = qr.solve(t).into_iter().zip(&columns);
        column.iter_mut().zip(values).for_each(|(to, (value, e))| *to = scale_by(value, -e));
    }
    solved.iter().all(|value: &f64| value.is_finite()).then_some(solved)
}
