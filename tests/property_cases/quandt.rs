//! Identities of Quandt's likelihood ratio.

use proptest::prelude::*;
use yalu::breaks::sup_f::BreakStatistic;
use yalu::breaks::{Quandt, SupF};
use yalu::{Design, HypothesisTest, Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (30_usize..70).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        [column(), column()]
    })
}

fn design(y: &[f64], x: &[f64]) -> Design {
    Design::of(&series("y", y.to_vec())).constant().regressor(&series("x", x.to_vec())).build().unwrap()
}

fn path(y: &[f64], x: &[f64]) -> Vec<f64> {
    Quandt::of(&design(y, x)).draws(0).run().unwrap().path().iter().map(|point| point.lambda).collect()
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
        let plain = path(&y, &x);
        prop_assert!(same(&plain, &path(&scaled(&y, up), &scaled(&x, down)), 1e-7));
        prop_assert!(same(&plain, &path(&moved, &x), 1e-7));
    }

    /// Time backwards is the path backwards, and a switch never lowers the likelihood.
    #[test]
    fn time_backwards([y, x] in two()) {
        let back = |values: &[f64]| values.iter().rev().copied().collect::<Vec<f64>>();
        let (there, mut other) = (path(&y, &x), path(&back(&y), &back(&x)));
        other.reverse();
        prop_assert!(same(&there, &other, 1e-8));
        prop_assert!(there.iter().all(|lambda| *lambda < 1e-10));
    }

    /// A second variance can only add to the likelihood of two sets of coefficients.
    #[test]
    fn not_less_than_the_ratio_with_one_variance([y, x] in two()) {
        let design = design(&y, &x);
        let one = SupF::of(&design).statistic(BreakStatistic::Lr).run().unwrap();
        let found = Quandt::of(&design).draws(0).run().unwrap();
        for (point, (date, lr)) in found.path().iter().zip(one.statistics()) {
            prop_assert_eq!(point.date, date);
            prop_assert!(point.likelihood_ratio >= lr - 1e-9, "{:?} {}", point, lr);
        }
    }

    /// The p-value is that of the draws: the same whatever β and σ, and the same again.
    #[test]
    fn the_law_does_not_depend_on_the_response([y, x] in two(), a in -5.0..5.0_f64, scale in 0.1..9.0_f64) {
        let moved: Vec<f64> = y.iter().zip(&x).map(|(y, x)| scale * y + a * x).collect();
        let p = |y: &[f64]| Quandt::of(&design(y, &x)).draws(49).seed(3).run().unwrap().report().p();
        prop_assert_eq!(p(&y), p(&moved));
    }
}
