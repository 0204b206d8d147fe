//! `yalu did`: in words, in JSON, and what it refuses.

use super::bench::Bench;

fn asked<'a>(treated: &'a str, at: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["did", "firms.csv", "--unit", "firm", "--outcome", "inv", "--treated", treated, "--at", at], more].concat()
}

#[test]
fn means_tests_and_leads() {
    let bench = Bench::new();
    let text = bench.text(&asked("A,B,C", "1994", &[]));
    let words = text.replace('\n', " ");
    for part in [
        "means before and after 1993|1994",
        "clustered by unit",
        "wild-bootstrap",
        "permutation",
        "leads are zero",
        "no regression shows these",
    ] {
        assert!(words.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&asked("A,B,C", "1994", &[]));
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(
        conventions,
        ["cluster", "cluster-dummies", "collapsed", "welch", "wild-bootstrap", "permutation", "cluster", "hotelling"]
    );
    let model = results.last().expect("an estimate");
    assert_eq!((&model["model"], &model["first_after"]), (&"difference-in-differences".into(), &"1994".into()));
    let number = |group: usize, side: &str| model["means"][group][side].as_f64().expect("a number");
    let delta = number(0, "after") - number(0, "before") - number(1, "after") + number(1, "before");
    assert!((model["estimate"].as_f64().expect("a number") - delta).abs() < 1e-9);
    assert_eq!(results[5]["p_value"].as_f64().map(|p| (20.0 * p).fract()), Some(0.0));
    let csv = bench.text(&asked("A,B,C", "1994", &["--format", "csv"]));
    assert!(csv.starts_with("period,horizon,estimate,std_error,p_value"), "{csv}");
    assert_eq!(csv.lines().count(), 26);
}

#[test]
fn one_treated_unit_gets_its_rank() {
    let bench = Bench::new();
    let text = bench.text(&asked("C", "2005", &["--without", "F"])).replace('\n', " ");
    for part in ["(permutation: |δ| =", "Conley and Taber", "see no error of it", "5 % cannot be reached", "collapsed"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let first = &bench.json(&asked("C", "2005", &["--controls", "A,B,D"]))["results"][0];
    assert_eq!((&first["convention"], &first["distribution"]["name"]), (&"permutation".into(), &"permutation".into()));
}

#[test]
fn what_is_refused() {
    let bench = Bench::new();
    bench.refused(&asked("A,CC", "2005", &[]), &["`CC`", "did you mean `C`"]);
    bench.refused(&asked("A,A", "2005", &[]), &["`A`", "twice"]);
    bench.refused(&asked("A", "2005", &["--controls", "A,B"]), &["treated and a control"]);
    bench.refused(&asked("A", "2005", &["--without", "A"]), &["treated and left out"]);
    bench.refused(&asked("A", "1990", &[]), &["0 periods lie before 1990"]);
    bench.refused(&asked("A", "2005", &["--draws", "5"]), &["5 draws"]);
    bench.refused(&["did", "firms.csv", "--unit", "firm", "--outcome", "inv", "--at", "2005"], &["--treated"]);
}
