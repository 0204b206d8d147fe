//! Sums of residuals as they accumulate.

use super::{FluctuationTest, ResidualVariance};
use crate::linalg::{Basis, Svd, Updating, exponent, norm, scale_by};

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
    rows: Vec<Vec<f64>>,
    basis: Basis,
    k: usize,
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
    pub fn process(&self, test: FluctuationTest, window: f64, variance: ResidualVariance, y: &[f64]) -> Process {
        if test == FluctuationTest::ScoreCusum {
            self.scores(&self.ordinary(y))
        } else if test.is_recursive() {
            let (ends, residuals) = self.recursive(y);
            let start = ends.first().map_or(0, |end| end - 1);
            accumulated(test, window, start, &ends, &residuals, deviation(&residuals, variance))
        } else {
            let residuals = self.ordinary(y);
            let ends: Vec<usize> = (1..=y.len()).collect();
            let df = y.len() as f64 - self.k as f64;
            let largest = residuals.iter().fold(0.0_f64, |most, e| most.max(e.abs()));
            let squares: f64 = residuals.iter().map(|e| (e / largest).powi(2)).sum();
            accumulated(test, window, 0, &ends, &residuals, largest * (squares / df).sqrt())
        }
    }
}

/// What scores leave below this share is rounding.
const SINGULAR: f64 = 1e-10;

impl Residuals {
    /// Sums of the scores of the coefficients and of the variance, made independent by the symmetric root of their products, in
    /// units in which each has length one. NaN where the scores are collinear.
    fn scores(&self, residuals: &[f64]) -> Process {
        let (n, parts) = (residuals.len(), self.k + 1);
        let largest = residuals.iter().fold(0.0_f64, |most, e| most.max(e.abs()));
        let e: Vec<f64> = residuals.iter().map(|e| e / largest).collect();
        let variance = e.iter().map(|e| e * e).sum::<f64>() / n as f64;
        let mut scores: Vec<f64> = Vec::with_capacity(n * parts);
        for j in 0..parts {
            let score = |t: usize| if j < self.k { self.rows[t][j] * e[t] } else { e[t] * e[t] - variance };
            let column: Vec<f64> = (0..n).map(score).collect();
            // A dummy of one row has a score of nothing but rounding.
            let size = if j < self.k { (0..n).map(|t| self.rows[t][j].powi(2)).sum::<f64>().sqrt() } else { 1.0 };
            let length = norm(&column);
            let length = if length > SINGULAR * size { length } else { f64::NAN };
            scores.extend(column.iter().map(|score| score / length));
        }
        let svd = Svd::new(scores, n);
        // Z(Z'Z)^(−½) = UV', summed.
        let singular = svd.rank(SINGULAR) < parts || svd.values().iter().any(|value| !value.is_finite());
        let left: Vec<Vec<f64>> = (0..parts).map(|i| svd.left(i)).collect();
        let component = |j: usize| {
            let mut sum = if singular { f64::NAN } else { 0.0 };
            let steps = (0..n).map(|t| (0..parts).map(|i| left[i][t] * svd.right(i)[j]).sum::<f64>());
            std::iter::once(sum)
                .chain(steps.map(|step| {
                    sum += step;
                    sum
                }))
                .collect::<Vec<f64>>()
        };
        let components: Vec<Vec<f64>> = (0..parts).map(component).collect();
        let farthest = |t: usize| {
            components
                .iter()
                .map(|sums| sums[t])
                .fold(0.0, |far: f64, here| if here.abs() <= far.abs() { far } else { here })
        };
        Process {
            ends: (0..=n).collect(),
            values: (0..=n).map(farthest).collect(),
            components,
            expected: vec![0.0; n + 1],
            shape: vec![1.0; n + 1],
        }
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
fn accumulated(
    test: FluctuationTest,
    window: f64,
    start: usize,
    ends: &[usize],
    residuals: &[f64],
    deviation: f64,
) -> Process {
    let m = residuals.len();
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
        let width = rows_in_window(window, m);
        let values = (width..=m).map(|i| (sums[i] - sums[i - width]) / scale).collect();
        let points = m + 1 - width;
        return Process {
            ends: ends[width - 1..].to_vec(),
            values,
            components: Vec::new(),
            expected: vec![0.0; points],
            shape: vec![1.0; points],
        };
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
