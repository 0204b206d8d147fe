//! What follows a shock to exports or to imports, and how much of it is the order in which the shocks are made orthogonal.
//!
//! Autoregressions of changes of logarithms: added up, responses are those of the logarithms. Within a period the two errors
//! move together, and no data say which moved first: both orders are shown, and neither is a claim.

use super::LONG;
use super::cycles::flows;
use crate::regression::Criterion;
use crate::replication::samples::TradeSample;
use crate::var::{Bootstrap, BootstrapResponses, Divisor, Impulse, Interval, Responses, Var, VarResult};
use crate::{Error, Series};

mod tables;
mod words;

/// Periods followed after the shock.
const HORIZON: usize = 6;
/// Samples drawn for the bands: with one more, quantiles at 95 % are draws.
const DRAWS: usize = 399;
/// What each band covers.
const COVERAGE: f64 = 0.95;
/// Fewer rows are too few to draw from.
const ROWS: usize = 20;

/// Responses with one series first.
#[derive(Debug, Clone)]
pub struct Ordered {
    /// Of the changes.
    pub changes: BootstrapResponses,
    /// Added up: of the levels.
    pub levels: BootstrapResponses,
}

/// One sample's autoregression and what follows its shocks.
#[derive(Debug, Clone)]
pub struct Shocks {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// Exports first.
    pub model: VarResult,
    /// Exports first.
    pub exports_first: Ordered,
    /// Imports first.
    pub imports_first: Ordered,
    /// Generalised responses of the changes.
    pub generalised: Responses,
    /// Added up.
    pub generalised_levels: Responses,
}

/// Every sample's responses.
#[derive(Debug, Clone)]
pub struct ResponseEvidence {
    /// In the order of samples.
    pub shocks: Vec<Shocks>,
    /// Titles of the samples that are too short.
    pub too_short: Vec<&'static str>,
}

impl ResponseEvidence {
    /// Estimates on every sample that leaves twenty rows or more.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let (mut shocks, mut too_short) = (Vec::new(), Vec::new());
        for sample in samples {
            if sample.exports.len() <= ROWS { too_short.push(sample.title) } else { shocks.push(Shocks::of(sample)?) }
        }
        Ok(Self { shocks, too_short })
    }

    /// The sample of this short name.
    pub fn find(&self, sample: &str) -> Option<&Shocks> {
        self.shocks.iter().find(|one| one.sample == sample)
    }
}

impl Shocks {
    fn of(sample: &TradeSample) -> Result<Self, Error> {
        let [exports, imports] = flows(sample, 1)?;
        let longest = if exports.len() < LONG { 2 } else { 4 };
        let seasonal = sample.frequency().per_year() > 1;
        let chosen = model(&[&exports, &imports], seasonal, |var| var.select(Criterion::Aic, longest))?;
        let lags = chosen.lags();
        // The criterion compares on the rows that the longest leaves; the winner has all of its own.
        let [exports_first, imports_first] =
            [[&exports, &imports], [&imports, &exports]].map(|series| model(&series, seasonal, |var| var.lags(lags)));
        let (exports_first, imports_first) = (exports_first?, imports_first?);
        Ok(Self {
            sample: sample.id,
            title: sample.title,
            generalised: exports_first.responses(Impulse::Generalised, HORIZON)?,
            generalised_levels: exports_first.cumulative_responses(Impulse::Generalised, HORIZON)?,
            imports_first: Ordered::of(&imports_first)?,
            exports_first: Ordered::of(&exports_first)?,
            model: exports_first,
        })
    }

    /// The correlation of the two errors within a period.
    pub fn correlation(&self) -> f64 {
        let sigma = self.model.sigma(Divisor::DegreesOfFreedom);
        sigma[[0, 1]] / (sigma[[0, 0]] * sigma[[1, 1]]).sqrt()
    }

    /// The response of the level of one flow after so many periods, with its band: exports first, then imports first.
    pub fn levels(&self, impulse: &str, response: &str, horizon: usize) -> Result<[Banded; 2], Error> {
        Ok([
            at(&self.exports_first.levels, impulse, response, horizon)?,
            at(&self.imports_first.levels, impulse, response, horizon)?,
        ])
    }
}

/// A response with its band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Banded {
    /// The response.
    pub estimate: f64,
    /// The lower end of its band.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Banded {
    fn excludes_zero(self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

fn at(responses: &BootstrapResponses, impulse: &str, response: &str, horizon: usize) -> Result<Banded, Error> {
    let (low, high) = responses.interval(Interval::Percentile, COVERAGE, impulse, response, horizon)?;
    Ok(Banded { estimate: responses.response(impulse, response, horizon)?, low, high })
}

fn model<'a>(series: &[&'a Series], seasonal: bool, lags: impl Fn(Var<'a>) -> Var<'a>) -> Result<VarResult, Error> {
    let asked = lags(Var::of(series));
    if seasonal { asked.seasonal().run() } else { asked.run() }
}

impl Ordered {
    fn of(model: &VarResult) -> Result<Self, Error> {
        let bands = Bootstrap::of(model).impulse(Impulse::Orthogonal).horizon(HORIZON).draws(DRAWS);
        Ok(Self { changes: bands.clone().run()?, levels: bands.cumulative().run()? })
    }
}
