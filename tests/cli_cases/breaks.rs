//! `yalu breaks`: one break or several, in words, tables and JSON; refusals.

use super::bench::Bench;

/// The US real interest rate of Bai and Perron's example.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.file("rate.csv", include_str!("../reference/breaks_realint/data.csv"));
    bench
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_break_in_words() {
    let text = on_one_line(&bench().text(&["breaks", "rate.csv", "--formula", "RealInt ~ 1"]));
    for part in [
        "One break at an unknown date",
        "sup W of Andrews <0.001",
        "dates tried = 74 (trim)",
        "statistic = q·F (default)",
        "At 5 % it is rejected that the coefficient of (Intercept) in the equation of `RealInt` is the same in all rows (p < 0.001)",
        "the largest statistic is at 1980Q3|1980Q4, the last period before the break and the first after.",
        "The 5 dates with the largest statistic",
        "1980Q3 1980Q4 89.245",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn several_breaks_in_words() {
    let args = [
        "breaks",
        "rate.csv",
        "--formula",
        "RealInt ~ 1",
        "--test",
        "bai-perron",
        "--cov",
        "bai-perron",
        "--choose",
        "2",
    ];
    let text = on_one_line(&bench().text(&args));
    for part in [
        "2 455.950 473.338",
        "UDmax no break any number 57.906 <0.01 7.46 8.88 10.39 12.37",
        "sup F(2) no break 2 breaks 43.014 <0.01",
        "sup F(3|2) 2 breaks 3 breaks 14.725",
        "n/a: no regime has room for two of 15 rows.",
        "The number of breaks by BIC, Yao's BIC, LWZ: 2 breaks, 1972Q3|1972Q4, 1980Q3|1980Q4. By one break more at a time at 5 %: 3 breaks",
        "Dates of 2 breaks and their 95 % intervals",
        "Coefficients with 2 breaks",
        "errors: HAC as Bai and Perron (2003), quadratic spectral kernel, VAR(1) prewhitening",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn json_has_every_date_and_every_test() {
    let bench = bench();
    let answer = bench.json(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--cov", "nw:4", "--trim", "0.2"]);
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["sup", "ave", "exp"]);
    assert_eq!((&results[0]["test"], &results[0]["p_relation"]), (&"sup-f".into(), &"<".into()));
    let path = &results[3];
    assert_eq!((&path["model"], &path["changing"][0]), (&"one-break".into(), &"(Intercept)".into()));
    assert_eq!(path["statistics"].as_array().expect("dates").len(), 64);
    assert_eq!(path["statistics"][0]["last_before"], "1965Q4");
    assert_eq!(path["statistics"][0]["first_after"], "1966Q1");

    let answer = bench.json(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "bai-perron"]);
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions[..4], ["UDmax", "WDmax", "sup F(1)", "sup F(2)"]);
    let partitions: Vec<_> = results.iter().filter(|result| result["model"] == "partition").collect();
    assert_eq!(partitions.len(), 6);
    assert_eq!(partitions[2]["dates"][1]["first_after"], "1980Q4");
    let chosen = results.last().expect("a result");
    assert_eq!((&chosen["model"], &chosen["breaks"]), (&"chosen".into(), &2.into()));
    assert_eq!(chosen["intervals"][0]["estimate"], 47);
    assert_eq!(chosen["intervals"][0]["lower_date"]["last_before"], "1970Q3");
    assert_eq!(chosen["coefficients"].as_array().expect("coefficients").len(), 3);
}

#[test]
fn a_partial_model_and_a_bootstrap() {
    let bench = Bench::new();
    let text = on_one_line(&bench.text(&[
        "breaks",
        "trade.csv",
        "--formula",
        "imports ~ exports",
        "--test",
        "bai-perron",
        "--change",
        "constant",
        "--max-breaks",
        "2",
    ]));
    for part in ["Only the coefficients of (Intercept) change.", "The same in all regimes: exports"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let args = ["breaks", "trade.csv", "--formula", "imports ~ exports", "--change", "exports", "--statistic", "lm"];
    let bootstrap = ["--bootstrap", "heteroskedastic", "--draws", "99", "--seed", "7"];
    let args = [args.as_slice(), bootstrap.as_slice()].concat();
    let text = on_one_line(&bench.text(&args));
    for part in
        ["p-values by the fixed-regressor bootstrap", "Hansen (2000); 99 draws, seed 7", "statistic = LM (user)"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    assert_eq!(bench.text(&args), bench.text(&args));
}

#[test]
fn sums_of_residuals_in_words() {
    let bench = bench();
    let text = |more: &[&str]| {
        on_one_line(&bench.text(&[&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test"], more].concat()))
    };
    for (test, parts) in [
        (
            vec!["ols-cusum"],
            [
                "the supremum of |a <0.0001 1.224 1.358 1.628",
                "is inside its boundaries up to 1975Q4 and outside with 1976Q1. It is farthest from its line at 1979Q4|1980Q1",
            ],
        ),
        (
            vec!["recursive-cusum", "--level", "0.01"],
            [
                "variance = about the mean (default), residuals = 102 (n − k)",
                "At 1 % it is not rejected that the coefficient",
            ],
        ),
        (
            vec!["cusumsq"],
            ["Durbin's exact law <0.0001 0.158 0.176 0.213", "where a single change of the variance would be dated."],
        ),
        (
            vec!["recursive-mosum", "--window", "0.3", "--variance", "about-zero"],
            [
                "window = 0.3 (user), residuals in a window = 30 (window), variance = about zero (user)",
                "It shows a change only after it has happened.",
            ],
        ),
        (
            vec!["me", "--window", "0.5"],
            [
                "rows in a window = 51 (window)",
                "the test of moving estimates is inside its boundaries up to 1976Q2 and outside with 1976Q3.",
            ],
        ),
        (
            vec!["score-mosum"],
            ["window = 0.15 (default)", "It shows a change only after it has happened; the component of"],
        ),
        (
            vec!["moving-estimates"],
            ["window = 0.15 (default)", "n/a: the range of moving estimates is 3.7319, but its law is known"],
        ),
        (
            vec!["re"],
            [
                "range 3.233 the range of <0.0001 1.620 1.747 2.001",
                "where a single change of the coefficient of (Intercept) would be dated.",
            ],
        ),
        (
            vec!["ols-cusum", "--cov", "andrews,prewhite,adjust"],
            ["variance = long-run: HAC, quadratic spectral kernel", "may hide behind it"],
        ),
    ] {
        let text = text(&test);
        for part in parts {
            assert!(text.contains(part), "no `{part}` in {text}");
        }
    }
}

#[test]
fn a_process_for_machines() {
    let bench = bench();
    let answer = bench.json(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "ols-cusum"]);
    let results = answer["results"].as_array().expect("results");
    assert_eq!(
        (&results[0]["test"], &results[0]["distribution"]["name"]),
        (&"ols-cusum".into(), &"brownian_bridge_sup".into())
    );
    let process = &results[1];
    assert_eq!((&process["model"], &process["date"]["first_after"]), (&"ols-cusum".into(), &"1980Q1".into()));
    assert_eq!(process["crossings"][0]["last_before"], "1975Q4");
    let points = process["process"].as_array().expect("points");
    assert_eq!((points.len(), &points[102]["last"]), (103, &"1986Q3".into()));
    assert!(points[102]["value"].as_f64().expect("a number").abs() < 1e-12);
    let csv = bench.text(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "ols-mosum", "--format", "csv"]);
    assert_eq!((csv.lines().next(), csv.lines().count()), (Some("last,value,lower,upper"), 90));
    let scores = ["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "score-cusum"];
    let csv = bench.text(&[scores.as_slice(), &["--format", "csv"]].concat());
    assert_eq!(csv.lines().next(), Some("last,value,lower,upper,(Intercept),variance"));
    assert_eq!(bench.json(&scores)["results"][1]["component"], "(Intercept)");
    let text = on_one_line(&bench.text(&scores));
    assert!(text.contains("where a single change of the coefficient of (Intercept) would be dated."), "{text}");
}

/// German money demand after unification, strucchange's own example: the rows are those that it detects.
#[test]
fn new_rows_beside_a_history() {
    let bench = bench();
    bench.file("money.csv", include_str!("../reference/monitor_germanm1/data.csv"));
    let formula = "dm ~ dy2 + dR + dR1 + dp + ecm + seasonQ2 + seasonQ3 + seasonQ4";
    let args = |test: &'static str, more: &[&'static str]| {
        [&["breaks", "money.csv", "--formula", formula, "--history-until", "1990Q2", "--test", test], more].concat()
    };
    let text = on_one_line(&bench.text(&args("monitor-ols-cusum", &[])));
    for part in [
        "Monitoring by sums of OLS residuals",
        "2.500 2.795 3.368",
        "history = 1961Q1 to 1990Q2 (n = 118) (user), new rows = 22",
        "a change since 1990Q2 is seen with 1992Q4",
        "is within its boundary up to 1992Q3. The change came before it was seen.",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let text = on_one_line(&bench.text(&args("monitor-moving-estimates", &["--window", "0.25", "--period", "2"])));
    for part in ["rows in a window = 29 (window), period = 2 (user)", "is seen with 1991Q2", "A window holds 29 rows."]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let text = on_one_line(&bench.text(&args("monitor-ols-mosum", &["--window", "0.5"])));
    assert!(text.contains("no change since 1990Q2 is seen up to 1995Q4"), "{text}");
    let answer = bench.json(&args("monitor-recursive-estimates", &[]));
    let watched = &answer["results"][1];
    assert_eq!(watched["detection"]["first_after"], "1990Q3");
    assert_eq!((&watched["history"]["n"], &watched["sample"]["n"]), (&118.into(), &22.into()));
    assert_eq!(watched["process"].as_array().expect("points").len(), 22);
    let csv = bench.text(&args("monitor-ols-cusum", &["--format", "csv"]));
    assert_eq!((csv.lines().next(), csv.lines().count()), (Some("last,value,lower,upper"), 23));

    let refused = |more: &[&str], parts: &[&str]| {
        bench.refused(
            &[&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "monitor-ols-cusum"], more].concat(),
            parts,
        );
    };
    refused(&[], &["needs a history", "--history-until"]);
    refused(&["--history-until", "1950Q1"], &["no row is before it"]);
    refused(&["--history-until", "1999Q1"], &["no row is after it"]);
    refused(&["--history-until", "1970-01"], &["monthly", "quarterly", "1961Q1"]);
    refused(&["--history-until", "spring"], &["spring"]);
    refused(
        &["--history-until", "1970Q1", "--window", "0.5"],
        &["--window is not read here", "--test monitor-ols-mosum"],
    );
    bench.refused(
        &["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "ols-cusum", "--history-until", "1970Q1"],
        &["--history-until is not read here", "--test monitor-ols-cusum"],
    );
}

/// The lowest λ, its date and both deviations are those of lm on both sides.
#[test]
fn a_switch_of_coefficients_and_variance() {
    let bench = bench();
    let args = |more: &[&'static str]| {
        [&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "quandt-likelihood"], more].concat()
    };
    let text = on_one_line(&bench.text(&args(&["--draws", "199"])));
    for part in [
        "Quandt's likelihood ratio",
        "draws = 199 (user), seed = 1 (default)",
        "At 5 % it is rejected that the 1 coefficient of `RealInt` and the variance of its errors are the same in all rows (p = 0.0050, simulated).",
        "λ is lowest at 1980Q3|1980Q4, -32.84, with a standard deviation of the errors of 2.434 before and",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let text = on_one_line(&bench.text(&args(&["--draws", "0"])));
    assert!(text.contains("the law of that is not χ²") && !text.contains("simulated)"), "{text}");
    let answer = bench.json(&args(&["--draws", "19", "--trim", "0.001"]));
    assert_eq!(answer["results"][1]["date"]["first_after"], "1980Q4");
    assert_eq!(answer["results"][1]["path"].as_array().expect("dates").len(), 100);
    let csv = bench.text(&args(&["--draws", "0", "--format", "csv"]));
    assert_eq!(csv.lines().next(), Some("last_before,first_after,lambda,likelihood_ratio"));
    bench.refused(&args(&["--bootstrap", "homoskedastic"]), &["--bootstrap is not read here"]);
    bench.refused(&args(&["--trim", "0.7"]), &["a trim of 0.7"]);
    bench.refused(
        &["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--draws", "9"],
        &["belong to its bootstrap", "--bootstrap homoskedastic"],
    );
}

#[test]
fn tables_of_every_date() {
    let bench = bench();
    bench.text(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--export", "path.csv", "--quiet"]);
    let path = bench.read("path.csv");
    assert_eq!(path.lines().next(), Some("last_before,first_after,statistic"));
    assert_eq!(path.lines().count(), 75);
    let csv =
        bench.text(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "bai-perron", "--format", "csv"]);
    assert_eq!(csv.lines().next(), Some("breaks,rss,bic,yao,lwz,dates"));
    let latex =
        bench.text(&["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "bai-perron", "--format", "latex"]);
    assert!(latex.contains("\\toprule") && latex.contains("sup F(2)"), "{latex}");
}

#[test]
fn changes_at_known_dates() {
    let bench = bench();
    let dates = ["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--at", "1972Q4,1980Q4"];
    let text = on_one_line(&bench.text(&[dates.as_slice(), &["--cov", "nw:4"]].concat()));
    for part in [
        "Changes at known dates",
        "F 54.221 F(2, 100) <0.0001",
        "is the same up to 1972Q3, from 1972Q4 to 1980Q3 and from 1980Q4 on",
        "lm 10.252 χ²(2) 0.0059",
        "breaks = 1972Q3|1972Q4, 1980Q3|1980Q4 (user)",
        "At 5 % it is rejected that",
        "Coefficients in 3 regimes",
        "1972Q4 1980Q3 32 -1.7961",
        "Each date by itself, the other changes being in the model",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&dates);
    let results = answer["results"].as_array().expect("results");
    let conventions: Vec<&str> = results.iter().filter_map(|result| result["convention"].as_str()).collect();
    assert_eq!(conventions, ["F", "chi2-wald", "chi2-ml", "lr", "lm"]);
    let model = &results[5];
    assert_eq!((&model["model"], &model["coefficients"][2]["first"]), (&"known-breaks".into(), &"1980Q4".into()));
    assert_eq!(model["dates"][1]["first_after"], "1980Q4");
    // One date, some coefficients; rows without dates.
    let text = on_one_line(&bench.text(&[
        "breaks",
        "trade.csv",
        "--formula",
        "imports ~ exports",
        "--at",
        "2010-06",
        "--change",
        "constant",
        "--test",
        "chow",
    ]));
    for part in ["Coefficients in 2 regimes", "The same in all regimes: exports"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let rows: String =
        bench.read("rate.csv").lines().map(|line| format!("{}\n", line.split_once(',').unwrap().1)).collect();
    bench.file("rows.csv", &rows);
    let csv = bench.text(&["breaks", "rows.csv", "--formula", "RealInt ~ 1", "--at", "48", "--format", "csv"]);
    assert!(csv.starts_with("test,null,convention,statistic") && csv.contains("up to 47 and from 48 on"), "{csv}");
    let text = on_one_line(&bench.text(&[
        "breaks",
        "rate.csv",
        "--formula",
        "RealInt ~ 1",
        "--statistic",
        "lm",
        "--cov",
        "hc0",
    ]));
    assert!(text.contains("statistic = LM (user)") && text.contains("sup 27.628"), "{text}");
}

#[test]
fn the_ends_of_a_sample() {
    let bench = bench();
    bench.file("nile.csv", include_str!("../reference/end_of_sample_nile/data.csv"));
    let text = on_one_line(&bench.text(&[
        "breaks",
        "nile.csv",
        "--formula",
        "Nile ~ 1",
        "--test",
        "end-of-sample",
        "--at",
        "1964",
    ]));
    for part in [
        "Instability at an end of the sample",
        "end 0.427 the other windows 0.6437",
        "p moves in steps of 1/87 = 0.011, and none below that can be told; the windows overlap, about 13 of them are independent",
        "the coefficient of (Intercept) in the equation of `Nile` is the same in the 7 rows from 1964 on as before",
        "the statistic is as large in 56 of 87 other windows.",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let args = ["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "beginning-of-sample", "--at", "1961Q3"];
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    assert_eq!((&results[0]["test"], &results[0]["convention"]), (&"end-of-sample".into(), &"beginning".into()));
    assert_eq!((&results[1]["model"], &results[1]["rows_tested"]), (&"end-of-sample".into(), &2.into()));
    assert_eq!(results[1]["windows"].as_array().expect("windows").len(), 100);
    assert_eq!(results[1]["windows"][0]["last"], "1986Q3");
    let csv = bench.text(&[args.as_slice(), &["--format", "csv"]].concat());
    assert_eq!(csv.lines().next(), Some("first,last,statistic"));
}

#[test]
fn a_known_date_among_all_dates() {
    let bench = bench();
    let args = ["breaks", "rate.csv", "--formula", "RealInt ~ 1", "--test", "sup-f", "--at", "1972Q4,1980Q4"];
    let text = bench.text(&args).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("The statistic at a known date among those at all other dates"), "{text}");
    let answer = bench.json(&args);
    let results = answer["results"].as_array().expect("results");
    let ranks = results.iter().find(|one| one["model"] == "rank-among-dates").expect("ranks");
    let searched = results.iter().find(|one| one["model"] == "one-break").expect("a sequence");
    let all = searched["statistics"].as_array().expect("a sequence");
    for rank in ranks["dates"].as_array().expect("dates") {
        let own = rank["statistic"].as_f64().expect("a number");
        let above = all.iter().filter(|one| one["statistic"].as_f64() >= Some(own)).count();
        assert_eq!(rank["as_large"].as_u64(), Some(above as u64 - 1));
        let p = rank["p"].as_f64().expect("a number");
        assert!((p - above as f64 / all.len() as f64).abs() < 1e-12, "{p}");
    }
}

#[test]
fn refusals() {
    let bench = bench();
    let refused = |more: &[&str], parts: &[&str]| {
        bench.refused(&[&["breaks", "rate.csv", "--formula", "RealInt ~ 1"], more].concat(), parts);
    };
    refused(&["--test", "ols-cusum", "--trim", "0.2"], &["--trim is not read here", "--test bai-perron"]);
    refused(&["--test", "ols-cusum", "--window", "0.2"], &["--window is not read here", "--test recursive-mosum"]);
    refused(&["--test", "ols-mosum", "--window", "0.6"], &["not between 0.05 and 0.5"]);
    refused(&["--test", "ols-mosum", "--level", "0.3"], &["no level of 0.3", "0.01 to 0.1"]);
    refused(&["--test", "ols-cusum", "--cov", "hc3"], &["no use for HC3", "nw:4"]);
    refused(&["--test", "me", "--cov", "nw:4"], &["--cov is not read here", "--test ols-mosum"]);
    refused(&["--test", "re", "--window", "0.2"], &["--window is not read here", "--test moving-estimates"]);
    refused(&["--trim", "0.6"], &["a trim of 0.6 is not between 0 and ½", "0.15"]);
    refused(&["--change", "exprots"], &["exprots"]);
    refused(&["--max-breaks", "2"], &["--max-breaks is not read here", "--test bai-perron"]);
    refused(
        &["--test", "bai-perron", "--bootstrap", "homoskedastic"],
        &["--bootstrap is not read here", "--test sup-f"],
    );
    refused(&["--test", "bai-perron", "--cov", "hc3"], &["a factor for small samples of their own", "hc0"]);
    refused(&["--test", "bai-perron", "--choose", "9"], &["no partition with 9 breaks", "5 at most"]);
    refused(&["--test", "bai-perron", "--choose", "aic"], &["bic, yao, lwz, sequential"]);
    refused(&["--test", "bai-perron", "--max-breaks", "0"], &["0 breaks cannot be looked for"]);
    refused(&["--test", "bai-perron", "--coverage", "1.2"], &["a coverage of 1.2"]);
    refused(&["--cov", "robust"], &["HC1 in one program"]);
    refused(&["--cov", "hc1", "--statistic", "lr"], &["LR supposes errors of one variance"]);
    refused(&["--cov", "hc1", "--bootstrap", "homoskedastic"], &["classical covariance"]);
    refused(&["--level", "0"], &["a level of 0"]);
    refused(&["--test", "known"], &["needs dates", "--at"]);
    refused(&["--test", "end-of-sample"], &["needs dates", "--at"]);
    refused(&["--test", "end-of-sample", "--at", "1972Q4,1980Q4"], &["2 dates are given where one is read"]);
    refused(
        &["--test", "end-of-sample", "--at", "1985Q4", "--cov", "hc0"],
        &["--cov is not read here", "--test known"],
    );
    refused(&["--test", "bai-perron", "--at", "1985Q4"], &["--at is not read here", "--test end-of-sample"]);
    refused(&["--test", "sup-f", "--at", "1961Q3"], &["1961Q2|1961Q3 is not among the dates tried", "fewer rows out"]);
    refused(&["--at", "1985Q4", "--trim", "0.2"], &["--trim is not read here", "--test sup-f"]);
    refused(&["--at", "1985Q4,1985Q4"], &["no row lies between the changes"]);
    refused(&["--at", "1999Q1"], &["every row lies before the break at 1998Q4|1999Q1"]);
    refused(&["--at", "48"], &["`48` is a number, not a period"]);
    refused(&["--at", "1985-04"], &["1985-04"]);
    bench.refused(&["breaks", "rate.csv"], &["--formula"]);
}
