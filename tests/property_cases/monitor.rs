//! Identities of monitoring.

use proptest::prelude::*;
use yalu::breaks::monitor::Monitoring;
use yalu::breaks::{Monitor, MonitorTest};
use yalu::{Design, HypothesisTest, Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

/// A response and a regressor, a third of them history.
fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (60_usize..90).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        [column(), column()]
    })
}

fn design(y: &[f64], x: &[f64]) -> Design {
    Design::of(&series("y", y.to_vec())).constant().regressor(&series("x", x.to_vec())).build().unwrap()
}

fn watch(test: MonitorTest, level: f64, y: &[f64], x: &[f64]) -> Monitoring {
    let all = design(y, x);
    let n = all.nobs() / 3;
    let history = all.rows(0..n).unwrap();
    let monitor = Monitor::test(&history, test).level(level);
    let mut watch = if test.is_moving() { monitor.window(0.5).period(4) } else { monitor }.start().unwrap();
    watch.push_all(&all.rows(n..all.nobs()).unwrap()).unwrap();
    watch
}

fn values(watch: &Monitoring) -> Vec<f64> {
    watch.points().iter().map(|point| point.value).collect()
}

fn same(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn units_and_fitted_parts_do_not_matter([y, x] in two(), up in -9..9_i32, down in -9..9_i32, a in -5.0..5.0_f64, b in -5.0..5.0_f64) {
        let scaled = |values: &[f64], power: i32| values.iter().map(|value| value * 10_f64.powi(power)).collect::<Vec<_>>();
        let moved: Vec<f64> = y.iter().zip(&x).map(|(y, x)| y + a + b * x).collect();
        for test in MonitorTest::ALL {
            let plain = watch(test, 0.05, &y, &x);
            let other = watch(test, 0.05, &scaled(&y, up), &scaled(&x, down));
            prop_assert!(same(&values(&plain), &values(&other), 1e-7), "{}", test);
            prop_assert!(same(&values(&plain), &values(&watch(test, 0.05, &moved, &x)), 1e-7), "{}", test);
        }
    }

    /// A change is seen at a level exactly if p is not above it, and what comes later does not change what was seen.
    #[test]
    fn p_is_the_smallest_level_that_sees([y, x] in two(), jump in 0.0..12.0_f64, level in 0.01..0.09_f64) {
        let late = 2 * y.len() / 3;
        let y: Vec<f64> = y.iter().enumerate().map(|(t, y)| y + if t < late { 0.0 } else { jump }).collect();
        for test in MonitorTest::ALL {
            let level = if test == MonitorTest::OlsMosum { level / 2.0 } else { level };
            let whole = watch(test, level, &y, &x);
            prop_assert_eq!(whole.report().rejects(level), Some(whole.detection().is_some()), "{}", test);
            let outside = whole.points().iter().find(|point| point.is_outside());
            prop_assert_eq!(outside.map(|point| point.last), whole.detection().map(|date| date.first_after));
            let all = design(&y, &x);
            let (n, rows) = (all.nobs() / 3, all.nobs());
            let history = all.rows(0..n).unwrap();
            let monitor = Monitor::test(&history, test).level(level);
            let mut part = if test.is_moving() { monitor.window(0.5).period(4) } else { monitor }.start().unwrap();
            part.push_all(&all.rows(n..rows - 9).unwrap()).unwrap();
            prop_assert_eq!(part.points(), &whole.points()[..rows - 9 - n]);
        }
    }

    /// Of a mean the estimates are sums of residuals.
    #[test]
    fn estimates_of_a_mean_are_sums(y in prop::collection::vec(-10.0..10.0_f64, 40..60)) {
        let all = Design::of(&series("y", y)).constant().build().unwrap();
        let (history, new) = (all.rows(0..20).unwrap(), all.rows(20..all.nobs()).unwrap());
        let run = |monitor: Monitor<'_>| {
            let mut watch = monitor.start().unwrap();
            watch.push_all(&new).unwrap();
            values(&watch)
        };
        prop_assert!(same(&run(Monitor::ols_cusum(&history)), &run(Monitor::recursive_estimates(&history)), 1e-10));
        for window in [0.25, 0.5, 1.0] {
            let sums = run(Monitor::ols_mosum(&history).window(window));
            prop_assert!(same(&sums, &run(Monitor::moving_estimates(&history).window(window)), 1e-10));
        }
    }
}
