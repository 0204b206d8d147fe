//! Correlations of two series of residuals at every lead and lag, and what they add up to.

use super::kernel::LagKernel;
use crate::linalg::{dot, exponent, scale_by};

/// Which lags are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lags {
    /// The second with the past of the first.
    SecondAfterFirst,
    /// The first with the past of the second.
    FirstAfterSecond,
    /// Every lead and lag, zero too.
    All,
}

/// r(j) for j from −(n − 1) to n − 1, j > 0 where the second series is the later one.
#[derive(Debug, Clone)]
pub(super) struct Correlations {
    rows: usize,
    at: Vec<f64>,
}

impl Correlations {
    pub fn new(first: &[f64], second: &[f64]) -> Self {
        let n = first.len();
        let unit = |values: &[f64]| -> Vec<f64> {
            let e = exponent(values.iter().copied());
            let scaled: Vec<f64> = values.iter().map(|value| scale_by(*value, -e)).collect();
            let length = dot(&scaled, &scaled).sqrt();
            scaled.iter().map(|value| value / length).collect()
        };
        let (x, y) = (unit(first), unit(second));
        let before = (1..n).rev().map(|j| dot(&x[j..], &y[..n - j]));
        let after = (0..n).map(|j| dot(&y[j..], &x[..n - j]));
        Self { rows: n, at: before.chain(after).collect() }
    }

    /// j and r(j) of the lags that are summed.
    fn summed(&self, lags: Lags) -> impl Iterator<Item = (usize, f64)> {
        let n = self.rows as i64;
        self.at.iter().zip(1 - n..n).filter_map(move |(r, j)| {
            let included = match lags {
                Lags::SecondAfterFirst => j > 0,
                Lags::FirstAfterSecond => j < 0,
                Lags::All => true,
            };
            included.then_some((j.unsigned_abs() as usize, *r))
        })
    }

    /// Hong's Q.
    pub fn hong(&self, lags: Lags, kernel: LagKernel, bandwidth: f64) -> f64 {
        let n = self.rows as f64;
        let (mut sum, mut mean, mut variance) = (0.0, 0.0, 0.0);
        for (j, r) in self.summed(lags) {
            let square = kernel.weight(j as f64 / bandwidth).powi(2);
            let share = 1.0 - j as f64 / n;
            sum += n * square * r * r;
            mean += share * square;
            variance += share * (share - 1.0 / n) * square * square;
        }
        (sum - mean) / (2.0 * variance).sqrt()
    }

    /// Haugh's S of the lags up to `most`, and S* with n² r²/(n − j).
    pub fn haugh(&self, lags: Lags, most: usize) -> [f64; 2] {
        let n = self.rows as f64;
        self.summed(lags)
            .filter(|(j, _)| *j <= most)
            .fold([0.0; 2], |[plain, adjusted], (j, r)| [plain + n * r * r, adjusted + n * n * r * r / (n - j as f64)])
    }
}
