//! What the tests with breaks promise not to depend on.

use proptest::prelude::*;
use yalu::unit_root::{BreakIn, Breaks, LeeStrazicich, LmModel, ZivotAndrews};
use yalu::{Period, Series};

fn series(values: &[f64]) -> Series {
    Series::new("y", Period::annual(1900), values.to_vec()).unwrap()
}

/// Sums of random shocks.
fn walks() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-1.0..1.0_f64, 30..60).prop_map(|shocks| {
        let sum = |level: &mut f64, shock: f64| {
            *level += shock;
            Some(*level)
        };
        shocks.into_iter().scan(0.0, sum).collect()
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * a.abs().max(b.abs()).max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn units_level_and_trend_do_not_matter(
        values in walks(), e in -9_i32..10, level in -20.0..20.0_f64, slope in -1.0..1.0_f64, lags in 0_usize..3,
    ) {
        let unit = 10.0_f64.powi(e);
        let other: Vec<f64> = values.iter().enumerate().map(|(t, y)| unit * (y + level + slope * t as f64)).collect();
        let (one, other) = (series(&values), series(&other));
        for model in [BreakIn::Intercept, BreakIn::Trend, BreakIn::Both] {
            let tau = |series| ZivotAndrews::of(series).break_in(model).lags(lags).run().unwrap().statistic();
            prop_assert!(close(tau(&one), tau(&other)), "{model}");
        }
        for model in [LmModel::Crash, LmModel::TrendBreak] {
            let of = |series| LeeStrazicich::of(series).breaks(Breaks::One).model(model).lags(lags).run().unwrap().statistic();
            prop_assert!(close(of(&one), of(&other)), "{model}");
        }
    }

    #[test]
    fn the_scan_finds_what_the_regression_says(values in walks(), lags in 0_usize..4) {
        let series = series(&values);
        for model in [BreakIn::Intercept, BreakIn::Trend, BreakIn::Both] {
            let result = ZivotAndrews::of(&series).break_in(model).lags(lags).trim(0.0).run().unwrap();
            let smallest = result.path().iter().map(|(_, tau)| *tau).fold(f64::INFINITY, f64::min);
            prop_assert!(close(smallest, result.statistic()), "{model}: {smallest}, {}", result.statistic());
            let trimmed = ZivotAndrews::of(&series).break_in(model).lags(lags).run().unwrap();
            prop_assert!(trimmed.statistic() >= result.statistic() - 1e-9);
        }
    }

    #[test]
    fn the_scan_is_a_regression_at_every_date(values in walks(), lags in 0_usize..4) {
        let series = series(&values);
        for model in [BreakIn::Intercept, BreakIn::Trend, BreakIn::Both] {
            let test = ZivotAndrews::of(&series).break_in(model).lags(lags).trim(0.0);
            // With lags given, asking for them at each date changes how τ is computed and nothing else.
            let (scan, each) = (test.clone().run().unwrap(), test.lags_at_each_date().run().unwrap());
            prop_assert_eq!(scan.path().len(), each.path().len());
            for (one, other) in scan.path().iter().zip(each.path()) {
                prop_assert!(one.0 == other.0 && close(one.1, other.1), "{model}: {one:?}, {other:?}");
            }
        }
    }

    #[test]
    fn a_mirror_image_has_the_same_breaks(values in walks()) {
        let mirrored: Vec<f64> = values.iter().map(|y| -y).collect();
        let of = |values: &[f64]| LeeStrazicich::of(&series(values)).model(LmModel::Crash).run().unwrap();
        let (one, other) = (of(&values), of(&mirrored));
        prop_assert!(close(one.statistic(), other.statistic()));
        prop_assert_eq!(one.break_dates(), other.break_dates());
        let [first, second] = one.shares() else { panic!("two breaks") };
        prop_assert!(first < second);
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        values in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), Just(-1.7e308), -1e-300..1e300_f64], 1..30),
        lags in 0_usize..20,
    ) {
        let series = series(&values);
        let shown = [
            ZivotAndrews::of(&series).break_in(BreakIn::Both).lags(lags).min_df(0).run().map(|r| r.to_string()),
            LeeStrazicich::of(&series).breaks(Breaks::One).lags(lags).min_df(0).run().map(|r| r.to_string()),
            LeeStrazicich::of(&series).model(LmModel::Crash).run().map(|r| r.to_string()),
        ];
        for text in shown.into_iter().flatten() {
            prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        }
    }
}
