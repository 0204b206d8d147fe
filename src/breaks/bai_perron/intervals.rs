//! Confidence intervals of break dates (Bai 1997).

use ndarray::Array2;
use serde::Serialize;

use crate::breaks::BreakDate;
use crate::dist::break_date;
use crate::regression::{Covariance, Fit};
use crate::{Design, Error, ErrorKind};

/// What an interval supposes of the regimes; by default regressors and error variances differ between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intervals {
    /// The coverage; 0.95 unless set.
    pub level: f64,
    /// Whether the regressors have one second moment in all regimes.
    pub same_regressors: bool,
    /// Whether the errors have one variance in all regimes.
    pub same_errors: bool,
    /// The covariance of the scores within a regime: classical unless set.
    pub covariance: Covariance,
}

impl Default for Intervals {
    fn default() -> Self {
        Self { level: 0.95, same_regressors: false, same_errors: false, covariance: Covariance::Classical }
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
}

/// Second moments of the regressors and of the scores, per row.
struct Moments {
    regressors: Array2<f64>,
    scores: Array2<f64>,
}

pub(super) fn intervals(
    design: &Design,
    before: &[usize],
    regimes: &[Fit],
    settings: Intervals,
) -> Result<Vec<DateInterval>, Error> {
    if !(settings.level > 0.0 && settings.level < 1.0) {
        return Err(Error::new(
            ErrorKind::Argument,
            format!("a coverage of {} is not between 0 and 1", settings.level),
        )
        .remedy("0.95 is the usual one"));
    }
    let moments = regimes.iter().map(|fit| moments(design, fit, regimes, settings)).collect::<Result<Vec<_>, _>>()?;
    let stamps = design.stamps();
    let one = |(j, &b): (usize, &usize)| {
        let change = regimes[j + 1].coefficients() - regimes[j].coefficients();
        let form = |matrix: &Array2<f64>| change.dot(&matrix.dot(&change));
        let [(q1, o1), (q2, o2)] = [j, j + 1].map(|i| (form(&moments[i].regressors), form(&moments[i].scores)));
        let (below, above) = break_date::interval(settings.level, q2 / q1, o2 / o1);
        let scale = q1 * q1 / o1;
        DateInterval {
            date: BreakDate { last_before: stamps[b - 1], first_after: stamps[b] },
            // The estimate errs by the maximiser: the truth lies as far on the other side.
            lower: (b as f64 - above / scale).floor() as i64,
            estimate: b as i64,
            upper: (b as f64 + below / scale).ceil() as i64,
        }
    };
    Ok(before.iter().enumerate().map(one).collect())
}

fn moments(design: &Design, fit: &Fit, regimes: &[Fit], settings: Intervals) -> Result<Moments, Error> {
    let second = |x: &Array2<f64>| x.t().dot(x) / x.nrows() as f64;
    let regressors = second(if settings.same_regressors { design.x() } else { fit.design().x() });
    let squares = |fit: &Fit| fit.residuals().mapv(|e| e * e).sum();
    let scores = match settings.covariance {
        Covariance::Classical => {
            let variance = if settings.same_errors {
                regimes.iter().map(squares).sum::<f64>() / design.nobs() as f64
            } else {
                squares(fit) / fit.nobs() as f64
            };
            &regressors * variance
        }
        covariance => {
            let n = fit.nobs() as f64;
            let own = second(fit.design().x()) * n;
            own.dot(&fit.with(covariance)?.vcov()).dot(&own) / n
        }
    };
    Ok(Moments { regressors, scores })
}
