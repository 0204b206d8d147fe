//! `yalu claims`, `yalu data` and `yalu explain`.

use super::bench::Bench;

#[test]
fn the_ledger_lists_shows_and_computes() {
    let bench = Bench::new();
    let all = bench.json(&["claims", "list"])["results"].as_array().map_or(0, Vec::len);
    let differing = bench.json(&["claims", "list", "--verdict", "differs"])["results"].as_array().map_or(0, Vec::len);
    assert!(0 < differing && differing < all, "{differing} of {all}");
    let text = bench.text(&["claims", "list", "--verdict", "differs"]);
    assert!(text.starts_with(&format!("{differing} of {all} claims")), "{text}");
    // The paper's own subtraction: 2,841 − 2,564 is 277, not 227.
    let answer = bench.json(&["claims", "run", "effects-exports-fall"]);
    assert_eq!(answer["results"][0]["ours"], 277.0);
    let text = bench.text(&["claims", "show", "effects-exports-fall"]);
    assert!(text.contains("$227 million") && text.contains("differs"), "{text}");
}

#[test]
fn a_claim_or_a_verdict_that_is_not_there() {
    let bench = Bench::new();
    bench.refused(&["claims", "show", "effects-exports-fal"], &["did you mean `effects-exports-fall`"]);
    bench.refused(&["claims", "run", "nothing-such"], &["no claim `nothing-such`"]);
    bench.refused(&["claims", "list", "--verdict", "difers"], &["did you mean `differs`"]);
    let run = bench.run(&["claims", "show", "nothing-such"]);
    assert!(run.stderr.len() < 800, "the whole ledger is no help: {}", run.stderr);
}

#[test]
fn the_bundled_data_are_listed_shown_and_verified() {
    let bench = Bench::new();
    let answer = bench.json(&["data", "list"]);
    let names: Vec<&str> =
        answer["results"].as_array().expect("results").iter().filter_map(|d| d["name"].as_str()).collect();
    assert!(names.contains(&"anthracite_annual"), "{names:?}");
    assert!(bench.text(&["data", "show", "anthracite_annual"]).contains("Where the cells come from"));
    let csv = bench.text(&["data", "show", "anthracite_annual", "--csv"]);
    assert!(csv.starts_with("period,revenue"), "{csv}");
    bench.text(&["data", "verify"]);
    bench.refused(&["data", "show", "anthracite"], &["did you mean `anthracite_annual`"]);
    bench.refused(&["data", "show", "anthracite_annual", "--csv", "--export", "a.csv"], &["--csv", "--export"]);
}

#[test]
fn a_data_file_that_was_changed_is_found() {
    let bench = Bench::new();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    bench.shell(&format!("cp -r '{data}' copy && chmod -R u+w copy")).well("a copy");
    let untouched = bench.run(&["data", "verify", "--dir", "copy"]);
    assert_eq!(untouched.status, 0, "{}", untouched.stderr);
    let changed = bench.read("copy/anthracite_annual.csv").replacen('1', "2", 1);
    bench.file("copy/anthracite_annual.csv", &changed);
    let run = bench.run(&["data", "verify", "--dir", "copy"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(run.stdout.contains("anthracite_annual.csv"), "{}", run.stdout);
    bench.refused(&["data", "verify", "--dir", "nowhere"], &["nowhere"]);
}

/// Every entry's command is one that the program takes, on a file with the columns that it names.
#[test]
fn every_entry_explains_itself_and_its_command_runs() {
    let bench = Bench::new();
    let trade = bench.read("trade.csv");
    bench.file("upper.csv", &trade.replace("exports,imports,southern_trade", "X,Y,Z"));
    bench.file("lower.csv", &trade.replace("exports,imports,southern_trade", "x,y,z"));
    bench.file("panel.csv", &bench.read("firms.csv").replace("value,inv", "X,Y"));
    let years = (2001..2016).map(|year| format!("{year},{}\n", 100 + year % 7));
    bench.file("annual.csv", &format!("year,x\n{}", years.collect::<String>()));
    let quarters = (0..60).map(|t| format!("{}Q{},{}\n", 2001 + t / 4, t % 4 + 1, 25 + t % 9));
    bench.file("quarters.csv", &format!("quarter,y\n{}", quarters.collect::<String>()));
    let answer = bench.json(&["explain"]);
    let entries = answer["results"].as_array().expect("results");
    assert!(!entries.is_empty());
    for entry in entries {
        let id = entry["id"].as_str().expect("an id");
        let text = bench.text(&["explain", id]);
        assert!(text.contains("Asks"), "{id}: {text}");
        let Some(command) = entry["command"].as_str() else { continue };
        let file = match command.split_whitespace().nth(1) {
            Some("granger" | "nonlinear") => "upper.csv",
            Some("panel-granger" | "synthetic" | "did") => "panel.csv",
            Some("decompose") => "minerals.csv",
            Some("disaggregate") => "annual.csv",
            _ => "lower.csv",
        };
        bench.shell(&command.replacen("FILE", file, 1)).well(command);
    }
    bench.refused(&["explain", "grangr"], &["did you mean `granger`", "entries: "]);
}
