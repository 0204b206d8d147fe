//! Regressions with AR(1) errors against 40-digit arithmetic, nlme and arima.

use ndarray::{Array1, Array2};
use yalu::regression::{GlsAr1, GlsFit};
use yalu::{Design, Stamp, ndarray};

use super::fixture::{Fixture, assert_digits};

fn estimate(y: &[f64], regressors: &[&[f64]]) -> GlsFit {
    let n = y.len();
    let x = Array2::from_shape_fn((n, regressors.len() + 1), |(t, j)| if j == 0 { 1.0 } else { regressors[j - 1][t] });
    let terms = (0..=regressors.len()).map(|j| j.to_string()).collect();
    let stamps = (1..=n).map(Stamp::Row).collect();
    let design = Design::from_arrays("y", terms, Array1::from(y.to_vec()), x, stamps).expect("a design");
    GlsAr1::fit(&design).expect("an estimate")
}

fn check(fit: &GlsFit, fixture: &Fixture, prefix: &str, digits: f64) {
    let compare = |got: f64, key: &str, digits: f64| {
        let key = format!("{prefix}{key}");
        assert_digits(got, fixture.expected(&key), digits, &key);
    };
    compare(fit.rho, "rho", digits);
    compare(fit.log_likelihood, "loglik", 12.0);
    compare(fit.sigma2, "sigma2", digits);
    // A central difference of the derivative.
    compare(fit.rho_std_error, "rho_se", 6.0);
    for (j, row) in fit.coefficients.iter().enumerate() {
        compare(row.estimate, &format!("coef.{j}"), digits);
        compare(row.std_error, &format!("se.{j}"), digits);
    }
}

/// The maximum is where the derivative is zero, known to about its own rounding error over the curvature.
#[test]
fn employment_on_output_and_population() {
    let fixture = Fixture::load("gls_ar1_longley");
    let columns = [fixture.column("GNP"), fixture.column("Population")];
    let fit = estimate(&fixture.column("Employed"), &[&columns[0], &columns[1]]);
    check(&fit, &fixture, "", 10.0);
}

/// ρ = 0.99967: the transformed constant is nearly nothing, and three digits go with it.
#[test]
fn consumption_on_income_in_levels() {
    let fixture = Fixture::load("gls_ar1_macrodata");
    let log = |name: &str| fixture.column(name).iter().map(|v| v.ln()).collect::<Vec<_>>();
    let fit = estimate(&log("realcons"), &[&log("realdpi")]);
    check(&fit, &fixture, "levels.", 8.5);
    assert!(fit.notes.iter().any(|note| note.text().contains("unit root")));
}

#[test]
fn investment_growth_on_output_growth() {
    let fixture = Fixture::load("gls_ar1_macrodata");
    let growth =
        |name: &str| fixture.column(name).windows(2).map(|pair| pair[1].ln() - pair[0].ln()).collect::<Vec<_>>();
    let fit = estimate(&growth("realinv"), &[&growth("realgdp")]);
    check(&fit, &fixture, "growth.", 9.5);
}
