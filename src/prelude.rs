//! The names a notebook needs; deliberately without a `Result` alias, which would break every later evcxr cell.
pub use crate::{Design, Error, Frame, Frequency, HypothesisTest, Period, Series, TestReport};
