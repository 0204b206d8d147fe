//! Structural change.
//!
//! | module | question |
//! |---|---|
//! | [`chow`] | are the coefficients the same before and after a date that was known beforehand? |
//! | [`known`] | the same for several dates, some coefficients, any errors, by F, Wald's and LM |
//! | [`end_of_sample`] | do the last (or first) rows, few as they may be, belong to the same regime? |
//! | [`pre_post`] | what are they before and after, by how much did they change, with which errors? |
//! | [`sup_f`] | which date would the data have chosen? |
//! | [`quandt`] | the same of coefficients and variance, by the likelihood of two regressions |
//! | [`bai_perron`] | how many breaks, and which dates? |
//! | [`fluctuation`] | does the relation drift or jump at all: sums of residuals and their boundaries |
//! | [`monitor`] | do rows that come in one by one still follow it? |

pub mod bai_perron;
pub mod chow;
mod date;
pub mod end_of_sample;
pub mod fluctuation;
pub mod known;
pub mod monitor;
pub mod pre_post;
pub mod quandt;
mod regimes;
mod setters;
pub mod sup_f;

pub use bai_perron::{BaiPerron, BreakCriterion, RegimeErrors};
pub use chow::Chow;
pub use date::BreakDate;
pub use end_of_sample::EndOfSample;
pub use fluctuation::{Fluctuation, FluctuationTest};
pub use known::KnownBreaks;
pub use monitor::{Monitor, MonitorTest};
pub use pre_post::PrePost;
pub use quandt::Quandt;
pub use sup_f::SupF;

/// `5 %`, `2.5 %`.
fn level_in_words(level: f64) -> String {
    crate::hypothesis::CriticalValue { level, value: f64::NAN }.level_in_words()
}
