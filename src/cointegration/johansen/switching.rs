//! The likelihood's maximum over restricted relations, group by group (Johansen, 1995, § 7.2).

use ndarray::{Array2, Axis};

use super::canonical::{Basis, Canonical, rank};
use super::matrix::{beside, columns};
use super::restrictions::Part;
use super::system::{Residuals, scale_rows};
use crate::resampling::Streams;
use crate::{Error, ErrorKind};

/// Several groups are maximised in turn at most this often.
const MAX_SWEEPS: usize = 5_000;

/// … from the best of this many starts …
pub(super) const STARTS: usize = 12;

/// … each climbed this far.
const FIRST_SWEEPS: usize = 60;

/// The restricted relations, in the units of the data.
pub(super) struct Solved {
    pub beta: Array2<f64>,
    /// Σ ln(1 − λ) of the relations.
    pub log_sum: f64,
    pub sweeps: usize,
}

/// The highest maximum found: at once with one group, else by maximising in turn from several starts.
pub(super) fn solve(residuals: &Residuals, parts: &[Part], exponents: &[i32]) -> Result<Solved, Error> {
    let spans = parts.iter().filter(|part| matches!(part, Part::Span(..))).count();
    if spans <= 1 {
        let mut groups = Groups::new(residuals, parts, exponents, 0);
        groups.sweep(); // one group has its maximum at once, wherever it begins
        return Ok(groups.solved(1));
    }
    let mut best: Option<(f64, Groups<'_>)> = None;
    for start in 0..STARTS {
        let mut groups = Groups::new(residuals, parts, exponents, start);
        groups.climb(1e-7, FIRST_SWEEPS);
        let log_sum = groups.log_sum();
        if best.as_ref().is_none_or(|(lowest, _)| log_sum < *lowest) {
            best = Some((log_sum, groups));
        }
    }
    let settled = best.and_then(|(_, mut groups)| {
        let sweeps = groups.climb(1e-14, MAX_SWEEPS)?;
        Some(groups.solved(sweeps))
    });
    settled.ok_or_else(|| {
        Error::new(ErrorKind::Convergence, format!("the likelihood still rises after {MAX_SWEEPS} rounds"))
            .remedy("restrict the relations so that each is identified, or restrict fewer of them")
    })
}

/// Groups of relations on their way to the maximum.
struct Groups<'a> {
    residuals: &'a Residuals,
    parts: &'a [Part],
    exponents: &'a [i32],
    /// What each group is at present, in the units of the data.
    found: Vec<Array2<f64>>,
    /// The number of directions that each group adds to the others.
    ranks: Vec<usize>,
}

impl<'a> Groups<'a> {
    /// Somewhere, a different place for each `start`.
    fn new(residuals: &'a Residuals, parts: &'a [Part], exponents: &'a [i32], start: usize) -> Self {
        let mut stream = Streams::new(1).replication(start as u64);
        let mut begin = |part: &Part| match part {
            Part::Known(vectors) => vectors.clone(),
            Part::Span(h, count) => {
                h.dot(&Array2::from_shape_simple_fn((h.ncols(), *count), || stream.standard_normal()))
            }
        };
        let found = parts.iter().map(&mut begin).collect();
        let mut groups = Self { residuals, parts, exponents, found, ranks: Vec::new() };
        let span = |(i, part): (usize, &Part)| match part {
            Part::Known(_) => 0,
            Part::Span(h, _) => {
                let others = groups.others(i);
                rank(&beside(&others, h)).saturating_sub(others.ncols())
            }
        };
        groups.ranks = parts.iter().enumerate().map(span).collect();
        groups
    }

    /// The relations of all groups but one.
    fn others(&self, but: usize) -> Array2<f64> {
        let other = self.found.iter().enumerate().filter(|(i, _)| *i != but).map(|(_, beta)| beta);
        gather(self.exponents.len(), other)
    }

    /// The residuals of these combinations of the levels.
    fn image(&self, coefficients: &Array2<f64>) -> Array2<f64> {
        self.residuals.levels.dot(&scale_rows(coefficients, self.exponents, false))
    }

    /// Maximises over each group given the others.
    fn sweep(&mut self) {
        for (i, part) in self.parts.iter().enumerate() {
            let Part::Span(h, count) = part else { continue };
            let others = self.image(&self.others(i));
            let best = given_others(&self.image(h), &others, &self.residuals.changes, self.ranks[i], *count);
            self.found[i] = normalised(&h.dot(&best));
        }
    }

    /// Sweeps until the likelihood stays; says how often, or `None` if it does not.
    fn climb(&mut self, tolerance: f64, most: usize) -> Option<usize> {
        let (mut before, mut calm) = (f64::INFINITY, 0);
        for sweep in 1..=most {
            self.sweep();
            let log_sum = self.log_sum();
            calm = if before - log_sum > tolerance * (1.0 + log_sum.abs()) { 0 } else { calm + 1 };
            if calm == 3 {
                return Some(sweep);
            }
            before = log_sum;
        }
        None
    }

    fn beta(&self) -> Array2<f64> {
        gather(self.exponents.len(), self.found.iter())
    }

    /// Σ ln(1 − λ) of the relations.
    fn log_sum(&self) -> f64 {
        let beta = self.beta();
        Canonical::of(&self.image(&beta), &self.residuals.changes, beta.ncols()).log_sum(beta.ncols())
    }

    fn solved(&self, sweeps: usize) -> Solved {
        Solved { beta: self.beta(), log_sum: self.log_sum(), sweeps }
    }
}

/// The `count` combinations of `own` most correlated with the differences once the other relations are taken out of both;
/// `own` adds `rank` directions to the others.
fn given_others(
    own: &Array2<f64>,
    others: &Array2<f64>,
    changes: &Array2<f64>,
    rank: usize,
    count: usize,
) -> Array2<f64> {
    let lengths: Vec<f64> =
        own.columns().into_iter().map(|column| column.dot(&column).sqrt().max(f64::MIN_POSITIVE)).collect();
    let scaled = Array2::from_shape_fn(own.dim(), |(i, j)| own[[i, j]] / lengths[j]);
    let given = Basis::of(others, others.ncols());
    let found = Canonical::of(&given.residual(&scaled), &given.residual(changes), rank.max(count));
    let mut best = columns(&found.vectors, 0..count);
    best.axis_iter_mut(Axis(0)).zip(lengths).for_each(|(mut row, length)| row /= length);
    best
}

/// Each column divided by its first element that is not zero beside the others.
fn normalised(beta: &Array2<f64>) -> Array2<f64> {
    let mut beta = beta.clone();
    for mut column in beta.columns_mut() {
        let largest = column.iter().fold(0.0_f64, |max, value| max.max(value.abs()));
        if let Some(first) = column.iter().copied().find(|value| value.abs() > 1e-10 * largest) {
            column /= first;
        }
    }
    beta
}

/// Columns of `rows` rows side by side.
pub(super) fn gather<'a>(rows: usize, matrices: impl Iterator<Item = &'a Array2<f64>>) -> Array2<f64> {
    matrices.fold(Array2::zeros((rows, 0)), |all, next| beside(&all, next))
}
