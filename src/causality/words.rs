//! Hypotheses and results in words.

use super::equation::Roles;
use super::lag_set::LagSet;
use super::test::{CausalityTest, Direction};
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, Outcome, Series};

/// The test's name in sentences.
pub(super) fn name_of(toda_yamamoto: bool) -> &'static str {
    if toda_yamamoto { "Toda–Yamamoto" } else { "Granger" }
}

/// "1 lag", "4 lags".
pub(super) fn lags(count: usize) -> String {
    if count == 1 { "1 lag".into() } else { format!("{count} lags") }
}

/// Whether these are lags 1 to p.
fn complete(lags: &LagSet) -> bool {
    lags.longest() == lags.lags().len()
}

/// "2 lags"; "lags 1, 4 of the cause and 1 to 4 of the effect" where the roles differ.
pub(super) fn lags_of(roles: &Roles) -> String {
    lags_of_sets(&roles.tested, &roles.own)
}

fn lags_of_sets(tested: &LagSet, own: &LagSet) -> String {
    if tested == own && complete(tested) {
        return lags(tested.lags().len());
    }
    let some = |set: &LagSet| if set.lags().len() == 1 { format!("lag {set}") } else { format!("lags {set}") };
    format!("{} of the cause and {} of the effect", some(tested), some(own))
}

/// The same of a test.
pub(super) fn lags_of_test(test: &CausalityTest) -> String {
    lags_of_sets(test.tested_lags(), test.own_lags())
}

/// Null and alternative hypothesis with the user's names.
pub(super) fn hypotheses(direction: Direction<'_>, given: &[Series], roles: &Roles) -> (String, String) {
    let (cause, effect) = (direction.cause.name(), direction.effect.name());
    let beside = match given {
        [] => String::new(),
        given => {
            let names: Vec<&str> = given.iter().map(Series::name).collect();
            format!(", given {}", names.join(", "))
        }
    };
    let (which, zero, some) = match (roles.tested.lags().len(), roles.extra) {
        (1, _) if !complete(&roles.tested) => {
            (format!("lag {}", roles.tested), "has a zero coefficient", "has a coefficient other than zero")
        }
        _ if !complete(&roles.tested) => {
            (format!("lags {}", roles.tested), "have zero coefficients", "do not all have zero coefficients")
        }
        (1, 0) => ("1 lag".to_owned(), "has a zero coefficient", "has a coefficient other than zero"),
        (1, extra) => {
            (format!("first of {} lags", 1 + extra), "has a zero coefficient", "has a coefficient other than zero")
        }
        (p, 0) => (format!("{p} lags"), "have zero coefficients", "do not all have zero coefficients"),
        (p, d) => {
            (format!("first {p} of {} lags", p + d), "have zero coefficients", "do not all have zero coefficients")
        }
    };
    (
        format!("{cause} do not Granger-cause {effect}{beside}: their {which} {zero}"),
        format!("{cause} Granger-cause {effect}{beside}: their {which} {some}"),
    )
}

/// A convention's name for a reader.
pub(super) fn convention(name: &str) -> String {
    match name {
        "chi2-wald" => "χ² = p·F".into(),
        "chi2-ml" => "χ² = T·ΔRSS/RSS".into(),
        "lr" => "LR".into(),
        "F-system" => "VAR-wide F".into(),
        "F-bootstrap" => "F (residual bootstrap)".into(),
        "F-leveraged" => "F (leveraged bootstrap)".into(),
        "F-wild" => "F (wild bootstrap)".into(),
        robust => match robust.split_once('-') {
            Some(("F", covariance)) => format!("F ({})", covariance.to_uppercase()),
            Some((_, covariance)) => format!("χ² ({})", covariance.to_uppercase()),
            None => robust.into(),
        },
    }
}

/// "5 %", "0.1 %".
pub(super) fn percent(level: f64) -> String {
    format!("{} %", NumberFormat::Significant(3).format(100.0 * level).trim_end_matches('0').trim_end_matches('.'))
}

/// "exports → imports".
pub(super) fn arrow(test: &CausalityTest) -> String {
    format!("{} → {}", test.cause(), test.effect())
}

/// "F(1, 10) = 0.0563, p = 0.8172".
fn numbers(test: &CausalityTest) -> String {
    let headline = test.reports().first();
    headline.map_or_else(String::new, |report| format!("{}: {}", arrow(test), outcome_in_words(&report.outcome)))
}

/// "F(1, 10) = 0.0563, p = 0.8172", or why there is no number.
pub(super) fn outcome_in_words(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Computed { statistic, distribution, p, .. } => {
            let p = NumberFormat::PValue.format(p.value());
            let p = if p.starts_with('<') { p.replace('<', "p < ") } else { format!("p = {p}") };
            format!("{distribution} = {}, {p}", NumberFormat::Decimals(4).format(*statistic))
        }
        Outcome::NotApplicable { because } => because.clone(),
    }
}

/// # Errors
/// If the level is not strictly between 0 and 1.
pub(super) fn check_level(level: f64) -> Result<(), Error> {
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
        .remedy("0.05 is the usual one"))
}

/// One paragraph: what both directions with one number of lags come to at this level.
pub(super) fn verdict(forward: &CausalityTest, backward: &CausalityTest, level: f64) -> String {
    let (Some(headline), Some(other)) = (forward.reports().first(), backward.reports().first()) else {
        return String::new();
    };
    let (there, back) = (arrow(forward), arrow(backward));
    let because = |report: &crate::TestReport| match &report.outcome {
        Outcome::NotApplicable { because } => because.trim_start_matches("not identified: ").to_owned(),
        Outcome::Computed { .. } => String::new(),
    };
    let at = format!(
        "At {}, by {} with {}, {}",
        percent(level),
        convention(headline.convention),
        lags_of_both(forward, backward),
        samples(forward, backward)
    );
    let (finding, caution) = match (headline.rejects(level), other.rejects(level)) {
        (Some(false), Some(false)) => (
            "neither direction is supported".to_owned(),
            "That neither is rejected does not show that there is no causality.".to_owned(),
        ),
        (Some(true), Some(true)) => (
            "both directions are supported".to_owned(),
            "A third variable that moves both would look the same.".to_owned(),
        ),
        (Some(true), Some(false)) => (format!("{there} is supported, {back} is not"), not_shown(&back)),
        (Some(false), Some(true)) => (format!("{back} is supported, {there} is not"), not_shown(&there)),
        (None, None) => return format!("{at}: neither direction is identified: {}.", because(headline)),
        (None, _) => (format!("{there} is not identified"), format!("{}.", because(headline))),
        (_, None) => (format!("{back} is not identified"), format!("{}.", because(other))),
    };
    let mut sentences = vec![format!("{at}: {finding} ({}; {}).", numbers(forward), numbers(backward)), caution];
    sentences.extend([forward, backward].into_iter().filter_map(|test| disagreement(test, level)));
    sentences.extend(small_sample(forward, level));
    sentences.join(" ")
}

/// The rows of both directions: once where they are the same.
fn samples(forward: &CausalityTest, backward: &CausalityTest) -> String {
    let (there, back) = (forward.sample(), backward.sample());
    if there == back { there.to_string() } else { format!("{there} and {back}") }
}

/// The lags of both directions: once where they are the same.
fn lags_of_both(forward: &CausalityTest, backward: &CausalityTest) -> String {
    let (there, back) = (lags_of_test(forward), lags_of_test(backward));
    if there == back { there } else { format!("{there} ({}) and {back} ({})", arrow(forward), arrow(backward)) }
}

/// Which directions are supported: "x → y", "both", "neither", "not identified".
pub(super) fn finding(forward: &CausalityTest, backward: &CausalityTest, level: f64) -> String {
    let rejects = |test: &CausalityTest| test.reports().first().and_then(|report| report.rejects(level));
    match (rejects(forward), rejects(backward)) {
        (None, _) | (_, None) => "not identified".into(),
        (Some(true), Some(true)) => "both".into(),
        (Some(false), Some(false)) => "neither".into(),
        (Some(true), Some(false)) => arrow(forward),
        (Some(false), Some(true)) => arrow(backward),
    }
}

fn not_shown(direction: &str) -> String {
    format!("That {direction} is not rejected does not show that it is absent.")
}

/// Which conventions contradict the headline.
fn disagreement(test: &CausalityTest, level: f64) -> Option<String> {
    let (headline, others) = test.reports().split_first()?;
    let supported = headline.rejects(level)?;
    let dissent: Vec<String> = others
        .iter()
        .filter(|report| report.rejects(level) == Some(!supported))
        .filter_map(|report| match &report.outcome {
            Outcome::Computed { p, .. } => {
                let name = convention(report.convention);
                let size = test.small_sample().and_then(|sample| sample.sizes(report.convention).pop());
                let size = size.map_or(String::new(), |(world, size)| {
                    format!(", a test whose nominal 5 % is {} in samples of {world} this small", size.rejects)
                });
                Some(format!("{name} ({p}{size})"))
            }
            Outcome::NotApplicable { .. } => None,
        })
        .collect();
    if dissent.is_empty() {
        return None;
    }
    let verb = if supported { "would not be supported" } else { "would be called supported" };
    Some(format!("{} {verb} by {}.", arrow(test), dissent.join(", ")))
}

/// The chance of a false one-way verdict in a small sample.
fn small_sample(test: &CausalityTest, level: f64) -> Option<String> {
    let sample = test.small_sample()?;
    let headline = test.reports().first()?.convention;
    let (world, size) = sample.sizes(headline).pop()?;
    let (rate, name) = (size.one_way_either, convention(headline));
    (level == 0.05).then(|| {
        format!(
            "With only {} rows, {name} declares one-way causality, whichever way, in {rate} of samples of {world}.",
            sample.rows()
        )
    })
}
