//! Vector autoregressions against R's vars, statsmodels and gretl: every number of the case.

use yalu::regression::Criterion;
use yalu::var::{Divisor, Impulse, OrderCriteria, Var, VarResult};
use yalu::{HypothesisTest, Outcome, Period, Series, TestReport};

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

fn of_criteria(order: &OrderCriteria, criterion: &str) -> f64 {
    match criterion {
        "AIC" => order.aic,
        "HQ" => order.hq,
        "SC" => order.bic,
        "FPE" => order.fpe,
        _ => panic!("no criterion {criterion}"),
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
                assert_digits(of_criteria(&order, criterion), expected, 9.0, key);
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

/// Tests of the residuals, and the criteria of a model on its own rows.
#[test]
fn residual_tests() {
    let (fixture, series) = luetkepohl();
    let models = models(&series);
    let (mut compared, mut others) = (0, 0);
    for key in fixture.keys() {
        let Some((lags, rest)) = key.strip_prefix('p').and_then(|rest| rest.split_once(".c.")) else { continue };
        let model = &models[lags.parse::<usize>().expect("a number") - 1];
        let words: Vec<&str> = rest.split('.').collect();
        let expected = fixture.expected(key);
        let periods = |word: &str| word.trim_start_matches("lags").parse::<usize>().expect("a number");
        let serial = |word: &str, test: &str, convention: &str| {
            let test_of = model.serial_correlation(periods(word)).expect("a test");
            let is = |one: &&TestReport| one.test == test && one.convention == convention;
            test_of.reports().iter().find(is).expect("a convention").clone()
        };
        let normal = |convention: &str| {
            model.normality().reports().iter().find(|one| one.convention == convention).expect("a convention").clone()
        };
        let report = match words.as_slice() {
            ["portmanteau", lags, _] => serial(lags, "portmanteau", "portmanteau"),
            ["portmanteau_adjusted", lags, _] => serial(lags, "portmanteau", "portmanteau-adjusted"),
            ["breusch_godfrey", lags, _] => serial(lags, "breusch-godfrey", "lm"),
            ["edgerton_shukur", lags, "F@R" | "p@R"] => serial(lags, "breusch-godfrey", "edgerton-shukur"),
            ["edgerton_shukur", lags, _] => serial(lags, "breusch-godfrey", "edgerton-shukur-floored"),
            ["normality_cholesky", "JB", _] => normal("cholesky"),
            ["normality_cholesky", "Skewness", _] => normal("cholesky-skewness"),
            ["normality_cholesky", "Kurtosis", _] => normal("cholesky-kurtosis"),
            ["doornik_hansen_gretl", _] => normal("doornik-hansen"),
            ["arch_multivariate", lags, _] => model.arch(periods(lags)).expect("a test").report(),
            ["normality_univariate_JB", series, _] => {
                let null = format!("the errors of {series} are normal");
                model.normality().reports().iter().find(|one| one.null == null).expect("a series").clone()
            }
            ["own_sample", criterion] => {
                assert_digits(of_criteria(&model.criteria(), criterion), expected, 9.0, key);
                compared += 1;
                continue;
            }
            // gretl's are those of the whole likelihood, with its constant, over T.
            [gretl @ ("gretl_aic" | "gretl_bic" | "gretl_hqc")] => {
                let constant = 3.0 * (1.0 + (2.0 * std::f64::consts::PI).ln());
                let ours = of_criteria(
                    &model.criteria(),
                    match *gretl {
                        "gretl_aic" => "AIC",
                        "gretl_bic" => "SC",
                        _ => "HQ",
                    },
                );
                assert_digits(ours + constant, expected, 9.0, key);
                compared += 1;
                continue;
            }
            _ => {
                others += 1;
                continue;
            }
        };
        let (Outcome::Computed { distribution, .. }, Some(statistic)) = (&report.outcome, report.statistic()) else {
            panic!("{key}: {report}")
        };
        let got = match *words.last().expect("a word") {
            "stat" | "chi2" | "F@R" | "F@gretl" => statistic,
            "df" => distribution.df()[0],
            // vars rounds the denominator's degrees of freedom down for the p-value only.
            "p@R" => yalu::dist::f::sf(statistic, distribution.df()[0], distribution.df()[1].floor()),
            "p" | "p@gretl" => report.p().expect("a p-value").value(),
            _ => panic!("{key} is not compared"),
        };
        // gretl prints fewer digits. vars and statsmodels take p as 1 − cdf, which is right to 1e-16, not to sixteen digits.
        let at_least = if key.contains("gretl") { 7.0 } else { 9.0_f64.min(16.0 + expected.log10()) };
        assert_digits(got, expected, at_least, key);
        compared += 1;
    }
    // The others are compared above, with 32 of the selection; of the model without lags, four are not.
    assert_eq!((compared, others), (240, 518 + 2304));
    assert_eq!(fixture.keys().len(), 240 + 518 + 2304 + 32 + 4);
}
