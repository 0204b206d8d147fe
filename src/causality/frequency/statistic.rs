//! The restriction at a frequency, from the triangle of one regression.

use std::f64::consts::PI;

use crate::dist::f;
use crate::linalg::{PivotedQr, Reduction, inverse_upper, solve_upper};

/// Nearer than this to 0 or π a frequency is taken for it.
const END: f64 = 1e-9;

/// The last p regressors' coefficients b with (X'X)⁻¹'s block FF', in units in which the residual variance is s².
#[derive(Debug, Clone)]
pub(super) struct Lags {
    b: Vec<f64>,
    /// F, p × p, column by column.
    factor: Vec<f64>,
    variance: f64,
    df: usize,
}

impl Lags {
    /// From a triangle whose columns are the regressors, those of interest last, and the response.
    pub fn of(reduction: &Reduction, p: usize, rows: usize) -> Self {
        let (size, k) = (reduction.columns(), reduction.columns() - 1);
        // The trailing p × p triangle alone: what the other regressors leave of the lags. All lags are of one series, so
        // that one power of two serves them all.
        let scale = |j: usize| crate::linalg::scale_by(1.0, reduction.exponent(j) - reduction.exponent(k - p));
        let block: Vec<f64> = (k - p..k)
            .flat_map(|j| reduction.triangle()[j * size + k - p..j * size + k].iter().map(move |v| v * scale(j)))
            .collect();
        let mut b = reduction.column(k)[k - p..k].to_vec();
        solve_upper(&block, p, &mut b);
        let df = rows - k;
        Self { b, factor: inverse_upper(&block, p, p), variance: reduction.tail_square(k, k) / df as f64, df }
    }

    /// F, its two degrees of freedom and p at ω.
    ///
    /// The restrictions Σ b cos kω = 0 and Σ b sin kω = 0 are taken with sin kω / sin ω for sin kω: the same for
    /// 0 < ω < π, and well separated near the ends. At an end the second is no restriction.
    pub fn at(&self, lags: &[usize], omega: f64) -> (f64, usize, usize, f64) {
        let (cosine, sine) =
            (|lag: usize| (lag as f64 * omega).cos(), |lag: usize| (lag as f64 * omega).sin() / omega.sin());
        let mut restrictions = vec![lags.iter().map(|&lag| cosine(lag)).collect::<Vec<f64>>()];
        if omega > END && omega < PI - END {
            restrictions.push(lags.iter().map(|&lag| sine(lag)).collect());
        }
        let p = self.b.len();
        // RF, transposed: a column for each restriction.
        let column = |row: &[f64]| -> Vec<f64> {
            (0..p).map(|j| (0..p).map(|i| row[i] * self.factor[j * p + i]).sum()).collect()
        };
        let mut columns: Vec<Vec<f64>> = restrictions.iter().map(|row| column(row)).collect();
        let mut values: Vec<f64> =
            restrictions.iter().map(|row| row.iter().zip(&self.b).map(|(r, b)| r * b).sum()).collect();
        // With one lag, or lags whose sines and cosines are in proportion, both say the same.
        if columns.len() == 2 && dependent(&restrictions) {
            let keep = usize::from(norm(&restrictions[1]) > norm(&restrictions[0]));
            columns = vec![columns.swap_remove(keep)];
            values = vec![values[keep]];
        }
        let q = columns.len();
        let qr = PivotedQr::new(columns.concat(), p, q);
        let statistic = qr.inverse_quadratic_form(&values) / (q as f64 * self.variance);
        (statistic, q, self.df, f::sf(statistic, q as f64, self.df as f64))
    }
}

fn norm(row: &[f64]) -> f64 {
    row.iter().map(|value| value * value).sum::<f64>().sqrt()
}

/// Whether two rows are in proportion, or one of them is zero.
fn dependent(rows: &[Vec<f64>]) -> bool {
    let (a, b) = (norm(&rows[0]), norm(&rows[1]));
    let inner: f64 = rows[0].iter().zip(&rows[1]).map(|(x, y)| x * y).sum();
    let left: f64 = rows[1].iter().zip(&rows[0]).map(|(y, x)| (y - inner / (a * a) * x).powi(2)).sum();
    a <= 1e-12 * b || b <= 1e-12 * a || left.sqrt() <= 1e-10 * b
}
