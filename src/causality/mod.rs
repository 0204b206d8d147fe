//! Granger causality in its several forms.
//!
//! | module | question |
//! |---|---|
//! | [`granger`] | do the past values of one series help to predict another, beyond that one's own past? |
//! | [`toda_yamamoto`] | the same for series in levels that may be integrated, by adding lags that are not tested |
//! | [`time_varying`] | in which windows of the sample does one help to predict the other? |
//! | [`diks_panchenko`] | does one depend on the past of the other in any way, linear or not? |
//! | [`hong`] | is one, freed of its own past, correlated with the past of the other at any lag? |
//! | [`size`] | how often do these tests reject a true null in samples of this length? |
//!
//! Both tests run in both directions at once and report every convention of the statistic that other programs print.

mod constructed;
pub(crate) mod deterministic;
pub mod diks_panchenko;
pub mod granger;
pub mod hong;
mod lag_reduction;
mod order;
mod panel;
mod result;
mod robust;
mod setters;
pub mod size;
mod small_sample;
mod spec;
mod test;
pub mod time_varying;
pub mod toda_yamamoto;
mod together;
mod two_way;
mod words;

pub use crate::regression::Criterion;
pub use diks_panchenko::DiksPanchenko;
pub use granger::Granger;
pub use hong::Hong;
pub(crate) use order::criteria;
pub use result::CausalityResult;
pub use setters::LagOrders;
pub use test::CausalityTest;
pub use time_varying::TimeVaryingGranger;
pub use toda_yamamoto::TodaYamamoto;
pub use two_way::{TwoWayResult, TwoWayTest};
