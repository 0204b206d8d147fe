//! The conventions by which τ and z are turned into p-values.

use crate::dist::Tail;
use crate::dist::dickey_fuller::{Statistic, Terms, asymptotic, critical, surface};
use crate::hypothesis::{CriticalValue, NullDistribution, Outcome};
use crate::{Note, TestReport};

/// A report for each convention, the headline first: MacKinnon's (1996) surface at the rows used, the same for n → ∞, and
/// that of 1994. With so few rows that the first has no number the second is the headline.
///
/// `base` has everything but the conventions, the outcome and the critical values.
pub(crate) fn reports(
    base: &TestReport,
    symbol: &'static str,
    value: f64,
    statistic: Statistic,
    terms: Terms,
) -> Vec<TestReport> {
    let rows = base.sample.n;
    let at_rows = surface::p_value(value, statistic, terms, 1, Some(rows));
    let limit = surface::p_value(value, statistic, terms, 1, None);
    let older = match statistic {
        Statistic::Tau => asymptotic::p_value(value, terms, 1),
        Statistic::Z => asymptotic::z_p_value(value, terms),
    };
    // The same in every convention, and for z not cheap.
    let critical_values = critical_values(statistic, terms, rows);
    let report = |(convention, p): (&'static str, Option<Tail>)| {
        let mut report = TestReport {
            convention,
            outcome: Outcome::Computed { symbol, statistic: value, distribution: law(statistic), p: p?.into() },
            critical_values: critical_values.clone(),
            ..base.clone()
        };
        report.notes.extend(outside_the_simulation(convention, statistic, terms, rows));
        Some(report)
    };
    [("mackinnon1996-n", at_rows), ("mackinnon1996", limit), ("mackinnon1994", older)]
        .into_iter()
        .filter_map(report)
        .collect()
}

fn law(statistic: Statistic) -> NullDistribution {
    match statistic {
        Statistic::Tau => NullDistribution::NonStandard("dickey-fuller", "Dickey–Fuller τ"),
        Statistic::Z => NullDistribution::NonStandard("dickey-fuller-z", "Dickey–Fuller z"),
    }
}

/// At the rows used: of τ MacKinnon's (2010), of z by his surfaces of 1996.
fn critical_values(statistic: Statistic, terms: Terms, rows: usize) -> Vec<CriticalValue> {
    let at = |level: f64| match statistic {
        Statistic::Tau => critical::critical_value(terms, 1, level, Some(rows)),
        Statistic::Z => surface::quantile(level, statistic, terms, 1, Some(rows)),
    };
    critical::LEVELS.iter().filter_map(|level| Some(CriticalValue { level: *level, value: at(*level)? })).collect()
}

fn outside_the_simulation(convention: &str, statistic: Statistic, terms: Terms, rows: usize) -> Option<Note> {
    let smallest = surface::smallest_sample(statistic, terms, 1)?;
    (convention == "mackinnon1996-n" && rows < smallest).then(|| {
        Note::new(format!(
            "MacKinnon (1996) simulated samples of {smallest} observations and more; for {rows} his surface is extended."
        ))
    })
}
