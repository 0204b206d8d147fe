//! Least squares of all equations from one factorisation.

use std::sync::OnceLock;

use ndarray::{Array2, ShapeBuilder};

use crate::causality::deterministic::Deterministic;
use crate::linalg::{Reduction, add_scaled, dot, inverse_upper, scale_by, solve_upper};
use crate::regression::refuse_collinear;
use crate::{Error, ErrorKind, Period, Series};

/// A named column, a value for each row.
pub(super) type Named = (String, Vec<f64>);

/// The columns of a model: fixed terms, lags (lag by lag), responses.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// p, the longest lag.
    pub lags: usize,
    /// The lags that are in the model, the shortest first: 1 to p unless some were left out.
    pub included: Vec<usize>,
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
        // Before there is a list of them.
        refuse_short(series, deterministic.count(&series[0]).saturating_add(exogenous.len()), lags, lags)?;
        Self::with_lags(series, exogenous, deterministic, (1..=lags).collect())
    }

    /// With these lags only, the shortest first.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_lags(
        series: &[Series],
        exogenous: &[Series],
        deterministic: &Deterministic,
        included: Vec<usize>,
    ) -> Result<Self, Error> {
        let lags = included.last().copied().unwrap_or(0);
        let terms = deterministic.count(&series[0]).saturating_add(exogenous.len());
        refuse_short(series, terms, included.len(), lags)?;
        let mut fixed = deterministic.columns(&series[0], lags)?;
        fixed.extend(exogenous.iter().map(|one| (one.name().to_owned(), one.values()[lags..].to_vec())));
        Ok(Self::of_lags(series, fixed, included, series[0].start().plus(lags as i64)))
    }

    /// These fixed terms, on the rows from `start` on, and these lags.
    pub fn of_lags(series: &[Series], fixed: Vec<Named>, included: Vec<usize>, start: Period) -> Self {
        let lags = included.last().copied().unwrap_or(0);
        Self {
            lags,
            fixed,
            lagged: lagged(series, &included, lags),
            responses: series.iter().map(|one| (one.name().to_owned(), one.values()[lags..].to_vec())).collect(),
            start,
            included,
        }
    }

    /// The same rows with every lag from 1 to p.
    pub fn with_all_lags(&self, series: &[Series]) -> Self {
        let included: Vec<usize> = (1..=self.lags).collect();
        Self { lagged: lagged(series, &included, self.lags), included, ..self.clone() }
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

/// An error if the observations do not suffice for `count` lags of every series, the longest `longest`, and `terms` others.
pub(super) fn refuse_short(series: &[Series], terms: usize, count: usize, longest: usize) -> Result<(), Error> {
    let k = series.len().saturating_mul(count).saturating_add(terms);
    let needed = k.saturating_add(longest).saturating_add(series.len());
    let found = series[0].len();
    if found >= needed {
        return Ok(());
    }
    let names: Vec<&str> = series.iter().map(Series::name).collect();
    let lags = match count {
        _ if count != longest => format!("lags up to {longest}"),
        1 => "1 lag".to_owned(),
        _ => format!("{longest} lags"),
    };
    Err(Error::new(
        ErrorKind::Sample,
        format!(
            "a vector autoregression of {} with {lags} needs {needed} observations ({k} coefficients in each equation), found \
             {found}",
            names.join(", "),
        ),
    )
    .remedy("use fewer lags or series, or a longer sample"))
}

/// Lag by lag, a column for each series in the rows that the longest lag leaves.
fn lagged(series: &[Series], included: &[usize], longest: usize) -> Vec<Named> {
    let of = |one: &Series, lag: usize| {
        let values = &one.values()[longest - lag..one.len() - lag];
        (format!("lag({}, {lag})", one.name()), values.to_vec())
    };
    included.iter().flat_map(|&lag| series.iter().map(move |one| of(one, lag))).collect()
}

/// Coefficients and what their errors depend on.
#[derive(Debug, Clone)]
pub(super) struct Estimate {
    /// A row for each regressor, a column for each equation.
    pub coefficients: Array2<f64>,
    /// F with (Z'Z)⁻¹ = FF', a row for each regressor: what the errors of coefficients depend on unless some are restricted.
    pub factor: Array2<f64>,
    /// Of the regressors and the responses.
    pub reduction: Reduction,
    /// U'U.
    pub products: Array2<f64>,
    /// A row for each date, a column for each equation; found when first asked for.
    residuals: OnceLock<Array2<f64>>,
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
        if coefficients.iter().chain(&factor).chain(&products).any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, "a coefficient is outside the range of doubles")
                .remedy("give the series in units nearer to one another"));
        }
        Ok(Self { coefficients, factor, reduction, products, residuals: OnceLock::new() })
    }

    /// Coefficients, root of their covariance and residuals that other equations imply.
    pub fn implied(columns: &Columns, coefficients: Array2<f64>, factor: Array2<f64>, residuals: Array2<f64>) -> Self {
        let all: Vec<&[f64]> =
            columns.regressors().chain(&columns.responses).map(|(_, values)| values.as_slice()).collect();
        let (reduction, products) = (Reduction::of_columns(&all), residuals.t().dot(&residuals));
        Self { coefficients, factor, reduction, products, residuals: OnceLock::from(residuals) }
    }

    /// The same rows and regressors with other coefficients.
    pub fn with_coefficients(self, columns: &Columns, coefficients: Array2<f64>) -> Self {
        let residuals = residuals(columns, &coefficients);
        let by_equation: Vec<Vec<f64>> = residuals.columns().into_iter().map(|column| column.to_vec()).collect();
        let k = by_equation.len();
        let products = Array2::from_shape_fn((k, k), |(i, j)| dot(&by_equation[i], &by_equation[j]));
        Self { coefficients, products, residuals: OnceLock::from(residuals), ..self }
    }

    /// Y − Z B.
    pub fn residuals(&self, columns: &Columns) -> &Array2<f64> {
        self.residuals.get_or_init(|| residuals(columns, &self.coefficients))
    }
}

/// Y − Z B: a row for each date, a column for each equation, stored column by column.
fn residuals(columns: &Columns, coefficients: &Array2<f64>) -> Array2<f64> {
    let (rows, equations) = (columns.rows(), columns.responses.len());
    let mut values = Vec::with_capacity(rows * equations);
    for (i, (_, response)) in columns.responses.iter().enumerate() {
        let from = values.len();
        values.extend_from_slice(response);
        for ((_, regressor), weight) in columns.regressors().zip(coefficients.column(i)) {
            add_scaled(&mut values[from..], -weight, regressor);
        }
    }
    Array2::from_shape_fn((rows, equations).f(), |(t, i)| values[i * rows + t])
}
