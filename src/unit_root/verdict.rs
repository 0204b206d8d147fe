//! What these tests say in the same words.

use crate::{Error, ErrorKind, Note, Series};

/// The note for an estimated root above one.
pub(crate) fn explosive(name: &str, coefficient: f64) -> Option<Note> {
    (coefficient > 0.0).then(|| {
        Note::new(format!(
            "The estimated root of {name} is above one: the series explodes, which the test counts neither as a unit root nor as stationarity."
        ))
    })
}

/// Why a regression with too few residual degrees of freedom has no number.
pub(crate) fn too_few(rows: usize, coefficients: usize, min_df: usize) -> Option<String> {
    let df = rows.saturating_sub(coefficients);
    (df < min_df).then(|| {
        format!(
            "not identified: {rows} rows less {coefficients} coefficient{} leave {df} residual degrees of freedom, fewer than {min_df}",
            if coefficients == 1 { "" } else { "s" }
        )
    })
}

/// The error for a test regression whose regressors are collinear, or that leaves no residual.
pub(crate) fn degenerate(test: &str, series: &Series, lags: usize) -> Error {
    let message = format!(
        "{test} on `{}` has no statistic: with lags = {lags} its regressors are collinear or it fits exactly",
        series.name()
    );
    Error::new(ErrorKind::Collinear, message).remedy("use fewer lags, or a series that is not a formula")
}
