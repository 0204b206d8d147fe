//! Hypotheses and verdicts, with what they rest on.

use super::result::InterruptionResult;
use super::terms;
use crate::hypothesis::Outcome;
use crate::table::NumberFormat;

/// Null and alternative of one of the reports.
pub(super) fn hypotheses(result: &InterruptionResult, convention: &str) -> [String; 2] {
    let (outcome, date) = (&result.outcome, result.date);
    match convention {
        "F" => {
            let changes = terms::in_words(&result.changes);
            [
                format!("{outcome} went on at {date} as before: no change of {changes}"),
                format!("{outcome} changed at {date} in {changes}"),
            ]
        }
        "cumulative" => [
            format!("the effects on {outcome} from {} on add up to zero", date.first_after),
            format!("the effects on {outcome} from {} on add up to something", date.first_after),
        ],
        change => [
            format!("{outcome} has no change of {change} at {date}"),
            format!("{outcome} has a change of {change} at {date}"),
        ],
    }
}

/// What was found, what it came to, and what it rests on.
pub(super) fn verdict(result: &InterruptionResult, level: f64) -> String {
    let (outcome, date) = (&result.outcome, result.date);
    let changes = terms::in_words(&result.changes);
    let headline = &result.reports[0];
    let (Outcome::Computed { .. }, Some(last)) = (&headline.outcome, result.path().last()) else {
        let because = match &headline.outcome {
            Outcome::NotApplicable { because } => because.as_str(),
            Outcome::Computed { .. } => "no period lies after it",
        };
        return format!("Whether {outcome} changed at {date} in {changes} cannot be said: {because}.");
    };
    let percent = percent(level);
    let supported = if headline.rejects(level) == Some(true) { "is supported" } else { "is not supported" };
    let number = |value: f64| NumberFormat::Significant(4).format(value);
    let mut words = format!(
        "At {percent}, {}: that {outcome} changed at {date} in {changes} {supported} ({}).",
        headline.sample,
        in_brackets(&headline.outcome)
    );
    if result.path().len() == 1 {
        words += &format!(" The effect is {} (s.e. {}).", number(last.effect.estimate), number(last.effect.std_error));
    } else {
        words += &format!(
            " In {} the effect is {} (s.e. {}); from {} on it adds up to {} (s.e. {}).",
            last.period,
            number(last.effect.estimate),
            number(last.effect.std_error),
            date.first_after,
            number(last.cumulative.estimate),
            number(last.cumulative.std_error)
        );
    }
    words
        + " To call it the event's effect is to say that the terms held would have gone on as before, that nothing else happened \
           at that date, and that it was not foreseen: no regression shows these."
}

/// "F(2, 60) = 8.1250, p = 0.0007".
pub(in crate::event) fn in_brackets(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Computed { statistic, distribution, p, .. } => {
            let p = NumberFormat::PValue.format(p.value());
            let p = if p.starts_with('<') { p.replace('<', "p < ") } else { format!("p = {p}") };
            format!("{distribution} = {}, {p}", NumberFormat::Decimals(4).format(*statistic))
        }
        Outcome::NotApplicable { because } => because.clone(),
    }
}

/// "5 %".
pub(in crate::event) fn percent(share: f64) -> String {
    let digits = NumberFormat::Significant(3).format(100.0 * share);
    let digits =
        if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits.as_str() };
    format!("{digits} %")
}
