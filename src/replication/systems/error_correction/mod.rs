//! Error-correction models of the two flows: what they say if there is a long-run relation, and whether there is one.
//!
//! One relation is assumed everywhere. Beside each model stand the rank that the trace test gives with the same lags, and how
//! often its tests reject where the flows are independent random walks and there is nothing to be corrected to.

use super::LONG;
use super::cycles::flows;
use crate::replication::samples::TradeSample;
use crate::vecm::{ErrorCorrection, ErrorCorrectionModel, VecmCausality};
use crate::{Error, Series};

mod size;
mod tables;
mod words;

pub use size::FalseRelation;

/// A model of one sample with one number of lags.
#[derive(Debug, Clone)]
pub struct Corrected {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// Imports first, so that the relation is imports = b exports.
    pub model: ErrorCorrectionModel,
    /// From exports to imports, and back.
    pub causality: VecmCausality,
    /// What the tests do without a relation.
    pub false_relation: FalseRelation,
}

/// Every model.
#[derive(Debug, Clone)]
pub struct ErrorCorrectionEvidence {
    /// In the order of samples and lags.
    pub models: Vec<Corrected>,
}

impl ErrorCorrectionEvidence {
    /// Estimates every model: two lags of the levels, the fewest with a short run, and on long samples three as well.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let mut models = Vec::new();
        for sample in samples {
            let [exports, imports] = flows(sample, 0)?;
            let longest = if exports.len() < LONG { 2 } else { 3 };
            for lags in 2..=longest {
                let seasonal = sample.frequency().per_year() > 1;
                let model = model(&imports, &exports, lags, seasonal)?;
                models.push(Corrected {
                    sample: sample.id,
                    title: sample.title,
                    causality: model.causality("exports", "imports")?,
                    false_relation: FalseRelation::simulate(&exports, lags, seasonal)?,
                    model,
                });
            }
        }
        Ok(Self { models })
    }

    /// The model of this sample with so many lags of the levels.
    pub fn find(&self, sample: &str, lags: usize) -> Option<&Corrected> {
        self.models.iter().find(|one| one.sample == sample && one.model.lags() == lags)
    }
}

/// One relation, an unrestricted constant.
fn model(imports: &Series, exports: &Series, lags: usize, seasonal: bool) -> Result<ErrorCorrectionModel, Error> {
    let series = [imports, exports];
    let asked = ErrorCorrection::of(&series).lags(lags).rank(1);
    if seasonal { asked.seasonal().run() } else { asked.run() }
}
