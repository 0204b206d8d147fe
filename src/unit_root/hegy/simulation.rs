//! The law for the sample at hand, drawn.

use super::statistics::{Filtered, Statistics, deterministic};
use super::{Roots, SeasonalTerms};
use crate::resampling::{Streams, all_threads, spread};

/// Statistics of seasonal random walks, whose every unit root is there: the null of every statistic.
#[derive(Debug)]
pub(super) struct Simulated {
    draws: Vec<Statistics>,
}

impl Simulated {
    /// Draws series of this length that begin in this part of the year; the test regression has these terms and lags.
    pub(super) fn draw(
        (draws, seed): (usize, u64),
        (length, per_year, part): (usize, usize, usize),
        terms: SeasonalTerms,
        lags: usize,
    ) -> Self {
        let columns = deterministic(terms, per_year, part, length - per_year);
        let streams = Streams::new(seed);
        let mut drawn: Vec<Option<Statistics>> = vec![None; draws];
        spread(&mut drawn, all_threads(), |first, part| {
            let mut values = vec![0.0; length];
            for (draw, found) in (first..).zip(part) {
                let mut stream = streams.replication(draw as u64);
                for t in 0..length {
                    values[t] = stream.standard_normal() + if t < per_year { 0.0 } else { values[t - per_year] };
                }
                *found = Filtered::of(&values, per_year).statistics(&columns, lags);
            }
        });
        Self { draws: drawn.into_iter().flatten().collect() }
    }

    /// The p-value (1 + draws beyond)/(1 + draws), and the critical values at these levels.
    pub(super) fn judge<const N: usize>(
        &self,
        statistic: f64,
        roots: Roots,
        of: impl Fn(&Statistics) -> f64,
        levels: [f64; N],
    ) -> (f64, [Option<f64>; N]) {
        // Turned so that small values speak against the roots.
        let sign = if roots.is_t() { 1.0 } else { -1.0 };
        let mut drawn: Vec<f64> = self.draws.iter().map(|draw| sign * of(draw)).collect();
        drawn.sort_by(f64::total_cmp);
        let beyond = drawn.partition_point(|value| *value <= sign * statistic);
        let p = (1 + beyond) as f64 / (1 + drawn.len()) as f64;
        let quantile = |level: f64| drawn.get((drawn.len() as f64 * level) as usize).map(|value| sign * value);
        (p, levels.map(quantile))
    }
}
