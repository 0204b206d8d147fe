//! `yalu ardl`: the model, its long run and the bounds test.

use super::bench::Bench;

#[test]
fn from_orders_to_a_verdict_in_words() {
    let bench = Bench::new();
    let text = bench.text(&["ardl", "trade.csv", "imports ~ exports", "--draws", "2000"]);
    for part in [
        "Orders of imports on exports",
        "Error correction of imports, ARDL(",
        "Long run of imports",
        "Speed of adjustment",
        "Bounds test of a level relation",
        "F-I1",
        "t-I0",
        "At 5 %, by F = ",
        "simulated for this regression, 2000 draws, seed 1",
    ] {
        assert!(text.replace('\n', " ").contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn the_answer_in_json() {
    let bench = Bench::new();
    let args = ["ardl", "trade.csv", "imports ~ exports + southern_trade", "--orders", "2,1,0", "--bounds", "pss"];
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    let models: Vec<&str> = results.iter().filter_map(|result| result["model"].as_str()).collect();
    assert_eq!(models, ["long-run", "ardl", "uecm", "recm"]);
    assert_eq!(results[0]["orders"], serde_json::json!({"p": 2, "q": [1, 0]}));
    assert_eq!(results[0]["case"], "III");
    assert!(results[1]["summary"]["rss"].is_f64());
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["F-I1", "F-I0", "t-I1", "t-I0"]);
    let critical = results[4]["critical_values"][1].clone();
    assert_eq!(critical, serde_json::json!({"level": 0.05, "value": 4.85}));
}

#[test]
fn dummies_and_series_stay_in_the_test() {
    let bench = Bench::new();
    let by_flags = ["--seasonal", "--post", "2010-06", "--fixed", "southern_trade", "--bounds", "pss"];
    let args = [&["ardl", "trade.csv", "imports ~ exports", "--orders", "1,1"], &by_flags[..]].concat();
    let flags = bench.json(&args);
    let formula = "imports ~ exports + season() + post(2010-06)";
    let args = ["ardl", "trade.csv", formula, "--orders", "1,1", "--fixed", "southern_trade", "--bounds", "pss"];
    let written = bench.json(&args);
    let statistic = |answer: &serde_json::Value| answer["results"][4]["statistic"].as_f64().expect("a statistic");
    assert!((statistic(&flags) - statistic(&written)).abs() < 1e-9);
    let terms = flags["results"][2]["coefficients"].as_array().expect("coefficients").len();
    assert_eq!(terms, 1 + 2 + 1 + 11 + 2);
    // Case 2 by its number and by its numeral.
    let of = |case| {
        bench.json(&["ardl", "trade.csv", "imports ~ exports", "--orders", "1,1", "--case", case, "--bounds", "pss"])
    };
    assert_eq!(of("2")["results"], of("ii")["results"]);
    assert_eq!(of("2")["results"][0]["case"], "II");
}

#[test]
fn contradictions_are_refused() {
    let bench = Bench::new();
    let ardl = |rest: &[&'static str], words: &[&str]| bench.refused(&[&["ardl", "trade.csv"], rest].concat(), words);
    ardl(&["imports ~ exports", "--case", "6"], &["`6` is not a case"]);
    ardl(&["imports ~ 0 + exports", "--case", "3"], &["which the formula contradicts"]);
    ardl(&["imports ~ 0 + exports + trend()"], &["no case has a trend without a constant"]);
    ardl(&["imports ~ exports", "--orders", "2,1,1"], &["are of 2 regressors, and the model has 1"]);
    ardl(&["imports ~ exports", "--orders", "0,1"], &["no lag of the response"]);
    ardl(&["imports ~ 1"], &["has no regressor"]);
    ardl(&["imports ~ exports * post(2010-06)"], &["no place for the interaction", "--post"]);
    ardl(&["imports ~ exports", "--max-order", "40"], &["needs", "observations, found 72"]);
    ardl(&["imports ~ exports", "--level", "5"], &["not between 0 and 1"]);
}

#[test]
fn the_examples_of_the_help_run() {
    let bench = Bench::new();
    let help = bench.text(&["ardl", "--help"]).replace("\\\n", " ");
    let examples: Vec<&str> = help.lines().map(str::trim).filter(|line| line.starts_with("yalu ardl ")).collect();
    assert_eq!(examples.len(), 3);
    for example in examples {
        bench.shell(example).well(example);
    }
    assert!(bench.read("bounds.json").contains("Pesaran, Shin and Smith (2001)"));
}
