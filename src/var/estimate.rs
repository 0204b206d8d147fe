//! Least squares of all equations from one factorisation.

use ndarray::Array2;

use crate::causality::deterministic::Deterministic;
use crate::linalg::{Reduction, inverse_upper, scale_by, solve_upper};
use crate::regression::refuse_collinear;
use crate::{Error, ErrorKind, Period, Series};

/// A named column, a value for each row.
pub(super) type Named = (String, Vec<f64>);

/// The columns of a model: fixed terms, lags (lag by lag), responses.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub lags: usize,
    /// Deterministic terms and exogenous series.
    pub fixed: Vec<Named>,
    pub lagged: Vec<Named>,
    pub responses: Vec<Named>,
    /// Of the first row.
    pub start: Period,
}

impl Columns {
    /// # Errors
    /// If there are fewer rows than regressors and equations.
    pub fn new(
        series: &[Series],
        exogenous: &[Series],
        deterministic: &Deterministic,
        lags: usize,
    ) -> Result<Self, Error> {
        let length = series[0].len();
        let width = deterministic.count(&series[0]).saturating_add(exogenous.len());
        let k = series.len().saturating_mul(lags).saturating_add(width);
        let needed = k.saturating_add(lags).saturating_add(series.len());
        if length < needed {
            let names: Vec<&str> = series.iter().map(Series::name).collect();
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a vector autoregression of {} with {lags} lag{} needs {needed} observations ({k} coefficients in each \
                     equation), found {length}",
                    names.join(", "),
                    if lags == 1 { "" } else { "s" },
                ),
            )
            .remedy("use fewer lags or series, or a longer sample"));
        }
        let mut fixed = deterministic.columns(&series[0], lags)?;
        fixed.extend(exogenous.iter().map(|one| (one.name().to_owned(), one.values()[lags..].to_vec())));
        let lag = |one: &Series, lag: usize| one.values()[lags - lag..length - lag].to_vec();
        let name = |one: &Series, lag: usize| format!("lag({}, {lag})", one.name());
        Ok(Self {
            lags,
            fixed,
            lagged: (1..=lags).flat_map(|j| series.iter().map(move |one| (name(one, j), lag(one, j)))).collect(),
            responses: series.iter().map(|one| (one.name().to_owned(), lag(one, 0))).collect(),
            start: series[0].start().plus(lags as i64),
        })
    }

    /// T.
    pub fn rows(&self) -> usize {
        self.responses[0].1.len()
    }

    /// The regressors of every equation, in the order of the coefficients.
    pub fn regressors(&self) -> impl Iterator<Item = &Named> {
        self.fixed.iter().chain(&self.lagged)
    }
}

/// Coefficients and what their errors depend on.
#[derive(Debug, Clone)]
pub(super) struct Estimate {
    /// A row for each regressor, a column for each equation.
    pub coefficients: Array2<f64>,
    /// F with (Z'Z)⁻¹ = FF', a row for each regressor.
    pub factor: Array2<f64>,
    /// U'U.
    pub products: Array2<f64>,
    /// A row for each date, a column for each equation.
    pub residuals: Array2<f64>,
}

impl Estimate {
    /// # Errors
    /// If the regressors are collinear, or the lags reproduce a response exactly.
    pub fn of(columns: &Columns) -> Result<Self, Error> {
        let all: Vec<&[f64]> =
            columns.regressors().chain(&columns.responses).map(|(_, values)| values.as_slice()).collect();
        let reduction = Reduction::of_columns(&all);
        let (equations, size) = (columns.responses.len(), all.len());
        let k = size - equations;
        let names: Vec<&str> = columns.regressors().chain(&columns.responses).map(|(name, _)| name.as_str()).collect();
        let constant = |column: usize| {
            let values = all[column];
            values.first().copied().filter(|first| values.iter().all(|value| value == first))
        };
        refuse_collinear(&reduction, size, |column| names[column].to_owned(), constant)?;
        let mut coefficients = Array2::zeros((k, equations));
        for equation in 0..equations {
            let mut weights = reduction.column(k + equation)[..k].to_vec();
            solve_upper(reduction.triangle(), size, &mut weights);
            for (j, weight) in weights.into_iter().enumerate() {
                coefficients[[j, equation]] =
                    scale_by(weight, reduction.exponent(k + equation) - reduction.exponent(j));
            }
        }
        let inverse = inverse_upper(reduction.triangle(), size, k);
        let factor = Array2::from_shape_fn((k, k), |(i, j)| scale_by(inverse[j * k + i], -reduction.exponent(i)));
        let tail = |j: usize| &reduction.column(k + j)[k..];
        let products = Array2::from_shape_fn((equations, equations), |(i, j)| {
            let product: f64 = tail(i).iter().zip(tail(j)).map(|(a, b)| a * b).sum();
            scale_by(product, reduction.exponent(k + i) + reduction.exponent(k + j))
        });
        let regressors: Vec<&[f64]> = all[..k].to_vec();
        let residuals = Array2::from_shape_fn((columns.rows(), equations), |(t, i)| {
            let fitted: f64 = regressors.iter().enumerate().map(|(j, z)| z[t] * coefficients[[j, i]]).sum();
            all[k + i][t] - fitted
        });
        if coefficients.iter().chain(&factor).chain(&products).any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, "a coefficient is outside the range of doubles")
                .remedy("give the series in units nearer to one another"));
        }
        Ok(Self { coefficients, factor, products, residuals })
    }
}
