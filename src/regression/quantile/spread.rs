//! How thick the errors lie at a quantile: what the precision of the fit there depends on.

use super::simplex::{Simplex, Vertex};
use crate::dist::normal;
use crate::linalg::dot;

/// h, the distance in τ over which the density at a quantile is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SparsityBandwidth {
    /// Hall and Sheather (1988), for intervals of 95 %: n^(−1/3).
    #[default]
    HallSheather,
    /// Bofinger (1975): n^(−1/5), wider.
    Bofinger,
}

impl SparsityBandwidth {
    /// h of n rows at τ, as for normal errors.
    pub fn at(self, tau: f64, n: usize) -> f64 {
        let z = normal::quantile(tau);
        let square = libm::exp(-z * z) / std::f64::consts::TAU;
        let (n, turn) = (n as f64, 2.0 * z * z + 1.0);
        match self {
            Self::HallSheather => {
                libm::cbrt(normal::isf(0.025) * normal::isf(0.025) * 1.5 * square / turn) / libm::cbrt(n)
            }
            Self::Bofinger => libm::pow(4.5 * square * square / (turn * turn) / n, 0.2),
        }
    }

    /// The same, halved until τ − h and τ + h are quantiles.
    pub(crate) fn inside(self, tau: f64, n: usize) -> f64 {
        let mut h = self.at(tau, n);
        while tau - h <= 0.0 || tau + h >= 1.0 {
            h *= 0.5;
        }
        h
    }
}

/// `Hall–Sheather`, `Bofinger`.
impl std::fmt::Display for SparsityBandwidth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::HallSheather => "Hall–Sheather",
            Self::Bofinger => "Bofinger",
        })
    }
}

/// The sparsity 1/f of errors with one density: the slope of the residuals nearest to the plane in their rank, by least
/// absolute deviations (quantreg's way); and whether that slope is the only best one. `None` if there is no slope.
pub(super) fn sparsity(vertex: &Vertex, k: usize, h: f64) -> Option<(f64, bool)> {
    let n = vertex.residuals.len();
    let on_the_plane = vertex.residuals.iter().filter(|residual| **residual == 0.0).count();
    let width = (k + 1).max((n as f64 * h).ceil() as usize);
    let mut near = vertex.residuals.clone();
    near.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    let mut near: Vec<f64> = near.into_iter().skip(on_the_plane).take(width + 1).collect();
    near.sort_by(f64::total_cmp);
    let ranks: Vec<f64> = (1..=near.len()).map(|i| (on_the_plane + i) as f64 / (n - k) as f64).collect();
    let line = Simplex::new(&[&vec![1.0; near.len()], &ranks], &near)?.solve(0.5)?;
    let [a, b] = line.basis[..] else { return None };
    let slope = (near[a] - near[b]) / (ranks[a] - ranks[b]);
    (slope > 0.0).then_some((slope, line.unique))
}

/// The density of each row's error at its quantile, 2h over the distance of the planes of τ + h and τ − h; 0 where these cross.
pub(super) fn densities(simplex: &Simplex, [low, high]: [&Vertex; 2], h: f64, n: usize) -> Vec<f64> {
    let between: Vec<f64> = std::iter::zip(&high.gamma, &low.gamma).map(|(high, low)| high - low).collect();
    let one = |i: usize| {
        let distance = dot(simplex.row(i), &between);
        if distance > 1e-12 { 2.0 * h / distance } else { 0.0 }
    };
    (0..n).map(one).collect()
}
