//! Signs and labels drawn anew, or gone through one by one; and how often the clustered t errs.

use super::differences::{Contrast, Differences};
use crate::dist::student_t;
use crate::resampling::{Rate, Stream, Streams, all_threads, spread};

/// Up to so many units all signs are gone through.
const ALL_SIGNS: usize = 12;
/// Up to so many choices of treated units all are gone through.
const ALL_LABELS: f64 = 20_000.0;
/// Statistics that rounding alone sets apart are a tie.
const TIE: f64 = 1e-10;
const SIMULATED: usize = 2000;

/// A p-value and the draws it rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    pub p: f64,
    pub draws: usize,
    /// Whether every possibility was gone through, the sample's own among them.
    pub all: bool,
}

impl Drawn {
    fn all(as_large: usize, draws: usize) -> Self {
        Self { p: as_large as f64 / draws as f64, draws, all: true }
    }

    /// Of draws that need not hold the sample's own.
    fn some(as_large: &[bool]) -> Self {
        let count = as_large.iter().filter(|large| **large).count();
        Self { p: (1 + count) as f64 / (1 + as_large.len()) as f64, draws: as_large.len(), all: false }
    }
}

fn drawn(draws: usize, seed: u64, large: impl Fn(Stream) -> bool + Sync) -> Drawn {
    let streams = Streams::new(seed);
    let mut found = vec![false; draws];
    spread(&mut found, all_threads(), |first, part| {
        for (number, cell) in (first as u64..).zip(part) {
            *cell = large(streams.replication(number));
        }
    });
    Drawn::some(&found)
}

/// The wild cluster bootstrap under the null: t with the sign of each unit's deviation from the common mean drawn anew.
pub(super) fn signs(differences: &Differences, draws: usize, seed: u64) -> Drawn {
    let squared = |values: &[f64]| {
        let contrast = Contrast::of(values, differences.treated);
        let variance = contrast.clustered();
        if variance > 0.0 { contrast.delta.powi(2) / variance } else { f64::INFINITY }
    };
    let own = squared(&differences.values) * (1.0 - TIE);
    let with = |minus: &mut dyn FnMut() -> bool| {
        let turned: Vec<f64> = differences.values.iter().map(|value| if minus() { -value } else { *value }).collect();
        squared(&turned) >= own
    };
    let units = differences.units();
    if units <= ALL_SIGNS {
        let count = (0..1_usize << units).filter(|pattern| {
            let mut left = *pattern;
            with(&mut || {
                let minus = left & 1 == 1;
                left >>= 1;
                minus
            })
        });
        return Drawn::all(count.count(), 1 << units);
    }
    drawn(draws, seed, |mut stream| with(&mut || stream.uniform() < 0.5))
}

/// |δ| among choices of as many treated units.
pub(super) fn labels(differences: &Differences, draws: usize, seed: u64) -> Drawn {
    let (values, treated) = (&differences.values, differences.treated);
    let units = values.len();
    let total: f64 = values.iter().sum();
    // Less a constant, |δ| is the distance of the treated units' sum from its mean over all choices.
    let distance = |sum: f64| (sum - total * treated as f64 / units as f64).abs();
    let own = distance(values[..treated].iter().sum()) * (1.0 - TIE);
    if choices(units, treated) <= ALL_LABELS {
        let (mut as_large, mut count) = (0, 0);
        let mut chosen: Vec<usize> = (0..treated).collect();
        loop {
            count += 1;
            as_large += usize::from(distance(chosen.iter().map(|unit| values[*unit]).sum()) >= own);
            let Some(place) = (0..treated).rev().find(|place| chosen[*place] < units - treated + place) else { break };
            let next = chosen[place] + 1;
            for (offset, cell) in chosen[place..].iter_mut().enumerate() {
                *cell = next + offset;
            }
        }
        return Drawn::all(as_large, count);
    }
    drawn(draws, seed, |mut stream| {
        let mut left = values.clone();
        let mut sum = 0.0;
        for place in 0..treated {
            let other = place + ((stream.uniform() * (units - place) as f64) as usize).min(units - place - 1);
            left.swap(place, other);
            sum += left[place];
        }
        distance(sum) >= own
    })
}

/// C(n, k), or more than can be gone through.
fn choices(n: usize, k: usize) -> f64 {
    (0..k.min(n - k)).fold(1.0, |product, i| product * (n - i) as f64 / (i + 1) as f64)
}

/// How often the clustered t rejects at 5 % where units are independent, normal and alike, and nothing happened.
pub(super) fn size(units: usize, treated: usize, factor: f64) -> Rate {
    let streams = Streams::new(1);
    let mut rejected = vec![false; SIMULATED];
    spread(&mut rejected, all_threads(), |first, part| {
        for (number, cell) in (first as u64..).zip(part) {
            let mut stream = streams.replication(number);
            let values: Vec<f64> = (0..units).map(|_| stream.standard_normal()).collect();
            let contrast = Contrast::of(&values, treated);
            let t = contrast.delta / (factor * contrast.clustered()).sqrt();
            *cell = student_t::two_sided(t, (units - 1) as f64) < 0.05;
        }
    });
    Rate { count: rejected.iter().filter(|rejects| **rejects).count(), replications: SIMULATED }
}
