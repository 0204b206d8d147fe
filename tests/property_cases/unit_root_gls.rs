//! Invariances of the tests that remove the deterministic terms first, and of the summary of orders.

use proptest::prelude::*;
use yalu::unit_root::{Adf, DfGls, ErsPointOptimal, IntegrationOrder, LagRule, Lags, SchmidtPhillips, Terms};
use yalu::{Error, HypothesisTest, Period, Series, TestReport};

fn series(values: &[f64]) -> Series {
    Series::new("x", Period::annual(1950), values.to_vec()).unwrap()
}

/// A walk whose steps have a memory.
fn walk() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-1.0..1.0_f64, 20..60).prop_map(|steps| {
        let (mut level, mut step) = (0.0, 0.0);
        steps
            .iter()
            .map(|shock| {
                step = 0.4 * step + shock;
                level += step;
                level
            })
            .collect()
    })
}

fn moved(values: &[f64], scale: f64, level: f64, slope: f64, curve: f64) -> Vec<f64> {
    let terms = |t: f64| level + slope * t + curve * t * t;
    values.iter().enumerate().map(|(t, value)| scale * (value + terms(t as f64))).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * a.abs().max(b.abs()) + 1e-9
}

/// The statistics of all tests that promise invariance to these terms; the lags are left to the rules.
fn statistics(values: &[f64], terms: Terms) -> Vec<f64> {
    let x = series(values);
    let gls = DfGls::of(&x).terms(terms).run().unwrap();
    let ols = DfGls::of(&x).terms(terms).search_by_ols().lags(Lags::up_to(LagRule::TStat, 3)).run().unwrap();
    let ers = ErsPointOptimal::of(&x).terms(terms).run().unwrap();
    let mut all = vec![gls.statistic(), ols.statistic(), ers.statistic()];
    if terms == Terms::Trend {
        let sp = SchmidtPhillips::of(&x).run().unwrap();
        all.extend([sp.tau(), sp.rho()].into_iter().flatten());
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn units_and_level_do_not_matter(x in walk(), e in -9_i32..10, level in -50.0..50.0_f64) {
        let other = moved(&x, 10.0_f64.powi(e), level, 0.0, 0.0);
        for (a, b) in statistics(&x, Terms::Constant).into_iter().zip(statistics(&other, Terms::Constant)) {
            prop_assert!(close(a, b), "{} and {}", a, b);
        }
    }

    #[test]
    fn with_a_trend_its_slope_does_not_matter(x in walk(), scale in 0.01..100.0_f64, slope in -9.0..9.0_f64) {
        let other = moved(&x, scale, 3.0, slope, 0.0);
        for (a, b) in statistics(&x, Terms::Trend).into_iter().zip(statistics(&other, Terms::Trend)) {
            prop_assert!(close(a, b), "{} and {}", a, b);
        }
    }

    #[test]
    fn a_quadratic_trend_does_not_matter_to_schmidt_and_phillips(x in walk(), curve in -0.5..0.5_f64) {
        let z = |values: &[f64]| SchmidtPhillips::of(&series(values)).degree(2).run().unwrap().tau().unwrap();
        let (a, b) = (z(&x), z(&moved(&x, 1.0, 1.0, 2.0, curve)));
        prop_assert!(close(a, b), "{} and {}", a, b);
    }

    #[test]
    fn df_gls_is_a_dickey_fuller_regression_on_what_is_left(x in walk(), lags in 0_usize..4) {
        let x = series(&x);
        for terms in [Terms::Constant, Terms::Trend] {
            let gls = DfGls::of(&x).terms(terms).lags(lags).run().unwrap();
            let adf = Adf::of(gls.detrended()).terms(Terms::None).lags(lags).run().unwrap();
            prop_assert!(close(gls.statistic(), adf.statistic()));
            prop_assert!(close(gls.coefficient(), adf.coefficient()));
        }
    }

    #[test]
    fn a_smaller_statistic_has_a_smaller_p(x in walk(), y in walk()) {
        let of = |values: &[f64]| {
            let x = series(&values[..20]);
            let reports = [DfGls::of(&x).lags(0).run().unwrap().report(), ErsPointOptimal::of(&x).lags(0).run().unwrap().report()];
            reports.map(|report| (report.statistic().unwrap(), report.p().unwrap().value()))
        };
        for ((a, p), (b, q)) in of(&x).into_iter().zip(of(&y)) {
            prop_assert!((a < b && p <= q) || (a >= b && p >= q));
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), Just(-1e300), -1e-300..1e300_f64], 1..30),
        lags in 0_usize..40,
        degree in 0_usize..6,
    ) {
        let x = series(&x);
        let check = |result: Result<Vec<TestReport>, Error>| {
            let Ok(reports) = result else { return true };
            let numbers = reports.iter().flat_map(|r| [r.statistic(), r.p().map(|p| p.value())]);
            numbers.flatten().all(f64::is_finite) && !reports.iter().any(|r| r.to_string().contains("NaN"))
        };
        for terms in [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic] {
            prop_assert!(check(DfGls::of(&x).terms(terms).lags(lags).run().map(|r| r.reports().to_vec())));
            prop_assert!(check(DfGls::of(&x).terms(terms).search_by_ols().run().map(|r| r.reports().to_vec())));
            prop_assert!(check(ErsPointOptimal::of(&x).terms(terms).lags(lags).run().map(|r| r.reports().to_vec())));
            prop_assert!(check(ErsPointOptimal::of(&x).terms(terms).run().map(|r| r.reports().to_vec())));
        }
        prop_assert!(check(SchmidtPhillips::of(&x).degree(degree).run().map(|r| r.reports().to_vec())));
        prop_assert!(check(SchmidtPhillips::of(&x).bandwidth(lags).urca_weights().run().map(|r| r.reports().to_vec())));
    }
}

proptest! {
    // Short series are simulated as well: a few suffice.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_is_that_of_the_series_in_any_units(x in walk(), e in -6_i32..7, slope in -2.0..2.0_f64) {
        let other = moved(&x, 10.0_f64.powi(e), 10.0, slope, 0.0);
        let order = |values: &[f64]| IntegrationOrder::of(&[&series(values)]).run().unwrap().series()[0].order(0.05);
        prop_assert_eq!(order(&x), order(&other));
    }

    #[test]
    fn a_summary_of_any_numbers_has_no_nan(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e300..1e300_f64], 1..30),
    ) {
        let Ok(result) = IntegrationOrder::of(&[&series(&x)]).run() else { return Ok(()) };
        let text = format!("{result}{}", result.in_words(0.05).unwrap());
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
    }
}
