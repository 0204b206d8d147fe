//! Ordinary least squares.

use std::sync::Arc;

use super::estimate::Estimate;
use super::fit::Fit;
use crate::{Design, Error};

/// Ordinary least squares by Householder QR, never by normal equations.
///
/// # Errors of `fit`
/// Fewer observations than coefficients plus one; regressors that are linear combinations of each other (named, with
/// the combination); a response that does not vary; coefficients too large for a double.
#[derive(Debug, Clone, Copy)]
pub struct Ols;

impl Ols {
    /// Estimates the design, with the classical covariance; [`Fit::with`] takes another.
    ///
    /// # Errors
    /// As listed at [`Ols`].
    pub fn fit(design: &Design) -> Result<Fit, Error> {
        Self::fit_shared(Arc::new(design.clone()))
    }

    /// The same without copying the design: for large data, or many fits of one design.
    ///
    /// # Errors
    /// As listed at [`Ols`].
    pub fn fit_shared(design: Arc<Design>) -> Result<Fit, Error> {
        let estimate = Estimate::new(&design)?;
        Fit::classical(design, Arc::new(estimate))
    }
}
