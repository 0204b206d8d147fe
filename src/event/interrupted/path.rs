//! The path without the event, the effect at each date, and what it adds up to.

use serde::Serialize;

use super::super::base::Fitted;
use super::terms::Change;
use crate::dist::student_t;
use crate::{Design, Stamp};

/// A number with its standard error and an interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Band {
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// The lower end.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

impl Band {
    fn new((estimate, std_error): (f64, f64), critical: f64) -> Self {
        let half = critical * std_error;
        Self { estimate, std_error, conf_low: estimate - half, conf_high: estimate + half }
    }

    /// The same estimate with another interval.
    fn widened(self, critical: f64) -> Self {
        Self::new((self.estimate, self.std_error), critical)
    }
}

/// One period from the event on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct EffectRow {
    /// The period.
    pub period: Stamp,
    /// What was observed.
    pub observed: f64,
    /// The mean path without the event.
    pub counterfactual: Band,
    /// What the event added: the fitted mean less the counterfactual.
    pub effect: Band,
    /// The sum of the effects from the event to this period.
    pub cumulative: Band,
}

impl EffectRow {
    pub(super) fn widened(self, level: f64, df: usize) -> Self {
        let critical = student_t::isf((1.0 - level) / 2.0, df as f64);
        Self {
            counterfactual: self.counterfactual.widened(critical),
            effect: self.effect.widened(critical),
            cumulative: self.cumulative.widened(critical),
            ..self
        }
    }
}

/// The periods from the event on, with intervals of 95 %; of a pulse alone, its own period.
pub(super) fn of(design: &Design, before: usize, fitted: &Fitted, changes: &[Change]) -> Vec<EffectRow> {
    let critical = student_t::isf(0.025, fitted.fit.df_resid() as f64);
    let (n, held) = (design.nobs(), design.terms().len());
    let last = if changes == [Change::Pulse] { before + 1 } else { n };
    let mut summed = vec![0.0; held + changes.len()];
    (before..last)
        .map(|row| {
            let mut without = design.x().row(row).to_vec();
            without.resize(held + changes.len(), 0.0);
            let mut with = vec![0.0; held];
            with.extend(changes.iter().map(|change| change.at(row - before)));
            summed.iter_mut().zip(&with).for_each(|(sum, weight)| *sum += weight);
            let band = |weights: &[f64]| Band::new(fitted.combination(weights), critical);
            EffectRow {
                period: design.stamps()[row],
                observed: design.y()[row],
                counterfactual: band(&without),
                effect: band(&with),
                cumulative: band(&summed),
            }
        })
        .collect()
}
