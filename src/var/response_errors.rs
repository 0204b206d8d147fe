//! The asymptotic standard errors of responses, by the delta method.
//!
//! With Φᵢ = Σₛ Aₛ Φᵢ₋ₛ a change of Aₛ moves Φᵢ by Σₘ Φₘ dAₛ Φᵢ₋ₘ₋ₛ, and Φᵢ B by the same with Φᵢ₋ₘ₋ₛ B on the right; a
//! change of Σ moves B. The coefficients have covariance Σ ⊗ (Z'Z)⁻¹, or [that of the restricted ones](super::restricted); the
//! elements of Σ̂ have covariances (σᵢₖσⱼₗ + σᵢₗσⱼₖ)/T, and the two are independent.

use ndarray::{Array1, Array2, Axis, Slice};

use super::VarResult;
use super::impulse::Impulse;
use crate::Error;

/// Everything that responses and their errors are made of.
pub(super) struct Spread<'a> {
    model: &'a VarResult,
    /// Φ₀ … Φₕ.
    plain: Vec<Array2<f64>>,
    /// B: a column for each shock.
    impact: Array2<f64>,
    sigma: Array2<f64>,
    /// What moves B beside the lags: elements of Σ's lower triangle, or structural parameters; none if B is fixed.
    directions: Vec<Array2<f64>>,
    /// The covariance of the directions' weights.
    covariance: Array2<f64>,
    /// What Aₛ[c, d] of any lag does to B, by c and d, if B depends on the long run.
    by_long_run: Vec<Array2<f64>>,
    coefficients: LagCovariance,
}

/// The covariance of the lags' coefficients.
pub(super) struct LagCovariance {
    sigma: Array2<f64>,
    root: Root,
    /// How many lags there are.
    lags: usize,
}

enum Root {
    /// F with FF' the lags' block of (Z'Z)⁻¹, the same in all equations.
    Common(Array2<f64>),
    /// By equation the lags' rows of G, with GG' the covariance of all coefficients.
    Own(Vec<Array2<f64>>),
}

impl<'a> Spread<'a> {
    pub fn of(model: &'a VarResult, impulse: Impulse, horizon: usize) -> Result<Self, Error> {
        let sigma = model.sigma(model.divisor);
        let k = sigma.nrows();
        let elements = || (0..k).flat_map(move |i| (0..=i).map(move |j| (i, j)));
        let (impact, directions): (Array2<f64>, Vec<Array2<f64>>) = match impulse {
            Impulse::Unit => (Array2::eye(k), Vec::new()),
            Impulse::Orthogonal => {
                let root = model.cholesky(model.divisor)?;
                let directions = elements().map(|at| root_direction(&root, at)).collect();
                (root, directions)
            }
            Impulse::Generalised => {
                let impact = Array2::from_shape_fn((k, k), |(i, j)| sigma[[i, j]] / sigma[[j, j]].sqrt());
                let directions = elements().map(|at| column_direction(&sigma, at)).collect();
                (impact, directions)
            }
        };
        let elements: Vec<(usize, usize)> = elements().collect();
        let covariance = Array2::from_shape_fn((directions.len(), directions.len()), |(at, other)| {
            let ((i, j), (l, m)) = (elements[at], elements[other]);
            (sigma[[i, l]] * sigma[[j, m]] + sigma[[i, m]] * sigma[[j, l]]) / model.nobs() as f64
        });
        let (plain, coefficients) = (model.moving_average(horizon), LagCovariance::of(model)?);
        Ok(Self { model, plain, impact, sigma, directions, covariance, by_long_run: Vec::new(), coefficients })
    }

    /// Of shocks whose impact moves by independent directions of unit variance, and with the lags by (c, d).
    pub fn structural(
        model: &'a VarResult,
        impact: Array2<f64>,
        directions: Vec<Array2<f64>>,
        by_long_run: Vec<Array2<f64>>,
        horizon: usize,
    ) -> Result<Self, Error> {
        Ok(Self {
            model,
            plain: model.moving_average(horizon),
            impact,
            sigma: model.sigma(model.divisor),
            covariance: Array2::eye(directions.len()),
            directions,
            by_long_run,
            coefficients: LagCovariance::of(model)?,
        })
    }

    /// Responses by horizon, and their standard errors.
    pub fn responses(&self, cumulative: bool) -> (Vec<Array2<f64>>, Vec<Array2<f64>>) {
        let (k, lags) = (self.sigma.nrows(), self.model.columns.included.len());
        let shocked: Vec<Array2<f64>> = self.plain.iter().map(|phi| phi.dot(&self.impact)).collect();
        let (mut estimates, mut errors) = (Vec::new(), Vec::new());
        // By response a and shock b: what the coefficients (equation c; lag s and series d) and B do, added up if need be.
        let mut by_lags = vec![Array2::<f64>::zeros((k, k * lags)); k * k];
        let mut plain = Array2::<f64>::zeros((k, k));
        let mut sum = Array2::<f64>::zeros((k, k));
        for i in 0..self.plain.len() {
            if !cumulative {
                by_lags.iter_mut().for_each(|weights| weights.fill(0.0));
                (plain, sum) = (Array2::zeros((k, k)), Array2::zeros((k, k)));
            }
            plain += &self.plain[i];
            sum += &shocked[i];
            for (at, weights) in by_lags.iter_mut().enumerate() {
                self.add_weights(weights, i, (at / k, at % k), &shocked);
            }
            let moved: Vec<Array2<f64>> = self.directions.iter().map(|direction| plain.dot(direction)).collect();
            let by_long_run: Vec<Array2<f64>> = self.by_long_run.iter().map(|direction| plain.dot(direction)).collect();
            errors.push(Array2::from_shape_fn((k, k), |(a, b)| {
                let mut by_lags = by_lags[a * k + b].clone();
                for (at, moved) in by_long_run.iter().enumerate() {
                    (0..lags).for_each(|lag| by_lags[[at / k, lag * k + at % k]] += moved[[a, b]]);
                }
                (self.coefficients.variance(&by_lags) + self.of_impact(&moved, a, b)).max(0.0).sqrt()
            }));
            estimates.push(sum.clone());
        }
        (estimates, errors)
    }

    /// Adds what Aₛ[c, d] does to the response of a to b at horizon i: Σₘ Φₘ[a, c] (Φᵢ₋ₘ₋ₛ B)[d, b].
    fn add_weights(&self, weights: &mut Array2<f64>, i: usize, (a, b): (usize, usize), shocked: &[Array2<f64>]) {
        let k = self.sigma.nrows();
        let included = self.model.columns.included.iter().copied();
        for (place, lag) in included.enumerate().take_while(|(_, lag)| *lag <= i) {
            for m in 0..=i - lag {
                let (left, right) = (self.plain[m].row(a), shocked[i - m - lag].column(b));
                for c in 0..k {
                    for d in 0..k {
                        weights[[c, place * k + d]] += left[c] * right[d];
                    }
                }
            }
        }
    }

    fn of_impact(&self, moved: &[Array2<f64>], a: usize, b: usize) -> f64 {
        let by = moved.iter().map(|by| by[[a, b]]).collect::<Array1<f64>>();
        by.dot(&self.covariance.dot(&by))
    }
}

impl LagCovariance {
    pub fn of(model: &VarResult) -> Result<Self, Error> {
        let lags = Slice::from(model.columns.fixed.len()..);
        let root = match model.restricted_root(model.divisor)? {
            None => Root::Common(model.estimate.factor.slice_axis(Axis(0), lags).to_owned()),
            Some(root) => {
                let equations = root.axis_chunks_iter(Axis(0), model.estimate.coefficients.nrows());
                Root::Own(equations.map(|rows| rows.slice_axis(Axis(0), lags).to_owned()).collect())
            }
        };
        Ok(Self { sigma: model.sigma(model.divisor), root, lags: model.columns.included.len() })
    }

    /// The variance of what moves by these weights: a row for each equation, lag by lag a column for each series.
    pub fn variance(&self, weights: &Array2<f64>) -> f64 {
        match &self.root {
            // Σ over pairs of equations of σ[c, c'] (WF)(WF)'[c, c'].
            Root::Common(factor) => {
                let weights = weights.dot(factor);
                (&weights.dot(&weights.t()) * &self.sigma).sum()
            }
            Root::Own(roots) => {
                let moved = roots
                    .iter()
                    .zip(weights.rows())
                    .fold(Array1::<f64>::zeros(roots[0].ncols()), |sum, (root, weights)| sum + weights.dot(root));
                moved.dot(&moved)
            }
        }
    }

    /// The same for weights by equation and series that are the same for every lag; zero without weights.
    pub fn variance_of_sum(&self, weights: &[f64]) -> f64 {
        let k = self.sigma.nrows();
        if weights.is_empty() {
            return 0.0;
        }
        self.variance(&Array2::from_shape_fn((k, k * self.lags), |(c, at)| weights[c * k + at % k]))
    }
}

/// What a unit of σᵢⱼ (and σⱼᵢ) does to P: P times the lower half of P⁻¹ dΣ P⁻ᵀ, the diagonal halved.
fn root_direction(root: &Array2<f64>, (i, j): (usize, usize)) -> Array2<f64> {
    let k = root.nrows();
    let inverse = lower_inverse(root);
    // P⁻¹ dΣ P⁻ᵀ for dΣ = eᵢeⱼ' + eⱼeᵢ', or eᵢeᵢ'.
    let middle = Array2::from_shape_fn((k, k), |(r, c)| {
        let once = inverse[[r, i]] * inverse[[c, j]];
        if i == j { once } else { once + inverse[[r, j]] * inverse[[c, i]] }
    });
    let half = Array2::from_shape_fn((k, k), |(r, c)| match r.cmp(&c) {
        std::cmp::Ordering::Less => 0.0,
        std::cmp::Ordering::Equal => 0.5 * middle[[r, c]],
        std::cmp::Ordering::Greater => middle[[r, c]],
    });
    root.dot(&half)
}

/// L⁻¹.
pub(super) fn lower_inverse(l: &Array2<f64>) -> Array2<f64> {
    let k = l.nrows();
    let mut inverse = Array2::<f64>::zeros((k, k));
    for j in 0..k {
        inverse[[j, j]] = 1.0 / l[[j, j]];
        for i in j + 1..k {
            let known: f64 = (j..i).map(|m| l[[i, m]] * inverse[[m, j]]).sum();
            inverse[[i, j]] = -known / l[[i, i]];
        }
    }
    inverse
}

/// What a unit of σᵢⱼ (and σⱼᵢ) does to the columns Σ eₗ/√σₗₗ.
fn column_direction(sigma: &Array2<f64>, (i, j): (usize, usize)) -> Array2<f64> {
    let k = sigma.nrows();
    Array2::from_shape_fn((k, k), |(r, l)| {
        let root = sigma[[l, l]].sqrt();
        let moved = f64::from(u8::from((r, l) == (i, j) || (r, l) == (j, i))) / root;
        let scaled = if i == j && l == i { -0.5 * sigma[[r, l]] / (sigma[[l, l]] * root) } else { 0.0 };
        moved + scaled
    })
}
