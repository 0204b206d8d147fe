//! The law of W̄ when the units' errors move together: rows of residuals drawn for all units at once.

use super::null_model::NullUnit;
use crate::linalg::triangularise;
use crate::resampling::{Stream, Streams, spread};

/// The fewest dates with residuals of all units from which rows are drawn.
pub(super) const FEWEST_DATES: usize = 10;

/// How samples are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Draws {
    pub count: usize,
    /// Rows that are drawn together.
    pub block: usize,
    pub seed: u64,
    pub threads: usize,
}

/// Units without the cause, and the dates that all of them have.
pub(super) struct World {
    units: Vec<NullUnit>,
    lags: usize,
    /// Dates from the first row of any unit to the last.
    dates: usize,
    /// Residuals of each unit at the dates that all have, with mean zero there.
    shocks: Vec<Vec<f64>>,
    /// The effect at those dates and at the lags before them.
    levels: Vec<Vec<f64>>,
}

impl World {
    /// Of these units; the number of dates that all have, if that is too small.
    pub fn of(units: Vec<NullUnit>, lags: usize) -> Result<Self, usize> {
        let end = |unit: &NullUnit| unit.first + unit.residuals.len();
        let from = units.iter().map(|unit| unit.first).max().unwrap_or(0);
        let to = units.iter().map(end).min().unwrap_or(0);
        let common = to.saturating_sub(from);
        if common < FEWEST_DATES {
            return Err(common);
        }
        let shocks = units.iter().map(|unit| {
            let part = &unit.residuals[from - unit.first..to - unit.first];
            let mean = part.iter().sum::<f64>() / common as f64;
            part.iter().map(|residual| residual - mean).collect()
        });
        let levels = units.iter().map(|unit| unit.levels[from - unit.first..to - unit.first + lags].to_vec());
        Ok(Self {
            dates: units.iter().map(end).max().unwrap_or(0),
            shocks: shocks.collect(),
            levels: levels.collect(),
            units,
            lags,
        })
    }

    /// Dates that all units have.
    pub fn common(&self) -> usize {
        self.shocks.first().map_or(0, Vec::len)
    }

    /// W̄ of every drawn sample, in ascending order; infinite where a sample has none.
    pub fn law(&self, draws: Draws) -> Vec<f64> {
        let mut law = vec![0.0; draws.count];
        spread(&mut law, draws.threads, |first, part| {
            let longest = self.units.iter().map(|unit| unit.levels.len()).max().unwrap_or(0);
            let mut rows = vec![0; self.dates];
            let (mut series, mut table) = (vec![0.0; longest], vec![0.0; longest * (self.lags + 1)]);
            for (wbar, number) in part.iter_mut().zip(first..) {
                let mut stream = Streams::new(draws.seed).replication(number as u64);
                let start = self.pick(&mut stream, draws.block, &mut rows);
                let sum: f64 = (0..self.units.len())
                    .map(|i| {
                        self.generate(i, start, &rows, &mut series);
                        self.wald(i, &series, &mut table)
                    })
                    .sum();
                *wbar = if sum.is_nan() { f64::INFINITY } else { sum / self.units.len() as f64 };
            }
        });
        law.sort_by(f64::total_cmp);
        law
    }

    /// The row of residuals that each date takes, and where the first values come from.
    fn pick(&self, stream: &mut Stream, block: usize, rows: &mut [usize]) -> usize {
        let common = self.common();
        for chunk in rows.chunks_mut(block) {
            let from = (stream.uniform() * (common - block + 1) as f64) as usize;
            chunk.iter_mut().zip(from..).for_each(|(row, drawn)| *row = drawn);
        }
        (stream.uniform() * (common + 1) as f64) as usize
    }

    /// A unit's effect in one drawn sample.
    fn generate(&self, i: usize, start: usize, rows: &[usize], series: &mut [f64]) {
        let (unit, shocks, lags) = (&self.units[i], &self.shocks[i], self.lags);
        series[..lags].copy_from_slice(&self.levels[i][start..start + lags]);
        for (t, row) in (lags..unit.levels.len()).zip(&rows[unit.first..]) {
            let past: f64 = unit.slopes.iter().zip(1..).map(|(slope, k)| slope * series[t - k]).sum();
            series[t] = unit.intercept + past + shocks[*row];
        }
    }

    /// A unit's statistic in one drawn sample, the cause being as observed.
    fn wald(&self, i: usize, series: &[f64], table: &mut [f64]) -> f64 {
        let (unit, lags) = (&self.units[i], self.lags);
        let rows = unit.residuals.len();
        let table = &mut table[..rows * (lags + 1)];
        let mut residual = |fixed: &crate::linalg::Reflections| {
            for (column, k) in table.chunks_exact_mut(rows).zip((1..=lags).chain([0])) {
                column.copy_from_slice(&series[lags - k..lags - k + rows]);
            }
            fixed.apply(table);
            triangularise(table, rows, fixed.len());
            table[lags * rows + fixed.len() + lags].powi(2)
        };
        let (unrestricted, restricted) = (residual(&unit.fixed), residual(&unit.constant));
        unit.df as f64 * (restricted - unrestricted) / unrestricted
    }
}

#[cfg(test)]
mod tests {
    use super::super::unit::{Unit, Way};
    use super::*;
    use crate::{Period, Series};

    /// What a draw computes of the observed series is what the test computes.
    #[test]
    fn the_statistic_is_that_of_the_test() {
        let mut stream = Streams::new(3).replication(0);
        let mut noise = |name: &str, scale: f64| {
            let values = (0..30).map(|_| scale * stream.standard_normal()).collect();
            Series::new(name, Period::annual(1950), values).expect("a series")
        };
        let unit = Unit { name: "A".into(), series: [noise("x", 1e-200), noise("y", 1e200)] };
        for lags in 1..=3 {
            let way = Way { cause: 0, effect: 1 };
            let world =
                World::of(NullUnit::all(std::slice::from_ref(&unit), way, lags), lags).map_err(drop).expect("a world");
            let mut table = vec![0.0; 30 * (lags + 1)];
            let drawn = world.wald(0, &world.units[0].levels, &mut table);
            let expected = unit.test(way, lags).expect("a test").wald.expect("a number");
            assert!((drawn / expected - 1.0).abs() < 1e-10, "{drawn} {expected}");
        }
    }
}
