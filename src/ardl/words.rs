//! The bounds test in words.

use super::bounds::BoundsTest;
use super::result::ArdlResult;
use crate::dist::pss::{Case, Statistic};
use crate::hypothesis::CriticalValue;
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, Outcome};

/// Null and alternative with the user's names.
pub(super) fn hypotheses(model: &ArdlResult, statistic: Statistic) -> (String, String) {
    let (y, xs) = (model.response(), model.regressors().join(", "));
    let levels = match (statistic, model.case()) {
        (Statistic::T, _) => format!("the lagged level of {y} does not matter"),
        (Statistic::F, Case::II) => "neither lagged levels nor the constant matter".to_owned(),
        (Statistic::F, Case::IV) => "neither lagged levels nor the trend matter".to_owned(),
        (Statistic::F, _) => "no lagged level matters".to_owned(),
    };
    let alternative = match statistic {
        Statistic::F => format!("a level relation of {y} with {xs}, or a degenerate one"),
        Statistic::T => format!("{y} adjusts to its own lagged level"),
    };
    (format!("no level relation of {y} with {xs}: {levels}"), alternative)
}

/// What a statistic says against both of its bounds.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Rejects,
    DoesNot,
    Inconclusive,
}

pub(super) fn verdict(test: &BoundsTest, level: f64) -> Result<String, Error> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
            .remedy("0.05 is the usual one"));
    }
    if let Some(Outcome::NotApplicable { because }) = test.reports().first().map(|report| &report.outcome) {
        return Ok(format!("Nothing can be said of a level relation: {because}."));
    }
    let percent = CriticalValue { level, value: 0.0 }.level_in_words();
    let f = of(test, ["F-I0", "F-I1"], level);
    let mut words = format!("At {percent}, by F = {}{}: ", number(test.f()), between(test, ["F-I0", "F-I1"], level));
    words += match f {
        Some(Verdict::Rejects) => {
            "the null of no level relation is rejected, whatever the order of integration of the regressors (0 or 1)."
        }
        Some(Verdict::DoesNot) => {
            "the null of no level relation is not rejected, whatever the order of integration of the regressors (0 or 1)."
        }
        Some(Verdict::Inconclusive) => {
            "inconclusive, since it depends on the order of integration of the regressors: rejected if all are I(0), not \
             rejected if all are I(1)."
        }
        None => "the tables do not reach this level; simulate the bounds.",
    };
    if let (Some(f), Some(t)) = (f, of(test, ["t-I0", "t-I1"], level)) {
        words += &format!(" t = {}{} ", number(test.t()), between(test, ["t-I0", "t-I1"], level));
        words += match (f, t) {
            (Verdict::Rejects, Verdict::Rejects) => "rejects too.",
            (Verdict::Rejects, Verdict::DoesNot) => {
                "does not: the response does not adjust, so the relation may be a degenerate one."
            }
            (_, Verdict::Rejects) => "rejects.",
            (_, Verdict::DoesNot) => "does not reject.",
            (_, Verdict::Inconclusive) => "is inconclusive.",
        };
    }
    Ok(words)
}

fn of(test: &BoundsTest, [lower, upper]: [&str; 2], level: f64) -> Option<Verdict> {
    let rejects = |convention| test.convention(convention)?.rejects(level);
    match (rejects(lower), rejects(upper)) {
        (_, Some(true)) => Some(Verdict::Rejects),
        (Some(false), _) => Some(Verdict::DoesNot),
        (Some(true), Some(false)) => Some(Verdict::Inconclusive),
        _ => None,
    }
}

/// ` against 3.615 at I(0) and 4.913 at I(1)`, where the report has the level.
fn between(test: &BoundsTest, [lower, upper]: [&str; 2], level: f64) -> String {
    match (test.critical_value(lower, level), test.critical_value(upper, level)) {
        (Some(low), Some(high)) => format!(" against {} at I(0) and {} at I(1)", number(Some(low)), number(Some(high))),
        _ => String::new(),
    }
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "none".into(), |value| NumberFormat::Decimals(3).format(value))
}
