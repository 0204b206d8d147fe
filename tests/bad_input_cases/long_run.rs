//! What the long-run estimators refuse.

use yalu::cointegration::long_run::Dynamics;
use yalu::cointegration::{Ccr, Dols, Fmols};
use yalu::regression::{Bandwidth, Criterion, Kernel, Restriction};
use yalu::{ErrorKind, Period, Series};

use super::expect::refused;

fn series(name: &str, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(1901), values.into_iter().collect()).unwrap()
}

fn noise(name: &str, seed: u32, n: u32) -> Series {
    series(name, (1..=n).map(|i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101)))
}

#[track_caller]
fn all_refuse(y: &Series, x: &[&Series], kind: ErrorKind, words: &[&str]) {
    refused(Fmols::of(y).on(x).run(), kind, words);
    refused(Ccr::of(y).on(x).run(), kind, words);
    refused(Dols::of(y).on(x).run(), kind, words);
}

#[test]
fn data_that_do_not_make_an_equation() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    all_refuse(&y, &[], ErrorKind::Argument, &["another series"]);
    all_refuse(&y, &[&y], ErrorKind::Name, &["`y`", "twice"]);
    all_refuse(&y, &[&series("price", vec![3.0; 40])], ErrorKind::Constant, &["`price`"]);
    let double = series("double", x.values().iter().map(|v| 2.0 * v + 1.0));
    all_refuse(&y, &[&x, &double], ErrorKind::Collinear, &["`double`"]);
    all_refuse(&double, &[&x], ErrorKind::Collinear, &["`double`"]);
}

#[test]
fn a_regressor_whose_changes_are_all_alike_is_refused() {
    let (y, trend) = (noise("y", 2, 40), series("steady", (1..=40).map(f64::from)));
    let terms = yalu::unit_root::Terms::Trend;
    refused(Fmols::of(&y).on(&[&trend]).terms(terms).run(), ErrorKind::Collinear, &["`steady`"]);
    refused(Fmols::of(&y).on(&[&trend]).regressor_terms(terms).run(), ErrorKind::Collinear, &["innovations", "`y`"]);
    refused(Dols::of(&y).on(&[&trend]).run(), ErrorKind::Collinear, &["diff(steady)"]);
}

#[test]
fn too_few_observations_are_counted() {
    let (x, y) = (noise("x", 1, 7), noise("y", 2, 7));
    refused(Fmols::of(&y).on(&[&x]).run(), ErrorKind::Sample, &["FMOLS of y on x needs 8", "found 7"]);
    refused(Ccr::of(&y).on(&[&x]).run(), ErrorKind::Sample, &["CCR", "found 7"]);
    refused(Dols::of(&y).on(&[&x]).run(), ErrorKind::Sample, &["DOLS", "found 7"]);
    let (x, y) = (noise("x", 1, 20), noise("y", 2, 20));
    let given = Dols::of(&y).on(&[&x]).leads_and_lags(5, 5);
    refused(given.run(), ErrorKind::Sample, &["needs 29", "found 20"]);
    let absurd = Dols::of(&y).on(&[&x]).leads_and_lags(usize::MAX, 1);
    refused(absurd.run(), ErrorKind::Sample, &["found 20"]);
    let search = Dynamics::Chosen { criterion: Criterion::Aic, most: Some(9) };
    refused(Dols::of(&y).on(&[&x]).dynamics(search).run(), ErrorKind::Sample, &["0 to 9 leads and lags", "found 20"]);
}

#[test]
fn a_bandwidth_that_is_none_is_refused() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let fmols = |kernel, bandwidth| Fmols::of(&y).on(&[&x]).kernel(kernel).bandwidth(bandwidth).run();
    refused(fmols(Kernel::QuadraticSpectral, Bandwidth::Lag(3)), ErrorKind::Argument, &["no last lag"]);
    refused(fmols(Kernel::Parzen, Bandwidth::Lag(100)), ErrorKind::Argument, &["fewer lags"]);
    refused(fmols(Kernel::Parzen, Bandwidth::Width(0.0)), ErrorKind::Argument, &["positive"]);
}

#[test]
fn restrictions_that_make_no_sense() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let fit = Fmols::of(&y).on(&[&x]).run().unwrap();
    refused(fit.wald(&Restriction::default()), ErrorKind::Argument, &["at least one"]);
    refused(fit.wald(&Restriction::zero(["z"])), ErrorKind::Name, &["`z`"]);
    refused(fit.wald(&Restriction::parse("x = 0, x = 1").unwrap()), ErrorKind::Collinear, &["contradict"]);
}

#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let mut level = 1.0;
    let next = |e: &f64| {
        level = 1.1 * level + e / 101.0 - 0.4;
        level
    };
    let (boom, y) = (series("boom", noise("e", 3, 60).values().iter().map(next)), noise("y", 2, 60));
    for (y, x) in [(&y, &boom), (&boom, &y)] {
        let x = &[x];
        for fit in [Fmols::of(y).on(x).run(), Ccr::of(y).on(x).run(), Dols::of(y).on(x).leads_and_lags(1, 1).run()] {
            let report = fit.unwrap().wald(&Restriction::zero([x[0].name()])).unwrap();
            assert!(report.statistic().is_some_and(f64::is_finite));
            assert!(report.notes.iter().any(|note| note.text().contains("root of boom is above one")), "{report}");
        }
    }
}

#[test]
fn extreme_units_are_computed_or_refused() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let in_units = |v: &Series, unit: f64| series(v.name(), v.values().iter().map(|v| v * unit));
    let fits = |y: &Series, x: &Series| {
        let x = &[x];
        [Fmols::of(y).on(x).run(), Ccr::of(y).on(x).run(), Dols::of(y).on(x).leads_and_lags(1, 1).run()]
    };
    let statistics = |y: &Series, x: &Series| fits(y, x).map(|fit| fit.unwrap().tidy()[1].statistic);
    for (a, b) in statistics(&y, &x).into_iter().zip(statistics(&in_units(&y, 1e-60), &in_units(&x, 1e60))) {
        assert!((a - b).abs() < 1e-7 * a.abs(), "{a} {b}");
    }
    for fit in fits(&in_units(&y, 1e-120), &in_units(&x, 1e150)) {
        refused(fit, ErrorKind::NonFinite, &["units"]);
    }
}
