//! Geweke's measures of linear dependence and feedback, in time and by frequency.
//!
//! # Hypotheses
//! F(x→y) = 0: x does not Granger-cause y; F(x·y) = 0: no instantaneous causality; their sum F(x,y) = 0: no linear dependence.
//! # Model
//! An autoregression of both series (and given ones) with p lags, Σ the covariance of its errors; for each series an
//! autoregression without the lags of the other.
//! # Assumptions
//! Stationary series. By frequency: a stable autoregression of the two series alone.
//! # Statistic and null distribution
//! With σ²(y) the error variance without the lags of x, and σ_yy with them: F(x→y) = ln σ²(y)/σ_yy, F(y→x) = ln σ²(x)/σ_xx,
//! F(x·y) = ln σ_xx σ_yy/(σ_xx σ_yy − σ_xy²), and F(x,y) is their sum. T times a measure is a likelihood ratio: compared with
//! χ²(p), χ²(p), χ²(1), χ²(2p + 1).
//!
//! By frequency, f(x→y; ω) = ln(S_yy(ω)/(S_yy(ω) − what comes from x's own shocks)), computed from the autoregression of
//! both. Its mean over ω is F(x→y) as that autoregression implies it, if A_xx − (σ_xy/σ_yy) A_yx has no root inside the unit
//! circle; else it is smaller. The implied measure has the variance of y's autoregression of infinite order where F(x→y) above
//! has that of p lags; so the two differ in a sample.
//! # Conventions
//! - Variances are RSS/T. The sum of the measures is an identity, conditional or not.
//! - Given series: F(x→y|z) and the others in time. By frequency they would need the autoregression of y and z alone *derived*
//!   from that of all, since one estimated apart can give negative values; that is not offered.
//! - Bands are pointwise, from a residual bootstrap: 95 % of the draws of the estimated system, and the 95 % quantile of f in a
//!   system in which x does not cause y. f is never negative, so a band never covers 0: compare with the latter.
//! # Agrees with / differs from
//! T·F(x→y) is `lr` of [`granger`](super::granger), T·F(x·y) that of [`block`](super::block)'s instantaneous test. No program at hand
//! prints the measures by frequency: they are checked against an implementation by transfer functions and the closed form for
//! one lag.
//! # Example
//! ```
//! use yalu::causality::Geweke;
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let x = Series::new("x", Period::annual(1900), (0..90).map(|t| noise(t, 37)).collect())?;
//! let y = (0..90).map(|t| noise(t, 53) + noise(t - 1, 37)).collect();
//! let y = Series::new("y", Period::annual(1900), y)?;
//! let result = Geweke::cause(&x).effect(&y).lags(2).run()?;
//! let sum = result.forward().measure() + result.backward().measure() + result.instantaneous().measure();
//! assert!((result.total().measure() - sum).abs() < 1e-12);
//! assert!(result.forward().measure() > 0.3 && result.backward().measure() < 0.1);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Geweke, J. (1982), *Journal of the American Statistical Association* 77, 304–313; (1984), 79, 907–915.
//! - Chen, Y., S. L. Bressler and M. Ding (2006), *Journal of Neuroscience Methods* 150, 228–237 (negative conditional values).

mod bands;
mod estimate;
mod result;
mod small;
mod spectrum;

pub use bands::Band;
pub use result::{FeedbackMeasure, GewekeResult, SpectralPoint};

use super::setters::model_setters;
use super::spec::Spec;
use crate::{Error, Series};

/// Points of the grid unless said.
const GRID: usize = 64;

/// Geweke's measures of two series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Geweke<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
    grid: usize,
    draws: usize,
}

/// Measures that lack their second series.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct GewekeCause<'a> {
    cause: &'a Series,
}

impl<'a> GewekeCause<'a> {
    /// The second series.
    pub fn effect(self, effect: &'a Series) -> Geweke<'a> {
        Geweke { cause: self.cause, effect, spec: Spec::new(), grid: GRID, draws: 0 }
    }
}

impl<'a> Geweke<'a> {
    /// The first series.
    pub fn cause(cause: &'a Series) -> GewekeCause<'a> {
        GewekeCause { cause }
    }

    /// The frequencies π/m, 2π/m, …, π; m = 64 unless set.
    pub fn grid(mut self, points: usize) -> Self {
        self.grid = points;
        self
    }

    /// Bands from this many bootstrap draws; none unless set.
    pub fn bands(mut self, draws: usize) -> Self {
        self.draws = draws;
        self
    }

    model_setters!();

    /// Computes the measures.
    ///
    /// # Errors
    /// As [`Granger::run`](super::Granger::run); if more than one number of lags is given, the grid is empty, or bands are asked
    /// for beside given series.
    pub fn run(&self) -> Result<GewekeResult, Error> {
        GewekeResult::of(self.cause, self.effect, &self.spec, self.grid, self.draws)
    }
}

/// f(first → second; ω) and f(second → first; ω) of a known autoregression of two series.
///
/// `lags[k][i][j]` is the coefficient of series j's lag k + 1 in the equation of series i, `sigma` the covariance of the errors.
///
/// ```
/// use yalu::causality::geweke;
/// // The second follows the first, and the first nothing.
/// let [there, back] = geweke::measures_at(&[[[0.0, 0.0], [0.5, 0.0]]], [[1.0, 0.0], [0.0, 1.0]], 1.0);
/// assert!((there - 1.25_f64.ln()).abs() < 1e-15 && back == 0.0);
/// ```
pub fn measures_at(lags: &[[[f64; 2]; 2]], sigma: [[f64; 2]; 2], omega: f64) -> [f64; 2] {
    let pair = spectrum::Pair { lags: lags.to_vec(), sigma };
    [pair.at(0, omega), pair.at(1, omega)]
}

/// The means of these over all frequencies: the measures in time, where the condition of the [module](self) holds.
pub fn measures_on_average(lags: &[[[f64; 2]; 2]], sigma: [[f64; 2]; 2]) -> [f64; 2] {
    let pair = spectrum::Pair { lags: lags.to_vec(), sigma };
    [pair.average(0), pair.average(1)]
}
