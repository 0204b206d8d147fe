//! λ at every date, by regressions that grow from both ends.

use std::ops::RangeInclusive;

use crate::Design;
use crate::linalg::{Updating, exponent, scale_by};

/// What λ needs of the regressors, for any response.
pub(super) struct Path {
    /// Rows, regressors scaled to one order of magnitude.
    rows: Vec<Vec<f64>>,
    k: usize,
    dates: RangeInclusive<usize>,
}

/// A share of all squares that is rounding.
const EXACT: f64 = 1e-24;

impl Path {
    pub fn of(design: &Design, dates: RangeInclusive<usize>) -> Self {
        let columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        let scales: Vec<i32> = columns.iter().map(|column| exponent(column.iter().copied())).collect();
        let row = |i: usize| columns.iter().zip(&scales).map(|(column, by)| scale_by(column[i], -by)).collect();
        Self { rows: (0..design.nobs()).map(row).collect(), k: columns.len(), dates }
    }

    pub fn dates(&self) -> usize {
        self.dates.clone().count()
    }

    /// The rows before a switch and λ there; dates at which a regime is not identified are passed over, and λ is −∞ where a regime is
    /// fitted exactly. Of a response from which the regressors may have been taken.
    pub fn ratios(&self, y: &[f64]) -> Vec<(usize, f64)> {
        let n = y.len();
        let unit = exponent(y.iter().copied());
        let (before, after) = (self.grown(y, unit, 0..n), self.grown(y, unit, (0..n).rev()));
        let Some(&Some(all)) = before.last() else { return Vec::new() };
        let part = |squares: f64, rows: usize| {
            let rows = rows as f64;
            if squares > EXACT * all { 0.5 * rows * (squares / rows).ln() } else { f64::NEG_INFINITY }
        };
        let whole = 0.5 * n as f64 * (all / n as f64).ln();
        let dates = self.dates.clone();
        dates.filter_map(|b| Some((b, part(before[b - 1]?, b) + part(after[n - b - 1]?, n - b) - whole))).collect()
    }

    /// Residual sums of squares as rows are added in an order; none while the regressors are collinear.
    fn grown(&self, y: &[f64], unit: i32, order: impl Iterator<Item = usize>) -> Vec<Option<f64>> {
        let mut regression = Updating::new(self.k);
        let mut row = vec![0.0; self.k + 1];
        order
            .map(|i| {
                row[..self.k].copy_from_slice(&self.rows[i]);
                row[self.k] = scale_by(y[i], -unit);
                regression.push(&row);
                regression.is_full_rank().then_some(regression.rss())
            })
            .collect()
    }
}
