//! The eigenvalues of a square matrix that is not symmetric.

use nalgebra::DMatrix;
use nalgebra::linalg::Schur;
use ndarray::Array2;

use super::scale_by;

/// How often the QR iteration may turn: far more than it needs.
const SWEEPS: usize = 10_000;

/// Sweeps of balancing; two or three do as a rule.
const BALANCING_SWEEPS: usize = 30;

/// Real and imaginary parts of the eigenvalues, the largest modulus first; `None` if they cannot be had, which for a finite
/// matrix has not been seen.
pub fn eigenvalues(matrix: &Array2<f64>) -> Option<Vec<(f64, f64)>> {
    if matrix.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let balanced = balanced(matrix);
    let dense = DMatrix::from_fn(matrix.nrows(), matrix.ncols(), |i, j| balanced[[i, j]]);
    let schur = Schur::try_new(dense, f64::EPSILON, SWEEPS)?;
    let mut values: Vec<(f64, f64)> = schur.complex_eigenvalues().iter().map(|z| (z.re, z.im)).collect();
    let modulus = |(re, im): &(f64, f64)| re.hypot(*im);
    // Of a pair the one above the axis comes first.
    values.sort_by(|a, b| modulus(b).total_cmp(&modulus(a)).then(b.0.total_cmp(&a.0)).then(b.1.total_cmp(&a.1)));
    Some(values)
}

/// A similar matrix whose rows are about as large as its columns, by powers of two (Osborne 1960): the companion matrix of
/// series in units far apart loses its digits otherwise.
fn balanced(matrix: &Array2<f64>) -> Array2<f64> {
    let mut a = matrix.clone();
    for _ in 0..BALANCING_SWEEPS {
        let mut done = true;
        for i in 0..a.nrows() {
            let others = |values: ndarray::ArrayView1<'_, f64>| {
                let beside = values.iter().enumerate().filter(|(j, value)| *j != i && **value != 0.0);
                beside.map(|(_, value)| libm::frexp(*value).1).max()
            };
            let (Some(row), Some(column)) = (others(a.row(i)), others(a.column(i))) else { continue };
            let by = (row - column) / 2;
            if by != 0 {
                done = false;
                a.row_mut(i).mapv_inplace(|value| scale_by(value, -by));
                a.column_mut(i).mapv_inplace(|value| scale_by(value, by));
            }
        }
        if done {
            break;
        }
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn real_ones_and_pairs() {
        let (sin, cos) = 1.0_f64.sin_cos();
        let matrix = array![[0.9 * cos, -0.9 * sin, 5.0], [0.9 * sin, 0.9 * cos, -3.0], [0.0, 0.0, -0.5]];
        let values = eigenvalues(&matrix).unwrap();
        for (got, expected) in values.iter().zip([(0.9 * cos, 0.9 * sin), (0.9 * cos, -0.9 * sin), (-0.5, 0.0)]) {
            assert!((got.0 - expected.0).abs() < 1e-13 && (got.1 - expected.1).abs() < 1e-13, "{got:?}");
        }
        // A similar matrix in other units.
        let scaled = Array2::from_shape_fn((3, 3), |(i, j)| matrix[[i, j]] * 10f64.powi(4 * (i as i32 - j as i32)));
        for (got, expected) in eigenvalues(&scaled).unwrap().iter().zip(&values) {
            assert!((got.0 - expected.0).abs() < 1e-13 && (got.1 - expected.1).abs() < 1e-13, "{got:?}");
        }
        assert_eq!(eigenvalues(&array![[f64::NAN]]), None);
        assert_eq!(eigenvalues(&Array2::zeros((2, 2))), Some(vec![(0.0, 0.0); 2]));
    }
}
