//! An orthonormal basis, for problems in which many candidate regressors meet the same common ones.

use super::kernel::{add_scaled, dot, norm};

/// Orthonormal vectors that span some columns.
///
/// Gram and Schmidt's process with every projection done twice, which leaves the vectors orthogonal to rounding
/// (Giraud, Langou and Rozložník 2005).
#[derive(Debug, Clone)]
pub struct Basis {
    vectors: Vec<Vec<f64>>,
}

/// A column of which less than this share is left by the others counts as their combination.
const RANK_TOLERANCE: f64 = 1e-11;

impl Basis {
    /// Of columns of one length and ordinary size; `None` if one of them is a combination of others.
    pub fn of_columns(columns: &[&[f64]]) -> Option<Self> {
        let mut basis = Self { vectors: Vec::with_capacity(columns.len()) };
        for column in columns {
            let mut left = basis.remainder(column);
            let length = norm(&left);
            if length <= RANK_TOLERANCE * norm(column) {
                return None;
            }
            left.iter_mut().for_each(|value| *value /= length);
            basis.vectors.push(left);
        }
        Some(basis)
    }

    /// The vectors.
    pub fn vectors(&self) -> &[Vec<f64>] {
        &self.vectors
    }

    /// What the basis leaves of a column: its least-squares residuals.
    pub fn remainder(&self, column: &[f64]) -> Vec<f64> {
        let mut left = column.to_vec();
        for _ in 0..2 {
            for vector in &self.vectors {
                let along = dot(vector, &left);
                add_scaled(&mut left, -along, vector);
            }
        }
        left
    }
}
