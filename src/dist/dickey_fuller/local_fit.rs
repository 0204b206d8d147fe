//! The local regression by which MacKinnon (1996, section 4) interpolates between simulated quantiles.

use crate::linalg::{Reduction, scale_by, solve_upper};

/// One simulated quantile near the place that is asked for.
pub(super) struct Neighbour {
    /// Where it stands on the axis of the regressor.
    pub at: f64,
    /// The regressand.
    pub value: f64,
    /// The probability whose quantile it is.
    pub probability: f64,
    /// The standard error of the quantile.
    pub error: f64,
}

/// The cubic term stays if its t statistic is above this.
const KEEPS_CUBIC: f64 = 2.0;

/// The value at `place` of a cubic (or parabola, if the cubic term does not matter) through the neighbours.
///
/// The errors of two quantiles with probabilities p < q have correlation √(p(1 − q) / (q(1 − p))); `weighted` takes that
/// and their standard errors into account. `None` if there are too few different neighbours.
pub(super) fn value_at(place: f64, neighbours: &[Neighbour], weighted: bool) -> Option<f64> {
    // Measured from the place itself, so that the value there is the intercept and the powers are well conditioned.
    let distance = |neighbour: &Neighbour| neighbour.at - place;
    let powers = (0..4).map(|power| neighbours.iter().map(|n| distance(n).powi(power)).collect());
    let mut columns: Vec<Vec<f64>> = powers.chain([neighbours.iter().map(|n| n.value).collect()]).collect();
    if weighted {
        columns.iter_mut().for_each(|column| whiten(column, neighbours));
    }
    let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let cubic = Reduction::of_columns(&views);
    let t = cubic.column(4)[3] / (cubic.tail_square(4, 4) / neighbours.len().checked_sub(4)? as f64).sqrt();
    let terms = if t.abs() > KEEPS_CUBIC { 4 } else { 3 };
    if cubic.dependence(terms).is_some() {
        return None;
    }
    let mut weights = cubic.column(4)[..terms].to_vec();
    solve_upper(cubic.triangle(), cubic.columns(), &mut weights);
    Some(scale_by(weights[0], cubic.exponent(4) - cubic.exponent(0)))
}

/// Makes the errors of a column uncorrelated and of one variance.
///
/// The covariance of the quantiles' errors is that of a process with independent increments in ln(p/(1 − p)), so each
/// error divided by its standard error is an autoregression of the one before it.
fn whiten(column: &mut [f64], neighbours: &[Neighbour]) {
    let mut before: Option<(f64, f64)> = None;
    for (value, neighbour) in column.iter_mut().zip(neighbours) {
        let odds = neighbour.probability / (1.0 - neighbour.probability);
        let standardised = *value / neighbour.error;
        *value = match before {
            None => standardised,
            Some((odds_before, last)) => {
                let square = odds_before / odds;
                (standardised - square.sqrt() * last) / (1.0 - square).sqrt()
            }
        };
        before = Some((odds, standardised));
    }
}
