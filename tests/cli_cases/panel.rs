//! `yalu panel-granger`: in words, unit by unit, in JSON, and what it refuses.

use super::bench::Bench;

const QUESTION: [&str; 8] = ["panel-granger", "firms.csv", "--unit", "firm", "--cause", "value", "--effect", "inv"];

#[test]
fn both_directions_and_every_unit() {
    let bench = Bench::new();
    let text = bench.text(&QUESTION);
    assert!(text.starts_with("Dumitrescu–Hurlin causality in a panel"), "{text}");
    let words = text.replace('\n', " ");
    assert!(words.contains("At 5 %, by Z̃ with 1 lag, 6 units (firm), 1991 to 2014 (n = 144)"), "{text}");
    assert!(words.contains("in at least one firm, not in every one"), "{text}");
    assert!(words.contains("The normal law takes the units' errors for independent, and these are not"), "{text}");
    assert!(text.contains("Each unit by itself"), "{text}");
    // The tilde and the bar over a letter take no place of their own.
    let width = |line: &str| line.chars().filter(|c| !['\u{303}', '\u{304}'].contains(c)).count();
    assert!(text.lines().all(|line| width(line) <= 100), "{text}");

    let answer = bench.json(&QUESTION);
    assert_eq!((&answer["data"]["rows"], &answer["data"]["frequency"]), (&150.into(), &"annual".into()));
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["Ztilde", "Zbar", "Ztilde", "Zbar"]);
    assert_eq!(results.len(), 6, "the units of each direction stand last");
    let units = &results[4];
    assert_eq!((&units["units"], &units["cause"]), (&"dumitrescu-hurlin".into(), &"value".into()));
    let tests = units["tests"].as_array().expect("tests");
    let mean = tests.iter().filter_map(|one| one["wald"].as_f64()).sum::<f64>() / 6.0;
    assert!((units["wbar"].as_f64().expect("a mean") - mean).abs() < 1e-12);
    assert_eq!((&tests[0]["periods"], &tests[0]["sample"]["n"]), (&25.into(), &24.into()));
    assert!(units["cross_dependence"]["p_value"].as_f64().expect("a number") < 0.05, "{units}");
}

#[test]
fn settings_and_the_bootstrap() {
    let bench = Bench::new();
    let more = ["--select", "bic", "--max-lags", "2", "--bootstrap", "--draws", "199", "--block", "2", "--seed", "3"];
    let args = [&QUESTION[..], &more, &["--without", "B", "--from", "1995"]].concat();
    let answer = bench.json(&args);
    let first = &answer["results"][0];
    assert_eq!((&first["test"], &first["convention"]), (&"dumitrescu-hurlin".into(), &"Ztilde-bootstrap".into()));
    assert_eq!(first["distribution"]["name"], "bootstrap-panel");
    assert_eq!(first["critical_values"].as_array().map(Vec::len), Some(3));
    let settings = first["settings"].to_string();
    for words in ["BIC averaged over units, among 1 to 2", "5 (firm)", "\"199\"", "rows drawn together", "\"3\""] {
        assert!(settings.contains(words), "no {words} in {settings}");
    }
    assert_eq!(answer, bench.json(&args), "the same seed gives the same numbers");
    let text = bench.text(&args);
    assert!(text.replace('\n', " ").contains("by Z̃ and its bootstrap law with"), "{text}");
    let by_another_name = [&["xtgcause"], &QUESTION[1..]].concat();
    assert_eq!(bench.json(&by_another_name)["command"], "panel-granger");
}

#[test]
fn what_is_refused() {
    let bench = Bench::new();
    let refused = |more: &[&str], words: &[&str]| bench.refused(&[&QUESTION[..], more].concat(), words);
    refused(&["--lags", "0"], &["at least one lag"]);
    refused(&["--lags", "1", "--select", "bic", "--max-lags", "2"], &["--select"]);
    refused(&["--select", "bic"], &["--max-lags"]);
    refused(&["--select", "bic", "--max-lags", "9"], &["up to 9 lags need 33 periods", "try 6 lags at most"]);
    refused(&["--draws", "99"], &["--bootstrap"]);
    refused(&["--bootstrap", "--draws", "20"], &["20 draws", "99 or more"]);
    refused(&["--bootstrap", "--block", "99"], &["blocks of 99 rows"]);
    refused(&["--without", "Z"], &["no unit `Z`"]);
    refused(&["--from", "2050"], &["unit `A` has no row in the sample"]);
    refused(&["--level", "2"], &["between 0 and 1"]);
    let other = |from: &[&str], words: &[&str]| bench.refused(from, words);
    other(&["panel-granger", "firms.csv", "--cause", "value", "--effect", "inv"], &["--unit"]);
    other(
        &["panel-granger", "firms.csv", "--unit", "frim", "--cause", "value", "--effect", "inv"],
        &["did you mean `firm`"],
    );
    other(
        &["panel-granger", "firms.csv", "--unit", "firm", "--cause", "inv", "--effect", "inv"],
        &["two different series"],
    );
    other(&["panel-granger", "trade.csv", "--unit", "month", "--cause", "exports", "--effect", "imports"], &["dates"]);
    let short = bench.text(&[&QUESTION[..], &["--from", "2008"]].concat());
    assert!(short.replace('\n', " ").contains("every unit needs T > 5 + 3K = 8"), "{short}");
}
