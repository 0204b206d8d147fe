//! An autoregression in levels that another model implies.
//!
//! Where every equation of the other model has the same regressors W, and its coefficients C are those of the levels up to
//! MC, the levels' have covariance Σ ⊗ M(W'W)⁻¹M': that of an autoregression with another root of (Z'Z)⁻¹. So responses,
//! decompositions, forecasts and tests of the residuals are those of one.

use ndarray::Array2;

use super::estimate::{Columns, Estimate, Named};
use super::{Root, VarResult};
use crate::causality::deterministic::Deterministic;
use crate::hypothesis::Setting;
use crate::{Period, Series};

/// What is known of the levels' autoregression, and what was estimated in its place.
pub(crate) struct Implied {
    pub series: Vec<Series>,
    pub deterministic: Deterministic,
    pub lags: usize,
    /// Deterministic terms and exogenous series of the levels.
    pub fixed: Vec<Named>,
    /// Of the first row.
    pub start: Period,
    /// A row for each of the fixed terms, then for each lag of each series; a column for each equation.
    pub coefficients: Array2<f64>,
    /// MF with (W'W)⁻¹ = FF'.
    pub factor: Array2<f64>,
    /// A row for each date, a column for each equation.
    pub residuals: Array2<f64>,
    pub roots: Vec<Root>,
    pub settings: Vec<Setting>,
    pub estimated: Estimated,
}

/// The equations that were estimated.
#[derive(Debug, Clone)]
pub(crate) struct Estimated {
    /// W.
    pub regressors: Vec<Named>,
    /// How many of them are neither deterministic nor exogenous.
    pub dynamic: usize,
    /// Roots that are one by construction.
    pub unit_roots: usize,
}

impl VarResult {
    /// The autoregression of the levels.
    pub(crate) fn implied(by: Implied) -> Self {
        let columns = Columns::of_lags(&by.series, by.fixed, (1..=by.lags).collect(), by.start);
        let estimate = Estimate::implied(&columns, by.coefficients, by.factor, by.residuals);
        Self::new(by.series, by.deterministic, columns, estimate, by.settings).implied_by(by.estimated, by.roots)
    }

    /// The regressors of the equations that were estimated.
    pub(super) fn estimated_on(&self) -> Vec<&Named> {
        match &self.estimated {
            Some(estimated) => estimated.regressors.iter().collect(),
            None => self.columns.regressors().collect(),
        }
    }

    /// How many of them are neither deterministic nor exogenous.
    pub(super) fn dynamic_coefficients(&self) -> usize {
        self.estimated.as_ref().map_or(self.columns.lagged.len(), |estimated| estimated.dynamic)
    }

    /// What a reader of responses must know of the system's roots.
    pub(super) fn caution(&self) -> Option<String> {
        match &self.estimated {
            _ if self.is_stable() => None,
            Some(estimated) if self.roots().iter().all(|root| root.modulus() <= 1.0) => {
                Some(match estimated.unit_roots {
                    1 => "One root is one by construction: responses need not die out.".to_owned(),
                    roots => format!("{roots} roots are one by construction: responses need not die out."),
                })
            }
            _ => Some(
                "The system is not stable: responses need not die out, and their standard errors have no sound law."
                    .to_owned(),
            ),
        }
    }
}
