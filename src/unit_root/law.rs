//! The conventions by which τ and z are turned into p-values.

use crate::dist::Tail;
use crate::dist::dickey_fuller::{Statistic, Terms, asymptotic, critical, surface};
use crate::hypothesis::{CriticalValue, NullDistribution, Outcome, PValue};
use crate::{Note, TestReport};

/// A report for each convention, the headline first; `base` has everything but the conventions, the outcome and the
/// critical values.
pub(crate) fn reports(
    base: &TestReport,
    symbol: &'static str,
    value: f64,
    statistic: Statistic,
    terms: Terms,
) -> Vec<TestReport> {
    let law = match statistic {
        Statistic::Tau => NullDistribution::NonStandard("dickey-fuller", "Dickey–Fuller τ"),
        Statistic::Z => NullDistribution::NonStandard("dickey-fuller-z", "Dickey–Fuller z"),
    };
    let rows = base.sample.n;
    // The same in every convention, and for z not cheap.
    let critical_values = critical_values(statistic, terms, 1, rows);
    conventions(value, statistic, terms, 1, rows)
        .into_iter()
        .map(|Convention { name, p, note }| TestReport {
            convention: name,
            outcome: Outcome::Computed { symbol, statistic: value, distribution: law, p },
            critical_values: critical_values.clone(),
            notes: base.notes.iter().cloned().chain(note).collect(),
            ..base.clone()
        })
        .collect()
}

/// A p-value and whose it is.
pub(crate) struct Convention {
    pub(crate) name: &'static str,
    pub(crate) p: PValue,
    pub(crate) note: Option<Note>,
}

/// The p-values of τ or z of one series, or of residuals from a regression among `series`: by MacKinnon's (1996) surface at
/// the rows used, by the same for n → ∞, and by that of 1994. With so few rows that the first has no number the second
/// is the headline.
pub(crate) fn conventions(
    value: f64,
    statistic: Statistic,
    terms: Terms,
    series: usize,
    rows: usize,
) -> Vec<Convention> {
    let surface = |rows| surface::p_value(value, statistic, terms, series, rows);
    let older = match statistic {
        Statistic::Tau => asymptotic::p_value(value, terms, series),
        Statistic::Z if series == 1 => asymptotic::z_p_value(value, terms),
        Statistic::Z => None,
    };
    let convention = |name, p: Option<Tail>, note| Some(Convention { name, p: p?.into(), note });
    [
        convention("mackinnon1996-n", surface(Some(rows)), outside_the_simulation(statistic, terms, series, rows)),
        convention("mackinnon1996", surface(None), None),
        convention("mackinnon1994", older, None),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// At the rows used: of τ MacKinnon's (2010); where he has none, and of z, by his surfaces of 1996.
pub(crate) fn critical_values(statistic: Statistic, terms: Terms, series: usize, rows: usize) -> Vec<CriticalValue> {
    let latest = |level| match statistic {
        Statistic::Tau => critical::critical_value(terms, series, level, Some(rows)),
        Statistic::Z => None,
    };
    let at = |level| latest(level).or_else(|| surface::quantile(level, statistic, terms, series, Some(rows)));
    CriticalValue::at_levels(&critical::LEVELS, at)
}

fn outside_the_simulation(statistic: Statistic, terms: Terms, series: usize, rows: usize) -> Option<Note> {
    let smallest = surface::smallest_sample(statistic, terms, series)?;
    (rows < smallest).then(|| {
        Note::new(format!(
            "MacKinnon (1996) simulated samples of {smallest} observations and more; for {rows} his surface is extended."
        ))
    })
}
