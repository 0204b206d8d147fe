//! The only place that knows a matrix crate.
