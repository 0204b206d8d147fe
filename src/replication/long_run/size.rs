//! How often the tests find a relation between independent random walks as short as the samples.

use crate::cointegration::EngleGranger;
use crate::cointegration::johansen::Johansen;
use crate::regression::Criterion;
use crate::resampling::{Rate, Streams};
use crate::unit_root::Lags;
use crate::{Error, HypothesisTest, PValue, Period, Series};

/// Simulated systems.
const DRAWS: u64 = 500;
const SEED: u64 = 1;
const LEVEL: f64 = 0.05;

/// The share of systems of independent random walks in which "no relation" is rejected at 5 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Engle and Granger's test.
    pub engle_granger: Rate,
    /// Johansen's trace test by its asymptotic law.
    pub trace: Rate,
    /// The same by the law at this length.
    pub trace_finite: Rate,
}

impl Sizes {
    /// With this many observations of this many series, and the lags that a small sample has.
    pub fn at(n: usize, series: usize) -> Result<Self, Error> {
        let mut counts = [0; 3];
        for draw in 0..DRAWS {
            let mut stream = Streams::new(SEED).replication(draw);
            let walks = (0..series)
                .map(|j| {
                    let mut level = 0.0;
                    let values = (0..n).map(|_| {
                        level += stream.standard_normal();
                        level
                    });
                    Series::new(format!("walk {j}"), Period::annual(1), values.collect())
                })
                .collect::<Result<Vec<_>, _>>()?;
            let walks: Vec<&Series> = walks.iter().collect();
            let engle_granger =
                EngleGranger::of(walks[0]).on(&walks[1..]).lags(Lags::up_to(Criterion::Bic, 1)).run()?;
            let johansen = Johansen::of(&walks).lags(1).run()?;
            let first = johansen.ranks().first();
            let found = [
                engle_granger.report().p(),
                first.and_then(|rank| rank.trace_p),
                first.and_then(|rank| rank.trace_p_finite),
            ];
            for (count, p) in counts.iter_mut().zip(found) {
                *count += usize::from(p.and_then(|p: PValue| p.is_below(LEVEL)) == Some(true));
            }
        }
        let rate = |count| Rate { count, replications: DRAWS as usize };
        Ok(Self { engle_granger: rate(counts[0]), trace: rate(counts[1]), trace_finite: rate(counts[2]) })
    }
}
