//! Is a series stationary, and if not, how often must it be differenced?
//!
//! | module | null hypothesis |
//! |---|---|
//! | [`adf`] | a unit root; lags of the difference take up autocorrelation |
//!
//! Every test names the deterministic terms it allows ([`Terms`]), how its lags were chosen ([`Lags`]) and whose
//! response surface its p-value comes from.

pub mod adf;
pub(crate) mod core;
pub(crate) mod input;
mod lags;

pub use crate::dist::dickey_fuller::Terms;
pub use adf::{Adf, AdfResult};
pub use lags::{LagOrder, LagRule, Lags};
