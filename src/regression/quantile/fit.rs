//! A regression at a quantile, in the units of the data.

use ndarray::Array2;

use super::process::QuantileProcess;
use super::simplex::Vertex;
use super::{QuantileCovariance, SparsityBandwidth};
use crate::linalg::{Basis, Reduction, dot, exponent, inverse_upper, scale_by};
use crate::regression::refuse_collinear;
use crate::{Design, Error, ErrorKind};

/// A regression that can be had at any quantile; see the [module](super).
#[derive(Debug, Clone)]
pub struct QuantileRegression {
    terms: Vec<String>,
    process: QuantileProcess,
    /// From orthonormal coordinates to the regressors divided by powers of two, column by column.
    back: Vec<f64>,
    exponents: Vec<i32>,
}

impl QuantileRegression {
    /// Of a design, with Hall and Sheather's bandwidth.
    ///
    /// # Errors
    /// If there are not more rows than regressors, regressors are collinear (named), or they reproduce the response.
    pub fn of(design: &Design) -> Result<Self, Error> {
        Self::with_bandwidth(design, SparsityBandwidth::default())
    }

    /// The same with this bandwidth.
    ///
    /// # Errors
    /// As [`of`](Self::of).
    pub fn with_bandwidth(design: &Design, bandwidth: SparsityBandwidth) -> Result<Self, Error> {
        let (n, k) = design.x().dim();
        if n <= k {
            let message = format!("{k} regressors of `{}` need more than {k} rows, found {n}", design.response());
            return Err(Error::new(ErrorKind::Sample, message).remedy("use fewer regressors or a longer sample"));
        }
        let columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let constant = |j: usize| columns[j].first().copied().filter(|first| columns[j].iter().all(|x| x == first));
        refuse_collinear(&Reduction::of_columns(&columns), k, |j| design.terms()[j].clone(), constant)?;
        let process = QuantileProcess::new(&columns, &design.y().to_vec(), bandwidth);
        let (Some(process), Some(basis)) = (process, Basis::of_columns(&columns)) else {
            let message =
                format!("the regressors reproduce `{}` exactly: it has no quantiles beside", design.response());
            return Err(Error::new(ErrorKind::Collinear, message).remedy("leave out what defines the response"));
        };
        let exponents: Vec<i32> = columns.iter().map(|column| exponent(column.iter().copied())).collect();
        let mut triangle = vec![0.0; k * k];
        for (j, (column, e)) in std::iter::zip(&columns, &exponents).enumerate() {
            let scaled: Vec<f64> = column.iter().map(|value| scale_by(*value, -e)).collect();
            for (i, vector) in basis.vectors().take(j + 1).enumerate() {
                triangle[j * k + i] = dot(vector, &scaled);
            }
        }
        let back = inverse_upper(&triangle, k, k);
        Ok(Self { terms: design.terms().to_vec(), process, back, exponents })
    }

    /// The coefficients at the τ-quantile.
    ///
    /// # Errors
    /// If τ is not strictly between 0 and 1.
    pub fn at(&self, tau: f64) -> Result<QuantileFit, Error> {
        if !(tau > 0.0 && tau < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("τ = {tau} is not between 0 and 1"))
                .remedy("0.5 is the median"));
        }
        let mut process = self.process.clone();
        let vertex = process.vertex(tau).ok_or_else(|| {
            Error::new(ErrorKind::Convergence, format!("the simplex found no best plane at τ = {tau}"))
        })?;
        let coordinates = process.coordinates();
        let gamma: Vec<f64> = std::iter::zip(coordinates.least_squares(), &vertex.gamma).map(|(a, b)| a + b).collect();
        let e = coordinates.exponent();
        let k = self.terms.len();
        let coef = (0..k)
            .map(|i| {
                let sum: f64 = (i..k).map(|j| self.back[j * k + i] * gamma[j]).sum();
                scale_by(sum, e - self.exponents[i])
            })
            .collect();
        let residuals = vertex.residuals.iter().map(|residual| scale_by(*residual, e)).collect();
        Ok(QuantileFit { regression: self.clone(), tau, vertex, coef, residuals })
    }
}

/// A regression at one quantile.
#[derive(Debug, Clone)]
pub struct QuantileFit {
    regression: QuantileRegression,
    tau: f64,
    vertex: Vertex,
    coef: Vec<f64>,
    residuals: Vec<f64>,
}

impl QuantileFit {
    /// The regressors' names.
    pub fn terms(&self) -> &[String] {
        &self.regression.terms
    }

    /// τ.
    pub fn tau(&self) -> f64 {
        self.tau
    }

    /// The coefficients, in the order of the terms.
    pub fn coef(&self) -> &[f64] {
        &self.coef
    }

    /// y − x'b, exactly zero in the rows that the plane goes through.
    pub fn residuals(&self) -> &[f64] {
        &self.residuals
    }

    /// Σ ρ_τ of the residuals.
    pub fn objective(&self) -> f64 {
        self.residuals.iter().map(|u| u * if *u < 0.0 { self.tau - 1.0 } else { self.tau }).sum()
    }

    /// Whether no other coefficients are as good.
    pub fn is_unique(&self) -> bool {
        self.vertex.unique
    }

    /// The covariance of the coefficients, k × k.
    ///
    /// # Errors
    /// If the density of the errors at τ cannot be estimated: too few rows near the plane, or ties.
    pub fn covariance(&self, kind: QuantileCovariance) -> Result<Array2<f64>, Error> {
        let mut process = self.regression.process.clone();
        let precision = process.precision(self.tau, &self.vertex, kind).ok_or_else(|| {
            let message = format!("the density of the errors at τ = {} cannot be estimated ({kind})", self.tau);
            Error::new(ErrorKind::Sample, message).remedy("use a longer sample or a quantile nearer to the middle")
        })?;
        let k = self.coef.len();
        let (back, e) = (&self.regression.back, process.coordinates().exponent());
        let turned = |i: usize, j: usize| -> f64 {
            let one = |a: usize| (j..k).map(|b| precision.covariance[a * k + b] * back[b * k + j]).sum::<f64>();
            (i..k).map(|a| back[a * k + i] * one(a)).sum()
        };
        let exponents = &self.regression.exponents;
        Ok(Array2::from_shape_fn((k, k), |(i, j)| scale_by(turned(i, j), 2 * e - exponents[i] - exponents[j])))
    }
}
