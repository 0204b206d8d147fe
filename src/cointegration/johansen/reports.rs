//! The tests of each rank in the common form.

use super::rank::JohansenResult;
use crate::dist::johansen::{Statistic, gamma, table::LEVELS};
use crate::hypothesis::{CriticalValue, NullDistribution};
use crate::{Outcome, TestReport};

impl JohansenResult {
    /// Every convention of the tests of one rank.
    pub(super) fn reports_of(&self, rank: usize) -> Vec<TestReport> {
        let factor = self.reinsel_ahn_factor();
        let finite = Some(self.system.df_resid());
        [
            ("trace", Statistic::Trace, 1.0, None),
            ("trace-finite", Statistic::Trace, 1.0, finite),
            ("trace-reinsel-ahn", Statistic::Trace, factor, None),
            ("max-eigenvalue", Statistic::MaxEigenvalue, 1.0, None),
            ("max-eigenvalue-reinsel-ahn", Statistic::MaxEigenvalue, factor, None),
        ]
        .into_iter()
        .filter(|(_, _, factor, _)| *factor > 0.0)
        .map(|(convention, statistic, factor, rows)| self.report(rank, convention, statistic, factor, rows))
        .collect()
    }

    fn report(
        &self,
        rank: usize,
        convention: &'static str,
        statistic: Statistic,
        factor: f64,
        rows: Option<usize>,
    ) -> TestReport {
        let (names, trends) = (self.system.names.join(", "), self.system.equations() - rank);
        let outcome = match (self.not_identified(), self.ranks().get(rank)) {
            (Some(because), _) => Outcome::NotApplicable { because },
            (None, None) => Outcome::NotApplicable { because: String::new() },
            (None, Some(row)) => {
                let (symbol, value) = match statistic {
                    Statistic::Trace => ("trace", factor * row.trace),
                    Statistic::MaxEigenvalue => ("λmax", factor * row.max_eigenvalue),
                };
                match gamma::p_value(value, statistic, self.case(), trends, rows) {
                    Some(p) => Outcome::Computed {
                        symbol,
                        statistic: value,
                        distribution: NullDistribution::NonStandard("johansen-doornik", "Johansen (Doornik's gamma)"),
                        p: p.into(),
                    },
                    None => Outcome::NotApplicable {
                        because: format!("the law with {trends} common trends has not been simulated"),
                    },
                }
            }
        };
        let critical = |level| {
            let value = gamma::critical_value(level, statistic, self.case(), trends, rows)?;
            Some(CriticalValue { level, value })
        };
        let critical_values = match outcome {
            Outcome::Computed { .. } => LEVELS.into_iter().rev().filter_map(critical).collect(),
            Outcome::NotApplicable { .. } => Vec::new(),
        };
        TestReport {
            test: "johansen",
            convention,
            null: match rank {
                0 => format!("there is no long-run relation among {names}"),
                1 => format!("there is at most 1 long-run relation among {names}"),
                _ => format!("there are at most {rank} long-run relations among {names}"),
            },
            alternative: match statistic {
                Statistic::Trace if rank == 0 => "there is at least 1".into(),
                Statistic::Trace => format!("there are more than {rank}"),
                Statistic::MaxEigenvalue if rank == 0 => "there is 1".into(),
                Statistic::MaxEigenvalue => format!("there are {}", rank + 1),
            },
            outcome,
            critical_values,
            sample: self.sample(),
            settings: self.settings.clone(),
            notes: self.notes.clone(),
        }
    }
}
