//! `yalu event`: what it prints, what machines read, and what it refuses.

use serde_json::Value;

use super::bench::Bench;

const QUESTION: [&str; 6] = ["event", "trade.csv", "--outcome", "imports", "--at", "2010-06"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&QUESTION[..], more].concat()
}

fn results(bench: &Bench, more: &[&str]) -> Vec<Value> {
    bench.json(&asked(more))["results"].as_array().expect("results").clone()
}

fn keyed<'a>(results: &'a [Value], key: &str, name: &str) -> &'a Value {
    results.iter().find(|one| one[key] == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn the_path_without_the_event_and_what_it_rests_on() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--coverage", "0.9"]));
    let words = text.replace('\n', " ");
    for part in [
        "imports went on at 2010-05|2010-06 as before",
        "changes at 2010-05|2010-06",
        "lags).",
        "`imports` with and without the change at 2010-05|2010-06",
        "Intervals of 90 %",
        "nothing else happened at that date",
        "not foreseen",
    ] {
        assert!(words.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench, &[]);
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["F", "level", "slope", "cumulative"]);
    let model = keyed(&results, "model", "interrupted-time-series");
    let path = model["path"].as_array().expect("a path");
    assert_eq!(path[0]["period"], "2010-06");
    let number = |row: &Value, part: &str| row[part]["estimate"].as_f64().expect("a number");
    let sum: f64 = path.iter().map(|row| number(row, "effect")).sum();
    let last = number(path.last().expect("rows"), "cumulative");
    assert!((sum - last).abs() <= 1e-9 * last.abs(), "{sum} {last}");
    assert_eq!(model["coefficients"][1]["term"], "ramp(2010-06)");
    let csv = bench.text(&asked(&["--format", "csv"]));
    assert_eq!(csv.lines().count(), 1 + path.len(), "{csv}");
    assert!(csv.starts_with("period,observed,counterfactual,counterfactual_se,"), "{csv}");
}

#[test]
fn placebo_dates_beside_the_nominal_p() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--placebo", "--change", "level", "--cov", "nw:3"])).replace('\n', " ");
    for part in ["rank-robust", "nominal", "among the other dates", "classical F of", "The largest other is"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench, &["--placebo"]);
    let rank = keyed(&results, "convention", "rank");
    let dates = keyed(&results, "sequence", "placebo-dates")["dates"].as_array().expect("dates");
    let own = rank["statistic"].as_f64().expect("a number");
    let above = dates.iter().filter(|date| date["statistic"].as_f64() >= Some(own)).count();
    let p = (1 + above) as f64 / (1 + dates.len()) as f64;
    assert_eq!(rank["p_value"].as_f64(), Some(p));
    assert!(dates[0]["robust"].is_number());
    let csv = bench.text(&asked(&["--placebo", "--format", "csv"]));
    assert_eq!(csv.lines().count(), 1 + dates.len() + 1);
    assert_eq!(csv.lines().skip(1).filter(|line| line.ends_with(",event")).count(), 1, "{csv}");
}

#[test]
fn a_window_around_the_date() {
    let bench = Bench::new();
    let text = bench.text(&asked(&["--study", "3:6", "--seasonal"])).replace('\n', " ");
    for part in ["Event study of one series", "from 2010-03 to 2010-05", "from 2010-06 to 2010-12", "AR(1)"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let results = results(&bench, &["--study", "3:6", "--cov", "classical"]);
    let window = keyed(&results, "model", "event-study")["window"].as_array().expect("a window").clone();
    assert_eq!((window.len(), window[0]["horizon"].as_i64()), (10, Some(-3)));
    assert_eq!(keyed(&results, "convention", "leads")["distribution"]["df"][0], 3.0);
}

#[test]
fn what_is_refused_and_what_is_not_identified() {
    let bench = Bench::new();
    bench.refused(&asked(&["--change", "pulse", "--cov", "hc3"]), &["pulse", "AR(1)"]);
    bench.refused(&asked(&["--change", "level,level"]), &["twice"]);
    bench.refused(&asked(&["--study", "3"]), &["leads", "3:6"]);
    bench.refused(&asked(&["--study", "3:6", "--placebo"]), &["--placebo"]);
    bench.refused(&asked(&["--ar1", "--cov", "nw:3"]), &["--cov"]);
    bench.refused(&asked(&["--exogenous", "import"]), &["imports"]);
    bench.refused(&["event", "trade.csv", "--outcome", "imports", "--at", "2010"], &["2010", "monthly"]);
    bench.refused(&["event", "trade.csv", "--outcome", "imports", "--at", "1950-01"], &["1950-01"]);
    let text = bench.text(&["event", "annual.csv", "--outcome", "gdp", "--at", "2010", "--placebo"]);
    assert!(text.contains("not identified: 6 rows less 4 coefficients"), "{text}");
    let answer = bench.json(&["event", "annual.csv", "--outcome", "gdp", "--at", "2010"]);
    assert!(answer["results"][0]["p_value"].is_null() && answer["results"][0]["because"].is_string(), "{answer}");
}
