//! The replication in words: the terminal's summary, the README, the ledger as a page.

mod findings;
mod headlines;
mod ledger;
mod readme;
mod summary;

pub(super) use ledger::ledger;
pub(super) use readme::readme;
pub(super) use summary::summary;

use std::fmt::Write;

use super::price_volume::MineralChange;
use crate::decomposition::Method;

/// A mineral's change in value with its two effects.
fn price_volume_in_words(change: &MineralChange) -> String {
    match change.by(Method::Bennet) {
        Some(bennet) => format!(
            "{}: {:+.1} = price {:+.1}, volume {:+.1}",
            change.title, bennet.total.change, bennet.total.price, bennet.total.volume
        ),
        None => change.title.clone(),
    }
}

/// Without what would end a Markdown cell.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// A Markdown list.
fn bullets(page: &mut String, sentences: &[String]) {
    for sentence in sentences {
        let _ = writeln!(page, "- {sentence}");
    }
}

/// A Markdown paragraph.
fn paragraph(text: &str) -> String {
    format!("{text}\n\n")
}
