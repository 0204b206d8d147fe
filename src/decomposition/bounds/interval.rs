//! A closed interval.

use std::fmt;

use serde::Serialize;

use crate::{Error, ErrorKind};

/// All numbers from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    pub(super) const ZERO: Self = Self { low: 0.0, high: 0.0 };

    /// One number, known exactly.
    ///
    /// # Errors
    /// If it is NaN or infinite.
    pub fn exact(x: f64) -> Result<Self, Error> {
        Self::between(x, x)
    }

    /// From the smaller to the larger number.
    ///
    /// # Errors
    /// If a bound is NaN or infinite, or they are out of order.
    pub fn between(low: f64, high: f64) -> Result<Self, Error> {
        if !low.is_finite() || !high.is_finite() {
            return Err(Error::new(ErrorKind::NonFinite, format!("an interval from {low} to {high} is not finite"))
                .remedy("give a bound that the number certainly respects"));
        }
        if low > high {
            return Err(Error::new(ErrorKind::Argument, format!("an interval cannot run from {low} to {high}"))
                .remedy("give the smaller bound first"));
        }
        Ok(Self { low, high })
    }

    /// From zero to a bound: "less than `high`".
    ///
    /// # Errors
    /// If the bound is negative, NaN or infinite.
    pub fn at_most(high: f64) -> Result<Self, Error> {
        Self::between(0.0, high)
    }

    /// A number give or take a margin: "around `x`", or a rounded figure with half a unit of its last digit.
    ///
    /// # Errors
    /// If the margin is negative or a bound is not finite.
    pub fn around(x: f64, margin: f64) -> Result<Self, Error> {
        Self::between(x - margin, x + margin)
    }

    /// The lower bound.
    pub fn low(self) -> f64 {
        self.low
    }

    /// The upper bound.
    pub fn high(self) -> f64 {
        self.high
    }

    /// Whether it holds `x`.
    pub fn contains(self, x: f64) -> bool {
        self.low <= x && x <= self.high
    }

    /// From bounds already known to be in order, or infinite on purpose.
    pub(super) fn raw(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self { low: self.low - other.high, high: self.high - other.low }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high { write!(f, "{}", self.low) } else { write!(f, "[{}, {}]", self.low, self.high) }
    }
}
