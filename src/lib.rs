//! Econometrics for claims of the form "X caused Y, and the measure of that date changed it".
//!
//! Does one trade flow drive another? Did a known event change that? How much of a change in value is price, how much
//! volume? Yalu answers with numbers that carry their sample, their settings and their limits, and that agree with R,
//! Stata, statsmodels and gretl once the convention is named.
//!
//! ```
//! use yalu::prelude::*;
//!
//! let trade = datasets::get("paper_trade_annual")?.frame()?; // or Frame::read_csv("trade.csv", &CsvOptions::default())
//! let exports = trade.series("nk_exports_to_china")?.log()?.rename("exports");
//! let imports = trade.series("nk_imports_from_china")?.log()?.rename("imports");
//!
//! let both_ways = Granger::cause(&exports).effect(&imports).lags(1).run()?;
//! let report = both_ways.forward().report();
//! assert_eq!(report.null, "exports do not Granger-cause imports: their 1 lag has a zero coefficient");
//! assert_eq!(report.rejects(0.05), Some(false)); // and the notes say how little 13 rows can show
//! println!("{}", both_ways.in_words(0.05)?);
//! # Ok::<(), Error>(())
//! ```
//!
//! # What it does
//! - **Granger causality** in both directions at once, every convention of the p-value side by side, Toda and Yamamoto's
//!   form for integrated series, conditioning series and dummies in both models, lags by role, blocks, all pairs, causality by
//!   frequency, bootstraps, and the simulated size of the test at your sample size where that is small. The same in windows that
//!   move through the sample, with bootstrap laws and dated episodes; before and after a date, with the test that it changed; at any
//!   quantile, in any form, at any lag, in nats; and the test of a panel's units together.
//! - **What comes before causality in levels**: unit roots and stationarity by ten tests, and a summary in words that says
//!   where they disagree; cointegration in one equation and in a system, with restrictions; bounds tests in which dummies
//!   and seasons stay; long-run estimates. Every p-value says whose law it is from.
//! - **Regressions before and after a date**, with any covariance chosen after estimation; Chow's test; and the dates
//!   the data would have chosen, how many, with which intervals.
//! - **Price and volume**: a change in value split by every usual method, index numbers, bounds where a figure is known
//!   only as "less than".
//! - **Replication**: one paper's argument checked claim by claim from bundled data with their sources.
//!
//! # What it does not
//! - It does not call a predictor a cause. Granger's test is about prediction, and a third series can make or hide it.
//! - It prints no number it cannot stand behind: too few degrees of freedom are "not identified", with the reason; a gap,
//!   a NaN or a collinear regressor is an error that names it and the remedy. Nothing is filled in or dropped in silence.
//! - It does not decide for you: there are no stars unless asked for, and no verdict but `report.rejects(level)`.
//! - It has no panel regressions (of panels it tests causality, unit by unit and jointly), no volatility models, and no instruments
//!   but the shock of a multiplier.
//!
//! # Where things are
//! | module | holds |
//! |---|---|
//! | [`prelude`] | the names a notebook needs |
//! | [`period`], [`series`] | dates as a type; series, frames, panels, reading CSV, transforms, description |
//! | [`formula`], [`Design`] | R-style formulas, or a builder, to a response and named regressors on a stated sample |
//! | [`regression`] | least squares, its covariances, Wald and nested tests, tables |
//! | [`unit_root`], [`cointegration`], [`ardl`] | orders of integration, long-run relations, bounds |
//! | [`var`], [`vecm`], [`local_projection`] | systems: autoregressions, restricted or not, error correction, responses to shocks, forecasts |
//! | [`seasonal`], [`disaggregate`] | seasons found and taken out; annual figures spread over quarters, marked as constructed |
//! | [`causality`], [`breaks`], [`event`], [`decomposition`] | does it predict, did it change, what would have been without it, price or volume |
//! | [`selection`], [`interop`] | controls chosen by the data; linfa's traits |
//! | [`hypothesis`] | the one report of every test, and the [catalogue](hypothesis::catalogue) behind `yalu explain` |
//! | [`table`] | every result as a table: text, Markdown, LaTeX, HTML, CSV, JSON |
//! | [`datasets`], [`replication`] | the bundled data, and the paper they replicate |
//! | [`linalg`], [`dist`], [`resampling`] | factorisations, tail probabilities and laws without formula, random streams |
//! | [`guide`] | a [tutorial](guide::tutorial), [coming from R, Stata or Python](guide::coming_from_r_stata_python), [conventions](guide::conventions), a [glossary](guide::glossary) |
//!
//! Results are plain values that own their data; nothing but `evcxr_display` prints; every refusal is an [`Error`] with a
//! remedy. The same data and settings give the same numbers whatever the number of threads, the locale or the clock.
#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod ardl;
pub mod breaks;
pub mod causality;
pub mod cointegration;
pub mod datasets;
pub mod decomposition;
mod design;
pub mod disaggregate;
pub mod dist;
mod error;
pub mod event;
pub mod formula;
pub mod guide;
pub mod hypothesis;
pub mod interop;
pub mod linalg;
pub mod local_projection;
mod note;
pub mod period;
pub mod prelude;
pub mod regression;
pub mod replication;
pub mod resampling;
mod sample;
pub mod seasonal;
pub mod selection;
pub mod series;
pub mod table;
pub mod unit_root;
pub mod var;
pub mod vecm;

pub use design::{Design, DesignBuilder, Indicator};
pub use error::{Error, ErrorKind, Position};
pub use hypothesis::{HypothesisTest, Outcome, PValue, TestReport};
pub use ndarray;
pub use note::Note;
pub use period::{Frequency, Period};
pub use sample::{Sample, Stamp};
pub use series::{Frame, Panel, Series};
