//! The statistic of no change at every date: the rows before it, and its value on the scale of χ²(q).

use std::ops::RangeInclusive;

use super::BreakStatistic;
use crate::breaks::regimes::Regimes;
use crate::linalg::{Reduction, Updating, exponent, scale_by};
use crate::regression::{Covariance, Ols, Restriction};
use crate::{Design, Error};
use ndarray::Array1;

/// With all coefficients changing: two regressions that grow from both ends, n k² operations in all.
pub(super) fn all_changing(
    design: &Design,
    dates: RangeInclusive<usize>,
    statistic: BreakStatistic,
) -> Vec<(usize, f64)> {
    let columns: Vec<_> = design.x().columns().into_iter().chain([design.y().view()]).collect();
    let exponents: Vec<i32> = columns.iter().map(|column| exponent(column.iter().copied())).collect();
    let (n, width) = (design.nobs(), columns.len());
    let mut row = vec![0.0; width];
    let mut grow = |order: &mut dyn Iterator<Item = usize>| {
        let mut regression = Updating::new(width - 1);
        let mut sums = Vec::with_capacity(n);
        for i in order {
            for (value, (column, exponent)) in row.iter_mut().zip(columns.iter().zip(&exponents)) {
                *value = scale_by(column[i], -exponent);
            }
            regression.push(&row);
            sums.push(regression.is_full_rank().then_some(regression.rss()));
        }
        sums
    };
    let (before, after) = (grow(&mut (0..n)), grow(&mut (0..n).rev()));
    let Some(&Some(restricted)) = before.last() else { return Vec::new() };
    let q = width - 1;
    dates
        .filter_map(|b| {
            let unrestricted = before[b - 1]? + after[n - b - 1]?;
            Some((b, value(statistic, restricted, unrestricted, n, 2 * q)))
        })
        .collect()
}

/// With some coefficients changing: a reduction at every date.
pub(super) fn some_changing(
    design: &Design,
    terms: &[String],
    dates: RangeInclusive<usize>,
    statistic: BreakStatistic,
) -> Result<Vec<(usize, f64)>, Error> {
    let (n, k) = (design.nobs(), design.terms().len());
    let mut path = Vec::new();
    for b in dates {
        let regimes = Regimes::new(design, b);
        let changes = regimes.changes(terms)?;
        let columns: Vec<&[f64]> = regimes
            .regressors()
            .into_iter()
            .chain(changes.iter().map(Vec::as_slice))
            .chain([regimes.response()])
            .collect();
        let all = k + terms.len();
        let reduction = Reduction::of_columns(&columns);
        if n <= all || reduction.dependence(all).is_some() {
            continue;
        }
        let (restricted, unrestricted) = (reduction.tail_square(all, k), reduction.tail_square(all, all));
        path.push((b, value(statistic, restricted, unrestricted, n, all)));
    }
    Ok(path)
}

/// Wald's statistic or LM under a robust covariance: a regression at every date. A date at which it cannot be had is passed
/// over.
pub(super) fn robust(
    design: &Design,
    terms: &[String],
    covariance: Covariance,
    statistic: BreakStatistic,
    dates: RangeInclusive<usize>,
) -> Result<Vec<(usize, f64)>, Error> {
    let null = Ols::fit(design)?;
    let names: Vec<String> = terms.iter().map(|term| format!("{term} after")).collect();
    let mut path = Vec::new();
    for b in dates {
        let columns = Regimes::new(design, b).changes(terms)?.into_iter().map(Array1::from_vec);
        let design = design.with_columns(names.iter().cloned().zip(columns))?;
        let value = Ols::fit(&design).and_then(|fit| {
            if statistic == BreakStatistic::Lm {
                return Ok(fit.lagrange_multiplier_against(&null, covariance, &names)?.lm);
            }
            Ok(fit.with(covariance)?.wald(&Restriction::zero(names.iter().cloned()))?.chi2)
        });
        path.extend(value.ok().filter(|value| value.is_finite()).map(|value| (b, value)));
    }
    Ok(path)
}

/// Infinite where the larger model fits exactly.
fn value(statistic: BreakStatistic, restricted: f64, unrestricted: f64, n: usize, coefficients: usize) -> f64 {
    let (n, gain) = (n as f64, restricted - unrestricted);
    if unrestricted <= 1e-26 * restricted {
        return f64::INFINITY;
    }
    match statistic {
        BreakStatistic::F => gain / (unrestricted / (n - coefficients as f64)),
        BreakStatistic::Wald => n * gain / unrestricted,
        BreakStatistic::Lr => n * (restricted / unrestricted).ln(),
        BreakStatistic::Lm => n * gain / restricted,
    }
}
