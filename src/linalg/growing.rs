//! Regressions whose sample grows by one row at a time, several at once.

/// How many samples grow side by side.
pub const LANES: usize = 8;

/// One value for each lane.
pub type Lanes = [f64; LANES];

/// What a column may have left after those before it, as a share of its square: less is rounding.
const RANK_TOLERANCE: f64 = 1e-24;

/// A residual below this share of the response's square is rounding: the response is reproduced exactly.
const EXACT_FIT: f64 = 1e-26;

/// The triangle of a QR factorisation of `[x₁ … x_k y]` in each of [`LANES`] samples that take the same rows but begin at
/// different ones.
///
/// Rotations without square roots (Gentleman 1974): R = D^½ Ū with D diagonal and Ū of unit diagonal. A row costs about
/// 2k² operations in each lane, and the same operations in every lane, so that the processor does several lanes at once.
/// Nothing is allocated after [`new`](Self::new).
#[derive(Debug, Clone)]
pub struct GrowingTriangles {
    k: usize,
    /// D.
    diagonal: Vec<Lanes>,
    /// Ū above its diagonal, row by row, the response last in each.
    upper: Vec<Lanes>,
    /// Σ x² of each column, the response last.
    squares: Vec<Lanes>,
    rss: Lanes,
    row: Vec<Lanes>,
}

impl GrowingTriangles {
    /// Empty samples of k regressors and a response.
    pub fn new(k: usize) -> Self {
        let zero = [0.0; LANES];
        Self {
            k,
            diagonal: vec![zero; k],
            upper: vec![zero; k * (k + 1) / 2],
            squares: vec![zero; k + 1],
            rss: zero,
            row: vec![zero; k + 1],
        }
    }

    /// Empties every sample.
    pub fn clear(&mut self) {
        for part in [&mut self.diagonal, &mut self.upper, &mut self.squares] {
            part.fill([0.0; LANES]);
        }
        self.rss = [0.0; LANES];
    }

    /// Adds a row (the response last) to the lanes whose weight is one; a weight of zero leaves a lane as it was.
    pub fn add(&mut self, values: impl Iterator<Item = f64>, weights: &Lanes) {
        for ((cell, square), value) in self.row.iter_mut().zip(&mut self.squares).zip(values) {
            *cell = [value; LANES];
            for (square, weight) in square.iter_mut().zip(weights) {
                *square += weight * value * value;
            }
        }
        let mut weight = *weights;
        let mut upper = self.upper.as_mut_slice();
        let mut row = self.row.as_mut_slice();
        for diagonal in &mut self.diagonal {
            let Some((pivot, rest)) = row.split_first_mut() else { return };
            let (mut cosine, mut sine) = ([0.0; LANES], [0.0; LANES]);
            for lane in 0..LANES {
                let (old, x) = (diagonal[lane], pivot[lane]);
                let new = old + weight[lane] * x * x;
                let empty = new <= 0.0;
                let inverse = 1.0 / if empty { 1.0 } else { new };
                // A column without anything in it yet is passed over.
                cosine[lane] = if empty { 1.0 } else { old * inverse };
                sine[lane] = weight[lane] * x * inverse;
                weight[lane] *= cosine[lane];
                diagonal[lane] = new;
            }
            let (ours, below) = std::mem::take(&mut upper).split_at_mut(rest.len());
            for (u, cell) in ours.iter_mut().zip(rest.iter_mut()) {
                for lane in 0..LANES {
                    let (before, x) = (u[lane], cell[lane]);
                    u[lane] = cosine[lane] * before + sine[lane] * x;
                    cell[lane] = x - pivot[lane] * before;
                }
            }
            (upper, row) = (below, rest);
        }
        if let [response] = row {
            for lane in 0..LANES {
                self.rss[lane] += weight[lane] * response[lane] * response[lane];
            }
        }
    }

    /// Row i of Ū to the right of its diagonal, the response last.
    fn upper_row(&self, i: usize) -> &[Lanes] {
        let start = i * self.k - i * i.saturating_sub(1) / 2;
        &self.upper[start..start + self.k - i]
    }

    /// What the last `tested` regressors take from the residual sum of squares, and what they leave; `None` if a regressor
    /// is a combination of those before it, the response is reproduced exactly, or a number has overflowed.
    pub fn explained(&self, tested: usize, lane: usize) -> Option<(f64, f64)> {
        let (rss, total) = (self.rss[lane], self.squares[self.k][lane]);
        let full_rank = (0..self.k).all(|i| self.diagonal[i][lane] > RANK_TOLERANCE * self.squares[i][lane]);
        if !full_rank || rss.is_nan() || rss <= EXACT_FIT * total {
            return None;
        }
        let explained = (self.k - tested..self.k)
            .map(|i| self.diagonal[i][lane] * self.upper_row(i)[self.k - i - 1][lane].powi(2))
            .sum::<f64>();
        (explained.is_finite() && rss.is_finite()).then_some((explained, rss))
    }

    /// Writes the coefficients of all regressors into `target`.
    pub fn coefficients(&self, lane: usize, target: &mut [f64]) {
        self.solve(self.k, self.k, lane, target);
    }

    /// Writes into `target` the coefficients of the first `kept` regressors in column j, itself after them.
    pub fn projection(&self, kept: usize, j: usize, lane: usize, target: &mut [f64]) {
        self.solve(kept, j, lane, target);
    }

    /// Ū c = column j, the leading `size` rows of it.
    fn solve(&self, size: usize, j: usize, lane: usize, target: &mut [f64]) {
        for i in (0..size).rev() {
            let row = self.upper_row(i);
            let known: f64 = (i + 1..size).map(|m| row[m - i - 1][lane] * target[m]).sum();
            target[i] = row[j - i - 1][lane] - known;
        }
    }

    /// Writes into `target` M'y for the last `target.len()` regressors, M being what the others leave of them.
    pub fn scores(&self, lane: usize, target: &mut [f64]) {
        let first = self.k - target.len();
        for (a, score) in target.iter_mut().enumerate() {
            let j = first + a;
            *score = (first..=j)
                .map(|i| {
                    let row = self.upper_row(i);
                    let own = if i == j { 1.0 } else { row[j - i - 1][lane] };
                    own * self.diagonal[i][lane] * row[self.k - i - 1][lane]
                })
                .sum();
        }
    }
}

/// bᵀ A⁻¹ b for a symmetric positive definite A (lower triangle, row by row, full storage), both overwritten; `None` if A is
/// not positive definite beyond rounding.
pub fn quadratic_form_in_place(a: &mut [f64], b: &mut [f64]) -> Option<f64> {
    let k = b.len();
    let mut form = 0.0;
    for i in 0..k {
        let own = a[i * k + i];
        for j in 0..i {
            let mut left = a[i * k + j];
            for m in 0..j {
                left -= a[i * k + m] * a[j * k + m];
            }
            a[i * k + j] = left / a[j * k + j];
            a[i * k + i] -= a[i * k + j] * a[i * k + j];
            b[i] -= a[i * k + j] * b[j];
        }
        let left = a[i * k + i];
        if left.is_nan() || left <= 1e-14 * own {
            return None;
        }
        a[i * k + i] = left.sqrt();
        b[i] /= a[i * k + i];
        form += b[i] * b[i];
    }
    Some(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linalg::Reduction;

    fn columns(rows: usize, count: usize) -> Vec<Vec<f64>> {
        // Irrational steps around the circle: no two columns are combinations of each other.
        let column =
            |j: usize| (0..rows).map(|t| 3.0 + (1.0 + (t * t) as f64 * (j as f64 + 2.0).sqrt()).sin()).collect();
        (0..count).map(column).collect()
    }

    /// Every lane holds what a factorisation of its own rows holds.
    #[test]
    fn each_lane_is_a_regression_on_its_rows() {
        let (rows, k) = (40, 4);
        let columns = columns(rows, k + 1);
        let mut growing = GrowingTriangles::new(k);
        for t in 0..rows {
            let weights: Lanes = std::array::from_fn(|lane| f64::from(u8::from(t >= lane)));
            growing.add(columns.iter().map(|column| column[t]), &weights);
        }
        for lane in 0..LANES {
            let own: Vec<&[f64]> = columns.iter().map(|column| &column[lane..]).collect();
            let reduction = Reduction::of_columns(&own);
            let (explained, rss) = growing.explained(2, lane).expect("full rank");
            let expected = reduction.residual_square(k, k);
            assert!((rss / expected - 1.0).abs() < 1e-12, "{rss} {expected}");
            let expected = reduction.residual_square(k, k - 2) - expected;
            assert!((explained / expected - 1.0).abs() < 1e-11, "{explained} {expected}");

            let (mut beta, mut scores) = (vec![0.0; k], vec![0.0; 2]);
            growing.coefficients(lane, &mut beta);
            growing.scores(lane, &mut scores);
            // The residuals are orthogonal to every regressor.
            for x in &own[..k] {
                let left: f64 = (0..rows - lane)
                    .map(|t| x[t] * (own[k][t] - (0..k).map(|j| beta[j] * own[j][t]).sum::<f64>()))
                    .sum();
                assert!(left.abs() < 1e-9, "{left}");
            }
            let mut projection = [0.0; 2];
            for (a, score) in scores.iter().enumerate() {
                growing.projection(2, 2 + a, lane, &mut projection);
                let m = |t: usize| own[2 + a][t] - projection[0] * own[0][t] - projection[1] * own[1][t];
                let expected: f64 = (0..rows - lane).map(|t| m(t) * own[k][t]).sum();
                assert!((score - expected).abs() < 1e-9, "{score} {expected}");
            }
        }
    }

    #[test]
    fn a_copy_of_a_column_has_no_statistic() {
        let mut columns = columns(30, 4);
        columns[2] = columns[1].iter().map(|value| 7.0 - 2.0 * value).collect();
        columns[0].fill(1.0);
        let mut growing = GrowingTriangles::new(3);
        for t in 0..30 {
            growing.add(columns.iter().map(|column| column[t]), &[1.0; LANES]);
        }
        assert_eq!(growing.explained(1, 0), None);
        growing.clear();
        assert_eq!(growing.explained(1, 0), None);
    }

    #[test]
    fn a_quadratic_form_by_hand() {
        // A = [4 2; 2 3], A⁻¹ = [3 −2; −2 4]/8, b = (1, 2): (3 − 8 + 16)/8.
        let (mut a, mut b) = ([4.0, 0.0, 2.0, 3.0], [1.0, 2.0]);
        assert!((quadratic_form_in_place(&mut a, &mut b).expect("definite") - 11.0 / 8.0).abs() < 1e-15);
        assert_eq!(quadratic_form_in_place(&mut [1.0, 0.0, 1.0, 1.0], &mut [1.0, 1.0]), None);
    }
}
