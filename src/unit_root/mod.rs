//! Is a series stationary, and if not, how often must it be differenced?
//!
//! | module | null hypothesis |
//! |---|---|
//! | [`adf`] | a unit root; lags of the difference take up autocorrelation |
//! | [`phillips_perron`] | a unit root; a long-run variance takes up autocorrelation |
//! | [`kpss`] | stationarity |
//! | [`variance_ratio`] | a random walk: uncorrelated changes |
//!
//! Every test names the deterministic terms it allows ([`Terms`]), how its lags were chosen ([`Lags`]) and whose
//! response surface its p-value comes from.

pub mod adf;
mod bandwidth;
mod core;
mod input;
mod joint;
pub mod kpss;
mod lags;
mod law;
pub mod phillips_perron;
pub mod variance_ratio;
mod words;

pub use crate::dist::dickey_fuller::Terms;
pub use adf::{Adf, AdfResult};
pub use bandwidth::{BartlettLags, BartlettOrder};
pub use kpss::{Kpss, KpssResult};
pub use lags::{LagOrder, LagRule, Lags};
pub use phillips_perron::{PhillipsPerron, PhillipsPerronResult};
pub use variance_ratio::{HorizonRatio, VarianceRatio, VarianceRatioResult};
