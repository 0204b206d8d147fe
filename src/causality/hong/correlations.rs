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

/// r(0), and r(j) for j = 1 … n − 1 where the second series is the later one, and where the first is.
#[derive(Debug, Clone)]
pub(super) struct Correlations {
    rows: usize,
    now: f64,
    second_later: Vec<f64>,
    first_later: Vec<f64>,
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
        let after = |later: &[f64], earlier: &[f64]| (1..n).map(|j| dot(&later[j..], &earlier[..n - j])).collect();
        Self { rows: n, now: dot(&x, &y), second_later: after(&y, &x), first_later: after(&x, &y) }
    }

    /// j and r(j) of the lags that are summed, nearer ones first.
    fn summed(&self, lags: Lags) -> Vec<(usize, f64)> {
        let one_way = |at: &[f64]| (1..).zip(at.iter().copied()).collect::<Vec<(usize, f64)>>();
        match lags {
            Lags::SecondAfterFirst => one_way(&self.second_later),
            Lags::FirstAfterSecond => one_way(&self.first_later),
            Lags::All => {
                let mut all = vec![(0, self.now)];
                all.extend(one_way(&self.second_later));
                all.extend(one_way(&self.first_later));
                all
            }
        }
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
            .into_iter()
            .filter(|(j, _)| *j <= most)
            .fold([0.0; 2], |[plain, adjusted], (j, r)| [plain + n * r * r, adjusted + n * n * r * r / (n - j as f64)])
    }
}
