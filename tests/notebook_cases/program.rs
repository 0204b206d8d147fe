//! Compiles a program against the library that this test was built with, and runs it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::notebook::MARK;

/// The compiled library and the folder of what it depends on.
pub struct Library {
    rlib: PathBuf,
    dependencies: PathBuf,
}

/// Finds the compiled library by asking cargo for what it has just built; nothing is compiled again, and nothing fetched.
pub fn library() -> Library {
    let test = std::env::current_exe().expect("a running test has a path");
    let dependencies = test.parent().expect("target/debug/deps").to_owned();
    let target = dependencies.ancestors().nth(2).expect("target");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--offline", "--no-run", "--test", "notebooks", "--message-format", "json"]);
    cargo.arg("--target-dir").arg(target).current_dir(env!("CARGO_MANIFEST_DIR"));
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    let output = finished(&mut cargo).unwrap_or_else(|error| panic!("cargo: {error}"));
    let messages = String::from_utf8_lossy(&output.stdout);
    let rlib = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "yalu" && message["target"]["kind"][0] == "lib")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|extension| extension == "rlib"))
        .expect("cargo names the library it built");
    Library { rlib, dependencies }
}

/// What each cell of a program shows, by kind; an error with the compiler's or the program's own words if it fails.
pub fn run(library: &Library, name: &str, program: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("notebooks");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let (source, binary) = (folder.join(format!("{name}.rs")), folder.join(name));
    std::fs::write(&source, program).map_err(|error| error.to_string())?;
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--edition", "2024", "--crate-name", "cells", "--cap-lints", "allow"]);
    rustc.arg("--extern").arg(format!("yalu={}", library.rlib.display()));
    rustc.arg("-L").arg(format!("dependency={}", library.dependencies.display()));
    finished(rustc.arg("-o").arg(&binary).arg(&source))?;
    let output = finished(&mut Command::new(&binary))?;
    let text = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
    let mut cells: Vec<&str> = text.split(&format!("{MARK}\n")).collect();
    cells.pop();
    Ok(cells.into_iter().map(shown).collect())
}

/// What a cell printed: the blocks between evcxr's marks by their media type, the rest as `stdout`.
fn shown(printed: &str) -> BTreeMap<String, String> {
    let (mut shown, mut kind) = (BTreeMap::new(), "stdout");
    for line in printed.lines() {
        if let Some(media_type) = line.strip_prefix("EVCXR_BEGIN_CONTENT ") {
            kind = media_type;
        } else if line == "EVCXR_END_CONTENT" {
            kind = "stdout";
        } else {
            *shown.entry(kind.to_owned()).or_insert_with(String::new) += &format!("{line}\n");
        }
    }
    shown.into_iter().map(|(kind, text)| (kind, text.trim_end().to_owned())).collect()
}

/// The output of a command that succeeded; what it said on standard error if it did not.
fn finished(command: &mut Command) -> Result<Output, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() { Ok(output) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
