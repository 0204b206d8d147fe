//! `yalu seasonal`: tests, components, the adjusted series as a file.

use super::bench::Bench;

#[test]
fn tests_pattern_and_ends_in_words() {
    let bench = Bench::new();
    let text = bench.text(&["seasonal", "trade.csv", "exports"]);
    for part in [
        "Tests of seasonality",
        "kruskal-wallis",
        "qs",
        "At 5 %: ",
        "Seasonal pattern of the last year, to 2013-12",
        "exports by STL, additive",
        "48 rows in the middle are not shown.",
        "seasonal window = periodic (default)",
        "trend window = 19 (default of R)",
        "`exports_seasonally_adjusted` is seasonally adjusted (STL, additive)",
    ] {
        assert!(text.replace('\n', " ").contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn json_has_every_component() {
    let bench = Bench::new();
    let answer = bench.json(&["seasonal", "trade.csv", "exports", "--method", "classical", "--multiplicative"]);
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["F", "kruskal-wallis", "qs"]);
    let parts = &results[3];
    assert_eq!((&parts["method"], &parts["model"]), (&"moving averages".into(), &"multiplicative".into()));
    assert_eq!(parts["trend"]["first"], "2008-07");
    assert_eq!(parts["trend"]["values"].as_array().expect("values").len(), 60);
    assert_eq!(parts["adjusted"]["name"], "exports_seasonally_adjusted");
    assert_eq!(parts["adjusted"]["values"].as_array().expect("values").len(), 72);
}

/// What was exported is known when it is read again.
#[test]
fn an_adjusted_series_is_known_again() {
    let bench = Bench::new();
    bench.text(&["seasonal", "trade.csv", "exports", "--export", "adjusted.csv", "--quiet"]);
    let header = bench.read("adjusted.csv").lines().next().expect("a header").to_owned();
    assert_eq!(
        header,
        "period,exports,trend_seasonally_adjusted,seasonal,remainder_seasonally_adjusted,exports_seasonally_adjusted"
    );
    let text =
        bench.text(&["regress", "adjusted.csv", "exports_seasonally_adjusted ~ lag(exports_seasonally_adjusted, 1)"]);
    assert!(text.replace('\n', " ").contains("is seasonally adjusted (by the name of its column)"), "{text}");
    let described = bench.text(&["describe", "adjusted.csv"]);
    assert!(described.replace('\n', " ").contains("is seasonally adjusted"), "{described}");
}

#[test]
fn refusals() {
    let bench = Bench::new();
    bench.refused(&["seasonal", "annual.csv", "gdp"], &["`gdp` is annual"]);
    bench.refused(&["seasonal", "trade.csv", "exprts"], &["did you mean `exports`?"]);
    bench.refused(&["seasonal", "trade.csv", "exports", "--s-window", "4"], &["seasonal window of 4", "odd"]);
    bench.refused(&["seasonal", "trade.csv", "exports", "--s-window", "often"], &["periodic"]);
    bench.refused(&["seasonal", "trade.csv", "exports", "--degrees", "1,1"], &["three numbers"]);
    bench.refused(&["seasonal", "trade.csv", "exports", "--one-sided"], &["--method classical"]);
    let robust = ["seasonal", "trade.csv", "exports", "--method", "classical", "--robust"];
    bench.refused(&robust, &["--robust belongs to --method stl"]);
    bench.refused(&["seasonal", "trade.csv", "exports", "--from", "2012-06"], &["more than two years", "found 19"]);
}
