//! `yalu disaggregate`: the values, the regression, and what becomes of them in other commands.

use super::bench::Bench;

const BY_EXPORTS: [&str; 9] = [
    "disaggregate",
    "annual.csv",
    "gdp",
    "--into",
    "monthly",
    "--indicators-from",
    "trade.csv",
    "--indicator",
    "exports",
];

#[test]
fn values_and_regression_in_words() {
    let bench = Bench::new();
    let text = bench.text(&[&BY_EXPORTS[..], &["--min-df", "3"]].concat());
    for part in [
        "72 monthly values made from 6 annual values of gdp (2008 to 2013 (n = 6)) by Chow–Lin with ρ = ",
        "The sum over each annual period is the observed value.",
        "Chow–Lin of gdp: coefficients at monthly frequency",
        "t compared with t(4), given ρ",
        "gdp_disaggregated: constructed data",
        "48 rows in the middle are not shown.",
        "`gdp_disaggregated` is constructed data (from annual sums by Chow–Lin, following exports)",
    ] {
        assert!(text.replace('\n', " ").contains(part), "no `{part}` in {text}");
    }
    let smooth = bench.text(&["disaggregate", "annual.csv", "gdp", "--into", "quarterly"]);
    let sentence = "by Denton–Cholette, proportional first differences";
    assert!(smooth.replace('\n', " ").contains(sentence), "{smooth}");
}

#[test]
fn json_says_that_it_is_constructed() {
    let bench = Bench::new();
    let answer = bench.json(&[&BY_EXPORTS[..], &["--rho", "0.8"]].concat());
    let result = &answer["results"][0];
    assert_eq!((&result["constructed"], &result["rho"]), (&true.into(), &0.8.into()));
    let values: Vec<f64> = result["values"].as_array().expect("values").iter().filter_map(|v| v.as_f64()).collect();
    assert_eq!(values.len(), 72);
    assert!((values[..12].iter().sum::<f64>() - 1200.0).abs() < 1e-9);
    // Four degrees of freedom: an estimate, and no standard error.
    assert!(result["coefficients"][1]["estimate"].is_f64());
    assert!(result["coefficients"][1]["std_error"].is_null());
    assert!(result["std_errors"].is_null());
}

/// A file of constructed data is known when it is read again, and refused where it would pass for evidence.
#[test]
fn constructed_data_are_known_again() {
    let bench = Bench::new();
    bench.text(&[&BY_EXPORTS[..], &["--method", "fernandez", "--export", "gdp.csv", "--quiet"]].concat());
    let gdp = bench.read("gdp.csv");
    assert!(gdp.starts_with("period,gdp_disaggregated\n2008-01,"), "{gdp}");
    let beside = |row: usize, line: &str| match row {
        0 => format!("{line},exports"),
        row => format!("{line},{}", 100 + row * row % 37),
    };
    let joined: Vec<String> = gdp.lines().enumerate().map(|(row, line)| beside(row, line)).collect();
    bench.file("both.csv", &joined.join("\n"));
    let question = ["granger", "both.csv", "--cause", "exports", "--effect", "dlog(gdp_disaggregated)"];
    bench.refused(&question, &["`dlog(gdp_disaggregated)` is constructed data", "--accept-constructed-data"]);
    let text = bench.text(&[&question[..], &["--accept-constructed-data"]].concat());
    assert!(
        text.replace('\n', " ").contains("`dlog(gdp_disaggregated)` is constructed data (by the name of its column)")
    );
    let answer = bench.json(&[&question[..], &["--accept-constructed-data"]].concat());
    for result in answer["results"].as_array().expect("results") {
        assert!(result["notes"][0].as_str().is_some_and(|note| note.contains("constructed data")), "{result}");
    }
    for command in [
        &["regress", "both.csv", "exports ~ gdp_disaggregated"][..],
        &["unitroot", "both.csv", "gdp_disaggregated", "--test", "adf"],
        &["describe", "both.csv"],
    ] {
        let text = bench.text(command).replace('\n', " ");
        assert!(text.contains("`gdp_disaggregated` is constructed data"), "{command:?}: {text}");
    }
}

#[test]
fn refusals() {
    let bench = Bench::new();
    let plain = ["disaggregate", "annual.csv", "gdp", "--into"];
    bench.refused(&["disaggregate", "annual.csv", "gdp"], &["--into <FREQUENCY>"]);
    bench.refused(&[&plain[..], &["weekly"]].concat(), &["weekly", "quarterly or monthly"]);
    bench.refused(&[&plain[..], &["annual"]].concat(), &["cannot be disaggregated to annual"]);
    bench.refused(&[&plain[..], &["monthly", "--indicator", "exports"]].concat(), &["--indicators-from"]);
    let quarterly = [&plain[..], &["quarterly", "--indicators-from", "trade.csv", "--indicator", "exports"]].concat();
    bench.refused(&quarterly, &["`exports` is monthly where quarterly is needed"]);
    bench.refused(&[&BY_EXPORTS[..], &["--rho", "1"]].concat(), &["ρ, 1", "between −1 and 1"]);
    bench.refused(&[&BY_EXPORTS[..], &["--additive"]].concat(), &["--additive belongs to the methods denton"]);
    let both = [&BY_EXPORTS[..], &["--rho", "0.5", "--rho-range", "0:0.9"]].concat();
    bench.refused(&both, &["leave one of them out"]);
    let denton = [&plain[..], &["quarterly", "--method", "denton"]].concat();
    bench.refused(&denton, &["without an indicator", "Denton–Cholette"]);
    let fernandez = [&BY_EXPORTS[..], &["--method", "fernandez", "--rho", "0.5"]].concat();
    bench.refused(&fernandez, &["--rho belongs to the methods chow-lin and litterman"]);
}
