//! One line of the ledger.

use serde::Serialize;

use super::verdict::Verdict;
use crate::replication::printed::Printed;
use crate::replication::words::{ordinal, shown};
use crate::table::NumberFormat;

/// What we find: a number in the paper's unit, or words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number in the paper's unit.
    Number(f64),
    /// Words with numbers in them.
    Words(String),
}

impl Value {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Words(_) => None,
        }
    }

    /// The words, if it is words.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Number(_) => None,
            Self::Words(words) => Some(words),
        }
    }
}

impl Entry {
    /// What we find, as a sentence has it: a number with its unit at the paper's digits, or the words themselves.
    pub fn ours_in_words(&self) -> String {
        match &self.ours {
            Some(Value::Number(number)) => {
                let format = match Printed::parse(&self.paper) {
                    Ok(paper) => NumberFormat::Grouped(paper.decimals()),
                    Err(_) => shown(*number, 5),
                };
                with_unit(*number, &self.unit, format)
            }
            Some(Value::Words(words)) => words.clone(),
            None => "nothing that decides it".to_owned(),
        }
    }

    /// The same with six digits, for a table; empty where nothing public decides.
    pub fn ours_in_full(&self) -> String {
        match &self.ours {
            Some(Value::Number(number)) => with_unit(*number, &self.unit, shown(*number, 6)),
            Some(Value::Words(words)) => words.clone(),
            None => String::new(),
        }
    }
}

/// `$277 million`, `17.549 percent`, `third`.
fn with_unit(number: f64, unit: &str, format: NumberFormat) -> String {
    let digits = format.format(number);
    match unit {
        "" => digits,
        "ordinal" => ordinal(number.max(0.0).round() as usize),
        "USD per tonne" => format!("${digits} per tonne"),
        _ => match unit.strip_prefix("USD ") {
            Some(scale) => format!("${digits} {scale}"),
            None => format!("{digits} {unit}"),
        },
    }
}

/// The claim, both values, and the verdict with its reason.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The claim's name.
    pub id: String,
    /// Where in the paper it stands.
    #[serde(rename = "where")]
    pub place: String,
    /// What it says, in our words.
    pub statement: String,
    /// The paper's value at its printed digits, or its assertion in a few words.
    pub paper: String,
    /// Ours; none where nothing public decides.
    pub ours: Option<Value>,
    /// Ours minus the paper's, where both are numbers.
    pub difference: Option<f64>,
    /// The unit of the numbers; empty where there is none.
    pub unit: String,
    /// What the check came to.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
}
