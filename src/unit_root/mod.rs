//! Is a series stationary, and if not, how often must it be differenced?
//!
//! | module | null hypothesis |
//! |---|---|
//! | [`adf`] | a unit root; lags of the difference take up autocorrelation |
//! | [`df_gls`] | a unit root; the deterministic terms are removed by GLS first, for power |
//! | [`ers_point_optimal`] | a unit root; the most powerful test against one alternative near it |
//! | [`schmidt_phillips`] | a unit root around a polynomial trend that means the same under both hypotheses |
//!
//! [`order`] runs them all and says in words where they agree.
//!
//! Every test names the deterministic terms it allows ([`Terms`]), how its lags were chosen ([`Lags`]) and whose
//! response surface its p-value comes from.

pub mod adf;
mod core;
pub mod df_gls;
pub mod ers_point_optimal;
mod gls_detrend;
mod input;
mod lags;
pub mod order;
pub mod schmidt_phillips;
mod verdict;

pub use crate::dist::dickey_fuller::Terms;
pub use adf::{Adf, AdfResult};
pub use df_gls::{DfGls, DfGlsResult};
pub use ers_point_optimal::{ErsPointOptimal, ErsResult};
pub use lags::{LagOrder, LagRule, Lags};
pub use order::{IntegrationOrder, OrderResult};
pub use schmidt_phillips::{SchmidtPhillips, SchmidtPhillipsResult};
