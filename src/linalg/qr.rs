//! Householder QR with column pivoting, for matrices already reduced to a few rows.

use super::kernel::{add_scaled, dot, norm};
use super::triangular::{inverse_upper, solve_upper};

/// A P = Q R with the columns taken in order of what is left of them, the largest first (Businger and Golub 1965).
#[derive(Debug, Clone)]
pub struct PivotedQr {
    k: usize,
    /// R, k × k, column by column.
    r: Vec<f64>,
    /// Position in R → column of A.
    order: Vec<usize>,
    /// Qᵀ times the right-hand sides, `rows` entries each.
    targets: Vec<f64>,
    rows: usize,
}

impl PivotedQr {
    /// Factors the first `k` of the columns of a matrix with `rows` ≥ k rows and applies Qᵀ to those after them.
    pub fn new(mut a: Vec<f64>, rows: usize, k: usize) -> Self {
        let mut order: Vec<usize> = (0..k).collect();
        for j in 0..k {
            // The remainders are recomputed, not downdated: k is small, and downdating loses digits.
            let left = |l: usize| norm(&a[l * rows + j..(l + 1) * rows]);
            let pivot = (j + 1..k).fold((j, left(j)), |best, l| if left(l) > best.1 { (l, left(l)) } else { best }).0;
            if pivot != j {
                order.swap(j, pivot);
                for i in 0..rows {
                    a.swap(j * rows + i, pivot * rows + i);
                }
            }
            reflect(&mut a, rows, j);
        }
        let targets = a.split_off(k * rows);
        let r = (0..k).flat_map(|j| a[j * rows..j * rows + k].iter().copied()).collect();
        Self { k, r, order, targets, rows }
    }

    /// The coefficients of target `t`, in the order of A's columns.
    pub fn solve(&self, t: usize) -> Vec<f64> {
        let mut z = self.targets[t * self.rows..t * self.rows + self.k].to_vec();
        solve_upper(&self.r, self.k, &mut z);
        let mut solution = vec![0.0; self.k];
        for (position, &column) in self.order.iter().enumerate() {
            solution[column] = z[position];
        }
        solution
    }

    /// R's diagonal; its product is the determinant of a square A, up to sign.
    pub fn diagonal(&self) -> impl Iterator<Item = f64> {
        (0..self.k).map(|j| self.r[j * self.k + j])
    }

    /// The residual sum of squares of target `t`.
    pub fn residual_square(&self, t: usize) -> f64 {
        let tail = &self.targets[t * self.rows + self.k..(t + 1) * self.rows];
        dot(tail, tail)
    }

    /// R Pᵀ, k × k, column by column: A = Q (R Pᵀ), columns in A's order.
    pub fn root(&self) -> Vec<f64> {
        let mut root = vec![0.0; self.k * self.k];
        for (position, &column) in self.order.iter().enumerate() {
            let from = &self.r[position * self.k..(position + 1) * self.k];
            root[column * self.k..(column + 1) * self.k].copy_from_slice(from);
        }
        root
    }

    /// The squared length of z with Rᵀ z = Pᵀ b, that is bᵀ(AᵀA)⁻¹b, without forming AᵀA.
    pub fn inverse_quadratic_form(&self, b: &[f64]) -> f64 {
        let mut z: Vec<f64> = self.order.iter().map(|&column| b[column]).collect();
        for j in 0..self.k {
            let (known, rest) = z.split_at_mut(j);
            let column = &self.r[j * self.k..];
            rest[0] = (rest[0] - known.iter().zip(column).map(|(z, r)| z * r).sum::<f64>()) / column[j];
        }
        z.iter().map(|value| value * value).sum()
    }

    /// G = P R⁻¹, k × k, column by column: A G has orthonormal columns, and (AᵀA)⁻¹ = G Gᵀ.
    pub fn inverse_factor(&self) -> Vec<f64> {
        let inverse = inverse_upper(&self.r, self.k, self.k);
        let mut factor = vec![0.0; self.k * self.k];
        for j in 0..self.k {
            for (position, &column) in self.order.iter().enumerate() {
                factor[j * self.k + column] = inverse[j * self.k + position];
            }
        }
        factor
    }
}

/// The Householder reflection that clears column j below its diagonal, applied to all columns after it.
fn reflect(a: &mut [f64], rows: usize, j: usize) {
    let (done, rest) = a.split_at_mut((j + 1) * rows);
    let column = &mut done[j * rows + j..];
    let length = norm(column);
    if length == 0.0 {
        return;
    }
    let beta = if column[0] > 0.0 { -length } else { length };
    let head = column[0] - beta;
    let tau = -head / beta;
    column[0] = head;
    for other in rest.chunks_exact_mut(rows) {
        let other = &mut other[j..];
        let along = tau * dot(column, other) / (head * head);
        add_scaled(other, -along, column);
    }
    column.fill(0.0);
    column[0] = beta;
}
