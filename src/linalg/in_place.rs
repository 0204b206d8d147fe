//! Least squares without allocation, for many tables of one size whose first columns are always the same.
//!
//! A simulation lays each table over the last one. What the fixed columns come to is worked out once, as [`Reflections`];
//! every table is then turned by them, and [`triangularise`] deals with the columns that change.

use super::kernel::{add_scaled, dot, norm};

/// The Householder reflections that make a table of columns triangular.
#[derive(Debug, Clone)]
pub struct Reflections {
    rows: usize,
    /// Reflection j is I − vv'/c with v zero above row j.
    vectors: Vec<f64>,
    scales: Vec<f64>,
}

impl Reflections {
    /// Of columns with `rows` rows each, all finite and of ordinary size.
    pub fn of(columns: &[&[f64]], rows: usize) -> Self {
        let mut vectors: Vec<f64> = columns.iter().flat_map(|column| column.iter().copied()).collect();
        let scales = (0..columns.len()).map(|j| eliminate(&mut vectors, rows, 0, j).0).collect();
        Self { rows, vectors, scales }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.scales.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.scales.is_empty()
    }

    /// Turns columns: from row [`len`](Self::len) on they are what the fixed columns leave of them.
    pub fn apply(&self, table: &mut [f64]) {
        for column in table.chunks_exact_mut(self.rows) {
            (0..self.len()).for_each(|j| self.reflect(j, column));
        }
    }

    /// What the fixed columns explain of a column, in its place.
    pub fn project(&self, column: &mut [f64]) {
        (0..self.len()).for_each(|j| self.reflect(j, column));
        column[self.len()..].fill(0.0);
        (0..self.len()).rev().for_each(|j| self.reflect(j, column));
    }

    fn reflect(&self, j: usize, column: &mut [f64]) {
        if self.scales[j] != 0.0 {
            let (v, below) = (&self.vectors[j * self.rows + j..(j + 1) * self.rows], &mut column[j..]);
            add_scaled(below, -dot(v, below) / self.scales[j], v);
        }
    }
}

/// Turns the columns after column j so that j is zero below its diagonal; v stands in its place.
///
/// Returns v's scale and R's diagonal entry.
fn eliminate(table: &mut [f64], rows: usize, from: usize, j: usize) -> (f64, f64) {
    let (done, rest) = table.split_at_mut((j + 1) * rows);
    let v = &mut done[j * rows + from + j..];
    let length = norm(v);
    if length == 0.0 {
        return (0.0, 0.0);
    }
    let beta = if v[0] > 0.0 { -length } else { length };
    v[0] -= beta;
    let scale = -beta * v[0];
    for column in rest.chunks_exact_mut(rows) {
        let below = &mut column[from + j..];
        add_scaled(below, -dot(v, below) / scale, v);
    }
    (scale, beta)
}

/// Makes columns of `rows` rows triangular from row `from` on, in place and without allocation: R stands in rows `from`,
/// `from + 1`, … of each column down to its diagonal; what is below has no meaning.
pub fn triangularise(table: &mut [f64], rows: usize, from: usize) {
    let columns = table.len().checked_div(rows).unwrap_or(0);
    for j in 0..columns {
        let (_, diagonal) = eliminate(table, rows, from, j);
        table[j * rows + from + j] = diagonal;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linalg::{PivotedQr, solve_upper};

    #[test]
    fn the_solution_is_that_of_all_columns_at_once() {
        let rows = 9;
        let column = |a: f64| (0..rows).map(|t| (a * (t * t) as f64).sin() + 0.1 * t as f64).collect::<Vec<f64>>();
        let (one, x, z, y) = (vec![1.0; rows], column(1.0), column(2.3), column(0.7));
        let whole = PivotedQr::new([&one[..], &x, &z, &y].concat(), rows, 3).solve(0);
        let fixed = Reflections::of(&[&one], rows);
        let mut table = [&x[..], &z, &y].concat();
        fixed.apply(&mut table);
        triangularise(&mut table, rows, 1);
        let mut b = table[2 * rows + 1..2 * rows + 3].to_vec();
        solve_upper(&table[1..], rows, &mut b);
        assert!((b[0] - whole[1]).abs() < 1e-13 && (b[1] - whole[2]).abs() < 1e-13, "{b:?} {whole:?}");
    }

    #[test]
    fn a_projection_is_the_fitted_values() {
        let (one, trend) = (vec![1.0; 6], (0..6).map(f64::from).collect::<Vec<f64>>());
        let fixed = Reflections::of(&[&one, &trend], 6);
        let mut line: Vec<f64> = trend.iter().map(|t| 3.0 - 0.5 * t).collect();
        let expected = line.clone();
        fixed.project(&mut line);
        assert!(line.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-14), "{line:?}");
        let mut constant = vec![1.0, 2.0, 3.0, 3.0, 2.0, 1.0];
        Reflections::of(&[&one], 6).project(&mut constant);
        assert!(constant.iter().all(|value| (value - 2.0).abs() < 1e-14), "{constant:?}");
        let mut nothing = vec![1.0, 2.0];
        Reflections::of(&[], 2).project(&mut nothing);
        assert_eq!(nothing, [0.0, 0.0]);
    }
}
