//! An orthonormal basis that grows by a column at a time.

use super::kernel::{add_scaled, dot, norm};
use super::scale::{exponent, scale_by};

/// Orthonormal columns, by classical Gram–Schmidt applied twice, which leaves them orthogonal to rounding (Giraud,
/// Langou and Rozložník 2005). For many regressions that share most of their columns.
#[derive(Debug, Clone)]
pub struct Basis {
    columns: Vec<std::sync::Arc<[f64]>>,
    rows: usize,
}

/// What a column must leave, as a share of its length, to count as new.
const DEPENDENT: f64 = 1e-11;

impl Basis {
    /// The empty basis of columns with this many rows.
    pub fn new(rows: usize) -> Self {
        Self { columns: Vec::new(), rows }
    }

    /// Of columns of one length; `None` if one of them is a combination of those before it.
    pub fn of_columns(columns: &[&[f64]]) -> Option<Self> {
        let mut basis = Self::new(columns.first().map_or(0, |column| column.len()));
        columns.iter().try_for_each(|column| basis.push(column.to_vec()))?;
        Some(basis)
    }

    /// The orthonormal columns.
    pub fn vectors(&self) -> impl Iterator<Item = &[f64]> {
        self.columns.iter().map(|column| &**column)
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is no column.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Adds the direction of a column that the others leave; `None` if they leave none.
    pub fn push(&mut self, column: Vec<f64>) -> Option<()> {
        let unit = exponent(column.iter().copied());
        let column: Vec<f64> = column.into_iter().map(|value| scale_by(value, -unit)).collect();
        let length = norm(&column);
        let mut left = self.leave(column);
        let remaining = norm(&left);
        if self.len() == self.rows || length == 0.0 || remaining <= DEPENDENT * length {
            return None;
        }
        left.iter_mut().for_each(|value| *value /= remaining);
        self.columns.push(left.into());
        Some(())
    }

    /// What all columns leave of a vector.
    pub fn leave(&self, vector: Vec<f64>) -> Vec<f64> {
        self.leave_after(0, vector)
    }

    /// What the columns from `first` on leave of a vector that is orthogonal to those before.
    pub fn leave_after(&self, first: usize, mut vector: Vec<f64>) -> Vec<f64> {
        for _ in 0..2 {
            let along: Vec<f64> = self.columns[first..].iter().map(|column| dot(column, &vector)).collect();
            for (column, along) in self.columns[first..].iter().zip(along) {
                add_scaled(&mut vector, -along, column);
            }
        }
        vector
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_orthonormal_and_dependence_is_seen() {
        let mut basis = Basis::new(4);
        let columns = [[1.0, 1.0, 1.0, 1.0], [1e9, 1e9 + 1.0, 1e9 + 2.0, 1e9 + 4.0], [0.0, 0.0, 1e-9, 1e-9]];
        assert!(columns.iter().all(|column| basis.push(column.to_vec()).is_some()));
        for (i, a) in basis.columns.iter().enumerate() {
            for (j, b) in basis.columns.iter().enumerate() {
                assert!((dot(a, b) - f64::from(i == j)).abs() < 1e-15);
            }
        }
        assert!(basis.push(vec![2.0, 2.0, 2.0, 2.0]).is_none());
        assert!(basis.push(vec![0.0; 4]).is_none());
        assert!(norm(&basis.leave(vec![3.0, 3.0, 4.0, 4.0])) < 1e-14);
    }
}
