//! Coefficients of the rows so far, or in a moving window, beside those of all rows.

use super::process::{Failure, Form, Process, Residuals, rows_in_window};
use crate::linalg::{Svd, Updating, dot, norm};

impl Residuals {
    /// √(m/n) (Σxx')^½ (b − β̂)/s over the m rows so far or in the window: the symmetric root, of regressors that have length one over
    /// all rows.
    ///
    /// With X = QR of those rows and R = USV' that is √(m/n) V U'Q'e/s, e what all rows leave: no difference of estimates is taken, and no
    /// product of X with itself.
    pub fn estimates(&self, form: Form, residuals: &[f64]) -> Result<Process, Failure> {
        let (n, k) = (residuals.len(), self.k);
        let deviation = self.deviation(residuals);
        let lengths: Vec<f64> =
            (0..k).map(|j| norm(&self.rows.iter().map(|row| row[j]).collect::<Vec<f64>>())).collect();
        let mut row = vec![0.0; k + 1];
        let mut push = |regression: &mut Updating, t: usize| {
            (0..k).for_each(|j| row[j] = self.rows[t][j] / lengths[j]);
            row[k] = residuals[t] / deviation;
            regression.push(&row);
        };
        let at = |regression: &Updating, rows: usize| -> Option<Vec<f64>> {
            let share = (rows as f64 / n as f64).sqrt();
            Some(rooted(regression)?.into_iter().map(|value| share * value).collect())
        };
        let mut regression = Updating::new(k);
        let (mut ends, mut points): (Vec<usize>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
        if form.test.is_moving() {
            let width = rows_in_window(form.window, n);
            for end in width..=n {
                regression.reset();
                (end - width..end).for_each(|t| push(&mut regression, t));
                points.push(at(&regression, width).ok_or(Failure::Collinear(end - width..end))?);
                ends.push(end);
            }
        } else {
            for t in 0..n - 1 {
                push(&mut regression, t);
                if let Some(point) = at(&regression, t + 1) {
                    if points.is_empty() {
                        ends.push(t);
                        points.push(vec![0.0; k]);
                    }
                    ends.push(t + 1);
                    points.push(point);
                }
            }
            // All rows have their own estimate.
            ends.push(n);
            points.push(vec![0.0; k]);
        }
        let components = (0..k).map(|j| points.iter().map(|point| point[j]).collect()).collect();
        Ok(Process::of_components(ends, components))
    }
}

/// (Σxx')^½ b, the symmetric root times the coefficients of a regression: with X = QR and R = USV' that is V U'Q'y. `None` while they are not
/// identified.
pub(in crate::breaks) fn rooted(regression: &Updating) -> Option<Vec<f64>> {
    let (r, z) = regression.root()?;
    let k = z.len();
    let svd = Svd::new(r, k);
    let along: Vec<f64> = (0..k).map(|i| dot(&svd.left(i), &z)).collect();
    Some((0..k).map(|j| (0..k).map(|i| along[i] * svd.right(i)[j]).sum()).collect())
}
