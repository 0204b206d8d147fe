//! The regressions: one for each combination of rivals.

use serde::Serialize;

use super::Question;
use crate::hypothesis::too_few_df;
use crate::regression::{Coefficient, Fit, Ols};
use crate::{Design, Error};

/// The regression with some of the rivals in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RivalStep {
    /// The rivals that are in, in the order in which they were named.
    pub rivals: Vec<String>,
    /// The coefficient in question; `None` if there is no number to stand behind.
    pub coefficient: Option<Coefficient>,
    /// Why there is none.
    pub because: Option<String>,
    /// Rows.
    pub nobs: usize,
    /// Coefficients, the constant among them.
    pub parameters: usize,
    /// R².
    pub r2: Option<f64>,
}

impl Question {
    /// The combination whose bits are these: bit k for rival k.
    pub(super) fn step(&self, bits: usize) -> RivalStep {
        let rivals: Vec<String> = self.chosen(bits).map(|(name, _)| name.clone()).collect();
        self.described(rivals, self.terms(bits).len(), self.full.nobs(), self.fit(bits))
    }

    /// No rival, on the rows that the rivals lose as well.
    pub(super) fn all_rows(&self) -> Option<RivalStep> {
        let design = self.all_rows.as_ref()?;
        Some(self.described(Vec::new(), self.base.len(), design.nobs(), self.estimated(design)))
    }

    /// The fit of a combination, or why there is none.
    pub(super) fn fit(&self, bits: usize) -> Result<Fit, String> {
        self.full.subset_terms(&self.terms(bits)).map_err(in_short).and_then(|design| self.estimated(&design))
    }

    fn chosen(&self, bits: usize) -> impl Iterator<Item = &(String, Vec<String>)> {
        self.rivals.iter().enumerate().filter(move |(k, _)| bits >> k & 1 == 1).map(|(_, rival)| rival)
    }

    fn terms(&self, bits: usize) -> Vec<&str> {
        self.base.iter().chain(self.chosen(bits).flat_map(|(_, own)| own)).map(String::as_str).collect()
    }

    fn estimated(&self, design: &Design) -> Result<Fit, String> {
        let (n, k) = (design.nobs(), design.terms().len());
        if n < k + self.min_df || n <= k {
            return Err(too_few_df(n, k, self.min_df));
        }
        Ols::fit(design).and_then(|fit| fit.with(self.covariance)).map_err(in_short)
    }

    fn described(&self, rivals: Vec<String>, parameters: usize, nobs: usize, fit: Result<Fit, String>) -> RivalStep {
        let (coefficient, because, r2) = match fit {
            Ok(fit) => {
                let own = fit.tidy().into_iter().find(|row| row.term == self.coefficient);
                (own, None, Some(fit.glance().r2))
            }
            Err(because) => (None, Some(because), None),
        };
        RivalStep { rivals, coefficient, because, nobs, parameters, r2 }
    }
}

/// What is wrong, without the advice.
pub(super) fn in_short(error: Error) -> String {
    format!("not identified: {}", error.message())
}
