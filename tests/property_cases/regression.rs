//! Least squares, its covariances and its tests: what must hold on any data.

use proptest::prelude::*;
use yalu::ndarray::{Array1, Array2};
use yalu::regression::{Bandwidth, Covariance, Fit, Hac, Kernel, NestedComparison, Ols, Restriction};
use yalu::{Design, ErrorKind, Stamp};

fn design(y: &[f64], columns: &[Vec<f64>]) -> Design {
    let n = y.len();
    let x = Array2::from_shape_fn((n, columns.len()), |(i, j)| columns[j][i]);
    let terms = (0..columns.len()).map(|j| format!("x{j}")).collect();
    Design::from_arrays("y", terms, Array1::from_vec(y.to_vec()), x, (1..=n).map(Stamp::Row).collect()).expect("finite")
}

/// A response, a constant and three regressors.
fn data() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (12_usize..40).prop_flat_map(|n| {
        let column = || prop::collection::vec(-1.0_f64..1.0, n);
        (column(), column(), column(), column()).prop_map(move |(y, a, b, c)| (y, vec![vec![1.0; n], a, b, c]))
    })
}

fn covariances() -> Vec<Covariance> {
    vec![
        Covariance::Classical,
        Covariance::Hc0,
        Covariance::Hc1,
        Covariance::Hc2,
        Covariance::Hc3,
        Covariance::Hc4,
        Covariance::newey_west(3),
        Covariance::Hac(Hac::newey_west(1).prewhitened().adjusted()),
        Covariance::Hac(Hac::new(Kernel::Parzen, Bandwidth::Width(2.5))),
        Covariance::Hac(Hac::new(Kernel::QuadraticSpectral, Bandwidth::Width(2.5))),
    ]
}

fn statistics(fit: &Fit, covariance: Covariance) -> Vec<f64> {
    fit.with(covariance).expect("a covariance").tidy().iter().map(|row| row.statistic).collect()
}

fn close(a: f64, b: f64, relative: f64) -> bool {
    (a - b).abs() <= relative * a.abs().max(b.abs()).max(1e-3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn residuals_are_orthogonal_to_regressors((y, x) in data()) {
        let fit = Ols::fit(&design(&y, &x)).expect("a fit");
        let residuals = fit.residuals();
        for column in &x {
            let product: f64 = column.iter().zip(&residuals).map(|(x, e)| x * e).sum();
            prop_assert!(product.abs() < 1e-12);
        }
        prop_assert!(close(fit.leverage().sum(), 4.0, 1e-12));
        prop_assert!(close(fit.glance().rss, residuals.iter().map(|e| e * e).sum(), 1e-11));
    }

    #[test]
    fn f_is_t_squared_for_one_restriction((y, x) in data()) {
        let fit = Ols::fit(&design(&y, &x)).expect("a fit");
        for covariance in covariances() {
            let fit = fit.with(covariance).expect("a covariance");
            let row = fit.tidy().swap_remove(2);
            let test = fit.wald(&Restriction::zero(["x2"])).expect("a test");
            prop_assert!(close(test.f, row.statistic * row.statistic, 1e-9), "{covariance}");
            prop_assert!(close(test.f_p, row.p_value, 1e-9), "{covariance}");
        }
    }

    #[test]
    fn units_change_no_statistic((y, x) in data(), unit in prop::sample::select(vec![1e-150, 1e-9, 1e9, 1e150])) {
        let scaled = |values: &[f64], by: f64| values.iter().map(|v| v * by).collect::<Vec<_>>();
        let plain = Ols::fit(&design(&y, &x)).expect("a fit");
        let columns = vec![x[0].clone(), scaled(&x[1], unit), x[2].clone(), scaled(&x[3], 1.0 / unit)];
        let other = Ols::fit(&design(&scaled(&y, unit.sqrt()), &columns)).expect("a fit in other units");
        for covariance in covariances() {
            for (a, b) in statistics(&plain, covariance).iter().zip(statistics(&other, covariance)) {
                prop_assert!(close(*a, b, 1e-8), "{covariance}: {a} {b}");
            }
        }
        let slopes = Restriction::zero(["x1", "x2", "x3"]);
        let (a, b) = (plain.wald(&slopes).expect("a test"), other.wald(&slopes).expect("a test"));
        prop_assert!(close(a.f, b.f, 1e-9));
        prop_assert!(close(plain.glance().r2, other.glance().r2, 1e-10));
    }

    #[test]
    fn order_of_columns_changes_nothing((y, x) in data()) {
        let plain = Ols::fit(&design(&y, &x)).expect("a fit");
        let reversed: Vec<Vec<f64>> = x.iter().rev().cloned().collect();
        let other = Ols::fit(&design(&y, &reversed)).expect("a fit");
        for covariance in covariances() {
            let mut back = statistics(&other, covariance);
            back.reverse();
            for (a, b) in statistics(&plain, covariance).iter().zip(back) {
                prop_assert!(close(*a, b, 1e-8), "{covariance}: {a} {b}");
            }
        }
    }

    #[test]
    fn time_may_run_backwards((y, x) in data()) {
        let turn = |values: &[f64]| values.iter().rev().copied().collect::<Vec<_>>();
        let plain = Ols::fit(&design(&y, &x)).expect("a fit");
        let other = Ols::fit(&design(&turn(&y), &x.iter().map(|c| turn(c)).collect::<Vec<_>>())).expect("a fit");
        // HAC without prewhitening sees only how far apart rows are, the others not even that.
        for covariance in covariances().into_iter().filter(|c| !matches!(c, Covariance::Hac(hac) if hac.prewhiten)) {
            for (a, b) in statistics(&plain, covariance).iter().zip(statistics(&other, covariance)) {
                prop_assert!(close(*a, b, 1e-8), "{covariance}: {a} {b}");
            }
        }
    }

    #[test]
    fn hac_without_lags_is_white((y, x) in data()) {
        let fit = Ols::fit(&design(&y, &x)).expect("a fit");
        for (a, b) in statistics(&fit, Covariance::Hc0).iter().zip(statistics(&fit, Covariance::newey_west(0))) {
            prop_assert!(close(*a, b, 1e-10));
        }
    }

    #[test]
    fn lagrange_is_below_likelihood_ratio_is_below_wald((y, x) in data()) {
        let small = design(&y, &x[..2]);
        let large = design(&y, &x);
        let test = NestedComparison::of_designs(&small, &large).expect("a comparison");
        prop_assert!(test.lm <= test.lr && test.lr <= test.wald_chi2_ml);
        prop_assert!(test.lm_p >= test.lr_p && test.lr_p >= test.wald_chi2_ml_p);
        let wald = Ols::fit(&large).expect("a fit").wald(&Restriction::zero(["x2", "x3"])).expect("a test");
        prop_assert!(close(test.f, wald.f, 1e-9));
        prop_assert!(close(test.wald_chi2, wald.chi2, 1e-9));
        let statistics = wald.likelihood_reports().expect("classical errors").map(|report| report.statistic());
        prop_assert!(close(test.lr, statistics[0].expect("LR"), 1e-9) && close(test.lm, statistics[1].expect("LM"), 1e-9));
        let robust = Ols::fit(&large).and_then(|fit| fit.with(Covariance::Hc1)).expect("a fit");
        prop_assert!(robust.wald(&Restriction::zero(["x2", "x3"])).expect("a test").likelihood_reports().is_none());
        let rss = |design: &Design| Ols::fit(design).expect("a fit").glance().rss;
        let (rss0, rss1) = (rss(&small), rss(&large));
        prop_assert!(close(test.lr, y.len() as f64 * (rss0 / rss1).ln(), 1e-8));
    }

    #[test]
    fn an_exact_combination_is_named((y, mut x) in data(), weight in -3.0_f64..3.0) {
        prop_assume!(weight.abs() > 0.01);
        let combined = x[1].iter().zip(&x[2]).map(|(a, b)| 1e9 * (a - weight * b)).collect();
        x.push(combined);
        let error = Ols::fit(&design(&y, &x)).expect_err("collinear");
        prop_assert_eq!(error.kind(), ErrorKind::Collinear);
        let text = error.to_string();
        prop_assert!(text.contains("`x4`") && text.contains("x1") && text.contains("x2") && !text.contains("x3"), "{}", text);
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    let y = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0];
    let ones = vec![1.0; 6];
    let x = vec![1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
    let refuse = |y: &[f64], columns: &[Vec<f64>]| Ols::fit(&design(y, columns)).expect_err("a refusal").to_string();
    let text = refuse(&y, &[ones.clone(), vec![2.0; 6]]);
    assert!(text.contains("`x1` does not vary: it is 2 in every row, which `x0` already stands for"), "{text}");
    let text = refuse(&y, &[ones.clone(), vec![0.0; 6]]);
    assert!(text.contains("`x1` is zero in every row"), "{text}");
    let text = refuse(&y, &[ones.clone(), x.clone(), x.iter().map(|v| 2.0 * v - 3.0).collect()]);
    assert!(text.contains("x2 = −3 × x0 + 2 × x1"), "{text}");
    let text = refuse(&[7.0; 6], &[ones.clone(), x.clone()]);
    assert!(text.contains("does not vary"), "{text}");
    let text = refuse(&y[..2], &[ones[..2].to_vec(), x[..2].to_vec()]);
    assert!(text.contains("needs 3 observations, found 2"), "{text}");
}

#[test]
fn a_row_of_its_own_has_no_hc3() {
    let y = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0];
    let alone = vec![0.0, 0.0, 1.0, 0.0, 0.0, 0.0];
    let fit = Ols::fit(&design(&y, &[vec![1.0; 6], alone.clone()])).expect("a fit");
    let error = fit.with(Covariance::Hc3).expect_err("leverage one");
    assert!(error.to_string().contains("row 3 has leverage 1"), "{error}");
    assert!(fit.with(Covariance::Hc1).is_ok());
    let fit = Ols::fit(&design(&y, &[alone])).expect("a fit");
    assert!(fit.with(Covariance::Hc0).expect_err("no variance").to_string().contains("comes out as zero"));
}

#[test]
fn dummies_that_add_up_to_one_are_a_constant() {
    let y = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0];
    let seasons = |s: usize| (0..6).map(|i| f64::from(u8::from(i % 2 == s))).collect::<Vec<_>>();
    let trend: Vec<f64> = (0..6).map(f64::from).collect();
    let by_dummies = Ols::fit(&design(&y, &[seasons(0), seasons(1), trend.clone()])).expect("a fit");
    let by_constant = Ols::fit(&design(&y, &[vec![1.0; 6], seasons(1), trend])).expect("a fit");
    let (a, b) = (by_dummies.glance(), by_constant.glance());
    assert!(by_dummies.has_constant() && close(a.r2, b.r2, 1e-13) && a.df_model == b.df_model);
    assert!(close(a.f_statistic.expect("F"), b.f_statistic.expect("F"), 1e-12));
}

#[test]
fn a_million_is_folded_as_a_hundred() {
    // Several blocks of rows, of which the last is not full, against the same data as one block.
    let n = 5000;
    let column = |f: fn(f64) -> f64| (0..n).map(|i| f(f64::from(i))).collect::<Vec<f64>>();
    let (a, b) = (column(|i| (i * 0.7).sin()), column(|i| (i * i * 0.013).cos()));
    let y: Vec<f64> = a.iter().zip(&b).map(|(a, b)| 1.0 + 2.0 * a - 3.0 * b).collect();
    let noisy: Vec<f64> = y.iter().enumerate().map(|(i, y)| y + if i % 2 == 0 { 0.5 } else { -0.5 }).collect();
    let fit = Ols::fit(&design(&noisy, &[vec![1.0; n as usize], a, b])).expect("a fit");
    let sum: f64 = fit.residuals().iter().map(|e| e * e).sum();
    assert!(close(fit.glance().rss, sum, 1e-12));
    assert!((fit.leverage().sum() - 3.0).abs() < 1e-10);
}

#[test]
fn nearly_collinear_regressors_are_noted() {
    let column = |f: fn(f64) -> f64| (0..30).map(|i| f(f64::from(i))).collect::<Vec<f64>>();
    let (y, x) = (column(|i| (i * 1.3).cos()), column(|i| (i * 0.7).sin()));
    let near: Vec<f64> = x.iter().enumerate().map(|(i, x)| x + 1e-9 * (i as f64 * 2.1).cos()).collect();
    let fit = Ols::fit(&design(&y, &[vec![1.0; 30], x.clone(), near])).expect("a fit");
    let notes: Vec<String> = fit.notes().iter().map(ToString::to_string).collect();
    assert!(notes.iter().any(|note| note.contains("about 9 of the 16 digits")), "{notes:?}");
    assert!(Ols::fit(&design(&y, &[vec![1.0; 30], x])).expect("a fit").notes().is_empty());
}

#[test]
fn one_reduction_serves_every_subset_and_response() {
    let column = |f: fn(f64) -> f64| (0..50).map(|i| f(f64::from(i))).collect::<Vec<f64>>();
    let columns = [column(|_| 1.0), column(f64::sin), column(|i| (i * 1.7).cos()), column(|i| (i * i * 0.3).sin())];
    let responses = [column(|i| (i * 0.9).sin()), column(|i| i.sqrt())];
    let all: Vec<&[f64]> = columns.iter().chain(&responses).map(Vec::as_slice).collect();
    let reduction = yalu::linalg::Reduction::of_columns(&all);
    for (response, y) in responses.iter().enumerate() {
        for subset in [vec![0], vec![0, 2], vec![3, 1, 0], vec![0, 1, 2, 3]] {
            let chosen: Vec<Vec<f64>> = subset.iter().map(|&j| columns[j].clone()).collect();
            let rss = Ols::fit(&design(y, &chosen)).expect("a fit").glance().rss;
            let order: Vec<usize> = subset.iter().copied().chain([columns.len() + response]).collect();
            let small = reduction.select(&order);
            let by_reduction = small.residual_square(subset.len(), subset.len());
            assert!(close(rss, by_reduction, 1e-12), "{subset:?}: {rss} {by_reduction}");
        }
    }
}

#[test]
fn what_cannot_be_inferred_is_refused_with_a_reason() {
    let column = |f: fn(f64) -> f64| (0..20).map(|i| f(f64::from(i))).collect::<Vec<f64>>();
    let fit = Ols::fit(&design(&column(|i| (i * 1.3).cos()), &[column(|_| 1.0), column(f64::sin)])).expect("a fit");
    let hac = |kernel, bandwidth| {
        let hac = Covariance::Hac(Hac::new(kernel, bandwidth));
        fit.with(hac).map(|_| ()).expect_err("a refusal").to_string()
    };
    assert!(hac(Kernel::Bartlett, Bandwidth::Lag(20)).contains("20 rows have fewer lags"));
    assert!(hac(Kernel::QuadraticSpectral, Bandwidth::Lag(2)).contains("no last lag"));
    assert!(hac(Kernel::Parzen, Bandwidth::Width(f64::NAN)).contains("not a positive number"));
    assert!(hac(Kernel::Parzen, Bandwidth::Width(-1.0)).contains("not a positive number"));
    assert!(fit.conf_int(1.0).is_err() && fit.conf_int(0.9).is_ok());
    let wald = |restriction: &Restriction| fit.wald(restriction).map(|_| ()).expect_err("a refusal").to_string();
    assert!(wald(&Restriction::zero(["x2"])).contains("there is no term `x2`"));
    assert!(wald(&Restriction::zero(["x1", "x1"])).contains("repeat or contradict"));
    assert!(wald(&Restriction::equal("x1", "x1")).contains("repeat or contradict"));
    assert!(wald(&Restriction::default()).contains("at least one restriction"));
}

#[test]
fn designs_that_are_not_nested_are_refused() {
    let column = |f: fn(f64) -> f64| (0..20).map(|i| f(f64::from(i))).collect::<Vec<f64>>();
    let (y, a, b) = (column(|i| (i * 1.3).cos()), column(f64::sin), column(|i| (i * 0.4).sin()));
    let refuse =
        |small: &Design, large: &Design| NestedComparison::of_designs(small, large).expect_err("a refusal").to_string();
    let large = design(&y, &[a.clone(), b.clone()]);
    assert!(refuse(&design(&y, std::slice::from_ref(&b)), &large).contains("`x0` is in the smaller one only"));
    assert!(refuse(&design(&y[1..], &[a[1..].to_vec()]), &large).contains("same rows"));
    assert!(refuse(&large, &large).contains("at least one added regressor"));
    assert!(refuse(&design(&a, std::slice::from_ref(&b)), &design(&a, &[b, a.clone()])).contains("exactly"));
}
