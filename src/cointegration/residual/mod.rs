//! Tests that the residuals of a long-run equation have a unit root: no cointegration.
//!
//! | module | statistic | rejects when |
//! |---|---|---|
//! | [`engle_granger`] | τ of an augmented Dickey–Fuller regression of the residuals | small |
//! | [`phillips_ouliaris`] | Zt and Zα of the residuals, Pu and Pz of the system | Zt, Zα small; Pu, Pz large |
//! | [`gregory_hansen`] | the smallest ADF, Zt, Zα over the dates at which the equation may have shifted | small |
//!
//! All but Pz depend on which series stands on the left; Engle–Granger offers every choice.

pub mod engle_granger;
pub mod gregory_hansen;
pub mod phillips_ouliaris;
mod shift;
mod system;
mod verdict;
mod z;

use super::equation::Equation;
use crate::Note;

pub use engle_granger::{EngleGranger, EngleGrangerResult};
pub use gregory_hansen::{GregoryHansen, GregoryHansenResult, Shift};
pub use phillips_ouliaris::{PhillipsOuliaris, PhillipsOuliarisResult};

/// The note on residuals whose autoregression has a root above one.
fn residuals_explode(equation: &Equation) -> Note {
    Note::new(format!("The residuals of {} explode: their estimated root is above one.", equation.in_words()))
}
