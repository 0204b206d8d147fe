//! What the ARDL model refuses, and what its test calls not identified.

use yalu::ardl::{Ardl, Bounds, BoundsSimulation, Case, MaxOrders, Orders};
use yalu::dist::dickey_fuller::Terms;
use yalu::regression::Criterion;
use yalu::{ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;

fn series(name: &str, start: &str, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, start.parse::<Period>().unwrap(), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(seed: u32, n: u32) -> impl Iterator<Item = f64> {
    (1..=n).map(move |i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101))
}

fn annual(name: &str, seed: u32, n: u32) -> Series {
    series(name, "1950", noise(seed, n))
}

#[test]
fn no_regressor_or_the_wrong_one() {
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    refused(Ardl::of(&y).run(), ErrorKind::Argument, &["`y` has no regressor", ".on"]);
    refused(Ardl::of(&y).on(&[&y]).run(), ErrorKind::Argument, &["`y` is among its regressors"]);
    refused(Ardl::of(&y).on(&[&x, &x]).run(), ErrorKind::Name, &["two regressors named `x`"]);
    refused(Ardl::of(&y).on(&[&x]).fixed(&[&x]).orders(1, &[0]).run(), ErrorKind::Name, &["two regressors named `x`"]);
}

#[test]
fn a_constant_series_is_named() {
    let (y, flat) = (annual("y", 1, 40), series("price", "1950", vec![3.0; 40]));
    refused(Ardl::of(&y).on(&[&flat]).run(), ErrorKind::Constant, &["`price` is 3 from 1950 to 1989"]);
    refused(Ardl::of(&flat).on(&[&y]).run(), ErrorKind::Constant, &["`price`"]);
}

#[test]
fn series_that_do_not_meet() {
    let (y, late) = (annual("y", 1, 20), series("late", "1990", noise(2, 20)));
    refused(Ardl::of(&y).on(&[&late]).run(), ErrorKind::Sample, &["no date in common", "`late`"]);
    let monthly = series("monthly", "1950-01", noise(2, 40));
    refused(Ardl::of(&y).on(&[&monthly]).run(), ErrorKind::Frequency, &["`monthly`"]);
    let touching = series("late", "1969", noise(2, 20));
    refused(Ardl::of(&y).on(&[&touching]).run(), ErrorKind::Sample, &["one observation"]);
    let fixed = series("late", "1960", noise(2, 30));
    let x = annual("x", 3, 20);
    // A fixed regressor that begins later shortens the sample, and nothing else.
    let model = Ardl::of(&y).on(&[&x]).fixed(&[&fixed]).orders(1, &[1]).run().unwrap();
    assert_eq!(model.sample().to_string(), "1960 to 1969 (n = 10)");
}

#[test]
fn orders_that_do_not_fit() {
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    let of = || Ardl::of(&y).on(&[&x]);
    refused(of().orders(2, &[]).run(), ErrorKind::Argument, &["of 0 regressors, and the model has 1", "1 order q"]);
    refused(of().orders(0, &[1]).run(), ErrorKind::Argument, &["no lag of the response"]);
    refused(of().orders(20, &[20]).run(), ErrorKind::Sample, &["ARDL(20, 20) of `y` needs 63 observations, found 40"]);
    refused(of().orders(usize::MAX, &[1]).run(), ErrorKind::Sample, &["needs"]);
    refused(of().select(Criterion::Aic, 0).run(), ErrorKind::Argument, &["no lag of the response"]);
    refused(of().select(Criterion::Aic, 15).run(), ErrorKind::Sample, &["up to (15, 15)", "needs", "found 40"]);
    let z: Vec<Series> = (0..8).map(|i| annual(&format!("z{i}"), 10 + i, 40)).collect();
    let many: Vec<&Series> = z.iter().collect();
    let most = MaxOrders::Of(Orders::new(9, &[9; 8]));
    refused(Ardl::of(&y).on(&many).select(Criterion::Bic, most).run(), ErrorKind::Argument, &["900000000 models"]);
}

#[test]
fn collinear_terms_are_named() {
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    let twice = series("twice", "1950", noise(2, 40).map(|v| 2.0 * v + 1.0));
    let result = Ardl::of(&y).on(&[&x]).fixed(&[&twice]).orders(1, &[1]).run();
    refused(result, ErrorKind::Collinear, &["`twice` is a linear combination", "2 × x"]);
    let result = Ardl::of(&y).on(&[&x]).fixed(&[&twice]).select(Criterion::Aic, 2).run();
    refused(result, ErrorKind::Collinear, &["`twice`"]);
    let ones = series("ones", "1950", vec![1.0; 40]);
    refused(Ardl::of(&y).on(&[&x]).fixed(&[&ones]).orders(1, &[1]).run(), ErrorKind::Collinear, &["`ones`"]);
}

#[test]
fn dummies_outside_the_sample() {
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    let of = || Ardl::of(&y).on(&[&x]).orders(1, &[1]);
    refused(of().post(Period::annual(2005)).run(), ErrorKind::Constant, &["post(2005)", "in every row"]);
    refused(of().pulse("1960-05".parse().unwrap()).run(), ErrorKind::Frequency, &["pulse(1960)"]);
    refused(of().seasonal().run(), ErrorKind::Frequency, &["annual data have no seasons"]);
}

#[test]
fn a_case_that_contradicts_the_terms() {
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    let of = || Ardl::of(&y).on(&[&x]).orders(1, &[1]);
    let result = of().case(Case::V).terms(Terms::Constant).run();
    refused(result, ErrorKind::Argument, &["case V has unrestricted constant, unrestricted trend", "constant"]);
    refused(of().terms(Terms::Quadratic).run(), ErrorKind::Argument, &["quadratic"]);
    assert_eq!(of().case(Case::IV).terms(Terms::Trend).run().unwrap().case(), Case::IV);
    assert_eq!(of().terms(Terms::None).run().unwrap().case(), Case::I);
    assert_eq!(of().terms(Terms::Trend).run().unwrap().case(), Case::V);
}

#[test]
fn fourteen_years_are_not_enough_for_three_regressors() {
    let z: Vec<Series> = (0..4).map(|i| annual(&format!("z{i}"), 10 + i, 14)).collect();
    let model = Ardl::of(&z[0]).on(&[&z[1], &z[2], &z[3]]).orders(2, &[1, 1, 1]).run().unwrap();
    let test = model.bounds(Bounds::default()).unwrap();
    let [report] = test.reports() else { panic!("more than one report") };
    let Outcome::NotApplicable { because } = &report.outcome else { panic!("a number") };
    assert_eq!(
        because,
        "not identified: 12 rows less 9 coefficients leave 3 residual degrees of freedom, fewer than 5"
    );
    assert_eq!((test.f(), test.t(), report.rejects(0.05)), (None, None, None));
    assert!(test.in_words(0.05).unwrap().starts_with("Nothing can be said of a level relation: not identified"));
    // Left to itself, the rule looks only at lags that leave enough.
    let model = Ardl::of(&z[0]).on(&[&z[1]]).run().unwrap();
    assert!(model.orders().longest() <= 2 && model.levels().df_resid() >= 5);
    // One regressor can be tested; asymptotic bounds say how far they are off, simulated ones are further out.
    let (tables, simulated) = (model.bounds(Bounds::Pss).unwrap(), model.bounds(Bounds::default()).unwrap());
    let note = tables.report().notes.iter().any(|note| note.text().contains("% of 2000 simulated samples"));
    assert!(note, "{}", tables.report());
    let upper = |test: &yalu::ardl::BoundsTest| test.critical_value("F-I1", 0.05).unwrap();
    assert!(upper(&simulated) > 1.2 * upper(&tables));
}

#[test]
fn tables_end_and_say_so() {
    let y = annual("y", 1, 60);
    let z: Vec<Series> = (0..11).map(|i| annual(&format!("z{i}"), 10 + i, 60)).collect();
    let many: Vec<&Series> = z.iter().collect();
    let model = Ardl::of(&y).on(&many).orders(1, &[0; 11]).run().unwrap();
    let test = model.bounds(Bounds::Pss).unwrap();
    let Outcome::NotApplicable { because } = &test.report().outcome else { panic!("a number") };
    assert!(because.contains("end at 10 regressors and the model has 11"), "{because}");
    let test = model.bounds(Bounds::Narayan).unwrap();
    let Outcome::NotApplicable { because } = &test.report().outcome else { panic!("a number") };
    assert!(because.contains("not F in case III with 59 rows and 11 regressors"), "{because}");
    // It has no t in any case.
    let test = Ardl::of(&y).on(&many[..2]).orders(1, &[0; 2]).run().unwrap().bounds(Bounds::Narayan).unwrap();
    assert_eq!(test.critical_value("F-I1", 0.05), Some(5.09));
    assert_eq!(test.convention("t-I1").unwrap().p(), None);
    assert!(test.in_words(0.05).unwrap().contains("at I(1)"));
    let simulated = model.bounds(Bounds::Simulated { draws: 200, seed: 1 }).unwrap();
    assert!(simulated.report().p().is_some());
}

#[test]
fn an_explosive_response_is_computed() {
    let y = series("y", "1950", noise(1, 40).enumerate().map(|(t, e)| 1.3_f64.powi(t as i32) + e / 50.0));
    let x = annual("x", 2, 40);
    let model = Ardl::of(&y).on(&[&x]).orders(1, &[1]).run().unwrap();
    assert!(model.speed_of_adjustment().estimate > 0.0);
    let report = model.bounds(Bounds::Pss).unwrap().report();
    assert!(report.notes.iter().any(|note| note.text().contains("away from")), "{report}");
}

#[test]
fn simulations_without_sense() {
    let of = || BoundsSimulation::new(Case::III, 2, 30);
    refused(of().draws(0).run(), ErrorKind::Argument, &["0 draws"]);
    refused(of().orders(&Orders::new(1, &[1])).run(), ErrorKind::Argument, &["2 regressors"]);
    refused(of().fixed(vec![vec![1.0; 29]]).run(), ErrorKind::Argument, &["29 values for 30 rows"]);
    refused(of().fixed(vec![vec![1.0; 30]]).draws(10).run(), ErrorKind::Collinear, &["fixed regressors"]);
    refused(BoundsSimulation::new(Case::V, 6, 9).run(), ErrorKind::Sample, &["9 coefficients need 10 rows, found 9"]);
    let (y, x) = (annual("y", 1, 40), annual("x", 2, 40));
    let model = Ardl::of(&y).on(&[&x]).orders(1, &[1]).run().unwrap();
    refused(model.bounds(Bounds::Simulated { draws: 0, seed: 1 }), ErrorKind::Argument, &["0 draws"]);
    refused(model.bounds(Bounds::Pss).unwrap().in_words(1.5), ErrorKind::Argument, &["1.5"]);
}
