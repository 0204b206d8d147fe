//! Confidence intervals of break dates (Bai 1997; Bai and Perron 2003).

use std::ops::Range;

use serde::Serialize;

use super::errors::RegimeErrors;
use super::model::{Broken, Model, scores};
use crate::breaks::BreakDate;
use crate::dist::break_date;
use crate::linalg::dot;
use crate::{Error, ErrorKind, Stamp};

/// What an interval supposes of the regimes; by default regressors and error variances differ between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intervals {
    /// The coverage; 0.95 unless set.
    pub level: f64,
    /// Whether the regressors have one second moment in all regimes.
    pub same_regressors: bool,
    /// The errors: a variance in each regime unless set.
    pub errors: RegimeErrors,
}

impl Default for Intervals {
    fn default() -> Self {
        Self { level: 0.95, same_regressors: false, errors: RegimeErrors::VarianceByRegime }
    }
}

/// An estimated date and the dates between which the true one lies with the coverage asked for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DateInterval {
    /// The estimate.
    pub date: BreakDate,
    /// The lower end: rows before the break; it may lie before the first row.
    pub lower: i64,
    /// The rows before the estimated break.
    pub estimate: i64,
    /// The upper end; it may lie beyond the last row.
    pub upper: i64,
    /// The lower end as a date; `None` where it lies outside the sample.
    pub lower_date: Option<BreakDate>,
    /// The upper end as a date; `None` where it lies outside the sample.
    pub upper_date: Option<BreakDate>,
}

/// Second moments of the changing regressors and of their scores, per row.
struct Moments {
    regressors: Vec<f64>,
    scores: Vec<f64>,
}

pub(super) fn intervals(
    model: &Model,
    broken: &Broken,
    stamps: &[Stamp],
    settings: Intervals,
) -> Result<Vec<DateInterval>, Error> {
    if !(settings.level > 0.0 && settings.level < 1.0) {
        return Err(Error::new(
            ErrorKind::Argument,
            format!("a coverage of {} is not between 0 and 1", settings.level),
        )
        .remedy("0.95 is the usual one"));
    }
    let regimes = broken.edges.windows(2).map(|edge| moments(model, broken, edge[0]..edge[1], settings));
    let moments = regimes.collect::<Result<Vec<_>, _>>()?;
    let at = |before: i64| {
        let before = usize::try_from(before).ok().filter(|before| *before > 0)?;
        Some(BreakDate { last_before: *stamps.get(before - 1)?, first_after: *stamps.get(before)? })
    };
    let one = |j: usize| -> Result<DateInterval, Error> {
        let change: Vec<f64> = std::iter::zip(&broken.delta[j + 1], &broken.delta[j]).map(|(a, b)| a - b).collect();
        let form = |matrix: &[f64]| {
            matrix
                .chunks_exact(change.len())
                .zip(&change)
                .map(|(row, change_i)| change_i * dot(row, &change))
                .sum::<f64>()
        };
        let [(q1, o1), (q2, o2)] = [j, j + 1].map(|i| (form(&moments[i].regressors), form(&moments[i].scores)));
        let before = broken.edges[j + 1] as i64;
        let date = BreakDate { last_before: stamps[broken.edges[j + 1] - 1], first_after: stamps[broken.edges[j + 1]] };
        if !(q1 > 0.0 && q2 > 0.0 && o1 > 0.0 && o2 > 0.0) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("the break at {date} has no interval: a regime beside it is fitted exactly"),
            )
            .remedy("suppose one variance in all regimes"));
        }
        let (below, above) = break_date::interval(settings.level, q2 / q1, o2 / o1);
        let scale = q1 * q1 / o1;
        // The estimate errs by the maximiser: the truth lies as far on the other side.
        let lower = (before as f64 - above / scale).floor() as i64;
        let upper = (before as f64 + below / scale).ceil() as i64;
        Ok(DateInterval { date, lower, estimate: before, upper, lower_date: at(lower), upper_date: at(upper) })
    };
    (0..broken.breaks()).map(one).collect()
}

fn moments(model: &Model, broken: &Broken, rows: Range<usize>, settings: Intervals) -> Result<Moments, Error> {
    let q = model.moving.len();
    let second = |rows: Range<usize>| -> Vec<f64> {
        let of = |i: usize| &model.moving[i][rows.clone()];
        (0..q * q).map(|at| dot(of(at / q), of(at % q)) / rows.len() as f64).collect()
    };
    let own = second(rows.clone());
    let mean_square = |rows: Range<usize>| {
        let left = &broken.residuals[rows];
        dot(left, left) / left.len() as f64
    };
    let regressors = if settings.same_regressors { second(0..model.nobs()) } else { own };
    let times = |variance: f64| regressors.iter().map(|value| value * variance).collect();
    let scores = match settings.errors {
        RegimeErrors::OneVariance => times(mean_square(0..model.nobs())),
        RegimeErrors::VarianceByRegime => times(mean_square(rows)),
        errors => {
            let n = rows.len() as f64;
            let (scores, looked_at) = scores(&model.moving, &broken.residuals, rows);
            errors.of_scores(scores, q, &looked_at)?.into_iter().map(|value| value / n).collect()
        }
    };
    Ok(Moments { regressors, scores })
}
