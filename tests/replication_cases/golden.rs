//! Everything that `yalu replicate` writes, byte for byte as it was last looked at.
//!
//! `UPDATE_GOLDEN=1 cargo test --test replication golden` rewrites the folder; then read the difference before it is
//! committed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use yalu::replication::Replication;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/replicate")
}

/// Every file below a folder, by its path with `/` between folders.
fn below(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            below(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

/// The first line in which two texts differ, with both readings.
fn first_difference(expected: &str, found: &str) -> String {
    let (mut a, mut b) = (expected.lines(), found.lines());
    for number in 1.. {
        match (a.next(), b.next()) {
            (None, None) => break,
            (x, y) if x != y => {
                let shown = |line: Option<&str>| line.unwrap_or("(no line)").chars().take(300).collect::<String>();
                return format!("line {number}\n    golden: {}\n    now:    {}", shown(x), shown(y));
            }
            _ => {}
        }
    }
    "line ends".to_owned()
}

#[test]
fn the_replication_writes_what_was_looked_at() -> Result<(), Box<dyn std::error::Error>> {
    let bundle = Replication::run()?.bundle()?;
    let folder = folder();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        bundle.write(&folder)?;
    }
    let mut golden = BTreeSet::new();
    below(&folder, "", &mut golden)?;
    let written: BTreeSet<String> = bundle.files().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(written, golden, "other files are written");
    let mut differences = Vec::new();
    for (path, content) in bundle.files() {
        let expected = fs::read(folder.join(path))?;
        if expected != content {
            let (expected, found) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(content));
            differences.push(format!("{path}, {}", first_difference(&expected, &found)));
        }
    }
    assert!(differences.is_empty(), "{} files differ:\n{}", differences.len(), differences.join("\n"));
    Ok(())
}
