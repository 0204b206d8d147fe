//! A notebook's code cells, what is committed below them, and the program they make.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// Stands between the cells' outputs.
pub const MARK: &str = "\u{1e}next cell";

/// A notebook, of which only the code cells matter here.
pub struct Notebook {
    pub name: String,
    pub cells: Vec<Cell>,
}

/// A code cell: its text, and what is committed below it by kind (`stdout`, `text/html`, `text/plain`).
pub struct Cell {
    source: String,
    pub committed: BTreeMap<String, String>,
}

impl Notebook {
    /// Every notebook of a folder, by name.
    pub fn all(folder: &Path) -> Vec<Self> {
        let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "ipynb"));
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a readable notebook");
        let json: Value = serde_json::from_str(&text).expect("a notebook is JSON");
        let cells = json["cells"].as_array().expect("a notebook has cells");
        let code = cells.iter().filter(|cell| cell["cell_type"] == "code");
        Self {
            name: path.file_stem().expect("a file").to_string_lossy().into_owned(),
            cells: code
                .map(|cell| Cell { source: joined(&cell["source"]), committed: committed(&cell["outputs"]) })
                .collect(),
        }
    }

    /// A notebook of these cells, nothing committed.
    pub fn of(name: &str, sources: &[&str]) -> Self {
        let cell = |source: &&str| Cell { source: (*source).to_owned(), committed: BTreeMap::new() };
        Self { name: name.to_owned(), cells: sources.iter().map(cell).collect() }
    }

    /// The cells as one program, in which `?` ends the run with an error as it does in the kernel.
    pub fn program(&self) -> String {
        let cells: String = self.cells.iter().map(Cell::statements).collect();
        format!("fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{cells}Ok(())\n}}\n")
    }
}

impl Cell {
    /// The cell without the kernel's own commands, its last expression shown.
    fn statements(&self) -> String {
        let source: String =
            self.source.lines().filter(|line| !line.starts_with(':')).map(|line| format!("{line}\n")).collect();
        let (statements, last) = split_last_expression(&source);
        let shown = if last.trim().is_empty() || last.trim().starts_with("//") {
            String::new()
        } else {
            format!("({}).evcxr_display();\n", last.trim())
        };
        format!("{statements}\n{shown}println!({MARK:?});\n")
    }
}

/// A cell's text cut behind the last semicolon that ends a statement: one outside brackets, quotes and comments.
pub fn split_last_expression(source: &str) -> (&str, &str) {
    let (mut depth, mut cut, mut quoted, mut comment, mut escaped) = (0_i32, 0, false, false, false);
    for (i, c) in source.char_indices() {
        match c {
            '\n' => comment = false,
            _ if comment => {}
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '/' if source[i..].starts_with("//") => comment = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ';' if depth == 0 => cut = i + 1,
            _ => {}
        }
    }
    source.split_at(cut)
}

/// What the committed outputs show, by kind.
fn committed(outputs: &Value) -> BTreeMap<String, String> {
    let mut shown = BTreeMap::new();
    for output in outputs.as_array().into_iter().flatten() {
        if output["output_type"] == "stream" {
            let kind = output["name"].as_str().expect("a stream has a name").to_owned();
            *shown.entry(kind).or_insert_with(String::new) += &joined(&output["text"]);
        }
        for (kind, text) in output["data"].as_object().into_iter().flatten() {
            *shown.entry(kind.clone()).or_insert_with(String::new) += &joined(text);
        }
    }
    shown.into_iter().map(|(kind, text)| (kind, text.trim_end().to_owned())).collect()
}

/// Where two cells' outputs first differ, in words.
pub fn first_difference(committed: &BTreeMap<String, String>, shown: &BTreeMap<String, String>) -> Option<String> {
    let kinds: BTreeSet<&String> = committed.keys().chain(shown.keys()).collect();
    for kind in kinds {
        let (Some(old), Some(new)) = (committed.get(kind), shown.get(kind)) else {
            let where_from =
                if shown.contains_key(kind) { "shown but not committed" } else { "committed but not shown" };
            return Some(format!("{kind} is {where_from}"));
        };
        if old != new {
            let (mut old, mut new) = (old.lines(), new.lines());
            let differing = std::iter::from_fn(|| Some((old.next(), new.next()))).find(|(old, new)| old != new)?;
            let [old, new] = [differing.0, differing.1].map(|line| line.unwrap_or("(nothing more)"));
            return Some(format!("{kind} differs\n  committed: {old}\n  shown now: {new}"));
        }
    }
    None
}

/// A notebook's texts are strings or lists of lines.
fn joined(text: &Value) -> String {
    match text {
        Value::String(text) => text.clone(),
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        _ => String::new(),
    }
}
