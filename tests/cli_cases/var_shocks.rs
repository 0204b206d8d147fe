//! `yalu var` with structural shocks, bands from draws and history: the page, the numbers for a machine, what it refuses.

use serde_json::Value;

use super::bench::Bench;

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["var", "trade.csv", "imports", "exports", "--lags", "2"], more].concat()
}

fn of<'a>(answer: &'a Value, model: &str) -> &'a Value {
    let results = answer["results"].as_array().expect("results");
    results.iter().find(|one| one["model"] == model).unwrap_or_else(|| panic!("no {model}"))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn structural_shocks_and_what_they_do() {
    let bench = Bench::new();
    let args = asked(&[
        "--b",
        "* 0; * *",
        "--shock-names",
        "demand,supply",
        "--responses",
        "structural",
        "--fevd",
        "--history",
    ]);
    let text = words(&bench.text(&args));
    for part in [
        "Structural vector autoregression of imports, exports: A u = B ε",
        "B: what a shock does in an equation",
        "just identified",
        "Impulse responses to a shock to demand",
        "Share of the shock to",
        "Historical decomposition of imports",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&args);
    let parameters = of(&answer, "svar")["parameters"].as_array().expect("parameters").clone();
    assert!(parameters.iter().any(|one| one["matrix"] == "B" && one["std_error"].is_number()));
    // Recursive shocks are the orthogonal ones.
    let orthogonal = bench.json(&asked(&["--responses", "orth"]));
    let first = |answer: &Value| of(answer, "var-responses")["responses"][0]["estimate"].as_f64().expect("a number");
    assert!((first(&answer) - first(&orthogonal)).abs() < 1e-12 * first(&answer).abs());
    // Base and contributions add up to the first value after the lags.
    let history = of(&answer, "var-history")["contributions"].as_array().expect("contributions").clone();
    assert_eq!(history[0]["shock"], Value::Null);
    assert_eq!(history[1]["shock"], "demand");
}

#[test]
fn bands_from_draws_are_the_same_every_time() {
    let bench = Bench::new();
    let args =
        |more: &[&'static str]| asked(&[&["--responses", "orth", "--horizon", "3", "--draws", "199"], more].concat());
    let blocks = args(&["--bootstrap=blocks:6", "--seed", "7", "--interval", "hall", "--bias-corrected"]);
    let answer = bench.json(&blocks);
    let bands = of(&answer, "var-responses");
    assert_eq!((&bands["bands"], &bands["interval"]), (&"bootstrap".into(), &"Hall".into()));
    let rows = bands["responses"].as_array().expect("rows");
    assert_eq!(rows.len(), 16);
    assert!(rows.iter().all(|row| row["conf_low"].as_f64() <= row["conf_high"].as_f64()));
    assert_eq!(answer, bench.json(&blocks));
    let text = words(&bench.text(&args(&["--bootstrap=wild"])));
    assert!(text.contains("Intervals: bootstrap, percentile (Efron), each of 95 %"), "{text}");
    assert!(text.contains("too narrow"), "{text}");
    let long_run = ["--long-run", "* 0; * *", "--responses", "structural", "--bootstrap", "--draws", "99"];
    assert!(
        bench
            .run(
                &["var", "trade.csv", "dlog(imports)", "dlog(exports)"]
                    .iter()
                    .chain(&long_run)
                    .copied()
                    .collect::<Vec<_>>()
            )
            .status
            == 0
    );
}

#[test]
fn what_cannot_be_told_is_refused() {
    let bench = Bench::new();
    for (args, words) in [
        (&["--responses", "structural"][..], "structural shocks are not told apart"),
        (&["--b", "* *; * *"], "not identified"),
        (&["--b", "1 0; x"], "neither a number nor a free entry"),
        (&["--a", "1 0; * 1", "--long-run", "* 0; * *"], "cannot be used with"),
        (&["--shock-names", "a,b"], "nothing to name"),
        (&["--bootstrap"], "--responses"),
        (&["--responses", "orth", "--draws", "99"], "--bootstrap"),
        (&["--responses", "orth", "--bootstrap=often"], "no way to draw errors"),
        (&["--responses", "orth", "--bootstrap", "--draws", "9"], "needs 39 draws"),
        (&["--responses", "orth", "--bootstrap", "--restrict", "imports: exports"], "held at zero"),
    ] {
        bench.refused(&asked(args), &[words]);
    }
}
