//! Identities of sums of residuals.

use proptest::prelude::*;
use yalu::breaks::fluctuation::{FluctuationResult, ResidualVariance};
use yalu::breaks::{Fluctuation, FluctuationTest};
use yalu::{Design, HypothesisTest, Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

/// A response and a regressor.
fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (20_usize..70).prop_flat_map(|n| {
        let distinct = |values: &Vec<f64>| values.windows(2).filter(|two| two[0] != two[1]).count() > values.len() / 2;
        let column = || prop::collection::vec(-10.0..10.0_f64, n).prop_filter("it varies", distinct);
        [column(), column()]
    })
}

fn design(y: &[f64], x: &[f64]) -> Design {
    Design::of(&series("y", y.to_vec())).constant().regressor(&series("x", x.to_vec())).build().unwrap()
}

fn run(test: FluctuationTest, y: &[f64], x: &[f64]) -> FluctuationResult {
    Fluctuation::test(&design(y, x), test).run().unwrap()
}

fn same(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn where_the_sums_start_and_end([y, x] in two()) {
        let (n, m) = (y.len(), y.len() - 2);
        let ordinary = run(FluctuationTest::OlsCusum, &y, &x);
        let values = ordinary.values();
        prop_assert!(values.len() == n + 1 && values[0] == 0.0 && values[n].abs() < 1e-12);
        let squares = run(FluctuationTest::CusumOfSquares, &y, &x);
        let values = squares.values();
        prop_assert!(values.len() == m + 1 && values[0] == 0.0 && values[m] == 1.0);
        prop_assert!(values.windows(2).all(|two| two[1] >= two[0]));
        // The squares of recursive residuals sum to the sum of squares of the regression.
        let about_zero = Fluctuation::recursive_cusum(&design(&y, &x)).variance(ResidualVariance::AboutZero).run().unwrap();
        let total: f64 = about_zero.values().windows(2).map(|two| (two[1] - two[0]).powi(2)).sum();
        prop_assert!((total - 1.0).abs() < 1e-9, "{}", total);
    }

    #[test]
    fn units_and_fitted_parts_do_not_matter([y, x] in two(), up in -9..9_i32, down in -9..9_i32, a in -5.0..5.0_f64, b in -5.0..5.0_f64) {
        let scaled = |values: &[f64], power: i32| values.iter().map(|value| value * 10_f64.powi(power)).collect::<Vec<_>>();
        let moved: Vec<f64> = y.iter().zip(&x).map(|(y, x)| y + a + b * x).collect();
        for test in FluctuationTest::ALL {
            let plain = run(test, &y, &x);
            prop_assert!(same(plain.values(), run(test, &scaled(&y, up), &scaled(&x, down)).values(), 1e-7), "{}", test);
            prop_assert!(same(plain.values(), run(test, &moved, &x).values(), 1e-7), "{}", test);
        }
    }

    #[test]
    fn the_process_is_outside_exactly_when_the_test_rejects([y, x] in two(), jump in 0.0..20.0_f64) {
        let half = y.len() / 2;
        let y: Vec<f64> = y.iter().enumerate().map(|(t, y)| y + if t < half { 0.0 } else { jump }).collect();
        for test in FluctuationTest::ALL {
            let found = run(test, &y, &x);
            let crossed = !found.crossings(0.05).unwrap().is_empty();
            prop_assert_eq!(found.report().rejects(0.05), Some(crossed), "{}", test);
            let outside = found.path(0.05).unwrap().iter().any(|point| point.value < point.lower || point.value > point.upper);
            prop_assert_eq!(crossed, outside, "{}", test);
        }
    }

    #[test]
    fn moving_sums_are_differences_of_sums([y, x] in two(), share in 0.1..0.5_f64) {
        for (sums, moving) in [
            (FluctuationTest::OlsCusum, FluctuationTest::OlsMosum),
            (FluctuationTest::RecursiveCusum, FluctuationTest::RecursiveMosum),
        ] {
            let sums = run(sums, &y, &x);
            let moving = Fluctuation::test(&design(&y, &x), moving).window(share).run().unwrap();
            let width = sums.values().len() - moving.values().len();
            let differences: Vec<f64> = sums.values().iter().zip(&sums.values()[width..]).map(|(from, to)| to - from).collect();
            prop_assert!(same(&differences, moving.values(), 1e-12));
        }
    }

    /// Of a mean the estimates are sums of residuals; moving sums of scores are differences of sums.
    #[test]
    fn estimates_of_a_mean_are_sums([y, x] in two(), share in 0.1..0.5_f64) {
        let mean = Design::of(&series("y", y.clone())).constant().build().unwrap();
        let run_mean = |test| Fluctuation::test(&mean, test);
        let sums = run_mean(FluctuationTest::OlsCusum).run().unwrap();
        let estimates = run_mean(FluctuationTest::RecursiveEstimates).run().unwrap();
        prop_assert!(same(sums.values(), estimates.values(), 1e-10));
        let sums = run_mean(FluctuationTest::OlsMosum).window(share).run().unwrap();
        let estimates = run_mean(FluctuationTest::MovingEstimates).window(share).run().unwrap();
        prop_assert!(same(sums.values(), estimates.values(), 1e-10));
        let sums = run(FluctuationTest::ScoreCusum, &y, &x);
        let moving = Fluctuation::score_mosum(&design(&y, &x)).window(share).run().unwrap();
        for ((_, sums), (_, moving)) in sums.components().iter().zip(moving.components()) {
            let width = sums.len() - moving.len();
            let differences: Vec<f64> = sums.iter().zip(&sums[width..]).map(|(from, to)| to - from).collect();
            prop_assert!(same(&differences, moving, 1e-12));
        }
    }

    /// What estimates are scaled by is of the units of the response: a factor common to all rows and any long-run variance.
    #[test]
    fn a_long_run_variance_rescales_the_sums([y, x] in two(), lags in 0..6_usize, up in -9..9_i32) {
        let scaled: Vec<f64> = y.iter().map(|y| y * 10_f64.powi(up)).collect();
        let sums = |y: &[f64], hac| Fluctuation::ols_cusum(&design(y, &x)).long_run(hac).run().unwrap();
        let plain = run(FluctuationTest::OlsCusum, &y, &x);
        let hac = yalu::regression::Hac::newey_west(lags);
        let (here, there) = (sums(&y, hac), sums(&scaled, hac));
        prop_assert!(same(here.values(), there.values(), 1e-9));
        let factor = here.statistic() / plain.statistic();
        let expected: Vec<f64> = plain.values().iter().map(|value| factor * value).collect();
        prop_assert!(same(here.values(), &expected, 1e-9) && (lags > 0 || (factor - 1.0).abs() < 1e-12));
    }

    /// The last sums of scores are zero, and their products make the identity.
    #[test]
    fn scores_are_orthonormal([y, x] in two()) {
        let found = run(FluctuationTest::ScoreCusum, &y, &x);
        let components = found.components();
        prop_assert_eq!(components.iter().map(|part| part.0).collect::<Vec<_>>(), ["(Intercept)", "x", "variance"]);
        let steps = |sums: &[f64]| sums.windows(2).map(|two| two[1] - two[0]).collect::<Vec<f64>>();
        for (i, (_, a)) in components.iter().enumerate() {
            prop_assert!(a[y.len()].abs() < 1e-9);
            for (j, (_, b)) in components.iter().enumerate() {
                let product: f64 = steps(a).iter().zip(steps(b)).map(|(a, b)| a * b).sum();
                prop_assert!((product - f64::from(u8::from(i == j))).abs() < 1e-9, "{} {} {}", i, j, product);
            }
        }
    }

    /// Ordinary residuals do not know which way time runs.
    #[test]
    fn time_backwards([y, x] in two()) {
        let back = |values: &[f64]| values.iter().rev().copied().collect::<Vec<f64>>();
        let (there, back) = (run(FluctuationTest::OlsCusum, &y, &x), run(FluctuationTest::OlsCusum, &back(&y), &back(&x)));
        prop_assert!((there.statistic() - back.statistic()).abs() < 1e-9);
    }
}
