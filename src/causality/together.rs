//! The lags of a system and the rows that they leave.

use super::deterministic::Deterministic;
use super::order::criteria;
use crate::linalg::Reduction;
use crate::regression::{Criterion, refuse_collinear};
use crate::{Error, ErrorKind, Sample, Series, Stamp};

/// How the number of lags is found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum LagChoice {
    /// One, since nothing was said.
    Default,
    /// This number.
    Given(usize),
    /// The one that a criterion prefers among 1 to the second.
    Chosen(Criterion, usize),
}

/// The rows left when the first `skip` periods of the series serve as lags only.
pub(crate) fn rows_after(series: &[Series], skip: usize) -> Sample {
    let one = &series[0];
    let skip = skip.min(one.len().saturating_sub(1));
    Sample { first: Stamp::Period(one.start().plus(skip as i64)), last: Stamp::Period(one.end()), n: one.len() - skip }
}

/// The number of lags of a vector autoregression of the series, and who chose it.
///
/// # Errors
/// If it is zero, or a criterion has too few observations or too exact a fit to choose by.
pub(crate) fn order(
    choice: LagChoice,
    series: &[Series],
    deterministic: &Deterministic,
) -> Result<(usize, String), Error> {
    let (lags, chosen_by) = match choice {
        LagChoice::Default => (1, "default".to_owned()),
        LagChoice::Given(lags) => (lags, "user".to_owned()),
        LagChoice::Chosen(criterion, longest) => {
            let lags = by_criterion(criterion, longest, series, deterministic)?;
            let sample = rows_after(series, longest);
            (lags, format!("{criterion} of the VAR among 1 to {longest} lags, {sample}"))
        }
    };
    if lags == 0 {
        return Err(
            Error::new(ErrorKind::Argument, "a test with 0 lags has nothing to test").remedy("give at least one lag")
        );
    }
    Ok((lags, chosen_by))
}

fn by_criterion(
    criterion: Criterion,
    longest: usize,
    series: &[Series],
    deterministic: &Deterministic,
) -> Result<usize, Error> {
    if longest == 0 {
        return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
            .remedy("let the criterion choose from at least one lag"));
    }
    let length = series[0].len();
    let regressors = deterministic.count(&series[0]).saturating_add(longest.saturating_mul(series.len()));
    let needed = longest.saturating_add(regressors).saturating_add(series.len() + 1);
    if length < needed {
        let message = format!("choosing among 1 to {longest} lags needs {needed} observations, found {length}");
        return Err(Error::new(ErrorKind::Sample, message)
            .remedy("let the criterion choose among fewer lags, or give a longer sample"));
    }
    let columns = deterministic.columns(&series[0], longest)?;
    let columns: Vec<&[f64]> = columns.iter().map(|(_, values)| values.as_slice()).collect();
    let values: Vec<&[f64]> = series.iter().map(Series::values).collect();
    let values = criteria(criterion, &columns, &values, longest);
    let best = (0..values.len()).min_by(|a, b| values[*a].total_cmp(&values[*b])).filter(|i| values[*i].is_finite());
    best.map(|i| i + 1).ok_or_else(|| {
        Error::new(
            ErrorKind::Collinear,
            format!("{criterion} cannot choose the lags: the series reproduce one another exactly"),
        )
        .remedy("leave out a series that is a combination of the others' lags")
    })
}

/// Refuses terms and lags 1 to `depth` of the series that are combinations of each other, by name.
pub(crate) fn refuse_collinear_lags(
    deterministic: &[(String, Vec<f64>)],
    series: &[Series],
    depth: usize,
) -> Result<(), Error> {
    let lags: Vec<(usize, usize)> = (0..series.len()).flat_map(|i| (1..=depth).map(move |lag| (i, lag))).collect();
    let lagged = |&(i, lag): &(usize, usize)| {
        let values: &[f64] = series[i].values();
        &values[depth - lag..values.len() - lag]
    };
    let terms = deterministic.iter().map(|(_, values)| values.as_slice());
    let columns: Vec<&[f64]> = terms.chain(lags.iter().map(lagged)).collect();
    let name = |column: usize| match column.checked_sub(deterministic.len()) {
        None => deterministic[column].0.clone(),
        Some(lag) => format!("lag({}, {})", series[lags[lag].0].name(), lags[lag].1),
    };
    let constant = |column: usize| {
        let values = columns[column];
        values.first().copied().filter(|first| values.iter().all(|value| value == first))
    };
    refuse_collinear(&Reduction::of_columns(&columns), columns.len(), name, constant)
}
