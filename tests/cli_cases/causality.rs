//! `yalu granger`: both directions, in words and in JSON.

use super::bench::Bench;

const QUESTION: [&str; 6] = ["granger", "trade.csv", "--cause", "exports", "--effect", "imports"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&QUESTION, more].concat()
}

#[test]
fn the_verdict_is_in_words() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--lags", "2"]));
    let verdict = text.split("\n\n").last().expect("a last paragraph");
    let words = verdict.replace('\n', " ");
    assert!(
        words.starts_with("At 5 %, by F with 2 lags, 2008-03 to 2013-12 (n = 70): exports → imports is supported"),
        "{words}"
    );
    assert!(words.contains("does not show that it is absent"), "{words}");
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn several_lags_come_one_after_the_other_and_together_at_the_end() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--lags", "1:3"]));
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("no `{what}` in {text}"));
    let order = ["Granger causality, 1 lag", "by F with 1 lag,", "Granger causality, 2 lags", "by F with 2 lags,"];
    let places: Vec<usize> = order.iter().map(|what| place(what)).collect();
    assert!(places.is_sorted(), "{text}");
    assert!(place("p-values of F by the number of lags") > place("by F with 3 lags"), "{text}");

    let csv = bench.text(&asked(&["--lags", "1:3", "--format", "csv"]));
    assert_eq!(csv.lines().count(), 1 + 3 * 2 * 4, "one heading, then a line for each test: {csv}");
    let widths: Vec<usize> = csv.lines().map(|line| line.matches(',').count()).collect();
    assert!(widths.iter().all(|width| *width >= widths[0]), "{csv}");
}

#[test]
fn each_convention_is_a_result() {
    let bench = Bench::new();
    let answer = bench.json(&asked(&["--lags", "2", "--given", "southern_trade"]));
    assert_eq!(answer["command"], "granger");
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["F", "chi2-wald", "chi2-ml", "lr"].repeat(2));
    let f = &results[0];
    assert_eq!(f["test"], "granger");
    assert_eq!(f["distribution"], serde_json::json!({"name": "F", "df": [2.0, 63.0]}));
    assert_eq!(f["sample"], serde_json::json!({"first": "2008-03", "last": "2013-12", "n": 70}));
    assert!(f["null"].as_str().is_some_and(|null| null.contains("exports do not Granger-cause imports")));
    assert!(f["p_relation"].is_null() && f["because"].is_null());
    let (statistic, chi2) = (f["statistic"].as_f64(), results[1]["statistic"].as_f64());
    let ratio = chi2.zip(statistic).map(|(chi2, f)| chi2 / f);
    assert!(ratio.is_some_and(|ratio| (ratio - 2.0).abs() < 1e-12), "χ² = p·F at full precision: {ratio:?}");
}

#[test]
fn too_few_degrees_of_freedom_are_no_number() {
    let bench = Bench::new();
    let args = asked(&["--lags", "3", "--to", "2008-11"]);
    let text = bench.text(&args).replace('\n', " ");
    assert!(text.contains("neither direction is identified"), "{text}");
    let answer = bench.json(&args);
    let result = &answer["results"][0];
    assert!(result["p_value"].is_null() && result["statistic"].is_null() && result["distribution"].is_null());
    assert!(result["because"].as_str().is_some_and(|because| because.starts_with("not identified")), "{result}");
}

#[test]
fn small_samples_say_how_the_test_behaves_and_the_seed_is_the_users() {
    let bench = Bench::new();
    let args = asked(&["--lags", "1", "--to", "2009-02"]);
    let text = bench.text(&args);
    assert_eq!(text.matches("Simulated size").count(), 2, "one sentence for each world, no more: {text}");
    assert!(!text.contains("Note: on only"), "{text}");
    let note = |seed: &str| {
        let answer = bench.json(&[args.as_slice(), &["--seed", seed]].concat());
        answer["results"][0]["notes"][0].as_str().unwrap_or_default().to_owned()
    };
    assert!(note("1").contains("seed 1)") && note("7").contains("seed 7)"), "{}", note("7"));
    assert_eq!(note("7"), note("7"), "the same seed gives the same numbers");
    assert_ne!(note("1").replace("seed 1", ""), note("7").replace("seed 7", ""), "another seed gives others");
}

#[test]
fn the_other_form_records_its_order_of_integration() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--method", "toda-yamamoto", "--lags", "1", "--integration", "1", "--cov", "hc3"]));
    assert!(text.starts_with("Toda–Yamamoto causality test"), "{text}");
    assert!(text.replace('\n', " ").contains("order of integration (further lags) = 1"), "{text}");
}
