//! One file for each format; each knows only the table.

mod csv;
mod grid;
mod html;
mod json;
mod latex;
mod latex_escape;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use super::{Format, Table};

pub(crate) use html::paragraphs;
pub use latex::latex_document;
pub use wrap::wrap;
pub(crate) use wrap::wrapped;

pub(super) fn render(table: &Table, format: Format) -> String {
    match format {
        Format::Text => text::render(table),
        Format::Markdown => markdown::render(table),
        Format::Latex => latex::render(table),
        Format::Html => html::render(table),
        Format::Csv => csv::render(table),
        Format::Json => json::render(table),
    }
}
