//! What a command found: words and tables for a person, results for a machine.

use serde::Serialize;
use yalu::Note;
use yalu::table::{Format, Table, wrap};

/// Columns of a terminal that text is broken to fit.
const WIDTH: usize = 100;

/// The data a command read.
#[derive(Serialize)]
pub struct Data {
    /// The file or data set as the user named it.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Rows of the table.
    pub rows: usize,
    /// The frequency; none for a table without dates.
    pub frequency: Option<String>,
}

/// Something for a person to read.
enum Part {
    Table(Table),
    Words(String),
}

/// Everything a command has to say, in the order in which it says it.
#[derive(Default)]
pub struct Answer {
    command: &'static str,
    data: Option<Data>,
    parts: Vec<Part>,
    records: Option<Table>,
    /// Each a JSON value, its keys in their own order.
    results: Vec<String>,
    notes: Vec<Note>,
}

impl Answer {
    /// An empty answer of this command.
    pub fn of(command: &'static str) -> Self {
        Self { command, ..Self::default() }
    }

    /// Says which data were read.
    pub fn data(mut self, data: Data) -> Self {
        self.data = Some(data);
        self
    }

    /// Adds a paragraph about the table before it.
    pub fn words(mut self, paragraph: impl Into<String>) -> Self {
        self.parts.push(Part::Words(paragraph.into()));
        self
    }

    /// Adds a table.
    pub fn table(mut self, table: Table) -> Self {
        self.parts.push(Part::Table(table));
        self
    }

    /// Gives CSV this table in place of the others: one file has one heading.
    pub fn records(mut self, table: Table) -> Self {
        self.records = Some(table);
        self
    }

    /// Adds a result for a machine; it must serialise.
    pub fn result(mut self, result: &impl Serialize) -> anyhow::Result<Self> {
        self.results.push(serde_json::to_string_pretty(result)?);
        Ok(self)
    }

    /// Adds notes; one that stands there already is not repeated.
    pub fn notes<'a>(mut self, notes: impl IntoIterator<Item = &'a Note>) -> Self {
        for note in notes {
            if !self.notes.contains(note) {
                self.notes.push(note.clone());
            }
        }
        self
    }

    /// The whole answer in this format.
    pub fn render(&self, format: Format) -> anyhow::Result<String> {
        match format {
            Format::Json => self.json(),
            Format::Text => Ok(self.text()),
            Format::Csv if self.records.is_some() => Ok(join(self.records.iter(), format)),
            _ => Ok(join(self.annotated().iter(), format)),
        }
    }

    /// Tables and words in their order, then the notes that no table carries already.
    fn text(&self) -> String {
        let mut parts: Vec<String> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Table(table) => table.render(Format::Text).trim_end().to_owned(),
                Part::Words(words) => wrap(words, WIDTH),
            })
            .collect();
        let notes: Vec<String> = self.unsaid().map(|note| wrap(&format!("Note: {note}"), WIDTH)).collect();
        if !notes.is_empty() {
            parts.push(notes.join("\n"));
        }
        parts.join("\n\n") + "\n"
    }

    /// The tables with the words about each, and all notes under the last: for formats that are tables only.
    fn annotated(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = Vec::new();
        for part in &self.parts {
            match part {
                Part::Table(table) => tables.push(table.clone()),
                Part::Words(words) => tables = annotate_last(tables, words),
            }
        }
        self.unsaid().fold(tables, |tables, note| annotate_last(tables, note.text()))
    }

    /// The notes that stand under no table.
    fn unsaid(&self) -> impl Iterator<Item = &Note> {
        let said = |note: &&Note| {
            self.parts.iter().any(|part| match part {
                Part::Table(table) => table.notes().iter().any(|text| text == note.text()),
                Part::Words(_) => false,
            })
        };
        self.notes.iter().filter(move |note| !said(note))
    }

    /// The envelope of every command's JSON, every number at full precision.
    fn json(&self) -> anyhow::Result<String> {
        let results = match self.results.as_slice() {
            [] => "[]".to_owned(),
            results => format!("[\n  {}\n]", results.join(",\n").replace('\n', "\n  ")),
        };
        let fields = [
            ("yalu", serde_json::to_string(env!("CARGO_PKG_VERSION"))?),
            ("command", serde_json::to_string(self.command)?),
            ("data", serde_json::to_string_pretty(&self.data)?),
            ("results", results),
            ("notes", serde_json::to_string_pretty(&self.notes)?),
        ];
        // A line feed inside a JSON string is escaped, so those here are all between values.
        let lines = fields.map(|(key, value)| format!("  \"{key}\": {}", value.replace('\n', "\n  ")));
        Ok(format!("{{\n{}\n}}\n", lines.join(",\n")))
    }
}

fn annotate_last(mut tables: Vec<Table>, sentence: &str) -> Vec<Table> {
    let last = tables.pop();
    tables.extend(last.map(|table| table.note(sentence)));
    tables
}

fn join<'a>(tables: impl Iterator<Item = &'a Table>, format: Format) -> String {
    tables.map(|table| table.render(format)).collect::<Vec<_>>().join("\n")
}
