//! What every test has in common: hypotheses in words, an outcome, the sample and the settings.

use serde::Serialize;

use crate::{Note, Sample};

mod distribution;

pub use distribution::NullDistribution;

/// A test that can say what it found in the one common form.
pub trait HypothesisTest {
    /// The common form: hypotheses in the user's names, outcome, sample, settings, notes.
    fn report(&self) -> TestReport;
}

/// A p-value, or the bound that a table supports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PValue {
    /// From the exact or limiting distribution named in the report.
    Exact(f64),
    /// From an approximation to it (a response surface, a simulation).
    Approximate(f64),
    /// The table ends here: the p-value is smaller.
    Below(f64),
    /// The table ends here: the p-value is larger.
    Above(f64),
}

impl PValue {
    /// The number or the bound.
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(p) | Self::Approximate(p) | Self::Below(p) | Self::Above(p) => p,
        }
    }
}

/// What a test came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A statistic, the distribution it has under the null, and the p-value.
    Computed {
        /// The symbol by which the field knows it: `F`, `χ²`, `LR`.
        symbol: &'static str,
        /// Its value.
        statistic: f64,
        /// The law it is compared to.
        distribution: NullDistribution,
        /// The upper-tail (for `t`, two-sided) probability.
        p: PValue,
    },
    /// No number can be stood behind, and why.
    NotApplicable {
        /// The reason in words.
        because: String,
    },
}

/// One choice the result depends on, and who made it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Setting {
    /// What was chosen: `lags`, `covariance`, `bandwidth`.
    pub name: String,
    /// The choice.
    pub value: String,
    /// Who chose: the user, a default, or a rule (named).
    pub chosen_by: String,
}

/// The one form in which every test reports.
#[derive(Debug, Clone, PartialEq)]
pub struct TestReport {
    /// The catalogue's name of the test, as in `yalu explain NAME`.
    pub test: &'static str,
    /// Which of several conventions for one statistic this is: `F`, `chi2-wald`, `lr`; empty if there is one only.
    pub convention: &'static str,
    /// The null hypothesis, with the user's names.
    pub null: String,
    /// The alternative, with the user's names.
    pub alternative: String,
    /// What it came to.
    pub outcome: Outcome,
    /// The rows used.
    pub sample: Sample,
    /// What the result depends on.
    pub settings: Vec<Setting>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl TestReport {
    /// Whether the null is rejected at this level; `None` where no number can be stood behind, or a bound does not tell.
    pub fn rejects(&self, level: f64) -> Option<bool> {
        match &self.outcome {
            Outcome::Computed { p, .. } => match *p {
                PValue::Exact(p) | PValue::Approximate(p) => Some(p < level),
                PValue::Below(bound) if bound <= level => Some(true),
                PValue::Above(bound) if bound >= level => Some(false),
                _ => None,
            },
            Outcome::NotApplicable { .. } => None,
        }
    }
}
