//! Identities of autoregressive distributed lags and of the bounds test.

use proptest::prelude::*;
use yalu::ardl::{Ardl, ArdlResult, Bound, Bounds, BoundsSimulation, Case, Orders, Statistic};
use yalu::regression::{NestedComparison, Ols};
use yalu::{Design, Period, Series};

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, "1980Q1".parse::<Period>().unwrap(), values.to_vec()).unwrap()
}

/// A random walk, another, and noise.
fn three() -> impl Strategy<Value = [Series; 3]> {
    (40_usize..70).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), column()).prop_map(|(x, y, z)| {
            let sum = |values: &[f64]| -> Vec<f64> {
                values
                    .iter()
                    .scan(0.0, |level, shock| {
                        *level += shock;
                        Some(*level)
                    })
                    .collect()
            };
            [series("y", &sum(&y)), series("x", &sum(&x)), series("z", &z)]
        })
    })
}

fn orders() -> impl Strategy<Value = Orders> {
    (1_usize..4, 0_usize..4, 0_usize..4).prop_map(|(p, q, r)| Orders::new(p, &[q, r]))
}

fn case() -> impl Strategy<Value = Case> {
    prop::sample::select(Case::ALL.to_vec())
}

fn model([y, x, z]: &[Series; 3], orders: &Orders, case: Case) -> ArdlResult {
    Ardl::of(y).on(&[x, z]).orders(orders.p, &orders.q).case(case).seasonal().run().unwrap()
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()) + 1e-10
}

fn statistics(model: &ArdlResult) -> [f64; 2] {
    let test = model.bounds(Bounds::Pss).unwrap();
    [test.f().unwrap(), test.t().unwrap()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn levels_and_error_correction_are_one_model(all in three(), orders in orders(), case in case()) {
        let model = model(&all, &orders, case);
        let [levels, changes, restricted] = [model.levels(), model.error_correction(), model.restricted()];
        prop_assert_eq!(levels.sample(), changes.sample());
        for (level, (change, held)) in levels.residuals().iter().zip(changes.residuals().iter().zip(&restricted.residuals())) {
            prop_assert!((level - change).abs() < 1e-8 && (level - held).abs() < 1e-8);
        }
        // The response's lags sum to one plus its adjustment, the regressors' to minus adjustment times multiplier.
        let sum = |of: &str| {
            let lag = format!("lag({of}, ");
            let rows = levels.tidy().into_iter().filter(|row| row.term == of || row.term.starts_with(&lag));
            rows.map(|row| row.estimate).sum::<f64>()
        };
        let phi = model.speed_of_adjustment().estimate;
        prop_assert!(close(sum("y") - 1.0, phi, 1e-7));
        for multiplier in model.long_run().iter().filter(|row| ["x", "z"].contains(&row.term.as_str())) {
            prop_assert!(close(sum(&multiplier.term), -phi * multiplier.estimate, 1e-7));
        }
        let held = restricted.tidy().into_iter().find(|row| row.term == "lag(ec, 1)").unwrap();
        prop_assert!(close(held.estimate, phi, 1e-7));
    }

    #[test]
    fn f_is_a_nested_comparison_that_keeps_the_seasons([y, x, z] in three(), p in 1_usize..4, q in 1_usize..4) {
        let model = Ardl::of(&y).on(&[&x, &z]).orders(p, &[q, q]).seasonal().post("1985Q3".parse().unwrap()).run().unwrap();
        let (dy, dx, dz) = (y.diff(1).unwrap(), x.diff(1).unwrap(), z.diff(1).unwrap());
        let without = Design::of(&dy).constant().lags(&dy, 1..=p - 1).lags(&dx, 0..=q - 1).lags(&dz, 0..=q - 1)
            .seasonal().post("1985Q3".parse().unwrap());
        let with = without.clone().lags(&x, 1..=1).lags(&z, 1..=1).lags(&y, 1..=1);
        let sample = with.sample().unwrap();
        let (without, with) = (without.on(&sample).build().unwrap(), with.build().unwrap());
        let nested = NestedComparison::of_designs(&without, &with).unwrap();
        let [f, t] = statistics(&model);
        prop_assert!(close(f, nested.f, 1e-7));
        prop_assert!(close(t, Ols::fit(&with).unwrap().tidy().last().unwrap().statistic, 1e-7));
    }

    #[test]
    fn units_do_not_matter(all in three(), orders in orders(), case in case(), e in -9_i32..10) {
        let one = model(&all, &orders, case);
        let scale = 10_f64.powi(e);
        let scaled = all.clone().map(|s| series(s.name(), &s.values().iter().map(|v| v * scale).collect::<Vec<_>>()));
        let other = model(&scaled, &orders, case);
        for (a, b) in statistics(&one).into_iter().zip(statistics(&other)) {
            prop_assert!(close(a, b, 1e-7));
        }
        let [y, x, z] = all;
        let x = series("x", &x.values().iter().map(|v| v * scale).collect::<Vec<_>>());
        let other = model(&[y, x, z], &orders, case);
        let of = |model: &ArdlResult| model.long_run().iter().find(|row| row.term == "x").unwrap().clone();
        let (one, other) = (of(&one), of(&other));
        prop_assert!(close(one.estimate, other.estimate * scale, 1e-7));
        prop_assert!(close(one.std_error, other.std_error * scale, 1e-6));
        prop_assert!(close(one.statistic, other.statistic, 1e-6));
    }

    #[test]
    fn a_shift_of_the_series_does_not_matter_where_the_constant_is_free(all in three(), orders in orders(), shift in -50.0..50.0_f64) {
        for case in [Case::III, Case::IV, Case::V] {
            let shifted = all.clone().map(|s| series(s.name(), &s.values().iter().map(|v| v + shift).collect::<Vec<_>>()));
            let (one, other) = (statistics(&model(&all, &orders, case)), statistics(&model(&shifted, &orders, case)));
            prop_assert!(close(one[0], other[0], 1e-6) && close(one[1], other[1], 1e-6));
        }
    }

    #[test]
    fn the_order_of_the_regressors_does_not_matter([y, x, z] in three()) {
        let one = Ardl::of(&y).on(&[&x, &z]).select(yalu::regression::Criterion::Bic, Orders::new(3, &[2, 1])).run().unwrap();
        let other = Ardl::of(&y).on(&[&z, &x]).select(yalu::regression::Criterion::Bic, Orders::new(3, &[1, 2])).run().unwrap();
        let swapped = Orders::new(other.orders().p, &[other.orders().q[1], other.orders().q[0]]);
        prop_assert_eq!(one.orders(), &swapped);
        let (a, b) = (statistics(&one), statistics(&other));
        prop_assert!(close(a[0], b[0], 1e-8) && close(a[1], b[1], 1e-8));
    }
}

#[test]
fn a_seed_gives_the_same_bounds_whatever_the_number_of_threads() {
    let of = |threads| {
        let orders = Orders::new(2, &[1, 0]);
        BoundsSimulation::new(Case::IV, 2, 30).orders(&orders).draws(501).seed(7).threads(threads).run().unwrap()
    };
    let one = of(1);
    assert!([2, 3, 7, 1000].into_iter().all(|threads| of(threads) == one));
    assert_ne!(
        one,
        BoundsSimulation::new(Case::IV, 2, 30).orders(&Orders::new(2, &[1, 0])).draws(501).seed(8).run().unwrap()
    );
}

#[test]
fn the_lower_bound_is_the_easier_one() {
    let law = BoundsSimulation::new(Case::III, 2, 40).draws(4000).run().unwrap();
    for level in [0.1, 0.05, 0.01] {
        let at = |statistic, bound| law.critical_value(statistic, bound, level);
        assert!(at(Statistic::F, Bound::I0) < at(Statistic::F, Bound::I1));
        assert!(at(Statistic::T, Bound::I0) > at(Statistic::T, Bound::I1));
        for (statistic, bound) in [(Statistic::F, Bound::I1), (Statistic::T, Bound::I0)] {
            let p = law.p_value(statistic, at(statistic, bound), bound).value();
            assert!((p - level).abs() < 1e-3, "{statistic} {bound}: {p} at {level}");
        }
    }
}
