//! Help: every command has it, with examples that run as they stand.

use super::bench::Bench;

const COMMANDS: [&str; 23] = [
    "replicate",
    "claims",
    "data",
    "describe",
    "regress",
    "breaks",
    "granger",
    "nonlinear",
    "panel-granger",
    "unitroot",
    "coint",
    "ardl",
    "vecm",
    "lp",
    "event",
    "rivals",
    "did",
    "synthetic",
    "var",
    "decompose",
    "seasonal",
    "disaggregate",
    "explain",
];

/// The lines of a help text that are commands; a line that ends in a backslash goes on.
fn examples(help: &str) -> Vec<String> {
    let (_, after) = help.split_once("Example").expect("help has an example");
    let parts: Vec<&str> = after.split("\\\n").map(|part| part.trim_start_matches(' ')).collect();
    parts
        .join("")
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("yalu ") || line.starts_with("cat "))
        .map(|line| line.split("   ").next().unwrap_or(line).to_owned())
        .collect()
}

#[test]
fn every_example_runs() {
    let bench = Bench::new();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    bench.shell(&format!("ln -s '{data}' data")).well("a link");
    let parts = ["claims list", "claims show", "claims run", "data list", "data show", "data verify"];
    for command in COMMANDS.iter().chain(&parts) {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let examples = examples(&bench.text(&words));
        assert!(!examples.is_empty(), "{command}");
        for example in examples {
            bench.shell(&example).well(&example);
        }
    }
}

#[test]
fn help_says_what_each_command_is_for() {
    let bench = Bench::new();
    let help = bench.text(&["--help"]);
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
    }
    assert!(help.contains("Exit status: 0 done"));
    assert!(bench.text(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
    for line in help.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn a_slip_in_a_command_or_an_option() {
    let bench = Bench::new();
    bench.refused(&["grangr", "trade.csv"], &["grangr", "'granger'"]);
    bench.refused(&["describe", "trade.csv", "--formt", "json"], &["--formt", "'--format'"]);
    bench.refused(&["granger", "trade.csv", "--cause", "exports"], &["--effect <Y>"]);
    bench.refused(&[], &["Usage: yalu"]);
}

/// What `--test` is called, `yalu explain` knows.
#[test]
fn every_name_of_a_test_is_explained() {
    let bench = Bench::new();
    for command in ["unitroot", "coint"] {
        let refused = bench.run(&[command, "trade.csv", "exports", "imports", "--test", "nothing-such"]).stderr;
        let (_, names) = refused.split_once("possible values: ").expect("the names");
        let names = names.split(']').next().expect("a bracket");
        assert!(names.split(", ").count() > 6, "{names}");
        for name in names.split(", ") {
            let text = bench.text(&["explain", name]);
            assert!(text.contains(&format!("yalu {command} FILE")), "{name}: {text}");
        }
    }
}
