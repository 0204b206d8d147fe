//! The errors of high frequency, V = D L Lᵀ D, and what aggregation makes of them.
//!
//! L is a recursive filter, x₁ₜ = eₜ + φ x₁,ₜ₋₁ taken one to two times, so that neither L nor V is ever formed.

use super::span::Span;
use crate::linalg::{Cholesky, dot};

/// How errors follow each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Structure {
    /// The coefficients φ of the recursions, one after the other.
    phis: Vec<f64>,
    /// Whether the one recursion there is begins in its stationary law, the innovations' variance being one.
    stationary: bool,
    /// What multiplies the errors, period by period; ones if empty.
    scale: Vec<f64>,
}

impl Structure {
    /// A stationary autoregression (Chow and Lin).
    pub fn stationary(rho: f64) -> Self {
        Self { phis: vec![rho], stationary: true, scale: Vec::new() }
    }

    /// A random walk whose steps are an autoregression (Litterman); with ρ = 0 a random walk (Fernández).
    pub fn walk(rho: f64) -> Self {
        Self { phis: if rho == 0.0 { vec![1.0] } else { vec![1.0, rho] }, stationary: false, scale: Vec::new() }
    }

    /// Sums of sums … of innovations, `order` times, in proportion to `scale` (Denton).
    pub fn summed(order: usize, scale: Vec<f64>) -> Self {
        Self { phis: vec![1.0; order], stationary: false, scale }
    }

    /// D L e.
    pub fn colour(&self, mut e: Vec<f64>) -> Vec<f64> {
        if let (true, [rho], Some(first)) = (self.stationary, self.phis.as_slice(), e.first_mut()) {
            *first /= (1.0 - rho * rho).sqrt();
        }
        for phi in &self.phis {
            for t in 1..e.len() {
                e[t] += phi * e[t - 1];
            }
        }
        std::iter::zip(&mut e, &self.scale).for_each(|(value, scale)| *value *= scale);
        e
    }

    /// (D L)ᵀ v.
    fn transposed(&self, mut v: Vec<f64>) -> Vec<f64> {
        std::iter::zip(&mut v, &self.scale).for_each(|(value, scale)| *value *= scale);
        for phi in self.phis.iter().rev() {
            for t in (1..v.len()).rev() {
                v[t - 1] += phi * v[t];
            }
        }
        if let (true, [rho], Some(first)) = (self.stationary, self.phis.as_slice(), v.first_mut()) {
            *first /= (1.0 - rho * rho).sqrt();
        }
        v
    }

    /// The diagonal of V.
    pub fn variances(&self, length: usize) -> Vec<f64> {
        // L's columns are one impulse response, but for the first of a stationary one.
        let mut impulse = vec![0.0; length];
        impulse[0] = 1.0;
        let response = Self { stationary: false, scale: Vec::new(), ..self.clone() }.colour(impulse);
        let mut sum = 0.0;
        let mut variances: Vec<f64> = response
            .iter()
            .map(|psi| {
                sum += psi * psi;
                sum
            })
            .collect();
        if let (true, [rho]) = (self.stationary, self.phis.as_slice()) {
            variances.fill(1.0 / (1.0 - rho * rho));
        }
        std::iter::zip(&mut variances, &self.scale).for_each(|(variance, scale)| *variance *= scale * scale);
        variances
    }

    /// A = C D L, a row for each block; row i is zero after its block.
    pub fn loadings(&self, span: &Span) -> Vec<Vec<f64>> {
        let weights = span.weights();
        (0..span.blocks)
            .map(|block| {
                let from = span.first + block * span.size;
                let mut row = vec![0.0; from + span.size];
                row[from..].copy_from_slice(&weights);
                self.transposed(row)
            })
            .collect()
    }

    /// C V Cᵀ, by the blocks' autocovariances where these depend on their distance alone.
    pub fn covariance(&self, span: &Span) -> Vec<f64> {
        let n = span.blocks;
        let mut q = vec![0.0; n * n];
        if let (true, [rho]) = (self.stationary, self.phis.as_slice()) {
            let (weights, size) = (span.weights(), span.size as i32);
            let pairs = |power: &dyn Fn(i32, i32) -> i32| -> f64 {
                let pair = |a: usize, b: usize| weights[a] * weights[b] * rho.powi(power(a as i32, b as i32));
                (0..span.size).flat_map(|a| (0..span.size).map(move |b| (a, b))).map(|(a, b)| pair(a, b)).sum()
            };
            let variance = 1.0 - rho * rho;
            let own = pairs(&|a, b| (a - b).abs()) / variance;
            let mut next = pairs(&|a, b| size + b - a) / variance;
            let step = rho.powi(size);
            for distance in 0..n {
                let value = if distance == 0 { own } else { next };
                for i in distance..n {
                    q[i * n + i - distance] = value;
                    q[(i - distance) * n + i] = value;
                }
                if distance > 0 {
                    next *= step;
                }
            }
            return q;
        }
        let loadings = self.loadings(span);
        for i in 0..n {
            for j in 0..=i {
                let value = dot(&loadings[i][..loadings[j].len()], &loadings[j]);
                q[i * n + j] = value;
                q[j * n + i] = value;
            }
        }
        q
    }

    /// V Cᵀ Q⁻¹ u: the errors of high frequency expected when those of the blocks are u.
    pub fn distribute(&self, span: &Span, factor: &Cholesky, u: &[f64]) -> Vec<f64> {
        let weights = span.weights();
        let mut v = vec![0.0; span.length];
        for (block, value) in factor.solve(u).into_iter().enumerate() {
            let from = span.first + block * span.size;
            for (place, weight) in weights.iter().enumerate() {
                v[from + place] = weight * value;
            }
        }
        self.colour(self.transposed(v))
    }
}
