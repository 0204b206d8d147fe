//! What error-correction models refuse.

use yalu::regression::Criterion;
use yalu::var::Impulse;
use yalu::vecm::{Case, Divisor, ErrorCorrection, ErrorCorrectionModel};
use yalu::{ErrorKind, Outcome, Period, Series};

use super::expect::refused;
use super::given::walk;

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

fn model() -> ErrorCorrectionModel {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    ErrorCorrection::of(&[&x, &y]).lags(2).rank(1).run().expect("a model")
}

#[test]
fn a_rank_or_relations_are_asked_for() {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    let asked = || ErrorCorrection::of(&[&x, &y]).lags(2);
    refused(asked().run(), ErrorKind::Argument, &["neither", "rank"]);
    refused(asked().rank(1).relation([("x", 1.0), ("y", -1.0)]).run(), ErrorKind::Argument, &["both"]);
    refused(asked().rank(0).run(), ErrorKind::Argument, &["0 relations", "from 1 to 2"]);
    refused(asked().rank(3).run(), ErrorKind::Argument, &["3 relations among 2"]);
    refused(asked().relation([("z", 1.0)]).run(), ErrorKind::Name, &["`z`"]);
    refused(asked().relation([("x", 0.0)]).run(), ErrorKind::Argument, &["says nothing"]);
    refused(asked().relation([("x", f64::NAN)]).run(), ErrorKind::Argument, &["says nothing"]);
    let twice = asked().relation([("x", 1.0), ("y", -1.0)]).relation([("x", 2.0), ("y", -2.0)]);
    refused(twice.run(), ErrorKind::Collinear, &["combination of the others"]);
    // A restricted constant is a level by its name, and an unrestricted one is not.
    let with_constant = [("x", 1.0), ("y", -1.0), ("(Intercept)", 3.0)];
    assert!(asked().case(Case::RestrictedConstant).relation(with_constant).run().is_ok());
    refused(asked().relation(with_constant).run(), ErrorKind::Name, &["(Intercept)"]);
}

#[test]
fn series_that_cannot_be_modelled_are_named() {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    refused(ErrorCorrection::of(&[&x]).rank(1).run(), ErrorKind::Argument, &["two series"]);
    refused(ErrorCorrection::of(&[&x, &y, &x]).rank(1).run(), ErrorKind::Name, &["`x`", "twice"]);
    let flat = series("flat", 1901, vec![2.0; 60]);
    refused(ErrorCorrection::of(&[&x, &flat]).rank(1).run(), ErrorKind::Constant, &["`flat`"]);
    let sum = series("sum", 1901, x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect::<Vec<_>>());
    refused(ErrorCorrection::of(&[&x, &y, &sum]).lags(2).rank(1).run(), ErrorKind::Collinear, &["sum"]);
    refused(ErrorCorrection::of(&[&x, &y]).seasonal().lags(2).rank(1).run(), ErrorKind::Frequency, &["no seasons"]);
    refused(ErrorCorrection::of(&[&x, &y]).lags(0).rank(1).run(), ErrorKind::Argument, &["at least one lag"]);
    let asked = ErrorCorrection::of(&[&x, &y]).select(Criterion::Bic, 0).rank(1);
    refused(asked.run(), ErrorKind::Argument, &["longest lag"]);
    let late = ErrorCorrection::of(&[&x, &y]).lags(2).rank(1).post(Period::annual(2050));
    refused(late.run(), ErrorKind::Constant, &["post(2050)"]);
}

#[test]
fn too_few_rows_are_not_identified() {
    let (x, y) = (walk("x", 1, 9), walk("y", 2, 9));
    let asked = |lags| ErrorCorrection::of(&[&x, &y]).lags(lags).rank(1).run();
    refused(asked(3), ErrorKind::Sample, &["needs 12 observations", "found 9"]);
    refused(asked(2), ErrorKind::Sample, &["not identified", "fewer than 5"]);
    let (x, y) = (walk("x", 1, 16), walk("y", 2, 16));
    let small = ErrorCorrection::of(&[&x, &y]).lags(2).rank(1).run().expect("a model");
    let both = small.causality("x", "y").expect("tests");
    assert!(both.forward().joint()[0].notes.iter().any(|note| note.text().contains("Only 14 rows")));
}

#[test]
fn questions_that_a_model_cannot_answer() {
    let model = model();
    refused(model.causality("x", "x"), ErrorKind::Argument, &["both `x`"]);
    refused(model.causality("x", "z"), ErrorKind::Name, &["`z`"]);
    refused(model.instantaneous("z"), ErrorKind::Name, &["`z`"]);
    refused(model.coefficient("z", "relation 1", Divisor::Rows), ErrorKind::Name, &["`z`"]);
    refused(model.coefficient("x", "relation 2", Divisor::Rows), ErrorKind::Name, &["relation 2", "relation 1"]);
    refused(model.causality("x", "y").expect("tests").in_words(1.0), ErrorKind::Argument, &["level of 1"]);
    refused(model.forecast(0, 0.95), ErrorKind::Argument, &["no period"]);
    refused(model.forecast(3, 1.5), ErrorKind::Argument, &["1.5"]);
    refused(model.serial_correlation(0), ErrorKind::Argument, &["0 periods"]);
    refused(model.arch(0), ErrorKind::Argument, &["0 periods"]);
    refused(model.responses(Impulse::Unit, 3).expect("responses").tidy(0.0), ErrorKind::Argument, &["coverage of 0"]);
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    let shocks = series("oil", 1901, walk("w", 5, 61).values().windows(2).map(|w| w[1] - w[0]).collect::<Vec<_>>());
    let beside = ErrorCorrection::of(&[&x, &y]).lags(2).rank(1).exogenous(&[&shocks]).run().expect("a model");
    refused(beside.forecast(2, 0.95), ErrorKind::Argument, &["exogenous"]);
}

/// Without lagged changes there is no short run; a series outside every relation is said to be so.
#[test]
fn tests_without_a_question_say_so() {
    let (x, y, z) = (walk("x", 1, 60), walk("y", 2, 60), walk("z", 3, 60));
    let one = ErrorCorrection::of(&[&x, &y, &z]).lags(1).relation([("x", 1.0), ("y", -1.0)]).run().expect("a model");
    let both = one.causality("z", "x").expect("tests");
    let because = |reports: &[yalu::TestReport]| match &reports[0].outcome {
        Outcome::NotApplicable { because } => because.clone(),
        Outcome::Computed { .. } => panic!("computed"),
    };
    assert!(because(both.forward().short_run()).contains("no lagged changes"));
    assert!(because(both.forward().granger()).contains("no lagged changes"));
    assert!(both.forward().long_run()[0].notes.iter().any(|note| note.text().contains("take no part")));
    assert!(both.forward().long_run().iter().all(|report| report.convention != "lr-johansen"));
}

/// An explosive system is computed, with what it is.
#[test]
fn an_explosion_is_computed_and_named() {
    let mut level = 1.0;
    let x: Vec<f64> = (0..60)
        .map(|t| {
            level = 1.15 * level + f64::from((t * t * 37) % 17) - 8.0;
            level
        })
        .collect();
    let y: Vec<f64> = x.iter().enumerate().map(|(t, x)| 0.5 * x + f64::from(((t * t + 3) * 11) as u32 % 13)).collect();
    let (x, y) = (series("x", 1901, x), series("y", 1901, y));
    let model = ErrorCorrection::of(&[&x, &y]).lags(2).rank(1).run().expect("a model");
    assert!(!model.is_stable());
    let text = model.roots_table().to_string();
    assert!(text.contains("not below one"), "{text}");
    let text = model.responses(Impulse::Unit, 4).expect("responses").table().to_string();
    assert!(text.contains("not stable"), "{text}");
}
