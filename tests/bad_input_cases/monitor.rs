//! Monitoring: what is refused.

use yalu::breaks::{Monitor, MonitorTest};
use yalu::{Design, ErrorKind, HypothesisTest, Period, Series, Stamp};

use crate::expect::{not_identified, refused};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1950), values).unwrap()
}

fn wave(n: usize) -> Vec<f64> {
    (0..n as i32).map(|i| f64::from((i * i * 7 + 3 * i) % 11)).collect()
}

fn mean(n: usize) -> Design {
    Design::of(&series("y", wave(n))).constant().build().unwrap()
}

#[test]
fn plans_that_do_not_hold() {
    let history = mean(30);
    for level in [0.0, 1.0, -0.1, f64::NAN, f64::INFINITY] {
        refused(Monitor::ols_cusum(&history).level(level).start(), ErrorKind::Argument, &["between 0 and 1", "0.05"]);
    }
    for test in [MonitorTest::OlsCusum, MonitorTest::RecursiveEstimates] {
        refused(Monitor::test(&history, test).window(0.5).start(), ErrorKind::Argument, &["no window"]);
        refused(Monitor::test(&history, test).period(4).start(), ErrorKind::Argument, &["no planned length"]);
    }
    for window in [0.0, 0.3, -1.0, 2.0, f64::NAN] {
        refused(
            Monitor::ols_mosum(&history).window(window).start(),
            ErrorKind::Argument,
            &["not tabulated", "0.25, 0.5 or 1"],
        );
    }
    for period in [0, 1, 3, 12, usize::MAX] {
        refused(
            Monitor::ols_mosum(&history).period(period).start(),
            ErrorKind::Argument,
            &["not tabulated", "2, 4, 6, 8 or 10"],
        );
    }
    refused(
        Monitor::ols_mosum(&history).level(0.2).start(),
        ErrorKind::Argument,
        &["no level of 0.2", "0.001 to 0.05"],
    );
    refused(
        Monitor::ols_cusum(&mean(5)).start(),
        ErrorKind::Sample,
        &["5 rows", "4 residual degrees of freedom", "longer history"],
    );
    refused(Monitor::ols_mosum(&mean(7)).window(0.25).start(), ErrorKind::Sample, &["holds 1", "wider window"]);
    let (y, x) = (series("y", wave(30)), series("x", (0..30).map(|i| f64::from(i % 7)).collect()));
    let twice = series("twice", (0..30).map(|i| 2.0 * f64::from(i % 7)).collect());
    let collinear = Design::of(&y).constant().regressor(&x).regressor(&twice).build().unwrap();
    let exact = Design::of(&twice).constant().regressor(&x).build().unwrap();
    let without = Design::of(&y).regressor(&x).build().unwrap();
    for test in MonitorTest::ALL {
        refused(Monitor::test(&collinear, test).start(), ErrorKind::Collinear, &["`twice`"]);
        refused(Monitor::test(&exact, test).start(), ErrorKind::Constant, &["fitted exactly"]);
        match test.is_estimates() {
            true => assert!(Monitor::test(&without, test).start().is_ok()),
            false => {
                refused(Monitor::test(&without, test).start(), ErrorKind::Argument, &["do not sum to zero", "constant"])
            }
        }
    }
}

/// A row that is refused leaves everything as it was.
#[test]
fn rows_that_do_not_follow() {
    let history = mean(30);
    for test in MonitorTest::ALL {
        let mut watch = Monitor::test(&history, test).start().unwrap();
        not_identified(&watch.report(), &[]);
        assert!(watch.in_words().contains("no new row has come yet") && watch.detection().is_none());
        let untouched = watch.clone();
        let mut no = |stamp: Stamp, row: &[f64], y: f64, parts: &[&str]| {
            refused(watch.push(stamp, row, y).map(|_| ()), ErrorKind::Argument, parts);
        };
        let year = |year| Stamp::Period(Period::annual(year));
        no(year(1979), &[1.0], 3.0, &["1979 does not come after 1979"]);
        no(Stamp::Row(31), &[1.0], 3.0, &["does not come after", "labelled as the history is"]);
        no("1980-01".parse::<Period>().unwrap().into(), &[1.0], 3.0, &["does not come after"]);
        no(year(1980), &[], 3.0, &["0 regressors, the history has 1", "(Intercept)"]);
        no(year(1980), &[1.0, 2.0], 3.0, &["2 regressors"]);
        no(year(1980), &[1.0], f64::NAN, &["`y` is NaN in the row 1980"]);
        no(year(1980), &[f64::INFINITY], 3.0, &["`(Intercept)` is inf"]);
        assert_eq!(watch.points(), untouched.points());
        // Far is not wrong: it is a change.
        assert!(watch.push(Period::annual(1980), &[1.0], 1e307).unwrap().is_outside());
        assert!(watch.report().p().is_some_and(|p| p.value() <= 0.001), "{}", watch.report());
        let tiny = Series::new("y", Period::annual(1950), wave(30).into_iter().map(|y| 1e-100 * y).collect()).unwrap();
        let tiny = Design::of(&tiny).constant().build().unwrap();
        let mut watch = Monitor::test(&tiny, test).start().unwrap();
        refused(watch.push(Period::annual(1980), &[1.0], 1e250), ErrorKind::Argument, &["too far", "units"]);
    }
}

#[test]
fn rows_beyond_the_time_planned() {
    let all = mean(61);
    let history = all.rows(0..30).unwrap();
    let mut watch = Monitor::ols_mosum(&history).period(2).start().unwrap();
    let error = watch.push_all(&all.rows(30..61).unwrap());
    refused(error, ErrorKind::Sample, &["beyond the 60 rows", "longer period"]);
    assert_eq!(watch.points().len(), 30);
    let mut for_ever = Monitor::ols_cusum(&history).start().unwrap();
    for_ever.push_all(&all.rows(30..61).unwrap()).unwrap();
    let other = Design::of(&series("z", wave(61))).constant().build().unwrap();
    refused(for_ever.push_all(&other), ErrorKind::Argument, &["`z`", "`y`", "same formula"]);
}

/// A dummy that is over: the windows after it cannot tell its coefficient.
#[test]
fn a_window_whose_regressors_are_collinear() {
    let y = series("y", wave(60));
    let all = Design::of(&y)
        .constant()
        .indicator(yalu::Indicator::Between(Period::annual(1975), Period::annual(1979)))
        .build()
        .unwrap();
    let (history, new) = (all.rows(0..30).unwrap(), all.rows(30..60).unwrap());
    let mut watch = Monitor::moving_estimates(&history).window(0.5).start().unwrap();
    refused(watch.push_all(&new), ErrorKind::Collinear, &["window that ends at 1994", "wider window"]);
    assert_eq!(watch.points().len(), 14);
    // The row is not half taken: with another value of the dummy it is.
    assert!(watch.push(Period::annual(1994), &[1.0, 1.0], 3.0).is_ok());
    assert!(Monitor::recursive_estimates(&history).start().unwrap().push_all(&new).is_ok());
}
