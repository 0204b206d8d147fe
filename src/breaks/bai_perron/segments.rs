//! The residual sum of squares of every stretch of rows.

use std::ops::Range;

use crate::linalg::{Updating, exponent, scale_by};
use crate::resampling::{all_threads, spread};

/// Residual sums of squares of all stretches of at least `shortest` rows, by updating: n²k² operations in all.
#[derive(Debug, Clone)]
pub(super) struct Segments {
    pub n: usize,
    pub shortest: usize,
    /// By first row: the sums for last row first + shortest − 1 to n − 1, of the scaled response; infinite where the
    /// coefficients are not identified.
    sums: Vec<Vec<f64>>,
    /// The response is scaled by 2^−exponent.
    exponent: i32,
}

impl Segments {
    pub fn of(regressors: &[&[f64]], response: &[f64], shortest: usize) -> Self {
        let columns: Vec<&[f64]> = regressors.iter().copied().chain([response]).collect();
        let exponents: Vec<i32> = columns.iter().map(|column| exponent(column.iter().copied())).collect();
        let (n, width) = (response.len(), columns.len());
        let mut rows = vec![0.0; n * width];
        for (j, column) in columns.iter().enumerate() {
            column.iter().enumerate().for_each(|(i, value)| rows[i * width + j] = scale_by(*value, -exponents[j]));
        }
        let mut sums = vec![Vec::new(); (n + 1).saturating_sub(shortest)];
        // A short table is done before a second thread is started. Each stretch is computed alone, so that threads change
        // nothing; the early ones are longer, so threads take turns.
        let threads = if n < 200 { 1 } else { all_threads() };
        let mut order: Vec<(usize, &mut Vec<f64>)> = sums.iter_mut().enumerate().collect();
        order.sort_by_key(|(first, _)| (first % threads, *first));
        spread(&mut order, threads, |_, part| {
            let mut regression = Updating::new(width - 1);
            for (first, sums) in part {
                regression.reset();
                sums.reserve_exact(n + 1 - *first - shortest);
                for (length, row) in (1..).zip(rows[*first * width..].chunks_exact(width)) {
                    regression.push(row);
                    if length >= shortest {
                        sums.push(if regression.is_full_rank() { regression.rss() } else { f64::INFINITY });
                    }
                }
            }
        });
        Self { n, shortest, sums, exponent: exponents[width - 1] }
    }

    /// The sums of all stretches that start at this row, the shortest first.
    pub fn from(&self, first: usize) -> &[f64] {
        self.sums.get(first).map_or(&[], Vec::as_slice)
    }

    /// The date in these rows (rows before it, from the first of them) that leaves the least.
    pub fn best_break(&self, rows: Range<usize>) -> Option<usize> {
        let own = self.from(rows.start);
        let left = |date: usize| -> Option<f64> {
            let after = self.from(rows.start + date).get(rows.len() - date - self.shortest)?;
            Some(own.get(date - self.shortest)? + after)
        };
        (self.shortest..=rows.len().checked_sub(self.shortest)?)
            .filter_map(|date| Some((date, left(date).filter(|left| left.is_finite())?)))
            .reduce(|best, next| if next.1 < best.1 { next } else { best })
            .map(|(date, _)| date)
    }

    /// A sum in the response's own units.
    pub fn in_units(&self, sum: f64) -> f64 {
        scale_by(sum, 2 * self.exponent)
    }
}
