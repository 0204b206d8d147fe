//! What the residual-based tests for cointegration refuse, and what they call not identified.

use yalu::cointegration::residual::Shift;
use yalu::cointegration::{EngleGranger, GregoryHansen, PhillipsOuliaris};
use yalu::regression::{Bandwidth, Kernel};
use yalu::unit_root::{LagRule, Lags};
use yalu::{ErrorKind, HypothesisTest, Period, Series};

use super::expect::{not_identified, refused};

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(name: &str, seed: u32, n: u32) -> Series {
    series(name, 1901, (1..=n).map(|i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101)))
}

/// The same for all three.
#[track_caller]
fn all_refuse(y: &Series, x: &[&Series], kind: ErrorKind, words: &[&str]) {
    refused(EngleGranger::of(y).on(x).lags(0).run(), kind, words);
    refused(PhillipsOuliaris::of(y).on(x).run(), kind, words);
    refused(GregoryHansen::of(y).on(x).lags(0).run(), kind, words);
}

#[test]
fn no_other_series_or_one_that_stands_twice() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    all_refuse(&y, &[], ErrorKind::Argument, &["`y`", "another series"]);
    all_refuse(&y, &[&y], ErrorKind::Name, &["`y`", "twice"]);
    all_refuse(&y, &[&x, &x], ErrorKind::Name, &["`x`", "twice"]);
}

#[test]
fn a_series_that_does_not_vary_is_named() {
    let (y, flat) = (noise("y", 2, 40), series("price", 1901, vec![3.0; 40]));
    all_refuse(&y, &[&flat], ErrorKind::Constant, &["`price`"]);
    all_refuse(&flat, &[&y], ErrorKind::Constant, &["`price`"]);
}

#[test]
fn collinear_series_are_named() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let double = series("double", 1901, x.values().iter().map(|v| 2.0 * v + 1.0));
    all_refuse(&y, &[&x, &double], ErrorKind::Collinear, &["`double`"]);
    all_refuse(&double, &[&x], ErrorKind::Collinear, &["`double`", "x"]);
}

#[test]
fn too_few_observations_are_counted() {
    let (x, y) = (noise("x", 1, 4), noise("y", 2, 4));
    refused(EngleGranger::of(&y).on(&[&x]).lags(2).run(), ErrorKind::Sample, &["y on x", "needs 7", "found 4"]);
    refused(PhillipsOuliaris::of(&y).on(&[&x]).run(), ErrorKind::Sample, &["needs 5", "found 4"]);
    let regime = GregoryHansen::of(&y).on(&[&x]).shift(Shift::Regime).lags(0);
    refused(regime.run(), ErrorKind::Sample, &["found 4", "longer sample"]);
    let (x, y) = (noise("x", 1, 20), noise("y", 2, 20));
    refused(EngleGranger::of(&y).on(&[&x]).lags(usize::MAX).run(), ErrorKind::Sample, &["found 20"]);
    refused(GregoryHansen::of(&y).on(&[&x]).lags(usize::MAX).run(), ErrorKind::Sample, &["found 20"]);
    let search = Lags::up_to(LagRule::TStat, 15);
    refused(EngleGranger::of(&y).on(&[&x]).lags(search).run(), ErrorKind::Sample, &["residuals of y on x", "15 lags"]);
}

#[test]
fn series_without_common_dates_are_refused() {
    let (y, x) = (noise("y", 2, 40), series("x", 1990, (1..=40).map(|i| f64::from(i * i % 7))));
    all_refuse(&y, &[&x], ErrorKind::Sample, &["no date in common"]);
}

#[test]
fn too_few_degrees_of_freedom_are_not_identified() {
    let (x, y) = (noise("x", 1, 8), noise("y", 2, 8));
    not_identified(&EngleGranger::of(&y).on(&[&x]).lags(1).run().unwrap().report(), &[]);
    not_identified(&PhillipsOuliaris::of(&y).on(&[&x]).run().unwrap().report(), &[]);
    not_identified(&GregoryHansen::of(&y).on(&[&x]).shift(Shift::Regime).lags(0).run().unwrap().report(), &[]);
    assert!(EngleGranger::of(&y).on(&[&x]).lags(1).min_df(1).run().unwrap().report().statistic().is_some());
}

#[test]
fn more_series_than_the_tables_have_are_refused() {
    let y = noise("y", 99, 60);
    let others: Vec<Series> = (1..=12).map(|i| noise(&format!("x{i}"), i, 60)).collect();
    let x: Vec<&Series> = others.iter().collect();
    refused(EngleGranger::of(&y).on(&x).lags(0).run(), ErrorKind::Argument, &["12 series, not 13"]);
    refused(PhillipsOuliaris::of(&y).on(&x[..6]).run(), ErrorKind::Argument, &["6 series, not 7", "Engle–Granger"]);
    refused(GregoryHansen::of(&y).on(&x[..5]).run(), ErrorKind::Argument, &["4 regressors, not 5"]);
    // Seven series: no surface for p, but critical values that say what they can.
    let report = EngleGranger::of(&y).on(&x[..6]).lags(0).run().unwrap().report();
    assert_eq!(report.critical_values.len(), 3);
    assert!(report.p().is_some());
}

#[test]
fn a_bandwidth_that_is_none_is_refused() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let test = |kernel, bandwidth| PhillipsOuliaris::of(&y).on(&[&x]).kernel(kernel).bandwidth(bandwidth).run();
    refused(test(Kernel::QuadraticSpectral, Bandwidth::Lag(3)), ErrorKind::Argument, &["no last lag"]);
    refused(test(Kernel::Bartlett, Bandwidth::Lag(39)), ErrorKind::Argument, &["39 rows", "fewer lags"]);
    refused(test(Kernel::Bartlett, Bandwidth::Width(-1.0)), ErrorKind::Argument, &["positive"]);
    refused(test(Kernel::Bartlett, Bandwidth::Width(f64::NAN)), ErrorKind::Argument, &["positive"]);
    let shifted = GregoryHansen::of(&y).on(&[&x]).bandwidth(Bandwidth::Lag(99)).run();
    refused(shifted, ErrorKind::Argument, &["fewer lags"]);
}

#[test]
fn residuals_that_explode_are_computed_with_a_note() {
    let x = noise("x", 1, 40);
    let y = series("y", 1901, (0..40).map(|t| 1.5_f64.powi(t)));
    let report = EngleGranger::of(&y).on(&[&x]).lags(0).run().unwrap().report();
    assert!(report.statistic().is_some());
    assert!(report.notes.iter().any(|note| note.text().contains("explode")), "{report}");
    let report = PhillipsOuliaris::of(&y).on(&[&x]).run().unwrap().report();
    assert!(report.notes.iter().any(|note| note.text().contains("explode")), "{report}");
    assert_eq!(report.rejects(0.05), Some(false));
}

/// A series that explodes, on either side, is named by each of the three.
#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let mut level = 1.0;
    let boom = series(
        "boom",
        1901,
        noise("e", 3, 60).values().iter().map(|e| {
            level = 1.1 * level + e / 101.0 - 0.4;
            level
        }),
    );
    let mut level = 0.0;
    let walk = series(
        "walk",
        1901,
        noise("e", 5, 60).values().iter().map(|e| {
            level += e / 101.0;
            level
        }),
    );
    for (y, x) in [(&boom, &walk), (&walk, &boom)] {
        let eg = EngleGranger::of(y).on(&[x]).lags(0).run().unwrap();
        let po = PhillipsOuliaris::of(y).on(&[x]).run().unwrap();
        let gh = GregoryHansen::of(y).on(&[x]).lags(0).run().unwrap();
        for report in [eg.reports(), po.reports(), gh.reports()].concat() {
            assert!(report.statistic().is_some_and(f64::is_finite), "{report}");
            let told: Vec<&str> = report.notes.iter().map(|note| note.text()).collect();
            assert!(told.iter().any(|note| note.contains("root of boom is above one")), "{report}");
            assert!(!told.iter().any(|note| note.contains("root of walk")), "{report}");
        }
    }
}

#[test]
fn extreme_units_are_no_obstacle() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let huge = series("x", 1901, x.values().iter().map(|v| v * 1e150));
    let tiny = series("y", 1901, y.values().iter().map(|v| v * 1e-150));
    let plain = PhillipsOuliaris::of(&y).on(&[&x]).run().unwrap();
    let scaled = PhillipsOuliaris::of(&tiny).on(&[&huge]).run().unwrap();
    for (a, b) in [(plain.z_t(), scaled.z_t()), (plain.p_u(), scaled.p_u()), (plain.p_z(), scaled.p_z())] {
        assert!((a - b).abs() < 1e-8 * a.abs(), "{a} {b}");
    }
    let (a, b) = (
        GregoryHansen::of(&y).on(&[&x]).lags(0).run().unwrap().z_alpha().statistic,
        GregoryHansen::of(&tiny).on(&[&huge]).lags(0).run().unwrap().z_alpha().statistic,
    );
    assert!((a - b).abs() < 1e-8 * a.abs(), "{a} {b}");
}
