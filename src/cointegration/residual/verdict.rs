//! What the simulated laws say of a statistic: a p-value and critical values, by convention.

use crate::Note;
use crate::dist::dickey_fuller::{Statistic, Terms};
use crate::dist::residual_cointegration::{self as simulated, Law};
use crate::hypothesis::{CriticalValue, PValue};
use crate::unit_root::law::{self, Convention};

/// A p-value under one convention, with the critical values that belong to it.
pub(super) struct Verdict {
    pub(super) convention: &'static str,
    pub(super) p: PValue,
    pub(super) critical_values: Vec<CriticalValue>,
    pub(super) note: Option<Note>,
}

/// Every convention for a statistic of `series` series, the headline first. `rows` are those of the regression of the
/// residuals, at which MacKinnon's surfaces are evaluated, and `n` is the number that arch's are.
pub(super) fn verdicts(law: Law, value: f64, terms: Terms, series: usize, rows: usize, n: usize) -> Vec<Verdict> {
    let mackinnon = match law {
        Law::Tau | Law::Zt => mackinnon(Statistic::Tau, value, terms, series, rows),
        Law::ZAlpha => mackinnon(Statistic::Z, value, terms, series, rows),
        Law::Pu | Law::Pz => Vec::new(),
    };
    mackinnon.into_iter().chain(arch(law, value, terms, series, n)).collect()
}

/// MacKinnon's surfaces, as for a unit root in a series.
fn mackinnon(statistic: Statistic, value: f64, terms: Terms, series: usize, rows: usize) -> Vec<Verdict> {
    let verdict = |Convention { name, p, note }| Verdict {
        convention: name,
        p,
        critical_values: law::critical_values(statistic, terms, series, rows),
        note,
    };
    law::conventions(value, statistic, terms, series, rows).into_iter().map(verdict).collect()
}

/// The surfaces of arch, for two to six series.
fn arch(law: Law, value: f64, terms: Terms, series: usize, n: usize) -> Option<Verdict> {
    let p = simulated::p_value(law, value, terms, series)?.into();
    let at = |level| simulated::critical_value(law, terms, series, level, Some(n));
    let critical_values = CriticalValue::at_levels(&simulated::LEVELS, at);
    Some(Verdict { convention: "arch", p, critical_values, note: None })
}
