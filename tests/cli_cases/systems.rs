//! `yalu vecm` and `yalu lp`: what they print, what machines read, and what they refuse.

use serde_json::Value;

use super::bench::Bench;

fn results(answer: &Value) -> Vec<Value> {
    answer["results"].as_array().expect("results").clone()
}

fn model<'a>(results: &'a [Value], name: &str) -> &'a Value {
    results.iter().find(|one| one["model"] == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn a_model_its_roots_and_causality_in_words() {
    let bench = Bench::new();
    let asked = ["vecm", "trade.csv", "imports", "exports", "--lags", "2", "--rank", "1"];
    let text = bench.text(&asked);
    for part in [
        "1 long-run relation, by maximum likelihood",
        "Error-correction equations of imports, exports",
        "1 root is one by construction",
        "imports → exports",
        "short run",
        "exports → imports: short run",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench.json(&asked));
    let found = model(&results, "error-correction");
    assert_eq!(found["rank"], 1);
    assert_eq!(found["relations"][0]["estimate"], 1.0);
    assert!(found["relations"][0]["std_error"].is_null() && found["relations"][1]["std_error"].is_f64());
    assert_eq!(found["level_terms"][0], "(Intercept)");
    assert_eq!(found["roots"].as_array().map(Vec::len), Some(4));
    for test in ["vecm-short-run", "vecm-long-run", "vecm-joint", "vecm-granger"] {
        let of: Vec<&Value> = results.iter().filter(|one| one["test"] == test).collect();
        assert!(of.len() >= 8 && of[0]["convention"] == "F", "{test}");
    }
    assert!(results.iter().any(|one| one["convention"] == "lr-johansen"));
    assert!(results.iter().any(|one| one["test"] == "vecm-instantaneous"));
}

#[test]
fn every_pair_of_three_and_the_dynamics() {
    let bench = Bench::new();
    let asked = [
        "vecm",
        "trade.csv",
        "imports",
        "exports",
        "southern_trade",
        "--lags",
        "2",
        "--rank",
        "1",
        "--case",
        "2",
        "--seasonal",
        "--responses",
        "6",
        "--impulse",
        "generalised",
        "--shares",
        "4",
        "--forecast",
        "3",
        "--residuals",
        "4",
        "--divisor",
        "rows",
    ];
    let text = bench.text(&asked);
    for part in [
        "southern_trade → exports",
        "Impulse responses",
        "2 roots are one by construction",
        "Shares in the variance of forecast errors",
        "Forecasts",
        "divisor T =",
        "Portmanteau",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench.json(&asked));
    let shares = model(&results, "variance-shares")["of"].as_array().expect("shares").clone();
    let sum: f64 = shares[..3].iter().map(|one| one["share"].as_f64().expect("a share")).sum();
    assert!((sum - 1.0).abs() < 1e-12);
    assert_eq!(model(&results, "forecast")["of"].as_array().map(Vec::len), Some(9));
    assert_eq!(model(&results, "responses")["of"].as_array().map(Vec::len), Some(63));
    assert!(results.iter().any(|one| one["test"] == "var-normality"));
}

#[test]
fn a_given_relation() {
    let bench = Bench::new();
    let asked = ["vecm", "trade.csv", "imports", "exports", "--lags", "2", "--relation", "imports = 1, exports = -1"];
    let results = results(&bench.json(&asked));
    let found = model(&results, "error-correction");
    assert_eq!(found["relations_given"], true);
    assert!(found["relations"].as_array().expect("relations").iter().all(|one| one["std_error"].is_null()));
    assert!(!results.iter().any(|one| one["convention"] == "lr-johansen"));
}

#[test]
fn projections_for_a_reader_and_a_machine() {
    let bench = Bench::new();
    let asked = ["lp", "trade.csv", "--shock", "exports", "--response", "imports", "--lags", "2", "--horizon", "4"];
    let text = bench.text(&asked);
    for part in
        ["Response of imports to exports, by local projections", "as many lags as the horizon", "one unit of exports"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results_of = |more: &[&str]| results(&bench.json(&[asked.as_slice(), more].concat()));
    let found = &results_of(&[])[0];
    assert_eq!(
        (found["model"].as_str(), found["responses"].as_array().map(Vec::len)),
        (Some("local-projection"), Some(5))
    );
    let n = |row: &Value| row["sample"]["n"].as_u64().expect("rows");
    assert_eq!(n(&found["responses"][0]) - 4, n(&found["responses"][4]));
    let augmented = &results_of(&["--lag-augmented"])[0];
    let settings = augmented["settings"].to_string();
    assert!(settings.contains("one of them added") && settings.contains("HC1"), "{settings}");
    let states = &results_of(&["--state", "post(2010-06)", "--response", "southern_trade"])[1];
    assert_eq!(states["response"], "southern_trade");
    assert_eq!(states["responses"][2]["regime"], "difference");
    let multiplier = &results_of(&["--multiplier"])[0];
    assert!(multiplier["responses"][1]["first_stage"].is_f64());
    let common = &results_of(&["--common-sample"])[0];
    assert_eq!(n(&common["responses"][0]), n(&common["responses"][4]));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let bench = Bench::new();
    let vecm = |more: &[&'static str]| [&["vecm", "trade.csv", "imports", "exports"], more].concat();
    bench.refused(&vecm(&["--lags", "2"]), &["neither", "give the rank"]);
    bench.refused(&vecm(&["--lags", "2", "--rank", "3"]), &["3 relations among 2 series", "from 1 to 2"]);
    bench.refused(&vecm(&["--lags", "2", "--relation", "imports"]), &["is not a relation"]);
    bench.refused(&vecm(&["--lags", "2", "--relation", "oil = 1"]), &["`oil`"]);
    bench.refused(&vecm(&["--rank", "1", "--select", "t"]), &["aic, bic or hq"]);
    bench.refused(&vecm(&["--lags", "2", "--rank", "1", "--cause", "oil", "--effect", "imports"]), &["`oil`"]);
    bench.refused(
        &vecm(&["--lags", "2", "--rank", "1", "--cause", "imports", "--effect", "imports"]),
        &["both `imports`"],
    );
    bench.refused(&vecm(&["--lags", "40", "--rank", "1"]), &["needs", "observations"]);
    let lp =
        |more: &[&'static str]| [&["lp", "trade.csv", "--shock", "exports", "--response", "imports"], more].concat();
    bench.refused(&lp(&["--controls", "exports"]), &["stands twice"]);
    bench.refused(&lp(&["--state", "exports"]), &["between 0 and 1"]);
    bench.refused(&lp(&["--state", "post(2050-01)"]), &["post(2050-01)"]);
    bench.refused(&lp(&["--state", "between(2010-06)"]), &["two dates"]);
    bench.refused(&lp(&["--cov", "robust"]), &["HC1 in one program"]);
    bench.refused(&lp(&["--coverage", "2"]), &["coverage of 2"]);
}
