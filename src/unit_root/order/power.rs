//! How often the tests reject in samples as short as the one at hand.

use super::panel::{Null, Options, PANEL};
use crate::resampling::{Rate, Stream, Streams};
use crate::{Error, PValue, Period, Series, TestReport};

/// Simulated series for each of the two worlds.
const DRAWS: u64 = 500;

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

/// Every test of the panel on simulated levels of this length.
pub(super) fn simulate(n: usize, options: Options, seed: u64) -> Vec<Power> {
    let empty = |name, null| Power { name, null, walks: Vec::new(), stationary: Vec::new() };
    let mut powers: Vec<Power> = PANEL.iter().map(|member| empty(member.name, member.null)).collect();
    for draw in 0..DRAWS {
        let mut stream = Streams::new(seed).replication(draw);
        let (walk, stationary) = (draw_ar(&mut stream, n, 1.0), draw_ar(&mut stream, n, ROOT));
        for (power, member) in powers.iter_mut().zip(&PANEL) {
            let p = |series: &Result<Series, Error>| {
                let report = (member.run)(series.as_ref().ok()?, options)?;
                report.ok().as_ref().and_then(TestReport::p)
            };
            power.walks.push(p(&walk));
            power.stationary.push(p(&stationary));
        }
    }
    powers.retain(|power| power.walks.iter().any(Option::is_some));
    powers
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
