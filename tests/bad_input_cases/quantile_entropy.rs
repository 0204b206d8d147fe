//! Causality in quantiles and transfer entropy: what they refuse, and where they give no number.

use yalu::causality::transfer_entropy::{Estimator, Surrogates, Symbols};
use yalu::causality::{Criterion, QuantileGranger, TransferEntropy, TwoWayTest};
use yalu::ndarray::{Array1, Array2};
use yalu::regression::quantile::QuantileRegression;
use yalu::{Design, ErrorKind, HypothesisTest, Period, Series, Stamp};

use super::expect::{not_identified, refused};
use super::given::{no_partners_of, noise};

#[track_caller]
fn no_number(test: &TwoWayTest, convention: &str, word: &str) {
    let report = test.convention(convention).unwrap_or_else(|| panic!("no {convention}"));
    not_identified(report, &[word]);
}

#[test]
fn series_that_are_none_are_refused_by_both() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    for (other, kind, word) in &no_partners_of(&x) {
        refused(QuantileGranger::cause(&x).effect(other).run(), *kind, &[word]);
        refused(TransferEntropy::cause(&x).effect(other).run(), *kind, &[word]);
    }
    refused(QuantileGranger::cause(&x).effect(&y).given(&[&y]).run(), ErrorKind::Name, &["`y` stands twice"]);
}

#[test]
fn constructed_data_are_refused_unless_insisted_upon() {
    let annual = noise("made", 3, 15);
    let made = yalu::disaggregate::Disaggregate::of(&annual)
        .to(yalu::Frequency::Quarterly)
        .run()
        .map(|result| result.series().clone())
        .unwrap();
    let other = Series::new("x", made.start(), noise("x", 4, made.len()).values().to_vec()).unwrap();
    let words = ["constructed data", "--accept-constructed-data"];
    refused(QuantileGranger::cause(&other).effect(&made).run(), ErrorKind::Argument, &words);
    refused(TransferEntropy::cause(&made).effect(&other).run(), ErrorKind::Argument, &words);
    let result = TransferEntropy::cause(&made).effect(&other).accept_constructed_data().draws(99).run().unwrap();
    assert!(result.reports().iter().all(|report| report.notes.iter().any(|note| note.text().contains("constructed"))));
    let result = QuantileGranger::cause(&other).effect(&made).accept_constructed_data().run().unwrap();
    assert!(result.reports().iter().all(|report| report.notes.iter().any(|note| note.text().contains("constructed"))));
}

#[test]
fn quantiles_out_of_range_are_refused() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    let test = || QuantileGranger::cause(&x).effect(&y);
    for tau in [0.0, 1.0, -0.1, f64::NAN] {
        refused(test().quantiles(&[0.5, tau]).run(), ErrorKind::Argument, &["between 0 and 1"]);
    }
    for (from, to) in [(0.0, 0.5), (0.5, 1.0), (0.6, 0.4), (0.5, 0.5), (f64::NAN, 0.5)] {
        refused(test().interval(from, to).run(), ErrorKind::Argument, &["no interval of quantiles"]);
    }
    for step in [0.0, -0.1, f64::NAN, f64::INFINITY, 1e-9] {
        refused(test().step(step).run(), ErrorKind::Argument, &["a step of"]);
    }
    refused(test().lags(0).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(test().lags(1..=2).run(), ErrorKind::Argument, &["one number of lags"]);
    refused(test().lags(40).run(), ErrorKind::Sample, &["found 60"]);
    refused(test().select(Criterion::Bic, 0).run(), ErrorKind::Argument, &["at least one lag"]);
    // Nothing chosen is no error: the supremum stands alone.
    assert_eq!(test().quantiles(&[]).run().unwrap().forward().reports().len(), 1);
}

#[test]
fn too_few_rows_for_a_quantile_are_no_number() {
    let (x, y) = (noise("x", 1, 29), noise("y", 2, 29));
    let result = QuantileGranger::cause(&x).effect(&y).run().unwrap();
    no_number(result.forward(), "sup-nid", "2.8 of 28 rows");
    let reports = result.forward().reports();
    let median = reports.iter().find(|report| report.null.contains("the 0.5-quantile")).unwrap();
    assert!(median.p().is_some(), "{median}");
    assert!(result.in_words(0.05).unwrap().contains("neither direction is identified"));
    let (x, y) = (noise("x", 1, 8), noise("y", 2, 8));
    let result = QuantileGranger::cause(&x).effect(&y).run().unwrap();
    no_number(result.forward(), "sup-nid", "4 residual degrees of freedom, 5 needed");
    // Under 20 rows every number says how often it rejects a true null.
    let (x, y) = (noise("x", 1, 16), noise("y", 2, 16));
    let result = QuantileGranger::cause(&x).effect(&y).quantiles(&[0.5]).interval(0.3, 0.7).run().unwrap();
    for report in result.reports().iter().filter(|report| report.p().is_some()) {
        assert!(report.notes.iter().any(|note| note.text().contains("on only 15 rows")), "{report}");
    }
    assert!(result.forward().report().p().is_some());
}

#[test]
fn what_reproduces_the_effect_is_refused_by_name() {
    let x = noise("x", 1, 60);
    let doubling =
        Series::new("doubling", Period::annual(1950), (0..60).map(|t| 2.0_f64.powi(t % 9)).collect()).unwrap();
    let shifted: Vec<f64> = std::iter::once(0.0).chain(x.values().iter().copied()).take(60).collect();
    let y = Series::new("y", Period::annual(1950), shifted).unwrap();
    refused(QuantileGranger::cause(&x).effect(&y).run(), ErrorKind::Collinear, &["reproduce `y` exactly"]);
    assert!(QuantileGranger::cause(&x).effect(&doubling).run().is_ok());
    let twice = Series::new("twice", Period::annual(1950), x.values().iter().map(|v| 2.0 * v).collect()).unwrap();
    refused(
        QuantileGranger::cause(&x).effect(&noise("z", 9, 60)).given(&[&twice]).run(),
        ErrorKind::Collinear,
        &["lag(x, 1)", "lag(twice, 1)"],
    );
}

#[test]
fn quantile_regression_refuses_what_has_no_plane() {
    let design = |n: usize, f: &dyn Fn(usize, usize) -> f64, y: &dyn Fn(usize) -> f64| {
        let x = Array2::from_shape_fn((n, 2), |(i, j)| f(i, j));
        let stamps = (1..=n).map(Stamp::Row).collect();
        Design::from_arrays("y", vec!["one".into(), "x".into()], Array1::from_shape_fn(n, y), x, stamps).unwrap()
    };
    let line = |i: usize, j: usize| if j == 0 { 1.0 } else { i as f64 };
    let few = design(2, &line, &|i| i as f64);
    refused(QuantileRegression::of(&few), ErrorKind::Sample, &["more than 2 rows, found 2"]);
    let collinear = design(9, &|_, j| 1.0 + j as f64, &|i| i as f64);
    refused(QuantileRegression::of(&collinear), ErrorKind::Collinear, &["`x` does not vary"]);
    let exact = design(9, &line, &|i| 3.0 * i as f64 + 1.0);
    refused(QuantileRegression::of(&exact), ErrorKind::Collinear, &["reproduce `y` exactly"]);
    let good = QuantileRegression::of(&design(9, &line, &|i| ((i * i) % 7) as f64)).unwrap();
    for tau in [0.0, 1.0, 1.5, f64::NAN] {
        refused(good.at(tau), ErrorKind::Argument, &["between 0 and 1"]);
    }
}

#[test]
fn transfer_entropy_refuses_what_it_cannot_count() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    let test = || TransferEntropy::cause(&x).effect(&y);
    refused(test().lags_of_cause(0).run(), ErrorKind::Argument, &["at least one lag of each"]);
    refused(test().lags_of_effect(0).run(), ErrorKind::Argument, &["at least one lag of each"]);
    refused(test().lags(41).run(), ErrorKind::Sample, &["needs 61 observations, found 60"]);
    refused(test().lags(usize::MAX).run(), ErrorKind::Sample, &["found 60"]);
    refused(test().draws(98).run(), ErrorKind::Argument, &["98 draws", "99 or more"]);
    for bins in [0, 1, 61] {
        let asked = test().estimator(Estimator::Symbols(Symbols::Bins(bins)));
        refused(asked.run(), ErrorKind::Argument, &["bins", "such as 3"]);
    }
    for at in [vec![], vec![0.0], vec![0.5, 0.5], vec![0.9, 0.1], vec![f64::NAN]] {
        let asked = test().estimator(Estimator::Symbols(Symbols::Quantiles(at)));
        refused(asked.run(), ErrorKind::Argument, &["no quantiles at which to cut"]);
    }
    for neighbours in [0, 59, usize::MAX] {
        let asked = test().estimator(Estimator::Neighbours(neighbours));
        refused(asked.run(), ErrorKind::Argument, &["neighbours among 59 rows"]);
    }
    let asked = test().estimator(Estimator::Neighbours(4)).surrogates(Surrogates::Markov);
    refused(asked.run(), ErrorKind::Argument, &["Markov", "shuffled or stationary"]);
    refused(test().surrogates(Surrogates::Stationary(61)).run(), ErrorKind::Argument, &["blocks of 61"]);
    let result = test().draws(99).run().unwrap();
    refused(result.in_words(1.0), ErrorKind::Argument, &["between 0 and 1"]);
}

#[test]
fn more_patterns_than_rows_are_no_number() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    let result = TransferEntropy::cause(&x).effect(&y).lags(2).draws(99).run().unwrap();
    no_number(result.forward(), "symbols", "3^5 patterns of symbols, 58 rows");
    assert!(result.forward().p_value("gaussian").is_some());
    let result = TransferEntropy::cause(&x).effect(&y).lags(30).draws(99).run().unwrap();
    no_number(result.forward(), "symbols", "patterns");
    no_number(result.forward(), "gaussian", "5 residual degrees of freedom");
    // Nearly all values one: a tail that no value is in.
    let lone =
        Series::new("lone", Period::annual(1950), (0..60).map(|t| f64::from(u8::from(t == 7))).collect()).unwrap();
    let result =
        TransferEntropy::cause(&lone).effect(&y).estimator(Estimator::Symbols(Symbols::Quantiles(vec![0.999])));
    let result = result.draws(99).run().unwrap();
    assert!(result.forward().p_value("symbols").is_some_and(|p| p > 0.01));
    // Ties are said.
    let steps = Series::new("steps", Period::annual(1950), (0..60).map(|t| f64::from(t * t % 5)).collect()).unwrap();
    let result =
        TransferEntropy::cause(&steps).effect(&lone).estimator(Estimator::Neighbours(4)).draws(99).run().unwrap();
    let notes = result.forward().report().notes;
    assert!(notes.iter().any(|note| note.text().contains("at no distance")), "{notes:?}");
}
