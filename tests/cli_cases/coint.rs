//! `yalu coint`: each method by its name, its flags, and what it refuses.

use serde_json::Value;

use super::bench::Bench;

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["coint", "trade.csv", "imports", "exports"], more].concat()
}

fn results(answer: &Value) -> Vec<Value> {
    answer["results"].as_array().expect("results").clone()
}

#[test]
fn johansen_by_default_in_a_table_in_words_and_for_a_machine() {
    let bench = Bench::new();
    let answer =
        bench.json(&asked(&["southern_trade", "--lags", "2", "--case", "4", "--seasonal", "--pulse", "2010-06"]));
    let results = results(&answer);
    assert!(results.iter().all(|one| one["test"] == "johansen"));
    let nulls: Vec<&Value> =
        results.iter().filter(|one| one["convention"] == "trace").map(|one| &one["null"]).collect();
    assert_eq!(nulls.len(), 3);
    assert_eq!(nulls[0], "there is no long-run relation among imports, exports, southern_trade");
    let terms =
        results[0]["settings"].as_array().and_then(|all| all.iter().find(|one| one["name"] == "deterministic terms"));
    let terms = terms.and_then(|one| one["value"].as_str()).expect("the terms");
    assert!(terms.contains("trend") && terms.contains("2010-06") && terms.contains("season"), "{terms}");
    let text = bench.text(&asked(&["--select", "bic", "--max-lags", "3"]));
    for part in ["the trace test finds r = ", "Osterwald-Lenum", "BIC of the VAR in levels among 1 to 3"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    assert_eq!(text.matches("the trace test finds").count(), 1, "{text}");
    // Every convention that JSON has stands in the table too.
    let unbroken = text.replace('\n', " ");
    for part in ["Trace", "at this n", "corrected", "Maximum eigenvalue", "times (T − pK)/T (Reinsel and Ahn 1992)"] {
        assert!(unbroken.contains(part), "no `{part}` in {text}");
    }
}

/// The rule that is the default chooses what the default chooses.
#[test]
fn asking_for_the_default_rule_changes_nothing() {
    let bench = Bench::new();
    assert_eq!(bench.text(&asked(&["--select", "aic"])), bench.text(&asked(&[])));
}

#[test]
fn relations_restrictions_and_their_constancy() {
    let bench = Bench::new();
    let with = ["--lags", "2", "--rank", "1"];
    let more =
        ["--weakly-exogenous", "exports", "--known", "imports = 1, exports = -1", "--constancy", "--draws", "199"];
    let results = results(&bench.json(&asked(&[with.as_slice(), &more].concat())));
    let model = results.iter().find(|one| one["model"] == "vecm").expect("the model");
    assert_eq!(model["levels"], serde_json::json!(["imports", "exports"]));
    assert_eq!((model["rank"].as_u64(), model["beta"][0][0].as_f64()), (Some(1), Some(1.0)));
    let test = results.iter().find(|one| one["test"] == "johansen-restrictions").expect("the restrictions");
    // One relation among two series has one free coefficient and one row of loadings to lose.
    assert_eq!(test["distribution"]["df"], serde_json::json!([2.0]));
    assert!(results.iter().any(|one| one["test"] == "hansen-johansen" && one["p_value"].is_f64()));
    let text = bench.text(&asked(&[with.as_slice(), &["--exclude", "exports"]].concat()));
    for part in ["1 long-run relation", "Loadings and short-run coefficients", "no `exports`"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn one_equation_tested_and_estimated() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--test", "gregory-hansen", "--shift", "regime", "--lags", "1"]));
    assert!(text.contains("ADF*: break = ") && text.contains("shift = level and slopes"), "{text}");
    let methods = [
        "--test",
        "eg",
        "--test",
        "po",
        "--terms",
        "ct",
        "--estimate",
        "dols",
        "--estimate",
        "fmols",
        "--estimate",
        "ccr",
    ];
    let results = results(&bench.json(&asked(&[methods.as_slice(), &["--lags", "1", "--kernel", "qs"]].concat())));
    let tests: Vec<&Value> = results.iter().filter(|one| one["test"].is_string()).collect();
    assert!(["engle-granger", "phillips-ouliaris"].iter().all(|id| tests.iter().any(|one| one["test"] == *id)));
    for model in ["dols", "fmols", "ccr"] {
        let one = results.iter().find(|one| one["model"] == model).expect(model);
        let terms: Vec<&str> =
            one["coefficients"].as_array().expect("rows").iter().filter_map(|row| row["term"].as_str()).collect();
        assert_eq!(terms, ["(Intercept)", "trend()", "exports"], "{model}");
    }
    let text = bench.text(&asked(&["--estimate", "dols", "--leads", "0", "--lags", "2", "--bandwidth", "andrews"]));
    // Text is broken to the width of the table.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("leads and lags of the changes = 0 and 2 (user)"), "{text}");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let bench = Bench::new();
    for (args, words) in [
        (&["--test", "eg", "--case", "3"] as &[_], "--case is not read here: it belongs to --test johansen"),
        (&["--case", "6"], "`6` is not a case"),
        (&["--case", "0"], "`0` is not a case"),
        (&["--bandwidth", "wide", "--test", "po"], "`wide` is not a bandwidth"),
        (&["--rank", "1", "--known", "imports - exports"], "`imports - exports` is not a relation"),
        (&["--rank", "1", "--exclude", "export"], "export"),
        (&["--rank", "3"], "3"),
        (&["--exclude", "exports"], "--rank"),
        (&["--select", "t"], "johansen chooses its lags by aic, bic or hq"),
        (&["--estimate", "dols", "--select", "maic"], "dols chooses leads and lags by aic, bic or hq"),
        (&["--lags", "0"], "at least one lag"),
        (&["imports"], "imports"),
    ] {
        bench.refused(&asked(args), &[words]);
    }
    bench.refused(&["coint", "trade.csv", "imports"], &["2 values required"]);
    bench.refused(&["coint", "trade.csv", "imports", "exprts"], &["did you mean `exports`"]);
}
