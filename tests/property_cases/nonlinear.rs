//! Identities of Diks and Panchenko's and Hong's tests.

use proptest::prelude::*;
use yalu::causality::hong::LagKernel;
use yalu::causality::{DiksPanchenko, Hong, TwoWayResult};
use yalu::{Error, Period, Series, TestReport};

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (30_usize..60).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column()).prop_map(|(x, y)| [x, y])
    })
}

fn numbers(reports: &[TestReport]) -> Vec<f64> {
    reports.iter().flat_map(|report| [report.statistic(), report.p().map(|p| p.value())]).flatten().collect()
}

fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * a.abs().max(1.0))
}

fn swapped(one: &TwoWayResult, other: &TwoWayResult) -> bool {
    one.forward().reports().iter().zip(other.backward().reports()).all(|(a, b)| a.outcome == b.outcome)
        && one.backward().reports().iter().zip(other.forward().reports()).all(|(a, b)| a.outcome == b.outcome)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn swapping_the_labels_swaps_the_directions([x, y] in two(), m in 1_usize..4) {
        let (x, y) = (series("x", &x), series("y", &y));
        let run = |x, y| DiksPanchenko::cause(x).effect(y).lags(m).run().unwrap();
        prop_assert!(swapped(&run(&x, &y), &run(&y, &x)));
        let run = |x, y| Hong::cause(x).effect(y).lags(m).run().unwrap();
        let (one, other) = (run(&x, &y), run(&y, &x));
        prop_assert!(swapped(&one, &other));
        prop_assert!(close(&numbers(one.joint()), &numbers(other.joint()), 1e-12));
    }

    /// Diks and Panchenko's statistic counts, so that values as near as ε to each other may change sides by rounding: powers
    /// of two change nothing at all.
    #[test]
    fn units_do_not_matter([x, y] in two(), e in -30_i32..30, scale in 0.001..1000.0_f64, shift in -50.0..50.0_f64) {
        let times = |factor: f64, add: f64| series("x", &x.iter().map(|v| factor * v + add).collect::<Vec<_>>());
        let (plain, y) = (series("x", &x), series("y", &y));
        let run = |x: &Series| DiksPanchenko::cause(x).effect(&y).run().unwrap();
        prop_assert_eq!(run(&plain).reports(), run(&times(2.0_f64.powi(e), 0.0)).reports());
        let run = |x: &Series| Hong::cause(x).effect(&y).run().unwrap();
        prop_assert!(close(&numbers(&run(&plain).reports()), &numbers(&run(&times(scale, shift)).reports()), 1e-8));
    }

    #[test]
    fn haugh_of_both_directions_is_the_sum_of_its_parts([x, y] in two(), bandwidth in 1.0..20.0_f64) {
        let (x, y) = (series("x", &x), series("y", &y));
        let result = Hong::cause(&x).effect(&y).lags(0).bandwidth(bandwidth).run().unwrap();
        let centred = |s: &Series| {
            let mean = s.values().iter().sum::<f64>() / s.len() as f64;
            s.values().iter().map(|v| v - mean).collect::<Vec<f64>>()
        };
        let (u, v) = (centred(&x), centred(&y));
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let now = u.len() as f64 * product(&u, &v).powi(2) / product(&u, &u) / product(&v, &v);
        let parts = result.forward().statistic("haugh").unwrap() + result.backward().statistic("haugh").unwrap() + now;
        prop_assert!((result.joint()[1].statistic().unwrap() - parts).abs() < 1e-9 * parts.max(1.0));
    }

    /// With the truncated kernel Q is Haugh's S less its mean, over its standard deviation.
    #[test]
    fn the_truncated_kernel_is_haugh([x, y] in two(), m in 1_usize..20) {
        let (x, y) = (series("x", &x), series("y", &y));
        let test = Hong::cause(&x).effect(&y).kernel(LagKernel::Truncated).bandwidth(m as f64).run().unwrap();
        let n = test.forward().reports()[0].sample.n as f64;
        let share = |j: usize| 1.0 - j as f64 / n;
        let (mean, variance) = (1..=m).fold((0.0, 0.0), |(a, b), j| (a + share(j), b + share(j) * share(j + 1)));
        let expected = (test.forward().statistic("haugh").unwrap() - mean) / (2.0 * variance).sqrt();
        prop_assert!((test.forward().statistic("hong").unwrap() - expected).abs() < 1e-9 * expected.abs().max(1.0));
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..50),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..50),
        m in 0_usize..30,
        epsilon in prop_oneof![Just(1e-12), Just(1.5), Just(1e12)],
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        let check = |result: Result<TwoWayResult, Error>| {
            let Ok(result) = result else { return true };
            numbers(&result.reports()).into_iter().all(f64::is_finite)
                && !result.to_string().contains("NaN")
                && result.in_words(0.05).is_ok()
        };
        prop_assert!(check(DiksPanchenko::cause(&x).effect(&y).lags(m).epsilon(epsilon).run()));
        prop_assert!(check(DiksPanchenko::cause(&x).effect(&y).lags(m).prewhiten(1).run()));
        prop_assert!(check(Hong::cause(&x).effect(&y).lags(m).run()));
    }
}
