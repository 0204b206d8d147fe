//! `yalu granger --windows` and `yalu nonlinear`: in words, in JSON, and what they refuse.

use super::bench::Bench;

const QUESTION: [&str; 6] = ["granger", "trade.csv", "--cause", "exports", "--effect", "imports"];
const NONLINEAR: [&str; 6] = ["nonlinear", "trade.csv", "--cause", "exports", "--effect", "imports"];

#[test]
fn windows_come_with_words_episodes_and_sequences() {
    let bench = Bench::new();
    let args =
        [&QUESTION[..], &["--lags", "1", "--windows", "recursive", "--min-window", "30", "--draws", "99"]].concat();
    let text = bench.text(&args);
    let words = text.replace('\n', " ");
    assert!(
        words.contains("over recursive evolving windows of 30 rows or more: exports → imports is supported"),
        "{text}"
    );
    assert!(words.contains("exports → imports: from 20"), "{text}");
    assert!(text.contains("Episodes of causality at 5 %"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");

    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.len(), 4, "a test and a sequence for each direction");
    let test = &results[0];
    assert_eq!((&test["test"], &test["convention"]), (&"time-varying-granger".into(), &"max-recursive".into()));
    assert_eq!(test["critical_values"].as_array().map(Vec::len), Some(2), "99 draws say nothing of 1 %: {test}");
    let sequence = &results[2];
    assert_eq!((&sequence["sequence"], &sequence["cause"]), (&"time-varying-granger".into(), &"exports".into()));
    let dates = sequence["dates"].as_array().expect("dates");
    assert_eq!(dates.len(), 71 - 30 + 1);
    assert_eq!((&dates[0]["first"], &dates[0]["last"]), (&"2008-02".into(), &"2010-07".into()));
    let largest = dates.iter().filter_map(|date| date["statistic"].as_f64()).fold(0.0, f64::max);
    assert_eq!(test["statistic"].as_f64(), Some(largest));

    let csv = bench.text(&[args.as_slice(), &["--format", "csv"]].concat());
    assert_eq!(csv.lines().count(), 1 + 42, "{csv}");
}

#[test]
fn windows_have_their_settings() {
    let bench = Bench::new();
    let args = [
        &QUESTION[..],
        &[
            "--windows",
            "rolling",
            "--min-window",
            "0.5",
            "--integration",
            "1",
            "--cov",
            "hc0",
            "--bootstrap",
            "wild",
            "--control",
            "12",
        ],
        &["--draws", "99", "--given", "southern_trade", "--trend", "--select", "bic", "--max-lags", "2", "--seed", "3"],
    ]
    .concat();
    let answer = bench.json(&args);
    let test = &answer["results"][0];
    assert_eq!(test["convention"], "max-rolling-hc0");
    let settings = test["settings"].to_string();
    for words in
        ["HC0", "wild", "\"12\"", "constant, trend", "southern_trade", "0.5 of the rows", "further lags", "BIC"]
    {
        assert!(settings.contains(words), "no {words} in {settings}");
    }
    assert_eq!(answer, bench.json(&args), "the same seed gives the same numbers");
}

#[test]
fn what_windows_do_not_read_is_refused() {
    let bench = Bench::new();
    let refused = |more: &[&str], words: &[&str]| bench.refused(&[&QUESTION[..], more].concat(), words);
    refused(&["--windows", "sliding"], &["recursive", "rolling", "forward"]);
    refused(&["--draws", "99"], &["--windows"]);
    refused(&["--integration", "1"], &["--integration"]);
    refused(&["--windows", "rolling", "--exogenous", "southern_trade"], &["--exogenous", "--given"]);
    refused(&["--windows", "rolling", "--bootstrap", "leveraged"], &["--bootstrap wild"]);
    refused(&["--windows", "rolling", "--lags", "1:3"], &["one number of lags", "--lags 2"]);
    refused(&["--windows", "rolling", "--method", "toda-yamamoto"], &["--method", "leave it out"]);
    refused(&["--windows", "rolling", "--post", "2010-06"], &["--post", "leave it out"]);
    refused(&["--windows", "rolling", "--cov", "hc3"], &["hc0"]);
    refused(&["--windows", "rolling", "--min-window", "many"], &["neither a number of rows nor a share"]);
    refused(&["--windows", "rolling", "--min-window", "5"], &["a window of 5 rows", "8 rows or more"]);
    refused(&["--windows", "rolling", "--draws", "20"], &["20 draws", "99 or more"]);
    refused(&["--windows", "rolling", "--draws", "99", "--level", "0.01"], &["99 draws", "more draws"]);
    bench.refused(
        &["granger", "trade.csv", "--cause", "exports", "--effect", "exports", "--windows", "rolling"],
        &["two different series"],
    );
}

#[test]
fn dependence_of_any_form() {
    let bench = Bench::new();
    let text = bench.text(&[&NONLINEAR[..], &["--epsilon", "1"]].concat());
    assert!(text.starts_with("Nonparametric causality (Diks–Panchenko)"), "{text}");
    let words = text.replace('\n', " ");
    assert!(words.contains("At 5 %, by Diks and Panchenko's T with 1 lag and ε = 1.000, 2008-02 to 2013-12"), "{text}");
    assert!(words.contains("can reject true nulls"), "{text}");
    let answer = bench.json(&[&NONLINEAR[..], &["--prewhiten", "2"]].concat());
    let conventions: Vec<&str> =
        answer["results"].as_array().expect("results").iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["diks-panchenko", "hiemstra-jones"].repeat(2));
    assert!(answer["results"][0]["settings"].to_string().contains("residuals of a VAR(2)"), "{answer}");
}

#[test]
fn correlation_at_any_lag() {
    let bench = Bench::new();
    let answer =
        bench.json(&[&NONLINEAR[..], &["--test", "hong", "--kernel", "bartlett", "--bandwidth", "6"]].concat());
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["hong", "haugh", "haugh-adjusted"].repeat(3));
    assert_eq!(results[1]["distribution"], serde_json::json!({"name": "chi2", "df": [6.0]}));
    assert_eq!(results[7]["distribution"], serde_json::json!({"name": "chi2", "df": [13.0]}));
    let text = bench.text(&[&NONLINEAR[..], &["--test", "hong", "--select", "bic", "--max-lags", "4"]].concat());
    assert!(text.replace('\n', " ").contains("by Hong's Q with the Daniell kernel and M = "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn what_the_other_test_reads_is_refused() {
    let bench = Bench::new();
    let refused = |more: &[&str], words: &[&str]| bench.refused(&[&NONLINEAR[..], more].concat(), words);
    refused(&["--kernel", "parzen"], &["--kernel is not read here", "--test hong"]);
    refused(&["--test", "hong", "--epsilon", "1"], &["--epsilon is not read here", "--test diks-panchenko"]);
    refused(&["--test", "hong", "--lags", "1", "--select", "bic", "--max-lags", "2"], &["give one of the two"]);
    refused(&["--lags", "0"], &["at least one lag"]);
    refused(&["--epsilon", "0"], &["no distance"]);
    refused(&["--test", "hong", "--bandwidth", "200"], &["M = 200"]);
    refused(&["--to", "2009-06"], &["needs 21 observations, found 18"]);
    bench.refused(&["nonlinear", "trade.csv", "--cause", "export", "--effect", "imports"], &["did you mean `exports`"]);
    bench.refused(&["nonlinear", "trade.csv", "--cause", "imports", "--effect", "imports"], &["two different series"]);
}

#[test]
fn quantiles_one_by_one_and_over_an_interval() {
    let bench = Bench::new();
    let text = bench.text(&[&NONLINEAR[..], &["--test", "quantile"]].concat());
    assert!(text.starts_with("Granger causality in quantiles"), "{text}");
    let words = text.replace('\n', " ");
    assert!(
        words.contains("At 5 %, by the largest Wald statistic over quantiles 0.1 to 0.9 with 1 lag (nid)"),
        "{text}"
    );
    assert!(words.contains("the 0.25-quantile") && words.contains("rejects too often in short samples"), "{text}");
    let more =
        ["--test", "quantile", "--lags", "2", "--given", "southern_trade", "--cov", "iid,nid", "--quantiles", "0.5"];
    let args = [&NONLINEAR[..], &more, &["--interval", "0.2:0.8", "--step", "0.05", "--sparsity", "bofinger"]].concat();
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
    assert_eq!(conventions, ["sup-iid", "sup-nid", "chi2-iid", "F-iid", "chi2-nid", "F-nid"].repeat(2));
    assert_eq!(results[0]["distribution"]["name"], "sup-bessel");
    assert_eq!(results[2]["distribution"], serde_json::json!({"name": "chi2", "df": [2.0]}));
    let settings = results[0]["settings"].to_string();
    for words in ["Bofinger", "0.2 to 0.8", "southern_trade", "iid, nid", "largest at τ"] {
        assert!(settings.contains(words), "no {words} in {settings}");
    }
    assert_eq!(answer, bench.json(&args));
    let dummies =
        ["--test", "quantile", "--trend", "--seasonal", "--post", "2010-06", "--select", "bic", "--max-lags", "2"];
    let answer = bench.json(&[&NONLINEAR[..], &dummies, &["--pulse", "2011-01", "--interval", "0.4:0.6"]].concat());
    let settings = answer["results"][0]["settings"].to_string();
    assert!(settings.contains("seasonal dummies") && settings.contains("BIC of the VAR"), "{settings}");
}

#[test]
fn entropy_from_symbols_and_neighbours() {
    let bench = Bench::new();
    let text = bench.text(&[&NONLINEAR[..], &["--test", "transfer-entropy", "--bins", "2"]].concat());
    assert!(text.starts_with("Transfer entropy"), "{text}");
    let words = text.replace('\n', " ");
    assert!(words.contains("by transfer entropy from 2 bins of equal share with 1 lag of the cause"), "{text}");
    assert!(words.contains("the null that exports is independent of the effect"), "{text}");
    for (more, conventions, setting) in [
        (&["--cuts", "0.2,0.8", "--surrogates", "markov"][..], ["symbols", "symbols-effective", "gaussian"], "Markov"),
        (
            &["--neighbours", "--surrogates", "stationary", "--block", "6"],
            ["neighbours", "neighbours-effective", "gaussian"],
            "mean length of blocks",
        ),
        (
            &["--neighbours", "3", "--lags-of-effect", "2"],
            ["neighbours", "neighbours-effective", "gaussian"],
            "\"3 nearest",
        ),
    ] {
        let args = [&NONLINEAR[..], &["--test", "te", "--draws", "99", "--seed", "4"], more].concat();
        let answer = bench.json(&args);
        let results = answer["results"].as_array().expect("results");
        let found: Vec<&str> = results.iter().filter_map(|one| one["convention"].as_str()).collect();
        assert_eq!(found, conventions.repeat(2));
        assert!(results[0]["settings"].to_string().contains(setting), "{answer}");
        assert_eq!(results[0]["distribution"]["name"], "surrogates");
        assert_eq!(answer, bench.json(&args), "the same seed gives the same numbers");
    }
}

#[test]
fn what_quantiles_and_entropy_do_not_read_is_refused() {
    let bench = Bench::new();
    let refused = |more: &[&str], words: &[&str]| bench.refused(&[&NONLINEAR[..], more].concat(), words);
    refused(&["--quantiles", "0.5"], &["--quantiles is not read here", "--test quantile"]);
    refused(&["--test", "hong", "--given", "southern_trade"], &["--given is not read here", "--test quantile"]);
    refused(&["--test", "quantile", "--draws", "99"], &["--draws is not read here", "--test transfer-entropy"]);
    refused(&["--test", "quantile", "--epsilon", "1"], &["--epsilon is not read here"]);
    refused(&["--test", "quantile", "--lags", "1", "--select", "bic", "--max-lags", "2"], &["give one of the two"]);
    refused(&["--test", "quantile", "--interval", "0.5"], &["two quantiles with a colon between"]);
    refused(&["--test", "quantile", "--interval", "0.8:0.2"], &["no interval of quantiles"]);
    refused(&["--test", "quantile", "--quantiles", "0.5,2"], &["between 0 and 1"]);
    refused(&["--test", "quantile", "--cov", "hc3"], &["nid", "iid"]);
    refused(&["--seed", "3"], &["--seed is not read here", "--test quantile, --test transfer-entropy"]);
    refused(&["--test", "te", "--select", "bic", "--max-lags", "2"], &["--select is not read here"]);
    refused(&["--test", "te", "--block", "5", "--surrogates", "markov"], &["--surrogates stationary"]);
    refused(&["--test", "te", "--neighbours", "--surrogates", "markov"], &["Markov"]);
    refused(&["--test", "te", "--bins", "3", "--neighbours", "4"], &["cannot be used with"]);
    refused(&["--test", "te", "--draws", "20"], &["99 or more"]);
    refused(&["--test", "te", "--lags", "1", "--lags-of-cause", "2"], &["cannot be used with"]);
}
