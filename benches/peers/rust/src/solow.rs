//! solow: least squares by QR, Granger's tests of all lags up to the one asked for, a vector autoregression. It
//! has no responses.

use solow_ndarray::{Array1, Array2};
use solow_regression::{CovType, LinearModel};
use solow_tsa::grangercausalitytests;
use solow_var::Var;

use crate::{Data, Failure, LAGS, measure};

fn matrix(columns: &[Vec<f64>]) -> Array2<f64> {
    Array2::from_shape_fn((columns[0].len(), columns.len()), |(i, j)| columns[j][i])
}

/// F with four lags: the last of those that it computes.
fn granger(pair: &Array2<f64>) -> Result<f64, Failure> {
    let tests = grangercausalitytests(pair, LAGS)?;
    Ok(tests.last().map_or(f64::NAN, |test| test.ssr_ftest.0))
}

pub fn time(data: &Data) -> Result<(), Failure> {
    let series = data.columns("series", 2)?;
    // The effect stands first.
    let (there, back) = (matrix(&[series[1].clone(), series[0].clone()]), matrix(&series));
    measure("granger, one direction", || granger(&there))?;
    measure("granger, both directions", || {
        std::hint::black_box(granger(&back)?);
        granger(&there)
    })?;
    let mut columns = data.columns("small", 11)?;
    let (y, x) = (Array1::from(columns.pop().unwrap_or_default()), matrix(&columns));
    for (name, covariance) in [
        ("ols 10,000 x 10 with HC3", CovType::Hc3),
        ("ols 10,000 x 10 with Newey-West, 4 lags", CovType::Hac { maxlags: LAGS, use_correction: false }),
    ] {
        measure(name, || {
            let fit = LinearModel::ols(y.clone(), x.clone())?.fit()?;
            std::hint::black_box(fit.pvalues_robust(&x, &covariance)?);
            Ok(fit.bse_robust(&x, &covariance)?[1])
        })?;
    }
    let mut columns = data.columns("large", 11)?;
    let (y, x) = (Array1::from(columns.pop().unwrap_or_default()), matrix(&columns));
    measure("ols 1,000,000 x 10", || Ok(LinearModel::ols(y.clone(), x.clone())?.fit()?.bse[1]))?;
    let system = matrix(&data.columns("var", 4)?);
    measure("var, 4 series, 4 lags, n = 300", || Ok(Var::new(system.clone())?.fit(LAGS)?.bse[[1, 0]]))
}
