//! `yalu regress`: one model in full, several side by side.

use super::bench::Bench;

#[test]
fn one_model_in_full() {
    let bench = Bench::new();
    let text = bench.text(&["regress", "trade.csv", "imports ~ exports", "--cov", "nw:4", "--test", "exports = 0"]);
    for part in
        ["Least squares of imports", "(Intercept)", "HAC, Bartlett kernel, 4 lags", "Tests of linear restrictions"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn several_models_stand_side_by_side_and_say_whose_errors_these_are() {
    let bench = Bench::new();
    let text = bench.text(&[
        "regress",
        "trade.csv",
        "imports ~ exports",
        "imports ~ exports * post(2010-06)",
        "--cov",
        "classical",
        "--cov",
        "hc3",
        "--stars",
        "--test",
        "exports = 0",
    ]);
    let words = text.replace('\n', " ");
    for part in ["(1)", "(4)", "parentheses in (1), (3): classical", "parentheses in (2), (4): HC3", "*** p < 0.01"] {
        assert!(words.contains(part), "no `{part}` in {text}");
    }
    for model in 1..=4 {
        assert!(text.contains(&format!("Tests of linear restrictions, model ({model})")), "{text}");
    }
}

#[test]
fn a_fit_in_json() {
    let bench = Bench::new();
    let answer = bench.json(&["regress", "trade.csv", "imports ~ exports", "--test", "exports = 0"]);
    let fit = &answer["results"][0];
    let terms: Vec<&str> = fit["coefficients"]
        .as_array()
        .expect("coefficients")
        .iter()
        .map(|row| {
            for key in ["estimate", "std_error", "statistic", "p_value", "conf_low", "conf_high"] {
                assert!(row[key].is_f64(), "{key}: {row}");
            }
            row["term"].as_str().unwrap_or_default()
        })
        .collect();
    assert_eq!(terms, ["(Intercept)", "exports"]);
    assert_eq!((&fit["summary"]["nobs"], &fit["summary"]["df_resid"]), (&72.into(), &70.into()));
    // One restriction: F is the square of t.
    let (t, f) = (fit["coefficients"][1]["statistic"].as_f64(), answer["results"][1]["statistic"].as_f64());
    let ratio = t.zip(f).map(|(t, f)| t * t / f);
    assert!(ratio.is_some_and(|ratio| (ratio - 1.0).abs() < 1e-9), "{ratio:?}");
    assert_eq!(answer["results"][1]["model"], fit["model"], "a test says whose coefficients it is about");
}

#[test]
fn an_exact_fit_has_no_infinite_numbers() {
    let bench = Bench::new();
    let mut text = String::from("year,x,y\n");
    for year in 1990..2010 {
        let x = year * year % 17;
        text += &format!("{year},{x},{}\n", 2 * x + 1);
    }
    let args = ["regress", bench.file("exact.csv", &text), "y ~ x"];
    let answer = bench.json(&args);
    assert!(answer["results"][0]["coefficients"][1]["statistic"].is_null());
    assert!(answer["results"][0]["notes"][0].as_str().is_some_and(|note| note.contains("exactly")));
    assert!(bench.text(&args).contains("n/a"));
}

#[test]
fn a_row_left_out_is_named() {
    let bench = Bench::new();
    bench.file("hole.csv", "year,x,y\n2001,1,2\n2002,,3\n2003,2,5\n2004,5,4\n2005,3,3\n");
    let answer = bench.json(&["regress", "hole.csv", "y ~ x"]);
    assert_eq!(answer["results"][0]["dropped"], serde_json::json!(["2002"]));
}
