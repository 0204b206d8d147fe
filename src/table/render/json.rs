//! An object with the rows as records of typed values, in full double precision.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::table::model::GROUP_COLUMN;
use crate::table::{Cell, Line, Table};

pub(super) fn render(table: &Table) -> String {
    // Nothing in a table can fail to serialize: keys are strings and non-finite numbers are written as null.
    serde_json::to_string_pretty(table).map(|text| text + "\n").unwrap_or_default()
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", self.id())?;
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("columns", &self.columns().iter().map(Heading::of).collect::<Vec<_>>())?;
        map.serialize_entry("rows", &records(self))?;
        map.serialize_entry("notes", self.notes())?;
        map.end()
    }
}

#[derive(Serialize)]
struct Heading<'a> {
    name: &'a str,
    header: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<&'a str>,
}

impl<'a> Heading<'a> {
    fn of(column: &'a crate::table::Column) -> Self {
        Self { name: column.name(), header: column.header(), under: column.group() }
    }
}

/// A row as a record, its keys in the order of the columns.
struct Record<'a> {
    group: Option<&'a str>,
    names: Vec<&'a str>,
    cells: &'a [Cell],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(group) = self.group {
            map.serialize_entry(GROUP_COLUMN, group)?;
        }
        for (name, cell) in self.names.iter().zip(self.cells) {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

fn records(table: &Table) -> Vec<Record<'_>> {
    let mut group = table.has_groups().then_some("");
    let mut records = Vec::new();
    for line in table.lines() {
        match line {
            Line::Rule => {}
            Line::Group(heading) => group = Some(heading),
            Line::Row(cells) => {
                records.push(Record { group, names: table.columns().iter().map(|c| c.name()).collect(), cells });
            }
        }
    }
    records
}

#[derive(Serialize)]
struct Beyond<'a> {
    value: f64,
    relation: &'a str,
}

#[derive(Serialize)]
struct Missing<'a> {
    value: Option<f64>,
    because: &'a str,
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(words) | Self::Ditto(words) => serializer.serialize_str(words),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Number(value, _) | Self::InParentheses(value, _) | Self::Starred(value, ..) => {
                serializer.serialize_f64(*value)
            }
            Self::Interval(low, high, _) => [low, high].serialize(serializer),
            Self::Bound(relation, bound) => Beyond { value: *bound, relation: relation.sign() }.serialize(serializer),
            Self::NotAvailable(because) => Missing { value: None, because }.serialize(serializer),
        }
    }
}
