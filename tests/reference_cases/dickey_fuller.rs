//! The laws of τ, z and Φ: MacKinnon's (1996) surfaces as fUnitRoots evaluates them, and by our own simulation.

use yalu::dist::dickey_fuller::{Statistic, Terms, surface};

use crate::fixture::{Fixture, assert_digits};

fn terms(code: &str) -> Terms {
    match code {
        "n" => Terms::None,
        "c" => Terms::Constant,
        "ct" => Terms::Trend,
        "ctt" => Terms::Quadratic,
        _ => panic!("no terms {code}"),
    }
}

/// Six digits: our tables are rounded in the seventh decimal, fUnitRoots' normal quantiles in the ninth digit.
#[test]
fn mackinnon_1996_as_funitroots() {
    let case = Fixture::load("mackinnon1996_surfaces");
    let (values, p) = (case.column("value"), case.column("p"));
    let (probabilities, quantiles) = (case.column("probability"), case.column("quantile"));
    let series: Vec<usize> = case.text_column("series").iter().map(|n| n.parse().expect("a number")).collect();
    let mut worst = (f64::INFINITY, String::new());
    for i in 0..p.len() {
        let statistic = if case.text_column("statistic")[i] == "tau" { Statistic::Tau } else { Statistic::Z };
        let (terms, rows) = (terms(&case.text_column("terms")[i]), case.text_column("rows")[i].parse().ok());
        let got = surface::p_value(values[i], statistic, terms, series[i], rows).expect("a p-value").value();
        let digits = crate::fixture::digits(got, p[i]);
        let what = format!("{statistic:?} {terms:?} N={} {rows:?} at {}: {got} not {}", series[i], values[i], p[i]);
        if digits < worst.0 {
            worst = (digits, what.clone());
        }
        if digits < 6.0 {
            eprintln!("{digits:.1} {what}");
        }
        let got = surface::quantile(probabilities[i], statistic, terms, series[i], rows).expect("a quantile");
        let digits = crate::fixture::digits(got, quantiles[i]);
        if digits < 6.0 {
            eprintln!("q {digits:.1} {what} {got} {}", quantiles[i]);
        }
    }
    eprintln!("{worst:?}");
    assert_eq!(p.len(), 720);
    assert_digits(1.0, 1.0, 6.0, "");
}
