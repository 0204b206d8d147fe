//! The ledger: every number and every testable sentence of the paper, with a verdict that is computed.
//!
//! A claim is one entry in one place: its text, its check and its expectation together. A verdict is never declared;
//! it follows from the printed digits ([`printed`](crate::replication::printed)) and from the
//! [evidence](crate::replication::evidence).

mod claim;
mod verdict;

pub use claim::{Claim, Entry, Judgement, Value};
pub use verdict::{Basis, Verdict};
