//! What the terminal shows: the whole in a minute.

use std::fmt::Write;

use super::headlines::headlines;
use super::price_volume_in_words;
use crate::Error;
use crate::replication::run::{LEVEL, Replication};
use crate::table::wrap;

/// What the replication comes to, in lines of at most 100 characters.
///
/// # Errors
/// Only if a series lacks its name.
pub(in crate::replication) fn summary(replication: &Replication) -> Result<String, Error> {
    let mut out = String::new();
    let ledger = &replication.ledger;
    line(&mut out, &format!("The ledger: {} claims of the paper.", ledger.len()));
    for (verdict, count) in ledger.counts() {
        let _ = writeln!(out, "  {count:>4} {verdict}");
    }
    let identities = replication.audit.iter().count();
    let failing = replication.audit.mismatches().count();
    out.push('\n');
    line(&mut out, &format!("The tables: {failing} of {identities} identities fail beyond rounding."));
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
    line(&mut out, &format!("  · In the long run: {}.", replication.long_run.in_short(LEVEL)));
    let (moved, answers) = replication.systems.responses.moved_by_the_order()?;
    line(
        &mut out,
        &format!("  · Shocks: which flow is taken first decides sign or significance of {moved} of {answers} answers."),
    );
    out.push_str("\nBefore and after May 24, 2010:\n");
    for words in replication.before_after.in_short(LEVEL) {
        line(&mut out, &format!("  · {words}"));
    }
    out.push_str("\nPrice or volume? (USD million, Bennet)\n");
    for change in &replication.price_volume.changes {
        line(&mut out, &format!("  · {}.", price_volume_in_words(change)));
    }
    Ok(out)
}

/// Appends a paragraph, broken at 100 columns; what hangs on a bullet is set in.
fn line(out: &mut String, text: &str) {
    const WIDTH: usize = 100;
    match text.strip_prefix("  · ") {
        Some(body) => {
            let _ = writeln!(out, "  · {}", wrap(body, WIDTH - 4).replace('\n', "\n    "));
        }
        None => {
            let _ = writeln!(out, "{}", wrap(text, WIDTH));
        }
    }
}
