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
                let left = scaled - (0..j).map(|m| l[i * k + m] * l[j * k + m]).sum::<f64>();
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

    /// bᵀ A⁻¹ b.
    pub fn quadratic_form(&self, b: &[f64]) -> f64 {
        let mut z = vec![0.0; self.k];
        for i in 0..self.k {
            let known: f64 = (0..i).map(|j| self.l[i * self.k + j] * z[j]).sum();
            z[i] = (b[i] / self.roots[i] - known) / self.l[i * self.k + i];
        }
        z.iter().map(|value| value * value).sum()
    }
}
