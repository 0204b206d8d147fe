//! Hypotheses and results in words.

use super::super::words::{convention, lags, outcome_in_words, percent};
use super::test::{BlockTest, Way};
use crate::TestReport;

/// "x", "x and y", "x, y and z".
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// "x and y → z"; "x ↔ z" within a period.
pub(super) fn arrow(test: &BlockTest) -> String {
    let sign = if test.way == Way::Instantaneous { "↔" } else { "→" };
    format!("{} {sign} {}", list(&test.causes), list(&test.effects))
}

/// Null and alternative hypothesis with the user's names.
pub(super) fn hypotheses(test: &BlockTest, given: &[String], extra: usize) -> (String, String) {
    let (causes, effects) = (list(&test.causes), list(&test.effects));
    let beside = if given.is_empty() { String::new() } else { format!(", given {}", list(given)) };
    if test.way == Way::Instantaneous {
        let what = format!("{causes} and {effects}{beside}");
        return (
            format!("no instantaneous causality between {what}: their errors are uncorrelated"),
            format!("instantaneous causality between {what}: their errors are correlated"),
        );
    }
    let several = test.causes.len() > 1;
    let whose = if several { "their" } else { "its" };
    let which = match (test.lags, extra) {
        (1, 0) => "1 lag".to_owned(),
        (1, d) => format!("first of {} lags", 1 + d),
        (p, 0) => format!("{p} lags"),
        (p, d) => format!("first {p} of {} lags", p + d),
    };
    let which = if several { format!("{which} each") } else { which };
    let equations = if test.effects.len() == 1 { "its equation" } else { "their equations" };
    let (zero, some) = if test.lags == 1 {
        ("has a zero coefficient", "has a coefficient other than zero")
    } else {
        ("have zero coefficients", "do not all have zero coefficients")
    };
    (
        format!("{causes} do not Granger-cause {effects}{beside}: {whose} {which} {zero} in {equations}"),
        format!("{causes} Granger-cause {effects}{beside}: {whose} {which} {some} in {equations}"),
    )
}

/// One paragraph: both directions and the period, at this level.
pub(super) fn verdict(tests: &[BlockTest], level: f64) -> String {
    let Some(first) = tests.first() else { return String::new() };
    let found = |test: &BlockTest| -> Option<String> {
        let report: &TestReport = test.reports.first()?;
        let numbers = outcome_in_words(&report.outcome);
        Some(match report.rejects(level) {
            Some(true) => format!("{} is supported ({numbers})", arrow(test)),
            Some(false) => format!("{} is not supported ({numbers})", arrow(test)),
            None => format!("{} is not identified", arrow(test)),
        })
    };
    let (within, across): (Vec<&BlockTest>, Vec<&BlockTest>) =
        tests.iter().partition(|test| test.way == Way::Instantaneous);
    let across: Vec<String> = across.into_iter().filter_map(found).collect();
    let within: Vec<String> = within.into_iter().filter_map(found).collect();
    let headline = first.reports.first().map_or("F", |report| report.convention);
    let mut text = format!(
        "At {}, by {} with {}, {}: {}; within a period {}.",
        percent(level),
        convention(headline),
        lags(first.lags),
        first.sample,
        across.join(", "),
        within.join(", ")
    );
    if tests.iter().any(|test| test.reports.first().is_some_and(|report| report.rejects(level) == Some(false))) {
        text += " What is not rejected is not shown to be absent.";
    }
    let dissent: Vec<String> = tests.iter().filter_map(|test| disagreement(test, level)).collect();
    if !dissent.is_empty() {
        text += &format!(" {}", dissent.join(" "));
    }
    text
}

/// Which conventions contradict the headline.
fn disagreement(test: &BlockTest, level: f64) -> Option<String> {
    let (headline, others) = test.reports.split_first()?;
    let supported = headline.rejects(level)?;
    let dissent: Vec<String> = others
        .iter()
        .filter(|report| report.rejects(level) == Some(!supported))
        .filter_map(|report| Some(format!("{} ({})", convention(report.convention), report.p()?)))
        .collect();
    let verb = if supported { "would not be supported" } else { "would be called supported" };
    (!dissent.is_empty()).then(|| format!("{} {verb} by {}.", arrow(test), dissent.join(", ")))
}
