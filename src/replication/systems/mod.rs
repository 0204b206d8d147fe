//! The two flows as a system: with trade with South Korea, by the length of the cycle, corrected towards a long-run relation,
//! and answering a shock.
//!
//! Each part says what it rests on: the rank that cointegration tests give, the order of the shocks, the rows at hand.

use std::sync::OnceLock;

use super::samples::{TradeSample, samples};
use crate::Error;

pub mod cycles;
pub mod error_correction;
pub mod responses;
pub mod southern_trade;

use cycles::CycleEvidence;
use error_correction::ErrorCorrectionEvidence;
use responses::ResponseEvidence;
use southern_trade::SouthernTradeEvidence;

/// Below this many observations a sample is too short for tests by frequency and for more than two lags.
const LONG: usize = 30;

/// Everything on the flows as a system.
#[derive(Debug, Clone)]
pub struct SystemsEvidence {
    /// Every way between the flows and trade with South Korea.
    pub southern_trade: SouthernTradeEvidence,
    /// Causality by the length of the cycle.
    pub cycles: CycleEvidence,
    /// What error-correction models say, if there is a relation to be corrected to.
    pub error_correction: ErrorCorrectionEvidence,
    /// What follows a shock.
    pub responses: ResponseEvidence,
}

impl SystemsEvidence {
    /// Everything on the bundled samples. The data are part of the program, so one run serves all who ask.
    pub fn bundled() -> Result<&'static Self, Error> {
        static EVIDENCE: OnceLock<SystemsEvidence> = OnceLock::new();
        if let Some(evidence) = EVIDENCE.get() {
            return Ok(evidence);
        }
        let computed = Self::compute(&samples()?)?;
        Ok(EVIDENCE.get_or_init(|| computed))
    }

    /// Runs every part.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        Ok(Self {
            southern_trade: SouthernTradeEvidence::compute(samples)?,
            cycles: CycleEvidence::compute(samples)?,
            error_correction: ErrorCorrectionEvidence::compute(samples)?,
            responses: ResponseEvidence::compute(samples)?,
        })
    }
}
