//! A reference case: a data set, the numbers expected from it, and who computed them.
#![allow(dead_code, reason = "each case uses a part of what a fixture can tell")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

/// One folder of `tests/reference`.
pub struct Fixture {
    name: String,
    case: Value,
    columns: BTreeMap<String, Vec<String>>,
}

impl Fixture {
    /// Reads `tests/reference/NAME/{case.json,data.csv}`.
    pub fn load(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reference").join(name);
        let text = std::fs::read_to_string(folder.join("case.json")).expect("the case is there");
        let case = serde_json::from_str(&text).expect("the case is JSON");
        Self { name: name.into(), case, columns: read_columns(&folder.join("data.csv")) }
    }

    /// The names of the data's columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// A column of the data as text.
    pub fn text_column(&self, column: &str) -> &[String] {
        self.columns.get(column).unwrap_or_else(|| panic!("{} has no column {column}", self.name))
    }

    /// A column of the data as numbers.
    pub fn column(&self, column: &str) -> Vec<f64> {
        let cells = self.text_column(column);
        cells.iter().map(|cell| cell.parse().unwrap_or_else(|_| panic!("{cell:?} in {column}"))).collect()
    }

    /// The value expected for a quantity; JSON has no infinities, so these are text.
    pub fn expected(&self, key: &str) -> f64 {
        self.find(key).unwrap_or_else(|| panic!("{} expects no {key}", self.name))
    }

    /// The value expected for a quantity, if the case has it.
    pub fn find(&self, key: &str) -> Option<f64> {
        match &self.case["expected"][key] {
            Value::String(text) => Some(text.parse().expect("a number as text")),
            value => value.as_f64(),
        }
    }

    /// Every quantity the case has an expectation for.
    pub fn keys(&self) -> Vec<&str> {
        self.case["expected"].as_object().expect("expectations").keys().map(String::as_str).collect()
    }

    /// Who computed a quantity.
    pub fn source(&self, key: &str) -> &str {
        self.case["sources"][key].as_str().unwrap_or_default()
    }

    /// The relative tolerance for a quantity on which the witnesses themselves agree less than usual.
    pub fn looser_rtol(&self, key: &str) -> Option<f64> {
        self.case["tolerance_hint"]["looser_rtol"][key].as_f64()
    }
}

fn read_columns(path: &std::path::Path) -> BTreeMap<String, Vec<String>> {
    let mut reader = csv::Reader::from_path(path).expect("the data are there");
    let names: Vec<String> = reader.headers().expect("headers").iter().map(String::from).collect();
    let mut columns: BTreeMap<String, Vec<String>> = names.iter().map(|name| (name.clone(), Vec::new())).collect();
    for record in reader.records() {
        for (name, cell) in names.iter().zip(record.expect("a record").iter()) {
            columns.get_mut(name).expect("a headed column").push(cell.into());
        }
    }
    columns
}

/// Correct decimal digits: −log₁₀ of the relative error, or of the absolute one where zero is expected; 16 at most.
pub fn digits(got: f64, expected: f64) -> f64 {
    if got == expected {
        return 16.0;
    }
    let error = if expected == 0.0 { got.abs() } else { ((got - expected) / expected).abs() };
    if error.is_nan() { 0.0 } else { (-error.log10()).min(16.0) }
}

/// Fails unless `got` has at least this many correct digits.
#[track_caller]
pub fn assert_digits(got: f64, expected: f64, at_least: f64, what: &str) {
    let reached = digits(got, expected);
    assert!(reached >= at_least, "{what}: {got:e}, expected {expected:e}: {reached:.1} digits, {at_least} needed");
}
