//! Vector autoregressions against R's vars, statsmodels and gretl: every number of the case.

use yalu::regression::Criterion;
use yalu::var::{Divisor, Impulse, Var, VarResult};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

const NAMES: [&str; 3] = ["investment", "income", "consumption"];

fn luetkepohl() -> (Fixture, Vec<Series>) {
    let fixture = Fixture::load("var_luetkepohl");
    let start: Period = "1960-Q2".parse().expect("a quarter");
    let series = NAMES.map(|name| Series::new(name, start, fixture.column(name)).expect("a series"));
    (fixture, series.to_vec())
}

fn models(series: &[Series]) -> Vec<VarResult> {
    let series: Vec<&Series> = series.iter().collect();
    (1..=4).map(|lags| Var::of(&series).lags(lags).run().expect("a model")).collect()
}

fn place(name: &str) -> usize {
    NAMES.iter().position(|known| *known == name).unwrap_or_else(|| panic!("no series {name}"))
}

/// Our name of a regressor: `const`, or `income` with `l2`.
fn term(words: &[&str]) -> String {
    match words {
        ["const"] => "(Intercept)".into(),
        [name, lag] => format!("lag({name}, {})", lag.trim_start_matches('l')),
        _ => panic!("no term {words:?}"),
    }
}

#[test]
fn lag_selection() {
    let (fixture, series) = luetkepohl();
    let series: Vec<&Series> = series.iter().collect();
    let selection = Var::of(&series).selection(8).expect("a selection");
    let mut compared = 0;
    for key in fixture.keys().into_iter().filter(|key| key.starts_with("select.")) {
        let words: Vec<&str> = key.split('.').collect();
        let expected = fixture.expected(key);
        match words.as_slice() {
            [_, "maxlag8", "c", lag, criterion] => {
                let lag: usize = lag.trim_start_matches("lag").parse().expect("a lag");
                let Some(order) = lag.checked_sub(1).map(|i| selection.orders()[i]) else {
                    // statsmodels also has the model without lags, which is no autoregression.
                    continue;
                };
                let got = match *criterion {
                    "AIC" => order.aic,
                    "HQ" => order.hq,
                    "SC" => order.bic,
                    "FPE" => order.fpe,
                    _ => panic!("{key}"),
                };
                assert_digits(got, expected, 9.0, key);
            }
            _ => panic!("{key} is not compared"),
        }
        compared += 1;
    }
    assert_eq!(compared, 32);
    assert_eq!(selection.best(Criterion::Bic), 1);
}

/// Estimates of every equation, Σ, likelihood, roots.
#[test]
fn estimates() {
    let (fixture, series) = luetkepohl();
    let models = models(&series);
    let mut compared = 0;
    for key in fixture.keys() {
        let Some((lags, rest)) = key.strip_prefix('p').and_then(|rest| rest.split_once(".c.")) else { continue };
        let model = &models[lags.parse::<usize>().expect("a number") - 1];
        let words: Vec<&str> = rest.split('.').collect();
        let expected = fixture.expected(key);
        let entry = |divisor, a: &str, b: &str| model.sigma(divisor)[[place(a), place(b)]];
        let coefficient = |words: &[&str]| model.coefficient(words[0], &term(&words[1..])).expect("a coefficient");
        let got = match words.as_slice() {
            ["coef", of @ ..] => coefficient(of).estimate,
            ["se", of @ ..] => coefficient(of).std_error,
            ["p_t", of @ ..] => coefficient(of).p_value,
            // statsmodels compares t with the normal.
            ["p_z", of @ ..] => yalu::dist::normal::two_sided(coefficient(of).statistic),
            ["sigma_u_dfadj", a, b] => entry(Divisor::DegreesOfFreedom, a, b),
            ["sigma_u_ml", a, b] => entry(Divisor::Rows, a, b),
            ["loglik"] => model.log_likelihood(),
            ["nobs"] => model.nobs() as f64,
            ["root_modulus_companion", i] => model.roots()[i.parse::<usize>().expect("a number") - 1].modulus(),
            _ => continue,
        };
        assert_digits(got, expected, 9.0, key);
        compared += 1;
    }
    // Four models: 102 coefficients with three numbers and a p-value by the normal each, two Σ, four more numbers, 30 roots.
    assert_eq!(compared, 518);
}

/// Responses and their standard errors, decompositions, forecasts.
#[test]
fn dynamics() {
    let (fixture, series) = luetkepohl();
    let models = models(&series);
    let mut compared = 0;
    for key in fixture.keys() {
        let Some((lags, rest)) = key.strip_prefix('p').and_then(|rest| rest.split_once(".c.")) else { continue };
        let model = &models[lags.parse::<usize>().expect("a number") - 1];
        let words: Vec<&str> = rest.split('.').collect();
        let expected = fixture.expected(key);
        let horizon = |word: &str| word.trim_start_matches('h').parse::<usize>().expect("a horizon");
        let pair = |word: &str| {
            let (impulse, response) = word.split_once("->").expect("a pair");
            [place(response), place(impulse)]
        };
        let responses = |impulse, h: usize| model.responses(impulse, h).expect("responses");
        let got = match words.as_slice() {
            ["irf", h, at] => responses(Impulse::Unit, 10).estimates()[horizon(h)][pair(at)],
            ["irf_asym_se", h, at] => responses(Impulse::Unit, 10).std_errors()[horizon(h)][pair(at)],
            ["irf_orth", h, at] => responses(Impulse::Orthogonal, 10).estimates()[horizon(h)][pair(at)],
            ["irf_orth_asym_se", h, at] => responses(Impulse::Orthogonal, 10).std_errors()[horizon(h)][pair(at)],
            // gretl's shocks are one standard deviation with divisor T.
            ["irf_orth_mlsigma", h, at] => {
                let share = (model.df_resid() as f64 / model.nobs() as f64).sqrt();
                share * responses(Impulse::Orthogonal, 10).estimates()[horizon(h)][pair(at)]
            }
            ["irf_orth_cum", h, at] => {
                let cumulative = model.cumulative_responses(Impulse::Orthogonal, 10).expect("responses");
                cumulative.estimates()[horizon(h)][pair(at)]
            }
            ["long_run_effect", at] => model.long_run_responses().expect("a stable system")[pair(at)],
            ["fevd", h, at] => {
                let (response, impulse) = at.split_once("_from_").expect("a pair");
                let shares = model.variance_decomposition(10).expect("shares");
                let is = |one: &&yalu::var::VarianceShare| {
                    one.response == response && one.impulse == impulse && one.horizon == horizon(h)
                };
                shares.iter().find(is).expect("a share").share
            }
            ["forecast" | "forecast_ci95_halfwidth", h, of] => {
                let forecast = model.forecast(8, 0.95).expect("a forecast");
                let is = |one: &&yalu::var::ForecastPoint| one.series == *of && one.horizon == horizon(h);
                let point = forecast.points().iter().find(is).expect("a point");
                if words[0] == "forecast" { point.estimate } else { (point.conf_high - point.conf_low) / 2.0 }
            }
            _ => continue,
        };
        // Sixteen digits less those that differences of the terms cost; zero is expected of what is fixed.
        if expected == 0.0 {
            assert!(got.abs() < 1e-15, "{key}: {got}");
        } else {
            assert_digits(got, expected, 9.0, key);
        }
        compared += 1;
    }
    assert_eq!(compared, 2304);
}
