//! Sums of scores, from the first row on or in a moving window.

use super::process::{Form, Process, Residuals, rows_in_window};
use crate::linalg::{Svd, norm};

/// What scores leave below this share is rounding.
const SINGULAR: f64 = 1e-10;

impl Residuals {
    /// Sums of the scores of the coefficients and of the variance, made independent by the symmetric root of their products, in
    /// units in which each has length one. `None` if the scores are collinear.
    pub fn scores(&self, form: Form, residuals: &[f64]) -> Option<Process> {
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
        if singular {
            return None;
        }
        let component = |j: usize| {
            let mut sum = 0.0;
            let steps = (0..n).map(|t| (0..parts).map(|i| left[i][t] * svd.right(i)[j]).sum::<f64>());
            std::iter::once(sum)
                .chain(steps.map(|step| {
                    sum += step;
                    sum
                }))
                .collect::<Vec<f64>>()
        };
        let sums: Vec<Vec<f64>> = (0..parts).map(component).collect();
        if !form.test.is_moving() {
            return Some(Process::of_components((0..=n).collect(), sums));
        }
        let width = rows_in_window(form.window, n);
        let moving = |sums: &Vec<f64>| sums[width..].iter().zip(sums).map(|(now, before)| now - before).collect();
        Some(Process::of_components((width..=n).collect(), sums.iter().map(moving).collect()))
    }
}
