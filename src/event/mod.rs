//! What an event did: to one series, by the path without it; to one unit among many, by units that it did not touch.
//!
//! | module | question |
//! |---|---|
//! | [`interrupted`] | by how much did level, slope, or the one period change at a date, and what does that add up to? |
//! | [`placebo`] | how often would a date at which nothing is said to have happened have shown as much? |
//! | [`rivals`] | what becomes of a coefficient as other explanations enter the same regression? |
//! | [`study`] | period by period around the date: was something there before it, and what came after? |
//! | [`did`] | did units that it touched change otherwise than units that it did not? |
//! | [`synthetic`] | how far did a unit leave a weighted average of others, and would another unit have shown as much? |
//!
//! ```
//! use yalu::event::Interruption;
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(4).replication(0);
//! // From the sixtieth month on the level is three higher.
//! let values = (0..120).map(|t| 0.02 * t as f64 + stream.standard_normal() + if t >= 60 { 3.0 } else { 0.0 }).collect();
//! let start: Period = "2000-01".parse()?;
//! let y = Series::new("y", start, values)?;
//! let question = Interruption::of(&y).at(start.plus(60));
//! assert_eq!(question.run()?.report().rejects(0.01), Some(true));
//! assert_eq!(question.placebo_dates()?.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```

mod base;
pub mod did;
pub mod interrupted;
pub mod placebo;
pub mod rivals;
mod small;
pub mod study;
pub mod synthetic;
mod units;

pub use base::Errors;
pub use did::{DifferenceInDifferences, DifferenceInDifferencesResult};
pub use interrupted::{Change, Interruption, InterruptionResult};
pub use placebo::PlaceboDates;
pub use rivals::{RivalExplanations, RivalPath};
pub use study::{EventStudy, EventStudyResult};
pub use synthetic::{LeaveOneOut, PlaceboUnits, Predictor, SyntheticControl, SyntheticControlResult};
