//! What the terminal shows: the whole in a minute.

use std::fmt::Write;

use super::headlines::headlines;
use super::price_volume_in_words;
use crate::replication::run::{LEVEL, Replication};

/// What the replication comes to, in lines of at most 100 characters.
pub(in crate::replication) fn summary(replication: &Replication) -> String {
    let mut out = String::new();
    let ledger = &replication.ledger;
    line(&mut out, &format!("The ledger: {} claims of the paper.", ledger.len()));
    for (verdict, count) in ledger.counts() {
        line(&mut out, &format!("  {count:>4} {verdict}"));
    }
    let identities = replication.audit.iter().count();
    let failing = replication.audit.mismatches().count();
    line(&mut out, &format!("\nThe tables: {failing} of {identities} identities fail beyond rounding."));
    out.push_str("\nWhat does not hold, among others:\n");
    for headline in headlines(ledger) {
        line(&mut out, &format!("  · {headline}"));
    }
    out.push_str("\nDo exports Granger-cause imports?\n");
    line(
        &mut out,
        "  · The paper's monthly result cannot be replicated: its data, lags and form were never published.",
    );
    let causality = &replication.causality;
    for words in causality.in_words(LEVEL) {
        line(&mut out, &format!("  · {words}"));
    }
    out.push_str("\nBefore and after May 24, 2010:\n");
    for words in replication.before_after.in_words(LEVEL) {
        line(&mut out, &format!("  · {words}"));
    }
    out.push_str("\nPrice or volume?\n");
    for change in &replication.price_volume.changes {
        line(&mut out, &format!("  · {}.", price_volume_in_words(change)));
    }
    out
}

/// Appends a paragraph, broken at 100 characters; what hangs on an indent stays indented.
fn line(out: &mut String, text: &str) {
    const WIDTH: usize = 100;
    let indent = if text.starts_with("  ·") { "    " } else { "" };
    let mut width = 0;
    for (i, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if i > 0 && width + 1 + length > WIDTH {
            let _ = write!(out, "\n{indent}{word}");
            width = indent.len() + length;
        } else {
            let space = if i > 0 { " " } else { "" };
            let _ = write!(out, "{space}{word}");
            width += space.len() + length;
        }
    }
    out.push('\n');
}
