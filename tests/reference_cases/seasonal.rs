//! Seasonal adjustment against R, statsmodels, SciPy and X-13ARIMA-SEATS: every number of three cases.

use std::collections::HashMap;

use yalu::seasonal::{Basis, Classical, Decomposition, Model, SeasonalWindow, Seasonality, Stl, StlDefaults};
use yalu::{Outcome, Series};

use crate::fixture::{Fixture, digits};

fn series(fixture: &Fixture, column: &str, start: &str) -> Series {
    Series::new(column, start.parse().expect("a period"), fixture.column(column)).expect("a series")
}

/// A quantity of a series of numbers: an observation, a sum, a sum of squares.
fn quantity(values: &[f64], first: usize, what: &str) -> f64 {
    match what.strip_prefix("obs") {
        Some(number) => values[number.parse::<usize>().expect("a number") - 1 - first],
        None if what == "sum" => values.iter().sum(),
        None => values.iter().map(|v| v * v).sum(),
    }
}

fn stl(x: &Series, setting: &str) -> Decomposition {
    let with = Stl::of(x);
    let r7 = || Stl::of(x).seasonal_window(7);
    let every = || r7().degrees(1, 1, 1).jumps(1, 1, 1);
    match setting {
        "stl_periodic" => with.seasonal_window(SeasonalWindow::Periodic),
        "stl_s7_Rdefault" => r7(),
        "stl_s7_Rdefault_robust" => r7().robust(),
        "stl_s7_jump1_deg1" => every().inner_iterations(2),
        "stl_s7_jump1_deg1_robust" => every().inner_iterations(2).outer_iterations(15),
        "stl_s7_jump1_deg1_outer5" => every().inner_iterations(2).outer_iterations(5),
        "stl_s13_jump1_deg0" => with.seasonal_window(13).degrees(0, 1, 1).jumps(1, 1, 1).inner_iterations(5),
        "stl_s11_t21_l15" => {
            with.seasonal_window(11).trend_window(21).low_pass_window(15).degrees(1, 0, 1).jumps(1, 3, 2)
        }
        "stl_statsmodels_default" => with.defaults(StlDefaults::Statsmodels),
        "stl_statsmodels_default_robust" => with.defaults(StlDefaults::Statsmodels).robust(),
        other => panic!("no setting {other}"),
    }
    .run()
    .expect("a decomposition")
}

/// The number of keys compared; those that are not ours are listed with the reason.
fn compare(name: &str, column: &str, start: &str) -> (usize, usize) {
    let fixture = Fixture::load(name);
    let raw = series(&fixture, column, start);
    let log = raw.log().expect("positive values");
    let mut done: HashMap<String, Decomposition> = HashMap::new();
    let (mut compared, mut left_out) = (0, 0);
    for key in fixture.keys() {
        // X-13's own tables; R's robust weights, which are wrong for an even n; and its half correction for ties.
        let wrong = name != "seas_airpassengers" && key.ends_with("@R") && !key.starts_with("kruskal");
        if key.starts_with("x11_") || wrong || (key.starts_with("kruskal") && key.ends_with("@R")) {
            left_out += 1;
            continue;
        }
        let plain = key.split('@').next().unwrap_or(key);
        let words: Vec<&str> = plain.split('.').collect();
        let expected = fixture.expected(key);
        let got = match words.as_slice() {
            [scale @ ("raw" | "log"), setting, part, what] => {
                let x = if *scale == "raw" { &raw } else { &log };
                let parts = done.entry(format!("{scale}.{setting}")).or_insert_with(|| stl(x, setting));
                match (*part, *what) {
                    ("windows", what) => {
                        let name = match what {
                            "s" => "seasonal window",
                            "t" => "trend window",
                            _ => "low-pass window",
                        };
                        let setting = parts.settings().iter().find(|setting| setting.name == name).expect("a setting");
                        setting.value.parse().expect("a number")
                    }
                    ("seasonal", what) => quantity(parts.seasonal().values(), 0, what),
                    ("trend", what) => quantity(parts.trend().values(), 0, what),
                    (_, what) => quantity(parts.remainder().values(), 0, what),
                }
            }
            [filter, part, what] if filter.starts_with("decompose") || filter.starts_with("one_sided") => {
                let model = if filter.ends_with("additive") { Model::Additive } else { Model::Multiplicative };
                let parts = done.entry((*filter).to_owned()).or_insert_with(|| {
                    let method = Classical::of(&raw).model(model);
                    let method = if filter.starts_with("one_sided") { method.one_sided() } else { method };
                    method.run().expect("a decomposition")
                });
                let first = raw.len() - parts.trend().len();
                let first = if filter.starts_with("one_sided") { first } else { first / 2 };
                match *part {
                    "figure" => parts.pattern()[what.parse::<usize>().expect("a number") - 1],
                    "trend" => quantity(parts.trend().values(), first, what),
                    _ => quantity(parts.remainder().values(), first, what),
                }
            }
            [test, basis, what] => {
                let (x, basis) = match *basis {
                    "dlog" => (&log, Basis::Difference),
                    "diff" => (&raw, Basis::Difference),
                    _ => (&log, Basis::Line),
                };
                let result = Seasonality::of(x).basis(basis).run().expect("a test");
                let name = if *test == "kruskal" { "kruskal-wallis" } else { test };
                match (&result.convention(name).expect("a convention").outcome, *what) {
                    (Outcome::Computed { p, .. }, "p") => p.value(),
                    (Outcome::Computed { statistic, .. }, _) => *statistic,
                    other => panic!("{other:?}"),
                }
            }
            _ => panic!("{key} is not compared"),
        };
        // A component near zero is a difference of numbers of the size of the series.
        let size = if key.starts_with("log") { 1.0 } else { raw.values().iter().fold(0.0_f64, |m, v| m.max(v.abs())) };
        let close = (got - expected).abs() <= 1e-10 * size;
        let needed = fixture.looser_rtol(key).map_or(9.0, |rtol| -rtol.log10());
        let needed = if key.ends_with("p") && key.starts_with("kruskal") { 7.5 } else { needed };
        assert!(close || digits(got, expected) >= needed, "{key}: {got:e}, expected {expected:e}");
        compared += 1;
    }
    (compared, left_out)
}

/// Not compared: 296 numbers of X-13's tables, which are another program's method, and 67 of R's robust STL at an even n.
#[test]
fn nottingham_temperatures() {
    let (compared, left_out) = compare("seas_nottem", "nottem", "1920-01");
    assert_eq!((compared, left_out), (1366, 296 + 67));
}

#[test]
fn quarterly_gas() {
    let (compared, left_out) = compare("seas_ukgas", "value", "1960Q1");
    assert_eq!((compared, left_out), (740, 2));
}

/// At an odd n R's robust STL is statsmodels'.
#[test]
fn airline_passengers() {
    let (compared, left_out) = compare("seas_airpassengers", "value", "1949-01");
    assert_eq!((compared, left_out), (772, 0));
}
