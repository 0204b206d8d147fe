//! Hsiao's (1981) choice of lags: the effect's own first, then the cause's beside them.
//!
//! 1. Among equations with the fixed terms and lags 1 to m of the effect (and of each given series), m = 1 … longest, the
//!    criterion takes one.
//! 2. Beside these, among lags 1 to q of the cause, q = 1 … longest, it takes one.
//!
//! All equations are compared on the rows that the longest leaves. Whether the equation of the second step is better than
//! that of the first is Hsiao's own answer to whether there is causality; it stands among the notes. The final prediction
//! error, FPE = (T + k)/(T − k) · RSS/T, is the criterion he used.

use std::fmt;

use super::aligned::Aligned;
use super::equation::Roles;
use super::lag_set::LagSet;
use super::spec::{Spec, slices};
use crate::linalg::Reduction;
use crate::regression::Criterion;
use crate::{Error, ErrorKind, Note};

/// What one more lag costs in one equation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LagPrice {
    /// Akaike's (1969) final prediction error, as Hsiao has it.
    FinalPredictionError,
    /// An information criterion.
    Criterion(Criterion),
}

impl LagPrice {
    /// The logarithm of the criterion, per row.
    fn value(self, rss: f64, k: usize, rows: usize) -> f64 {
        let (rows, k) = (rows as f64, k as f64);
        let fit = (rss / rows).ln();
        match self {
            Self::FinalPredictionError => fit + ((rows + k) / (rows - k)).ln(),
            Self::Criterion(criterion) => fit + criterion.price(rows) * k / rows,
        }
    }
}

impl From<Criterion> for LagPrice {
    fn from(criterion: Criterion) -> Self {
        Self::Criterion(criterion)
    }
}

impl fmt::Display for LagPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FinalPredictionError => f.write_str("FPE"),
            Self::Criterion(criterion) => criterion.fmt(f),
        }
    }
}

/// The lags chosen for one direction, and what the criterion says of the cause.
pub(super) fn choose(
    spec: &Spec<'_>,
    aligned: &Aligned,
    [cause, effect]: [usize; 2],
    price: LagPrice,
    longest: usize,
) -> Result<(Roles, Note), Error> {
    if longest == 0 {
        return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
            .remedy("let the criterion choose from at least one lag"));
    }
    let given = aligned.given().len();
    let fixed_count = spec.fixed_count(aligned);
    let k = given.saturating_add(2).saturating_mul(longest).saturating_add(fixed_count);
    let needed = k.saturating_add(longest).saturating_add(1);
    if aligned.len() < needed {
        return Err(Error::new(
            ErrorKind::Sample,
            format!("choosing among 1 to {longest} lags needs {needed} observations, found {}", aligned.len()),
        )
        .remedy("let the criterion choose among fewer lags, or give a longer sample"));
    }
    let fixed = spec.fixed(aligned, longest)?;
    let rows = aligned.len() - longest;
    let series = aligned.values();
    let lag = |number: usize, lag: usize| &series[number][longest - lag..series[number].len() - lag];
    let y = &series[effect][longest..];
    // Lag by lag, so that every candidate is the first columns of one table.
    let beside: Vec<usize> = std::iter::once(effect).chain(2..2 + given).collect();
    let own_lags = |m: usize| (1..=m).flat_map(|j| beside.iter().map(move |&number| (number, j)));
    let scores = |kept: usize, step: usize, columns: Vec<&[f64]>| -> Vec<f64> {
        let reduction = Reduction::of_columns(&columns);
        let score = |m: usize| {
            let k = kept + m * step;
            price.value(reduction.residual_square(columns.len() - 1, k), k, rows)
        };
        (0..=longest).map(score).collect()
    };
    let slices = slices(&fixed);
    let first: Vec<&[f64]> =
        slices.iter().copied().chain(own_lags(longest).map(|(number, j)| lag(number, j))).chain([y]).collect();
    let own = best(&scores(fixed.len(), beside.len(), first), price)?;
    let second: Vec<&[f64]> = slices
        .iter()
        .copied()
        .chain(own_lags(own).map(|(number, j)| lag(number, j)))
        .chain((1..=longest).map(|j| lag(cause, j)))
        .chain([y])
        .collect();
    let with_cause = scores(fixed.len() + own * beside.len(), 1, second);
    let tested = best(&with_cause, price)?;
    let verdict = if with_cause[tested] < with_cause[0] { "keeps" } else { "would leave out" };
    let note = Note::new(format!(
        "Hsiao's choice by {price} {verdict} the lags of {} in the equation of {}",
        aligned.series[cause].name(),
        aligned.series[effect].name()
    ));
    let own = LagSet::from(own);
    Ok((Roles { tested: LagSet::from(tested), given: own.clone(), own, extra: spec.extra }, note))
}

/// The number of lags, at least one, with the smallest value.
fn best(scores: &[f64], price: LagPrice) -> Result<usize, Error> {
    let found = (1..scores.len()).min_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    found.filter(|m| scores[*m].is_finite()).ok_or_else(|| {
        Error::new(ErrorKind::Collinear, format!("{price} cannot choose the lags: a series is reproduced exactly"))
            .remedy("leave out a series that is a combination of the others' lags")
    })
}
