//! The likelihood-ratio test of restrictions beyond those needed.

use super::super::VarResult;
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting, reports_itself, test_table};
use crate::table::Table;
use crate::{Outcome, PValue, TestReport};

/// The likelihood-ratio test of overidentifying restrictions.
#[derive(Debug, Clone)]
pub struct OveridentificationTest {
    lr: f64,
    df: usize,
    reports: Vec<TestReport>,
}

impl OveridentificationTest {
    pub(super) fn new(model: &VarResult, settings: &[Setting], lr: f64, df: usize) -> Self {
        let outcome = if df == 0 {
            Outcome::NotApplicable {
                because: "just identified: every Σ can be written so, and nothing is left to test".into(),
            }
        } else {
            Outcome::Computed {
                symbol: "LR",
                statistic: lr,
                distribution: NullDistribution::ChiSquared(df as f64),
                p: PValue::Exact(chi_squared::sf(lr, df as f64)),
            }
        };
        let names = model.names().join(", ");
        let report = TestReport {
            test: "svar-overidentification",
            convention: "",
            null: format!("the restrictions on the shocks behind {names} hold, beyond those that identify them"),
            alternative: "the covariance of the errors is another".into(),
            outcome,
            critical_values: Vec::new(),
            sample: model.sample(),
            settings: settings.to_vec(),
            notes: Vec::new(),
        };
        Self { lr, df, reports: vec![report] }
    }

    /// 2 (ℓ of Σ̂ − ℓ of A and B); zero to rounding if just identified.
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// Its degrees of freedom: K(K + 1)/2 less the free numbers.
    pub fn df(&self) -> usize {
        self.df
    }

    /// The report.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The report as a table of one row.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

reports_itself!(OveridentificationTest);
