//! From coefficients to responses, in flat memory.

use ndarray::Array2;

use super::super::impulse::Impulse;
use super::super::structural::SvarResult;
use crate::linalg::scale_by;

/// What the shocks are.
#[derive(Clone, Copy)]
pub(super) enum Shock<'a> {
    Reduced(Impulse),
    Structural(&'a SvarResult),
}

/// The responses asked for, and memory for them.
pub(super) struct Shape<'a> {
    pub shock: Shock<'a>,
    pub horizon: usize,
    pub cumulative: bool,
    pub equations: usize,
    pub lags: usize,
    /// Series i is 2^exponents\[i\] times what the coefficients are about.
    pub exponents: &'a [i32],
    impact: Vec<f64>,
}

impl<'a> Shape<'a> {
    pub fn new(
        shock: Shock<'a>,
        (horizon, cumulative): (usize, bool),
        (equations, lags): (usize, usize),
        exponents: &'a [i32],
    ) -> Self {
        Self { shock, horizon, cumulative, equations, lags, exponents, impact: vec![0.0; equations * equations] }
    }

    /// How many responses there are: those at a horizon one after the other, row by row.
    pub fn width(&self) -> usize {
        (self.horizon + 1) * self.equations * self.equations
    }

    /// Fills in the responses in the units of the series; false if there are none.
    pub fn respond(&mut self, matrices: &[f64], root: &[f64], responses: &mut [f64]) -> bool {
        let (k, size) = (self.equations, self.equations * self.equations);
        if !self.find_impact(matrices, root) {
            return false;
        }
        responses.fill(0.0);
        // Φᵢ B = Σⱼ Aⱼ Φᵢ₋ⱼ B: the shocks go through the recursion with the lags.
        responses[..size].copy_from_slice(&self.impact);
        for i in 1..=self.horizon {
            let (known, next) = responses.split_at_mut(i * size);
            for lag in 1..=self.lags.min(i) {
                let (a, before) = (&matrices[(lag - 1) * size..lag * size], &known[(i - lag) * size..]);
                for row in 0..k {
                    for (m, weight) in a[row * k..(row + 1) * k].iter().enumerate() {
                        for column in 0..k {
                            next[row * k + column] += weight * before[m * k + column];
                        }
                    }
                }
            }
        }
        if self.cumulative {
            for at in size..responses.len() {
                responses[at] += responses[at - size];
            }
        }
        for (at, value) in responses.iter_mut().enumerate() {
            *value = scale_by(*value, self.exponents[at % size / k]);
        }
        responses.iter().all(|value| value.is_finite())
    }

    /// What each shock (of ordinary size) does at once, in the units of the coefficients.
    fn find_impact(&mut self, matrices: &[f64], root: &[f64]) -> bool {
        let k = self.equations;
        let sigma = |i: usize, j: usize| (0..k).map(|m| root[i * k + m] * root[j * k + m]).sum::<f64>();
        match self.shock {
            Shock::Reduced(Impulse::Unit) => {
                self.impact.fill(0.0);
                (0..k).for_each(|i| self.impact[i * k + i] = scale_by(1.0, -self.exponents[i]));
            }
            Shock::Reduced(Impulse::Orthogonal) => self.impact.copy_from_slice(root),
            Shock::Reduced(Impulse::Generalised) => {
                for j in 0..k {
                    let deviation = sigma(j, j).sqrt();
                    (0..k).for_each(|i| self.impact[i * k + j] = sigma(i, j) / deviation);
                }
            }
            Shock::Structural(svar) => {
                let sigma = Array2::from_shape_fn((k, k), |(i, j)| {
                    scale_by(sigma(i, j), self.exponents[i] + self.exponents[j])
                });
                let rest = Array2::from_shape_fn((k, k), |(i, j)| {
                    let sum: f64 = matrices.chunks_exact(k * k).map(|a| a[i * k + j]).sum();
                    let identity = f64::from(u8::from(i == j));
                    identity - scale_by(sum, self.exponents[i] - self.exponents[j])
                });
                let Some(impact) = svar.impact_of(&sigma, &rest) else { return false };
                for ((i, j), value) in impact.indexed_iter() {
                    self.impact[i * k + j] = scale_by(*value, -self.exponents[i]);
                }
            }
        }
        true
    }
}
