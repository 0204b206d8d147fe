//! The system in which the cause does not enter the equation of the effect.

use super::system::{Source, System, Way};
use crate::linalg::{Reduction, add_scaled, scale_by, solve_upper};
use crate::{Error, ErrorKind};

/// Coefficients of every equation, and the residuals of every row.
#[derive(Debug, Clone)]
pub(super) struct NullModel {
    /// What enters an equation: deterministic terms, then p lags of each series.
    pub sources: Vec<Source>,
    /// For each equation a coefficient of each of these, zero where it is left out.
    pub coefficients: Vec<Vec<f64>>,
    /// For each equation the residuals.
    pub residuals: Vec<Vec<f64>>,
}

impl NullModel {
    /// Equation by equation by least squares, on the rows of the test.
    pub fn estimate(system: &System, way: Way) -> Result<Self, Error> {
        let rows = system.rows();
        let count = system.series.len();
        let lag_of = |series: usize| (1..=system.lags).map(move |lag| Source::Lag { series, lag });
        let sources: Vec<Source> =
            (0..system.deterministic.len()).map(Source::Deterministic).chain((0..count).flat_map(lag_of)).collect();
        let mut table = vec![0.0; rows * sources.len()];
        system.fill(&sources, &system.series, &mut table);
        let columns: Vec<&[f64]> = table.chunks_exact(rows).collect();
        let (mut coefficients, mut residuals) = (Vec::new(), Vec::new());
        for equation in 0..count {
            let left_out = |source: &Source| matches!(source, Source::Lag { series, .. } if equation == way.effect && *series == way.cause);
            let kept: Vec<usize> = (0..sources.len()).filter(|j| !left_out(&sources[*j])).collect();
            let response = &system.series[equation][system.depth()..];
            let regressors: Vec<&[f64]> = kept.iter().map(|j| columns[*j]).collect();
            let own = least_squares(&regressors, response)?;
            let mut residual = response.to_vec();
            regressors.iter().zip(&own).for_each(|(column, b)| add_scaled(&mut residual, -b, column));
            let mut all = vec![0.0; sources.len()];
            kept.iter().zip(own).for_each(|(j, b)| all[*j] = b);
            coefficients.push(all);
            residuals.push(residual);
        }
        Ok(Self { sources, coefficients, residuals })
    }
}

fn least_squares(regressors: &[&[f64]], response: &[f64]) -> Result<Vec<f64>, Error> {
    let k = regressors.len();
    let columns: Vec<&[f64]> = regressors.iter().copied().chain([response]).collect();
    let reduction = Reduction::of_columns(&columns);
    if reduction.dependence(k).is_some() {
        return Err(Error::new(ErrorKind::Collinear, "the lags of the series are collinear")
            .remedy("use fewer lags, or series that are not combinations of each other"));
    }
    let mut b = reduction.column(k)[..k].to_vec();
    solve_upper(reduction.triangle(), k + 1, &mut b);
    let scaled = b.iter().enumerate().map(|(j, b)| scale_by(*b, reduction.exponent(k) - reduction.exponent(j)));
    Ok(scaled.collect())
}
