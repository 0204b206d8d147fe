//! The eigenvalues of a square matrix that is not symmetric.

use nalgebra::DMatrix;
use nalgebra::linalg::{Schur, balancing::balance_parlett_reinsch};
use ndarray::Array2;

/// How often the QR iteration may turn: far more than it needs.
const SWEEPS: usize = 10_000;

/// Real and imaginary parts of the eigenvalues, the largest modulus first; `None` if they cannot be had, which for a finite
/// matrix has not been seen.
pub fn eigenvalues(matrix: &Array2<f64>) -> Option<Vec<(f64, f64)>> {
    if matrix.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut dense = DMatrix::from_fn(matrix.nrows(), matrix.ncols(), |i, j| matrix[[i, j]]);
    // Rows and columns of one size: the companion matrix of series in units far apart loses its digits otherwise.
    balance_parlett_reinsch(&mut dense);
    let schur = Schur::try_new(dense, f64::EPSILON, SWEEPS)?;
    let mut values: Vec<(f64, f64)> = schur.complex_eigenvalues().iter().map(|z| (z.re, z.im)).collect();
    let modulus = |(re, im): &(f64, f64)| re.hypot(*im);
    // Of a pair the one above the axis comes first.
    values.sort_by(|a, b| modulus(b).total_cmp(&modulus(a)).then(b.0.total_cmp(&a.0)).then(b.1.total_cmp(&a.1)));
    Some(values)
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
