//! What a command found: words and tables for a person, results for a machine.

use serde_json::{Map, Value, json};
use yalu::Note;
use yalu::table::{Format, Table};

/// The data a command read.
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

/// Everything a command has to say, in the order in which it says it.
#[derive(Default)]
pub struct Answer {
    command: &'static str,
    data: Option<Data>,
    words: Vec<String>,
    tables: Vec<Table>,
    results: Vec<Value>,
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

    /// Adds a paragraph for a reader.
    pub fn words(mut self, paragraph: impl Into<String>) -> Self {
        self.words.push(paragraph.into());
        self
    }

    /// Adds a table.
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }

    /// Adds a result for a machine; it must serialise.
    pub fn result(mut self, result: &impl serde::Serialize) -> anyhow::Result<Self> {
        self.results.push(serde_json::to_value(result)?);
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
            Format::Csv => Ok(self.tables.iter().map(|t| t.render(format)).collect::<Vec<_>>().join("\n")),
            Format::Text => Ok(self.text()),
            _ => Ok(self.tables.iter().map(|t| t.render(format)).collect::<Vec<_>>().join("\n")),
        }
    }

    /// Tables, then words, then the notes that no table carries already.
    fn text(&self) -> String {
        let mut parts: Vec<String> = self.tables.iter().map(|t| t.render(Format::Text).trim_end().to_owned()).collect();
        parts.extend(self.words.iter().map(|words| fill(words)));
        let shown: Vec<&String> = self.tables.iter().flat_map(|table| table.notes()).collect();
        let notes: Vec<String> = self
            .notes
            .iter()
            .filter(|note| !shown.iter().any(|text| text.as_str() == note.text()))
            .map(|note| fill(&format!("Note: {note}")))
            .collect();
        if !notes.is_empty() {
            parts.push(notes.join("\n"));
        }
        parts.join("\n\n") + "\n"
    }

    /// The envelope of every command's JSON, every number at full precision.
    fn json(&self) -> anyhow::Result<String> {
        let mut envelope = Map::new();
        envelope.insert("yalu".into(), env!("CARGO_PKG_VERSION").into());
        envelope.insert("command".into(), self.command.into());
        let data = self.data.as_ref().map(
            |data| json!({"file": data.file, "sha256": data.sha256, "rows": data.rows, "frequency": data.frequency}),
        );
        envelope.insert("data".into(), data.unwrap_or(Value::Null));
        envelope.insert("results".into(), Value::Array(self.results.clone()));
        envelope.insert("notes".into(), serde_json::to_value(&self.notes)?);
        Ok(serde_json::to_string_pretty(&Value::Object(envelope))? + "\n")
    }
}

/// Lines of at most 100 characters, broken between words; line breaks of the text are kept.
pub fn fill(text: &str) -> String {
    const WIDTH: usize = 100;
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}
