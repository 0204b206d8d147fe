//! The only place of the library that prints: a notebook shows what a cell prints between evcxr's marks.

use std::io::Write;

use super::{Format, Table, paragraphs, wrapped};
use crate::Note;

impl Note {
    /// Shows the note in a Jupyter notebook; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        show_words(self.text());
    }
}

/// Tables as a terminal shows them, one under the other.
pub(crate) fn text(tables: &[Table]) -> String {
    joined(tables, Format::Text)
}

/// Prints tables for a notebook, as HTML and as plain text; the front end shows the richer one that it can.
pub(crate) fn show(tables: &[Table]) {
    show_as(&joined(tables, Format::Html), &text(tables));
}

/// Prints the same thing for a notebook as HTML and as plain text.
pub(crate) fn show_as(html: &str, text: &str) {
    // Nobody is left to tell when standard output is closed, and a panic would end the notebook's process.
    let _ = std::io::stdout().lock().write_all(blocks(html, text).as_bytes());
}

/// Prints sentences for a notebook, a paragraph for each line of the text.
pub(crate) fn show_words(words: &str) {
    let text: Vec<String> = words.lines().flat_map(|line| wrapped(line, 100)).collect();
    show_as(&paragraphs(words), &text.join("\n"));
}

/// What evcxr reads from standard output: a block for each media type.
fn blocks(html: &str, text: &str) -> String {
    let block =
        |kind, content: &str| format!("EVCXR_BEGIN_CONTENT {kind}\n{}\nEVCXR_END_CONTENT\n", content.trim_end());
    block("text/html", html) + &block("text/plain", text)
}

fn joined(tables: &[Table], format: Format) -> String {
    tables.iter().map(|table| table.render(format)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_block_for_each_media_type() {
        assert_eq!(
            blocks("<p>1</p>\n", "1\n"),
            "EVCXR_BEGIN_CONTENT text/html\n<p>1</p>\nEVCXR_END_CONTENT\n\
             EVCXR_BEGIN_CONTENT text/plain\n1\nEVCXR_END_CONTENT\n"
        );
    }
}
