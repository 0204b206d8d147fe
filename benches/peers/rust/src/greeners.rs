//! greeners: least squares by the inverse of X'X with its table, Granger's F, a vector autoregression and its responses.

use greeners_core::CovarianceType;
use greeners_ndarray::{Array1, Array2};
use greeners_ols::OLS;
use greeners_timeseries::timeseries::TimeSeries;
use greeners_timeseries::var::VAR;

use crate::{Data, Failure, LAGS, measure};

fn matrix(columns: &[Vec<f64>]) -> Array2<f64> {
    Array2::from_shape_fn((columns[0].len(), columns.len()), |(i, j)| columns[j][i])
}

pub fn time(data: &Data) -> Result<(), Failure> {
    let series = data.columns("series", 2)?;
    let (x, y) = (Array1::from(series[0].clone()), Array1::from(series[1].clone()));
    measure("granger, one direction", || Ok(TimeSeries::granger_causality(&y, &x, LAGS)?.f_statistic))?;
    measure("granger, both directions", || {
        let there = TimeSeries::granger_causality(&y, &x, LAGS)?;
        std::hint::black_box(TimeSeries::granger_causality(&x, &y, LAGS)?);
        Ok(there.f_statistic)
    })?;
    let mut columns = data.columns("small", 11)?;
    let (y, x) = (Array1::from(columns.pop().unwrap_or_default()), matrix(&columns));
    measure("ols 10,000 x 10 with HC3", || Ok(OLS::fit(&y, &x, CovarianceType::HC3)?.std_errors[1]))?;
    // Its Newey and West's covariance has n/(n - k), which it does not say and which cannot be turned off: undone to be compared.
    let (n, k) = (x.nrows() as f64, x.ncols() as f64);
    measure("ols 10,000 x 10 with Newey-West, 4 lags", || {
        Ok(OLS::fit(&y, &x, CovarianceType::NeweyWest(LAGS))?.std_errors[1] * ((n - k) / n).sqrt())
    })?;
    let mut columns = data.columns("large", 11)?;
    let (y, x) = (Array1::from(columns.pop().unwrap_or_default()), matrix(&columns));
    measure("ols 1,000,000 x 10", || Ok(OLS::fit(&y, &x, CovarianceType::NonRobust)?.std_errors[1]))?;
    let system = matrix(&data.columns("var", 4)?);
    measure("var, 4 series, 4 lags, n = 300", || Ok(VAR::fit(&system, LAGS, None)?.std_errors[[1, 0]]))?;
    let model = VAR::fit(&system, LAGS, None)?;
    // Horizons 0 to 10 are eleven steps.
    measure("var, orthogonal responses to 10, estimates", || Ok(model.irf(11)?[[10, 1, 0]]))
}
