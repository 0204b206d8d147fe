//! What the test does in samples as small as the one at hand.

use super::super::equation::{Roles, compare};
use super::super::size::World;
use super::statistic::Lags;
use crate::Note;
use crate::resampling::{Rate, Streams};

/// Below this number of rows a report says how the test behaves.
const SMALL: usize = 20;
const DRAWS: usize = 500;

/// A note for each frequency: how often independent series are rejected at 5 %; none in a sample that is not small.
pub(super) fn notes(
    roles: &Roles,
    series: usize,
    length: usize,
    fixed: &[&[f64]],
    frequencies: &[f64],
    seed: u64,
) -> Option<Vec<Note>> {
    let rows = length - roles.depth(series - 2);
    if rows >= SMALL {
        return None;
    }
    let worlds: &[World] =
        if roles.extra > 0 { &[World::RandomWalks] } else { &[World::WhiteNoise, World::RandomWalks] };
    let rates: Vec<Vec<Rate>> = worlds
        .iter()
        .map(|world| {
            let mut counts = vec![0; frequencies.len()];
            let mut values = vec![0.0; length * series];
            for draw in 0..DRAWS {
                let mut stream = Streams::new(seed).replication(draw as u64);
                values.chunks_exact_mut(length).for_each(|one| world.fill(&mut stream, one));
                let drawn: Vec<&[f64]> = values.chunks_exact(length).collect();
                let (reduction, _) = compare(roles, [0, 1], fixed, &drawn);
                let coefficients = Lags::of(&reduction, roles.tested.lags().len(), rows);
                for (count, &omega) in counts.iter_mut().zip(frequencies) {
                    *count += usize::from(coefficients.at(roles.tested.lags(), omega).3 < 0.05);
                }
            }
            counts.into_iter().map(|count| Rate { count, replications: DRAWS }).collect()
        })
        .collect();
    let note = |i: usize| {
        let of: Vec<String> =
            worlds.iter().zip(&rates).map(|(world, rates)| format!("{} of samples of {world}", rates[i])).collect();
        Note::new(format!(
            "on only {rows} rows F at a nominal 5 % rejects a true null in {} ({DRAWS} draws of {series} series, seed {seed})",
            of.join(" and ")
        ))
    };
    Some((0..frequencies.len()).map(note).collect())
}
