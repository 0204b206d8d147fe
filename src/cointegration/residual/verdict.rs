//! What the simulated laws say of a statistic: a p-value and critical values, by convention.

use crate::dist::dickey_fuller::{Terms, asymptotic, critical};
use crate::dist::residual_cointegration::{self as simulated, Law};
use crate::dist::tail_in_table;
use crate::hypothesis::{CriticalValue, PValue};

/// A p-value under one convention, with the critical values that belong to it.
pub(super) struct Verdict {
    pub(super) convention: &'static str,
    pub(super) p: PValue,
    pub(super) critical_values: Vec<CriticalValue>,
}

/// Every convention for a statistic from `series` series and `rows` rows, the headline first. A further surface of
/// MacKinnon's is a further line of this list.
pub(super) fn verdicts(law: Law, statistic: f64, terms: Terms, series: usize, rows: usize) -> Vec<Verdict> {
    let mackinnon = matches!(law, Law::Tau | Law::Zt).then(|| mackinnon_1994(statistic, terms, series, rows));
    [mackinnon.flatten(), arch(law, statistic, terms, series, rows)].into_iter().flatten().collect()
}

/// MacKinnon's (1994) p-value for up to six series and (2010) critical values for up to twelve; beyond six the
/// critical values say what they can of p.
fn mackinnon_1994(tau: f64, terms: Terms, series: usize, rows: usize) -> Option<Verdict> {
    let critical_values =
        critical_values(&critical::LEVELS, |level| critical::critical_value(terms, series, level, Some(rows)));
    let quantiles: Vec<f64> = critical_values.iter().map(|critical| critical.value).collect();
    let p = asymptotic::p_value(tau, terms, series).or_else(|| tail_in_table(&critical::LEVELS, &quantiles, tau))?;
    Some(Verdict { convention: "mackinnon1994", p: p.into(), critical_values })
}

/// The surfaces of arch, for two to six series.
fn arch(law: Law, statistic: f64, terms: Terms, series: usize, rows: usize) -> Option<Verdict> {
    let p = simulated::p_value(law, statistic, terms, series)?.into();
    let at = |level| simulated::critical_value(law, terms, series, level, Some(rows));
    Some(Verdict { convention: "arch", p, critical_values: critical_values(&simulated::LEVELS, at) })
}

pub(super) fn critical_values(levels: &[f64], at: impl Fn(f64) -> Option<f64>) -> Vec<CriticalValue> {
    levels.iter().filter_map(|level| Some(CriticalValue { level: *level, value: at(*level)? })).collect()
}
