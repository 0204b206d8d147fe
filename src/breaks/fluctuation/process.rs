//! Sums of residuals as they accumulate.

use std::ops::Range;

use super::{FluctuationTest, ResidualVariance};
use crate::Error;
use crate::linalg::{Basis, Updating, exponent, scale_by};
use crate::regression::covariance::{bandwidth, hac::long_run};
use crate::regression::{Bandwidth, Hac};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub test: FluctuationTest,
    pub window: f64,
    pub variance: ResidualVariance,
    pub long_run: Option<Hac>,
}

/// Why there is no process.
pub(super) enum Failure {
    /// In these rows the regressors are collinear.
    Collinear(Range<usize>),
    /// The scores are collinear.
    Scores,
    /// The lag window does not fit.
    LongRun(Error),
}

/// A process and the shape of its boundary.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Process {
    /// Rows of the design that each point has used.
    pub ends: Vec<usize>,
    /// Of several components the one that is farthest at each point.
    pub values: Vec<f64>,
    /// The components, where there are several.
    pub components: Vec<Vec<f64>>,
    /// Where each point is expected under the null.
    pub expected: Vec<f64>,
    /// The distance from there at which the boundary stands, over the critical value.
    pub shape: Vec<f64>,
}

impl Process {
    /// One that should be zero, between boundaries that do not move.
    pub fn level(ends: Vec<usize>, values: Vec<f64>, components: Vec<Vec<f64>>) -> Self {
        let points = ends.len();
        Self { ends, values, components, expected: vec![0.0; points], shape: vec![1.0; points] }
    }

    /// Of several components, each point's value the one that is farthest.
    pub fn of_components(ends: Vec<usize>, components: Vec<Vec<f64>>) -> Self {
        let farthest = |t: usize| {
            components
                .iter()
                .map(|values| values[t])
                .fold(0.0, |far: f64, here| if here.abs() <= far.abs() { far } else { here })
        };
        let values = (0..ends.len()).map(farthest).collect();
        Self::level(ends, values, components)
    }

    /// The largest range of a component.
    pub fn largest_range(&self) -> f64 {
        let range = |values: &[f64]| {
            let (low, high) = values
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
            high - low
        };
        self.components.iter().map(|values| range(values)).fold(0.0, f64::max)
    }

    /// How far a point is from where it is expected, in units of the boundary's shape.
    pub fn distance(&self, point: usize) -> f64 {
        (self.values[point] - self.expected[point]).abs() / self.shape[point]
    }

    /// The largest distance and its first point.
    pub fn largest(&self) -> (usize, f64) {
        (0..self.values.len())
            .map(|point| (point, self.distance(point)))
            .fold((0, 0.0), |best, here| if here.1 > best.1 { here } else { best })
    }
}

/// What a test needs of the regressors, for any response.
pub(super) struct Residuals {
    /// Rows, regressors scaled to one order of magnitude.
    pub rows: Vec<Vec<f64>>,
    basis: Basis,
    pub k: usize,
}

impl Residuals {
    /// `None` if the regressors are collinear.
    pub fn of(columns: &[Vec<f64>]) -> Option<Self> {
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let basis = Basis::of_columns(&slices)?;
        let scales: Vec<i32> = slices.iter().map(|column| exponent(column.iter().copied())).collect();
        let n = slices.first()?.len();
        let row = |i: usize| slices.iter().zip(&scales).map(|(column, by)| scale_by(column[i], -by)).collect();
        Some(Self { rows: (0..n).map(row).collect(), basis, k: columns.len() })
    }

    /// What the regression on all rows leaves.
    pub fn ordinary(&self, y: &[f64]) -> Vec<f64> {
        self.basis.leave(y.to_vec())
    }

    /// The n − k recursive residuals, each with the number of rows up to it.
    pub fn recursive(&self, y: &[f64]) -> (Vec<usize>, Vec<f64>) {
        // In the units of the largest value, so that squares neither overflow nor vanish.
        let by = exponent(y.iter().copied());
        let mut regression = Updating::new(self.k);
        let mut row = vec![0.0; self.k + 1];
        let residuals = self.rows.iter().zip(y).enumerate().filter_map(|(i, (regressors, y))| {
            row[..self.k].copy_from_slice(regressors);
            row[self.k] = scale_by(*y, -by);
            regression.push(&row).map(|residual| (i + 1, scale_by(residual, by)))
        });
        residuals.unzip()
    }

    /// The process of a test.
    pub fn process(&self, form: Form, y: &[f64]) -> Result<Process, Failure> {
        let test = form.test;
        if test.is_scores() {
            return self.scores(form, &self.ordinary(y)).ok_or(Failure::Scores);
        }
        if test.is_estimates() {
            return self.estimates(form, &self.ordinary(y));
        }
        if test.is_recursive() {
            let (ends, residuals) = self.recursive(y);
            let start = ends.first().map_or(0, |end| end - 1);
            return Ok(accumulated(form, start, &ends, &residuals, deviation(&residuals, form.variance)));
        }
        let residuals = self.ordinary(y);
        let ends: Vec<usize> = (1..=y.len()).collect();
        let deviation = match form.long_run {
            None => self.deviation(&residuals),
            Some(hac) => self.long_run(hac, &residuals).map_err(Failure::LongRun)?.0,
        };
        Ok(accumulated(form, 0, &ends, &residuals, deviation))
    }

    /// √(RSS/(n − k)) of ordinary residuals.
    pub fn deviation(&self, residuals: &[f64]) -> f64 {
        let df = residuals.len() as f64 - self.k as f64;
        let largest = residuals.iter().fold(0.0_f64, |most, e| most.max(e.abs()));
        let squares: f64 = residuals.iter().map(|e| (e / largest).powi(2)).sum();
        largest * (squares / df).sqrt()
    }

    /// The root of the long-run variance of ordinary residuals, n/(n − k) times what the residuals of a mean would have, and the bandwidth.
    pub fn long_run(&self, hac: Hac, residuals: &[f64]) -> Result<(f64, f64), Error> {
        let largest = residuals.iter().fold(0.0_f64, |most, e| most.max(e.abs()));
        let scores: Vec<f64> = residuals.iter().map(|e| e / largest).collect();
        let n = scores.len();
        let (sum, width) = long_run(hac, scores, 1, |scores| match hac.bandwidth {
            Bandwidth::Andrews => bandwidth::andrews(hac.kernel, &[scores.to_vec()]),
            _ => bandwidth::newey_west(hac.kernel, scores, n, hac.prewhiten),
        })?;
        Ok((largest * (sum[0] / (n as f64 - self.k as f64)).sqrt(), width))
    }
}

/// The standard deviation of recursive residuals.
fn deviation(residuals: &[f64], variance: ResidualVariance) -> f64 {
    let m = residuals.len() as f64;
    let largest = residuals.iter().fold(0.0_f64, |most, w| most.max(w.abs()));
    let (mean, df) = match variance {
        ResidualVariance::AboutMean => (residuals.iter().map(|w| w / largest).sum::<f64>() / m, m - 1.0),
        ResidualVariance::AboutZero => (0.0, m),
    };
    largest * (residuals.iter().map(|w| (w / largest - mean).powi(2)).sum::<f64>() / df).sqrt()
}

/// Sums from the first residual on, or in a moving window.
fn accumulated(form: Form, start: usize, ends: &[usize], residuals: &[f64], deviation: f64) -> Process {
    let (test, m) = (form.test, residuals.len());
    let squares = test == FluctuationTest::CusumOfSquares;
    // The largest is taken out before squaring.
    let unit = if squares { residuals.iter().fold(0.0_f64, |most, w| most.max(w.abs())) } else { 1.0 };
    let mut sums = vec![0.0; m + 1];
    for (i, residual) in residuals.iter().enumerate() {
        let term = if squares { (residual / unit).powi(2) } else { residual / deviation };
        sums[i + 1] = sums[i] + term;
    }
    let scale = if squares { sums[m] } else { (m as f64).sqrt() };
    let share = |i: usize| i as f64 / m as f64;
    if test.is_moving() {
        let width = rows_in_window(form.window, m);
        let values = (width..=m).map(|i| (sums[i] - sums[i - width]) / scale).collect();
        return Process::level(ends[width - 1..].to_vec(), values, Vec::new());
    }
    Process {
        ends: std::iter::once(start).chain(ends.iter().copied()).collect(),
        values: sums.iter().map(|sum| sum / scale).collect(),
        components: Vec::new(),
        expected: (0..=m).map(|i| if squares { share(i) } else { 0.0 }).collect(),
        shape: (0..=m)
            .map(|i| if test == FluctuationTest::RecursiveCusum { 1.0 + 2.0 * share(i) } else { 1.0 })
            .collect(),
    }
}

/// The residuals in a window of this share.
pub(super) fn rows_in_window(window: f64, residuals: usize) -> usize {
    // 0.15 · 100 is a little less than 15 in doubles.
    ((window * residuals as f64 + 1e-9) as usize).clamp(1, residuals.max(1))
}
