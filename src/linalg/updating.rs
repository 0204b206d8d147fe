//! A regression that grows by one row at a time.

/// The triangle of a QR factorisation of the rows so far, kept by Givens rotations (Gentleman 1973), and their residual sum
/// of squares.
///
/// A row costs k² operations whatever came before, and what a new row leaves over is its recursive residual (Brown, Durbin
/// and Evans 1975). Columns should be of one order of magnitude: [`exponent`](super::exponent) scales them.
#[derive(Debug, Clone)]
pub struct Updating {
    k: usize,
    /// k rows of k + 1 numbers: the triangle, and the rotated response.
    triangle: Vec<f64>,
    /// The largest absolute value of each column so far.
    sizes: Vec<f64>,
    rank: usize,
    rss: f64,
    work: Vec<f64>,
}

/// What is left of a column below this share of its size is rounding.
const RANK_TOLERANCE: f64 = 1e-11;

impl Updating {
    /// Of `k` regressors, without rows.
    pub fn new(k: usize) -> Self {
        Self { k, triangle: vec![0.0; k * (k + 1)], sizes: vec![0.0; k], rank: 0, rss: 0.0, work: vec![0.0; k + 1] }
    }

    /// Forgets all rows.
    pub fn reset(&mut self) {
        self.triangle.fill(0.0);
        self.sizes.fill(0.0);
        self.rank = 0;
        self.rss = 0.0;
    }

    /// Adds a row: k regressors, then the response. What it leaves over: its recursive residual, and `None` while it raises
    /// the rank.
    pub fn push(&mut self, row: &[f64]) -> Option<f64> {
        let k = self.k;
        self.work.copy_from_slice(row);
        for j in 0..k {
            self.sizes[j] = self.sizes[j].max(row[j].abs());
            let below = self.work[j];
            if below.abs() <= RANK_TOLERANCE * self.sizes[j] && self.triangle[j * (k + 1) + j] == 0.0 {
                continue;
            }
            let head = &mut self.triangle[j * (k + 1)..(j + 1) * (k + 1)];
            if head[j] == 0.0 {
                // A positive diagonal keeps the sign of what later rows leave over.
                let sign = below.signum();
                head[j..].iter_mut().zip(&self.work[j..]).for_each(|(head, work)| *head = sign * work);
                self.rank += 1;
                return None;
            }
            if below == 0.0 {
                continue;
            }
            let length = head[j].hypot(below);
            let (c, s) = (head[j] / length, below / length);
            for (above, under) in head[j..].iter_mut().zip(&mut self.work[j..]) {
                (*above, *under) = (c * *above + s * *under, c * *under - s * *above);
            }
        }
        let left = self.work[k];
        self.rss += left * left;
        Some(left)
    }

    /// Whether every coefficient is identified.
    pub fn is_full_rank(&self) -> bool {
        self.rank == self.k
    }

    /// The triangle, column by column, and the rotated response; `None` while a coefficient is not identified.
    pub fn root(&self) -> Option<(Vec<f64>, Vec<f64>)> {
        let (k, at) = (self.k, |i: usize, j: usize| self.triangle[i * (self.k + 1) + j]);
        let above = |j: usize| (0..k).map(move |i| if i <= j { at(i, j) } else { 0.0 });
        self.is_full_rank().then(|| ((0..k).flat_map(above).collect(), (0..k).map(|i| at(i, k)).collect()))
    }

    /// The residual sum of squares of the rows so far.
    pub fn rss(&self) -> f64 {
        self.rss
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_grows() {
        let values = [3.0, 5.0, 4.0, 8.0];
        let mut mean = Updating::new(1);
        assert_eq!(mean.push(&[1.0, values[0]]), None);
        for (i, value) in values.iter().enumerate().skip(1) {
            let before = values[..i].iter().sum::<f64>() / i as f64;
            let recursive = (value - before) * (i as f64 / (i + 1) as f64).sqrt();
            assert!((mean.push(&[1.0, *value]).unwrap() - recursive).abs() < 1e-14);
        }
        assert!((mean.rss() - 14.0).abs() < 1e-13);
    }

    #[test]
    fn what_is_left_keeps_its_sign() {
        let mut line = Updating::new(1);
        line.push(&[-2.0, 2.0]);
        // -1 is predicted for x = 1, 3 comes.
        assert!((line.push(&[1.0, 3.0]).unwrap() - 4.0 * 0.8_f64.sqrt()).abs() < 1e-14);
    }

    #[test]
    fn the_root_solves_the_regression() {
        let mut line = Updating::new(2);
        for (x, y) in [(0.0, 1.0), (1.0, 3.5), (3.0, 6.5), (4.0, 9.0)] {
            assert!(line.root().is_none() || line.is_full_rank());
            line.push(&[1.0, x, y]);
        }
        // y = 1.2 + 1.9x by the normal equations.
        let (r, z) = line.root().unwrap();
        let slope = z[1] / r[3];
        assert!((slope - 1.9).abs() < 1e-14 && ((z[0] - r[2] * slope) / r[0] - 1.2).abs() < 1e-14);
    }

    #[test]
    fn a_column_that_repeats_another_raises_no_rank() {
        let mut twice = Updating::new(2);
        for i in 0..9 {
            twice.push(&[0.1 + f64::from(i) / 3.0, 0.3 + f64::from(i), f64::from(i * i)]);
        }
        assert!(!twice.is_full_rank());
        twice.push(&[1.0, 1.0, 0.0]);
        assert!(twice.is_full_rank());
        twice.reset();
        assert!(!twice.is_full_rank() && twice.rss() == 0.0);
    }
}
