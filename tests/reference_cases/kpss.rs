//! KPSS against urca, tseries, statsmodels, arch and gretl, and the limiting law against published points.

use yalu::dist::kpss::{Around, isf, sf};
use yalu::unit_root::{BartlettLags, Kpss};

use crate::fixture::{Fixture, assert_digits};
use crate::unit_root::{CASES, convention, lag, series, terms};

#[test]
fn every_number_of_kpss() {
    for ((name, column), numbers) in CASES.into_iter().zip([44, 38, 20, 20]) {
        let case = Fixture::load(name);
        let y = series("y", &case.column(column));
        let mut compared = 0;
        for key in case.keys().into_iter().filter(|key| key.starts_with("kpss.")) {
            let words: Vec<&str> = key.split('.').collect();
            let bandwidth = match words[2] {
                "auto" => BartlettLags::Automatic,
                "legacy" => BartlettLags::Schwert,
                given => BartlettLags::Given(lag(given)),
            };
            let result = Kpss::of(&y).terms(terms(words[1])).bandwidth(bandwidth).run().expect("a result");
            let (expected, what) = (case.expected(key), format!("{name}: {key}"));
            let p = |name: &str| convention(result.reports(), name).p().expect("a p-value").value();
            match words[3] {
                "stat" => assert_digits(result.statistic(), expected, 7.0, &what),
                "lag" => assert_eq!(result.bandwidth().lags as f64, expected, "{what}"),
                // Clipped where ours is a bound with the same number.
                "p_table_interpolation" => assert_digits(p("kpss1992"), expected, 7.0, &what),
                // arch interpolates quantiles that it simulated with 2,000 observations.
                "p_arch_simulated" => assert!((p("limit") - expected).abs() < 1e-3, "{what}: {}", p("limit")),
                "p_gretl" => gretl(result.statistic(), words[1], expected, &what),
                _ => panic!("{what} is not compared"),
            }
            compared += 1;
        }
        assert_eq!(compared, numbers, "{name}");
    }
}

/// gretl interpolates linearly between its critical values at 10, 5 and 1 %, without the 2.5 % of the table; they depend
/// on n, which moves p by up to 0.004 at 62 observations.
fn gretl(statistic: f64, code: &str, expected: f64, what: &str) {
    let [one, _, five, ten] = if code == "c" { Around::Level.table() } else { Around::Trend.table() };
    let (from, to, at, step) = if statistic > five { (five, one, 0.05, -0.04) } else { (ten, five, 0.10, -0.05) };
    let p = at + step * (statistic - from) / (to - from);
    assert!((p - expected).abs() < 0.005, "{what}: {p}, {expected}");
}

/// For a level: Anderson and Darling (1952), table 1, the limit of ω². For a trend: the same formula in Python with
/// numpy, checked by 4·10⁵ draws of the series Σ Z²/λ; and the table of 1992 within the error of its simulation.
#[test]
fn the_limiting_law() {
    for (p, point) in [(0.10, 0.34730), (0.05, 0.46136), (0.01, 0.74346), (0.50, 0.11888), (0.90, 0.04601)] {
        let got = isf(p, Around::Level).expect("a point");
        assert!((got - point).abs() <= 1e-5, "{p}: {got}, {point}");
    }
    for around in [Around::Level, Around::Trend] {
        for (p, tabulated) in [0.01, 0.025, 0.05, 0.10].into_iter().zip(around.table()) {
            let got = sf(tabulated, around);
            assert!((got / p - 1.0).abs() < 0.06, "{around:?} {tabulated}: {got}");
        }
    }
}
