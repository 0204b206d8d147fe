//! What was found, what it came to, and what it rests on.

use super::result::DifferenceInDifferencesResult;
use crate::Outcome;
use crate::event::interrupted::words::{in_brackets as with_law, percent};
use crate::hypothesis::NullDistribution;
use crate::table::NumberFormat;

/// A law without a formula says little: the statistic's own name then.
fn in_brackets(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Computed { symbol, statistic, distribution: NullDistribution::NonStandard(..), p } => {
            let number = NumberFormat::Significant(4).format(*statistic);
            format!("{symbol} = {number}, p = {}", NumberFormat::Decimals(4).format(p.value()))
        }
        other => with_law(other),
    }
}

pub(super) fn verdict(result: &DifferenceInDifferencesResult, level: f64) -> String {
    let number = |value: f64| NumberFormat::Significant(4).format(value);
    let (outcome, group, date) = (&result.outcome, &result.group, result.date);
    let [treated, controls] = &result.means;
    let found = format!(
        "From {} on {outcome} of {group} changed by {} and that of the controls by {}: a difference in differences of {}{}.",
        date.first_after,
        number(treated.after - treated.before),
        number(controls.after - controls.before),
        number(result.estimate),
        result.std_error().map_or(String::new(), |error| format!(" (s.e. {})", number(error)))
    );
    let headline = &result.reports()[0];
    let Some(rejects) = headline.rejects(level) else {
        return format!("{found} Whether that is more than chance cannot be said: {}.", in_brackets(&headline.outcome));
    };
    let mut words = format!(
        "{found} At {}, that they changed alike is {} ({}: {}).",
        percent(level),
        if rejects { "rejected" } else { "not rejected" },
        headline.convention,
        in_brackets(&headline.outcome)
    );
    let other = if headline.convention == "permutation" { "collapsed" } else { "permutation" };
    if let Some(report) = result.convention(other).filter(|report| report.p().is_some()) {
        let agrees = if report.rejects(level) == Some(rejects) { "agrees" } else { "does not agree" };
        words += &format!(" `{other}` {agrees} ({}).", in_brackets(&report.outcome));
    }
    // The clustered test of leads errs with few units; Hotelling's does not.
    if let Some(leads) = result.leads().iter().rev().find(|report| report.p().is_some()) {
        words += &format!(
            " Before the date the groups {} ({}: {}){}",
            if leads.rejects(level) == Some(true) { "went apart already" } else { "did not visibly go apart" },
            leads.convention,
            in_brackets(&leads.outcome),
            if leads.rejects(level) == Some(true) { ": the difference is then no effect of the event." } else { "." }
        );
    }
    words
        + " To call the difference the event's effect is to say that without it both groups would have changed alike, that it did not \
           reach the controls, and that nobody acted on it before: no regression shows these."
}
