//! Diks and Panchenko's and Hong's tests: what they refuse.

use yalu::causality::{Criterion, DiksPanchenko, Hong};
use yalu::{ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;
use super::given::{no_partners_of, noise};

#[test]
fn series_that_are_none_are_refused_by_both() {
    let x = noise("x", 1, 40);
    for (other, kind, word) in &no_partners_of(&x) {
        refused(DiksPanchenko::cause(&x).effect(other).run(), *kind, &[word]);
        refused(Hong::cause(&x).effect(other).run(), *kind, &[word]);
    }
}

#[test]
fn too_few_rows_are_refused() {
    let (x, y) = (noise("x", 1, 21), noise("y", 2, 21));
    let test = DiksPanchenko::cause(&x).effect(&y);
    assert!(test.clone().run().is_ok());
    refused(test.clone().lags(2).run(), ErrorKind::Sample, &["2 lags needs 22 observations, found 21"]);
    refused(test.clone().lags(usize::MAX).run(), ErrorKind::Sample, &["found 21"]);
    refused(test.clone().prewhiten(1).run(), ErrorKind::Sample, &["needs 21 observations, found 20"]);
    refused(test.prewhiten(40).run(), ErrorKind::Sample, &[]);
    let test = Hong::cause(&x).effect(&y);
    assert!(test.clone().run().is_ok());
    refused(test.clone().lags(2).run(), ErrorKind::Sample, &["needs 20 rows of residuals, found 19"]);
    refused(test.lags(30).run(), ErrorKind::Sample, &[]);
}

#[test]
fn arguments_out_of_range_are_refused() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    refused(DiksPanchenko::cause(&x).effect(&y).lags(0).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(DiksPanchenko::cause(&x).effect(&y).prewhiten(0).run(), ErrorKind::Argument, &["one lag"]);
    let chosen = DiksPanchenko::cause(&x).effect(&y).prewhiten_by(Criterion::Bic, 0);
    assert!(chosen.run().is_err());
    for epsilon in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let test = DiksPanchenko::cause(&x).effect(&y).epsilon(epsilon);
        refused(test.run(), ErrorKind::Argument, &["no distance", "standard deviations"]);
    }
    for bandwidth in [0.5, 0.0, -3.0, 39.0, f64::NAN, f64::INFINITY] {
        refused(Hong::cause(&x).effect(&y).bandwidth(bandwidth).run(), ErrorKind::Argument, &["at least 1"]);
    }
    let result = Hong::cause(&x).effect(&y).run().unwrap();
    for level in [0.0, 1.0, f64::NAN] {
        refused(result.in_words(level), ErrorKind::Argument, &["between 0 and 1"]);
    }
}

/// With ε so small that no row has a near one there is nothing to count, and with ε so large that all are near nothing varies.
#[test]
fn nothing_to_compare_is_no_number() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    for epsilon in [1e-9, 1e9] {
        let report = DiksPanchenko::cause(&x).effect(&y).epsilon(epsilon).run().unwrap().forward().report();
        let Outcome::NotApplicable { because } = report.outcome else { panic!("{report}") };
        assert!(because.contains("not identified"), "{because}");
    }
}

#[test]
fn a_series_without_innovations_is_refused() {
    let x = noise("x", 1, 40);
    let doubling = Series::new("doubling", Period::annual(1950), (0..40).map(|t| 2.0_f64.powi(t)).collect()).unwrap();
    let words = ["`doubling` is a linear combination", "doubling = 2 × lag(doubling, 1)"];
    refused(Hong::cause(&x).effect(&doubling).run(), ErrorKind::Collinear, &words);
}
