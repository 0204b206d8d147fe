//! The law of the score of constant relations, simulated.

use super::recursion::residuals_on_first;
use crate::dist::johansen::Case;
use crate::linalg::{Reduction, scale_by};
use crate::resampling::{Stream, Streams};

/// The largest and the mean of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Summary {
    pub sup: f64,
    pub mean: f64,
}

impl Summary {
    pub fn of(path: &[f64]) -> Self {
        Self {
            sup: path.iter().copied().fold(0.0, f64::max),
            mean: path.iter().sum::<f64>() / path.len().max(1) as f64,
        }
    }
}

/// tr{(Σ f f')⁻¹ S(t) S(t)'} for every t, S(t) = Σ over s ≤ t of fₛ uₛ', with u orthogonal to f over the whole sample.
///
/// In the coordinates in which Σ f f' is the identity this is the squared length of S(t).
pub(super) fn score_path(f: &[Vec<f64>], u: &[Vec<f64>]) -> Vec<f64> {
    let columns: Vec<&[f64]> = f.iter().chain(u).map(Vec::as_slice).collect();
    let reduction = Reduction::of_columns(&columns);
    let k = f.len();
    let rows = columns.first().map_or(0, |column| column.len());
    let clean = residuals_on_first(&columns, &reduction, k);
    // R'g = f: f in orthonormal coordinates.
    let mut sums = vec![0.0; k * clean.len()];
    let mut orthonormal = vec![0.0; k];
    (0..rows)
        .map(|t| {
            for j in 0..k {
                let column = reduction.column(j);
                let known: f64 = column[..j].iter().zip(&orthonormal).map(|(r, g)| r * g).sum();
                orthonormal[j] = (scale_by(columns[j][t], -reduction.exponent(j)) - known) / column[j];
            }
            for (l, u) in clean.iter().enumerate() {
                for (sum, g) in sums[l * k..(l + 1) * k].iter_mut().zip(&orthonormal) {
                    *sum += g * u[t];
                }
            }
            sums.iter().map(|sum| sum * sum).sum()
        })
        .collect()
}

/// Draws of the path's summary with `rows` rows, `trends` = p − r common trends and `relations` = r.
pub(super) fn simulate(
    case: Case,
    trends: usize,
    relations: usize,
    rows: usize,
    draws: usize,
    seed: u64,
) -> Vec<Summary> {
    (0..draws)
        .map(|draw| {
            let mut stream = Streams::new(seed).replication(draw as u64);
            let f = trend_columns(case, trends, rows, &mut stream);
            let u: Vec<Vec<f64>> = (0..relations).map(|_| normals(rows, &mut stream)).collect();
            Summary::of(&score_path(&f, &u))
        })
        .collect()
}

fn normals(rows: usize, stream: &mut Stream) -> Vec<f64> {
    (0..rows).map(|_| stream.standard_normal()).collect()
}

/// The common trends as the case has them: walks before each row, with the restricted term, less what is unrestricted.
/// An unrestricted constant lets one trend be linear, an unrestricted linear trend lets one be quadratic.
fn trend_columns(case: Case, trends: usize, rows: usize, stream: &mut Stream) -> Vec<Vec<f64>> {
    let mut walk = || {
        let mut level = 0.0;
        normals(rows, stream)
            .into_iter()
            .map(|shock| {
                let before = level;
                level += shock;
                before
            })
            .collect::<Vec<f64>>()
    };
    let power =
        |exponent: i32| (0..rows).map(|t| ((t as f64 + 0.5) / rows as f64).powi(exponent)).collect::<Vec<f64>>();
    let (walks, determined, taken_out) = match case {
        Case::None => (trends, None, vec![]),
        Case::RestrictedConstant => (trends, Some(power(0)), vec![]),
        Case::UnrestrictedConstant => (trends - 1, Some(power(1)), vec![power(0)]),
        Case::RestrictedTrend => (trends, Some(power(1)), vec![power(0)]),
        Case::UnrestrictedTrend => (trends - 1, Some(power(2)), vec![power(0), power(1)]),
    };
    let columns: Vec<Vec<f64>> = (0..walks).map(|_| walk()).chain(determined).collect();
    if taken_out.is_empty() {
        return columns;
    }
    let all: Vec<&[f64]> = taken_out.iter().chain(&columns).map(Vec::as_slice).collect();
    residuals_on_first(&all, &Reduction::of_columns(&all), taken_out.len())
}
