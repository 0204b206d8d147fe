//! Formats, files and pipes.

use super::bench::Bench;

const FIT: [&str; 3] = ["regress", "trade.csv", "imports ~ exports"];

#[test]
fn every_format() {
    let bench = Bench::new();
    for (format, sign) in [
        ("text", "━━━━"),
        ("markdown", "|------"),
        ("latex", "\\toprule"),
        ("html", "<table"),
        ("csv", "term,estimate,std_error,statistic,p_value,conf_low,conf_high"),
        ("json", "\"coefficients\""),
    ] {
        let text = bench.text(&[FIT.as_slice(), &["--format", format]].concat());
        assert!(text.contains(sign), "{format}: {text}");
        assert!(text.ends_with('\n'), "{format}");
    }
    bench.refused(&[FIT.as_slice(), &["--format", "markdwn"]].concat(), &["did you mean `markdown`"]);
}

#[test]
fn what_is_said_in_words_is_in_every_format_that_people_read() {
    let bench = Bench::new();
    for format in ["text", "markdown", "latex", "html"] {
        let args = ["granger", "trade.csv", "--cause", "exports", "--effect", "imports", "--format", format];
        let text = bench.text(&args).replace('\n', " ");
        assert!(text.contains("imports is supported"), "{format}: {text}");
    }
}

#[test]
fn exports_by_extension_and_never_over_a_file() {
    let bench = Bench::new();
    let export = |more: &[&'static str]| [FIT.as_slice(), more].concat();
    let printed = bench.text(&export(&["--export", "a.csv", "--export", "b.tex", "--quiet"]));
    assert_eq!(printed, "");
    assert!(bench.read("a.csv").starts_with("term,estimate"));
    assert!(bench.read("b.tex").contains("\\toprule"));
    bench.file("a.csv", "mine");
    bench.refused(&export(&["--export", "new.csv", "--export", "a.csv"]), &["`a.csv` exists", "--force"]);
    assert_eq!(bench.read("a.csv"), "mine");
    assert!(!bench.path().join("new.csv").exists(), "refused as a whole");
    bench.text(&export(&["--export", "a.csv", "--force"]));
    assert!(bench.read("a.csv").starts_with("term,estimate"));
    bench.refused(&export(&["--export", "nowhere/a.csv"]), &["nowhere/a.csv"]);
}

#[test]
fn an_extension_without_a_format_is_refused_before_the_file_is_read() {
    let bench = Bench::new();
    bench.refused(&["describe", "no_such_file.csv", "--export", "a.pdf"], &["no format `pdf`"]);
    bench.refused(&["describe", "no_such_file.csv", "--export", "a"], &["has no extension", ".tex"]);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let bench = Bench::new();
    for line in ["yalu claims list", "yalu completions bash", "yalu explain", "yalu data show cell_sources --csv"] {
        let run = bench.shell(&format!("({line}; echo status $? >&2) | head -n 1"));
        assert_eq!(run.stderr.trim(), "status 0", "{line}");
        assert_eq!(run.stdout.lines().count(), 1, "{line}");
    }
}

#[test]
fn completions_for_the_usual_shells() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = bench.text(&["completions", shell]);
        assert!(script.contains("granger") && script.contains("cause"), "{shell}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bench = Bench::new();
    let args =
        ["granger", "trade.csv", "--cause", "exports", "--effect", "imports", "--to", "2009-02", "--format", "json"];
    assert_eq!(bench.text(&args), bench.text(&args));
}
