//! Comma-separated values: machine names, one record a row, ten significant digits, no title and no notes.

use crate::table::model::GROUP_COLUMN;
use crate::table::{Cell, Line, Table};

pub(super) fn render(table: &Table) -> String {
    if table.columns().is_empty() {
        return String::new();
    }
    let grouped = table.has_groups();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = grouped.then_some(GROUP_COLUMN).into_iter().chain(table.columns().iter().map(|column| column.name()));
    let mut written = writer.write_record(header);
    let mut group = String::new();
    for line in table.lines() {
        match line {
            Line::Rule => {}
            Line::Group(heading) => group.clone_from(heading),
            Line::Row(cells) => {
                let cells = cells.iter().map(Cell::for_file);
                let record = grouped.then(|| group.clone()).into_iter().chain(cells);
                written = written.and_then(|()| writer.write_record(record));
            }
        }
    }
    // Writing to memory fails only for records of unequal length, which a table does not have.
    debug_assert!(written.is_ok());
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
