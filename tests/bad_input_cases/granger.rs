//! What the causality and break tests refuse, and what they call not identified.

use yalu::breaks::{BreakDate, Chow, PrePost, SupF};
use yalu::causality::size::{SizeSimulation, World};
use yalu::causality::{Criterion, Granger, TodaYamamoto, granger};
use yalu::{Design, ErrorKind, HypothesisTest, Period, Series, Stamp};

use super::expect::{not_identified, refused};

fn series(name: &str, start: &str, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, start.parse::<Period>().unwrap(), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(seed: u32, n: u32) -> impl Iterator<Item = f64> {
    (1..=n).map(move |i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101))
}

fn annual(name: &str, seed: u32, n: u32) -> Series {
    series(name, "2001", noise(seed, n))
}

#[test]
fn a_constant_series_is_named() {
    let (x, y) = (series("price", "2001", vec![3.0; 20]), annual("sales", 1, 20));
    refused(Granger::cause(&x).effect(&y).run(), ErrorKind::Constant, &["`price`", "2001", "2020"]);
    refused(Granger::cause(&y).effect(&x).run(), ErrorKind::Constant, &["`price`"]);
}

#[test]
fn collinear_series_are_named() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    let sum = series("sum", "2001", x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect::<Vec<_>>());
    refused(Granger::cause(&x).effect(&y).given(&[&sum]).run(), ErrorKind::Collinear, &["lag(sum, 1)", "lag(x, 1)"]);
    let shifted = series("tomorrow", "2000", x.values().to_vec());
    refused(Granger::cause(&x).effect(&shifted).lags(2).run(), ErrorKind::Collinear, &["tomorrow", "lag(x, "]);
}

#[test]
fn a_series_that_stands_twice_is_refused() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    refused(Granger::cause(&x).effect(&x).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(Granger::cause(&x).effect(&y).given(&[&y]).run(), ErrorKind::Name, &["`y`", "twice"]);
}

#[test]
fn too_few_observations_are_counted() {
    let (x, y) = (annual("x", 1, 9), annual("y", 2, 9));
    let words = ["Granger with 4 lags needs 14 observations", "found 9", "fewer lags"];
    refused(Granger::cause(&x).effect(&y).lags(4).run(), ErrorKind::Sample, &words);
    let words = ["Toda–Yamamoto with 2 lags needs 11 observations", "found 9"];
    refused(TodaYamamoto::cause(&x).effect(&y).lags(2).run(), ErrorKind::Sample, &words);
    refused(Granger::cause(&x).effect(&y).select(Criterion::Aic, 4).run(), ErrorKind::Sample, &["found 9"]);
    refused(granger::statistics(x.values(), y.values(), 4), ErrorKind::Sample, &["found 9"]);
    refused(granger::statistics(&[f64::NAN; 9], y.values(), 1), ErrorKind::NonFinite, &["NaN"]);
}

#[test]
fn too_few_degrees_of_freedom_are_not_identified() {
    let (x, y) = (annual("x", 1, 12), annual("y", 2, 12));
    let result = Granger::cause(&x).effect(&y).lags(1..=4).run().unwrap();
    let report = |lags| result.test("x", "y", lags).unwrap().report();
    assert!(report(1).statistic().is_some() && report(2).statistic().is_some());
    not_identified(&report(3), &["9 rows", "7 coefficients", "2 residual degrees of freedom", "fewer than 5"]);
    not_identified(&report(4), &["Granger with 4 lags needs 14 observations, found 12"]);
    assert!(result.in_words(0.05).unwrap().contains("neither direction is identified"));
    assert!(Granger::cause(&x).effect(&y).lags(3).min_df(2).run().unwrap().forward().statistic("F").is_some());
}

#[test]
fn lags_that_are_no_lags_are_refused() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    refused(Granger::cause(&x).effect(&y).lags(0).run(), ErrorKind::Argument, &["at least one lag"]);
    #[allow(clippy::reversed_empty_ranges, reason = "what a user may write")]
    let backwards = 4..=2;
    refused(Granger::cause(&x).effect(&y).lags(backwards).run(), ErrorKind::Argument, &["the shorter first"]);
    refused(Granger::cause(&x).effect(&y).lags(usize::MAX).run(), ErrorKind::Sample, &["found 30"]);
    refused(Granger::cause(&x).effect(&y).lags(1..=usize::MAX).run(), ErrorKind::Argument, &["30 observations"]);
    refused(Granger::cause(&x).effect(&y).select(Criterion::Bic, 0).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(Granger::cause(&x).effect(&y).select(Criterion::Bic, usize::MAX).run(), ErrorKind::Sample, &["found 30"]);
    let huge = TodaYamamoto::cause(&x).effect(&y).integration(usize::MAX);
    refused(huge.run(), ErrorKind::Sample, &["found 30"]);
}

#[test]
fn other_times_are_refused() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    let monthly = series("m", "2001-01", noise(3, 30));
    refused(Granger::cause(&x).effect(&monthly).run(), ErrorKind::Frequency, &["`x` is annual", "`m` is monthly"]);
    let later = series("later", "2040", noise(3, 30));
    refused(Granger::cause(&x).effect(&later).run(), ErrorKind::Sample, &["no period has all of", "`later`"]);
    let wrong = Granger::cause(&x).effect(&y).post("2010-06".parse().unwrap());
    refused(wrong.run(), ErrorKind::Frequency, &["2010-06"]);
    let outside = Granger::cause(&x).effect(&y).post(Period::annual(1990));
    refused(outside.run(), ErrorKind::Constant, &["post(1990)"]);
    refused(Granger::cause(&x).effect(&y).seasonal().run(), ErrorKind::Frequency, &["annual data have no seasons"]);
}

#[test]
fn an_identity_has_no_statistic() {
    let x = annual("x", 1, 30);
    let echo = series("echo", "2002", x.values().iter().map(|v| 3.0 * v + 1.0).collect::<Vec<_>>());
    let result = Granger::cause(&x).effect(&echo).run().unwrap();
    not_identified(&result.forward().report(), &["echo exactly"]);
}

#[test]
fn a_level_is_a_probability() {
    let (x, y) = (annual("x", 1, 30), annual("y", 2, 30));
    let result = Granger::cause(&x).effect(&y).run().unwrap();
    for level in [0.0, 1.0, 5.0, f64::NAN] {
        refused(result.in_words(level), ErrorKind::Argument, &["level"]);
    }
}

#[test]
fn simulations_are_checked() {
    refused(SizeSimulation::granger(5, 4).run(), ErrorKind::Sample, &["4 lags need 14 observations", "found 5"]);
    refused(SizeSimulation::granger(50, 1).draws(0).run(), ErrorKind::Argument, &["0 draws"]);
    refused(SizeSimulation::granger(50, 1).level(5.0).run(), ErrorKind::Argument, &["level of 5"]);
    let explosive = SizeSimulation::granger(50, 1).world(World::Autoregressions(1.0));
    refused(explosive.run(), ErrorKind::Argument, &["not stationary"]);
    refused(SizeSimulation::toda_yamamoto(50, usize::MAX, 1).run(), ErrorKind::Sample, &["found 50"]);
    refused(SizeSimulation::toda_yamamoto(50, 1, 1).given(usize::MAX).run(), ErrorKind::Sample, &["found 50"]);
}

fn design_of(n: u32) -> Design {
    Design::of(&annual("y", 2, n)).constant().regressor(&annual("x", 1, n)).build().unwrap()
}

#[test]
fn breaks_outside_the_sample_are_refused() {
    let design = design_of(20);
    for year in [1990, 2001, 2021, 2050] {
        let date = BreakDate::with_first_after(Period::annual(year));
        refused(Chow::of(&design).at(date).run(), ErrorKind::Sample, &["every row lies", "inside the sample"]);
        refused(PrePost::of_design(design.clone(), date).run(), ErrorKind::Sample, &["every row lies"]);
    }
    let monthly: Period = "2010-05".parse().unwrap();
    refused(Chow::of(&design).at(monthly).run(), ErrorKind::Frequency, &["2010-05"]);
    refused(Chow::of(&design).at(BreakDate::with_first_after(Stamp::Row(5))).run(), ErrorKind::Calendar, &["row 5"]);
}

#[test]
fn unknown_terms_are_met_with_the_nearest() {
    let design = design_of(20);
    let date = Period::annual(2010);
    refused(Chow::of(&design).changing(["z"]).at(date).run(), ErrorKind::Name, &["there is no term `z`"]);
    refused(Chow::of(&design).changing::<&str>([]).at(date).run(), ErrorKind::Argument, &["at least one term"]);
    refused(PrePost::of_design(design.clone(), date).changing(["z"]).run(), ErrorKind::Name, &["`z`"]);
    let result = PrePost::of_design(design, date).run().unwrap();
    refused(result.change("xx").cloned(), ErrorKind::Name, &["there is no term that changes `xx`"]);
}

#[test]
fn regimes_that_identify_nothing_are_named() {
    let y = annual("y", 2, 20);
    let step = series("step", "2001", (0..20).map(|i| f64::from(if i < 12 { 0 } else { i })).collect::<Vec<_>>());
    let design = Design::of(&y).constant().regressor(&step).build().unwrap();
    let date = Period::annual(2011);
    let report = Chow::of(&design).at(date).run().unwrap().report();
    not_identified(&report, &["before the break", "`step` is zero in every row"]);
    refused(PrePost::of_design(design, date).run(), ErrorKind::Collinear, &["step"]);
    let short = Chow::of(&design_of(8)).at(Period::annual(2005)).run().unwrap().report();
    not_identified(&short, &["8 rows less 4 coefficients", "fewer than 5"]);
    refused(PrePost::of_design(design_of(4), Period::annual(2003)).run(), ErrorKind::Sample, &["needs 5 observations"]);
}

#[test]
fn a_search_needs_room() {
    let design = design_of(20);
    for trim in [0.0, 0.5, -1.0, f64::NAN] {
        refused(SupF::of(&design).trim(trim).run(), ErrorKind::Argument, &["trim"]);
    }
    refused(SupF::of(&design_of(5)).run(), ErrorKind::Sample, &["need 6 rows, found 5"]);
}
