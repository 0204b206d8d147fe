//! A change in causality in words.

use super::super::words::{outcome_in_words, percent};
use super::result::ChangeTest;
use crate::hypothesis::TestReport;

/// The null hypothesis of a report and its alternative: of the change, before, or after.
pub(super) fn hypotheses(test: &ChangeTest, what: What) -> [String; 2] {
    let (cause, effect, date) = (&test.cause, &test.effect, &test.date);
    let (last, first) = (date.last_before, date.first_after);
    match what {
        What::Change => [
            format!(
                "{cause} → {effect} is the same up to {last} and from {first} on: no coefficient of its lags changes"
            ),
            format!("{cause} → {effect} is not the same up to {last} and from {first} on"),
        ],
        What::Before => [
            format!("{cause} do not Granger-cause {effect} up to {last}"),
            format!("{cause} Granger-cause {effect} up to {last}"),
        ],
        What::After => [
            format!("{cause} do not Granger-cause {effect} from {first} on"),
            format!("{cause} Granger-cause {effect} from {first} on"),
        ],
    }
}

/// Which of the three hypotheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Change,
    Before,
    After,
}

/// One direction: its two regimes, and the test of the change.
pub(super) fn direction(test: &ChangeTest, level: f64) -> String {
    let arrow = format!("{} → {}", test.cause, test.effect);
    let change = test.change();
    if change.rejects(level).is_none() {
        return format!("whether {arrow} changed is {}", outcome_in_words(&change.outcome));
    }
    let found = |report: &TestReport| {
        let verdict = if report.rejects(level) == Some(true) { "supported" } else { "not supported" };
        format!("{verdict} ({})", outcome_in_words(&report.outcome))
    };
    let changed = if change.rejects(level) == Some(true) { "is supported" } else { "is not supported" };
    format!(
        "{arrow} is {} up to {} and {} from {} on; that it changed {changed} ({})",
        found(test.before()),
        test.date.last_before,
        found(test.after()),
        test.date.first_after,
        outcome_in_words(&change.outcome)
    )
}

/// What two verdicts do not show, where they differ and the change is not supported.
pub(super) fn caution(tests: &[ChangeTest; 2], level: f64) -> Option<String> {
    let misread = |test: &&ChangeTest| {
        test.before().rejects(level) != test.after().rejects(level) && test.change().rejects(level) == Some(false)
    };
    let arrows: Vec<String> =
        tests.iter().filter(misread).map(|test| format!("{} → {}", test.cause, test.effect)).collect();
    (!arrows.is_empty()).then(|| {
        format!(
            "For {} one side of the date is significant and the other is not, and yet the two do not differ significantly: \
             two verdicts are not a test of change.",
            arrows.join(" and ")
        )
    })
}

/// "At 5 %, with 1 lag, 2003 to 2015 (n = 13), change 2009|2010".
pub(super) fn heading(test: &ChangeTest, lags: &str, level: f64) -> String {
    format!("At {}, with {lags}, {}, change {}", percent(level), test.change().sample, test.date)
}
