//! Whether the autoregression that the tests start from explodes.

use ndarray::Array2;

use super::system::System;
use crate::Note;
use crate::linalg::{Reduction, eigenvalues, scale_by, solve_upper};

/// Beyond one by more than rounding.
const ABOVE_ONE: f64 = 1.0 + 1e-9;

/// A note if a root of the autoregression without any restriction, in the form zₜ = λ zₜ₋₁, has a modulus above one.
pub(super) fn note(system: &System, reduction: &Reduction) -> Option<Note> {
    let (re, im) = *eigenvalues(&companion(system, reduction))?.first()?;
    let modulus = re.hypot(im);
    (modulus > ABOVE_ONE).then(|| {
        Note::new(format!(
            "The unrestricted autoregression of {} has a root of modulus {modulus:.3}: it explodes, which the tests count \
             neither as a common trend nor as a relation.",
            system.names.join(", ")
        ))
    })
}

/// The matrix that takes (yₜ, Δyₜ … Δyₜ₋ₖ₊₂) to the next date, deterministic terms aside, series in units that make their
/// changes of size one.
fn companion(system: &System, reduction: &Reduction) -> Array2<f64> {
    let (p, fixed) = (system.equations(), system.unrestricted.len());
    let regressors = fixed + system.levels.len();
    let size = p * system.lags;
    // The lagged differences are the last of the unrestricted columns; a restricted term comes after the levels.
    let places: Vec<usize> = (fixed..fixed + p).chain(fixed - (size - p)..fixed).collect();
    let unit = |series: usize| reduction.exponent(regressors + series);
    let mut companion = Array2::zeros((size, size));
    for equation in 0..p {
        let mut weights = reduction.column(regressors + equation)[..regressors].to_vec();
        solve_upper(reduction.triangle(), reduction.columns(), &mut weights);
        for (j, place) in places.iter().enumerate() {
            // The column's own unit, then that of its series.
            let value = scale_by(weights[*place], unit(j % p) - reduction.exponent(*place));
            companion[[equation, j]] = value;
            if system.lags > 1 {
                companion[[p + equation, j]] = value;
            }
        }
        companion[[equation, equation]] += 1.0;
    }
    for lagged in 2 * p..size {
        companion[[lagged, lagged - p]] = 1.0;
    }
    companion
}
