//! Andrews' test of the last and the first rows, against numpy and two public programs: every number of the cases.

use std::collections::BTreeMap;

use yalu::breaks::end_of_sample::EndOfSampleResult;
use yalu::breaks::{BreakDate, EndOfSample};
use yalu::{Design, HypothesisTest, PValue, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn design(fixture: &Fixture, response: &str, regressors: &[&str]) -> Design {
    let dates = if fixture.columns().any(|name| name == "date") { "date" } else { "year" };
    let start: Period = fixture.text_column(dates)[0].replace("-Q", "Q").parse().unwrap();
    let series = |name: &str| Series::new(name, start, fixture.column(name)).unwrap();
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name)).collect();
    let response = series(response);
    regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap()
}

fn found(design: &Design, end: &str, m: usize) -> EndOfSampleResult {
    let stamps = design.stamps();
    let date = |before: usize| BreakDate { last_before: stamps[before - 1], first_after: stamps[before] };
    match end {
        "end" => EndOfSample::at(design, date(design.nobs() - m)).run().unwrap(),
        _ => EndOfSample::beginning_at(design, date(m)).run().unwrap(),
    }
}

/// `digits` is limited by numpy where the regressors are near collinearity, as lags of a log beside a constant: in road casualties
/// 40-digit arithmetic gives S = 2.884742154055906 for the window `beginning.m3.window0` and 0.0032926455921008905 for
/// `beginning.m1.window89`, and so do we to 14 digits; numpy has 2.88474215409 and 0.00329264559209554.
fn check(name: &str, response: &str, regressors: &[&str], digits: f64, keys: usize) {
    let fixture = Fixture::load(name);
    let design = design(&fixture, response, regressors);
    let mut results = BTreeMap::new();
    assert_eq!(fixture.keys().len(), keys);
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        let [end, m, what] = key.split('.').collect::<Vec<_>>()[..] else { panic!("{key}") };
        let m: usize = m[1..].parse().unwrap();
        let result = results.entry((end, m)).or_insert_with(|| found(&design, end, m));
        match what {
            "S" => assert_digits(result.report().statistic().unwrap(), expected, digits, key),
            "windows" => assert_eq!(result.windows().count() as f64, expected, "{key}"),
            "p" => match result.report().p().unwrap() {
                PValue::Below(bound) => {
                    assert_eq!((expected, bound), (0.0, 1.0 / result.windows().count() as f64), "{key}");
                }
                p => assert_digits(p.value(), expected, 15.0, key),
            },
            window => {
                let at: usize = window.strip_prefix("window").unwrap().parse().unwrap();
                assert_digits(result.windows().nth(at).unwrap().statistic, expected, digits, key);
            }
        }
    }
}

#[test]
fn road_casualties() {
    check("end_of_sample_seatbelts", "y", &["ylag1", "ylag12"], 10.0, 72);
}

#[test]
fn german_money() {
    check("end_of_sample_germanm1", "dm", &["dy2", "dR", "dp"], 12.0, 60);
}

#[test]
fn the_nile() {
    check("end_of_sample_nile", "Nile", &[], 12.0, 48);
}
