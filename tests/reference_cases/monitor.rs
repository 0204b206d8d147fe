//! Monitoring beside strucchange's `mefp` and `monitor`, and beside numpy: every number of the cases.

use yalu::breaks::monitor::Monitoring;
use yalu::breaks::{Monitor, MonitorTest};
use yalu::dist::monitoring;
use yalu::{Design, HypothesisTest, Series, Stamp};

use crate::fixture::{Fixture, assert_digits};

const START: yalu::Period = yalu::Period::annual(1900);

/// Rows counted from 1.
fn row(stamp: Stamp) -> f64 {
    match stamp {
        Stamp::Period(period) => (period.since(START).unwrap() + 1) as f64,
        Stamp::Row(row) => row as f64,
    }
}

fn compare(watch: &Monitoring, key: &str, rest: &[&str], expected: f64) {
    let n = watch.history().nobs();
    match rest {
        // strucchange minimises a distance from the level to about eight digits, or interpolates in its table.
        ["critical"] => assert_digits(watch.critical_value(), expected, 7.0, key),
        ["detected"] => assert_eq!(watch.detection().map_or(0.0, |date| row(date.first_after)), expected, "{key}"),
        ["process", at] => {
            let value = watch.points()[at.parse::<usize>().unwrap() - n - 1].value;
            assert!((value - expected).abs() < 1e-9 * expected.abs().max(1.0), "{key}: {value} {expected}");
        }
        ["boundary", at] => {
            let point = watch.points()[at.parse::<usize>().unwrap() - n - 1];
            assert_digits(point.boundary, expected, 7.0, key);
        }
        ["largest" | "statistic"] => assert_digits(watch.report().statistic().unwrap(), expected, 9.0, key),
        ["p"] => assert_digits(watch.report().p().unwrap().value(), expected, 9.0, key),
        _ => panic!("{key} is not compared"),
    }
}

fn check(name: &str, response: &str, regressors: &[&str]) {
    let fixture = Fixture::load(name);
    let series = |name: &str| Series::new(name, START, fixture.column(name)).unwrap();
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name)).collect();
    let response = series(response);
    let all =
        regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap();
    let n = fixture.expected("history") as usize;
    let period = fixture.expected("period") as usize;
    let (history, new) = (all.rows(0..n).unwrap(), all.rows(n..all.nobs()).unwrap());
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        let words: Vec<&str> = key.split('.').skip_while(|word| *word == "numpy").collect();
        let (monitor, rest) = match words.as_slice() {
            ["history" | "period"] => continue,
            ["simulated", ..] => continue,
            // `a0.05` and `h0.5` are two words, `h1` is one.
            [kind @ ("OLS-CUSUM" | "RE"), "a0", level, rest @ ..] => {
                let test = if *kind == "RE" { MonitorTest::RecursiveEstimates } else { MonitorTest::OlsCusum };
                (Monitor::test(&history, test).level(format!("0.{level}").parse().unwrap()), rest)
            }
            [kind @ ("OLS-MOSUM" | "ME"), window, rest @ ..] => {
                let test = if *kind == "ME" { MonitorTest::MovingEstimates } else { MonitorTest::OlsMosum };
                let (window, rest) = match (*window, rest) {
                    ("h1", rest) => (1.0, rest),
                    (_, [digits, rest @ ..]) => (format!("0.{digits}").parse().unwrap(), rest),
                    _ => panic!("{key}"),
                };
                (Monitor::test(&history, test).window(window).period(period), rest)
            }
            _ => panic!("{key} is not compared"),
        };
        let mut watch = monitor.start().unwrap();
        watch.push_all(&new).unwrap();
        compare(&watch, key, rest, expected);
    }
}

#[test]
fn nile() {
    check("monitor_nile", "Nile", &[]);
}

#[test]
fn real_interest() {
    check("monitor_realint", "RealInt", &[]);
}

#[test]
fn german_money_after_unification() {
    let regressors = ["dy2", "dR", "dR1", "dp", "ecm", "seasonQ2", "seasonQ3", "seasonQ4"];
    check("monitor_germanm1", "dm", &regressors);
}

#[test]
fn durable_goods() {
    check("monitor_durab", "y", &["lag"]);
}

#[test]
fn income_and_expenditure() {
    check("monitor_usincexp", "diff_expenditure", &["coint_res", "diff_income"]);
}

/// The table beside a simulation of its own: 10,000 draws of 1,000 steps leave about 1 % of error at 5 %, 2 % at 2 %.
#[test]
fn critical_values_of_windows() {
    let fixture = Fixture::load("monitor_nile");
    let mut compared = 0;
    for key in fixture.keys().into_iter().filter(|key| key.starts_with("simulated")) {
        let words: Vec<&str> = key.split('.').collect();
        let (window, rest) =
            if words[1] == "h1" { ("1".to_owned(), &words[2..]) } else { (format!("0.{}", words[2]), &words[3..]) };
        let level = format!("0.{}", rest[2]).parse().unwrap();
        let critical = monitoring::window_critical(level, window.parse().unwrap(), rest[0].parse().unwrap()).unwrap();
        let ratio = critical / fixture.expected(key);
        assert!((ratio - 1.0).abs() < 0.02, "{key}: {critical}");
        compared += 1;
    }
    assert_eq!(compared, 12);
}
