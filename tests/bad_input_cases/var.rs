//! What vector autoregressions refuse, and what they call not identified.

use yalu::regression::Criterion;
use yalu::var::{Elimination, Estimator, Impulse, Var, residuals_in_words};
use yalu::{ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(name: &str, seed: u32, n: u32) -> Series {
    series(name, 1901, (1..=n).map(|i| f64::from((i * i * i * 37 + seed * i * i * 5 + seed * 11) % 101) - 50.0))
}

#[test]
fn series_that_cannot_be_modelled_are_named() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    refused(Var::of(&[]).run(), ErrorKind::Argument, &["no series"]);
    refused(Var::of(&[&x, &y, &x]).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(Var::of(&[&x, &y]).exogenous(&[&y]).run(), ErrorKind::Name, &["`y`", "twice"]);
    let flat = series("flat", 1901, vec![2.0; 60]);
    refused(Var::of(&[&x, &flat]).run(), ErrorKind::Constant, &["`flat`"]);
    refused(Var::of(&[&x, &y]).exogenous(&[&flat]).run(), ErrorKind::Constant, &["`flat`"]);
    let sum = series("sum", 1901, x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect::<Vec<_>>());
    refused(Var::of(&[&x, &y, &sum]).run(), ErrorKind::Collinear, &["sum"]);
    let trend = series("line", 1901, (0..60).map(f64::from));
    refused(Var::of(&[&x, &y]).trend().exogenous(&[&trend]).run(), ErrorKind::Collinear, &["line"]);
    let later = series("later", 2000, y.values().to_vec());
    refused(Var::of(&[&x, &later]).run(), ErrorKind::Sample, &["no date in common"]);
    let monthly = Series::new("monthly", "1901-01".parse().unwrap(), vec![1.0, 2.0, 4.0]).unwrap();
    refused(Var::of(&[&x, &monthly]).run(), ErrorKind::Frequency, &["`monthly`", "`x`"]);
    refused(Var::of(&[&x, &y]).seasonal().run(), ErrorKind::Frequency, &["no seasons"]);
    refused(Var::of(&[&x, &y]).centred_seasonal().run(), ErrorKind::Frequency, &["no seasons"]);
    refused(Var::of(&[&x, &y]).post(Period::annual(1800)).run(), ErrorKind::Constant, &["post(1800)"]);
    let huge = series("huge", 1901, x.values().iter().map(|value| value * 1e300));
    let tiny = series("tiny", 1901, y.values().iter().map(|value| value * 1e-300));
    assert!(Var::of(&[&huge, &tiny]).run().is_err());
}

#[test]
fn lags_must_fit_the_rows() {
    let (x, y) = (noise("x", 1, 12), noise("y", 2, 12));
    refused(
        Var::of(&[&x, &y]).lags(4).run(),
        ErrorKind::Sample,
        &["x, y", "4 lags", "needs 15 observations", "found 12"],
    );
    refused(Var::of(&[&x, &y]).lags(usize::MAX).run(), ErrorKind::Sample, &["found 12"]);
    refused(Var::of(&[&x, &y]).lag_subset(&[1, usize::MAX]).run(), ErrorKind::Sample, &["lags up to", "found 12"]);
    refused(Var::of(&[&x, &y]).lags(0).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(Var::of(&[&x, &y]).lag_subset(&[]).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(Var::of(&[&x, &y]).lag_subset(&[0, 1]).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(Var::of(&[&x, &y]).select(Criterion::Aic, 0).run(), ErrorKind::Argument, &["longest lag"]);
    refused(Var::of(&[&x, &y]).select(Criterion::Aic, usize::MAX).run(), ErrorKind::Sample, &["found 12"]);
    refused(Var::of(&[&x, &y]).selection(7), ErrorKind::Sample, &["found 12"]);
    // A subset needs rows for its own lags only.
    assert!(Var::of(&[&x, &y]).lag_subset(&[1, 4]).run().is_ok());
}

#[test]
fn restrictions_must_name_what_is_there_and_leave_something() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    let var = || Var::of(&[&x, &y]).lags(2);
    refused(var().zero("z", "lag(x, 1)").run(), ErrorKind::Name, &["no equation `z`"]);
    refused(var().zero("x", "lag(x, 3)").run(), ErrorKind::Name, &["no term `lag(x, 3)`", "did you mean"]);
    refused(var().zero("x", "trend()").run(), ErrorKind::Name, &["no term `trend()`"]);
    refused(var().lag_subset(&[2]).zero("x", "lag(x, 1)").run(), ErrorKind::Name, &["no term"]);
    let nothing =
        ["x", "y"].into_iter().fold(var().no_constant(), |var, equation| var.zero(equation, "x").zero(equation, "y"));
    refused(nothing.run(), ErrorKind::Argument, &["leave no coefficient"]);
    for threshold in [-1.0, f64::NAN, f64::INFINITY] {
        refused(var().eliminate(Elimination::below_t(threshold)).run(), ErrorKind::Argument, &["threshold"]);
    }
    let model = var().zero("x", "y").run().unwrap();
    refused(model.coefficient("x", "lag(y, 1)"), ErrorKind::Argument, &["restricted to zero", "equation of x"]);
    refused(model.coefficient("x", "lag(q, 1)"), ErrorKind::Name, &["no term"]);
    refused(model.coefficient("q", "lag(x, 1)"), ErrorKind::Name, &["no equation"]);
    refused(
        var().run().unwrap().restriction_test(),
        ErrorKind::Argument,
        &["no coefficient of the model is restricted"],
    );
    // An equation may lose everything if another does not.
    let empty = var().no_constant().zero("x", "x").zero("x", "y").estimator(Estimator::Iterated).run().unwrap();
    assert!(empty.tidy().iter().all(|row| row.equation == "y"));
    assert!(empty.responses(Impulse::Orthogonal, 3).is_ok() && empty.restriction_test().is_ok());
}

#[test]
fn what_follows_needs_a_horizon_a_level_and_a_future() {
    let (x, y, w) = (noise("x", 1, 60), noise("y", 2, 60), noise("w", 3, 62));
    let model = Var::of(&[&x, &y]).run().unwrap();
    for level in [0.0, 1.0, f64::NAN] {
        refused(model.forecast(2, level), ErrorKind::Argument, &["between 0 and 1"]);
        refused(model.responses(Impulse::Unit, 2).unwrap().tidy(level), ErrorKind::Argument, &["between 0 and 1"]);
        refused(residuals_in_words(&[&model.normality()], level), ErrorKind::Argument, &["between 0 and 1"]);
    }
    refused(model.forecast(0, 0.9), ErrorKind::Argument, &["no period"]);
    refused(model.variance_decomposition(0), ErrorKind::Argument, &["no period"]);
    refused(model.serial_correlation(0), ErrorKind::Argument, &["0 periods"]);
    refused(model.arch(0), ErrorKind::Argument, &["0 periods"]);
    let with = Var::of(&[&x, &y]).exogenous(&[&w]).run().unwrap();
    refused(with.forecast(1, 0.9), ErrorKind::Argument, &["future of `w`"]);
    assert!(with.forecast_with(2, 0.9, &[&w]).is_ok());
    assert!(with.forecast_with(3, 0.9, &[&w]).is_err());
    // Nothing that explodes is a number.
    let explosive = series("e", 1901, (0..60).map(|t| 1.5_f64.powi(t) * (1.0 + f64::from(t * t % 7) / 20.0)));
    let exploding = Var::of(&[&explosive]).run().unwrap();
    assert!(!exploding.is_stable());
    refused(exploding.responses(Impulse::Unit, 100_000), ErrorKind::NonFinite, &["explodes"]);
}

/// Short samples are reasons, not numbers.
#[test]
fn too_few_rows_for_a_test_are_not_identified() {
    let (x, y) = (noise("x", 1, 11), noise("y", 2, 11));
    let model = Var::of(&[&x, &y]).lags(2).zero("x", "y").run().unwrap();
    let test = model.restriction_test().unwrap();
    let Outcome::NotApplicable { because } = test.report().outcome else { panic!("a number") };
    assert!(because.starts_with("not identified: 9 rows less 5 coefficients"), "{because}");
    assert_eq!(test.reports().len(), 1);
    let serial = model.serial_correlation(4).unwrap();
    assert!(matches!(serial.report().outcome, Outcome::NotApplicable { .. }));
    assert!(matches!(model.arch(4).unwrap().report().outcome, Outcome::NotApplicable { .. }));
    let words = residuals_in_words(&[&serial], 0.05).unwrap();
    assert!(words.starts_with("Not identified at this n"), "{words}");
}
