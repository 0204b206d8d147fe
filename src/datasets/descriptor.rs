//! The data package's descriptor (`datapackage.json`, Frictionless Data Package 1.0) as types.

use serde::{Deserialize, Serialize};

use crate::{Error, ErrorKind};

/// Where numbers were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Who published them, and what.
    pub title: String,
    /// An address, or the file that has one for every row.
    pub path: String,
}

/// A licence by its usual name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct License {
    /// Its short name, such as `CC-BY-4.0`.
    pub name: String,
    /// Its name in words and what it covers.
    pub title: String,
    /// Its text.
    pub path: String,
}

/// One column of a data set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name in the header.
    pub name: String,
    /// Its type in Table Schema's words: `number`, `integer`, `string`, `year` or `yearmonth`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The unit of its values, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What it measures, the direction in words.
    pub description: String,
}

/// The shape of a data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A period and then numeric columns: a [`Frame`](crate::Frame).
    Frame,
    /// One record a row, with text columns: [`Records`](super::Records).
    Records,
}

/// The columns of a data set.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Schema {
    pub(super) fields: Vec<Field>,
}

/// What the descriptor says of one file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Descriptor {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) bytes: usize,
    pub(super) hash: String,
    pub(super) shape: Shape,
    pub(super) unit: String,
    pub(super) vintage: String,
    pub(super) terms: String,
    #[serde(default)]
    pub(super) licenses: Vec<License>,
    pub(super) sources: Vec<Source>,
    pub(super) caveats: Vec<String>,
    pub(super) schema: Schema,
}

/// The whole descriptor.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Package {
    pub(super) resources: Vec<Descriptor>,
}

impl Package {
    /// Reads a descriptor's text; `file` is its name in messages.
    pub(super) fn parse(text: &str, file: &str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|e| {
            Error::new(ErrorKind::Io, format!("this is not a data package's descriptor: {e}"))
                .in_file(file)
                .at_line(e.line())
                .at_column(e.column())
                .remedy("compare it with the `datapackage.json` in the project's `data/`")
        })
    }
}
