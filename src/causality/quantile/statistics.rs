//! The statistics of one equation.

use crate::regression::quantile::{QuantileCovariance, QuantileProcess, SparsityBandwidth};

/// What is asked of every equation.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub quantiles: Vec<f64>,
    pub interval: [f64; 2],
    pub grid: Vec<f64>,
    pub covariances: Vec<QuantileCovariance>,
    pub bandwidth: SparsityBandwidth,
    pub min_df: usize,
}

impl Asked {
    /// Why a statistic at these τ would be none, if it would.
    pub fn not_identified(&self, taus: &[f64], n: usize, k: usize) -> Option<String> {
        if n < k + self.min_df {
            let df = n.saturating_sub(k);
            return Some(format!("not identified: {df} residual degrees of freedom, {} needed", self.min_df));
        }
        let outermost = taus.iter().map(|tau| tau.min(1.0 - tau)).fold(0.5, f64::min);
        let beyond = n as f64 * outermost;
        // A share of rows that is a whole number but for rounding counts as one.
        (beyond + 1e-9 < k as f64).then(|| {
            let tau = taus.iter().find(|tau| tau.min(1.0 - **tau) == outermost).unwrap_or(&outermost);
            format!("not identified: {beyond:.1} of {n} rows lie beyond the {tau}-quantile, {k} coefficients need {k}")
        })
    }
}

/// W at one τ under one covariance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wald {
    /// `None` if the density of the errors cannot be estimated there.
    pub statistic: Option<f64>,
    /// Whether the best plane is the only one.
    pub unique: bool,
    /// Whether the density is the only one that its rule allows.
    pub density_unique: bool,
    /// Rows in which the planes beside cross.
    pub crossed: usize,
}

/// The largest W of a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Largest {
    pub statistic: f64,
    pub tau: f64,
    /// τ at which there is no statistic.
    pub missing: usize,
    /// τ at which the best plane or the density is not the only one.
    pub not_unique: usize,
    /// The most rows in which the planes beside cross.
    pub crossed: usize,
}

/// An equation that can be asked at any τ.
pub(super) struct Equation {
    process: QuantileProcess,
    /// Columns tested, the last.
    tested: usize,
}

impl Equation {
    /// `None` if the columns are collinear or reproduce the response.
    pub fn new(columns: &[&[f64]], y: &[f64], tested: usize, bandwidth: SparsityBandwidth) -> Option<Self> {
        Some(Self { process: QuantileProcess::new(columns, y, bandwidth)?, tested })
    }

    /// W at τ; `None` if there is no best plane.
    pub fn at(&mut self, tau: f64, kind: QuantileCovariance) -> Option<Wald> {
        let vertex = self.process.vertex(tau)?;
        let precision = self.process.precision(tau, &vertex, kind);
        Some(Wald {
            statistic: precision.as_ref().and_then(|precision| self.process.wald(&vertex, precision, self.tested)),
            unique: vertex.unique,
            density_unique: precision.as_ref().is_none_or(|precision| precision.unique),
            crossed: precision.map_or(0, |precision| precision.crossed),
        })
    }

    /// The largest W of a grid; `None` if there is none at all.
    pub fn largest(&mut self, grid: &[f64], kind: QuantileCovariance) -> Option<Largest> {
        let (mut best, mut missing, mut not_unique, mut crossed): (Option<(f64, f64)>, _, _, _) = (None, 0, 0, 0);
        for &tau in grid {
            let wald = self.at(tau, kind)?;
            not_unique += usize::from(!wald.unique || !wald.density_unique);
            crossed = crossed.max(wald.crossed);
            match wald.statistic {
                None => missing += 1,
                Some(value) if best.is_none_or(|(most, _)| value > most) => best = Some((value, tau)),
                Some(_) => {}
            }
        }
        best.map(|(statistic, tau)| Largest { statistic, tau, missing, not_unique, crossed })
    }
}
