//! What a simulation says of a test in a sample as small as the one at hand.

use super::panel::Panel;
use super::size::{ConventionSize, SimulatedSize, SizeSimulation, World};
use super::spec::{Prepared, Spec};
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
    /// At least one.
    simulated: Vec<(World, SimulatedSize)>,
}

impl SmallSample {
    /// `None` in a sample that is not small.
    pub fn of(spec: &Spec<'_>, panel: &Panel, prepared: &Prepared, lags: usize) -> Result<Option<Self>, Error> {
        if prepared.sample.n >= SMALL {
            return Ok(None);
        }
        let worlds: &[World] =
            if spec.toda_yamamoto { &[World::RandomWalks] } else { &[World::WhiteNoise, World::RandomWalks] };
        let terms: Vec<Vec<f64>> = prepared.deterministic.iter().map(|(_, values)| values.clone()).collect();
        let simulation = spec.covariances.iter().fold(
            SizeSimulation::toda_yamamoto(panel.len(), lags, spec.extra)
                .given(panel.given().len())
                .with_deterministic(terms),
            |simulation, covariance| simulation.covariance(*covariance),
        );
        let simulated = worlds
            .iter()
            .map(|world| Ok((*world, simulation.clone().world(*world).run()?)))
            .collect::<Result<_, Error>>()?;
        Ok(Some(Self { rows: prepared.sample.n, series: panel.series.len(), simulated }))
    }

    /// The rows of the test.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What a convention does in each world.
    pub fn sizes(&self, convention: &str) -> Vec<(World, ConventionSize)> {
        self.simulated.iter().filter_map(|(world, size)| Some((*world, size.of(convention)?))).collect()
    }

    /// The note that a report of this convention carries.
    pub fn note(&self, convention: &str) -> Note {
        let sizes = self.sizes(convention);
        let draws = sizes.first().map_or(0, |(_, size)| size.rejects.replications);
        let sizes: Vec<String> =
            sizes.iter().map(|(world, size)| format!("{} of samples of {world}", size.rejects)).collect();
        Note::new(format!(
            "on only {} rows {} at a nominal 5 % rejects a true null in {} ({draws} draws of {} series, seed 1)",
            self.rows,
            words::convention(convention),
            sizes.join(" and "),
            self.series
        ))
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
