//! What the tests of this chapter say in the same words.

use super::Terms;
use crate::hypothesis::Setting;
use crate::{Error, ErrorKind, Note};

/// The null of a unit-root test.
pub(crate) fn unit_root(name: &str) -> String {
    format!("{name} has a unit root")
}

/// The alternative of a unit-root test, and the null of a test of stationarity.
pub(crate) fn stationary(name: &str, terms: Terms) -> String {
    match terms {
        Terms::None => format!("{name} is stationary around zero"),
        terms => format!("{name} is stationary around its {terms}"),
    }
}

/// The deterministic terms, and whether the user chose them.
pub(crate) fn terms_setting(chosen: Option<Terms>) -> Setting {
    let chosen_by = if chosen.is_some() { "user" } else { "default" };
    Setting::new("deterministic terms", chosen.unwrap_or_default().to_string(), chosen_by)
}

/// Why there is no number, if the residual degrees of freedom are too few.
pub(crate) fn not_identified(rows: usize, coefficients: usize, min_df: usize) -> Option<String> {
    let df = rows.saturating_sub(coefficients);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    (df < min_df).then(|| {
        format!(
            "not identified: {rows} rows less {coefficients} coefficient{} leave {df} residual degree{} of freedom, fewer \
             than {min_df}",
            plural(coefficients),
            plural(df)
        )
    })
}

/// The note on an estimate ρ > 1. Not only ADF is told by it: breaks can fit an explosion so well that a test of them rejects.
pub(crate) fn explosive(name: &str) -> Note {
    Note::new(format!(
        "The estimated root of {name} is above one: the series explodes, which is neither a unit root nor stationarity, \
         whatever the test says."
    ))
}

/// The error for a regression that leaves no residual.
pub(crate) fn exact(test: &str, name: &str) -> Error {
    Error::new(ErrorKind::Collinear, format!("{test} on `{name}`: its regression fits without error"))
        .remedy("a series that its own past determines exactly has nothing to test")
}

/// The error for deterministic terms under which a test has no law.
pub(crate) fn wrong_terms(test: &str, terms: Terms, known: &str) -> Error {
    Error::new(ErrorKind::Argument, format!("{test} has no law for these deterministic terms: {terms}"))
        .remedy(format!("choose {known}"))
}
