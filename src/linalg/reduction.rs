//! Many rows rotated into few: the triangle of a QR factorisation, built block of rows by block of rows.

use super::kernel::{add_scaled, dot, norm};
use super::scale::{exponent, scale_by};
use super::triangular::solve_upper;

/// A table of n rows and p columns, reduced to p rows by rotations that preserve all lengths and angles.
///
/// If the columns are `[x₁ … x_k y]` then the first k entries of the last column are Qᵀy and the last is, up to sign,
/// the root of the residual sum of squares of y on all the x: [`tail_square`](Self::tail_square) gives the residual sum
/// of squares on the first j of them for every j, which is all that a nested test needs.
///
/// Rows are taken in blocks that fit the fastest cache; each block is folded into the triangle by Householder
/// reflections (the sequential form of the "tall and skinny QR" of Demmel, Grigori, Hoemmen and Langou, 2012).
/// Columns are not exchanged: a column that depends on others is found, and named, as the later of them.
#[derive(Debug, Clone)]
pub struct Reduction {
    columns: usize,
    /// Upper triangle, column by column, of the scaled columns.
    triangle: Vec<f64>,
    /// Column j of the table is column j of the triangle times 2^exponents\[j\].
    exponents: Vec<i32>,
}

/// A column that is a linear combination of earlier ones, and of which.
#[derive(Debug, Clone, PartialEq)]
pub struct Dependence {
    /// The column.
    pub column: usize,
    /// Earlier columns and their coefficients in it.
    pub combination: Vec<(usize, f64)>,
}

/// A column counts as dependent when what the earlier ones leave of it is below this share of the rounding-relevant
/// size |x_j| + Σ|c_i||x_i|: a hundred times what 1e5 rows of rounding errors come to.
const RANK_TOLERANCE: f64 = 1e-13;

/// A remainder above this share of the column cannot be rounding, whatever the coefficients; saves solving for them.
const CLEARLY_INDEPENDENT: f64 = 1e-5;

impl Reduction {
    /// Reduces columns of one length, all finite.
    pub fn of_columns(columns: &[&[f64]]) -> Self {
        let rows = columns.first().map_or(0, |column| column.len());
        let exponents = columns.iter().map(|column| exponent(column.iter().copied())).collect();
        Self::fold(rows, exponents, |start, j, target| {
            target.copy_from_slice(&columns[j][start..start + target.len()]);
        })
    }

    /// Reduces `rows` rows of columns with these exponents; `fill(start, j, target)` copies column j from row `start`
    /// on into the target.
    pub fn fold(rows: usize, exponents: Vec<i32>, fill: impl Fn(usize, usize, &mut [f64])) -> Self {
        let p = exponents.len();
        let mut triangle = vec![0.0; p * p];
        // 32 KiB of doubles, but enough rows that folding in the triangle is a small part of the work.
        let block_rows = (4096 / p.max(1)).max(2 * p).max(64).min(rows.max(1));
        let mut block = vec![0.0; block_rows * p];
        let factors: Vec<f64> = exponents.iter().map(|&e| scale_by(1.0, -e)).collect();
        let mut start = 0;
        while start < rows {
            let length = block_rows.min(rows - start);
            for (j, factor) in factors.iter().enumerate() {
                let column = &mut block[j * length..(j + 1) * length];
                fill(start, j, column);
                if *factor != 1.0 {
                    column.iter_mut().for_each(|value| *value *= factor);
                }
            }
            fold_block(&mut triangle, p, &mut block[..p * length], length);
            start += length;
        }
        Self { columns: p, triangle, exponents }
    }

    /// The reduction of the same table with one row more.
    #[must_use]
    pub fn extended(&self, row: &[f64]) -> Self {
        let mut block: Vec<f64> = row.iter().zip(&self.exponents).map(|(value, e)| scale_by(*value, -e)).collect();
        let mut next = self.clone();
        fold_block(&mut next.triangle, self.columns, &mut block, 1);
        next
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The power of two that column j was divided by.
    pub fn exponent(&self, j: usize) -> i32 {
        self.exponents[j]
    }

    /// Column j of the triangle (scaled), down to its diagonal.
    pub fn column(&self, j: usize) -> &[f64] {
        &self.triangle[j * self.columns..j * self.columns + j + 1]
    }

    /// The whole triangle, column by column, scaled.
    pub fn triangle(&self) -> &[f64] {
        &self.triangle
    }

    /// The scaled sum of squares of what the first `k` columns leave of column `target` (itself at or after k).
    ///
    /// With `k` = 0 this is the column's own sum of squares; divide differences by it freely, since every result for
    /// one target has the same scale.
    pub fn tail_square(&self, target: usize, k: usize) -> f64 {
        let column = self.column(target);
        let tail = &column[k.min(column.len())..];
        dot(tail, tail)
    }

    /// The residual sum of squares of column `target` on the first `k` columns, in the column's own units.
    pub fn residual_square(&self, target: usize, k: usize) -> f64 {
        scale_by(self.tail_square(target, k), 2 * self.exponents[target])
    }

    /// The reduction of some of the columns, in this order: a problem of p rows, whatever n was.
    pub fn select(&self, columns: &[usize]) -> Self {
        let exponents = columns.iter().map(|&j| self.exponents[j]).collect();
        let p = self.columns;
        let mut selected = Self::fold(p, vec![0; columns.len()], |start, j, target| {
            let from = columns[j] * p + start;
            target.copy_from_slice(&self.triangle[from..from + target.len()]);
        });
        selected.exponents = exponents;
        selected
    }

    /// The first of the columns `0..k` that is a linear combination of those before it.
    pub fn dependence(&self, k: usize) -> Option<Dependence> {
        (0..k).find_map(|j| self.dependence_of(j))
    }

    fn dependence_of(&self, j: usize) -> Option<Dependence> {
        let column = self.column(j);
        let (length, left) = (norm(column), column[j].abs());
        if length == 0.0 {
            return Some(Dependence { column: j, combination: Vec::new() });
        }
        if left > CLEARLY_INDEPENDENT * length {
            return None;
        }
        let mut weights = column[..j].to_vec();
        solve_upper(&self.triangle, self.columns, &mut weights);
        let sizes: Vec<f64> = (0..j).map(|i| weights[i].abs() * norm(self.column(i))).collect();
        if left > RANK_TOLERANCE * (length + sizes.iter().sum::<f64>()) {
            return None;
        }
        let largest = sizes.iter().copied().fold(length, f64::max);
        let combination = (0..j)
            .filter(|&i| sizes[i] > 1e-9 * largest)
            .map(|i| (i, scale_by(weights[i], self.exponents[j] - self.exponents[i])))
            .collect();
        Some(Dependence { column: j, combination })
    }
}

/// Folds a block of `rows` rows (column by column, overwritten) into the p × p upper triangle above it.
fn fold_block(triangle: &mut [f64], p: usize, block: &mut [f64], rows: usize) {
    for j in 0..p {
        let (done, rest) = block.split_at_mut((j + 1) * rows);
        let pivot = &done[j * rows..];
        let below = dot(pivot, pivot);
        if below == 0.0 {
            continue;
        }
        // The reflection that sends (alpha, pivot) to (beta, 0).
        let alpha = triangle[j * p + j];
        let beta = -alpha.signum() * (alpha * alpha + below).sqrt();
        let head = alpha - beta;
        let tau = -head / beta;
        triangle[j * p + j] = beta;
        for (l, column) in (j + 1..p).zip(rest.chunks_exact_mut(rows)) {
            let top = &mut triangle[l * p + j];
            let along = tau * (*top + dot(pivot, column) / head);
            *top -= along;
            add_scaled(column, -along / head, pivot);
        }
    }
}
