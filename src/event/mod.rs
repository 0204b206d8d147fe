//! What an event did to one series: the path without it, and how far the series left that path.
//!
//! | module | question |
//! |---|---|
//! | [`interrupted`] | by how much did level, slope, or the one period change at a date, and what does that add up to? |
//! | [`placebo`] | how often would a date at which nothing is said to have happened have shown as much? |
//! | [`rivals`] | what becomes of a coefficient as other explanations enter the same regression? |
//! | [`study`] | period by period around the date: was something there before it, and what came after? |
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
pub mod interrupted;
pub mod placebo;
pub mod rivals;
mod small;
pub mod study;

pub use base::Errors;
pub use interrupted::{Change, Interruption, InterruptionResult};
pub use placebo::PlaceboDates;
pub use rivals::{RivalExplanations, RivalPath};
pub use study::{EventStudy, EventStudyResult};
