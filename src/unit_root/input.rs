//! What every test here asks of a series, and the columns its regressions share.

use crate::dist::dickey_fuller::Terms;
use crate::{Error, ErrorKind, Sample, Series, Stamp};

/// An error if the series is one number throughout.
pub(crate) fn refuse_constant(series: &Series) -> Result<(), Error> {
    let values = series.values();
    match values.first() {
        Some(first) if values.iter().any(|value| value != first) => Ok(()),
        _ => Err(Error::new(ErrorKind::Constant, format!("`{}` does not vary", series.name()))
            .remedy("a constant has no order of integration to test")),
    }
}

/// The error for a series that is too short for a test, with what takes up its observations.
pub(crate) fn too_short(test: &str, series: &Series, needed: usize, terms: Terms, lags: usize) -> Error {
    let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    Error::new(
        ErrorKind::Sample,
        format!(
            "{test} on `{}` needs {needed} observations ({}, {}), found {}",
            series.name(),
            plural(terms.count(), "deterministic term"),
            plural(lags, "lag"),
            series.len()
        ),
    )
    .remedy("use fewer lags or a longer sample")
}

/// The rows left after the first `skip` observations.
pub(crate) fn sample_after(series: &Series, skip: usize) -> Sample {
    let skip = skip.min(series.len() - 1);
    Sample {
        first: Stamp::Period(series.start().plus(skip as i64)),
        last: Stamp::Period(series.end()),
        n: series.len() - skip,
    }
}

/// The deterministic columns for observations `from..to`, counted from 0; the trend is 1 in the first observation.
pub(crate) fn deterministic(terms: Terms, from: usize, to: usize) -> Vec<Vec<f64>> {
    let power = |exponent: i32| (from..to).map(|t| ((t + 1) as f64).powi(exponent)).collect();
    (0..terms.count() as i32).map(power).collect()
}

/// The names of the deterministic columns.
pub(crate) fn deterministic_names(terms: Terms) -> Vec<String> {
    ["(Intercept)", "trend()", "trend()^2"][..terms.count()].iter().map(|name| (*name).to_owned()).collect()
}

/// First differences; entry i is the change to observation i + 1.
pub(crate) fn differences(values: &[f64]) -> Vec<f64> {
    values.windows(2).map(|pair| pair[1] - pair[0]).collect()
}
