//! What Johansen's tests refuse, and what they call not identified.

use yalu::cointegration::johansen::{Case, Constancy, Johansen, JohansenResult, Restrictions};
use yalu::ndarray::{Array2, array};
use yalu::regression::Criterion;
use yalu::{ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;
use super::given::walk;

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

#[test]
fn series_that_cannot_be_tested_are_named() {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    refused(Johansen::of(&[&x]).run(), ErrorKind::Argument, &["two series", "found 1", "unit root"]);
    refused(Johansen::of(&[]).run(), ErrorKind::Argument, &["found 0"]);
    refused(Johansen::of(&[&x, &y, &x]).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(Johansen::of(&[&x, &y]).exogenous(&[&y]).run(), ErrorKind::Name, &["`y`", "twice"]);
    let flat = series("flat", 1901, vec![2.0; 60]);
    refused(Johansen::of(&[&x, &flat]).run(), ErrorKind::Constant, &["`flat`"]);
    let sum = series("sum", 1901, x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect::<Vec<_>>());
    for lags in [1, 2] {
        refused(Johansen::of(&[&x, &y, &sum]).lags(lags).run(), ErrorKind::Collinear, &["sum"]);
    }
    refused(Johansen::of(&[&x, &y, &sum]).run(), ErrorKind::Collinear, &["sum"]);
    // The identity itself, not what it makes of lagged differences.
    let moved = series("moved", 1901, x.values().iter().map(|v| 2.0 * v + 3.0));
    let identity = &["`moved` is a linear combination", "moved = 3 × (Intercept) + 2 × x"];
    refused(Johansen::of(&[&x, &moved]).lags(2).run(), ErrorKind::Collinear, identity);
    let later = series("later", 2000, y.values().to_vec());
    refused(Johansen::of(&[&x, &later]).run(), ErrorKind::Sample, &["no date in common"]);
    let trend = series("trend", 1901, (0..60).map(f64::from));
    refused(Johansen::of(&[&x, &trend]).case(Case::RestrictedTrend).lags(1).run(), ErrorKind::Collinear, &["trend"]);
}

#[test]
fn too_few_observations_say_how_many_are_needed() {
    let (x, y) = (walk("x", 1, 9), walk("y", 2, 9));
    refused(Johansen::of(&[&x, &y]).lags(3).run(), ErrorKind::Sample, &["needs 12 observations", "found 9"]);
    refused(Johansen::of(&[&x, &y]).lags(20).run(), ErrorKind::Sample, &["found 9"]);
    refused(Johansen::of(&[&x, &y]).lags(usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    refused(Johansen::of(&[&x, &y]).lags(0).run(), ErrorKind::Argument, &["at least one lag"]);
    refused(Johansen::of(&[&x, &y]).select(Criterion::Aic, 0).run(), ErrorKind::Argument, &["longest lag"]);
    refused(Johansen::of(&[&x, &y]).select(Criterion::Aic, usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    refused(Johansen::of(&[&x, &y]).select(Criterion::Aic, 6).run(), ErrorKind::Sample, &["1 to 6 lags", "found 9"]);
    let one = series("one", 1901, [1.0]);
    refused(Johansen::of(&[&one, &one.clone().rename("other")]).run(), ErrorKind::Constant, &["`one`"]);
    let result = Johansen::of(&[&x, &y]).lags(2).run().unwrap();
    let Outcome::NotApplicable { because } = result.report().outcome else { panic!("a number") };
    assert!(because.starts_with("not identified: 7 rows less 5 coefficients"), "{because}");
    assert!(result.ranks().is_empty() && result.rank_by_trace(0.05).is_none());
    assert!(result.in_words(0.05).unwrap().contains("not identified"));
    assert!(result.to_string().contains("not identified"));
    refused(result.vecm(1), ErrorKind::Sample, &["not identified"]);
    assert!(Johansen::of(&[&x, &y]).lags(2).min_df(2).run().unwrap().vecm(1).is_ok());
}

#[test]
fn series_of_two_frequencies_are_refused() {
    let monthly = Series::new("monthly", "1901-01".parse().unwrap(), vec![1.0, 2.0, 4.0]).unwrap();
    refused(Johansen::of(&[&walk("x", 1, 60), &monthly]).run(), ErrorKind::Frequency, &["`monthly`", "`x`"]);
}

#[test]
fn terms_must_fit_the_rows() {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    let test = || Johansen::of(&[&x, &y]).lags(2);
    refused(test().seasonal().run(), ErrorKind::Frequency, &["annual data have no seasons"]);
    refused(test().post(Period::annual(1850)).run(), ErrorKind::Constant, &["post(1850)"]);
    refused(test().pulse("1930-05".parse().unwrap()).run(), ErrorKind::Frequency, &["1930-05"]);
    let short = walk("short", 3, 40);
    refused(test().exogenous(&[&short]).run(), ErrorKind::Sample, &["`short` is observed from 1901 to 1940"]);
    let result = test().post(Period::annual(1930)).run().unwrap();
    assert!(result.report().notes[0].text().contains("change the law"));
    refused(result.in_words(5.0), ErrorKind::Argument, &["level of 5"]);
    for rank in [0, 3] {
        refused(result.vecm(rank), ErrorKind::Argument, &[&format!("{rank} relations among 2 series")]);
    }
}

#[test]
fn restrictions_must_leave_room() {
    let (x, y, z) = (walk("x", 1, 80), walk("y", 2, 80), walk("z", 3, 80));
    let result = Johansen::of(&[&x, &y, &z]).lags(1).run().unwrap();
    let (one, two) = (result.vecm(1).unwrap(), result.vecm(2).unwrap());
    let new = Restrictions::new;
    refused(one.test(&new().exclude("w")), ErrorKind::Name, &["there is no level `w`"]);
    refused(one.test(&new().weakly_exogenous("w")), ErrorKind::Name, &["there is no series `w`"]);
    refused(two.test(&new().exclude("x").exclude("y")), ErrorKind::Argument, &["1 free directions for 2 relations"]);
    let none = new().weakly_exogenous("x").weakly_exogenous("y").weakly_exogenous("z");
    refused(one.test(&none), ErrorKind::Argument, &["0 series that may react"]);
    let known = || new().known([("x", 1.0), ("y", -1.0)]);
    refused(one.test(&known().known([("z", 1.0)])), ErrorKind::Argument, &["2 relations are restricted"]);
    refused(two.test(&known().known([("x", -2.0), ("y", 2.0)])), ErrorKind::Argument, &["two relations the same"]);
    refused(one.test(&known().exclude("z")), ErrorKind::Argument, &["known or spanned already"]);
    refused(one.test(&new().zero([("x", 0.0)])), ErrorKind::Argument, &["says nothing"]);
    refused(one.test(&new().zero([("x", f64::NAN)])), ErrorKind::Argument, &["says nothing"]);
    refused(one.test(&new().spanned(Array2::eye(2), 1)), ErrorKind::Argument, &["3 rows"]);
    refused(one.test(&new().loadings(array![[1.0]])), ErrorKind::Argument, &["1 rows for 3 series"]);
    let nothing = one.test(&new()).unwrap();
    assert!(nothing.df() == 0 && nothing.p_value().is_none() && nothing.lr() < 1e-9);
    assert!(matches!(nothing.report().outcome, Outcome::NotApplicable { .. }));
}

#[test]
fn constancy_needs_something_to_test() {
    let (x, y) = (walk("x", 1, 60), walk("y", 2, 60));
    let result = Johansen::of(&[&x, &y]).lags(1).run().unwrap();
    let (one, full) = (result.vecm(1).unwrap(), result.vecm(2).unwrap());
    refused(Constancy::of(&full).run(), ErrorKind::Argument, &["2 relations among 2 series"]);
    for share in [0.0, 1.0, f64::NAN] {
        refused(Constancy::of(&one).first(share).run(), ErrorKind::Argument, &["share"]);
    }
    refused(Constancy::of(&one).draws(10).run(), ErrorKind::Argument, &["10 draws"]);
    // A dummy that has not begun in the first samples lets the paths begin later.
    let late = Johansen::of(&[&x, &y]).lags(1).pulse(Period::annual(1955)).run().unwrap().vecm(1).unwrap();
    let paths = Constancy::of(&late).draws(99).run().unwrap();
    assert_eq!(paths.rows()[0].at.to_string(), "1955");
}

#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let told = |result: &JohansenResult| {
        let report = result.report();
        assert!(report.statistic().is_some_and(f64::is_finite));
        let root = report.notes.iter().find_map(|note| note.text().split("root of modulus ").nth(1));
        root.and_then(|rest| rest.split(':').next()?.parse::<f64>().ok())
    };
    let (x, boom) = (walk("x", 1, 60), series("boom", 1901, (0..60).map(|t| 1.2_f64.powi(t) + f64::from(t * t % 7))));
    for lags in [1, 2, 3] {
        let root = told(&Johansen::of(&[&x, &boom]).lags(lags).run().unwrap()).unwrap();
        assert!((root - 1.2).abs() < 0.02, "{lags}: {root}");
        // Whatever the units.
        let scaled = series("boom", 1901, boom.values().iter().map(|value| 1e-40 * value));
        assert_eq!(told(&Johansen::of(&[&x, &scaled]).lags(lags).run().unwrap()), Some(root));
    }
    let mild = boom_of("mild", 1.1, 60);
    assert!(told(&Johansen::of(&[&mild, &x]).case(Case::RestrictedConstant).lags(2).run().unwrap()).is_some());
    // Noise around zero is far from it.
    let noise = |name: &str, seed: u32| series(name, 1901, (1..=60).map(|i| f64::from((i * i * 37 + seed * i) % 101)));
    assert_eq!(told(&Johansen::of(&[&noise("a", 3), &noise("b", 5)]).lags(2).run().unwrap()), None);
}

/// yₜ = root · yₜ₋₁ + noise.
fn boom_of(name: &str, root: f64, n: u32) -> Series {
    let mut level = 1.0;
    let next = |t: u32| {
        level = root * level + f64::from((t * t * 41 + t * 17) % 97) / 97.0 - 0.4;
        level
    };
    series(name, 1901, (0..n).map(next))
}
