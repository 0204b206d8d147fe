//! `yalu describe`: every spelling of the same table is the same table.

use super::bench::{Bench, dated};

#[test]
fn a_table_in_words_and_in_json() {
    let bench = Bench::new();
    let text = bench.text(&["describe", "trade.csv"]);
    assert!(text.starts_with("trade.csv: monthly, 2008-01 to 2013-12 (n = 72)\n"), "{text}");
    let answer = bench.json(&["describe", "trade.csv"]);
    assert_eq!(answer["data"]["file"], "trade.csv");
    assert_eq!((&answer["data"]["rows"], &answer["data"]["frequency"]), (&72.into(), &"monthly".into()));
    assert_eq!(answer["data"]["sha256"].as_str().map(str::len), Some(64));
    let exports = &answer["results"][0]["columns"][0];
    assert_eq!((&exports["name"], &exports["n"], &exports["first"]), (&"exports".into(), &72.into(), &100.0.into()));
}

#[test]
fn one_table_in_many_spellings() {
    let bench = Bench::new();
    let plain = dated("month,exports,imports", ',', &|row| row);
    let semicolons = dated("month;exports;imports", ';', &|row| row.replace('.', ","));
    bench.file("plain.csv", &plain);
    bench.file("semicolons.csv", &semicolons);
    bench.file("bom.csv", &format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    let columns = |file: &str| bench.json(&["describe", file])["results"][0]["columns"].clone();
    for other in ["semicolons.csv", "bom.csv"] {
        assert_eq!(columns("plain.csv"), columns(other), "{other}");
    }
    let text = bench.text(&["describe", "semicolons.csv"]);
    assert!(text.contains("the decimal mark is a comma"), "{text}");
    let piped = bench.shell("yalu describe - < plain.csv").well("standard input");
    assert!(piped.starts_with("standard input: monthly"), "{piped}");
}

#[test]
fn holes_are_shown() {
    let bench = Bench::new();
    let text = dated("month,exports,imports", ',', &|row| {
        if row.starts_with("2008-11") { "2008-11,NA,5".to_owned() } else { row }
    });
    let text = bench.text(&["describe", bench.file("holes.csv", &text)]);
    assert!(text.contains("`exports` has no value in 2008-11."), "{text}");
}

#[test]
fn a_window_and_a_choice_of_columns() {
    let bench = Bench::new();
    let answer = bench.json(&["describe", "trade.csv", "--from", "2009-01", "--to", "2009-12", "--columns", "imports"]);
    assert_eq!(answer["data"]["rows"], 12);
    assert_eq!(answer["results"][0]["columns"].as_array().map(Vec::len), Some(1));
}
