//! The system that draws are made from.

use super::super::VarResult;
use crate::linalg::{Reflections, exponent, scale_by};

/// The estimated system in units near one, so that no unit can overflow a sum of squares.
pub(super) struct World {
    /// p, the longest lag.
    pub lags: usize,
    /// Those in the model.
    pub included: Vec<usize>,
    /// K.
    pub equations: usize,
    /// T.
    pub rows: usize,
    /// Series i is 2^exponents\[i\] times what stands here.
    pub exponents: Vec<i32>,
    /// p rows before the first, a row for each date.
    presample: Vec<f64>,
    /// What the fixed terms come to, a row for each date.
    base: Vec<f64>,
    /// A₁ … Aₚ, each row by row.
    pub matrices: Vec<f64>,
    /// Residuals, a row for each date, with the variance that the responses are computed from.
    pub residuals: Vec<f64>,
    pub fixed: Reflections,
}

impl World {
    pub fn of(model: &VarResult) -> Self {
        let (lags, equations, rows) = (model.lags(), model.names().len(), model.nobs());
        let exponents: Vec<i32> = model.series.iter().map(|one| exponent(one.values().iter().copied())).collect();
        let scaled = |i: usize, value: f64| scale_by(value, -exponents[i]);
        let presample = (0..lags)
            .flat_map(|t| model.series.iter().enumerate().map(move |(i, one)| (i, one.values()[t])))
            .map(|(i, value)| scaled(i, value))
            .collect();
        let mut matrices = Vec::with_capacity(lags * equations * equations);
        for matrix in model.lag_matrices() {
            matrices.extend(matrix.indexed_iter().map(|((i, j), value)| scale_by(*value, exponents[j] - exponents[i])));
        }
        let columns: Vec<Vec<f64>> = model
            .columns
            .fixed
            .iter()
            .map(|(_, values)| {
                let e = exponent(values.iter().copied());
                values.iter().map(|value| scale_by(*value, -e)).collect()
            })
            .collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        // Residuals are shorter than errors by the coefficients fitted to them.
        let longer = (rows as f64 / model.df_resid().max(1) as f64).sqrt();
        let residuals = model.residuals().indexed_iter().map(|((_, i), u)| longer * scaled(i, *u)).collect();
        let mut world = Self {
            lags,
            included: model.columns.included.clone(),
            equations,
            rows,
            presample,
            base: Vec::new(),
            matrices,
            residuals,
            fixed: Reflections::of(&columns, rows),
            exponents,
        };
        world.refit_base(model);
        world
    }

    /// The same world with other lag matrices; the fixed terms are fitted to the data anew.
    pub fn with_matrices(mut self, model: &VarResult, matrices: Vec<f64>) -> Self {
        self.matrices = matrices;
        self.refit_base(model);
        self
    }

    fn refit_base(&mut self, model: &VarResult) {
        let k = self.equations;
        let mut base = vec![0.0; self.rows * k];
        for i in 0..k {
            let mut left: Vec<f64> = (self.lags..self.lags + self.rows)
                .map(|t| {
                    let lagged = (0..self.lags * k).map(|at| {
                        let (lag, j) = (at / k, at % k);
                        let value = scale_by(model.series[j].values()[t - 1 - lag], -self.exponents[j]);
                        self.matrices[(lag * k + i) * k + j] * value
                    });
                    scale_by(model.series[i].values()[t], -self.exponents[i]) - lagged.sum::<f64>()
                })
                .collect();
            self.fixed.project(&mut left);
            left.into_iter().enumerate().for_each(|(t, value)| base[t * k + i] = value);
        }
        self.base = base;
    }

    /// Writes the path that shocks (a row for each date) lead to: a column of p + T values for each series.
    pub fn simulate(&self, shocks: &[f64], path: &mut [f64]) {
        let (k, length) = (self.equations, self.lags + self.rows);
        for (at, value) in self.presample.iter().enumerate() {
            path[(at % k) * length + at / k] = *value;
        }
        for t in 0..self.rows {
            for i in 0..k {
                let mut value = self.base[t * k + i] + shocks[t * k + i];
                for lag in 0..self.lags {
                    let row = &self.matrices[(lag * k + i) * k..(lag * k + i + 1) * k];
                    for (j, weight) in row.iter().enumerate() {
                        value += weight * path[j * length + self.lags + t - 1 - lag];
                    }
                }
                path[i * length + self.lags + t] = value;
            }
        }
    }
}
