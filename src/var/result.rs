//! What was estimated.

use ndarray::Array2;
use serde::Serialize;

use super::estimate::{Columns, Estimate};
use super::roots::{Root, companion};
use super::{Divisor, OrderCriteria, tables};
use crate::causality::deterministic::Deterministic;
use crate::dist::student_t;
use crate::hypothesis::Setting;
use crate::linalg::{Reduction, eigenvalues};
use crate::regression::Criterion;
use crate::table::{Table, shows_itself};
use crate::{Error, Sample, Series, Stamp};

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
}

/// An estimated vector autoregression.
#[derive(Debug, Clone)]
pub struct VarResult {
    pub(super) series: Vec<Series>,
    pub(super) deterministic: Deterministic,
    pub(super) columns: Columns,
    pub(super) estimate: Estimate,
    settings: Vec<Setting>,
    roots: Vec<Root>,
}

impl VarResult {
    pub(super) fn new(
        series: Vec<Series>,
        deterministic: Deterministic,
        columns: Columns,
        estimate: Estimate,
        settings: Vec<Setting>,
    ) -> Self {
        let mut result = Self { series, deterministic, columns, estimate, settings, roots: Vec::new() };
        let values = eigenvalues(&companion(&result.lag_matrices())).unwrap_or_default();
        result.roots = values.into_iter().map(|(re, im)| Root { re, im }).collect();
        result
    }

    /// The series, in the order of the equations.
    pub fn names(&self) -> Vec<&str> {
        self.series.iter().map(Series::name).collect()
    }

    /// p.
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

    /// T − k, the rows less the coefficients of an equation.
    pub fn df_resid(&self) -> usize {
        self.nobs() - self.estimate.coefficients.nrows()
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The coefficients: a row for each of [`terms`](Self::terms), a column for each equation.
    pub fn coefficients(&self) -> &Array2<f64> {
        &self.estimate.coefficients
    }

    /// Their standard errors, each equation's own.
    pub fn std_errors(&self) -> Array2<f64> {
        let sigma = self.sigma(Divisor::DegreesOfFreedom);
        let spread = |j: usize| self.estimate.factor.row(j).iter().map(|value| value * value).sum::<f64>().sqrt();
        let spreads: Vec<f64> = (0..self.estimate.factor.nrows()).map(spread).collect();
        Array2::from_shape_fn(self.estimate.coefficients.dim(), |(j, i)| spreads[j] * sigma[[i, i]].sqrt())
    }

    /// Every coefficient, equation by equation.
    pub fn tidy(&self) -> Vec<VarCoefficient> {
        let (errors, df) = (self.std_errors(), self.df_resid() as f64);
        let mut rows = Vec::with_capacity(errors.len());
        for (i, equation) in self.names().into_iter().enumerate() {
            for (j, term) in self.terms().into_iter().enumerate() {
                let (estimate, std_error) = (self.estimate.coefficients[[j, i]], errors[[j, i]]);
                let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
                rows.push(VarCoefficient {
                    equation: equation.to_owned(),
                    term: term.to_owned(),
                    estimate,
                    std_error,
                    statistic,
                    p_value: student_t::two_sided(statistic, df),
                });
            }
        }
        rows
    }

    /// The coefficient of a term in the equation of a series.
    ///
    /// # Errors
    /// If there is no such equation or term.
    pub fn coefficient(&self, equation: &str, term: &str) -> Result<VarCoefficient, Error> {
        if !self.names().contains(&equation) {
            return Err(Error::unknown_name("equation", equation, self.names()));
        }
        let found = self.tidy().into_iter().find(|row| row.equation == equation && row.term == term);
        found.ok_or_else(|| Error::unknown_name("term", term, self.terms()))
    }

    /// A₁ … Aₚ, a row for each equation.
    pub fn lag_matrices(&self) -> Vec<Array2<f64>> {
        let (equations, fixed) = (self.series.len(), self.columns.fixed.len());
        let matrix = |lag: usize| {
            Array2::from_shape_fn((equations, equations), |(i, j)| {
                self.estimate.coefficients[[fixed + lag * equations + j, i]]
            })
        };
        (0..self.lags()).map(matrix).collect()
    }

    /// Residuals: a row for each date, a column for each equation.
    pub fn residuals(&self) -> &Array2<f64> {
        &self.estimate.residuals
    }

    /// Σ, the covariance of the errors.
    pub fn sigma(&self, divisor: Divisor) -> Array2<f64> {
        &self.estimate.products / self.sigma_divisor(divisor) as f64
    }

    /// What sums of products of residuals are divided by.
    pub(super) fn sigma_divisor(&self, divisor: Divisor) -> usize {
        match divisor {
            Divisor::Rows => self.nobs(),
            Divisor::DegreesOfFreedom => self.df_resid().max(1),
        }
    }

    /// ln|Σ| with divisor T.
    pub(super) fn ln_determinant(&self) -> f64 {
        let columns: Vec<Vec<f64>> = self.estimate.residuals.columns().into_iter().map(|u| u.to_vec()).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let reduction = Reduction::of_columns(&columns);
        let ln =
            |j: usize| reduction.column(j)[j].abs().ln() + f64::from(reduction.exponent(j)) * std::f64::consts::LN_2;
        2.0 * (0..columns.len()).map(ln).sum::<f64>() - columns.len() as f64 * (self.nobs() as f64).ln()
    }

    /// The Gaussian log-likelihood at its maximum.
    pub fn log_likelihood(&self) -> f64 {
        let equations = self.series.len() as f64;
        -0.5 * self.nobs() as f64 * (equations * (1.0 + (2.0 * std::f64::consts::PI).ln()) + self.ln_determinant())
    }

    /// The criteria of this model on its own rows, per observation as [`LagSelection`](super::LagSelection) has them; to
    /// compare numbers of lags, take that.
    pub fn criteria(&self) -> OrderCriteria {
        let (rows, equations) = (self.nobs() as f64, self.series.len() as f64);
        let k = self.estimate.coefficients.nrows() as f64;
        let ln_determinant = self.ln_determinant();
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
        &self.roots
    }

    /// Whether every root is below one in modulus: what a shock does dies out.
    pub fn is_stable(&self) -> bool {
        !self.roots.is_empty() && self.roots.iter().all(|root| root.modulus() < 1.0)
    }

    /// The coefficients, equation by equation.
    pub fn table(&self) -> Table {
        tables::coefficients(self)
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
