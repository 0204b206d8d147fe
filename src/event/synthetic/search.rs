//! The predictors' weights under which the donors' weights match the outcome before the date best.
//!
//! Abadie and Gardeazabal's (2003) nested problem: inside, donors' weights by the exact method; outside, a function of the predictors' weights that
//! is continuous but has kinks and several valleys, which Nelder and Mead's simplex searches from several starts. No search is known to find
//! the lowest.

use argmin::core::{CostFunction, Executor, State};
use argmin::solver::neldermead::NelderMead;
use ndarray::Array1;

use super::predictors::shares;
use crate::{Error, ErrorKind};

/// The least logarithm of a weight beside the largest: a share of 1e-8. Below it a predictor breaks ties only, and the donors' weights
/// would rest on digits that doubles do not have.
const LEAST: f64 = -18.420_680_743_952_367;
/// Restarts end when one improves by less than this share.
const IMPROVES: f64 = 1e-9;
const RESTARTS: usize = 6;

/// Logarithms of weights, up to a constant, to weights of sum one, none next to nothing.
fn weights(logarithms: &Array1<f64>) -> Vec<f64> {
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    shares(&logarithms.iter().map(|value| (value - largest).max(LEAST).exp()).collect::<Vec<_>>())
}

/// What argmin minimises.
struct Loss<'a, F>(&'a F);

impl<F: Fn(&[f64]) -> f64> CostFunction for Loss<'_, F> {
    type Param = Array1<f64>;
    type Output = f64;

    fn cost(&self, logarithms: &Array1<f64>) -> Result<f64, argmin::core::Error> {
        Ok((self.0)(&weights(logarithms)))
    }
}

/// The best weights found for this many predictors; `loss` is finite and of ordinary size.
///
/// # Errors
/// If the search breaks off.
pub(super) fn best(predictors: usize, loss: &impl Fn(&[f64]) -> f64) -> Result<Vec<f64>, Error> {
    if predictors == 1 {
        return Ok(vec![1.0]);
    }
    let alone = |place: usize| Array1::from_shape_fn(predictors, |other| if other == place { 4.0 } else { 0.0 });
    let cost = |start: &Array1<f64>| loss(&weights(start));
    let strongest = (0..predictors).map(alone).min_by(|a, b| cost(a).total_cmp(&cost(b)));
    let mut found: Option<(f64, Array1<f64>)> = None;
    for start in std::iter::once(Array1::zeros(predictors)).chain(strongest) {
        let mut point = (cost(&start), start);
        for round in 0..RESTARTS {
            let step = if round % 2 == 0 { 2.0 } else { -1.0 };
            let next = simplex(&point.1, step, loss)?;
            let done = next.0 >= point.0 * (1.0 - IMPROVES);
            if next.0 < point.0 {
                point = next;
            }
            if done {
                break;
            }
        }
        if found.as_ref().is_none_or(|best| point.0 < best.0) {
            found = Some(point);
        }
    }
    Ok(found.map_or_else(|| vec![1.0 / predictors as f64; predictors], |(_, point)| weights(&point)))
}

/// Nelder and Mead's search from a simplex around a point.
fn simplex(point: &Array1<f64>, step: f64, loss: &impl Fn(&[f64]) -> f64) -> Result<(f64, Array1<f64>), Error> {
    let failed = |error: argmin::core::Error| {
        Error::new(ErrorKind::Convergence, format!("the search for the predictors' weights breaks off ({error})"))
            .remedy("give the weights, or use the outcome alone")
    };
    let mut corners = vec![point.clone()];
    corners.extend((0..point.len()).map(|place| {
        let mut corner = point.clone();
        corner[place] += step;
        corner
    }));
    let solver = NelderMead::new(corners).with_sd_tolerance(1e-13).map_err(failed)?;
    let most = 150 * point.len() as u64;
    let run = Executor::new(Loss(loss), solver).configure(|state| state.max_iters(most)).run().map_err(failed)?;
    let best = run.state().get_best_param().cloned().unwrap_or_else(|| point.clone());
    Ok((run.state().get_best_cost(), best))
}
