//! The number of long-run relations in a vector error-correction model.

mod builder;
mod canonical;
mod matrix;
mod rank;
mod restricted;
mod restrictions;
mod system;
mod tables;
mod terms;
mod vecm;
mod words;

pub use crate::dist::johansen::Case;
pub use builder::Johansen;
pub use rank::{JohansenResult, RankRow};
pub use restricted::RestrictionTest;
pub use restrictions::Restrictions;
pub use vecm::{Divisor, Vecm};
