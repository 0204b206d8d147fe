//! Structural vector autoregressions against statsmodels, Stata and R, and against a second implementation in the fixture.

use yalu::var::structural::SvarResult;
use yalu::var::{Pattern, Svar, Var, VarResult};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

const NAMES: [&str; 3] = ["gdp", "cons", "inv"];

fn model(fixture: &Fixture) -> VarResult {
    let start: Period = "1959-Q2".parse().expect("a quarter");
    let series = NAMES.map(|name| Series::new(name, start, fixture.column(name)).expect("a series"));
    Var::of(&series.iter().collect::<Vec<_>>()).lags(3).run().expect("a model")
}

/// A, B and the long run of each form.
const FORMS: [(&str, &str, &str, &str); 12] = [
    ("ab_recursive", "1 0 0; * 1 0; * * 1", "* 0 0; 0 * 0; 0 0 *", ""),
    ("ab_over", "1 0 0; * 1 0; 0 * 1", "* 0 0; 0 * 0; 0 0 *", ""),
    ("ab_mixed", "1 0 0.25; * 1 0; 0 * 1", "* 0 0; 0 * 0; * 0 *", ""),
    ("a_recursive", "* 0 0; * * 0; * * *", "", ""),
    ("a_over", "* 0 0; * * 0; 0 * *", "", ""),
    ("a_two", "* 0 0; * * 0; 0 0 *", "", ""),
    ("b_recursive", "", "* 0 0; * * 0; * * *", ""),
    ("b_over", "", "* 0 0; * * 0; 0 * *", ""),
    ("b_other_order", "", "* * *; 0 * *; 0 0 *", ""),
    ("lr_recursive", "", "", "* 0 0; * * 0; * * *"),
    ("lr_over", "", "", "* 0 0; 0 * 0; * * *"),
    ("lr_mixed", "", "* * 0; * * *; * * *", "* 0 *; * * 0; * * *"),
];

fn identify<'a>(model: &'a VarResult, (_, a, b, long_run): (&str, &str, &str, &str)) -> Svar<'a> {
    let pattern = |text: &str| text.parse::<Pattern>().expect("a pattern");
    let svar = Svar::of(model);
    let svar = if a.is_empty() { svar } else { svar.a(pattern(a)) };
    let svar = if b.is_empty() { svar } else { svar.b(pattern(b)) };
    if long_run.is_empty() { svar } else { svar.long_run(pattern(long_run)) }
}

fn quantity(svar: &SvarResult, words: &[&str]) -> f64 {
    let number = |word: &str| word.parse::<usize>().expect("a number");
    let at = |i: &str, j: &str| [number(i) - 1, number(j) - 1];
    match words {
        ["A", i, j] => svar.a()[at(i, j)],
        ["A_se", i, j] => svar.a_std_errors()[at(i, j)],
        ["B", i, j] => svar.b()[at(i, j)],
        ["B_se", i, j] => svar.b_std_errors()[at(i, j)],
        ["long_run", i, j] => svar.long_run().expect("a stable system")[at(i, j)],
        ["long_run_se", i, j] => svar.long_run_std_errors().expect("a stable system")[at(i, j)],
        ["loglik"] => svar.log_likelihood(),
        ["df"] => svar.overidentification().df() as f64,
        ["lr"] => svar.overidentification().lr(),
        ["irf", h, i, j] => svar.responses(8).expect("responses").estimates()[number(h)][at(i, j)],
        ["irf_se", h, i, j] => svar.responses(8).expect("responses").std_errors()[number(h)][at(i, j)],
        ["irf_cum", h, i, j] => svar.cumulative_responses(8).expect("responses").estimates()[number(h)][at(i, j)],
        ["irf_cum_se", h, i, j] => svar.cumulative_responses(8).expect("responses").std_errors()[number(h)][at(i, j)],
        ["fevd", h, i, j] => {
            let shares = svar.variance_decomposition(8).expect("shares");
            let [i, j] = at(i, j);
            let is = |one: &&yalu::var::VarianceShare| {
                one.horizon == number(h) && one.response == NAMES[i] && one.impulse == NAMES[j]
            };
            shares.iter().find(is).expect("a share").share
        }
        ["history", t, i, j] => {
            let [i, j] = at(i, j);
            svar.historical_decomposition().expect("a history").contributions()[j][[number(t), i]]
        }
        _ => panic!("no quantity {words:?}"),
    }
}

#[test]
fn every_form_of_identification() {
    let fixture = Fixture::load("svar_macrodata");
    let model = model(&fixture);
    let forms = FORMS.map(|form| (form.0, identify(&model, form).run().expect(form.0)));
    let mut compared = 0;
    for key in fixture.keys() {
        let (form, rest) = key.split_once('.').expect("a form");
        let (words, stata): (Vec<&str>, bool) = match rest.strip_prefix("stata.") {
            Some(rest) => (rest.split('.').collect(), true),
            None => (rest.split('.').collect(), false),
        };
        let svar = &forms.iter().find(|(name, _)| *name == form).expect("a form").1;
        let (got, expected) = (quantity(svar, &words), fixture.expected(key));
        compared += 1;
        // What is known or follows to be zero is zero to rounding, or to the error of a numerical derivative.
        if expected.abs() < 1e-7 {
            assert!((got - expected).abs() < 2e-7, "{key}: {got:e}, expected {expected:e}");
            continue;
        }
        let digits = match fixture.source(key) {
            source if source.contains("numerical") => 4.5,
            _ if stata => 7.0,
            _ => 8.0,
        };
        assert_digits(got, expected, digits, key);
    }
    assert_eq!(compared, fixture.keys().len());
    assert!(compared > 2400, "{compared}");
}

/// A, B and AB of statsmodels' start with Σ by T − k; with T likelihood is that of the vector autoregression if just identified.
#[test]
fn the_likelihood_with_divisor_t_is_that_of_the_reduced_form() {
    let model = model(&Fixture::load("svar_macrodata"));
    for form in [FORMS[0], FORMS[3], FORMS[6], FORMS[8], FORMS[9], FORMS[11]] {
        let svar = identify(&model, form).divisor(yalu::var::Divisor::Rows).run().expect(form.0);
        assert_digits(svar.log_likelihood(), model.log_likelihood(), 12.0, form.0);
    }
}
