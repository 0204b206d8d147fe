//! What the tests of an error-correction model do where there is no relation.

use super::model;
use crate::resampling::{Rate, Remembered, Streams};
use crate::{Error, Period, Series, TestReport};

/// Draws of two independent random walks.
pub(super) const DRAWS: usize = 200;
const LEVEL: f64 = 0.05;

/// Of models with one relation estimated from independent random walks, the share in which F rejects at 5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FalseRelation {
    /// Lagged changes of the cause.
    pub short_run: Rate,
    /// Adjustment to the relation.
    pub long_run: Rate,
    /// Both.
    pub joint: Rate,
}

impl FalseRelation {
    /// As long as this series, with the same terms; both directions of every draw count.
    pub(super) fn simulate(like: &Series, lags: usize, seasonal: bool) -> Result<Self, Error> {
        static DONE: Remembered<(usize, Period, usize, bool), FalseRelation> = Remembered::new();
        DONE.or_try((like.len(), like.start(), lags, seasonal), || Self::draw(like, lags, seasonal))
    }

    fn draw(like: &Series, lags: usize, seasonal: bool) -> Result<Self, Error> {
        let mut counts = [0; 3];
        for draw in 0..DRAWS {
            let mut stream = Streams::new(1).replication(draw as u64);
            let mut walk = |name: &str| {
                let mut level = 0.0;
                let mut step = || {
                    level += stream.standard_normal();
                    level
                };
                Series::new(name, like.start(), (0..like.len()).map(|_| step()).collect())
            };
            let (one, other) = (walk("one")?, walk("other")?);
            let causality = model(&one, &other, lags, seasonal)?.causality("one", "other")?;
            for way in [causality.forward(), causality.backward()] {
                let tests = [way.short_run(), way.long_run(), way.joint()];
                for (count, reports) in counts.iter_mut().zip(tests) {
                    *count += usize::from(reports.first().and_then(|f: &TestReport| f.rejects(LEVEL)) == Some(true));
                }
            }
        }
        let [short_run, long_run, joint] = counts.map(|count| Rate { count, replications: 2 * DRAWS });
        Ok(Self { short_run, long_run, joint })
    }
}
