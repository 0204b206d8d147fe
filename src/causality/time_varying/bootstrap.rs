//! The law of the largest statistic, by samples drawn from the null model.

use super::null_model::NullModel;
use super::paths::{Path, Plan, Walker};
use super::system::{Source, System};
use crate::resampling::{Stream, Streams, all_threads, spread};

/// How many samples, and of which kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draws {
    pub count: usize,
    pub wild: bool,
    pub seed: u64,
    /// End dates over which the sequence's critical value controls.
    pub control: usize,
}

/// The largest statistics of the drawn samples, each in ascending order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Law {
    /// Over all end dates.
    pub of_all: Vec<f64>,
    /// Over those under control. The first rows of a long sample are a short sample, so one draw serves both.
    pub of_controlled: Vec<f64>,
}

impl Law {
    /// (1 + #{M* ≥ M})/(1 + B).
    pub fn p(&self, statistic: f64) -> f64 {
        let below = self.of_all.partition_point(|drawn| *drawn < statistic);
        (1 + self.of_all.len() - below) as f64 / (1 + self.of_all.len()) as f64
    }
}

/// The value that a statistic exceeds exactly when its p-value is below the level; `None` if there are too few draws.
pub(in crate::causality) fn critical(sorted: &[f64], level: f64) -> Option<f64> {
    let allowed = (level * (sorted.len() + 1) as f64 - 1e-9).ceil() as usize;
    let rank = allowed.checked_sub(1).filter(|rank| *rank > 0)?;
    sorted.len().checked_sub(rank).and_then(|at| sorted.get(at)).copied()
}

/// Draws samples under the null and walks through each.
pub(super) fn simulate(system: &System, model: &NullModel, sources: &[Source], plan: Plan, draws: Draws) -> Law {
    let mut largest = vec![(0.0, 0.0); draws.count];
    spread(&mut largest, all_threads(), |first, part| {
        let mut walker = Walker::new(plan);
        let mut path = Path::new(plan.dates());
        let mut table = vec![0.0; plan.rows * sources.len()];
        let mut series = system.series.clone();
        let mut shocks = vec![0.0; system.series.len()];
        for (result, number) in part.iter_mut().zip(first..) {
            let mut stream = Streams::new(draws.seed).replication(number as u64);
            draw(system, model, draws.wild, &mut stream, &mut series, &mut shocks);
            system.fill(sources, &series, &mut table);
            walker.walk(&table, &mut path);
            *result = (path.largest(plan.dates()), path.largest(draws.control));
        }
    });
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values
    };
    Law {
        of_all: sorted(largest.iter().map(|one| one.0).collect()),
        of_controlled: sorted(largest.iter().map(|one| one.1).collect()),
    }
}

/// One sample: the first values as observed, then the null model with drawn residuals.
fn draw(
    system: &System,
    model: &NullModel,
    wild: bool,
    stream: &mut Stream,
    series: &mut [Vec<f64>],
    shocks: &mut [f64],
) {
    let (depth, rows) = (system.depth(), system.rows());
    for t in 0..rows {
        // All series' residuals of one row together: what they have in common stays.
        let (row, sign) = if wild {
            (t, if stream.uniform() < 0.5 { -1.0 } else { 1.0 })
        } else {
            ((stream.uniform() * rows as f64) as usize, 1.0)
        };
        for (equation, shock) in shocks.iter_mut().enumerate() {
            let terms = model.sources.iter().zip(&model.coefficients[equation]);
            let mean: f64 = terms
                .map(|(source, b)| match *source {
                    Source::Deterministic(term) => b * system.deterministic[term][t],
                    Source::Lag { series: number, lag } => b * series[number][depth + t - lag],
                })
                .sum();
            *shock = mean + sign * model.residuals[equation][row];
        }
        shocks.iter().zip(series.iter_mut()).for_each(|(value, series)| series[depth + t] = *value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_critical_value_is_exceeded_exactly_when_p_is_below_the_level() {
        let sorted: Vec<f64> = (1..=499).map(f64::from).collect();
        let law = Law { of_all: sorted.clone(), of_controlled: sorted.clone() };
        for level in [0.10, 0.05, 0.01, 0.003, 0.07] {
            let critical = critical(&sorted, level);
            for statistic in (0..1000).map(|i| f64::from(i) / 2.0) {
                let exceeds = critical.is_some_and(|value| statistic > value);
                assert_eq!(exceeds, law.p(statistic) < level, "{statistic} at {level}");
            }
        }
        assert_eq!(critical(&sorted[..99], 0.01), None);
    }
}
