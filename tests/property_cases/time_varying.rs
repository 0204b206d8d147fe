//! Identities of Granger's test in moving windows.

use proptest::prelude::*;
use yalu::causality::time_varying::{TimeVaryingGranger, TimeVaryingResult, TimeVaryingTest, Windows};
use yalu::causality::{Granger, TodaYamamoto};
use yalu::regression::Covariance;
use yalu::{HypothesisTest, Period, Series};

const SCHEMES: [Windows; 3] = [Windows::Forward, Windows::Rolling, Windows::Recursive];

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (30_usize..50).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column()).prop_map(|(x, y)| [x, y])
    })
}

fn statistics(test: &TimeVaryingTest) -> Vec<f64> {
    test.path().iter().map(|at| at.statistic.unwrap()).collect()
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()) + 1e-12
}

fn same(a: &TimeVaryingResult, b: &TimeVaryingResult, rtol: f64) -> bool {
    let numbers = |result: &TimeVaryingResult| -> Vec<f64> {
        result.tests().iter().flat_map(|test| [statistics(test), test.draws().to_vec()].concat()).collect()
    };
    numbers(a).into_iter().zip(numbers(b)).all(|(a, b)| close(a, b, rtol))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_last_forward_window_is_the_whole_sample([x, y] in two(), p in 1_usize..3, d in 0_usize..2) {
        let (x, y) = (series("x", &x), series("y", &y));
        let moving = TimeVaryingGranger::cause(&x).effect(&y).lags(p).extra(d).windows(Windows::Forward).draws(99);
        let whole = TodaYamamoto::cause(&x).effect(&y).lags(p).integration(d).covariance(Covariance::Hc0).run().unwrap();
        for (moving, convention) in [(moving.clone(), "chi2-ml"), (moving.robust(), "chi2-hc0")] {
            let moving = moving.run().unwrap();
            for (test, whole) in moving.tests().iter().zip(whole.tests()) {
                let last = *statistics(test).last().unwrap();
                prop_assert!(close(last, whole.statistic(convention).unwrap(), 1e-8), "{convention}");
            }
        }
    }

    #[test]
    fn recursive_windows_contain_the_others([x, y] in two(), p in 1_usize..3) {
        let (x, y) = (series("x", &x), series("y", &y));
        let run = |windows| {
            TimeVaryingGranger::cause(&x).effect(&y).lags(p).windows(windows).min_window(15).draws(99).run().unwrap()
        };
        let [forward, rolling, recursive] = SCHEMES.map(run);
        for i in 0..2 {
            let of = |result: &TimeVaryingResult| statistics(&result.tests()[i]);
            let (f, r, e) = (of(&forward), of(&rolling), of(&recursive));
            prop_assert!(e.iter().zip(f.iter().zip(&r)).all(|(e, (f, r))| e >= f && e >= r));
            // The first window is the same in all three, and the largest of the drawn samples in the same order.
            prop_assert!(f[0] == r[0] && r[0] == e[0]);
            let draws = |result: &TimeVaryingResult| result.tests()[i].draws().to_vec();
            prop_assert!(draws(&recursive).iter().zip(draws(&forward)).all(|(e, f)| *e >= f));
        }
    }

    #[test]
    fn each_recursive_statistic_is_that_of_its_window([x, y] in two(), at in 0_usize..100) {
        let (x, y) = (series("x", &x), series("y", &y));
        let result = TimeVaryingGranger::cause(&x).effect(&y).draws(99).min_window(12).run().unwrap();
        let path = result.forward().path();
        let one = path[at % path.len()];
        let cut = |series: &Series| series.window(one.first.plus(-1), one.last).unwrap();
        let (x, y) = (cut(&x), cut(&y));
        let test = Granger::cause(&x).effect(&y).lags(1).run().unwrap();
        prop_assert!(close(one.statistic.unwrap(), test.forward().statistic("chi2-ml").unwrap(), 1e-9));
    }

    #[test]
    fn swapping_the_labels_swaps_the_directions([x, y] in two(), p in 1_usize..3) {
        let (x, y) = (series("x", &x), series("y", &y));
        let one = TimeVaryingGranger::cause(&x).effect(&y).lags(p).draws(99).run().unwrap();
        let other = TimeVaryingGranger::cause(&y).effect(&x).lags(p).draws(99).run().unwrap();
        for (a, b) in [(one.forward(), other.backward()), (one.backward(), other.forward())] {
            prop_assert_eq!(statistics(a), statistics(b));
            let pairs = a.draws().iter().zip(b.draws());
            prop_assert!(pairs.clone().all(|(a, b)| close(*a, *b, 1e-8)), "{:?}", pairs.collect::<Vec<_>>());
        }
    }

    #[test]
    fn units_and_a_level_do_not_matter([x, y] in two(), e in -9_i32..10, shift in -50.0..50.0_f64) {
        let rescaled: Vec<f64> = x.iter().map(|v| 10.0_f64.powi(e) * (v + shift)).collect();
        let y = series("y", &y);
        let (x, rescaled) = (series("x", &x), series("x", &rescaled));
        for robust in [false, true] {
            let run = |x: &Series| {
                let test = TimeVaryingGranger::cause(x).effect(&y).draws(99);
                if robust { test.robust().run() } else { test.run() }.unwrap()
            };
            prop_assert!(same(&run(&x), &run(&rescaled), 1e-6));
        }
    }

    #[test]
    fn p_and_critical_values_say_the_same([x, y] in two()) {
        let (x, y) = (series("x", &x), series("y", &y));
        let result = TimeVaryingGranger::cause(&x).effect(&y).draws(119).run().unwrap();
        for test in result.tests() {
            let report = test.report();
            for critical in &report.critical_values {
                let exceeds = report.statistic().unwrap() > critical.value;
                prop_assert_eq!(Some(exceeds), report.rejects(critical.level));
            }
            prop_assert_eq!(report.rejects(0.10).unwrap(), !test.episodes(0.10).unwrap().is_empty());
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..30),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..30),
        p in 0_usize..6,
        d in 0_usize..3,
        window in 0_usize..40,
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        for windows in SCHEMES {
            let test = TimeVaryingGranger::cause(&x).effect(&y).lags(p).extra(d).min_window(window).windows(windows);
            let Ok(result) = test.robust().draws(99).run() else { continue };
            let numbers = result.reports().into_iter().flat_map(|r| [r.statistic(), r.p().map(|p| p.value())]);
            prop_assert!(numbers.flatten().all(f64::is_finite));
            prop_assert!(result.in_words(0.05).is_ok() && !result.sequence().to_string().contains("NaN"));
        }
    }
}
