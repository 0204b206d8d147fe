//! Cholesky factorisation of a small covariance matrix.

/// A = D L Lᵀ D with D the roots of A's diagonal, so that the units of A's rows do not matter.
#[derive(Debug, Clone)]
pub struct Cholesky {
    k: usize,
    /// Row by row, lower triangular.
    l: Vec<f64>,
    roots: Vec<f64>,
}

impl Cholesky {
    /// Factors a symmetric k × k matrix; `None` if it is not positive definite beyond rounding.
    pub fn new(a: &[f64], k: usize) -> Option<Self> {
        let roots: Vec<f64> = (0..k).map(|i| a[i * k + i].sqrt()).collect();
        if roots.iter().any(|root| !root.is_finite() || *root <= 0.0) {
            return None;
        }
        let mut l = vec![0.0; k * k];
        for i in 0..k {
            for j in 0..=i {
                let scaled = a[i * k + j] / roots[i] / roots[j];
                let left = scaled - super::dot(&l[i * k..i * k + j], &l[j * k..j * k + j]);
                if i == j {
                    // A correlation matrix has ones here: what is left of one at rounding level is nothing.
                    if left.is_nan() || left <= 1e-14 {
                        return None;
                    }
                    l[i * k + i] = left.sqrt();
                } else {
                    l[i * k + j] = left / l[j * k + j];
                }
            }
        }
        Some(Self { k, l, roots })
    }

    /// z = (D L)⁻¹ b: what has covariance A has covariance I in these coordinates.
    pub fn whiten(&self, b: &[f64]) -> Vec<f64> {
        let mut z = vec![0.0; self.k];
        for i in 0..self.k {
            let row = &self.l[i * self.k..(i + 1) * self.k];
            z[i] = (b[i] / self.roots[i] - super::dot(&row[..i], &z[..i])) / row[i];
        }
        z
    }

    /// A⁻¹ b.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        let mut z = self.whiten(b);
        for i in (0..self.k).rev() {
            let row = &self.l[i * self.k..(i + 1) * self.k];
            z[i] /= row[i];
            let (above, at) = z.split_at_mut(i);
            super::add_scaled(above, -at[0], row);
        }
        std::iter::zip(z, &self.roots).map(|(value, root)| value / root).collect()
    }

    /// ln |A|.
    pub fn ln_determinant(&self) -> f64 {
        2.0 * (0..self.k).map(|i| (self.l[i * self.k + i] * self.roots[i]).ln()).sum::<f64>()
    }

    /// bᵀ A⁻¹ b.
    pub fn quadratic_form(&self, b: &[f64]) -> f64 {
        self.whiten(b).iter().map(|value| value * value).sum()
    }
}
