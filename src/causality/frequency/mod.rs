//! Breitung and Candelon's test: does one series help to predict the swings of another at a given frequency?
//!
//! # Hypotheses
//! H₀ at ω: the lags of the cause transmit nothing to the effect at frequency ω, that is at cycles of 2π/ω periods. Both
//! directions are tested, at every frequency of a grid or at chosen ones.
//! # Model
//! The effect's equation as in [`granger`](super::granger): p lags of cause b₁ … bₚ, own lags, given series and fixed terms; for
//! integrated series d further lags of all that are not tested, as in [`toda_yamamoto`](super::toda_yamamoto).
//! # Assumptions
//! Those of that test. Given series hold the indirect ways constant: the statement is then about the direct one.
//! # Statistic and null distribution
//! Geweke's measure at ω is zero if Σ bₖ cos kω = 0 and Σ bₖ sin kω = 0. F for these is compared with F(2, T − k); at ω = 0 and
//! ω = π the sines vanish, and it is F(1, T − k).
//! # Conventions
//! - With p = 2 both restrictions together say b₁ = b₂ = 0 at every 0 < ω < π: the statistic is Granger's and says nothing of
//!   frequencies. With p = 1 so does one restriction. p ≥ 3 is needed for more, and a note says so.
//! - Each frequency is a test of its own: over a whole grid the chance of some rejection is larger than the level. Neighbouring
//!   frequencies are nearly one test.
//! - Below 20 rows each report carries the simulated size of this very test at its frequency.
//! - The level of the ends comes from one degree of freedom, so a curve of p-values may jump there.
//! # Agrees with / differs from
//! - gretl, `restrict` on the equation of `ols`, and statsmodels, `f_test` with the matrix of cosines and sines: `F`.
//! - Breitung and Candelon compare 2F with χ²(2), or F with F(2, T − 2p), which does not count the constant.
//! # Example
//! ```
//! use yalu::causality::BreitungCandelon;
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let x = Series::new("x", Period::annual(1900), (0..90).map(|t| noise(t, 37)).collect())?;
//! // What comes from x is its change: nothing at frequency 0.
//! let y = (0..90).map(|t| noise(t, 53) + noise(t - 1, 37) - noise(t - 2, 37)).collect();
//! let y = Series::new("y", Period::annual(1900), y)?;
//! let result = BreitungCandelon::cause(&x).effect(&y).lags(3).frequencies(&[0.0, 2.5]).run()?;
//! let points = result.forward().points();
//! assert!(points[0].p_value > 0.05 && points[1].p_value < 1e-6);
//! assert_eq!((points[0].df_num, points[1].df_num), (1, 2));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Breitung, J. and B. Candelon (2006), *Journal of Econometrics* 132, 363–378.
//! - Geweke, J. (1982), *Journal of the American Statistical Association* 77, 304–313.

mod result;
mod small;
mod statistic;

use std::f64::consts::PI;

pub use result::{FrequencyPoint, FrequencyResult, FrequencyTest};

use super::setters::model_setters;
use super::spec::Spec;
use crate::{Error, ErrorKind, Series};

/// Points of the grid unless said.
const POINTS: usize = 64;

/// Breitung and Candelon's test in both directions; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct BreitungCandelon<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
    frequencies: Vec<f64>,
    chosen_by: &'static str,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct FrequencyCause<'a> {
    cause: &'a Series,
}

impl<'a> FrequencyCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> BreitungCandelon<'a> {
        let test = BreitungCandelon {
            cause: self.cause,
            effect,
            spec: Spec { lags: super::spec::Lags::Given(3..=3), ..Spec::new() },
            frequencies: Vec::new(),
            chosen_by: "default",
        };
        BreitungCandelon { chosen_by: "default", ..test.grid(POINTS) }
    }
}

/// j·π/`points` for j = 1 … `points`: every frequency but 0.
pub(super) fn grid(points: usize) -> Vec<f64> {
    (1..=points).map(|j| PI * j as f64 / points as f64).collect()
}

impl<'a> BreitungCandelon<'a> {
    /// The series whose lags may help to predict; 3 lags unless set.
    pub fn cause(cause: &'a Series) -> FrequencyCause<'a> {
        FrequencyCause { cause }
    }

    /// d: further lags that are not tested, for series in levels that are integrated of order d; 0 unless set.
    #[doc(alias = "dmax")]
    pub fn integration(mut self, order: usize) -> Self {
        self.spec.extra = order;
        self.spec.extra_by = "user";
        self
    }

    /// These frequencies, in radians per period, 0 to π.
    pub fn frequencies(mut self, frequencies: &[f64]) -> Self {
        self.frequencies = frequencies.to_vec();
        self.chosen_by = "user";
        self
    }

    /// The frequencies π/m, 2π/m, …, π; m = 64 unless set.
    pub fn grid(mut self, points: usize) -> Self {
        self.frequencies = grid(points.min(100_000));
        self.chosen_by = "user";
        self
    }

    model_setters!();

    /// Tests both directions at every frequency.
    ///
    /// # Errors
    /// As [`Granger::run`](super::Granger::run); if more than one number of lags is given, there is no frequency, or one is
    /// outside 0 to π.
    pub fn run(&self) -> Result<FrequencyResult, Error> {
        if self.frequencies.is_empty() {
            return Err(
                Error::new(ErrorKind::Argument, "no frequency is given").remedy("give one from 0 to π, or a grid")
            );
        }
        if let Some(wrong) = self.frequencies.iter().find(|omega| !(0.0..=PI + 1e-12).contains(*omega)) {
            return Err(Error::new(ErrorKind::Argument, format!("a frequency of {wrong} is not between 0 and π"))
                .remedy("frequencies are in radians per period: 2π/12 is a cycle of twelve periods"));
        }
        FrequencyResult::of(self.cause, self.effect, &self.spec, &self.frequencies, self.chosen_by)
    }
}
