//! What these tests do in samples as small as the one at hand.

use super::super::size::World;
use super::super::spec::Spec;
use super::super::words::convention as convention_in_words;
use super::system::{System, SystemLayout};
use super::test::{Way, outcomes};
use crate::Note;
use crate::resampling::{Rate, Remembered, Streams};

/// Below this number of rows a report says how the test behaves.
const SMALL: usize = 20;
const DRAWS: usize = 1000;
const WAYS: [Way; 3] = [Way::Forward, Way::Backward, Way::Instantaneous];

/// Shares of independent series in which each convention rejects at 5 %.
#[derive(Debug, Clone)]
pub(super) struct BlockSize {
    rows: usize,
    series: usize,
    seed: u64,
    /// World, hypothesis, convention, rate.
    rates: Vec<(World, Way, &'static str, Rate)>,
}

impl BlockSize {
    /// `None` in a sample that is not small.
    pub fn of(spec: &Spec<'_>, length: usize, layout: SystemLayout, fixed: &[&[f64]], rows: usize) -> Option<Self> {
        if rows >= SMALL {
            return None;
        }
        let worlds: &[World] =
            if layout.extra > 0 { &[World::RandomWalks] } else { &[World::WhiteNoise, World::RandomWalks] };
        let mut rates = Vec::new();
        for world in worlds {
            rates.extend(
                remembered(*world, spec.seed, length, layout, fixed)
                    .into_iter()
                    .map(|(way, name, count)| (*world, way, name, Rate { count, replications: DRAWS })),
            );
        }
        Some(Self { rows, series: layout.series(), seed: spec.seed, rates })
    }

    /// World, convention and rate of one hypothesis.
    pub fn of_way(&self, way: Way) -> Vec<(World, &'static str, Rate)> {
        let own = self.rates.iter().filter(|(_, of, ..)| *of == way);
        own.map(|(world, _, name, rate)| (*world, *name, *rate)).collect()
    }

    /// The note of a convention.
    pub fn note(&self, way: Way, convention: &str) -> Option<Note> {
        let rates: Vec<String> = self
            .rates
            .iter()
            .filter(|(_, of, name, _)| *of == way && *name == convention)
            .map(|(world, _, _, rate)| format!("{rate} of samples of {world}"))
            .collect();
        (!rates.is_empty()).then(|| {
            Note::new(format!(
                "on only {} rows {} at a nominal 5 % rejects a true null in {} ({DRAWS} draws of {} series, seed {})",
                self.rows,
                convention_in_words(convention),
                rates.join(" and "),
                self.series,
                self.seed
            ))
        })
    }
}

/// Hypothesis, convention and how many draws it rejects.
type Counts = Vec<(Way, &'static str, usize)>;

/// The simulation, once in a process for each world, length, layout and set of fixed terms: nothing else of the data is in it.
fn remembered(world: World, seed: u64, length: usize, layout: SystemLayout, fixed: &[&[f64]]) -> Counts {
    // By world and layout in words, and by the numbers they depend on.
    static DONE: Remembered<(String, Vec<u64>), Counts> = Remembered::new();
    let numbers = [seed, length as u64].into_iter().chain(fixed.concat().into_iter().map(f64::to_bits));
    let key = (format!("{world:?} {layout:?}"), numbers.collect());
    DONE.or_compute(key, || simulate(world, seed, length, layout, fixed))
}

fn simulate(world: World, seed: u64, length: usize, layout: SystemLayout, fixed: &[&[f64]]) -> Counts {
    let mut counts = Counts::new();
    let mut values = vec![0.0; length * layout.series()];
    for draw in 0..DRAWS {
        let mut stream = Streams::new(seed).replication(draw as u64);
        values.chunks_exact_mut(length).for_each(|series| world.fill(&mut stream, series));
        let series: Vec<&[f64]> = values.chunks_exact(length).collect();
        let system = System::new(layout, fixed, &series);
        for way in WAYS {
            let test = match way {
                Way::Forward => system.forward(),
                Way::Backward => system.backward(),
                Way::Instantaneous => system.instantaneous(),
            };
            let Some(test) = test else { continue };
            for (name, outcome) in outcomes(way, &test, layout.series()) {
                let crate::Outcome::Computed { p, .. } = outcome else { continue };
                let place = counts.iter().position(|(of, known, _)| *of == way && *known == name);
                let place = place.unwrap_or_else(|| {
                    counts.push((way, name, 0));
                    counts.len() - 1
                });
                counts[place].2 += usize::from(p.value() < 0.05);
            }
        }
    }
    counts
}
