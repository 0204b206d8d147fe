//! One number a unit: what two groups of them tell.

use super::Posed;
use crate::linalg::{exponent, scale_by};
use crate::{Error, ErrorKind};

/// Differences of units between two sets of periods, the treated units first, measured from their mean and divided by a power of two.
#[derive(Debug, Clone)]
pub(super) struct Differences {
    pub values: Vec<f64>,
    pub treated: usize,
    /// The power of two.
    unit: i32,
    /// What rounding may have left in each.
    rounding: f64,
}

/// The difference of two groups' means and the squares around them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Contrast {
    /// Treated less controls.
    pub delta: f64,
    /// Sums of squares around the two means.
    pub squares: [f64; 2],
    pub counts: [f64; 2],
}

impl Differences {
    /// ȳ over the rows `after` less ȳ over the rows `before`.
    ///
    /// # Errors
    /// If a difference is no number.
    pub fn of(posed: &Posed, before: std::ops::Range<usize>, after: std::ops::Range<usize>) -> Result<Self, Error> {
        let mean = |row: &[f64]| row.iter().map(|value| value / row.len() as f64).sum::<f64>();
        let of = |row: &Vec<f64>| mean(&row[after.clone()]) - mean(&row[before.clone()]);
        let mut values: Vec<f64> = posed.units.values.iter().map(of).collect();
        if let Some(unit) = values.iter().position(|value| !value.is_finite()) {
            let name = &posed.units.names[unit];
            return Err(Error::new(
                ErrorKind::NonFinite,
                format!("unit `{name}`: its change is too large for a number"),
            )
            .remedy("measure the outcome in a larger unit"));
        }
        let largest = posed.units.values.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
        let unit = exponent(values.iter().copied());
        values.iter_mut().for_each(|value| *value = scale_by(*value, -unit));
        let centre = mean(&values);
        values.iter_mut().for_each(|value| *value -= centre);
        let rounding = 8.0 * f64::EPSILON * scale_by(largest, -unit).max(1.0);
        Ok(Self { values, treated: posed.treated, unit, rounding })
    }

    /// Drawn values, in no measure.
    pub fn drawn(values: Vec<f64>, treated: usize) -> Self {
        Self { values, treated, unit: 0, rounding: 0.0 }
    }

    pub fn units(&self) -> usize {
        self.values.len()
    }

    pub fn contrast(&self) -> Contrast {
        Contrast::of(&self.values, self.treated)
    }

    /// In the outcome's own measure.
    pub fn measured(&self, value: f64) -> f64 {
        scale_by(value, self.unit)
    }

    /// Whether the units of a group differ by more than rounding.
    pub fn varies(&self) -> bool {
        self.contrast().squares.iter().sum::<f64>() > self.rounding.powi(2) * self.units() as f64
    }
}

impl Contrast {
    pub fn of(values: &[f64], treated: usize) -> Self {
        let groups = [&values[..treated], &values[treated..]];
        let means = groups.map(|group| group.iter().sum::<f64>() / group.len() as f64);
        let squares = [0, 1].map(|g: usize| groups[g].iter().map(|value| (value - means[g]).powi(2)).sum());
        Self { delta: means[0] - means[1], squares, counts: groups.map(|group| group.len() as f64) }
    }

    /// The variance clustered by unit, without a small-sample factor.
    pub fn clustered(&self) -> f64 {
        self.squares[0] / self.counts[0].powi(2) + self.squares[1] / self.counts[1].powi(2)
    }

    /// Student's: one variance.
    pub fn pooled(&self) -> f64 {
        let [treated, controls] = self.counts;
        (self.squares[0] + self.squares[1]) / (treated + controls - 2.0) * (1.0 / treated + 1.0 / controls)
    }

    /// Welch's: a variance for each group, and the degrees of freedom.
    pub fn welch(&self) -> (f64, f64) {
        let shares = [0, 1].map(|g| self.squares[g] / (self.counts[g] - 1.0) / self.counts[g]);
        let variance = shares[0] + shares[1];
        let spread = shares[0].powi(2) / (self.counts[0] - 1.0) + shares[1].powi(2) / (self.counts[1] - 1.0);
        (variance, variance.powi(2) / spread)
    }
}
