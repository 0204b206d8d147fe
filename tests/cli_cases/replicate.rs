//! `yalu replicate`: writes, compares, and harms no file.

use std::sync::OnceLock;

use super::bench::Bench;

/// A folder in which the paper was replicated once, into `results`; tests that change it make a copy.
fn replicated() -> &'static Bench {
    static BENCH: OnceLock<Bench> = OnceLock::new();
    BENCH.get_or_init(|| {
        let bench = Bench::new();
        let text = bench.text(&["replicate"]);
        assert!(text.contains("The ledger: ") && text.contains("Start with results/README.md"), "{text}");
        bench
    })
}

fn copy(name: &str) -> &str {
    replicated().shell(&format!("cp -r results {name}")).well("a copy");
    name
}

#[test]
fn what_was_written_is_as_computed() {
    let bench = replicated();
    for file in ["README.md", "claims.csv", "claims.json", "claims.md", "manifest.json"] {
        assert!(!bench.read(&format!("results/{file}")).is_empty(), "{file}");
    }
    assert!(bench.text(&["replicate", "--check", "results"]).contains("are as computed"));
    for line in bench.text(&["replicate", "--out", copy("again")]).lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    assert_eq!(bench.text(&["replicate", "--out", "again", "--quiet"]), "", "its own files may be overwritten");
}

#[test]
fn check_lists_what_differs() {
    let bench = replicated();
    let copy = copy("edited");
    let text = bench.read("edited/claims.csv").replacen("227", "277", 1);
    bench.file("edited/claims.csv", &text);
    bench.shell("rm edited/claims.md").well("removed");
    let run = bench.run(&["replicate", "--check", copy]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{}", run.stdout);
    assert!(run.stdout.starts_with("2 of "), "{}", run.stdout);
    assert!(run.stdout.contains("claims.csv: differs from line"), "{}", run.stdout);
    assert!(run.stdout.contains("claims.md: missing"), "{}", run.stdout);
}

#[test]
fn a_file_of_someone_else_is_never_overwritten() {
    let bench = replicated();
    let copy = copy("mine");
    bench.file("mine/README.md", "my notes");
    bench.refused(&["replicate", "--out", copy], &["mine/README.md", "was changed", "nothing was written", "--out"]);
    assert_eq!(bench.read("mine/README.md"), "my notes");

    bench.shell("mkdir foreign").well("a folder");
    bench.file("foreign/claims.md", "foreign");
    bench.refused(&["replicate", "--out", "foreign"], &["foreign/claims.md", "no earlier replication wrote it"]);
    assert!(!bench.path().join("foreign/README.md").exists(), "nothing was written");
}

#[test]
fn folders_that_cannot_be() {
    let bench = replicated();
    bench.refused(&["replicate", "--out", "trade.csv"], &["`trade.csv` is not a directory"]);
    bench.refused(&["replicate", "--check", "nowhere"], &["no directory `nowhere`", "replicate --out"]);
    bench.refused(&["replicate", "--check", "results", "--out", "other"], &["--check", "--out"]);
}
