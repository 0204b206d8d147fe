//! One regression at many quantiles, with the covariance of its coefficients at each.

use super::QuantileCovariance;
use super::simplex::{Simplex, Vertex};
use super::spread::{SparsityBandwidth, densities, sparsity};
use crate::linalg::{Cholesky, PivotedQr, Reduction, dot, scale_by};

/// A regression whose quantiles are asked for one after another, best in rising order: each search sets out from the last.
#[derive(Debug, Clone)]
pub(crate) struct QuantileProcess {
    n: usize,
    k: usize,
    at: Simplex,
    below: Simplex,
    above: Simplex,
    bandwidth: SparsityBandwidth,
}

/// A covariance in orthonormal coordinates, k × k, and what must be known of it.
pub(crate) struct Precision {
    pub covariance: Vec<f64>,
    /// Whether the estimate of the density is the only one its rule allows.
    pub unique: bool,
    /// Rows at which the planes above and below cross.
    pub crossed: usize,
}

impl QuantileProcess {
    /// `None` if the columns are collinear or reproduce the response.
    pub fn new(columns: &[&[f64]], y: &[f64], bandwidth: SparsityBandwidth) -> Option<Self> {
        let at = Simplex::new(columns, y)?;
        Some(Self { n: y.len(), k: columns.len(), below: at.clone(), above: at.clone(), at, bandwidth })
    }

    /// The programme's coordinates.
    pub fn coordinates(&self) -> &Simplex {
        &self.at
    }

    /// The best plane at τ.
    pub fn vertex(&mut self, tau: f64) -> Option<Vertex> {
        self.at.solve(tau)
    }

    /// The covariance of the coefficients at the vertex of τ; `None` if the errors' density there cannot be estimated.
    pub fn precision(&mut self, tau: f64, vertex: &Vertex, kind: QuantileCovariance) -> Option<Precision> {
        let (n, k) = (self.n, self.k);
        match kind {
            QuantileCovariance::Iid => {
                let (sparsity, unique) = sparsity(vertex, k, self.bandwidth.at(tau, n))?;
                let mut covariance = vec![0.0; k * k];
                covariance.iter_mut().step_by(k + 1).for_each(|cell| *cell = tau * (1.0 - tau) * sparsity * sparsity);
                Some(Precision { covariance, unique, crossed: 0 })
            }
            QuantileCovariance::Nid => {
                let h = self.bandwidth.inside(tau, n);
                let (low, high) = (self.below.solve(tau - h)?, self.above.solve(tau + h)?);
                let density = densities(&self.at, [&low, &high], h, n);
                let crossed = density.iter().filter(|density| **density == 0.0).count();
                let covariance = sandwich(&self.at, &density, k)?;
                let covariance = covariance.into_iter().map(|cell| tau * (1.0 - tau) * cell).collect();
                Some(Precision { covariance, unique: low.unique && high.unique, crossed })
            }
        }
    }

    /// Wald's statistic for the last `q` columns: their coefficients are zero.
    pub fn wald(&self, vertex: &Vertex, precision: &Precision, q: usize) -> Option<f64> {
        let k = self.k;
        let from = k - q;
        // The last coefficients vanish when and only when their orthonormal coordinates do.
        let last: Vec<f64> = (from..k).map(|j| self.at.least_squares()[j] + vertex.gamma[j]).collect();
        let block: Vec<f64> =
            (from..k).flat_map(|i| precision.covariance[i * k + from..(i + 1) * k].iter().copied()).collect();
        let statistic = Cholesky::new(&block, q)?.quadratic_form(&last);
        statistic.is_finite().then_some(statistic)
    }
}

/// (Q'FQ)⁻¹ Q'Q (Q'FQ)⁻¹ with Q'Q the identity; `None` if too few rows have a density.
fn sandwich(simplex: &Simplex, density: &[f64], k: usize) -> Option<Vec<f64>> {
    let roots: Vec<f64> = density.iter().map(|density| density.sqrt()).collect();
    let column = |j: usize| roots.iter().enumerate().map(|(i, root)| root * simplex.row(i)[j]).collect::<Vec<f64>>();
    let columns: Vec<Vec<f64>> = (0..k).map(column).collect();
    let reduction = Reduction::of_columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
    if reduction.dependence(k).is_some() {
        return None;
    }
    let factor = PivotedQr::new(reduction.triangle().to_vec(), k, k).inverse_factor();
    // Rows of the factor, the columns' scale undone.
    let rows: Vec<Vec<f64>> =
        (0..k).map(|i| (0..k).map(|j| scale_by(factor[j * k + i], -reduction.exponent(i))).collect()).collect();
    let inverse: Vec<Vec<f64>> = rows.iter().map(|a| rows.iter().map(|b| dot(a, b)).collect()).collect();
    let squared: Vec<f64> =
        inverse.iter().flat_map(|a| inverse.iter().map(|b| dot(a, b)).collect::<Vec<_>>()).collect();
    squared.iter().all(|cell| cell.is_finite()).then_some(squared)
}
