//! `yalu unitroot`: each test by its name, its flags, and what it refuses.

use super::bench::Bench;

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["unitroot", "trade.csv", "exports"], more].concat()
}

#[test]
fn augmented_dickey_fuller_in_three_conventions_and_its_joint_tests() {
    let bench = Bench::new();
    let answer = bench.json(&asked(&["--test", "adf", "--terms", "ct", "--lags", "2"]));
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["mackinnon1996-n", "mackinnon1996", "mackinnon1994", "phi2", "phi3"]);
    assert_eq!(results[0]["null"], "exports has a unit root");
    assert_eq!(results[0]["distribution"], serde_json::json!({"name": "dickey-fuller", "df": []}));
    let chosen_by = |result: usize, i: usize| results[result]["settings"][i]["chosen_by"].clone();
    assert_eq!((chosen_by(0, 0), chosen_by(0, 1)), ("user".into(), "user".into()));
    // A table gives a bound.
    assert!(results[3]["p_relation"].is_string() && results[3]["critical_values"].as_array().is_some());
    let text = bench.text(&asked(&["--lags", "2"]));
    for part in
        ["mackinnon1996-n", "phi1", "deterministic terms = constant (default)", "Critical values at 10 %, 5 %, 1 %"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn several_tests_of_several_series() {
    let bench = Bench::new();
    let answer = bench.json(&[
        "unitroot",
        "trade.csv",
        "exports",
        "log(imports)",
        "--test",
        "pp",
        "--test",
        "kpss",
        "--bandwidth",
        "4",
    ]);
    let tests: Vec<&str> =
        answer["results"].as_array().expect("results").iter().filter_map(|result| result["test"].as_str()).collect();
    let one = ["pp", "pp", "pp", "pp-alpha", "pp-alpha", "pp-alpha", "kpss", "kpss"];
    assert_eq!(tests, one.repeat(2));
    assert_eq!(
        answer["results"][0]["settings"][0],
        serde_json::json!({"name": "Bartlett lags", "value": "4", "chosen_by": "user"})
    );
    assert_eq!(answer["results"][8]["null"], "log(imports) has a unit root");
    for (rule, words) in [("auto", "Hobijn"), ("short", "⌊4"), ("long", "⌊12"), ("schwert", "⌈12")] {
        let text = bench.text(&asked(&["--test", "kpss", "--terms", "ct", "--bandwidth", rule]));
        assert!(text.contains(words) && text.contains("limit"), "{rule}: {text}");
    }
}

#[test]
fn variance_ratios_at_several_horizons() {
    let bench = Bench::new();
    let answer = bench.json(&asked(&["--test", "vr", "--horizons", "2,12"]));
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.len(), 4);
    assert_eq!(results[2]["null"], "exports is a random walk: its changes are uncorrelated within 12 periods");
    assert_eq!(results[2]["sample"], serde_json::json!({"first": "2008-02", "last": "2013-12", "n": 71}));
    assert_eq!(bench.json(&asked(&["--test", "variance-ratio"]))["results"].as_array().map(Vec::len), Some(8));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let bench = Bench::new();
    for (args, words) in [
        (["--test", "kpss", "--terms", "n"], "KPSS has no law for these deterministic terms: none"),
        (["--test", "pp", "--bandwidth", "wide"], "`wide` is not a number of lags"),
        (["--test", "pp", "--bandwidth", "80"], "80 Bartlett lags need 81 residuals, found 71"),
        (["--test", "vr", "--horizons", "1"], "two periods or more"),
        (["--test", "vr", "--horizons", "99"], "over 99 periods needs 101 observations, found 72"),
    ] {
        let run = bench.run(&asked(&args));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.replace('\n', " ").contains(words), "{args:?}: {}", run.stderr);
    }
}
