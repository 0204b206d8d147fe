//! `yalu synthetic`: weights, path, ranks, in words and for machines, and what it refuses.

use super::bench::Bench;

const QUESTION: [&str; 10] =
    ["synthetic", "firms.csv", "--unit", "firm", "--outcome", "inv", "--treated", "C", "--at", "2005"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&QUESTION[..], more].concat()
}

#[test]
fn weights_and_the_path_without_the_event() {
    let bench = Bench::new();
    let text = bench.text(&QUESTION);
    assert!(text.starts_with("Synthetic C: donors of inv"), "{text}");
    let words = text.replace('\n', " ");
    for part in [
        "of 5 donors have weight",
        "The weights are the optimum",
        "from 2005 on inv of C lies",
        "no weights show these",
    ] {
        assert!(words.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&QUESTION);
    let found = &answer["results"][0];
    assert_eq!((&found["model"], &found["treated"]), (&"synthetic-control".into(), &"C".into()));
    let weights = found["weights"].as_array().expect("weights");
    assert_eq!(weights.len(), 5);
    let sum: f64 = weights.iter().filter_map(|one| one["weight"].as_f64()).sum();
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    let path = found["path"].as_array().expect("a path");
    assert_eq!((path.len(), &path[0]["period"]), (25, &"1990".into()));
    let after: Vec<f64> = path[15..].iter().filter_map(|point| point["effect"].as_f64()).collect();
    let mean = after.iter().sum::<f64>() / after.len() as f64;
    assert!((found["average_effect"].as_f64().expect("a number") - mean).abs() < 1e-9);
    let csv = bench.text(&asked(&["--format", "csv"]));
    assert!(csv.starts_with("period,observed,synthetic,effect,side"), "{csv}");
    assert_eq!(csv.lines().count(), 26);
}

#[test]
fn ranks_and_what_carries_the_effect() {
    let bench = Bench::new();
    let more = ["--placebo", "--leave-one-out", "--placebo-date", "2000"];
    let text = bench.text(&asked(&more)).replace('\n', " ");
    for part in [
        "every unit as if treated",
        "among the 6 units",
        "5 % cannot be reached",
        "the least that 6 units can give is 0.1667",
        "Without one donor at a time",
        "Nothing is said to have happened at 1999|2000",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&asked(&more));
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["rank", "rank-donors-only", "rank-effect"]);
    let units = results.iter().find(|one| one["units"] == "placebo-units").expect("units")["placebos"].clone();
    let ratio = |unit: &serde_json::Value| unit["ratio"].as_f64().expect("a ratio");
    let all = units.as_array().expect("units");
    assert_eq!((&all[0]["unit"], all[0]["gaps"].as_array().map(Vec::len)), (&"C".into(), Some(25)));
    let above = all[1..].iter().filter(|unit| ratio(unit) >= ratio(&all[0])).count();
    assert_eq!(results[1]["p_value"].as_f64(), Some((1 + above) as f64 / 6.0));
    assert!(
        results.iter().any(|one| one["model"] == "placebo-date" && one["path"].as_array().map(Vec::len) == Some(15))
    );
    let csv = bench.text(&asked(&["--placebo", "--format", "csv"]));
    assert!(csv.starts_with("unit,period,effect,treated"), "{csv}");
    assert_eq!(csv.lines().count(), 1 + 6 * 25);
}

#[test]
fn what_is_refused() {
    let bench = Bench::new();
    bench.refused(&asked(&["--donors", "A,CC"]), &["`CC`", "did you mean `C`"]);
    bench.refused(&asked(&["--donors", "A,C"]), &["`C`", "treated unit and a donor"]);
    bench.refused(&asked(&["--donors", "A"]), &["one donor"]);
    bench.refused(&asked(&["--without", "C"]), &["`C`", "treated and left out"]);
    bench.refused(&asked(&["--placebo-date", "2010"]), &["not earlier"]);
    let one = |treated, at| {
        ["synthetic", "firms.csv", "--unit", "firm", "--outcome", "inv", "--treated", treated, "--at", at]
    };
    bench.refused(&one("Z", "2005"), &["no unit `Z`", "A, B, C"]);
    bench.refused(&one("C", "1850"), &["0 periods lie before 1850"]);
    bench.refused(&one("C", "2005-01"), &["annual"]);
}

#[test]
fn predictors_by_weights_found_and_given() {
    let bench = Bench::new();
    let predictors = ["--predictor", "inv@2004", "--predictor", "value@1990:2004", "--predictor", "log(value)"];
    let text = bench.text(&asked(&predictors));
    for part in ["Synthetic C: predictors", "value, 1990 to 2004", "Mean of donors", "Nelder"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let given = [&predictors[..], &["--predictor-weights", "2,1,1"]].concat();
    let found = bench.json(&asked(&given))["results"][0]["predictors"].clone();
    assert_eq!((found[0]["weight"].as_f64(), &found[1]["predictor"]), (Some(0.5), &"value, 1990 to 2004".into()));
    bench.refused(&asked(&["--predictor", "inv@2010"]), &["reaches the date"]);
    bench.refused(&asked(&["--predictor", "inf@2004"]), &["inf"]);
    bench.refused(&asked(&[&predictors[..], &["--predictor-weights", "2,1"]].concat()), &["2 weights for 3"]);
    bench.refused(&asked(&["--predictor-weights", "2,1"]), &["--predictor"]);
}
