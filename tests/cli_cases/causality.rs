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

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn several_causes_are_a_block_and_the_period_is_tested_too() {
    let bench = Bench::new();
    let args = asked(&["--cause", "southern_trade", "--lags", "1:2"]);
    let text = words(&bench.text(&args));
    assert!(text.contains("exports and southern_trade → imports is supported"), "{text}");
    assert!(text.contains("within a period exports and southern_trade ↔ imports"), "{text}");
    assert!(text.contains("p-values of F by the number of lags") && text.contains("Rejected at 5 %"), "{text}");
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    let tests: Vec<&str> = results.iter().filter_map(|result| result["test"].as_str()).collect();
    assert_eq!(tests.len(), 2 * (5 + 5 + 3));
    assert_eq!((tests[0], tests[12]), ("granger-block", "instantaneous-causality"));
    let pair = bench.json(&asked(&["--lags", "2"]));
    let block = bench.json(&asked(&["--lags", "2", "--block"]));
    assert_eq!(pair["results"][0]["distribution"], block["results"][0]["distribution"]);
}

#[test]
fn lags_may_differ_by_role_and_be_chosen_for_each() {
    let bench = Bench::new();
    let text = words(&bench.text(&asked(&["--lags-of-cause", "1,3", "--lags-of-effect", "1:3"])));
    assert!(text.contains("with lags 1, 3 of the cause and lags 1 to 3 of the effect"), "{text}");
    let answer = bench.json(&asked(&["--hsiao", "fpe", "--max-lags", "4"]));
    let settings = answer["results"][0]["settings"].to_string();
    assert!(settings.contains("FPE, Hsiao's sequence, among 1 to 4"), "{settings}");
    let held = bench.json(&asked(&["--lags", "2", "--exogenous", "southern_trade"]));
    assert_eq!(held["results"][0]["distribution"]["df"], serde_json::json!([2.0, 64.0]));
}

#[test]
fn a_bootstrap_stands_beside_the_other_conventions() {
    let bench = Bench::new();
    let args = asked(&["--lags", "2", "--bootstrap", "residual", "--bootstrap", "wild", "--draws", "99"]);
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    let names: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(names, ["F", "chi2-wald", "chi2-ml", "lr", "F-bootstrap", "F-wild"].repeat(2));
    assert!(results[4]["p_value"].as_f64().is_some_and(|p| (0.01..=1.0).contains(&p)));
    assert_eq!(answer, bench.json(&args), "the same seed gives the same numbers");
}

#[test]
fn the_conventions_name_formula_and_program() {
    let bench = Bench::new();
    let args = asked(&["--lags", "2", "--conventions", "--draws", "99"]);
    let text = words(&bench.text(&args));
    assert!(text.contains("One null, 12 p-values: exports → imports"), "{text}");
    assert!(text.contains("R lmtest grangertest") && text.contains("name the convention with the number"), "{text}");
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.len(), 24);
    assert!(results.iter().all(|row| row["programs"].is_string() && row["formula"].is_string()));
}

#[test]
fn causality_by_frequency_is_a_table_for_a_figure() {
    let bench = Bench::new();
    let csv = bench.text(&asked(&["--lags", "3", "--by-frequency", "--grid", "16", "--format", "csv"]));
    assert_eq!(csv.lines().filter(|line| !line.starts_with('#')).count(), 17, "{csv}");
    let text = words(&bench.text(&asked(&["--lags", "3", "--by-frequency", "--omega", "0.5", "--omega", "2"])));
    assert!(text.contains("Breitung–Candelon") && text.contains("Each frequency is a test of its own"), "{text}");
    let text = words(&bench.text(&asked(&["--by-frequency", "geweke", "--bands", "--draws", "49", "--grid", "8"])));
    assert!(text.contains("Feedback with 1 lag") && text.contains("95 % without"), "{text}");
    let answer = bench.json(&asked(&["--by-frequency", "geweke", "--grid", "8"]));
    assert_eq!(answer["results"][4]["points"].as_array().map(Vec::len), Some(8));
}

#[test]
fn all_pairs_are_a_matrix_and_a_list() {
    let bench = Bench::new();
    let series = ["--series", "exports", "--series", "imports", "--series", "southern_trade"];
    let args = [&["granger", "trade.csv", "--all", "--given-others"], series.as_slice()].concat();
    let text = words(&bench.text(&args));
    assert!(text.contains("each pair given the others") && text.contains("after Holm's adjustment"), "{text}");
    let answer = bench.json(&args);
    assert_eq!(answer["results"].as_array().map(Vec::len), Some(6));
}

#[test]
fn whether_causality_changed_is_one_test_and_not_two_verdicts() {
    let bench = Bench::new();
    let change = ["--lags", "2", "--change-at", "2010-06"];
    let text = words(&bench.text(&asked(&change)));
    for part in [
        "Change in Granger causality",
        "change = 2010-05|2010-06",
        "Before and after 2010-05|2010-06",
        "that it changed is",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let robust = [change.as_slice(), &["--cov", "hc3", "--others", "constant"]].concat();
    let results = &bench.json(&asked(&robust))["results"];
    let conventions: Vec<&str> =
        results.as_array().expect("results").iter().filter_map(|one| one["convention"].as_str()).collect();
    // No joint test under HC3.
    assert_eq!(conventions, ["change", "change-chi2", "before", "after"].repeat(2));
    let search = words(&bench.text(&asked(&["--lags", "2", "--change-at", "unknown"])));
    for part in ["is the same", "sup W of Andrews", "Other coefficients are held equal"] {
        assert!(search.contains(part), "no `{part}` in {search}");
    }
    bench.refused(&asked(&["--change-at", "unknown", "--others", "may"]), &["leave out --others"]);
    bench.refused(&asked(&["--others", "fixed"]), &["--change-at"]);
    bench.refused(&asked(&["--change-at", "2030-01"]), &["every row lies before the break"]);
    bench.refused(
        &asked(&[change.as_slice(), &["--bootstrap", "wild"]].concat()),
        &["--bootstrap is not read by --change-at"],
    );
    bench.refused(&asked(&[change.as_slice(), &["--cov", "hc3", "--cov", "hc1"]].concat()), &["one covariance"]);
}

#[test]
fn a_flag_that_is_not_read_is_refused() {
    let bench = Bench::new();
    for (more, word) in [
        (["--integration", "1"].as_slice(), "--method toda-yamamoto"),
        (&["--draws", "9"], "--draws is not read"),
        (&["--max-lags", "3"], "--max-lags is not read"),
        (&["--block", "--cov", "hc3"], "--cov is not read by the test of blocks"),
        (&["--omega", "1"], "--omega is not read"),
        (&["--by-frequency", "--bootstrap", "wild"], "--bootstrap is not read by --by-frequency"),
        (&["--cause", "southern_trade", "--by-frequency"], "one cause and one effect"),
        (&["--lags-of-cause", "0"], "range of lags"),
    ] {
        bench.refused(&asked(more), &[word]);
    }
}
