//! The order of integration in sentences.

use super::MOST_DIFFERENCES;
use super::panel::Null;
use super::power::{Power, ROOT};
use super::result::{Order, OrderResult, SeriesOrder};
use crate::table::NumberFormat;

/// "5 %".
pub(super) fn percent(level: f64) -> String {
    format!("{} %", NumberFormat::Significant(1).format(100.0 * level))
}

/// "levels", "first differences".
pub(super) fn difference_in_words(differences: usize) -> &'static str {
    ["levels", "first differences", "second differences"].get(differences).copied().unwrap_or("higher differences")
}

/// "ADF", "ADF and DF-GLS", "ADF, DF-GLS and ERS P_T".
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// "is" or "are" with what follows.
fn verb(names: &[&str], one: &str, several: &str) -> String {
    format!("{} {}", list(names), if names.len() == 1 { one } else { several })
}

/// One paragraph: what the tests say of one series at this level.
pub(super) fn verdict(series: &SeriesOrder, power: &[Power], level: f64) -> String {
    let mut sentences = vec![format!("{}, {}: {}", series.name, series.sample, orders(series, level))];
    sentences.extend(without_order(series, level));
    sentences.extend(contradictions(series, level));
    if series.explodes {
        sentences.push(
            "Its estimated root is above one: if it explodes it has no order of integration, for no number of differences makes \
             it stationary."
                .into(),
        );
    }
    sentences.push(consequence(series.order(level)));
    if let Some(rates) = rates(power, level) {
        let n = series.sample.n;
        sentences.push(format!("At n = {n} a unit root that is not rejected says little: {rates}."));
    }
    sentences.join(" ")
}

/// Which tests are consistent with which order.
fn orders(series: &SeriesOrder, level: f64) -> String {
    let given = series.orders(level);
    let groups: Vec<String> = (0..=MOST_DIFFERENCES)
        .filter_map(|order| {
            let names: Vec<&str> = given.iter().filter(|(_, own)| *own == Some(order)).map(|(name, _)| *name).collect();
            let what = match order {
                0 => format!("I(0), stationary around its {}", series.terms),
                1 => "I(1), stationary after one difference".into(),
                order => format!("I({order}), stationary after {order} differences"),
            };
            (!names.is_empty())
                .then(|| verb(&names, &format!("is consistent with {what}"), &format!("are consistent with {what}")))
        })
        .collect();
    match groups.as_slice() {
        [] => format!("at {} no test gives an order of integration.", percent(level)),
        [one] => format!("at {} {one}.", percent(level)),
        several => format!("at {} the tests disagree: {}.", percent(level), several.join("; ")),
    }
}

/// The tests that give no order, and why.
fn without_order(series: &SeriesOrder, level: f64) -> Vec<String> {
    let mut never = Vec::new();
    let mut silent = Vec::new();
    for ((name, order), (_, tests)) in series.orders(level).into_iter().zip(series.by_test()) {
        if order.is_some() {
            continue;
        }
        match tests.iter().find(|test| test.stationary(level).is_none()) {
            Some(test) => {
                let why = test
                    .because()
                    .unwrap_or_else(|| format!("its p-value is a bound that does not tell at {}", percent(level)));
                let why = why.trim_start_matches("not identified: ").to_owned();
                silent.push(format!(
                    "{name} gives no order: in {} it is not identified ({why}).",
                    difference_in_words(test.differences)
                ));
            }
            None => never.push(name),
        }
    }
    if !never.is_empty() {
        let what = format!("no stationarity up to {}.", difference_in_words(MOST_DIFFERENCES));
        silent.insert(0, verb(&never, &format!("finds {what}"), &format!("find {what}")));
    }
    silent
}

/// The tests that count a difference as stationary but not the next.
fn contradictions(series: &SeriesOrder, level: f64) -> Option<String> {
    let contradicts = |tests: &[&super::OrderTest]| {
        tests.windows(2).any(|pair| pair[0].stationary(level) == Some(true) && pair[1].stationary(level) == Some(false))
    };
    let names: Vec<&str> = series.by_test().filter(|(_, tests)| contradicts(tests)).map(|(name, _)| name).collect();
    (!names.is_empty()).then(|| {
        let what =
            "stationarity in one difference but not in the next, as no order would have it: a sign of little power.";
        verb(&names, &format!("finds {what}"), &format!("find {what}"))
    })
}

fn consequence(order: Order) -> String {
    match order {
        Order::Agreed(d) => format!("For Toda–Yamamoto: d = {d}."),
        Order::Disagreed { highest, .. } => format!(
            "For Toda–Yamamoto take the larger, d = {highest}: a lag too many costs power, one too few costs the test its χ² law."
        ),
        Order::Undecided => "d for Toda–Yamamoto is not identified.".into(),
    }
}

/// What simulation says of the tests at one n: the share of rejections of the tests of a unit root.
pub(super) fn rates(powers: &[Power], level: f64) -> Option<String> {
    let share = |rate: crate::resampling::Rate| NumberFormat::Decimals(0).format(100.0 * rate.value());
    let tests = powers.iter().filter(|power| power.null == Null::UnitRoot);
    let each: Vec<String> = tests
        .map(|power| {
            let (stationary, walks) = (power.on_stationary(level), power.on_unit_roots(level));
            format!("{} on {} % ({} %)", power.name, share(stationary), share(walks))
        })
        .collect();
    (!each.is_empty()).then(|| {
        format!(
            "a test at {} rejects on these shares of simulated AR(1) series with coefficient {ROOT} (and of random walks): {}",
            percent(level),
            each.join(", ")
        )
    })
}

/// What follows for all series together.
pub(super) fn together(result: &OrderResult, level: f64) -> String {
    let caution =
        "To be consistent with an order is no proof of it: a unit root that is not rejected may be a root below one.";
    let names: Vec<&str> =
        result.series.iter().filter(|s| s.order(level).highest().is_none()).map(|s| s.name()).collect();
    match result.toda_yamamoto_d(level) {
        _ if result.series.len() == 1 => caution.into(),
        Some(d) => format!(
            "For a Toda–Yamamoto test of all {} series: d = {d}, the largest order. {caution}",
            result.series.len()
        ),
        None => format!(
            "For a Toda–Yamamoto test of all series d is not identified, for want of an order of {}. {caution}",
            list(&names)
        ),
    }
}
