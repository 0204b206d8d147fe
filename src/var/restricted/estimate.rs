//! Estimates under zero restrictions that differ between equations.

use ndarray::Array2;

use super::system::singular;
use super::{Pattern, System};
use crate::linalg::lower_root;
use crate::var::estimate::{Columns, Estimate};
use crate::{Error, ErrorKind};

/// How coefficients are estimated where equations lack different terms; where they lack the same, all come to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Estimator {
    /// Least squares, equation by equation: consistent, but not efficient.
    Ols,
    /// Feasible generalised least squares, weighted once by the residual covariance of the first: seemingly unrelated
    /// regressions.
    #[default]
    #[doc(alias = "egls")]
    #[doc(alias = "sur")]
    Gls,
    /// The same until it stands still, which is at the maximum of the Gaussian likelihood.
    #[doc(alias = "maximum likelihood")]
    Iterated,
}

impl std::fmt::Display for Estimator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Ols => "least squares by equation",
            Self::Gls => "generalised least squares",
            Self::Iterated => "iterated generalised least squares",
        })
    }
}

/// It stands still when no coefficient moves by more than this share of its standard error.
const STILL: f64 = 1e-10;
/// Iterations before it is given up.
const PATIENCE: usize = 1000;

/// What the errors of restricted coefficients depend on.
#[derive(Debug, Clone)]
pub(in crate::var) struct Restricted {
    pub pattern: Pattern,
    pub estimator: Estimator,
    /// The residual covariance, by T and in scaled units, that generalised least squares weights by.
    pub weights: Option<Array2<f64>>,
}

impl Restricted {
    /// Estimates anew what `unrestricted` has estimated freely.
    ///
    /// # Errors
    /// If no coefficient is free, the errors are collinear, or iterations do not settle.
    pub fn of(
        columns: &Columns,
        unrestricted: Estimate,
        pattern: Pattern,
        estimator: Estimator,
    ) -> Result<(Estimate, Self), Error> {
        if pattern.count() == 0 {
            return Err(Error::new(ErrorKind::Argument, "the restrictions leave no coefficient to estimate")
                .remedy("restrict fewer terms, or lower the threshold"));
        }
        let system = System::new(&unrestricted.reduction, columns.responses.len());
        let rows = columns.rows() as f64;
        let mut free = system.by_equation(&pattern);
        // Refused here for every estimator: nothing that follows has a law.
        lower_root(&system.products(&pattern, &free)).ok_or_else(singular)?;
        let mut weights = None;
        if estimator != Estimator::Ols {
            for turn in 0.. {
                let sigma = system.products(&pattern, &free) / rows;
                let next = system.weighted(&pattern, &sigma)?;
                let moved = next.free.iter().zip(&free).zip(next.root.rows()).map(|((new, old), root)| {
                    let error = root.dot(&root).sqrt();
                    (new - old).abs() / error
                });
                let still = moved.fold(0.0, f64::max) < STILL;
                (free, weights) = (next.free, Some(sigma));
                if still || estimator == Estimator::Gls {
                    break;
                }
                if turn == PATIENCE {
                    let message = format!("the estimates still move after {PATIENCE} iterations");
                    return Err(Error::new(ErrorKind::Convergence, message)
                        .remedy("weight once only: generalised least squares without iterations"));
                }
            }
        }
        let coefficients = system.unscaled(&pattern, &free);
        let estimate = unrestricted.with_coefficients(columns, coefficients);
        if estimate.coefficients.iter().chain(&estimate.products).any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, "a coefficient is outside the range of doubles")
                .remedy("give the series in units nearer to one another"));
        }
        Ok((estimate, Self { pattern, estimator, weights }))
    }

    /// G, a row for each term of each equation, with GG' the covariance of all coefficients; `divisor` is that of an element of
    /// Σ, and `sigma` Σ by it.
    pub fn root(
        &self,
        estimate: &Estimate,
        sigma: &Array2<f64>,
        rows: usize,
        divisor: impl Fn(usize, usize) -> f64,
    ) -> Result<Array2<f64>, Error> {
        let system = System::new(&estimate.reduction, sigma.nrows());
        match &self.weights {
            None => system.root_by_equation(&self.pattern, sigma),
            Some(weights) => {
                let scaled =
                    Array2::from_shape_fn(weights.dim(), |(i, j)| weights[[i, j]] * rows as f64 / divisor(i, j));
                system.root_of_weighted(&self.pattern, &scaled)
            }
        }
    }
}
