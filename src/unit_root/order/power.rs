//! How often the tests reject in samples as short as the one at hand.

use super::panel::{Member, Null, Options, PANEL};
use crate::resampling::{Rate, Remembered, Stream, Streams, all_threads, spread};
use crate::{Error, PValue, Period, Series, TestReport};

/// Simulated series for each of the two worlds.
const DRAWS: usize = 500;

/// The coefficient of the stationary AR(1).
pub(super) const ROOT: f64 = 0.8;

/// The p-values of one test on simulated series of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Power {
    pub(super) name: &'static str,
    pub(super) null: Null,
    /// On random walks.
    walks: Vec<Option<PValue>>,
    /// On stationary AR(1) series with coefficient 0.8.
    stationary: Vec<Option<PValue>>,
}

impl Power {
    /// The test.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it takes for true.
    pub fn null(&self) -> Null {
        self.null
    }

    /// The share of random walks on which it rejects at this level.
    pub fn on_unit_roots(&self, level: f64) -> Rate {
        rate(&self.walks, level)
    }

    /// The share of stationary AR(1) series with coefficient 0.8 on which it rejects at this level.
    pub fn on_stationary(&self, level: f64) -> Rate {
        rate(&self.stationary, level)
    }
}

fn rate(p_values: &[Option<PValue>], level: f64) -> Rate {
    let rejects = |p: &&Option<PValue>| p.and_then(|p| p.is_below(level)) == Some(true);
    Rate { count: p_values.iter().filter(rejects).count(), replications: p_values.len() }
}

/// What a simulation depends on: length, options and seed.
type Key = (usize, Options, u64);

/// What was simulated.
static DONE: Remembered<Key, Vec<Power>> = Remembered::new();

/// Every test of the panel on simulated levels of this length; what was simulated before in this process is remembered.
pub(super) fn of_length(n: usize, options: Options, seed: u64) -> Vec<Power> {
    DONE.or_compute((n, options, seed), || simulate(n, options, seed))
}

/// The p-values of every test on one draw: on the random walk, on the stationary series.
type Draw = [[Option<PValue>; 2]; PANEL.len()];

fn simulate(n: usize, options: Options, seed: u64) -> Vec<Power> {
    let mut draws: Vec<Draw> = vec![[[None; 2]; PANEL.len()]; DRAWS];
    spread(&mut draws, all_threads(), |first, part| {
        for (draw, number) in part.iter_mut().zip(first..) {
            let mut stream = Streams::new(seed).replication(number as u64);
            let worlds = [draw_ar(&mut stream, n, 1.0), draw_ar(&mut stream, n, ROOT)];
            for (p_values, member) in draw.iter_mut().zip(&PANEL) {
                *p_values = worlds.each_ref().map(|series| {
                    let report = (member.run)(series.as_ref().ok()?, options)?;
                    report.ok().as_ref().and_then(TestReport::p)
                });
            }
        }
    });
    let power = |(i, member): (usize, &Member)| {
        let of = |world: usize| draws.iter().map(|draw| draw[i][world]).collect();
        Power { name: member.name, null: member.null, walks: of(0), stationary: of(1) }
    };
    let powers = PANEL.iter().enumerate().map(power);
    powers.filter(|power| power.walks.iter().any(Option::is_some)).collect()
}

/// A Gaussian AR(1); below one it starts from its stationary law.
fn draw_ar(stream: &mut Stream, n: usize, root: f64) -> Result<Series, Error> {
    let spread = if root < 1.0 { 1.0 / (1.0 - root * root).sqrt() } else { 0.0 };
    let mut level = spread * stream.standard_normal();
    let values = (0..n).map(|_| {
        level = root * level + stream.standard_normal();
        level
    });
    Series::new("simulated", Period::annual(1), values.collect())
}
