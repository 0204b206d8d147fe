//! The largest modulus among the eigenvalues of a square matrix.

use ndarray::Array2;

/// How often the matrix is squared: its power is then the 2⁴⁰th, and a constant factor between the norm of the power and
/// that of the radius is 10⁻¹² of the logarithm.
const SQUARINGS: i32 = 40;

/// max |λ| of a square matrix, by Gelfand's formula ‖Aᵐ‖^(1/m) with m a power of two and the largest element as norm; zero if a power vanishes, and NaN if
/// the matrix is not finite.
pub fn spectral_radius(matrix: &Array2<f64>) -> f64 {
    let mut power = matrix.clone();
    let mut logarithm = 0.0;
    for squaring in 0..=SQUARINGS {
        let norm = power.iter().fold(0.0, |most: f64, v| if v.is_nan() || v.abs() > most { v.abs() } else { most });
        if norm == 0.0 || norm.is_nan() {
            return norm;
        }
        logarithm += norm.ln() / 2.0_f64.powi(squaring);
        power /= norm;
        power = power.dot(&power);
    }
    logarithm.exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn of_real_complex_and_repeated_eigenvalues() {
        let close = |matrix: Array2<f64>, radius: f64| {
            let found = spectral_radius(&matrix);
            assert!((found - radius).abs() < 1e-9 * radius, "{found}, {radius}");
        };
        close(array![[0.5, 100.0], [0.0, -1.25]], 1.25);
        // A rotation by one radian, shrunk.
        let (sin, cos) = 1.0_f64.sin_cos();
        close(array![[0.9 * cos, -0.9 * sin], [0.9 * sin, 0.9 * cos]], 0.9);
        // A Jordan block.
        close(array![[1.0, 1.0, 0.0], [0.0, 1.0, 1.0], [0.0, 0.0, 1.0]], 1.0);
        // y = 1.1 y₋₁ − 0.3 y₋₂: the root of z² − 1.1 z + 0.3 is 0.6.
        close(array![[1.1, -0.3], [1.0, 0.0]], 0.6);
        close(array![[1e-200, 0.0], [0.0, 3e-200]], 3e-200);
        assert_eq!(spectral_radius(&array![[0.0, 1.0], [0.0, 0.0]]), 0.0);
        assert!(spectral_radius(&array![[f64::NAN]]).is_nan());
    }
}
