//! Autoregressive distributed lags and bounds against R's ARDL and lm, statsmodels and 60-digit arithmetic; simulated size.

use std::collections::BTreeMap;

use yalu::ardl::{
    Ardl, ArdlResult, Bound, Bounds, BoundsSimulation, CandidateRows, Case, Orders, SimulatedBounds, Statistic,
};
use yalu::dist::Tail;
use yalu::dist::pss::{LEVELS, asymptotic};
use yalu::regression::{Criterion, Fit, Information};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

const VARIABLES: [&str; 4] = ["LRM", "LRY", "IBO", "IDE"];

fn denmark() -> (Fixture, Vec<Series>) {
    let fixture = Fixture::load("ardl_denmark");
    let start: Period = "1974Q1".parse().unwrap();
    let series = VARIABLES.map(|name| Series::new(name, start, fixture.column(name)).unwrap());
    (fixture, series.to_vec())
}

fn model(series: &[Series], orders: &Orders, case: Case) -> ArdlResult {
    let regressors: Vec<&Series> = series[1..].iter().collect();
    Ardl::of(&series[0]).on(&regressors).orders(orders.p, &orders.q).case(case).run().unwrap()
}

/// `order3132` → (3, 1, 3, 2).
fn orders(key: &str) -> Orders {
    let digits: Vec<usize> = key.chars().filter_map(|c| c.to_digit(10)).map(|d| d as usize).collect();
    Orders::new(digits[0], &digits[1..])
}

/// Our name of a regressor the fixture calls `const`, `LRM_L1`, `D.LRY_L0`, `IBO`.
fn term(name: &str) -> String {
    let (of, lag) = name.split_once("_L").unwrap_or((name, "0"));
    let of = of.strip_prefix("D.").map_or(of.to_owned(), |level| format!("diff({level})"));
    match (of.as_str(), lag) {
        ("const", _) => "(Intercept)".into(),
        (_, "0") => of,
        _ => format!("lag({of}, {lag})"),
    }
}

/// What the fixture says of a fit: `coef.NAME`, `se.NAME`, `rss`, `nobs`, `loglik`.
fn of_fit(fit: &Fit, key: &str) -> f64 {
    match key.split_once('.') {
        Some(("coef", name)) => fit.tidy().into_iter().find(|row| row.term == term(name)).unwrap().estimate,
        Some(("se", name)) => fit.tidy().into_iter().find(|row| row.term == term(name)).unwrap().std_error,
        _ => match key {
            "rss" => fit.glance().rss,
            "nobs" => fit.nobs() as f64,
            "loglik" => fit.log_likelihood(),
            _ => panic!("{key}"),
        },
    }
}

/// Every coefficient, standard error, long-run multiplier and statistic of the case. What is left over are critical
/// values and p-values, which the tests below take up.
#[test]
fn danish_money_demand() {
    let (fixture, series) = denmark();
    let mut models = BTreeMap::new();
    let mut compared = 0;
    for key in fixture.keys() {
        let Some((order, rest)) = key.strip_prefix("order").and_then(|key| key.split_once('.')) else { continue };
        let orders = orders(order);
        let case = match rest.split('.').nth(1).and_then(|part| part.strip_prefix("case")) {
            Some(number) => Case::number(number.parse().unwrap()).unwrap(),
            None => Case::III,
        };
        let model = models.entry((orders.clone(), case)).or_insert_with(|| model(&series, &orders, case));
        let (kind, name) = rest.split_once('.').unwrap();
        let multiplier = |name: &str| model.long_run().iter().find(|row| row.term == term(name)).unwrap().clone();
        let got = match kind {
            "ardl" => of_fit(model.levels(), name),
            "uecm" => match name.strip_prefix("ci_params_normalised.") {
                None => of_fit(model.error_correction(), name),
                Some("LRM") => 1.0,
                // The cointegrating vector with the response's coefficient one.
                Some(name) => -multiplier(name).estimate,
            },
            "longrun" => multiplier(name).estimate,
            "longrun_se" => multiplier(name).std_error,
            "bounds_F" if name.ends_with(".stat") => model.bounds(Bounds::Pss).unwrap().f().unwrap(),
            "bounds_t" if name.ends_with(".stat") => model.bounds(Bounds::Pss).unwrap().t().unwrap(),
            _ => continue,
        };
        // The case's tolerance for statistics; the programs' own least squares is what limits it.
        assert_digits(got, fixture.expected(key), 8.0, key);
        compared += 1;
    }
    assert_eq!(compared, 219);
}
