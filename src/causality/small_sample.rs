//! What a simulation says of a test in a sample as small as the one at hand.

use super::aligned::Aligned;
use super::size::{ConventionSize, Side, SimulatedSize, SizeSimulation, World};
use super::spec::Spec;
use super::words;
use crate::{Error, Note};

/// Below this number of rows a result says how the test behaves in so small a sample.
const SMALL: usize = 20;

/// Simulated sizes of the very test, in the worlds for which it is meant and, for Granger's, the one in which it is
/// often used all the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SmallSample {
    rows: usize,
    series: usize,
    seed: u64,
    /// At least one.
    simulated: Vec<(World, SimulatedSize)>,
}

impl SmallSample {
    /// `None` in a sample that is not small.
    pub fn of(
        spec: &Spec<'_>,
        aligned: &Aligned,
        (lags, rows): (usize, usize),
        sides: [Side; 2],
    ) -> Result<Option<Self>, Error> {
        if rows >= SMALL {
            return Ok(None);
        }
        let worlds: &[World] =
            if spec.toda_yamamoto { &[World::RandomWalks] } else { &[World::WhiteNoise, World::RandomWalks] };
        let simulation =
            SizeSimulation::toda_yamamoto(aligned.len(), lags, spec.extra).given(aligned.given().len()).seed(spec.seed);
        let simulation = if spec.separate.is_none() {
            let [(_, terms), _] = sides;
            simulation.with_deterministic(terms)
        } else {
            simulation.with_sides(sides)
        };
        let simulation =
            spec.covariances.iter().fold(simulation, |simulation, covariance| simulation.covariance(*covariance));
        let simulated = worlds
            .iter()
            .map(|world| Ok((*world, simulation.clone().world(*world).run()?)))
            .collect::<Result<_, Error>>()?;
        Ok(Some(Self { rows, series: aligned.series.len(), seed: spec.seed, simulated }))
    }

    /// The rows of the test.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What a convention does in each world.
    pub fn sizes(&self, convention: &str) -> Vec<(World, ConventionSize)> {
        self.simulated.iter().filter_map(|(world, size)| Some((*world, size.of(convention)?))).collect()
    }

    /// The note that a report of this convention carries; `None` for one that was not simulated.
    pub fn note(&self, convention: &str) -> Option<Note> {
        let sizes = self.sizes(convention);
        let draws = sizes.first()?.1.rejects.replications;
        let sizes: Vec<String> =
            sizes.iter().map(|(world, size)| format!("{} of samples of {world}", size.rejects)).collect();
        Some(Note::new(format!(
            "on only {} rows {} at a nominal 5 % rejects a true null in {} ({draws} draws of {} series, seed {})",
            self.rows,
            words::convention(convention),
            sizes.join(" and "),
            self.series,
            self.seed
        )))
    }

    /// The same of several conventions, one sentence for each world.
    pub fn summaries(&self, conventions: &[&str]) -> Vec<String> {
        let of = |(world, size): &(World, SimulatedSize)| {
            let rates: Vec<String> = conventions
                .iter()
                .filter_map(|name| Some(format!("{} {}", words::convention(name), size.of(name)?.rejects)))
                .collect();
            format!(
                "Simulated size at a nominal 5 % on {} rows of {} series, {world}: {}.",
                self.rows,
                self.series,
                rates.join(", ")
            )
        };
        self.simulated.iter().map(of).collect()
    }
}
