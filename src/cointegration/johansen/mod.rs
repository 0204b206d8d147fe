//! The number of long-run relations in a vector error-correction model.

mod builder;
mod canonical;
mod matrix;
mod rank;
mod system;
mod tables;
mod terms;
mod vecm;
mod words;

pub use crate::dist::johansen::Case;
pub use builder::Johansen;
pub use rank::{JohansenResult, RankRow};
pub use vecm::{Divisor, Vecm};
