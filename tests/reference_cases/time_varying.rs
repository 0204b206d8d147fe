//! Granger's test in moving windows against statsmodels in every window, gretl in some, and a second bootstrap; its size.

use yalu::causality::time_varying::{TimeVaryingGranger, TimeVaryingResult, TimeVaryingTest, Windows};
use yalu::resampling::{Rate, Streams};
use yalu::{HypothesisTest, Period, Series};

use crate::fixture::{Fixture, assert_digits};

const SCHEMES: [(&str, Windows); 3] =
    [("forward", Windows::Forward), ("rolling", Windows::Rolling), ("recursive", Windows::Recursive)];

fn series(fixture: &Fixture, name: &str, start: &str) -> Series {
    Series::new(name, start.parse().expect("a quarter"), fixture.column(name)).expect("a series")
}

/// Every number of one run and scheme; the count of what was compared.
fn compare(fixture: &Fixture, run: &str, scheme: &str, result: &TimeVaryingResult, digits: f64) -> usize {
    let mut compared = 0;
    for test in result.tests() {
        let place = format!("{run}.{}->{}", test.cause(), test.effect());
        let statistic = |test: &TimeVaryingTest, i: usize| test.path()[i].statistic.expect("a statistic");
        for (i, at) in test.path().iter().enumerate() {
            let key = format!("{place}.{scheme}.{i}");
            if let Some(expected) = fixture.find(&key) {
                assert_digits(statistic(test, i), expected, digits, &key);
                compared += 1;
            }
            if scheme != "recursive" {
                continue;
            }
            if let Some(expected) = fixture.find(&format!("{place}.recursive_start.{i}")) {
                let row = row_of(at.first, test);
                assert_eq!(row as f64, expected, "{key}");
                compared += 1;
            }
        }
        let largest = test.report().statistic().expect("a statistic");
        assert_digits(largest, fixture.expected(&format!("{place}.{scheme}.max")), digits, &place);
        compared += 1;
    }
    compared
}

/// The number of a row, from 0: the first end date is τ₀ − 1.
fn row_of(period: Period, test: &TimeVaryingTest) -> i64 {
    period.since(test.path()[0].last).expect("one frequency") + test.window() as i64 - 1
}

#[test]
fn growth_of_output_and_consumption() {
    let fixture = Fixture::load("time_varying_macrodata");
    let (x, y) = (series(&fixture, "dgdp", "1959-Q2"), series(&fixture, "dcons", "1959-Q2"));
    let mut compared = 0;
    for (scheme, windows) in SCHEMES {
        let test = TimeVaryingGranger::cause(&x).effect(&y).lags(2).min_window(40).windows(windows).draws(99);
        compared += compare(&fixture, "p2", scheme, &test.run().expect("a result"), 9.0);
        compared += compare(&fixture, "p2_hc0", scheme, &test.robust().run().expect("a result"), 9.0);
    }
    let windows = fixture.keys().into_iter().filter(|key| key.contains(".window.")).count();
    let laws = fixture.keys().into_iter().filter(|key| key.starts_with("law.")).count();
    assert_eq!(compared + windows + laws, fixture.keys().len());
}

/// A window's statistic is the last one of a forward expansion over its rows.
#[test]
fn windows_of_gretl() {
    let fixture = Fixture::load("time_varying_macrodata");
    let (x, y) = (series(&fixture, "dgdp", "1959-Q2"), series(&fixture, "dcons", "1959-Q2"));
    let mut compared = 0;
    for key in fixture.keys().into_iter().filter(|key| key.contains(".window.")) {
        let words: Vec<&str> = key.split('.').collect();
        let [first, last] = [words[3], words[4]].map(|word| word.parse::<i64>().expect("a row"));
        let cut =
            |series: &Series| series.window(series.start().plus(first), series.start().plus(last + 2)).expect("rows");
        let (x, y) = (cut(&x), cut(&y));
        let test = TimeVaryingGranger::cause(&x).effect(&y).lags(2).windows(Windows::Forward).draws(99);
        let test = if words[0] == "p2" { test } else { test.robust() };
        let result = test.run().expect("a result");
        let test = if words[1].starts_with("dgdp") { result.forward() } else { result.backward() };
        let got = test.path().last().and_then(|at| at.statistic).expect("a statistic");
        assert_digits(got, fixture.expected(key), 9.0, key);
        compared += 1;
    }
    assert_eq!(compared, 24);
}

#[test]
fn levels_with_further_lags_a_trend_and_a_third_series() {
    let fixture = Fixture::load("time_varying_luetkepohl");
    let [x, y, z] = ["investment", "income", "consumption"].map(|name| series(&fixture, name, "1960-Q1"));
    let mut compared = 0;
    for (scheme, windows) in SCHEMES {
        let test =
            TimeVaryingGranger::cause(&x).effect(&y).given(&[&z]).windows(windows).draws(99).min_window(30).extra(1);
        let with_trend = test.clone().lags(1).trend();
        compared += compare(&fixture, "p1d1_trend", scheme, &with_trend.run().expect("a result"), 8.0);
        compared += compare(&fixture, "p2d1", scheme, &test.lags(2).run().expect("a result"), 8.0);
    }
    assert_eq!(compared, fixture.keys().len());
}

/// Our law and that of numpy are two simulations of one: the share of our draws beyond its quantiles is the level, within
/// four standard errors of both.
#[test]
fn the_bootstrap_law_is_that_of_a_second_implementation() {
    let fixture = Fixture::load("time_varying_macrodata");
    let cut = |name: &str| {
        let all = series(&fixture, name, "1959-Q2");
        all.window(all.start(), all.start().plus(80)).expect("81 quarters")
    };
    let (x, y) = (cut("dgdp"), cut("dcons"));
    let test = TimeVaryingGranger::cause(&x).effect(&y).min_window(30).draws(999);
    for (kind, test) in [("residual", test.clone()), ("wild", test.wild())] {
        for test in test.run().expect("a result").tests() {
            for (quantile, level) in [("q50", 0.5_f64), ("q90", 0.1), ("q95", 0.05)] {
                let key = format!("law.{kind}.{}->{}.{quantile}", test.cause(), test.effect());
                let beyond = test.draws().iter().filter(|drawn| **drawn > fixture.expected(&key)).count();
                let share = beyond as f64 / test.draws().len() as f64;
                let error = (level * (1.0 - level) * (1.0 / 600.0 + 1.0 / 999.0)).sqrt();
                assert!((share - level).abs() < 4.0 * error, "{key}: {share}");
            }
        }
    }
}

/// By our own simulation: autoregressions that have nothing to do with each other, the second with its variance tripled
/// half-way in the second experiment, where White's covariance and the wild bootstrap keep the level.
#[test]
fn a_true_null_is_rejected_as_often_as_it_should() {
    let (draws, n) = (200, 40);
    let mut rejections = [0; 3];
    for draw in 0..draws {
        let mut stream = Streams::new(11).replication(draw);
        let mut path = |doubled: bool| {
            let mut level = 0.0;
            let values = (0..n).map(|t| {
                let size = if doubled && t >= n / 2 { 3.0 } else { 1.0 };
                level = 0.5 * level + size * stream.standard_normal();
                level
            });
            values.collect::<Vec<f64>>()
        };
        let start = Period::annual(1950);
        let one = |name: &str, values: Vec<f64>| Series::new(name, start, values).expect("a series");
        let (x, y, z) = (one("x", path(false)), one("y", path(false)), one("z", path(true)));
        let [of_y, of_z] = [&y, &z].map(|effect| TimeVaryingGranger::cause(&x).effect(effect).min_window(18).draws(99));
        let verdicts = [
            of_y.clone().windows(Windows::Recursive).run(),
            of_y.windows(Windows::Rolling).run(),
            of_z.robust().wild().run(),
        ];
        for (count, result) in rejections.iter_mut().zip(verdicts) {
            let report = result.expect("a result").forward().report();
            *count += usize::from(report.rejects(0.10).expect("a verdict"));
        }
    }
    // The largest multiple of 1/100 below 0.1 is 0.09: with 99 draws that is the size of an exact test.
    for (count, what) in rejections.into_iter().zip(["recursive", "rolling", "wild"]) {
        let rate = Rate { count, replications: draws as usize };
        assert!((rate.value() - 0.09).abs() < 4.0 * 0.0203, "{what}: {rate}");
    }
}
