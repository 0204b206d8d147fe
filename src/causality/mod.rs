//! Granger causality in its several forms.
//!
//! | module | question |
//! |---|---|
//! | [`granger`] | do the past values of one series help to predict another, beyond that one's own past? |
//! | [`toda_yamamoto`] | the same for series in levels that may be integrated, by adding lags that are not tested |
//! | [`size`] | how often do these tests reject a true null in samples of this length? |
//!
//! Both tests run in both directions at once and report every convention of the statistic that other programs print.

mod constructed;
pub(crate) mod deterministic;
pub mod granger;
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
pub mod toda_yamamoto;
mod words;

pub use crate::regression::Criterion;
pub(crate) use constructed::check as check_constructed;
pub use granger::Granger;
pub(crate) use order::criteria;
pub use result::CausalityResult;
pub use setters::LagOrders;
pub use test::CausalityTest;
pub use toda_yamamoto::TodaYamamoto;
