//! The guide to JSON: what it shows is what the program prints.

use serde_json::Value;

use super::bench::Bench;

/// The same keys, texts and numbers; numbers to nine digits, since the last ones differ between processors. Where the
/// guide shows the first results only, the others are not compared.
fn assert_alike(shown: &Value, printed: &Value, place: &str) {
    match (shown, printed) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = |map: &serde_json::Map<String, Value>| map.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(a), keys(b), "{place}");
            a.iter().for_each(|(key, value)| assert_alike(value, &b[key], &format!("{place}.{key}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert!(a.len() == b.len() || (place == "results" && a.len() < b.len()), "{place}");
            a.iter().zip(b).for_each(|(x, y)| assert_alike(x, y, place));
        }
        _ => match (shown.as_f64(), printed.as_f64()) {
            (Some(x), Some(y)) => assert!((x - y).abs() <= 1e-9 * x.abs(), "{place}: {x} and {y}"),
            _ => assert_eq!(shown, printed, "{place}"),
        },
    }
}

/// The blocks of this language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_page_on_json_shows_what_is_printed() {
    let bench = Bench::new();
    let page = include_str!("../../src/guide/json.md");
    let (commands, answers) = (blocks(page, "sh"), blocks(page, "json"));
    assert_eq!((commands.len(), answers.len()), (4, 4));
    for (command, shown) in commands.into_iter().zip(answers) {
        let shown: Value = serde_json::from_str(shown).expect("the guide shows valid JSON");
        let printed = bench.shell(command).well(command);
        let value: Value = serde_json::from_str(&printed).expect("valid JSON");
        for key in ["yalu", "command", "data", "results", "notes"] {
            assert_alike(&shown[key], &value[key], key);
        }
        let order = ["yalu", "command", "data", "results", "notes"].map(|key| printed.find(&format!("\n  \"{key}\"")));
        assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{command}");
    }
}
