//! What holds of every file that a replication writes: the same bytes each time, readable, and traceable.

use std::collections::HashSet;
use std::path::Path;
use std::sync::OnceLock;

use yalu::datasets::sha256_hex;
use yalu::replication::causality::CausalityEvidence;
use yalu::replication::samples::samples;
use yalu::replication::{Bundle, Replication};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn replication() -> &'static Replication {
    static ONCE: OnceLock<Replication> = OnceLock::new();
    ONCE.get_or_init(|| Replication::run().expect("the bundled data are whole"))
}

fn bundle() -> &'static Bundle {
    static ONCE: OnceLock<Bundle> = OnceLock::new();
    ONCE.get_or_init(|| replication().bundle().expect("every table can be written"))
}

/// The text files with this extension, by path.
fn texts(extension: &str) -> Vec<(&'static str, &'static str)> {
    bundle()
        .files()
        .filter(|(path, _)| path.ends_with(&format!(".{extension}")))
        .map(|(path, content)| (path, std::str::from_utf8(content).expect("text")))
        .collect()
}

fn manifest() -> serde_json::Value {
    serde_json::from_slice(bundle().get("manifest.json").expect("a manifest")).expect("JSON")
}

#[test]
fn a_second_run_and_another_thread_give_the_same_bytes() -> Outcome {
    assert!(Replication::run()?.bundle()? == *bundle(), "a second run differs");
    let other = std::thread::spawn(|| Replication::run().and_then(|r| r.bundle())).join().expect("no panic")?;
    assert!(other == *bundle(), "another thread differs");
    // The replication keeps the causality results of the bundled samples; here they are computed again.
    assert!(CausalityEvidence::compute(&samples()?)? == *CausalityEvidence::bundled()?, "causality differs");
    Ok(())
}

#[test]
fn the_manifest_has_the_hash_of_every_other_file_in_order() {
    let manifest = manifest();
    let listed: Vec<(&str, &str)> = manifest["outputs"]
        .as_array()
        .expect("outputs")
        .iter()
        .map(|file| (file["path"].as_str().expect("a path"), file["sha256"].as_str().expect("a hash")))
        .collect();
    let paths: Vec<&str> = listed.iter().map(|(path, _)| *path).collect();
    let expected: Vec<&str> = bundle().files().map(|(path, _)| path).filter(|path| *path != "manifest.json").collect();
    assert_eq!(paths, expected);
    assert!(paths.is_sorted());
    for (path, hash) in listed {
        assert_eq!(hash, sha256_hex(bundle().get(path).expect("listed")), "{path}");
    }
    for input in manifest["inputs"].as_array().expect("inputs") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(input["path"].as_str().expect("a path"));
        let bytes = std::fs::read(&path).expect("an input is a file of the crate");
        assert_eq!(input["sha256"], sha256_hex(&bytes), "{}", path.display());
    }
}

#[test]
fn every_table_names_its_claims_and_a_function_that_exists() {
    let ids: HashSet<&str> = replication().ledger.iter().map(|entry| entry.id.as_str()).collect();
    for exhibit in replication().exhibits().expect("every table can be made") {
        let table = exhibit.table.id();
        assert!(!exhibit.claims.is_empty(), "{table} rests on no claim");
        for claim in &exhibit.claims {
            assert!(ids.contains(claim.as_str()), "{table}: no claim `{claim}`");
        }
        assert!(bundle().get(&format!("tables/{table}.csv")).is_some(), "{table}");
        // `module::Type::function` stands in a file of that module.
        let parts: Vec<&str> = exhibit.function.split("::").collect();
        let [modules @ .., kind, function] = parts.as_slice() else { panic!("{}", exhibit.function) };
        let source = sources(&modules.join("/"));
        assert!(source.contains(&format!("impl {kind}")), "{}: no type", exhibit.function);
        assert!(source.contains(&format!("pub fn {function}(")), "{}: no function", exhibit.function);
    }
    let manifest = manifest();
    for table in manifest["tables"].as_array().expect("tables") {
        for claim in table["claims"].as_array().expect("claims") {
            assert!(ids.contains(claim.as_str().expect("an id")), "{claim}");
        }
    }
}

/// The code of a module: its own file or every file of its folder.
fn sources(module: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module);
    let file = path.with_extension("rs");
    let mut text = std::fs::read_to_string(file).unwrap_or_default();
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        text += &std::fs::read_to_string(entry.path()).unwrap_or_default();
    }
    text
}

#[test]
fn nothing_tells_when_or_where_it_was_written() {
    let home = env!("CARGO_MANIFEST_DIR");
    for (path, content) in bundle().files() {
        let text = String::from_utf8_lossy(content);
        for mark in [home, "/home/", "/tmp/", "/root/", "/Users/", "C:\\"] {
            assert!(!text.contains(mark), "{path} has `{mark}`");
        }
        // The digits of a clock: 12:34:56, or a time after a date.
        let clock = text
            .as_bytes()
            .windows(8)
            .any(|w| w[2] == b':' && w[5] == b':' && [0, 1, 3, 4, 6, 7].iter().all(|&i| w[i].is_ascii_digit()));
        assert!(!clock, "{path} has a time of day");
    }
}

/// The words of a text that could be numbers: runs of letters, digits, signs and points.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).filter(|word| !word.is_empty())
}

#[test]
fn no_number_is_endless_or_not_a_number() {
    for (path, content) in bundle().files() {
        let text = String::from_utf8_lossy(content);
        for word in words(&text) {
            let bare = word.trim_matches(['+', '-', '.']).to_ascii_lowercase();
            assert!(!["nan", "inf", "infinity"].contains(&bare.as_str()), "{path} has `{word}`");
        }
    }
}

#[test]
fn no_number_has_more_than_ten_digits_or_is_rounding_noise() {
    for (path, content) in bundle().files().filter(|(path, _)| *path != "manifest.json") {
        let text = String::from_utf8_lossy(content);
        for word in words(&text) {
            let Ok(number) = word.parse::<f64>() else { continue };
            let mantissa = word.split(['e', 'E']).next().unwrap_or(word);
            let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
            let significant = digits.trim_start_matches('0').trim_end_matches('0').len();
            assert!(significant <= 10, "{path} has `{word}`");
            assert!(number == 0.0 || number.abs() > 1e-13, "{path} has `{word}`, which is noise");
        }
    }
}

#[test]
fn json_and_csv_can_be_read() -> Outcome {
    for (path, text) in texts("json") {
        serde_json::from_str::<serde_json::Value>(text).map_err(|error| format!("{path}: {error}"))?;
    }
    for (path, text) in texts("csv") {
        let mut rows = 0;
        // A reader that is not flexible refuses rows of another length.
        for record in csv::Reader::from_reader(text.as_bytes()).records() {
            record.map_err(|error| format!("{path}: {error}"))?;
            rows += 1;
        }
        assert!(rows > 0, "{path} is empty");
    }
    Ok(())
}

#[test]
fn latex_environments_and_braces_close() {
    for (path, text) in texts("tex") {
        let mut open = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find('\\') {
            rest = &rest[at + 1..];
            for (command, begins) in [("begin{", true), ("end{", false)] {
                if let Some((name, _)) = rest.strip_prefix(command).and_then(|rest| rest.split_once('}')) {
                    if begins {
                        open.push(name);
                    } else {
                        assert_eq!(open.pop(), Some(name), "{path}");
                    }
                }
            }
            // What follows a backslash is no brace of its own.
            rest = rest.strip_prefix(['\\', '{', '}']).unwrap_or(rest);
        }
        assert!(open.is_empty(), "{path}: {open:?} stay open");
        let plain = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "");
        assert_eq!(plain.matches('{').count(), plain.matches('}').count(), "{path}");
    }
}

#[test]
fn the_summary_is_short_and_narrow() -> Outcome {
    let summary = replication().summary()?;
    assert!(summary.lines().count() <= 60, "a minute's reading");
    for line in summary.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    for words in ["third year running in 2015, not the fourth", "$277 million in 2015, not by $227 million"] {
        assert!(summary.contains(words), "{words}");
    }
    Ok(())
}
