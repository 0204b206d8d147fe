//! The replication of the paper, claim by claim.
//!
//! [`Evidence`](evidence::Evidence) holds what the paper prints and what others have printed about the same years;
//! the [audit] holds the paper's tables against themselves and against the others; the
//! [ledger](claims::Ledger) has an entry for every number and every testable sentence.

pub mod audit;
pub mod before_after;
pub mod bundle;
pub mod causality;
pub mod claims;
pub mod evidence;
pub mod long_run;
pub mod manifest;
pub mod price_volume;
pub mod printed;
mod report;
mod run;
pub mod samples;
pub mod systems;
mod words;

pub use bundle::{Bundle, Difference};
pub use run::{Exhibit, LEVEL, Replication};
