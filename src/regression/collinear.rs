//! The refusal of collinear regressors, in words.

use crate::linalg::{Dependence, Reduction};
use crate::{Error, ErrorKind};

/// Refuses the first of the columns `0..k` that is a linear combination of those before it.
///
/// `name` gives a column's name and `constant` its value if it is one number in every row.
pub(crate) fn refuse_collinear(
    reduction: &Reduction,
    k: usize,
    name: impl Fn(usize) -> String,
    constant: impl Fn(usize) -> Option<f64>,
) -> Result<(), Error> {
    let Some(Dependence { column, combination }) = reduction.dependence(k) else {
        return Ok(());
    };
    let term = name(column);
    let message = match (constant(column), combination.as_slice()) {
        (Some(0.0), _) | (_, []) => format!("`{term}` is zero in every row"),
        (Some(value), [(other, _)]) if constant(*other).is_some() => {
            format!("`{term}` does not vary: it is {value} in every row, which `{}` already stands for", name(*other))
        }
        _ => format!("`{term}` is a linear combination of other regressors: {term} = {}", sum(&combination, &name)),
    };
    Err(Error::new(ErrorKind::Collinear, message).remedy(format!("leave out `{term}` or one of the others")))
}

/// "2 × a − b", coefficients at six digits.
fn sum(combination: &[(usize, f64)], name: &impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for (position, &(column, weight)) in combination.iter().enumerate() {
        let sign = match (position, weight < 0.0) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        let size = significant(weight.abs());
        text += sign;
        if size != 1.0 {
            text += &format!("{size} × ");
        }
        text += &name(column);
    }
    text
}

/// Rounded to six significant digits, so that 0.9999999999999998 reads as the 1 it is.
fn significant(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}
