//! Hypotheses and findings in words.

use super::result::{Episode, TimeVaryingResult, TimeVaryingTest};
use crate::table::NumberFormat;
use crate::{Error, Outcome, Series};

/// "5 %", "0.1 %".
pub(super) fn percent(level: f64) -> String {
    format!("{} %", NumberFormat::Significant(3).format(100.0 * level).trim_end_matches('0').trim_end_matches('.'))
}

/// "exports → imports".
pub(super) fn arrow(test: &TimeVaryingTest) -> String {
    format!("{} → {}", test.cause(), test.effect())
}

/// Null and alternative hypothesis with the user's names.
pub(super) fn hypotheses(names: &[String; 2], given: &[Series], lags: usize, extra: usize) -> (String, String) {
    let [cause, effect] = names;
    let given: Vec<&str> = given.iter().map(Series::name).collect();
    let beside = if given.is_empty() { String::new() } else { format!(", given {}", given.join(", ")) };
    let which = match (lags, extra) {
        (1, 0) => "1 lag enters".to_owned(),
        (1, _) => format!("first of {} lags enters", 1 + extra),
        (p, 0) => format!("{p} lags enter"),
        (p, _) => format!("first {p} of {} lags enter", p + extra),
    };
    (
        format!("{cause} Granger-cause {effect} in no window{beside}: their {which} nowhere"),
        format!("{cause} Granger-cause {effect} in some window{beside}: their {which} there"),
    )
}

/// "max W = 20.13, p = 0.004".
fn numbers(test: &TimeVaryingTest) -> String {
    match test.reports().first().map(|report| &report.outcome) {
        Some(Outcome::Computed { symbol, statistic, p, .. }) => {
            format!("{}: {symbol} = {}, {p}", arrow(test), NumberFormat::Decimals(3).format(*statistic))
        }
        Some(Outcome::NotApplicable { because }) => format!("{}: {because}", arrow(test)),
        None => String::new(),
    }
}

/// "1990-04 to 1992-01, from 2001-01 on".
fn spans(episodes: &[Episode]) -> String {
    let span = |episode: &Episode| match (episode.goes_on, episode.first == episode.last) {
        (true, _) => format!("from {} on", episode.first),
        (false, true) => format!("in {}", episode.first),
        (false, false) => format!("from {} to {}", episode.first, episode.last),
    };
    episodes.iter().map(span).collect::<Vec<_>>().join(", ")
}

/// One paragraph on both directions.
pub(super) fn verdict(result: &TimeVaryingResult, level: f64) -> Result<String, Error> {
    let [there, back] = [result.forward(), result.backward()];
    let rejects = |test: &TimeVaryingTest| test.reports().first().and_then(|report| report.rejects(level));
    let alone = |test: &TimeVaryingTest| match rejects(test) {
        Some(true) => format!("{} is supported in some window", arrow(test)),
        Some(false) => format!("{} is supported in none", arrow(test)),
        None => format!("{} is not identified", arrow(test)),
    };
    let finding = match [rejects(there), rejects(back)] {
        [Some(true), Some(true)] => "both directions are supported in some window".to_owned(),
        [Some(false), Some(false)] => "neither direction is supported in any window".to_owned(),
        [None, None] => "neither direction is identified".to_owned(),
        [Some(false) | None, Some(true)] => format!("{}, {}", alone(back), alone(there)),
        _ => format!("{}, {}", alone(there), alone(back)),
    };
    let mut sentences = vec![format!(
        "At {}, by the largest Wald statistic over {} windows of {} rows{}: {finding} ({}; {}).",
        percent(level),
        there.windows(),
        there.window(),
        if there.windows() == super::Windows::Rolling { "" } else { " or more" },
        numbers(there),
        numbers(back)
    )];
    let mut any = false;
    for test in [there, back] {
        let episodes = test.episodes(level)?;
        if !episodes.is_empty() {
            any = true;
            sentences.push(format!("{}: {}.", arrow(test), spans(&episodes)));
        }
    }
    sentences.push(if any {
        "These are the last dates of windows, so an origin is dated late rather than early; a break in the other \
         coefficients can look like an episode."
            .to_owned()
    } else {
        "That no window rejects does not show that there is no causality: windows are short.".to_owned()
    });
    Ok(sentences.join(" "))
}
