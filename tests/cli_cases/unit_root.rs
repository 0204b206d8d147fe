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
    let text = bench.text(&asked(&["--test", "adf", "--lags", "2"]));
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

#[test]
fn the_summary_gives_an_order_in_words_and_for_a_machine() {
    let bench = Bench::new();
    let asked = ["unitroot", "trade.csv", "exports", "log(imports)"];
    let answer = bench.json(&asked);
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    assert_eq!(
        (&results[0]["summary"], &results[1]["series"]),
        (&"order-of-integration".into(), &"log(imports)".into())
    );
    // Six tests of the levels, the first and the second differences.
    let tests = results[0]["tests"].as_array().expect("tests");
    assert_eq!(tests.len(), 18);
    for test in tests {
        assert!(test["p_value"].is_f64() || test["because"].is_string(), "{test}");
    }
    assert_eq!(results[0]["rejections"], serde_json::json!([]));
    let short = bench.json(&["unitroot", "trade.csv", "exports", "--to", "2009-06"]);
    let rejections = short["results"][0]["rejections"].as_array().expect("18 months are a short sample");
    assert!(rejections.iter().all(|one| one["on_unit_roots"].as_f64() < Some(0.5) && one["replications"] == 500));
    let d = results.iter().map(|one| one["highest"].as_u64()).max().expect("two series");
    assert_eq!(results[0]["toda_yamamoto_d"].as_u64(), d);
    let text = bench.text(&asked);
    for part in ["Order of integration", "at 5 % ", "For a Toda–Yamamoto test of all 2 series: d = "] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    assert!(bench.text(&[asked.as_slice(), &["--level", "0.01"]].concat()).contains("at 1 % "));
}

#[test]
fn tests_after_gls_and_point_optimal() {
    let bench = Bench::new();
    let answer = bench.json(&asked(&["--test", "df-gls", "--test", "ers", "--terms", "ct", "--select", "maic"]));
    let results = answer["results"].as_array().expect("results");
    assert_eq!((&results[0]["test"], &results[0]["convention"]), (&"dfgls".into(), &"finite-n".into()));
    assert!(results.iter().any(|one| one["test"] == "ers-point-optimal"));
    let chosen = results[0]["settings"][0]["chosen_by"].as_str().expect("who chose");
    assert!(chosen.contains("modified AIC"), "{chosen}");
    let answer = bench.json(&asked(&["--test", "schmidt-phillips", "--degree", "2", "--bandwidth", "4"]));
    assert_eq!(answer["results"][0]["convention"], "tau");
}

#[test]
fn tests_that_allow_breaks() {
    let bench = Bench::new();
    let answer = bench.json(&asked(&["--test", "za", "--break-in", "both", "--lags", "1", "--trim", "0.2"]));
    let setting = |answer: &serde_json::Value, name: &str| {
        let settings = answer["results"][0]["settings"].as_array().expect("settings").clone();
        settings.into_iter().find(|one| one["name"] == name).map(|one| one["value"].clone())
    };
    assert_eq!(setting(&answer, "break in"), Some("intercept and trend".into()));
    assert_eq!(setting(&answer, "trim"), Some("0.2".into()));
    for (what, words, breaks) in [("intercept", "level", "1"), ("both", "level and slope", "1")] {
        let answer = bench.json(&asked(&["--test", "ls", "--breaks", breaks, "--break-in", what, "--lags", "1"]));
        assert_eq!(setting(&answer, "break in"), Some(words.into()));
    }
    let two = bench.json(&asked(&["--test", "lee-strazicich", "--lags", "0"]));
    assert!(setting(&two, "first break between").is_some() && setting(&two, "second break between").is_some());
}

#[test]
fn seasonal_unit_roots_with_the_terms_and_the_draws_asked_for() {
    let bench = Bench::new();
    let run =
        |more: &[&str]| bench.json(&asked(&[&["--test", "hegy", "--lags", "1", "--draws", "199"], more].concat()));
    let terms = |answer: &serde_json::Value| {
        let settings = answer["results"][0]["settings"].as_array().expect("settings").clone();
        settings.into_iter().find(|one| one["name"] == "deterministic terms").map(|one| one["value"].clone())
    };
    // Monthly: the seasonal roots together, then the frequencies one by one and all.
    let answer = run(&[]);
    assert_eq!(answer["results"].as_array().map(Vec::len), Some(9));
    assert_eq!(terms(&answer), Some("constant and seasonal dummies".into()));
    assert_eq!(terms(&run(&["--terms", "ct", "--seasonal"])), Some("constant, seasonal dummies and trend".into()));
    assert_eq!(terms(&run(&["--terms", "c"])), Some("constant".into()));
    assert_ne!(answer["results"][0]["p_value"], run(&["--seed", "2"])["results"][0]["p_value"]);
}

#[test]
fn a_flag_that_nothing_reads_is_refused() {
    let bench = Bench::new();
    for (args, words) in [
        (&["--test", "adf", "--horizons", "2"] as &[_], "--horizons is not read here: it belongs to --test vr"),
        (&["--bandwidth", "4"], "--bandwidth is not read here"),
        (&["--test", "kpss", "--lags", "2"], "the summary without --test, --test adf"),
        (&["--test", "adf", "--level", "0.1"], "--level is not read here: it belongs to the summary without --test"),
        (&["--test", "ls", "--break-in", "trend"], "no test with a break in the trend alone"),
        (&["--test", "hegy", "--terms", "n", "--seasonal"], "seasonal dummies make a constant together"),
        (&["--test", "hegy", "--terms", "ctt"], "no law with a quadratic trend"),
        (&["--test", "ls", "--breaks", "3"], "3 is not in 1..=2"),
        (&["--terms", "n"], "these deterministic terms in levels: none"),
        (&["--max-lags", "3"], "--max-lags without --select leaves open by which rule"),
    ] {
        bench.refused(&asked(args), &[words]);
    }
}

/// The longest lag alone leaves each test its own rule.
#[test]
fn a_longest_lag_does_not_change_the_rule() {
    let bench = Bench::new();
    for (test, rule) in [
        ("adf", "AIC among 0 to 3 lags"),
        ("df-gls", "modified AIC among 0 to 3 lags"),
        ("ers", "BIC among 0 to 3 lags"),
        ("lee-strazicich", "|t| of the last lag ≥ 1.645 among 0 to 3 lags"),
    ] {
        let more = if test == "lee-strazicich" { &["--breaks", "1"] as &[_] } else { &[] };
        let text = bench.text(&asked(&[&["--test", test, "--max-lags", "3"], more].concat()));
        assert!(text.replace('\n', " ").contains(&format!("({rule}")), "{test}: {text}");
    }
}
