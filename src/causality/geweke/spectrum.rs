//! What passes from one series to the other at a frequency, in an autoregression of two.

use ndarray::Array2;

use crate::linalg::eigenvalues;

/// Points over which a measure is averaged: the sum over a whole period of a smooth function converges at once.
const POINTS: usize = 4096;

/// yₜ = A₁ yₜ₋₁ + … + uₜ for two series, the first and the second.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    /// Aₖ by row: `[[from first to first, from second to first], [from first to second, from second to second]]`.
    pub lags: Vec<[[f64; 2]; 2]>,
    pub sigma: [[f64; 2]; 2],
}

impl Pair {
    /// f(first → second; ω) for direction 0, f(second → first; ω) for direction 1.
    ///
    /// With κ = σ_xy/σ_yy: ln(1 + (σ_xx − σ_xy²/σ_yy) |A_yx|² / (σ_yy |A_xx − κ A_yx|²)), A the lag polynomials at e^−iω. The
    /// determinant of A has cancelled.
    pub fn at(&self, direction: usize, omega: f64) -> f64 {
        let (x, y) = (direction, 1 - direction);
        let (sxx, sxy, syy) = (self.sigma[x][x], self.sigma[x][y], self.sigma[y][y]);
        let kappa = sxy / syy;
        let (mut own, mut cross) = ((1.0, 0.0), (0.0, 0.0));
        for (lag, a) in (1..).zip(&self.lags) {
            let (sin, cos) = (f64::from(lag) * omega).sin_cos();
            // A_xx − κ A_yx and A_yx: one less, and minus, the sums over the lags.
            let weight = a[x][x] - kappa * a[y][x];
            own = (own.0 - weight * cos, own.1 + weight * sin);
            cross = (cross.0 - a[y][x] * cos, cross.1 + a[y][x] * sin);
        }
        let square = |(re, im): (f64, f64)| re * re + im * im;
        ((sxx - sxy * kappa) * square(cross) / (syy * square(own))).ln_1p()
    }

    /// The mean of f over all frequencies.
    pub fn average(&self, direction: usize) -> f64 {
        // Even in ω: the ends of 0 to π count half.
        let step = std::f64::consts::PI / POINTS as f64;
        let inner: f64 = (1..POINTS).map(|j| self.at(direction, j as f64 * step)).sum();
        (inner + 0.5 * (self.at(direction, 0.0) + self.at(direction, std::f64::consts::PI))) / POINTS as f64
    }

    /// Whether the mean of f is the measure in time: A_xx − κ A_yx has no root inside the unit circle.
    pub fn is_invertible(&self, direction: usize) -> bool {
        let (x, y) = (direction, 1 - direction);
        let kappa = self.sigma[x][y] / self.sigma[y][y];
        let p = self.lags.len();
        let companion = Array2::from_shape_fn((p, p), |(i, j)| match i {
            0 => self.lags[j][x][x] - kappa * self.lags[j][y][x],
            _ => f64::from(u8::from(i == j + 1)),
        });
        largest(&companion).is_some_and(|modulus| modulus < 1.0)
    }

    /// The largest modulus of the companion matrix's eigenvalues.
    pub fn largest_root(&self) -> Option<f64> {
        let p = self.lags.len();
        let companion = Array2::from_shape_fn((2 * p, 2 * p), |(i, j)| match i {
            0 | 1 => self.lags[j / 2][i][j % 2],
            _ => f64::from(u8::from(i == j + 2)),
        });
        largest(&companion)
    }
}

fn largest(matrix: &Array2<f64>) -> Option<f64> {
    eigenvalues(matrix)?.first().map(|(re, im)| re.hypot(*im))
}
