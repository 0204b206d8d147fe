//! The tests of each rank in the common form.

use super::rank::JohansenResult;
use crate::dist::johansen::{Statistic, gamma, table::LEVELS};
use crate::hypothesis::{CriticalValue, NullDistribution};
use crate::{Outcome, TestReport};

/// The law of one statistic, with its critical values: several conventions share it.
struct Law {
    statistic: Statistic,
    rows: Option<usize>,
    trends: usize,
    critical_values: Vec<CriticalValue>,
}

impl JohansenResult {
    /// Every convention of the tests of one rank.
    pub(super) fn reports_of(&self, rank: usize) -> Vec<TestReport> {
        let factor = self.reinsel_ahn_factor();
        let trace = self.law(rank, Statistic::Trace, None);
        let finite = self.law(rank, Statistic::Trace, Some(self.system.df_resid()));
        let max = self.law(rank, Statistic::MaxEigenvalue, None);
        [
            ("trace", &trace, 1.0),
            ("trace-finite", &finite, 1.0),
            ("trace-reinsel-ahn", &trace, factor),
            ("max-eigenvalue", &max, 1.0),
            ("max-eigenvalue-reinsel-ahn", &max, factor),
        ]
        .into_iter()
        .filter(|(_, _, factor)| *factor > 0.0)
        .map(|(convention, law, factor)| self.report(rank, convention, law, factor))
        .collect()
    }

    fn law(&self, rank: usize, statistic: Statistic, rows: Option<usize>) -> Law {
        let (case, trends) = (self.case(), self.system.equations() - rank);
        let critical = |level: f64| {
            Some(CriticalValue { level, value: gamma::critical_value(level, statistic, case, trends, rows)? })
        };
        Law { statistic, rows, trends, critical_values: LEVELS.into_iter().rev().filter_map(critical).collect() }
    }

    fn report(&self, rank: usize, convention: &'static str, law: &Law, factor: f64) -> TestReport {
        let (names, trends, statistic) = (self.system.names.join(", "), law.trends, law.statistic);
        let outcome = match (self.not_identified(), self.ranks().get(rank)) {
            (Some(because), _) => Outcome::NotApplicable { because },
            (None, None) => Outcome::NotApplicable { because: String::new() },
            (None, Some(row)) => {
                let (symbol, value) = match statistic {
                    Statistic::Trace => ("trace", factor * row.trace),
                    Statistic::MaxEigenvalue => ("λmax", factor * row.max_eigenvalue),
                };
                match gamma::p_value(value, statistic, self.case(), trends, law.rows) {
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
        let critical_values = match outcome {
            Outcome::Computed { .. } => law.critical_values.clone(),
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
