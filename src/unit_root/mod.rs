//! Is a series stationary, and if not, how often must it be differenced?
//!
//! | module | null hypothesis |
//! |---|---|
//! | [`adf`] | a unit root; lags of the difference take up autocorrelation |
//! | [`hegy`] | unit roots at the zero and the seasonal frequencies |
//! | [`lee_strazicich`] | a unit root with one or two breaks, against a trend that breaks |
//! | [`zivot_andrews`] | a unit root without a break, against a trend that breaks once |
//!
//! Every test names the deterministic terms it allows ([`Terms`]), how its lags were chosen ([`Lags`]) and whose
//! response surface its p-value comes from.

pub mod adf;
mod core;
pub mod hegy;
mod input;
mod lags;
pub mod lee_strazicich;
mod test_regression;
pub mod zivot_andrews;

pub use crate::dist::dickey_fuller::Terms;
pub use adf::{Adf, AdfResult};
pub use hegy::{Hegy, HegyResult, SeasonalLaw, SeasonalTerms};
pub use lags::{LagOrder, LagRule, Lags};
pub use lee_strazicich::{Breaks, LeeStrazicich, LeeStrazicichResult, LmModel};
pub use zivot_andrews::{BreakIn, ZivotAndrews, ZivotAndrewsResult};
