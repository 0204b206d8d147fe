//! What the tests of no feedback within a period, and of none at all, do in a sample as small as the one at hand.

use super::super::block::system::{System, SystemLayout};
use super::super::size::World;
use crate::Note;
use crate::dist::chi_squared;
use crate::resampling::{Rate, Streams};

/// Below this number of rows a report says how the test behaves.
const SMALL: usize = 20;
const DRAWS: usize = 1000;

/// The notes of the instantaneous measure and of the total; none in a sample that is not small.
pub(super) fn notes(
    seed: u64,
    length: usize,
    layout: SystemLayout,
    fixed: &[&[f64]],
    rows: usize,
) -> Option<[Note; 2]> {
    if rows >= SMALL {
        return None;
    }
    let worlds = [World::WhiteNoise, World::RandomWalks];
    let rates = worlds.map(|world| simulate(world, seed, length, layout, fixed, rows));
    Some([(0, "T·F within a period"), (1, "T·F in all")].map(|(which, name)| {
        let said: Vec<String> =
            worlds.iter().zip(&rates).map(|(world, rate)| format!("{} of samples of {world}", rate[which])).collect();
        Note::new(format!(
            "on only {rows} rows {name} at a nominal 5 % rejects a true null in {} ({DRAWS} draws of {} series, seed {seed})",
            said.join(" and "),
            layout.series()
        ))
    }))
}

/// Shares of independent series in which T·F within a period, and in all, is beyond the 5 % point of χ².
fn simulate(world: World, seed: u64, length: usize, layout: SystemLayout, fixed: &[&[f64]], rows: usize) -> [Rate; 2] {
    let mut counts = [0; 2];
    let mut values = vec![0.0; length * layout.series()];
    let total_df = (2 * layout.lags + 1) as f64;
    for draw in 0..DRAWS {
        let mut stream = Streams::new(seed).replication(draw as u64);
        values.chunks_exact_mut(length).for_each(|series| world.fill(&mut stream, series));
        let series: Vec<&[f64]> = values.chunks_exact(length).collect();
        let system = System::new(layout, fixed, &series);
        let three = [system.forward(), system.backward(), system.instantaneous()];
        let [Some(forward), Some(backward), Some(within)] = three.map(|test| Some(test?.ln_ratio() * rows as f64))
        else {
            continue;
        };
        counts[0] += usize::from(chi_squared::sf(within, 1.0) < 0.05);
        counts[1] += usize::from(chi_squared::sf(forward + backward + within, total_df) < 0.05);
    }
    counts.map(|count| Rate { count, replications: DRAWS })
}
