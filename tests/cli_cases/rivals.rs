//! `yalu rivals`: what it prints, what machines read, and what it refuses.

use super::bench::Bench;

const QUESTION: [&str; 5] =
    ["rivals", "trade.csv", "imports ~ exports * post(2010-06)", "--coefficient", "exports:post(2010-06)"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&QUESTION[..], more].concat()
}

const TWO: [&str; 4] =
    ["--rival", "end of 2013 = post(2011-01) + exports:post(2011-01)", "--rival", "log(southern_trade)"];

#[test]
fn the_path_what_each_takes_and_what_it_cannot_show() {
    let bench = Bench::new();
    let text = bench.text(&asked(&TWO)).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "as rivals enter",
        "all 2 0.",
        "log(southern_trade) is zero",
        "what each rival takes",
        "with all: the first less the others",
        "Over all 4 combinations",
        "an explanation that is not named",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&asked(&TWO));
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.iter().filter(|one| one["test"] == "rival-explanations").count(), 3);
    let model = results.iter().find(|one| one["model"] == "rival-explanations").expect("a path");
    let combinations = model["combinations"].as_array().expect("combinations");
    assert_eq!(combinations.len(), 4);
    let estimate = |i: usize| combinations[i]["coefficient"]["estimate"].as_f64().expect("a number");
    let takes: f64 = model["takes"].as_array().expect("parts").iter().filter_map(|one| one["takes"].as_f64()).sum();
    assert!((estimate(0) - estimate(3) - takes).abs() < 1e-9);
    assert_eq!(combinations[2]["rivals"][0], "log(southern_trade)");
    let csv = bench.text(&asked(&[&TWO[..], &["--format", "csv"]].concat()));
    assert_eq!(csv.lines().count(), 1 + 4, "{csv}");
    assert!(csv.starts_with("end of 2013,log(southern_trade),estimate,"), "{csv}");
}

#[test]
fn what_is_refused() {
    let bench = Bench::new();
    bench.refused(&QUESTION, &["--rival"]);
    bench.refused(&asked(&["--rival", "=post(2011-01)"]), &["is no rival"]);
    bench.refused(&asked(&["--rival", "log(southern_trad)"]), &["southern_trade"]);
    bench.refused(&asked(&["--rival", "exports"]), &["brings no term"]);
    let question =
        ["rivals", "trade.csv", "imports ~ post(2010-06)", "--coefficient", "post(2010)", "--rival", "exports"];
    bench.refused(&question, &["did you mean `post(2010-06)`"]);
}
