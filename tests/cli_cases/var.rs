//! `yalu var`: the page, the numbers for a machine, and what it refuses.

use serde_json::Value;

use super::bench::Bench;

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["var", "trade.csv", "imports", "exports"], more].concat()
}

fn results(answer: &Value) -> Vec<Value> {
    answer["results"].as_array().expect("results").clone()
}

fn of<'a>(results: &'a [Value], model: &str) -> &'a Value {
    results.iter().find(|one| one["model"] == model).unwrap_or_else(|| panic!("no {model}"))
}

/// Text is broken to the width of the table.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_equations_side_by_side_and_in_words() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--select", "bic", "--max-lags", "3", "--seasonal=centred", "--trend", "--roots"]));
    let text = words(&text);
    for part in [
        "Lags of a vector autoregression of imports, exports",
        "Preferred:",
        "Equation of",
        "lag(exports, 1)",
        "centred season(Feb)",
        "trend()",
        "BIC among 1 to 3",
        "2 equations with",
        "The largest root of the companion matrix is",
        "Roots of the companion matrix",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench.json(&asked(&["--lags", "2", "--post", "2010-06", "--exogenous", "southern_trade"])));
    let model = of(&results, "var");
    assert_eq!(model["series"], serde_json::json!(["imports", "exports"]));
    assert_eq!(model["lags"], serde_json::json!([1, 2]));
    let rows = model["coefficients"].as_array().expect("rows");
    assert_eq!(rows.len(), 2 * 7);
    let terms: Vec<&str> = rows[..7].iter().filter_map(|row| row["term"].as_str()).collect();
    let lags = ["lag(imports, 1)", "lag(exports, 1)", "lag(imports, 2)", "lag(exports, 2)"];
    assert_eq!(terms, [["(Intercept)", "post(2010-06)", "southern_trade"].as_slice(), &lags].concat());
    assert!(rows.iter().all(|row| row["conf_low"].as_f64() < row["conf_high"].as_f64()));
    let (sigma, ml) = (model["sigma"][0][0].as_f64().expect("σ"), model["sigma_ml"][0][0].as_f64().expect("σ"));
    let (nobs, df) = (
        model["summary"]["nobs"].as_f64().expect("T"),
        model["equations"][0]["df_resid"].as_f64().expect("degrees of freedom"),
    );
    assert!((sigma * df - ml * nobs).abs() < 1e-9 * sigma * df && nobs - df == 7.0);
    assert_eq!(model["roots"].as_array().map(Vec::len), Some(4));
    assert!(model["stable"].is_boolean());
}

#[test]
fn what_follows_from_the_model() {
    let bench = Bench::new();
    let more = [
        "--lags",
        "1",
        "--residual-tests",
        "--periods",
        "3",
        "--responses",
        "generalised",
        "--cumulative",
        "--horizon",
        "4",
        "--fevd",
        "--forecast",
        "2",
        "--level",
        "0.1",
        "--selection",
        "--max-lags",
        "2",
    ];
    let results = results(&bench.json(&asked(&more)));
    assert_eq!(of(&results, "var-selection")["orders"].as_array().map(Vec::len), Some(2));
    let responses = of(&results, "var-responses");
    assert_eq!((responses["cumulative"].as_bool(), responses["conf_level"].as_f64()), (Some(true), Some(0.9)));
    assert_eq!(responses["bands"], "asymptotic");
    assert_eq!(responses["responses"].as_array().map(Vec::len), Some(2 * 2 * 5));
    let shares = of(&results, "var-fevd")["shares"].as_array().expect("shares").clone();
    let sum: f64 = shares
        .iter()
        .filter(|one| one["response"] == "imports" && one["horizon"] == 4)
        .filter_map(|one| one["share"].as_f64())
        .sum();
    assert!((sum - 1.0).abs() < 1e-12);
    let forecasts = of(&results, "var-forecast")["forecasts"].as_array().expect("forecasts").clone();
    assert_eq!(forecasts.len(), 4);
    for test in ["breusch-godfrey", "portmanteau", "var-normality", "var-arch"] {
        assert!(results.iter().any(|one| one["test"] == test && one["p_value"].is_f64()), "{test}");
    }
    let text = words(&bench.text(&asked(&more)));
    for part in [
        "Cumulative impulse responses to a shock to exports",
        "Share of the shock to",
        "Intervals of 90 %",
        "correlated up to 3 periods apart",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let csv = bench.text(&asked(&["--format", "csv"]));
    assert!(csv.starts_with("group,equation,term,estimate,std_error,statistic,p_value\n"), "{csv}");
}

#[test]
fn zeros_by_name_and_by_rule() {
    let bench = Bench::new();
    let zeros = ["--lags", "2", "--restrict", "imports: exports", "--restrict", "exports : lag(imports, 2)"];
    let results = results(&bench.json(&asked(&[zeros.as_slice(), &["--estimator", "iterated"]].concat())));
    let model = of(&results, "var");
    assert_eq!(model["estimator"], "iterated generalised least squares");
    assert_eq!(model["summary"]["coefficients"], 7);
    let test = results.iter().find(|one| one["test"] == "var-restrictions").expect("a test");
    assert_eq!((&test["convention"], &test["distribution"]["df"]), (&"lr".into(), &serde_json::json!([3.0])));
    assert!(test["null"].as_str().is_some_and(|null| null.contains("lag(exports, 2) in the equation of imports")));
    let text = words(&bench.text(&asked(&["--lags", "4", "--eliminate", "t:2", "--keep-fixed"])));
    for part in [
        "Terms eliminated",
        "t when it left",
        "lags only",
        "coefficients free",
        "A blank stands for",
        "take its choice as given",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let text = words(&bench.text(&asked(&["--lag-subset", "1,4"])));
    assert!(text.contains("lags 1, 4") && text.contains("Zero restrictions on a vector autoregression"), "{text}");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let bench = Bench::new();
    for (args, words) in [
        (&["--max-lags", "3"] as &[_], "--max-lags is not read here"),
        (&["--horizon", "3"], "--horizon is not read here"),
        (&["--estimator", "gls"], "--estimator is not read here"),
        (&["--keep-fixed"], "--eliminate"),
        (&["--cumulative"], "--responses"),
        (&["--lags", "2", "--lag-subset", "1"], "cannot be used with"),
        (&["--lags", "2", "--select", "aic"], "cannot be used with"),
        (&["--restrict", "imports"], "`imports` is not a restriction"),
        (&["--restrict", "imports: lag(exports, 9)"], "no term `lag(exports, 9)`"),
        (&["--restrict", "import: exports"], "did you mean `imports`"),
        (&["--eliminate", "f:2"], "`f:2` is not a rule of elimination"),
        (&["--eliminate", "t:-1"], "threshold"),
        (&["--between", "2010-06"], "not a span of time"),
        (&["--lags", "0"], "at least one lag"),
        (&["--lags", "500"], "needs"),
        (&["--level", "1.5", "--forecast", "2"], "between 0 and 1"),
        (&["--forecast", "2", "--exogenous", "southern_trade"], "southern_trade"),
        (&["--fevd", "--horizon", "0"], "no period"),
        (&["imports"], "stands twice"),
    ] {
        bench.refused(&asked(args), &[words]);
    }
    bench.refused(&["var", "trade.csv"], &["required"]);
    bench.refused(&["var", "trade.csv", "imports", "exprts"], &["did you mean `exports`"]);
}
