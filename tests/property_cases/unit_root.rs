//! What the unit-root tests must not care about: units, level, trend; and that any numbers give a result or an error.

use proptest::prelude::*;
use yalu::dist::dickey_fuller::{Statistic, surface};
use yalu::dist::kpss::{self, Around};
use yalu::unit_root::{Adf, BartlettLags, Kpss, Lags, PhillipsPerron, Terms, VarianceRatio};
use yalu::{Error, Outcome, Period, Series, TestReport};

fn series(values: &[f64]) -> Series {
    Series::new("x", Period::annual(1900), values.to_vec()).expect("a series")
}

/// A random walk of 25 to 60 observations.
fn walk() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-1.0..1.0_f64, 25..60).prop_map(|shocks| {
        let mut level = 0.0;
        shocks
            .iter()
            .map(|shock| {
                level += shock;
                level
            })
            .collect()
    })
}

fn terms() -> impl Strategy<Value = Terms> {
    prop::sample::select(vec![Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic])
}

/// The statistics of all tests that have a law with these terms.
fn statistics(values: &[f64], terms: Terms, lags: usize) -> Vec<f64> {
    let x = series(values);
    let adf = Adf::of(&x).terms(terms).lags(lags).run().expect("ADF");
    let pp = PhillipsPerron::of(&x).terms(terms).bandwidth(lags).run().expect("PP");
    let kpss = Kpss::of(&x).terms(terms).bandwidth(lags).run().ok().map(|kpss| kpss.statistic());
    let joint = adf.joint().iter().filter_map(TestReport::statistic);
    [adf.statistic(), pp.z_tau(), pp.z_alpha()].into_iter().chain(joint).chain(kpss).collect()
}

fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * (1.0 + b.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn units_do_not_matter(x in walk(), terms in terms(), lags in 0_usize..4, e in -200_i32..200, sign in prop::bool::ANY) {
        let scale = 10.0_f64.powi(e) * if sign { -1.0 } else { 1.0 };
        let rescaled: Vec<f64> = x.iter().map(|x| scale * x).collect();
        let (one, other) = (statistics(&x, terms, lags), statistics(&rescaled, terms, lags));
        prop_assert!(close(&one, &other, 1e-8), "{one:?} {other:?}");
    }

    #[test]
    fn the_ratio_has_no_units_and_no_level(x in walk(), e in -100_i32..100, level in -50.0..50.0_f64) {
        let of = |values: &[f64]| VarianceRatio::of(&series(values)).horizons([2, 3, 5]).run().expect("a result");
        let rescaled: Vec<f64> = x.iter().map(|x| 10.0_f64.powi(e) * (x + level)).collect();
        for (one, other) in of(&x).horizons().iter().zip(of(&rescaled).horizons()) {
            prop_assert!(close(&[one.ratio, one.homoskedastic], &[other.ratio, other.homoskedastic], 1e-9));
            prop_assert!(close(&[one.robust.expect("z")], &[other.robust.expect("z")], 1e-9));
        }
    }

    #[test]
    fn a_level_does_not_matter_to_tests_with_a_constant(x in walk(), level in -50.0..50.0_f64, lags in 0_usize..4) {
        let shifted: Vec<f64> = x.iter().map(|x| x + level).collect();
        for terms in [Terms::Constant, Terms::Trend] {
            let (one, other) = (statistics(&x, terms, lags), statistics(&shifted, terms, lags));
            // Φ₁, of the constant itself, is invariant too: a level leaves the change alone.
            prop_assert!(close(&one, &other, 1e-7), "{terms}: {one:?} {other:?}");
        }
    }

    #[test]
    fn a_trend_does_not_matter_to_tests_with_one(x in walk(), slope in -5.0..5.0_f64, lags in 0_usize..4) {
        let sloped: Vec<f64> = x.iter().enumerate().map(|(t, x)| x + slope * t as f64).collect();
        let (one, other) = (statistics(&x, Terms::Trend, lags), statistics(&sloped, Terms::Trend, lags));
        // Φ₂ restricts the drift to zero, which a slope is not.
        let without = |all: &[f64]| [&all[..3], &all[4..]].concat();
        prop_assert!(close(&without(&one), &without(&other), 1e-7), "{one:?} {other:?}");
    }

    #[test]
    fn without_autocovariances_phillips_perron_is_dickey_fuller(x in walk(), terms in terms()) {
        let x = series(&x);
        let adf = Adf::of(&x).terms(terms).lags(0).run().expect("ADF");
        let pp = PhillipsPerron::of(&x).terms(terms).bandwidth(0).run().expect("PP");
        prop_assert!(close(&[pp.z_tau()], &[adf.statistic()], 1e-10));
        let z = adf.regression().nobs() as f64 * adf.coefficient();
        prop_assert!(close(&[pp.z_alpha()], &[z], 1e-10));
        // One law, one p-value.
        prop_assert!(close(&[pp.reports()[0].p().expect("p").value()], &[adf.reports()[0].p().expect("p").value()], 1e-9));
    }

    #[test]
    fn p_rises_with_the_statistic_and_undoes_the_quantile(
        p in 0.001..0.999_f64, terms in terms(), series in 1_usize..=12, rows in 45_usize..400, z in prop::bool::ANY,
    ) {
        let statistic = if z { Statistic::Z } else { Statistic::Tau };
        let at = |p| surface::quantile(p, statistic, terms, series, Some(rows)).expect("a quantile");
        let back = |value| surface::p_value(value, statistic, terms, series, Some(rows)).expect("p").value();
        // Two local fits, one of each on the other: not exactly inverse.
        prop_assert!((back(at(p)) / p - 1.0).abs() < 2e-3, "{} {p}", back(at(p)));
        let higher = (p * 1.2).min(0.9995);
        prop_assert!(at(higher) > at(p) && back(at(higher)) > back(at(p)));
    }

    #[test]
    fn the_law_of_kpss_falls_and_undoes_its_quantile(p in 1e-6..0.99_f64, x in 0.0..3.0_f64) {
        for around in [Around::Level, Around::Trend] {
            let back = kpss::sf(kpss::isf(p, around).expect("a quantile"), around);
            prop_assert!((back / p - 1.0).abs() < 1e-9, "{p} {back}");
            prop_assert!(kpss::sf(x, around) >= kpss::sf(x + 0.01, around));
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64, -2.0..2.0_f64], 1..30),
        terms in terms(),
        lags in 0_usize..40,
    ) {
        let x = series(&x);
        let fine = |reports: Result<Vec<TestReport>, Error>| {
            let Ok(reports) = reports else { return true };
            let numbers = reports.iter().flat_map(|report| [report.statistic(), report.p().map(|p| p.value())]);
            let because = |report: &TestReport| match &report.outcome {
                Outcome::NotApplicable { because } => !because.is_empty(),
                Outcome::Computed { .. } => true,
            };
            !reports.is_empty() && numbers.flatten().all(f64::is_finite) && reports.iter().all(because)
        };
        let all = |result: yalu::unit_root::AdfResult| [result.reports(), result.joint()].concat();
        prop_assert!(fine(Adf::of(&x).terms(terms).lags(Lags::default()).run().map(all)), "ADF by AIC");
        prop_assert!(fine(Adf::of(&x).terms(terms).lags(lags).run().map(all)), "ADF");
        for lags in [BartlettLags::Given(lags), BartlettLags::Automatic, BartlettLags::Schwert] {
            let pp = PhillipsPerron::of(&x).terms(terms).bandwidth(lags).run();
            prop_assert!(fine(pp.map(|result| result.reports().to_vec())), "PP");
            let kpss = Kpss::of(&x).terms(terms).bandwidth(lags).run();
            prop_assert!(fine(kpss.map(|result| result.reports().to_vec())), "KPSS");
        }
        let ratio = VarianceRatio::of(&x).terms(terms).run();
        prop_assert!(fine(ratio.map(|result| result.reports().to_vec())), "VR by default");
        let ratio = VarianceRatio::of(&x).horizons([lags]).run();
        prop_assert!(fine(ratio.map(|result| result.reports().to_vec())), "VR");
    }
}
