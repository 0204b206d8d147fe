//! Do integrated series share a long-run relation, and which?
//!
//! | module | question |
//! |---|---|
//! | [`johansen`] | how many relations hold in a system, and what are they? |
//! | [`residual`] | are the residuals of one long-run equation stationary? |
//! | [`long_run`] | what are the coefficients of that equation, with valid standard errors? |

pub(crate) mod equation;
pub mod johansen;
pub mod long_run;
pub mod residual;
mod setters;
pub(crate) mod size;

pub use long_run::{Ccr, Dols, Fmols};
pub use residual::{EngleGranger, GregoryHansen, PhillipsOuliaris};
