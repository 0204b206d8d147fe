//! Hypotheses and results in words.

use super::test::Direction;
use crate::Series;

/// The test's name in sentences.
pub(super) fn name_of(extra: usize) -> &'static str {
    if extra == 0 { "Granger" } else { "Toda–Yamamoto" }
}

/// "1 lag", "4 lags".
pub(super) fn lags(count: usize) -> String {
    if count == 1 { "1 lag".into() } else { format!("{count} lags") }
}

/// Null and alternative hypothesis with the user's names.
pub(super) fn hypotheses(direction: Direction<'_>, given: &[Series], lags: usize, extra: usize) -> (String, String) {
    let (cause, effect) = (direction.cause.name(), direction.effect.name());
    let beside = match given {
        [] => String::new(),
        given => {
            let names: Vec<&str> = given.iter().map(Series::name).collect();
            format!(", given {}", names.join(", "))
        }
    };
    let (which, zero, some) = match (lags, extra) {
        (1, 0) => ("1 lag".to_owned(), "has a zero coefficient", "has a coefficient other than zero"),
        (1, _) => (format!("first of {} lags", 1 + extra), "has a zero coefficient", "has a coefficient other than zero"),
        (p, 0) => (format!("{p} lags"), "have zero coefficients", "do not all have zero coefficients"),
        (p, d) => {
            (format!("first {p} of {} lags", p + d), "have zero coefficients", "do not all have zero coefficients")
        }
    };
    (
        format!("{cause} do not Granger-cause {effect}{beside}: their {which} {zero}"),
        format!("{cause} Granger-cause {effect}{beside}: their {which} {some}"),
    )
}
