//! What the unit-root tests refuse, what they call not identified, and what they compute with a note.

use yalu::regression::Criterion;
use yalu::unit_root::{Adf, Kpss, Lags, PhillipsPerron, Terms, VarianceRatio};
use yalu::{ErrorKind, HypothesisTest, Period, Series, TestReport};

use super::expect::{not_identified, refused};

fn series(values: impl IntoIterator<Item = f64>) -> Series {
    Series::new("price", Period::annual(2001), values.into_iter().collect()).expect("a series")
}

/// Values without a pattern.
fn noise(n: u32) -> Series {
    series((1..=n).map(|i| f64::from((i * i * 37 + i * 11) % 101)))
}

/// 1.2ᵗ and a little noise.
fn explosive() -> Series {
    series((1..=40).map(|t| 1.2_f64.powi(t) + f64::from((t * t * 37) % 11) / 10.0))
}

#[test]
fn a_constant_is_named() {
    let x = series(vec![3.0; 30]);
    refused(Adf::of(&x).run(), ErrorKind::Constant, &["`price`"]);
    refused(PhillipsPerron::of(&x).run(), ErrorKind::Constant, &["`price`"]);
    refused(Kpss::of(&x).run(), ErrorKind::Constant, &["`price`"]);
    refused(VarianceRatio::of(&x).run(), ErrorKind::Constant, &["`price`"]);
}

#[test]
fn too_few_observations_are_counted() {
    let x = noise(9);
    refused(Adf::of(&x).lags(4).run(), ErrorKind::Sample, &["ADF", "needs 12", "found 9", "fewer lags"]);
    refused(Adf::of(&x).lags(usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    refused(Adf::of(&x).lags(Lags::up_to(Criterion::Bic, usize::MAX)).run(), ErrorKind::Sample, &["found 9"]);
    refused(PhillipsPerron::of(&noise(3)).run(), ErrorKind::Sample, &["Phillips–Perron", "needs 4", "found 3"]);
    refused(PhillipsPerron::of(&x).bandwidth(8).run(), ErrorKind::Sample, &["8 Bartlett lags need 9", "found 8"]);
    refused(Kpss::of(&noise(2)).run(), ErrorKind::Sample, &["KPSS", "needs 3", "found 2"]);
    refused(Kpss::of(&x).bandwidth(usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    let long = VarianceRatio::of(&x).horizons([2, 8]).run();
    refused(long, ErrorKind::Sample, &["over 8 periods", "needs 10 observations", "found 9"]);
    refused(VarianceRatio::of(&noise(2)).run(), ErrorKind::Sample, &["found 2"]);
}

#[test]
fn too_few_degrees_of_freedom_are_not_identified() {
    let x = noise(9);
    not_identified(
        &Adf::of(&x).lags(2).run().expect("a result").report(),
        &["6 rows", "4 coefficients", "fewer than 5"],
    );
    let pp = PhillipsPerron::of(&noise(7)).run().expect("a result");
    not_identified(&pp.report(), &["6 rows", "2 coefficients"]);
    assert_eq!(pp.reports().len(), 1);
    not_identified(&Kpss::of(&noise(5)).run().expect("a result").report(), &["5 rows", "1 coefficient leave"]);
    let ratio = VarianceRatio::of(&noise(6)).horizons([2]).run().expect("a result");
    not_identified(&ratio.report(), &["5 rows"]);
    assert!(Adf::of(&x).lags(2).min_df(2).run().expect("a result").report().statistic().is_some());
}

#[test]
fn a_series_that_its_terms_explain_is_refused() {
    let line = series((1..=30).map(f64::from));
    refused(Kpss::of(&line).terms(Terms::Trend).run(), ErrorKind::Collinear, &["KPSS", "`price`", "without error"]);
    refused(VarianceRatio::of(&line).run(), ErrorKind::Constant, &["the change of `price` does not vary"]);
    refused(Adf::of(&line).terms(Terms::Trend).lags(0).run(), ErrorKind::Collinear, &["trend"]);
    let doubling = series((1..=30).map(|t| 2.0_f64.powi(t)));
    refused(Adf::of(&doubling).terms(Terms::None).lags(0).run(), ErrorKind::Collinear, &["ADF", "without error"]);
    refused(PhillipsPerron::of(&doubling).terms(Terms::None).run(), ErrorKind::Collinear, &["without error"]);
}

#[test]
fn terms_without_a_law_are_refused() {
    let x = noise(40);
    refused(Kpss::of(&x).terms(Terms::None).run(), ErrorKind::Argument, &["KPSS", "none", "a constant and a trend"]);
    refused(Kpss::of(&x).terms(Terms::Quadratic).run(), ErrorKind::Argument, &["squared trend"]);
    refused(VarianceRatio::of(&x).terms(Terms::Trend).run(), ErrorKind::Argument, &["variance ratio", "mean change"]);
    refused(VarianceRatio::of(&x).horizons([1, 2]).run(), ErrorKind::Argument, &["two periods or more"]);
    refused(VarianceRatio::of(&x).horizons([]).run(), ErrorKind::Argument, &["two periods or more"]);
}

#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let x = explosive();
    for report in [Adf::of(&x).lags(0).run().expect("ADF").report(), PhillipsPerron::of(&x).run().expect("PP").report()]
    {
        assert_eq!(report.rejects(0.10), Some(false));
        assert!(report.notes.iter().any(|note| note.text().contains("above one")), "{report}");
    }
    // These two estimate no root themselves.
    let (kpss, ratio) = (Kpss::of(&x).run().expect("KPSS"), VarianceRatio::of(&x).run().expect("a ratio"));
    for report in [kpss.report(), ratio.report()] {
        assert_eq!(report.rejects(0.05), Some(true));
        assert!(report.notes.iter().any(|note| note.text().contains("above one")), "{report}");
    }
}

#[test]
fn short_samples_say_that_the_surface_is_extended() {
    let adf = Adf::of(&noise(16)).lags(0).run().expect("a result");
    let told = |report: &TestReport| report.notes.iter().any(|note| note.text().contains("simulated samples of 20"));
    assert!(told(&adf.report()) && !adf.reports()[1..].iter().any(told), "{}", adf.report());
    let ratio = VarianceRatio::of(&noise(16)).horizons([8]).run().expect("a result");
    assert!(ratio.report().notes.iter().any(|note| note.text().contains("more than half")), "{}", ratio.report());
}

/// Every second change is zero, so that no two neighbours are both other than zero.
#[test]
fn a_robust_variance_of_zero_is_no_number() {
    let steps = series((0..40).map(|t| f64::from(t / 2) + f64::from((t / 2 * 7) % 5)));
    let result = VarianceRatio::of(&steps).terms(Terms::None).horizons([2]).run().expect("a result");
    not_identified(&result.report(), &["robust variance is zero"]);
    assert!(result.reports()[1].statistic().is_some());
}
