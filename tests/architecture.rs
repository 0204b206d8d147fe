//! The shape of the crate, held by a test: arrows point one way, and the toolkit does not know the paper.

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file under `src`, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let entries = fs::read_dir(folder).expect("src is readable");
        for entry in entries {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.into_iter().map(|(path, text)| (path.strip_prefix(&root).expect("under src").to_owned(), text)).collect()
}

/// The top-level module a file belongs to: `series` for `series/frame.rs`, `error` for `error.rs`.
fn module(path: &Path) -> String {
    let first = path.iter().next().expect("a file has a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The top-level modules that a file names as `crate::module`.
fn uses(text: &str) -> impl Iterator<Item = &str> {
    code(text).flat_map(|line| {
        line.split("crate::").skip(1).map(|rest| {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            &rest[..end]
        })
    })
}

/// The lines that are not comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn arrows_point_one_way() {
    // Each layer may use itself and the layers before it; a module named twice would be a cycle.
    let foundations = ["error", "note", "sample", "period", "linalg", "dist"];
    let mut offences = Vec::new();
    for (path, text) in sources() {
        let here = module(&path);
        for used in uses(&text) {
            let refused = match here.as_str() {
                "linalg" | "dist" => !["linalg", "dist", "error", "Error", "ErrorKind"].contains(&used),
                "cli" | "main" | "guide" | "lib" | "prelude" => false,
                "replication" => used == "cli",
                "datasets" => ["cli", "replication"].contains(&used),
                _ if foundations.contains(&here.as_str()) => {
                    ["cli", "replication", "datasets", "regression", "causality", "breaks", "table"].contains(&used)
                }
                _ => ["cli", "replication", "datasets"].contains(&used),
            };
            if refused {
                offences.push(format!("src/{} uses crate::{used}", path.display()));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn the_toolkit_does_not_know_the_paper() {
    let home = ["replication", "datasets", "cli", "guide", "lib", "main"];
    let names = [
        "korea",
        "china",
        "chinese",
        "dprk",
        "anthracite",
        "iron ore",
        "iron_ore",
        "may 24",
        "pyongyang",
        "interkorean",
    ];
    let mut offences = Vec::new();
    for (path, text) in sources() {
        if home.contains(&module(&path).as_str()) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let line = line.to_lowercase();
            if let Some(name) = names.iter().find(|name| line.contains(*name)) {
                offences.push(format!("src/{}:{} names `{name}`", path.display(), number + 1));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn nothing_prints_inside_the_library() {
    let may_print = ["cli", "main"];
    let mut offences = Vec::new();
    for (path, text) in sources() {
        // The notebook protocol is a print by its nature; it has one home.
        if may_print.contains(&module(&path).as_str()) || path == Path::new("table/evcxr.rs") {
            continue;
        }
        for line in code(&text) {
            if ["println!", "print!", "eprintln!", "eprint!", "dbg!"].iter().any(|word| line.contains(word)) {
                offences.push(format!("src/{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| text.lines().count() > 400)
        .map(|(path, text)| format!("src/{} has {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

#[test]
fn only_linalg_and_interop_know_a_matrix_crate() {
    let home = ["linalg", "interop", "selection"];
    let offences: Vec<String> = sources()
        .into_iter()
        .filter(|(path, text)| !home.contains(&module(path).as_str()) && code(text).any(|l| l.contains("linfa_linalg")))
        .map(|(path, _)| format!("src/{}", path.display()))
        .collect();
    assert!(offences.is_empty(), "linfa_linalg outside its home: {}", offences.join(", "));
}
