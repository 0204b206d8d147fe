//! Hypotheses and results in words.

use super::super::words::{lags as lags_in_words, percent};
use super::result::{PanelResult, PanelTest};
use super::unit::shortest;
use crate::table::NumberFormat;
use crate::{Outcome, PValue, TestReport};

/// The most units that a sentence names.
const NAMED: usize = 8;

pub(super) fn hypotheses(test: &PanelTest) -> (String, String) {
    let (cause, effect, kind) = (&test.cause, &test.effect, &test.kind);
    (
        format!("{cause} do not Granger-cause {effect} in any {kind}"),
        format!("{cause} Granger-cause {effect} in at least one {kind}"),
    )
}

/// Why W̄ is no number: the units that are too short, or fit exactly.
pub(super) fn not_identified(test: &PanelTest) -> String {
    let without: Vec<String> =
        test.units.iter().filter_map(|unit| Some(format!("`{}`: {}", unit.unit, unit.because.as_ref()?))).collect();
    let more = if without.len() > NAMED { format!("; and {} more", without.len() - NAMED) } else { String::new() };
    format!(
        "not identified: with {} every unit needs T > 5 + 3K = {} and errors ({}{more})",
        lags_in_words(test.lags),
        shortest(test.lags) - 1,
        without[..without.len().min(NAMED)].join("; ")
    )
}

fn arrow(test: &PanelTest) -> String {
    format!("{} → {}", test.cause, test.effect)
}

/// Whether the headline speaks for causality: it rejects, and not because W̄ is small.
fn supported(test: &PanelTest, level: f64) -> Option<bool> {
    let headline = test.reports.first()?;
    Some(headline.rejects(level)? && headline.statistic()? > 0.0)
}

fn numbers(test: &PanelTest) -> String {
    let p = |p: &PValue| p.to_string();
    match test.reports.first().map(|report| &report.outcome) {
        Some(Outcome::Computed { symbol, statistic, p: value, .. }) => {
            let wbar = test.wbar.map_or_else(String::new, |w| format!(", W̄ = {}", NumberFormat::Decimals(3).format(w)));
            format!("{}: {symbol} = {}, {}{wbar}", arrow(test), NumberFormat::Decimals(3).format(*statistic), p(value))
        }
        Some(Outcome::NotApplicable { because }) => format!("{}: {because}", arrow(test)),
        None => arrow(test),
    }
}

fn named_law(report: &TestReport) -> &'static str {
    if report.convention == "Ztilde-bootstrap" { "Z̃ and its bootstrap law" } else { "Z̃" }
}

/// One paragraph: what both directions come to at this level.
pub(super) fn verdict(result: &PanelResult, level: f64) -> String {
    let (there, back) = (result.forward(), result.backward());
    let Some(headline) = there.reports.first() else { return String::new() };
    let lags = if there.lags == back.lags {
        lags_in_words(there.lags)
    } else {
        let of = |test: &PanelTest| format!("{} ({})", lags_in_words(test.lags), arrow(test));
        format!("{} and {}", of(there), of(back))
    };
    let (forward, backward) = (arrow(there), arrow(back));
    let found = [supported(there, level), supported(back, level)];
    let finding = match found {
        [Some(true), Some(true)] => "both directions are supported".to_owned(),
        [Some(true), Some(false)] => format!("{forward} is supported, {backward} is not"),
        [Some(false), Some(true)] => format!("{backward} is supported, {forward} is not"),
        [Some(false), Some(false)] => "neither direction is supported".to_owned(),
        [None, None] => "neither direction is identified".to_owned(),
        [None, _] => format!("{forward} is not identified"),
        [_, None] => format!("{backward} is not identified"),
    };
    let mut sentences = vec![format!(
        "At {}, by {} with {lags}, {} units ({}), {}: {finding} ({}; {}).",
        percent(level),
        named_law(headline),
        there.units.len(),
        there.kind,
        headline.sample,
        numbers(there),
        numbers(back)
    )];
    if found.contains(&Some(true)) {
        sentences.push(format!("Supported means: in at least one {}, not in every one.", there.kind));
    }
    if found.contains(&Some(false)) {
        sentences.push("That a direction is not rejected does not show that it is absent.".to_owned());
    }
    sentences.extend([there, back].into_iter().filter(|test| test.wbar.is_some()).map(|test| alone(test, level)));
    sentences.join(" ")
}

/// "value → inv: by its own F 3 of 10 units reject at 5 %, where 0.5 would without causality: A, B, C."
fn alone(test: &PanelTest, level: f64) -> String {
    let rejecting: Vec<&str> =
        test.units.iter().filter(|unit| unit.p_f.is_some_and(|p| p < level)).map(|unit| unit.unit.as_str()).collect();
    let names = match rejecting.len() {
        0 => String::new(),
        1..=NAMED => format!(" ({})", rejecting.join(", ")),
        _ => format!(" ({}, …)", rejecting[..NAMED].join(", ")),
    };
    let expected = NumberFormat::Decimals(2).format(level * test.units.len() as f64);
    format!(
        "{}: alone, by F, {} of {} units reject{names}, where without causality {} would.",
        arrow(test),
        rejecting.len(),
        test.units.len(),
        expected.trim_end_matches('0').trim_end_matches('.')
    )
}
