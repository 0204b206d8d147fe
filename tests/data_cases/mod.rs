//! What the tests of the data share.

use std::collections::BTreeMap;

use yalu::datasets::{self, Dataset, Record};
use yalu::{Frame, Period};

mod package;
mod paper;
mod series;

fn dataset(name: &str) -> Dataset {
    datasets::get(name).unwrap()
}

fn frame(name: &str) -> Frame {
    dataset(name).frame().unwrap()
}

fn at(frame: &Frame, column: &str, period: &str) -> Option<f64> {
    let wanted: Period = period.parse().unwrap();
    let cells = frame.column(column).unwrap();
    let row = (0..frame.rows()).find(|i| frame.calendar().stamp(*i).to_string() == wanted.to_string()).unwrap();
    cells[row]
}

fn text(record: Record<'_>, column: &str) -> String {
    record.get(column).unwrap().to_owned()
}

/// A row of one of the paper's tables: period → value.
fn printed_row(table: u32, row: &str) -> BTreeMap<String, Option<f64>> {
    let records = dataset(&format!("paper_table{table}")).records().unwrap();
    let cells = records.iter().filter(|cell| text(*cell, "row") == row);
    cells.map(|cell| (text(cell, "period"), cell.number("value").unwrap())).collect()
}
