//! One regression a horizon.

use super::builder::{Errors, Followed, LocalProjection};
use super::columns::Columns;
use super::result::{Estimated, Projection, Regime};
use crate::regression::{Fit, Ols};
use crate::{Error, ErrorKind, Sample};

/// Every horizon, and every regime at each.
pub(super) fn estimate(
    asked: &LocalProjection<'_>,
    columns: &Columns,
    errors: Errors,
) -> Result<Vec<Projection>, Error> {
    let mut rows = Vec::new();
    let mut computed = false;
    for horizon in 0..=asked.horizon {
        match one(asked, columns, errors, horizon) {
            Ok((sample, estimates)) => {
                computed = true;
                rows.extend(estimates.into_iter().map(|(regime, estimate)| Projection {
                    horizon,
                    regime,
                    sample,
                    estimate: Ok(estimate),
                }));
            }
            // What is collinear at once is collinear in the data; later it may be a dummy that the rows have left behind.
            Err(error) if !computed && error.kind() == ErrorKind::Collinear => return Err(error),
            Err(error) => {
                let message = error.message().to_owned();
                let because =
                    if message.starts_with("not identified") { message } else { format!("not identified: {message}") };
                rows.extend(regimes(columns).iter().map(|regime| Projection {
                    horizon,
                    regime: *regime,
                    sample: None,
                    estimate: Err(because.clone()),
                }));
            }
        }
    }
    Ok(rows)
}

fn regimes(columns: &Columns) -> &'static [Regime] {
    if columns.shocks == 1 { &[Regime::All] } else { &[Regime::Within, Regime::Outside, Regime::Difference] }
}

type Estimates = Vec<(Regime, Estimated)>;

fn one(
    asked: &LocalProjection<'_>,
    columns: &Columns,
    errors: Errors,
    horizon: usize,
) -> Result<(Option<Sample>, Estimates), Error> {
    let longest = if asked.common_sample { asked.horizon } else { horizon };
    let (rows, k) = (columns.rows(longest), columns.width());
    let df = rows.saturating_sub(k);
    if rows <= k || df < asked.min_df {
        return Err(Error::new(
            ErrorKind::Sample,
            format!(
                "not identified: {rows} rows less {k} coefficients leave {df} residual degrees of freedom, fewer than {}",
                asked.min_df.max(1)
            ),
        ));
    }
    if horizon == 0 && (columns.held || asked.is_own()) {
        return Ok((None, fixed(columns, if asked.is_own() { columns.unit } else { 0.0 }, df)));
    }
    let covariance = errors.at(horizon);
    let name = asked.response.name();
    let fit = |target: Vec<f64>| Ols::fit(&columns.design(name, target)?)?.with(covariance);
    let target = columns.target(asked.followed, horizon, rows);
    if asked.followed == Followed::Multiplier {
        let own = columns.shock_sum(horizon, rows);
        let (numerator, denominator) = (fit(target.clone())?, fit(own.clone())?);
        let (b, c) = (numerator.coefficients()[0], denominator.coefficients()[0]);
        let multiplier = b / c;
        // The instrument's residuals are those of the target less the multiplier times the sum.
        let left = fit(target.iter().zip(&own).map(|(y, x)| y - multiplier * x).collect())?;
        let estimate = Estimated {
            estimate: multiplier,
            std_error: left.standard_errors()[0] / c.abs(),
            df_resid: df,
            first_stage: Some((c / denominator.standard_errors()[0]).powi(2)),
        };
        return Ok((Some(left.sample()), vec![(Regime::All, estimate)]));
    }
    let fit = fit(target)?;
    Ok((Some(fit.sample()), of_fit(&fit, columns)))
}

/// The coefficients of the shock, times its size.
fn of_fit(fit: &Fit, columns: &Columns) -> Estimates {
    let (coefficients, vcov, unit) = (fit.coefficients(), fit.vcov(), columns.unit);
    let made = |estimate: f64, variance: f64| Estimated {
        estimate: unit * estimate,
        std_error: unit * variance.max(0.0).sqrt(),
        df_resid: fit.df_resid(),
        first_stage: None,
    };
    let own = |i: usize| made(coefficients[i], vcov[[i, i]]);
    if columns.shocks == 1 {
        return vec![(Regime::All, own(0))];
    }
    let difference = made(coefficients[0] - coefficients[1], vcov[[0, 0]] + vcov[[1, 1]] - 2.0 * vcov[[0, 1]]);
    vec![(Regime::Within, own(0)), (Regime::Outside, own(1)), (Regime::Difference, difference)]
}

/// What the order of the series or the size of the shock fixes.
fn fixed(columns: &Columns, value: f64, df_resid: usize) -> Estimates {
    let of = |regime: &Regime| {
        let estimate = if *regime == Regime::Difference { 0.0 } else { value };
        (*regime, Estimated { estimate, std_error: 0.0, df_resid, first_stage: None })
    };
    regimes(columns).iter().map(of).collect()
}
