//! What causality in its further forms refuses, and what it calls not identified.

use yalu::causality::{
    AllPairs, BlockGranger, Bootstrap, BreitungCandelon, CausalityChange, Conventions, Criterion, Geweke, Granger,
    LagPrice,
};
use yalu::{ErrorKind, HypothesisTest, Period, Series};

use super::expect::{not_identified, refused};

fn annual(name: &str, seed: u32, n: u32) -> Series {
    let noise = (1..=n).map(|i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101)).collect();
    Series::new(name, Period::annual(2001), noise).unwrap()
}

#[test]
fn groups_are_named_and_separate() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    refused(BlockGranger::causes(&[]).effects(&[&y]).run(), ErrorKind::Argument, &["group of causes is empty"]);
    refused(BlockGranger::causes(&[&x]).effects(&[]).run(), ErrorKind::Argument, &["group of effects is empty"]);
    refused(BlockGranger::causes(&[&x, &y]).effects(&[&y]).run(), ErrorKind::Name, &["`y`", "twice"]);
    refused(BlockGranger::causes(&[&x]).effects(&[&y]).exogenous(&[&x]).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(AllPairs::of(&[&x]).run(), ErrorKind::Argument, &["two series"]);
    refused(AllPairs::of(&[&x, &x]).run(), ErrorKind::Name, &["`x`"]);
    let pairs = AllPairs::of(&[&x, &y]).run().unwrap();
    refused(pairs.test("x", "z").cloned(), ErrorKind::Name, &["`z`"]);
    refused(pairs.test("x", "x").cloned(), ErrorKind::Argument, &["both cause and effect"]);
}

#[test]
fn short_samples_are_counted() {
    let (x, y, z) = (annual("x", 1, 12), annual("y", 2, 12), annual("z", 3, 12));
    refused(BlockGranger::causes(&[&x, &z]).effects(&[&y]).lags(4).run(), ErrorKind::Sample, &["18", "found 12"]);
    refused(
        AllPairs::of(&[&x, &y, &z]).lags(4).given_others().run(),
        ErrorKind::Sample,
        &["found 12", "given the others"],
    );
    refused(BreitungCandelon::cause(&x).effect(&y).lags(5).run(), ErrorKind::Sample, &["5 lags", "found 12"]);
    refused(Geweke::cause(&x).effect(&y).lags(5).run(), ErrorKind::Sample, &["found 12"]);
    refused(Granger::cause(&x).effect(&y).lags_of_cause([11]).run(), ErrorKind::Sample, &["found 12"]);
    refused(
        Granger::cause(&x).effect(&y).hsiao(LagPrice::FinalPredictionError, 5).run(),
        ErrorKind::Sample,
        &["found 12"],
    );
    refused(Conventions::of(&Granger::cause(&x).effect(&y).lags(5)).run(), ErrorKind::Sample, &["found 12"]);
    let block = BlockGranger::causes(&[&x]).effects(&[&y]).lags(3).run().unwrap();
    not_identified(&block.forward().report(), &["2 residual degrees of freedom"]);
    assert!(block.in_words(0.05).unwrap().contains("not identified"));
    let frequency = BreitungCandelon::cause(&x).effect(&y).lags(3).run().unwrap();
    not_identified(&frequency.forward().report(), &["2 residual degrees of freedom"]);
    assert!(frequency.to_string().contains("not identified") && frequency.forward().points().is_empty());
    not_identified(&Geweke::cause(&x).effect(&y).lags(3).run().unwrap().total().report(), &["2 residual"]);
    let pairs = AllPairs::of(&[&x, &y]).lags(3).run().unwrap();
    assert!(pairs.tests().iter().all(|test| test.p_value.is_none() && test.holm.is_none()));
    let conventions = Conventions::of(&Granger::cause(&x).effect(&y).lags(3)).draws(9).run().unwrap();
    assert!(conventions.rows().iter().all(|row| row.p_value().is_none()));
    assert!(conventions.in_words(0.05).unwrap().contains("not identified"));
    // Small but identified: the simulated size stands beside every convention.
    let small = BlockGranger::causes(&[&x]).effects(&[&y]).lags(1).run().unwrap();
    let told =
        |report: &yalu::TestReport| report.notes.iter().any(|note| note.text().contains("rejects a true null in"));
    assert!(small.reports().iter().all(told));
    assert!(AllPairs::of(&[&x, &y, &z]).run().unwrap().reports().iter().all(told));
    assert!(BreitungCandelon::cause(&x).effect(&y).lags(2).grid(3).run().unwrap().reports().all(told));
    assert!(Geweke::cause(&x).effect(&y).run().unwrap().reports().iter().all(told));
    let conventions = Conventions::of(&Granger::cause(&x).effect(&y)).draws(9).run().unwrap();
    let [white, walks, unknown] = conventions.simulated_sizes() else { panic!("{:?}", conventions.simulated_sizes()) };
    assert!(white.contains("white noise: χ² = T·ΔRSS/RSS") && white.contains("F (HC3)") && white.contains("F (HAC)"));
    assert!(walks.contains("random walks") && unknown.contains("F-toda-yamamoto"));
    assert!(conventions.tables().iter().any(|table| table.notes().contains(white)));
}

#[test]
fn collinear_and_constant_series_are_named() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    let sum = x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect();
    let sum = Series::new("sum", Period::annual(2001), sum).unwrap();
    refused(BlockGranger::causes(&[&x, &sum]).effects(&[&y]).run(), ErrorKind::Collinear, &["sum", "lag(x, 1)"]);
    refused(AllPairs::of(&[&x, &y, &sum]).given_others().run(), ErrorKind::Collinear, &["sum"]);
    refused(BreitungCandelon::cause(&x).effect(&y).given(&[&sum]).run(), ErrorKind::Collinear, &["sum"]);
    refused(Geweke::cause(&x).effect(&y).given(&[&sum]).run(), ErrorKind::Collinear, &["sum"]);
    let flat = Series::new("flat", Period::annual(2001), vec![2.0; 30]).unwrap();
    refused(Granger::cause(&x).effect(&y).exogenous(&[&flat]).run(), ErrorKind::Constant, &["`flat`"]);
    refused(AllPairs::of(&[&x, &flat]).run(), ErrorKind::Constant, &["`flat`"]);
    let copy = Series::new("copy", Period::annual(2002), x.values().to_vec()).unwrap();
    let test = BlockGranger::causes(&[&x]).effects(&[&copy]).run();
    // A copy one year late is reproduced exactly.
    not_identified(&test.unwrap().forward().report(), &["copy"]);
}

#[test]
fn frequencies_lags_and_draws_are_checked() {
    let (x, y, z) = (annual("x", 1, 40), annual("y", 2, 40), annual("z", 3, 40));
    let test = || BreitungCandelon::cause(&x).effect(&y);
    for wrong in [-0.1, 3.2, f64::NAN, f64::INFINITY] {
        refused(test().frequencies(&[wrong]).run(), ErrorKind::Argument, &["between 0 and π"]);
    }
    refused(test().frequencies(&[]).run(), ErrorKind::Argument, &["no frequency"]);
    refused(test().grid(0).run(), ErrorKind::Argument, &["no frequency"]);
    refused(test().lags(1..=3).run(), ErrorKind::Argument, &["one number of lags"]);
    refused(Geweke::cause(&x).effect(&y).grid(0).run(), ErrorKind::Argument, &["grid of 0"]);
    refused(Geweke::cause(&x).effect(&y).lags(1..=2).run(), ErrorKind::Argument, &["one number of lags"]);
    refused(Geweke::cause(&x).effect(&y).given(&[&z]).bands(99).run(), ErrorKind::Argument, &["bands"]);
    refused(AllPairs::of(&[&x, &y]).lags(1..=2).run(), ErrorKind::Argument, &["one number of lags"]);
    let granger = || Granger::cause(&x).effect(&y);
    refused(granger().lags_of_cause([0, 1]).run(), ErrorKind::Argument, &["lag 0"]);
    refused(granger().lags_of_effect(Vec::new()).run(), ErrorKind::Argument, &["no lag of the effect"]);
    refused(granger().lags_of_cause(1..=usize::MAX).run(), ErrorKind::Sample, &["found 40"]);
    refused(granger().hsiao(Criterion::Bic, 0).run(), ErrorKind::Argument, &["longest lag"]);
    refused(granger().bootstrap(Bootstrap::wild(0)).run(), ErrorKind::Argument, &["0 draws"]);
    refused(Conventions::of(&granger().lags(1..=2)).run(), ErrorKind::Argument, &["one number of lags"]);
    refused(Conventions::of(&granger()).draws(0).run(), ErrorKind::Argument, &["0 draws"]);
    let level = BlockGranger::causes(&[&x]).effects(&[&y]).run().unwrap();
    refused(level.in_words(5.0), ErrorKind::Argument, &["level of 5"]);
    refused(test().run().unwrap().in_words(0.0), ErrorKind::Argument, &["level of 0"]);
}

#[test]
fn a_change_needs_two_regimes() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    let change = |at: i32| CausalityChange::cause(&x).effect(&y).at(Period::annual(at));
    refused(change(1990).run(), ErrorKind::Sample, &["every row lies after the break", "inside the sample"]);
    refused(change(2031).run(), ErrorKind::Sample, &["every row lies before the break"]);
    let month: Period = "2010-06".parse().unwrap();
    refused(CausalityChange::cause(&x).effect(&y).at(month).run(), ErrorKind::Frequency, &["2010-06"]);
    refused(CausalityChange::cause(&x).effect(&x).at(month).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(change(2015).lags(1..=2).run(), ErrorKind::Argument, &["one number of lags"]);
    refused(change(2015).lags(40).run(), ErrorKind::Sample, &["found 30"]);
    // Regimes too short for their coefficients, and too few degrees of freedom.
    let edge = change(2029).run().unwrap();
    not_identified(edge.forward().change(), &["2028|2029", "2 rows for 3 coefficients"]);
    not_identified(edge.forward().after(), &["2 rows"]);
    assert!(edge.joint().is_none() && edge.forward().coefficients().is_empty());
    let words = edge.in_words(0.05).unwrap();
    assert!(words.contains("whether x → y changed is not identified"), "{words}");
    not_identified(change(2015).lags(6).run().unwrap().backward().change(), &["fewer than 5"]);
    // A dummy for the same date is the change of the constant.
    let twice = change(2015).post(Period::annual(2015)).run().unwrap();
    not_identified(twice.forward().change(), &["post(2015)"]);
    assert!(change(2015).run().unwrap().in_words(1.5).is_err());
}
