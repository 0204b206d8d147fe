//! A system estimated equation by equation, and series generated from it.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::aligned::Aligned;
use super::equation::Roles;
use super::spec::Spec;
use crate::regression::Ols;
use crate::{Design, Error, ErrorKind, Stamp};

/// One equation: what it takes from the fixed terms, and from which lags of which series.
#[derive(Debug, Clone)]
struct Equation {
    fixed: Vec<f64>,
    lags: Vec<(usize, usize, f64)>,
}

/// The estimated system: new series follow from its equations, the first observations of the sample, and shocks.
#[derive(Debug, Clone)]
pub(crate) struct Recursion {
    depth: usize,
    length: usize,
    equations: Vec<Equation>,
    /// Fixed terms in the rows after the first `depth`.
    fixed: Vec<Vec<f64>>,
    start: Vec<Vec<f64>>,
    /// Centred residuals, series by series.
    residuals: Vec<Vec<f64>>,
}

impl Recursion {
    /// The system in which the tested lags of one direction are left out; without a direction, in which none are.
    ///
    /// The effect's and the cause's equations have the lags of their directions, those of given series all lags up to the
    /// longest; further lags, of Toda and Yamamoto's form, are in none. With `leveraged`, residuals are divided by √(1 − h).
    ///
    /// # Errors
    /// If an equation cannot be estimated.
    pub fn of(
        spec: &Spec<'_>,
        aligned: &Aligned,
        roles: &[Roles; 2],
        restricted: Option<usize>,
        leveraged: bool,
    ) -> Result<Self, Error> {
        let given = aligned.given().len();
        let depth = roles.iter().map(|one| one.longest(given)).max().unwrap_or(0);
        let fixed: Vec<Vec<f64>> = spec.fixed(aligned, depth)?.into_iter().map(|(_, values)| values).collect();
        let series = aligned.values();
        let mut system = Self {
            depth,
            length: aligned.len(),
            equations: Vec::new(),
            fixed,
            start: series.iter().map(|values| values[..depth].to_vec()).collect(),
            residuals: Vec::new(),
        };
        for number in 0..series.len() {
            let lags: Vec<(usize, usize)> = match number {
                // Direction 0 predicts series 1 by series 0.
                0 | 1 => {
                    let direction = 1 - number;
                    let one = Roles { extra: 0, ..roles[direction].clone() };
                    let mut lags = one.regressors(direction, number, given);
                    if restricted == Some(direction) {
                        lags.truncate(lags.len() - one.tested.lags().len());
                    }
                    lags
                }
                _ => (0..series.len()).flat_map(|other| (1..=depth).map(move |lag| (other, lag))).collect(),
            };
            system.estimate(&series, number, &lags, leveraged)?;
        }
        Ok(system)
    }

    fn estimate(
        &mut self,
        series: &[&[f64]],
        number: usize,
        lags: &[(usize, usize)],
        leveraged: bool,
    ) -> Result<(), Error> {
        let rows = self.length - self.depth;
        let kept = self.fixed.len();
        let x = Array2::from_shape_fn((rows, kept + lags.len()).f(), |(t, j)| match j.checked_sub(kept) {
            None => self.fixed[j][t],
            Some(j) => series[lags[j].0][self.depth + t - lags[j].1],
        });
        let y = Array1::from(series[number][self.depth..].to_vec());
        let (coefficients, mut residuals) = if x.ncols() == 0 {
            (Vec::new(), y.to_vec())
        } else {
            let terms = (0..x.ncols()).map(|j| j.to_string()).collect();
            let fit = Ols::fit(&Design::from_arrays("y", terms, y, x, (1..=rows).map(Stamp::Row).collect())?)?;
            let mut residuals = fit.residuals().to_vec();
            if leveraged {
                for (residual, leverage) in residuals.iter_mut().zip(fit.leverage()) {
                    // A row that its own value fits has no residual to enlarge.
                    let left = 1.0 - leverage;
                    *residual = if left > 1e-10 { *residual / left.sqrt() } else { 0.0 };
                }
            }
            (fit.coefficients().to_vec(), residuals)
        };
        let mean = residuals.iter().sum::<f64>() / rows as f64;
        residuals.iter_mut().for_each(|residual| *residual -= mean);
        if residuals.iter().chain(&coefficients).any(|value| !value.is_finite()) {
            return Err(Error::new(
                ErrorKind::NonFinite,
                "an equation of the bootstrap is outside the range of doubles",
            )
            .remedy("give the series in units nearer to one another"));
        }
        let lagged = lags.iter().zip(&coefficients[kept..]).map(|(&(other, lag), &weight)| (other, lag, weight));
        self.equations.push(Equation { lags: lagged.collect(), fixed: coefficients[..kept].to_vec() });
        self.residuals.push(residuals);
        Ok(())
    }

    /// Rows after the first ones.
    pub fn rows(&self) -> usize {
        self.length - self.depth
    }

    /// Series of the sample's length: `shock(t)` gives the row of residuals that date t takes, and their factor.
    pub fn generate(&self, mut shock: impl FnMut(usize) -> (usize, f64)) -> Vec<Vec<f64>> {
        let mut series = self.start.clone();
        series.iter_mut().for_each(|values| values.reserve(self.rows()));
        let mut next = vec![0.0; series.len()];
        for t in 0..self.rows() {
            let (row, factor) = shock(t);
            for ((value, equation), residuals) in next.iter_mut().zip(&self.equations).zip(&self.residuals) {
                let fixed: f64 = equation.fixed.iter().zip(&self.fixed).map(|(weight, term)| weight * term[t]).sum();
                let lagged: f64 = equation
                    .lags
                    .iter()
                    .map(|&(other, lag, weight)| weight * series[other][self.depth + t - lag])
                    .sum();
                *value = fixed + lagged + factor * residuals[row];
            }
            for (values, value) in series.iter_mut().zip(&next) {
                values.push(*value);
            }
        }
        series
    }
}
