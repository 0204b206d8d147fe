//! How often a test finds a relation between independent random walks as short as the data.

use crate::resampling::{Rate, Remembered, Streams, all_threads, spread};
use crate::{Period, Series};

/// Below this many rows a test says how it behaves in samples as short.
pub(crate) const SHORT: usize = 25;

/// The level of the simulated tests.
pub(crate) const LEVEL: f64 = 0.05;

/// Simulated systems.
const DRAWS: usize = 500;
const SEED: u64 = 1;

/// The share of systems of `series` Gaussian random walks on which each of K tests rejects; `None` if it cannot be had.
///
/// `test` names what is simulated, with all its settings: the same is not simulated twice in a process.
pub(crate) fn simulate<const K: usize>(
    test: &str,
    (n, series, start): (usize, usize, Period),
    rejects: impl Fn(&[&Series]) -> Option<[bool; K]> + Sync,
) -> Option<[Rate; K]> {
    static DONE: Remembered<String, Option<Vec<Rate>>> = Remembered::new();
    let key = format!("{test}: {n} observations of {series} series from {start}");
    let rates = DONE.or_compute(key, || {
        let mut draws = vec![None; DRAWS];
        spread(&mut draws, all_threads(), |first, part| {
            for (draw, found) in (first as u64..).zip(part) {
                let walks = walks(draw, n, series, start);
                *found = walks.and_then(|walks| rejects(&walks.iter().collect::<Vec<_>>()));
            }
        });
        let draws: Option<Vec<[bool; K]>> = draws.into_iter().collect();
        draws.map(|draws| {
            let count = |k: usize| draws.iter().filter(|found| found[k]).count();
            (0..K).map(|k| Rate { count: count(k), replications: DRAWS }).collect::<Vec<_>>()
        })
    });
    rates?.try_into().ok()
}

/// Where a note says that its shares come from.
pub(crate) fn source() -> String {
    format!("{DRAWS} systems of independent random walks, seed {SEED}")
}

fn walks(draw: u64, n: usize, series: usize, start: Period) -> Option<Vec<Series>> {
    let mut stream = Streams::new(SEED).replication(draw);
    let walk = |j: usize| {
        let mut level = 0.0;
        let values = (0..n).map(|_| {
            level += stream.standard_normal();
            level
        });
        Series::new(format!("walk {j}"), start, values.collect()).ok()
    };
    (1..=series).map(walk).collect()
}

/// `7`, without decimals.
pub(crate) fn percent(rate: Rate) -> String {
    crate::table::NumberFormat::Decimals(0).format(100.0 * rate.value())
}
