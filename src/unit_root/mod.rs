//! Is a series stationary, and if not, how often must it be differenced?
//!
//! | module | null hypothesis |
//! |---|---|
//! | [`adf`] | a unit root; lags of the difference take up autocorrelation |
//! | [`phillips_perron`] | a unit root; a long-run variance takes up autocorrelation |
//! | [`df_gls`] | a unit root; the deterministic terms are removed by GLS first, for power |
//! | [`ers_point_optimal`] | a unit root; the most powerful test against one alternative near it |
//! | [`schmidt_phillips`] | a unit root around a polynomial trend that means the same under both hypotheses |
//! | [`hegy`] | unit roots at the zero and the seasonal frequencies |
//! | [`lee_strazicich`] | a unit root with one or two breaks, against a trend that breaks |
//! | [`zivot_andrews`] | a unit root without a break, against a trend that breaks once |
//! | [`kpss`] | stationarity |
//! | [`variance_ratio`] | a random walk: uncorrelated changes |
//!
//! [`order`] runs them all and says in words where they agree.
//!
//! Every test names the deterministic terms it allows ([`Terms`]), how its lags were chosen ([`Lags`]) and whose
//! response surface its p-value comes from.

pub mod adf;
mod bandwidth;
pub(crate) mod core;
pub mod df_gls;
pub mod ers_point_optimal;
mod gls_detrend;
pub mod hegy;
pub(crate) mod input;
mod joint;
pub mod kpss;
mod lags;
pub(crate) mod law;
pub mod lee_strazicich;
pub mod order;
pub mod phillips_perron;
pub mod schmidt_phillips;
mod setters;
mod test_regression;
pub mod variance_ratio;
mod words;
pub mod zivot_andrews;

pub use crate::dist::dickey_fuller::Terms;
pub use adf::{Adf, AdfResult};
pub use bandwidth::{BartlettLags, BartlettOrder};
pub use df_gls::{DfGls, DfGlsResult};
pub use ers_point_optimal::{ErsPointOptimal, ErsResult};
pub use hegy::{Hegy, HegyResult, SeasonalLaw, SeasonalTerms};
pub use kpss::{Kpss, KpssResult};
pub use lags::{LagOrder, LagRule, Lags};
pub use lee_strazicich::{Breaks, LeeStrazicich, LeeStrazicichResult, LmModel};
pub use order::{IntegrationOrder, OrderResult};
pub use phillips_perron::{PhillipsPerron, PhillipsPerronResult};
pub use schmidt_phillips::{SchmidtPhillips, SchmidtPhillipsResult};
pub use variance_ratio::{HorizonRatio, VarianceRatio, VarianceRatioResult};
pub use zivot_andrews::{BreakIn, ZivotAndrews, ZivotAndrewsResult};
