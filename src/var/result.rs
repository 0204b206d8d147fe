//! What was estimated.

use std::sync::OnceLock;

use ndarray::Array2;
use serde::Serialize;

use super::estimate::{Columns, Estimate};
use super::implied::Estimated;
use super::restricted::{Eliminated, Estimator, Restricted};
use super::roots::{Root, companion};
use super::{Divisor, OrderCriteria, tables};
use crate::causality::deterministic::Deterministic;
use crate::dist::student_t;
use crate::hypothesis::Setting;
use crate::linalg::{Reduction, eigenvalues};
use crate::regression::Criterion;
use crate::table::{Table, shows_itself};
use crate::{Error, ErrorKind, Sample, Series, Stamp};

/// A coefficient of one equation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VarCoefficient {
    /// The series on the left.
    pub equation: String,
    /// The regressor: `lag(x, 1)`, `(Intercept)`.
    pub term: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// Their ratio, t.
    pub statistic: f64,
    /// Two-sided, from t with T − k degrees of freedom.
    pub p_value: f64,
    /// The lower end of the 95 % confidence interval.
    pub conf_low: f64,
    /// Its upper end.
    pub conf_high: f64,
}

/// An estimated vector autoregression.
#[derive(Debug, Clone)]
pub struct VarResult {
    pub(super) series: Vec<Series>,
    pub(super) deterministic: Deterministic,
    pub(super) columns: Columns,
    pub(super) estimate: Estimate,
    restricted: Option<Restricted>,
    eliminated: Vec<Eliminated>,
    settings: Vec<Setting>,
    /// Found when first asked for: they cost more than the estimates.
    roots: OnceLock<Vec<Root>>,
    /// What was estimated, if not these equations.
    pub(super) estimated: Option<Estimated>,
    /// Of the Σ that responses and forecasts take.
    pub(super) divisor: Divisor,
}

impl VarResult {
    pub(super) fn new(
        series: Vec<Series>,
        deterministic: Deterministic,
        columns: Columns,
        estimate: Estimate,
        settings: Vec<Setting>,
    ) -> Self {
        Self {
            series,
            deterministic,
            columns,
            estimate,
            restricted: None,
            eliminated: Vec::new(),
            settings,
            roots: OnceLock::new(),
            estimated: None,
            divisor: Divisor::default(),
        }
    }

    /// The same, whose estimates are restricted.
    pub(super) fn restricted(self, restricted: Restricted, eliminated: Vec<Eliminated>) -> Self {
        Self { restricted: Some(restricted), eliminated, ..self }
    }

    /// The same, which other equations imply.
    pub(super) fn implied_by(self, estimated: Estimated, roots: Vec<Root>) -> Self {
        Self { estimated: Some(estimated), roots: OnceLock::from(roots), ..self }
    }

    /// The same with this divisor of Σ in responses, decompositions and forecasts; T − k coefficients unless set.
    #[must_use]
    pub fn with(&self, divisor: Divisor) -> Self {
        Self { divisor, ..self.clone() }
    }

    /// The series, in the order of the equations.
    pub fn names(&self) -> Vec<&str> {
        self.series.iter().map(Series::name).collect()
    }

    /// p, the longest lag.
    pub fn lags(&self) -> usize {
        self.columns.lags
    }

    /// The regressors of every equation: deterministic terms, exogenous series, then lags, lag by lag.
    pub fn terms(&self) -> Vec<&str> {
        self.columns.regressors().map(|(name, _)| name.as_str()).collect()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        let (first, n) = (self.columns.start, self.nobs());
        Sample { first: Stamp::Period(first), last: Stamp::Period(first.plus(n as i64 - 1)), n }
    }

    /// T, the rows used.
    pub fn nobs(&self) -> usize {
        self.columns.rows()
    }

    /// T − k, the rows less the coefficients of an equation; of the longest where equations differ.
    pub fn df_resid(&self) -> usize {
        (0..self.series.len()).map(|i| self.equation_df(i)).min().unwrap_or(0)
    }

    /// T − kᵢ.
    pub(super) fn equation_df(&self, equation: usize) -> usize {
        let terms = self.estimate.factor.ncols();
        self.nobs() - self.restricted.as_ref().map_or(terms, |restricted| restricted.pattern.0[equation].len())
    }

    /// The terms that an equation keeps, as places among [`terms`](Self::terms).
    pub(super) fn kept(&self, equation: usize) -> Vec<usize> {
        match &self.restricted {
            Some(restricted) => restricted.pattern.0[equation].clone(),
            None => (0..self.estimate.coefficients.nrows()).collect(),
        }
    }

    /// The number of coefficients that are not restricted to zero.
    pub fn free_coefficients(&self) -> usize {
        (0..self.series.len()).map(|i| self.nobs() - self.equation_df(i)).sum()
    }

    /// Those of them that are neither deterministic nor exogenous.
    pub(super) fn free_lag_coefficients(&self) -> usize {
        if let Some(estimated) = &self.estimated {
            return estimated.dynamic * self.series.len();
        }
        let fixed = self.columns.fixed.len();
        (0..self.series.len()).map(|i| self.kept(i).into_iter().filter(|term| *term >= fixed).count()).sum()
    }

    /// The lags in the model: 1 to p unless some were left out.
    pub fn lags_included(&self) -> &[usize] {
        &self.columns.included
    }

    /// The terms that left by a rule, in the order in which they left.
    pub fn eliminated(&self) -> &[Eliminated] {
        &self.eliminated
    }

    /// How coefficients were estimated if equations lack different terms; `None` if none lacks any.
    pub fn estimator(&self) -> Option<Estimator> {
        self.restricted.as_ref().map(|restricted| restricted.estimator)
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The coefficients: a row for each of [`terms`](Self::terms), a column for each equation.
    pub fn coefficients(&self) -> &Array2<f64> {
        &self.estimate.coefficients
    }

    /// Their standard errors, by T − k; zero where a coefficient is restricted to zero.
    pub fn std_errors(&self) -> Array2<f64> {
        self.std_errors_by(Divisor::DegreesOfFreedom)
    }

    /// Their standard errors with Σ by this divisor.
    pub fn std_errors_by(&self, divisor: Divisor) -> Array2<f64> {
        let (terms, equations) = self.estimate.coefficients.dim();
        match self.restricted_root(divisor) {
            Ok(None) => {}
            Ok(Some(root)) => {
                let norm = |row: usize| root.row(row).dot(&root.row(row)).sqrt();
                return Array2::from_shape_fn((terms, equations), |(j, i)| norm(i * terms + j));
            }
            // Collinear errors, which were refused when the model was estimated.
            Err(_) => return Array2::from_elem((terms, equations), f64::NAN),
        }
        let sigma = self.sigma(divisor);
        let spread = |j: usize| self.estimate.factor.row(j).iter().map(|value| value * value).sum::<f64>().sqrt();
        let spreads: Vec<f64> = (0..terms).map(spread).collect();
        Array2::from_shape_fn((terms, equations), |(j, i)| spreads[j] * sigma[[i, i]].sqrt())
    }

    /// The covariance of all coefficients, equation by equation and in each in the order of [`terms`](Self::terms): rows and
    /// columns of zeros where one is restricted to zero.
    ///
    /// # Errors
    /// If the errors of the equations are collinear.
    pub fn coefficient_covariance(&self, divisor: Divisor) -> Result<Array2<f64>, Error> {
        if let Some(root) = self.restricted_root(divisor)? {
            return Ok(root.dot(&root.t()));
        }
        let (sigma, inverse) = (self.sigma(divisor), self.estimate.factor.dot(&self.estimate.factor.t()));
        let terms = inverse.nrows();
        let size = terms * sigma.nrows();
        let entry = |(a, b): (usize, usize)| sigma[[a / terms, b / terms]] * inverse[[a % terms, b % terms]];
        Ok(Array2::from_shape_fn((size, size), entry))
    }

    /// G, a row for each term of each equation, with GG' the covariance of the coefficients; `None` where equations lack none,
    /// and it is Σ ⊗ (Z'Z)⁻¹.
    pub(super) fn restricted_root(&self, divisor: Divisor) -> Result<Option<Array2<f64>>, Error> {
        let Some(restricted) = &self.restricted else { return Ok(None) };
        let by = |i: usize, j: usize| self.divide_by(divisor, i, j);
        restricted.root(&self.estimate, &self.sigma(divisor), self.nobs(), by).map(Some)
    }

    /// Every coefficient that is not restricted to zero, equation by equation.
    pub fn tidy(&self) -> Vec<VarCoefficient> {
        let (errors, terms) = (self.std_errors(), self.terms());
        let mut rows = Vec::with_capacity(errors.len());
        for (i, equation) in self.names().into_iter().enumerate() {
            let df = self.equation_df(i) as f64;
            let width = student_t::isf(0.025, df);
            for j in self.kept(i) {
                let term = terms[j];
                let (estimate, std_error) = (self.estimate.coefficients[[j, i]], errors[[j, i]]);
                let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
                rows.push(VarCoefficient {
                    equation: equation.to_owned(),
                    term: term.to_owned(),
                    estimate,
                    std_error,
                    statistic,
                    p_value: student_t::two_sided(statistic, df),
                    conf_low: estimate - width * std_error,
                    conf_high: estimate + width * std_error,
                });
            }
        }
        rows
    }

    /// The coefficient of a term in the equation of a series.
    ///
    /// # Errors
    /// If there is no such equation or term, or the coefficient is restricted to zero.
    pub fn coefficient(&self, equation: &str, term: &str) -> Result<VarCoefficient, Error> {
        if !self.names().contains(&equation) {
            return Err(Error::unknown_name("equation", equation, self.names()));
        }
        let found = self.tidy().into_iter().find(|row| row.equation == equation && row.term == term);
        found.ok_or_else(|| {
            if self.terms().contains(&term) {
                Error::new(ErrorKind::Argument, format!("`{term}` is restricted to zero in the equation of {equation}"))
                    .remedy("ask for a coefficient that is estimated, or read them all from `coefficients()`")
            } else {
                Error::unknown_name("term", term, self.terms())
            }
        })
    }

    /// A₁ … Aₚ, a row for each equation.
    pub fn lag_matrices(&self) -> Vec<Array2<f64>> {
        let (equations, fixed) = (self.series.len(), self.columns.fixed.len());
        let included = &self.columns.included;
        let matrix = |lag: usize| {
            let place = included.binary_search(&lag).ok();
            Array2::from_shape_fn((equations, equations), |(i, j)| {
                place.map_or(0.0, |place| self.estimate.coefficients[[fixed + place * equations + j, i]])
            })
        };
        (1..=self.lags()).map(matrix).collect()
    }

    /// Residuals: a row for each date, a column for each equation.
    pub fn residuals(&self) -> &Array2<f64> {
        self.estimate.residuals(&self.columns)
    }

    /// Σ, the covariance of the errors.
    pub fn sigma(&self, divisor: Divisor) -> Array2<f64> {
        let products = &self.estimate.products;
        Array2::from_shape_fn(products.dim(), |(i, j)| products[[i, j]] / self.divide_by(divisor, i, j))
    }

    /// What divides uᵢ'uⱼ: T, or √((T − kᵢ)(T − kⱼ)).
    fn divide_by(&self, divisor: Divisor, i: usize, j: usize) -> f64 {
        let df = |equation: usize| self.equation_df(equation).max(1) as f64;
        match divisor {
            Divisor::Rows => self.nobs() as f64,
            Divisor::DegreesOfFreedom if df(i) == df(j) => df(i),
            Divisor::DegreesOfFreedom => (df(i) * df(j)).sqrt(),
        }
    }

    /// The Gaussian log-likelihood with Σ by T: at its maximum unless equations lack different terms and generalised least
    /// squares was not iterated.
    pub fn log_likelihood(&self) -> f64 {
        let equations = self.series.len() as f64;
        -0.5 * self.nobs() as f64
            * (equations * (1.0 + (2.0 * std::f64::consts::PI).ln()) + ln_determinant(self.residuals()))
    }

    /// The criteria of this model on its own rows, per observation as [`LagSelection`](super::LagSelection) has them; to
    /// compare numbers of lags, take that.
    pub fn criteria(&self) -> OrderCriteria {
        let (rows, equations) = (self.nobs() as f64, self.series.len() as f64);
        // The average over equations, if they differ.
        let k = self.free_coefficients() as f64 / equations;
        let ln_determinant = ln_determinant(self.residuals());
        let by = |criterion: Criterion| ln_determinant + criterion.price(rows) * k * equations / rows;
        OrderCriteria {
            lags: self.lags(),
            aic: by(Criterion::Aic),
            bic: by(Criterion::Bic),
            hq: by(Criterion::Hq),
            fpe: ((rows + k) / (rows - k)).powf(equations) * ln_determinant.exp(),
        }
    }

    /// The eigenvalues of the companion matrix, the largest modulus first.
    pub fn roots(&self) -> &[Root] {
        self.roots.get_or_init(|| {
            let values = eigenvalues(&companion(&self.lag_matrices())).unwrap_or_default();
            values.into_iter().map(|(re, im)| Root { re, im }).collect()
        })
    }

    /// Whether every root is below one in modulus: what a shock does dies out.
    pub fn is_stable(&self) -> bool {
        !self.roots().is_empty() && self.roots().iter().all(|root| root.modulus() < 1.0)
    }

    /// The coefficients, equation by equation.
    pub fn table(&self) -> Table {
        tables::coefficients(self)
    }

    /// The equations side by side, standard errors under the coefficients.
    pub fn page(&self) -> Table {
        tables::page(self)
    }

    /// The terms that left by a rule.
    pub fn eliminated_table(&self) -> Table {
        tables::eliminated(self)
    }

    /// R² of each equation: around the mean, or around zero in a model without a constant.
    pub fn r_squared(&self) -> Vec<f64> {
        let centred = self.deterministic.constant;
        let of = |(i, (_, values)): (usize, &(String, Vec<f64>))| {
            let mean = if centred { values.iter().sum::<f64>() / values.len() as f64 } else { 0.0 };
            let total: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            1.0 - self.estimate.products[[i, i]] / total
        };
        self.columns.responses.iter().enumerate().map(of).collect()
    }

    /// The roots.
    pub fn roots_table(&self) -> Table {
        tables::roots(self)
    }

    /// Coefficients and roots.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.roots_table()]
    }
}

shows_itself!(VarResult => tables);

/// ln|Σ| of residuals (a column for each equation), by the number of their rows.
pub(super) fn ln_determinant(residuals: &Array2<f64>) -> f64 {
    let columns: Vec<Vec<f64>> = residuals.columns().into_iter().map(|u| u.to_vec()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let reduction = Reduction::of_columns(&columns);
    let ln = |j: usize| reduction.column(j)[j].abs().ln() + f64::from(reduction.exponent(j)) * std::f64::consts::LN_2;
    2.0 * (0..columns.len()).map(ln).sum::<f64>() - columns.len() as f64 * (residuals.nrows() as f64).ln()
}
