//! Singular values of a small matrix, each to full relative accuracy.

use super::kernel::{dot, norm};

/// A = U S Vᵀ by one-sided Jacobi rotations (Hestenes, 1958), for matrices of a few columns.
///
/// The columns are rotated in pairs until all are orthogonal; their lengths are then the singular values. Small ones keep
/// their digits, which an eigen-decomposition of AᵀA would lose.
#[derive(Debug, Clone)]
pub struct Svd {
    rows: usize,
    columns: usize,
    /// A V, column by column, the longest first.
    rotated: Vec<f64>,
    /// V, column by column.
    v: Vec<f64>,
    values: Vec<f64>,
}

/// Rotations sweep over all pairs at most this often; ten are rarely needed.
const MAX_SWEEPS: usize = 60;

impl Svd {
    /// Of a matrix with `rows` rows, column by column.
    pub fn new(mut a: Vec<f64>, rows: usize) -> Self {
        let columns = a.len().checked_div(rows).unwrap_or(0);
        let mut v = vec![0.0; columns * columns];
        (0..columns).for_each(|j| v[j * columns + j] = 1.0);
        for _ in 0..MAX_SWEEPS {
            let mut still = true;
            for i in 0..columns {
                for j in i + 1..columns {
                    if let Some((c, s)) = rotation(pair(&mut a, rows, i, j)) {
                        turn(pair(&mut a, rows, i, j), c, s);
                        turn(pair(&mut v, columns, i, j), c, s);
                        still = false;
                    }
                }
            }
            if still {
                break;
            }
        }
        let lengths: Vec<f64> = (0..columns).map(|j| norm(&a[j * rows..(j + 1) * rows])).collect();
        let mut order: Vec<usize> = (0..columns).collect();
        order.sort_by(|i, j| lengths[*j].total_cmp(&lengths[*i]));
        let gather = |from: &[f64], height: usize| -> Vec<f64> {
            order.iter().flat_map(|j| from[j * height..(j + 1) * height].iter().copied()).collect()
        };
        Self {
            rotated: gather(&a, rows),
            v: gather(&v, columns),
            values: order.iter().map(|j| lengths[*j]).collect(),
            rows,
            columns,
        }
    }

    /// The singular values, the largest first; as many as there are columns.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The left singular vector of value `i`; zeros if the value is zero.
    pub fn left(&self, i: usize) -> Vec<f64> {
        let column = &self.rotated[i * self.rows..(i + 1) * self.rows];
        let value = self.values[i];
        column.iter().map(|entry| if value > 0.0 { entry / value } else { 0.0 }).collect()
    }

    /// The right singular vector of value `i`.
    pub fn right(&self, i: usize) -> &[f64] {
        &self.v[i * self.columns..(i + 1) * self.columns]
    }

    /// How many singular values exceed this share of the largest.
    pub fn rank(&self, tolerance: f64) -> usize {
        let least = tolerance * self.values.first().copied().unwrap_or(0.0);
        self.values.iter().filter(|value| **value > least).count()
    }
}

/// Two columns of a matrix.
fn pair(a: &mut [f64], rows: usize, i: usize, j: usize) -> (&mut [f64], &mut [f64]) {
    let (head, tail) = a.split_at_mut(j * rows);
    (&mut head[i * rows..(i + 1) * rows], &mut tail[..rows])
}

/// The cosine and sine that make two columns orthogonal; `None` if they are so to rounding.
fn rotation((x, y): (&mut [f64], &mut [f64])) -> Option<(f64, f64)> {
    let (xx, yy, xy) = (dot(x, x), dot(y, y), dot(x, y));
    if xy == 0.0 || xy.abs() <= 1e-16 * (xx * yy).sqrt() {
        return None;
    }
    let zeta = (yy - xx) / (2.0 * xy);
    let tangent = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    Some((cosine, cosine * tangent))
}

fn turn((x, y): (&mut [f64], &mut [f64]), c: f64, s: f64) {
    for (x, y) in x.iter_mut().zip(y) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factors_multiply_to_the_matrix() {
        let a = [1.0, 2.0, 3.0, 4.0, 5.0, 6.5, -1.0, 0.5, 2.0];
        let svd = Svd::new(a.to_vec(), 3);
        for (j, column) in a.chunks_exact(3).enumerate() {
            for (i, entry) in column.iter().enumerate() {
                let product: f64 = (0..3).map(|k| svd.left(k)[i] * svd.values()[k] * svd.right(k)[j]).sum();
                assert!((product - entry).abs() < 1e-14, "{product} {entry}");
            }
        }
        assert!(svd.values().windows(2).all(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn a_small_value_keeps_its_digits() {
        // Columns (1, 0), (1, 1e-9): the product of the singular values is the determinant.
        let svd = Svd::new(vec![1.0, 0.0, 1.0, 1e-9], 2);
        let product = svd.values()[0] * svd.values()[1];
        assert!((product / 1e-9 - 1.0).abs() < 1e-14, "{product:e}");
    }

    #[test]
    fn rank_counts_independent_columns() {
        assert_eq!(Svd::new(vec![1.0, 2.0, 2.0, 4.0, 0.0, 1.0], 2).rank(1e-10), 2);
        assert_eq!(Svd::new(vec![0.0; 6], 3).rank(1e-10), 0);
        assert_eq!(Svd::new(Vec::new(), 0).values().len(), 0);
    }
}
