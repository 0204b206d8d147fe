//! The statistic at every end date.

use super::builder::Windows;
use crate::linalg::{GrowingTriangles, LANES, Lanes, add_scaled, dot, quadratic_form_in_place};

/// Which windows, of which regression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    pub rows: usize,
    pub regressors: usize,
    /// The last of the regressors, which are tested.
    pub tested: usize,
    /// Rows of the smallest window.
    pub window: usize,
    pub windows: Windows,
    pub robust: bool,
}

impl Plan {
    /// End dates.
    pub fn dates(&self) -> usize {
        self.rows - self.window + 1
    }
}

/// The statistic at every end date and the row at which its window begins; minus infinity where no window has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    pub statistics: Vec<f64>,
    pub starts: Vec<usize>,
    /// Windows without a statistic.
    pub failed: usize,
}

impl Path {
    pub fn new(dates: usize) -> Self {
        Self { statistics: vec![f64::NEG_INFINITY; dates], starts: vec![0; dates], failed: 0 }
    }

    fn clear(&mut self) {
        self.statistics.fill(f64::NEG_INFINITY);
        self.failed = 0;
    }

    /// The largest statistic of the first `dates` end dates; infinite if there is none.
    pub fn largest(&self, dates: usize) -> f64 {
        let largest = self.statistics[..dates].iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if largest.is_finite() { largest } else { f64::INFINITY }
    }
}

/// Buffers for walks over tables of one shape.
pub(super) struct Walker {
    plan: Plan,
    triangles: GrowingTriangles,
    coefficients: Vec<f64>,
    projection: Vec<f64>,
    scores: Vec<f64>,
    meat: Vec<f64>,
    /// Squared residuals of a window.
    residuals: Vec<f64>,
    /// What the other regressors leave of each tested one in a window, one after the other.
    left: Vec<f64>,
    product: Vec<f64>,
}

impl Walker {
    pub fn new(plan: Plan) -> Self {
        let (k, q) = (plan.regressors, plan.tested);
        let robust_rows = if plan.robust { plan.rows } else { 0 };
        Self {
            plan,
            triangles: GrowingTriangles::new(k),
            coefficients: vec![0.0; k],
            projection: vec![0.0; k],
            scores: vec![0.0; q],
            meat: vec![0.0; q * q],
            residuals: vec![0.0; robust_rows],
            left: vec![0.0; robust_rows * q],
            product: vec![0.0; robust_rows],
        }
    }

    /// The statistic at every end date of a table (column by column, the response last). Windows that begin in eight
    /// neighbouring rows grow side by side.
    pub fn walk(&mut self, table: &[f64], path: &mut Path) {
        let Plan { rows, window, windows, .. } = self.plan;
        let last_start = if windows == Windows::Forward { 0 } else { rows - window };
        path.clear();
        for first in (0..=last_start).step_by(LANES) {
            self.triangles.clear();
            let end = if windows == Windows::Rolling { rows.min(first + LANES - 1 + window) } else { rows };
            for t in first..end {
                let weights: Lanes = std::array::from_fn(|lane| f64::from(u8::from(t >= first + lane)));
                self.triangles.add(table[t..].iter().step_by(rows).copied(), &weights);
                let Some(date) = (t + 1).checked_sub(window) else { continue };
                for start in first..=(first + LANES - 1).min(last_start).min(date) {
                    if windows == Windows::Rolling && start != date {
                        continue;
                    }
                    match self.statistic(table, start, t + 1) {
                        None => path.failed += 1,
                        Some(statistic) if statistic > path.statistics[date] => {
                            path.statistics[date] = statistic;
                            path.starts[date] = start;
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    }

    /// W of the rows `start..end`.
    fn statistic(&mut self, table: &[f64], start: usize, end: usize) -> Option<f64> {
        let (lane, q) = (start % LANES, self.plan.tested);
        let (explained, rss) = self.triangles.explained(q, lane)?;
        if self.plan.robust {
            return self.robust(table, start, end);
        }
        let statistic = (end - start) as f64 * explained / rss;
        statistic.is_finite().then_some(statistic)
    }

    /// W with HC0: s'(Σ e² m m')⁻¹ s with m what the other regressors leave of the tested ones, s = Σ m y.
    fn robust(&mut self, table: &[f64], start: usize, end: usize) -> Option<f64> {
        let Plan { rows, regressors: k, tested: q, .. } = self.plan;
        let (lane, length) = (start % LANES, end - start);
        let column = |j: usize| &table[j * rows + start..j * rows + end];
        self.triangles.coefficients(lane, &mut self.coefficients);
        let residuals = &mut self.residuals[..length];
        residuals.copy_from_slice(column(k));
        self.coefficients.iter().enumerate().for_each(|(j, b)| add_scaled(residuals, -b, column(j)));
        residuals.iter_mut().for_each(|e| *e *= *e);
        for a in 0..q {
            self.triangles.projection(k - q, k - q + a, lane, &mut self.projection);
            let left = &mut self.left[a * rows..a * rows + length];
            left.copy_from_slice(column(k - q + a));
            (0..k - q).for_each(|j| add_scaled(left, -self.projection[j], column(j)));
            let product = &mut self.product[..length];
            product.iter_mut().zip(left.iter().zip(residuals.iter())).for_each(|(p, (m, e))| *p = m * e);
            for b in 0..=a {
                self.meat[a * q + b] = dot(product, &self.left[b * rows..b * rows + length]);
            }
        }
        self.triangles.scores(lane, &mut self.scores);
        quadratic_form_in_place(&mut self.meat, &mut self.scores).filter(|statistic| statistic.is_finite())
    }
}
