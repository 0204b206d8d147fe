//! At which lengths of the cycle does one flow help to predict the other? Breitung and Candelon's test on the samples that are
//! long enough.

use super::LONG;
use crate::causality::{BreitungCandelon, FrequencyPoint, FrequencyResult};
use crate::replication::causality::Form;
use crate::replication::samples::TradeSample;
use crate::{Error, Series};

mod tables;
mod words;

/// Lags: with fewer the statistic is the same at all frequencies.
const LAGS: usize = 3;
/// The cycles asked about, in years; a trend has no cycle.
const CYCLES: [f64; 7] = [f64::INFINITY, 20.0, 10.0, 6.0, 4.0, 3.0, 2.0];

/// Both directions at every cycle, by one form on one sample.
#[derive(Debug, Clone)]
pub struct Cycles {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// How the flows enter: changes of logarithms, or logarithms with a further lag.
    pub form: Form,
    /// Exports → imports, and back.
    pub result: FrequencyResult,
}

/// Causality by the length of the cycle.
#[derive(Debug, Clone)]
pub struct CycleEvidence {
    /// In the order of samples and forms.
    pub curves: Vec<Cycles>,
}

impl CycleEvidence {
    /// Tests every sample of thirty observations or more.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let frequencies = CYCLES.map(|cycle| 2.0 * std::f64::consts::PI / cycle);
        let mut curves = Vec::new();
        for sample in samples.iter().filter(|sample| sample.exports.len() >= LONG) {
            let [levels, changes] = [0, 1].map(|d| flows(sample, d));
            for (form, further, [exports, imports]) in
                [(Form::LogChanges, 0, changes?), (Form::TodaYamamoto, 1, levels?)]
            {
                let test = BreitungCandelon::cause(&exports).effect(&imports).lags(LAGS).integration(further);
                let result = test.frequencies(&frequencies).run()?;
                curves.push(Cycles { sample: sample.id, title: sample.title, form, result });
            }
        }
        Ok(Self { curves })
    }
}

/// Log exports and log imports, `differences` times differenced.
pub(super) fn flows(sample: &TradeSample, differences: usize) -> Result<[Series; 2], Error> {
    let of = |flow: &Series| -> Result<Series, Error> {
        let log = flow.log()?;
        Ok(if differences > 0 { log.diff(1)? } else { log }.rename(flow.name()))
    };
    Ok([of(&sample.exports)?, of(&sample.imports)?])
}

impl Cycles {
    /// Exports → imports and imports → exports at each cycle.
    fn pairs(&self) -> impl Iterator<Item = (&FrequencyPoint, &FrequencyPoint)> {
        self.result.forward().points().iter().zip(self.result.backward().points())
    }
}
