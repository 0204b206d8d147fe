//! What the tests come to, in words.

use super::rank::{JohansenResult, RankRow};
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, PValue};

impl JohansenResult {
    /// What both tests come to at this level: tested from r = 0 on, the first rank not rejected is the one found.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        let names = self.names().join(", ");
        if let Some(because) = self.not_identified() {
            return Ok(format!("The number of long-run relations among {names} is {because}."));
        }
        let trace = self.rank_by_trace(level);
        let max = self.rank_by_max_eigenvalue(level);
        let percent = NumberFormat::Significant(3).format(100.0 * level);
        let percent =
            if percent.contains('.') { percent.trim_end_matches('0').trim_end_matches('.') } else { &percent };
        let agree = match (trace, max) {
            (Some(a), Some(b)) if a == b => "they agree",
            (Some(_), Some(_)) => "they disagree",
            _ => "where p-values end they tell nothing",
        };
        let mut sentences = vec![format!(
            "At {percent} %, among {names}, {}, the trace test finds {} and the max-eigenvalue test {}: {agree}.",
            self.sample(),
            self.found(trace, |row| row.trace_p),
            self.found(max, |row| row.max_eigenvalue_p),
        )];
        if [trace, max].contains(&Some(self.names().len())) {
            sentences.push(
                "As many relations as series means that each series is stationary around its deterministic terms, not \
                 that they are cointegrated."
                    .into(),
            );
        }
        let finite = self.rank_by(level, |row| row.trace_p_finite);
        if finite != trace && finite.is_some() {
            sentences.push(format!(
                "With critical values for this sample size the trace test finds {}.",
                self.found(finite, |row| row.trace_p_finite)
            ));
        }
        Ok(sentences.join(" "))
    }

    /// `r = 1 (r ≤ 0: p = 0.0012; r ≤ 1: p = 0.2100)`.
    fn found(&self, rank: Option<usize>, p: impl Fn(&RankRow) -> Option<PValue>) -> String {
        let Some(rank) = rank else { return "no rank".into() };
        let steps: Vec<String> = self
            .ranks()
            .iter()
            .take(rank + 1)
            .filter_map(|row| {
                let null = if row.rank == 0 { "r = 0".to_owned() } else { format!("r ≤ {}", row.rank) };
                Some(format!("{null}: {}", p(row)?))
            })
            .collect();
        format!("r = {rank} ({})", steps.join("; "))
    }
}
