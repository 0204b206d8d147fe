//! NIST's certified regressions, scored by correct digits of the worst coefficient and standard error.

use yalu::ndarray::{Array1, Array2};
use yalu::regression::{Fit, Ols};
use yalu::{Design, Stamp};

use crate::fixture::{Fixture, assert_digits, digits};

fn fit(case: &Fixture, columns: Vec<Vec<f64>>) -> Fit {
    let y = case.column("y");
    let n = y.len();
    let x = Array2::from_shape_fn((n, columns.len()), |(i, j)| columns[j][i]);
    let terms = (0..columns.len()).map(|j| format!("b{j}")).collect();
    let stamps = (1..=n).map(Stamp::Row).collect();
    let design = Design::from_arrays("y", terms, Array1::from_vec(y), x, stamps).expect("a design");
    Ols::fit(&design).expect("a fit")
}

fn polynomial(case: &Fixture, degree: i32) -> Vec<Vec<f64>> {
    let x = case.column("x");
    (0..=degree).map(|power| x.iter().map(|v| v.powi(power)).collect()).collect()
}

fn check(case: &Fixture, fit: &Fit, coefficient_digits: f64, error_digits: f64) {
    let worst = |what: &str, values: Array1<f64>| {
        let scores = values.iter().enumerate().map(|(j, v)| digits(*v, case.expected(&format!("{what}.b{j}"))));
        scores.fold(16.0, f64::min)
    };
    let (b, se) = (worst("coef", fit.coefficients()), worst("se", fit.standard_errors()));
    println!("coefficients {b:.1} digits, standard errors {se:.1}");
    assert!(b >= coefficient_digits, "coefficients: {b:.1} digits, {coefficient_digits} needed");
    assert!(se >= error_digits, "standard errors: {se:.1} digits, {error_digits} needed");
    let summary = fit.glance();
    assert_digits(summary.r2, case.expected("r2"), error_digits, "R²");
    assert_digits(summary.r2_adj, case.expected("r2_adj"), error_digits, "adjusted R²");
    if case.expected("rss") > 0.0 {
        assert_digits(summary.rss, case.expected("rss"), error_digits, "RSS");
        assert_digits(summary.sigma, case.expected("rsd"), error_digits, "σ");
        assert_digits(summary.f_statistic.expect("F"), case.expected("F"), error_digits, "F");
        assert_digits(summary.f_p_value.expect("p"), case.expected("F_p"), error_digits - 1.5, "p of F");
    }
}

#[test]
fn longley() {
    // Condition number 5e9: the data are years and populations, nearly straight lines.
    let case = Fixture::load("nist_longley");
    let n = case.column("y").len();
    let columns = [vec![1.0; n]].into_iter().chain((1..=6).map(|j| case.column(&format!("x{j}")))).collect();
    check(&case, &fit(&case, columns), 11.0, 11.0);
}

#[test]
fn norris() {
    let case = Fixture::load("nist_norris");
    check(&case, &fit(&case, polynomial(&case, 1)), 12.0, 12.0);
}

#[test]
fn wampler1_is_an_exact_fit() {
    let case = Fixture::load("nist_wampler1");
    let fit = fit(&case, polynomial(&case, 5));
    check(&case, &fit, 9.0, 9.0);
    assert!(fit.notes().iter().any(|note| note.text().contains("exactly")));
    for row in fit.tidy() {
        assert_eq!((row.std_error, row.statistic, row.p_value), (0.0, f64::INFINITY, 0.0));
    }
}

#[test]
fn wampler4_with_noise_a_hundred_thousand_times_the_signal() {
    let case = Fixture::load("nist_wampler4");
    check(&case, &fit(&case, polynomial(&case, 5)), 7.0, 11.0);
}
