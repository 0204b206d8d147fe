//! Vector error-correction models against statsmodels, gretl, R, JMulTi's printed numbers, and numpy from the formulas.

use yalu::causality::TodaYamamoto;
use yalu::dist::normal;
use yalu::ndarray::Array2;
use yalu::var::{Forecast, Impulse, Responses, VarCoefficient, VarianceShare};
use yalu::vecm::{Case, Divisor, ErrorCorrection, ErrorCorrectionModel};
use yalu::{HypothesisTest, Outcome, Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits, digits};

fn load(fixture: &Fixture, start: &str, names: &[&str]) -> Vec<Series> {
    let start: Period = start.parse().expect("a period");
    names.iter().map(|name| Series::new(*name, start, fixture.column(name)).expect(name)).collect()
}

/// `rc.seas4.K2.r1`, then the quantity.
fn setting(key: &str) -> (Case, bool, usize, usize, &str) {
    let (code, rest) = key.split_once('.').expect("a case");
    let case = Case::ALL.into_iter().find(|case| case.code() == code).expect("a case");
    let (seasonal, rest) = match rest.strip_prefix("seas4.") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let mut parts = rest.splitn(3, '.');
    let mut number = || parts.next().expect("a number")[1..].parse::<usize>().expect("a number");
    let (lags, rank) = (number(), number());
    (case, seasonal, lags, rank, parts.next().expect("a quantity"))
}

fn model(
    series: &[Series],
    exogenous: &[Series],
    (case, seasonal, lags): (Case, bool, usize),
) -> ErrorCorrection<'static> {
    // Leaked: a handful of series for the life of a test.
    let leak = |all: &[Series]| -> Vec<&'static Series> {
        all.iter().map(|one| -> &'static Series { Box::leak(Box::new(one.clone())) }).collect()
    };
    let asked = ErrorCorrection::of(&leak(series)).exogenous(&leak(exogenous)).case(case).lags(lags);
    if seasonal { asked.seasonal() } else { asked }
}

fn computed(report: &TestReport, what: &str) -> f64 {
    match (&report.outcome, what) {
        (Outcome::Computed { statistic, .. }, "stat" | "F") => *statistic,
        (Outcome::Computed { distribution, .. }, "df") => distribution.df()[0],
        (Outcome::Computed { p, .. }, "p") => p.value(),
        _ => panic!("{report}"),
    }
}

/// A model with Σ by T, and what it costs to compute again for every key.
struct Dynamics {
    ml: ErrorCorrectionModel,
    full: Option<ErrorCorrectionModel>,
    unit: Responses,
    orthogonal: Responses,
    shares: Vec<VarianceShare>,
    forecast: Option<Forecast>,
    tidy: [Vec<VarCoefficient>; 2],
}

impl Dynamics {
    fn of(ml: ErrorCorrectionModel, full: Option<ErrorCorrectionModel>) -> Self {
        Self {
            full,
            unit: ml.responses(Impulse::Unit, 20).expect("responses"),
            orthogonal: ml.responses(Impulse::Orthogonal, 8).expect("responses"),
            shares: ml.variance_decomposition(8).expect("shares"),
            forecast: ml.forecast(5, 0.95).ok(),
            tidy: [Divisor::Rows, Divisor::DegreesOfFreedom].map(|divisor| ml.tidy(divisor)),
            ml,
        }
    }

    /// A number of the model, its standard errors with the divisor T unless the key says otherwise.
    fn quantity(&self, rest: &str) -> Option<f64> {
        let model = &self.ml;
        let names = model.names();
        let place = |name: &str| names.iter().position(|known| *known == name).unwrap_or_else(|| panic!("no {name}"));
        let number = |text: &str| text.parse::<usize>().unwrap_or_else(|_| panic!("{text} in {rest}"));
        let (what, of) = rest.split_once('.').unwrap_or((rest, ""));
        let words: Vec<&str> = of.split('.').collect();
        let pair = |text: &str| {
            let (impulse, response) = text.split_once("->").expect("a pair");
            [place(response), place(impulse)]
        };
        let response = |all: &[Array2<f64>]| all[number(words[0])][pair(words[1])];
        let term = |equation: &str, term: &str, divisor| {
            let all = &self.tidy[usize::from(divisor == Divisor::DegreesOfFreedom)];
            all.iter().find(|row| row.equation == equation && row.term == term).expect("a term").clone()
        };
        let loading = |words: &[&str], divisor| term(words[0], &format!("relation {}", words[1]), divisor);
        let differenced = |divisor| {
            let (equation, name) = of.split_once('.').expect("an equation");
            term(equation, name, divisor)
        };
        let relation = || {
            let all = model.relations();
            let is = |one: &&yalu::vecm::RelationCoefficient| one.term == words[0] && one.relation == number(words[1]);
            all.iter().find(is).expect("a coefficient").clone()
        };
        let serial = |lags, test: &str, convention: &str| {
            let tests = model.serial_correlation(lags).expect("a test");
            let is = |one: &&TestReport| one.test == test && one.convention == convention;
            tests.reports().iter().find(is).expect("a convention").clone()
        };
        let normal = |convention: &str| {
            model.normality().reports().iter().find(|one| one.convention == convention).expect("a convention").clone()
        };
        let point = || {
            let forecast = self.forecast.as_ref().expect("a forecast");
            let is = |one: &&yalu::var::ForecastPoint| one.series == words[1] && one.horizon == number(words[0]);
            forecast.points().iter().find(is).expect("a point").clone()
        };
        Some(match what {
            "beta" => relation().estimate,
            "beta_se" => relation().std_error.expect("an error"),
            "alpha" => loading(&words, Divisor::Rows).estimate,
            "alpha_se_ml" => loading(&words, Divisor::Rows).std_error,
            "alpha_se_df" => loading(&words, Divisor::DegreesOfFreedom).std_error,
            "gamma" => differenced(Divisor::Rows).estimate,
            "gamma_se_ml" => differenced(Divisor::Rows).std_error,
            "gamma_se_df" => differenced(Divisor::DegreesOfFreedom).std_error,
            "sigma_ml" => model.sigma(Divisor::Rows)[[place(words[0]), place(words[1])]],
            "loglik" => model.log_likelihood(),
            "irf" => response(self.unit.estimates()),
            "irf_se_ml" => response(self.unit.std_errors()),
            "irf_orth_ml" => response(self.orthogonal.estimates()),
            "irf_orth_se_ml" => response(self.orthogonal.std_errors()),
            "fevd" => {
                let (response, impulse) = words[1].split_once("_from_").expect("a pair");
                let is = |one: &&VarianceShare| {
                    one.response == response && one.impulse == impulse && one.horizon == number(words[0])
                };
                self.shares.iter().find(is).expect("a share").share
            }
            "forecast" => point().estimate,
            "forecast_se_ml" => point().std_error,
            "forecast_half_width" => point().std_error * normal::isf(0.025),
            "portmanteau" => computed(&serial(number(words[0]), "portmanteau", "portmanteau"), words[1]),
            "portmanteau_adjusted" => {
                computed(&serial(number(words[0]), "portmanteau", "portmanteau-adjusted"), words[1])
            }
            "breusch_godfrey" => computed(&serial(number(words[0]), "breusch-godfrey", "lm"), words[1]),
            "edgerton_shukur" => {
                let report = serial(number(words[0]), "breusch-godfrey", "edgerton-shukur-floored");
                computed(&report, words[1])
            }
            "normality_cholesky" => computed(&normal("cholesky"), words[0]),
            "doornik_hansen" => computed(&normal("doornik-hansen"), words[0]),
            "arch" => computed(&model.arch(number(words[0])).expect("a test").report(), words[1]),
            "causality" => {
                let [effect, cause] = pair(words[0]);
                let both = model.causality(names[cause], names[effect]).expect("tests");
                let reports = match words[1] {
                    "short_run" => both.forward().short_run(),
                    "long_run" => both.forward().long_run(),
                    "joint" => both.forward().joint(),
                    _ => both.forward().granger(),
                };
                computed(&reports[0], words[2])
            }
            // statsmodels takes the errors of the unrestricted levels: those of the model with as many relations as series.
            "levels_instantaneous" => {
                let full = self.full.as_ref().expect("the levels");
                computed(&full.instantaneous(words[0]).expect("a test"), words[1])
            }
            matrix if matrix.starts_with('A') => {
                model.lag_matrices()[number(&matrix[1..]) - 1][[place(words[0]), place(words[1])]]
            }
            _ => return None,
        })
    }
}

/// Compares every key; returns how many, and those of quantities that are not the model's.
fn compare(fixture: &Fixture, series: &[Series], exogenous: &[Series]) -> (usize, Vec<String>) {
    let (mut compared, mut others, mut failures) = (0, Vec::new(), Vec::new());
    let mut last: Option<(String, Dynamics)> = None;
    for key in fixture.keys().into_iter().filter(|key| !key.starts_with("given.")) {
        let (case, seasonal, lags, rank, rest) = setting(key);
        let prefix = key[..key.len() - rest.len()].to_owned();
        if last.as_ref().is_none_or(|(known, _)| *known != prefix) {
            let asked = model(series, exogenous, (case, seasonal, lags));
            let ml = asked.clone().rank(rank).run().expect(key).with(Divisor::Rows);
            // A restricted term is in every equation of the levels: the unrestricted case that has it.
            let case = match case {
                Case::RestrictedConstant => Case::UnrestrictedConstant,
                Case::RestrictedTrend => Case::UnrestrictedTrend,
                other => other,
            };
            let full = exogenous
                .is_empty()
                .then(|| model(series, &[], (case, seasonal, lags)).rank(series.len()).run().expect(key));
            last = Some((prefix, Dynamics::of(ml, full)));
        }
        let (_, dynamics) = last.as_ref().expect("a model");
        let (quantity, witness) = rest.split_once('@').unwrap_or((rest, ""));
        let expected = fixture.expected(key);
        let Some(mut got) = dynamics.quantity(quantity) else {
            others.push(key.to_owned());
            continue;
        };
        if witness == "gretl" {
            // gretl counts β's free coefficients too, spread over the equations and rounded down.
            let (df, beta) = (dynamics.ml.df_resid(), dynamics.ml.beta().nrows());
            let extra = rank * (beta - rank) / series.len();
            got *= (df as f64 / (df - extra) as f64).sqrt();
        }
        compared += 1;
        if witness == "JMulTi" {
            // Printed to four decimals.
            if (got - expected).abs() > 0.50001e-4 {
                failures.push(format!("{key}: {got}, printed {expected}"));
            }
            continue;
        }
        let zero = expected.abs() < 1e-13 && got.abs() < 1e-13;
        let reached = digits(got, expected);
        if reached < 8.0 && !zero {
            failures.push(format!("{key}: {got:e}, expected {expected:e}: {reached:.1} digits"));
        }
    }
    assert!(failures.is_empty(), "{} of {compared}\n{}", failures.len(), failures[..failures.len().min(40)].join("\n"));
    (compared, others)
}

#[test]
fn german_interest_and_inflation() {
    let fixture = Fixture::load("vecm_interest_inflation");
    let series = load(&fixture, "1972Q2", &["Dp", "R"]);
    let (compared, others) = compare(&fixture, &series, &[]);
    assert_eq!(compared, 3942);
    // statsmodels' test of Granger causality fits the levels with an extra lag: Toda and Yamamoto's, Σ by T, over q.
    for key in &others {
        let (case, seasonal, lags, _, rest) = setting(key);
        let (_, pair) = rest.strip_suffix(".F").expect("an F").split_once('.').expect("a pair");
        let (cause, effect) = pair.split_once("->").expect("a pair");
        let of = |name: &str| series.iter().find(|one| one.name() == name).expect("a series");
        let mut test = TodaYamamoto::cause(of(cause)).effect(of(effect)).lags(lags).integration(1);
        if seasonal && case != Case::None {
            test = test.seasonal();
        }
        if matches!(case, Case::RestrictedTrend | Case::UnrestrictedTrend) {
            test = test.trend();
        }
        if case == Case::None {
            // Ours always has a constant.
            continue;
        }
        let result = test.run().expect("a test");
        let is = |one: &&TestReport| one.convention == "chi2-ml";
        let report = result.forward().reports().iter().find(is).expect("a convention").clone();
        assert_digits(computed(&report, "stat") / lags as f64, fixture.expected(key), 8.0, key);
    }
    assert_eq!(others.len(), 20);
}

#[test]
fn danish_money_demand() {
    let fixture = Fixture::load("vecm_denmark");
    let series = load(&fixture, "1974Q1", &["LRM", "LRY", "IBO", "IDE"]);
    let (compared, others) = compare(&fixture, &series, &[]);
    assert!(compared == 2045 && others.is_empty(), "{compared} {others:?}");
}

#[test]
fn finnish_money_demand() {
    let fixture = Fixture::load("vecm_finland");
    let series = load(&fixture, "1958Q2", &["lrm1", "lny", "lnmr", "difp"]);
    let (compared, others) = compare(&fixture, &series, &[]);
    assert!(compared > 1100 && others.is_empty(), "{compared} {others:?}");
}

#[test]
fn british_prices_beside_oil() {
    let fixture = Fixture::load("vecm_uk_exogenous");
    let series = load(&fixture, "1971Q1", &["p1", "p2", "e12", "i1", "i2"]);
    let oil = load(&fixture, "1971Q1", &["doilp0", "doilp1"]);
    let (compared, others) = compare(&fixture, &series, &oil);
    assert!(compared > 1500 && others.is_empty(), "{compared} {others:?}");
}

/// α and Γ by least squares of R and statsmodels given β; the likelihood and responses' errors by numpy.
fn given(fixture: &Fixture, prefix: &str, model: &ErrorCorrectionModel) {
    let ml = model.with(Divisor::Rows);
    let mut compared = 0;
    for key in fixture.keys().into_iter().filter(|key| key.starts_with(prefix)) {
        let (what, of) = key[prefix.len() + 1..].split_once('.').unwrap_or((&key[prefix.len() + 1..], ""));
        let coefficient = || {
            let (equation, term) = of.split_once('.').expect("an equation");
            model.coefficient(equation, term, Divisor::DegreesOfFreedom).expect("a coefficient")
        };
        let got = match what {
            "coef" => coefficient().estimate,
            "se_df" => coefficient().std_error,
            "p_t" => coefficient().p_value,
            "loglik" => model.log_likelihood(),
            _ => {
                let (horizon, pair) = of.split_once('.').expect("a horizon");
                let (impulse, response) = pair.split_once("->").expect("a pair");
                let place = |name: &str| model.names().iter().position(|known| *known == name).expect("a series");
                let responses = ml.responses(Impulse::Orthogonal, 6).expect("responses");
                responses.std_errors()[horizon.parse::<usize>().expect("a number")][[place(response), place(impulse)]]
            }
        };
        assert_digits(got, fixture.expected(key), 8.0, key);
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
    assert!(model.relations().iter().all(|one| one.std_error.is_none()));
    assert!(model.log_likelihood() < model.johansen().vecm(model.rank()).expect("a model").log_likelihood());
}

#[test]
fn relations_that_are_given() {
    let fixture = Fixture::load("vecm_interest_inflation");
    let series = load(&fixture, "1972Q2", &["Dp", "R"]);
    let asked = model(&series, &[], (Case::UnrestrictedConstant, true, 4)).relation([("Dp", 1.0), ("R", -0.25)]);
    given(&fixture, "given.uc.seas4.K4.r1", &asked.run().expect("a model"));
    let fixture = Fixture::load("vecm_denmark");
    let series = load(&fixture, "1974Q1", &["LRM", "LRY", "IBO", "IDE"]);
    let asked = model(&series, &[], (Case::UnrestrictedConstant, true, 2))
        .relation([("LRM", 1.0), ("LRY", -1.0)])
        .relation([("IBO", 1.0), ("IDE", -1.0)]);
    given(&fixture, "given.uc.seas4.K2.r2", &asked.run().expect("a model"));
}

/// Johansen's likelihood ratio of weak exogeneity is urca's.
#[test]
fn weak_exogeneity() {
    let fixture = Fixture::load("johansen_denmark_restrictions");
    let series = load(&fixture, "1974Q1", &["LRM", "LRY", "IBO", "IDE"]);
    let model = model(&series, &[], (Case::RestrictedConstant, true, 2)).rank(1).run().expect("a model");
    let both = model.causality("LRM", "LRY").expect("tests");
    let lr = both.forward().long_run().iter().find(|one| one.convention == "lr-johansen").expect("a test");
    let key = "rc.seas4.K2.r1.alrtest.LRY";
    assert_digits(computed(lr, "stat"), fixture.expected(&format!("{key}.lr")), 8.0, key);
    assert_digits(computed(lr, "p"), fixture.expected(&format!("{key}.p")), 7.0, key);
}
