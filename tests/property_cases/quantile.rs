//! Identities of quantile regression and of causality in quantiles.

use proptest::prelude::*;
use yalu::causality::QuantileGranger;
use yalu::ndarray::{Array1, Array2};
use yalu::regression::quantile::{QuantileCovariance, QuantileFit, QuantileRegression};
use yalu::{Design, Error, HypothesisTest, Period, Series, Stamp};

fn design(y: &[f64], x: &[Vec<f64>]) -> Design {
    let (n, k) = (y.len(), x.len() + 1);
    let matrix = Array2::from_shape_fn((n, k), |(i, j)| if j == 0 { 1.0 } else { x[j - 1][i] });
    let names = (0..k).map(|j| format!("x{j}")).collect();
    let stamps = (1..=n).map(Stamp::Row).collect();
    Design::from_arrays("y", names, Array1::from_vec(y.to_vec()), matrix, stamps).unwrap()
}

fn fit(y: &[f64], x: &[Vec<f64>], tau: f64) -> QuantileFit {
    QuantileRegression::of(&design(y, x)).unwrap().at(tau).unwrap()
}

/// A response and up to three regressors.
fn data() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (8_usize..60, 0_usize..4).prop_flat_map(|(n, k)| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), prop::collection::vec(column(), k))
    })
}

/// The same in whole numbers, full of ties.
fn tied() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (8_usize..40, 0_usize..3).prop_flat_map(|(n, k)| {
        let column = |most: i32| prop::collection::vec((0..=most).prop_map(f64::from), n);
        (column(3), prop::collection::vec(column(2), k))
    })
}

fn loss(y: &[f64], x: &[Vec<f64>], tau: f64, b: &[f64]) -> f64 {
    let residual = |i: usize| y[i] - b[0] - x.iter().zip(&b[1..]).map(|(x, b)| x[i] * b).sum::<f64>();
    (0..y.len()).map(residual).map(|u| u * if u < 0.0 { tau - 1.0 } else { tau }).sum()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0)
}

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// As many rows below as τ says, k on the plane, and no neighbouring plane that is better.
    #[test]
    fn the_plane_is_the_best((y, x) in data(), tau in 0.02..0.98_f64, step in prop::collection::vec(-1.0..1.0_f64, 4)) {
        let fit = fit(&y, &x, tau);
        let (n, k) = (y.len() as f64, x.len() + 1);
        let below = fit.residuals().iter().filter(|u| **u < 0.0).count() as f64;
        let zero = fit.residuals().iter().filter(|u| **u == 0.0).count();
        prop_assert!(below <= tau * n + 1e-9 && tau * n <= below + zero as f64 + 1e-9);
        prop_assert!(zero >= k);
        prop_assert!(close(fit.objective(), loss(&y, &x, tau, fit.coef()), 1e-10));
        for scale in [1e-6, 1e-3, 1.0] {
            let other: Vec<f64> = fit.coef().iter().zip(&step).map(|(b, d)| b + scale * d).collect();
            prop_assert!(loss(&y, &x, tau, &other) >= fit.objective() - 1e-9);
        }
    }

    #[test]
    fn ties_do_not_mislead_it((y, x) in tied(), tau in prop_oneof![Just(0.5), Just(0.25), Just(0.1), 0.05..0.95_f64],
                              step in prop::collection::vec(-1.0..1.0_f64, 3)) {
        let Ok(regression) = QuantileRegression::of(&design(&y, &x)) else { return Ok(()) };
        let fit = regression.at(tau).unwrap();
        for scale in [1e-3, 0.1, 1.0, 3.0] {
            let other: Vec<f64> = fit.coef().iter().zip(&step).map(|(b, d)| b + scale * d).collect();
            prop_assert!(loss(&y, &x, tau, &other) >= fit.objective() - 1e-9);
        }
        for kind in [QuantileCovariance::Iid, QuantileCovariance::Nid] {
            if let Ok(covariance) = fit.covariance(kind) {
                prop_assert!(covariance.iter().all(|cell| cell.is_finite()));
            }
        }
    }

    /// With a constant alone it is the smallest value with F ≥ τ, whether or not others are as good.
    #[test]
    fn a_constant_alone_is_the_sample_quantile(y in prop::collection::vec(-10.0..10.0_f64, 8..50), i in 1_usize..10) {
        let tau = i as f64 / 10.0;
        let mut sorted = y.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (tau * y.len() as f64 - 1e-9).ceil() as usize;
        let fit = fit(&y, &[], tau);
        prop_assert!(close(fit.coef()[0], sorted[rank - 1], 1e-12));
        let whole = (tau * y.len() as f64 - (tau * y.len() as f64).round()).abs() < 1e-9;
        prop_assert_eq!(fit.is_unique(), !whole);
    }

    /// b(τ; c·y + x'd) = c·b(τ; y) + d, and b(τ; −y) = −b(1 − τ; y) where that is unique.
    #[test]
    fn it_moves_with_the_response((y, x) in data(), tau in 0.05..0.95_f64, c in 0.01..100.0_f64, d in -5.0..5.0_f64) {
        let plain = fit(&y, &x, tau);
        let moved: Vec<f64> = y.iter().map(|y| c * y + d).collect();
        let other = fit(&moved, &x, tau);
        for (j, (a, b)) in plain.coef().iter().zip(other.coef()).enumerate() {
            let moved = c * a + if j == 0 { d } else { 0.0 };
            prop_assert!(close(moved, *b, 1e-8 * (1.0 + c)));
        }
        let flipped: Vec<f64> = y.iter().map(|y| -y).collect();
        let mirror = fit(&flipped, &x, 1.0 - tau);
        if plain.is_unique() {
            prop_assert!(plain.coef().iter().zip(mirror.coef()).all(|(a, b)| close(*a, -b, 1e-8)));
        }
    }

    #[test]
    fn swapping_the_labels_swaps_the_directions(
        (x, y) in (30_usize..60).prop_flat_map(|n| (prop::collection::vec(-9.0..9.0_f64, n), prop::collection::vec(-9.0..9.0_f64, n))),
        lags in 1_usize..3,
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        let run = |x, y| QuantileGranger::cause(x).effect(y).lags(lags).interval(0.25, 0.75).step(0.05).run().unwrap();
        let (one, other) = (run(&x, &y), run(&y, &x));
        for (a, b) in [(one.forward(), other.backward()), (one.backward(), other.forward())] {
            prop_assert!(a.reports().iter().zip(b.reports()).all(|(a, b)| a.outcome == b.outcome));
        }
        // The largest is no less than any of those that it is the largest of; F is χ² over its degrees of freedom.
        let reports = one.forward().reports();
        let median: Vec<f64> = reports.iter().filter(|r| r.null.contains("0.5-quantile")).filter_map(|r| r.statistic()).collect();
        if let (Some(sup), [chi2, f]) = (reports[0].statistic(), &median[..]) {
            prop_assert!(sup >= *chi2 - 1e-9 && close(*chi2, *f * lags as f64, 1e-12));
        }
    }

    /// Powers of two change no bit.
    #[test]
    fn units_do_not_matter(
        (x, y) in (30_usize..60).prop_flat_map(|n| (prop::collection::vec(-9.0..9.0_f64, n), prop::collection::vec(-9.0..9.0_f64, n))),
        e in -40_i32..40,
        scale in 0.001..1000.0_f64,
    ) {
        let run = |x: Vec<f64>, y: Vec<f64>| {
            let (x, y) = (series("x", &x), series("y", &y));
            QuantileGranger::cause(&x).effect(&y).interval(0.25, 0.75).step(0.1).run().unwrap()
        };
        let times = |values: &[f64], by: f64| values.iter().map(|value| value * by).collect::<Vec<_>>();
        let plain = run(x.clone(), y.clone());
        prop_assert_eq!(plain.reports(), run(times(&x, 2.0_f64.powi(e)), times(&y, 2.0_f64.powi(-e))).reports());
        let other = run(times(&x, scale), times(&y, 1.0 / scale));
        for (a, b) in plain.reports().iter().zip(other.reports()) {
            if let (Some(a), Some(b)) = (a.statistic(), b.statistic()) {
                prop_assert!(close(a, b, 1e-7), "{} {}", a, b);
            }
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..60),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..60),
        lags in 0_usize..6,
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        for kind in [QuantileCovariance::Iid, QuantileCovariance::Nid] {
            let test = QuantileGranger::cause(&x).effect(&y).lags(lags).step(0.1).covariance(kind);
            let result: Result<_, Error> = test.run();
            let Ok(result) = result else { continue };
            for report in result.reports() {
                prop_assert!(report.statistic().is_none_or(f64::is_finite) && report.p().is_none_or(|p| p.value().is_finite()));
            }
            prop_assert!(!result.to_string().contains("NaN") && result.in_words(0.05).is_ok());
            prop_assert!(result.forward().report().test == "quantile-granger");
        }
    }
}
