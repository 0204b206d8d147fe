//! Showing where in a formula something is wrong.

use std::ops::Range;

use crate::Error;

/// Bytes of a formula's text.
pub(super) type Span = Range<usize>;

/// How many characters of a long formula are shown on either side of the place.
const AROUND: usize = 50;

/// The error with the place in the formula: its column, and the text with a line of carets under it.
pub(super) fn located(error: Error, text: &str, span: &Span) -> Error {
    let before = text.get(..span.start).unwrap_or(text).chars().count();
    error.with_snippet(&snippet(text, span)).at_column(before + 1)
}

fn snippet(text: &str, span: &Span) -> String {
    let before: Vec<char> = text.get(..span.start).unwrap_or(text).chars().collect();
    let marked: Vec<char> = text.get(span.clone()).unwrap_or_default().chars().collect();
    let from = before.len().saturating_sub(AROUND);
    let shown = &before[from..];
    let rest: Vec<char> = text.get(span.start..).unwrap_or_default().chars().take(marked.len() + AROUND).collect();
    let (opening, closing) = (if from > 0 { "…" } else { "" }, if reaches_end(text, span, &rest) { "" } else { "…" });
    let line: String =
        shown.iter().chain(&rest).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { *c }).collect();
    let indent = opening.chars().count() + shown.iter().map(|c| width(*c)).sum::<usize>();
    let carets = marked.iter().map(|c| width(*c)).sum::<usize>().max(1);
    format!("    {opening}{line}{closing}\n    {}{}", " ".repeat(indent), "^".repeat(carets))
}

fn reaches_end(text: &str, span: &Span, rest: &[char]) -> bool {
    let shown: usize = rest.iter().map(|c| c.len_utf8()).sum();
    span.start + shown >= text.len()
}

/// Terminal cells: East Asian characters take two.
fn width(c: char) -> usize {
    let wide = matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6);
    1 + usize::from(wide)
}
