//! Econometrics for claims of the form "X caused Y, and the measure of that date changed it".
#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod breaks;
pub mod causality;
pub mod datasets;
pub mod decomposition;
mod design;
pub mod dist;
mod error;
pub mod formula;
pub mod guide;
pub mod hypothesis;
pub mod interop;
pub mod linalg;
mod note;
pub mod period;
pub mod prelude;
pub mod regression;
pub mod replication;
pub mod resampling;
mod sample;
pub mod selection;
pub mod series;
pub mod table;

pub use design::{Design, DesignBuilder, Indicator};
pub use error::{Error, ErrorKind, Position};
pub use hypothesis::{HypothesisTest, Outcome, PValue, TestReport};
pub use ndarray;
pub use note::Note;
pub use period::{Frequency, Period};
pub use sample::{Sample, Stamp};
pub use series::{Frame, Series};
