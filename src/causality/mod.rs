//! Granger causality in its several forms.
//!
//! | module | question |
//! |---|---|
//! | [`granger`] | do the past values of one series help to predict another, beyond that one's own past? |
//! | [`toda_yamamoto`] | the same for series in levels that may be integrated, by adding lags that are not tested |
//! | [`time_varying`] | in which windows of the sample does one help to predict the other? |
//! | [`diks_panchenko`] | does one depend on the past of the other in any way, linear or not? |
//! | [`hong`] | is one, freed of its own past, correlated with the past of the other at any lag? |
//! | [`quantile`] | does the past of one move any part of the other's distribution, by quantiles? |
//! | [`transfer_entropy`] | how much does the past of one tell about the other, in nats? |
//! | [`block`] | the same for several causes and effects at once, and within a period |
//! | [`all_pairs`] | every ordered pair of several series, with p-values adjusted for their number |
//! | [`dumitrescu_hurlin`] | in a panel: does one help to predict the other in at least one unit? |
//! | [`frequency`] | at which frequencies does one series help to predict another? (Breitung and Candelon) |
//! | [`geweke`] | how much, in time and by frequency? |
//! | [`change`] | does one help to predict the other differently after a date? |
//! | [`bootstrap`] | p-values from series without causality |
//! | [`hsiao`] | lags chosen for each series by itself |
//! | [`conventions`] | the twelve p-values that programs print for one null |
//! | [`size`] | how often do these tests reject a true null in samples of this length? |
//!
//! The tests run in both directions at once and report every convention of the statistic that other programs print.

mod aligned;
pub mod all_pairs;
pub mod block;
pub mod bootstrap;
pub mod change;
mod constructed;
pub mod conventions;
pub(crate) mod deterministic;
pub mod diks_panchenko;
pub mod dumitrescu_hurlin;
mod equation;
pub mod frequency;
pub mod geweke;
pub mod granger;
pub mod hong;
pub mod hsiao;
mod lag_reduction;
mod lag_set;
mod order;
pub mod quantile;
mod recursion;
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
pub mod transfer_entropy;
mod two_way;
mod wilks;
mod words;

pub use crate::regression::Criterion;
pub use all_pairs::{AllPairs, AllPairsResult, PairTest};
pub use block::{BlockGranger, BlockResult, BlockTest};
pub use bootstrap::Bootstrap;
pub use change::{CausalityChange, CausalityChangeResult, ChangeTest};
pub(crate) use constructed::check as check_constructed;
pub use conventions::{ConventionRow, ConventionTable, Conventions};
pub use diks_panchenko::DiksPanchenko;
pub use dumitrescu_hurlin::DumitrescuHurlin;
pub use frequency::{BreitungCandelon, FrequencyPoint, FrequencyResult, FrequencyTest};
pub use geweke::{Geweke, GewekeResult};
pub use granger::Granger;
pub use hong::Hong;
pub use hsiao::LagPrice;
pub use lag_set::LagSet;
pub(crate) use order::criteria;
pub use quantile::QuantileGranger;
pub use result::CausalityResult;
pub use setters::LagOrders;
pub use test::CausalityTest;
pub use time_varying::TimeVaryingGranger;
pub use toda_yamamoto::TodaYamamoto;
pub use transfer_entropy::TransferEntropy;
pub use two_way::{TwoWayResult, TwoWayTest};
