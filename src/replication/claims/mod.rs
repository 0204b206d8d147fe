//! The ledger: every number and every testable sentence of the paper, with a verdict that is computed.
//!
//! A claim is one entry in one place: its text, its check and its expectation together. A verdict is never declared;
//! it follows from the printed digits ([`printed`](super::printed)) and from the [evidence](super::evidence). The
//! paper's numbers are read from the bundled transcription, so each is written down once.
//!
//! ```
//! use yalu::replication::{claims::Ledger, evidence::Evidence};
//! let ledger = Ledger::compute(&Evidence::bundled()?)?;
//! let fall = ledger.get("effects-exports-fall")?;
//! assert_eq!(fall.paper, "$227 million");
//! assert_eq!(fall.verdict.to_string(), "differs (own tables)");
//! # Ok::<(), yalu::Error>(())
//! ```

mod balance;
mod bennet;
mod causal;
mod claim;
mod conclusion;
mod effects;
mod entry;
mod garments;
mod imports;
mod infrastructure;
mod iron_ore;
mod ledger;
mod minerals;
mod platforms;
mod services;
mod share_myth;
mod tables;
mod verdict;
mod volume;
mod years;

pub use claim::{Claim, Judgement};
pub use entry::{Entry, Value};
pub use ledger::Ledger;
pub use verdict::{Basis, Relation, Verdict};

/// Every claim, in the paper's order: a section's text, then its tables.
pub fn claims() -> Vec<Claim> {
    let parts: [Vec<Claim>; 17] = [
        volume::trends(),
        volume::claims(),
        tables::claims(1),
        balance::claims(),
        tables::claims(2),
        services::claims(),
        tables::claims(3),
        tables::claims(4),
        minerals::claims(),
        iron_ore::claims(),
        platforms::claims(),
        infrastructure::claims(),
        effects::claims(),
        garments::claims(),
        tables::claims(5),
        imports::claims(),
        tables::claims(6),
    ];
    parts.into_iter().flatten().chain(conclusion::claims()).collect()
}

/// Why a number that only points ("compared to 2014") is not an assertion of its own.
const POINTS: &str =
    "a point of reference, which asserts nothing by itself; the claims of the same sentence are tested";
/// Why the record of diplomacy is outside what trade data can decide.
const RECORD: &str = "a matter of the political record; no trade figure bears on it";
