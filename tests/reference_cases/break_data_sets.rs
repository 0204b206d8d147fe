//! strucchange's example data sets, and Bai and Perron's: every number of the cases.

use std::collections::BTreeMap;

use yalu::breaks::bai_perron::{BaiPerronResult, Intervals};
use yalu::breaks::sup_f::BreakStatistic;
use yalu::breaks::{BaiPerron, BreakCriterion, RegimeErrors, SupF};
use yalu::regression::Covariance;
use yalu::{Design, HypothesisTest, PValue, Period, Series};

use crate::fixture::{Fixture, assert_digits};

/// The response on a constant and these regressors.
fn design(fixture: &Fixture, response: &str, regressors: &[&str]) -> Design {
    let start: Period = fixture.text_column("date")[0].replace("-Q", "Q").parse().unwrap();
    let series = |name: &str| Series::new(name, start, fixture.column(name)).unwrap();
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name)).collect();
    let response = series(response);
    regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap()
}

fn number(word: &str, prefix: &str) -> usize {
    word.strip_prefix(prefix).and_then(|digits| digits.parse().ok()).unwrap_or_else(|| panic!("{word} of {prefix}"))
}

const FUNCTIONALS: [&str; 3] = ["supF", "aveF", "expF"];

/// The sequence of q·F or Wald, its three functionals and Hansen's p-values.
fn check_search(found: &yalu::breaks::sup_f::SupFResult, rest: &str, key: &str, expected: f64) {
    let digits = if key.starts_with("robust") { 7.0 } else { 9.0 };
    let report = |word: &str| &found.reports()[FUNCTIONALS.iter().position(|f| *f == word).unwrap()];
    match rest.split('.').collect::<Vec<_>>().as_slice() {
        ["argmax_obs"] => assert_eq!(found.rows_before() as f64, expected, "{key}"),
        ["n_points"] => assert_eq!(found.path().len() as f64, expected, "{key}"),
        // strucchange's F is the scaled one. Its inverses limit the robust ones: for the first and the largest HC0 statistic of
        // road casualties 50-digit arithmetic gives 16.6964129715831 (so here) and 33.1322979001547, here 33.132297900106; strucchange has 16.69641287
        // and 33.13229729.
        ["Fseq" | "Wald", at] => {
            let (_, over_q) = found.path()[at.parse::<usize>().unwrap() - 1];
            assert_digits(over_q * found.changing().len() as f64, expected, digits, key);
        }
        [of, "stat"] => assert_digits(report(of).statistic().unwrap(), expected, digits, key),
        // One approximation, at the trim of the dates tried (n·0.15 is not whole): the third decimal.
        [of, "p_hansen"] => match report(of).p().unwrap() {
            PValue::Below(bound) => assert!(expected < bound + 2e-4, "{key}: {expected}"),
            p => assert!((p.value() - expected).abs() < 3e-3, "{key}: {p} {expected}"),
        },
        _ => panic!("{key} is not compared"),
    }
}

fn check_partitions(found: &BaiPerronResult, rest: &str, key: &str, expected: f64, m_of_intervals: usize) {
    let partition = |word: &str| found.partition(number(word, "m")).expect("a partition");
    match rest.split('.').collect::<Vec<_>>().as_slice() {
        ["h_obs"] => assert_eq!(found.shortest_regime() as f64, expected, "{key}"),
        // Limited by strucchange's recursions: for five breaks in road casualties 50-digit arithmetic gives
        // RSS = 0.253661979701449, as here; strucchange has 0.25366197949.
        [m, "rss"] => assert_digits(partition(m).rss(), expected, 9.0, key),
        [m, "bic"] => assert_digits(partition(m).criterion(BreakCriterion::Bic), expected, 9.0, key),
        [m, "aic"] => assert_digits(partition(m).aic(), expected, 9.0, key),
        [m, regime] if regime.starts_with("last") => {
            let j = number(regime, "last_obs_of_regime");
            assert_eq!(partition(m).rows_before()[j - 1] as f64, expected, "{key}");
        }
        ["confint", "m"] => assert_eq!(m_of_intervals as f64, expected),
        ["confint95", form, date, end] => {
            let own = Intervals::default();
            let settings = match *form {
                "default" => own,
                "same_errors" => Intervals { errors: RegimeErrors::OneVariance, ..own },
                "same_regressors" => Intervals { same_regressors: true, ..own },
                "hc0" => Intervals { errors: RegimeErrors::Heteroskedastic, ..own },
                "nw3" => Intervals { errors: "nw:3".parse().unwrap(), ..own },
                _ => panic!("{key} is not compared"),
            };
            let intervals = partition(&format!("m{m_of_intervals}")).intervals(settings).unwrap();
            let interval = intervals[number(date, "break") - 1];
            let got = if *end == "lower" { interval.lower } else { interval.upper };
            assert_eq!(got as f64, expected, "{key}");
        }
        _ => panic!("{key} is not compared"),
    }
}

/// sup F(m) or sup F(m + 1 | m) under one assumption on the errors.
fn check_statistic(found: &BaiPerronResult, what: &str, m: usize, key: &str, expected: f64) {
    let report = if what == "one_more" { found.one_more(m) } else { found.sup_f(m) };
    // Limited by the witness's explicit inverses.
    assert_digits(report.expect("a report").statistic().expect("a statistic"), expected, 8.0, key);
}

/// Compares every number of a case and gives their count.
fn check(name: &str, response: &str, regressors: &[&str], changing: &[&str]) -> usize {
    let fixture = Fixture::load(name);
    let design = design(&fixture, response, regressors);
    let all: Vec<BaiPerronResult> =
        ["0.15", "0.1"].iter().map(|trim| BaiPerron::of(&design).trim(trim.parse().unwrap()).run().unwrap()).collect();
    let (mut searches, mut tests, mut compared) = (BTreeMap::new(), BTreeMap::new(), 0);
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        if let Some(rest) = key.strip_prefix("Fstats.from").or(key.strip_prefix("robust.")) {
            let (form, rest) = if key.starts_with("robust") {
                let (form, rest) = rest.split_once(".from").unwrap();
                (Some(form), rest)
            } else {
                (None, rest)
            };
            let trim = if rest.starts_with("0.15") { "0.15" } else { "0.1" };
            let rest = &rest[trim.len() + 1..];
            let found = searches.entry((form, trim)).or_insert_with(|| {
                let mut search = SupF::of(&design).trim(trim.parse().unwrap());
                if let Some(form) = form {
                    let covariance = if form == "nw3" { Covariance::newey_west(3) } else { form.parse().unwrap() };
                    search = search.covariance(covariance).statistic(BreakStatistic::Wald);
                }
                search.run().unwrap()
            });
            check_search(found, rest, key, expected);
        } else if let Some(rest) = key.strip_prefix("breakpoints.h") {
            let at = usize::from(!rest.starts_with("0.15"));
            let rest = &rest[[5, 4][at]..];
            let m = fixture.expected(&format!("breakpoints.h{}.confint.m", ["0.15", "0.1"][at])) as usize;
            check_partitions(&all[at], rest, key, expected, m);
        } else if let Some(rest) = key.strip_prefix("sup_f.h0.15.").or(key.strip_prefix("one_more.h0.15.")) {
            let (errors, rest) = rest.split_once(".m").unwrap();
            let run = || BaiPerron::of(&design).errors(errors.parse().unwrap()).run().unwrap();
            let found = tests.entry((errors, false)).or_insert_with(run);
            let what = key.split('.').next().unwrap();
            match rest.split_once('.') {
                None => check_statistic(found, what, rest.parse().unwrap(), key, expected),
                Some((m, _)) => {
                    let report = found.one_more(m.parse().unwrap()).unwrap();
                    let date = &report.settings.last().unwrap().value;
                    assert_eq!(*date, stamps(&design, expected as usize), "{key}");
                }
            }
        } else if let Some(rest) = key.strip_prefix("partial.h0.15.") {
            let (errors, m_and_rest) = rest
                .split_once('m')
                .filter(|(before, _)| before.is_empty())
                .map_or_else(|| rest.split_once(".m").unwrap(), |(_, rest)| ("one-variance", rest));
            let search = BaiPerron::of(&design).changing(changing.iter().copied()).breaks(2);
            let run = || search.errors(errors.parse().unwrap()).run().unwrap();
            let found = tests.entry((errors, true)).or_insert_with(run);
            match m_and_rest.split_once('.') {
                None => check_statistic(found, "sup_f", m_and_rest.parse().unwrap(), key, expected),
                Some((m, rest)) => check_partitions(found, &format!("m{m}.{rest}"), key, expected, 0),
            }
        } else {
            panic!("{key} is not compared");
        }
        compared += 1;
    }
    compared
}

fn stamps(design: &Design, before: usize) -> String {
    format!("{}|{}", design.stamps()[before - 1], design.stamps()[before])
}

#[test]
fn road_casualties() {
    assert!(check("breaks_seatbelts", "y", &["ylag1", "ylag12"], &["(Intercept)"]) > 250);
}

#[test]
fn income_and_expenditure() {
    assert!(check("breaks_usincexp", "diff_expenditure", &["coint_res", "diff_income"], &["coint_res"]) > 250);
}

#[test]
fn demand_for_money() {
    assert!(check("breaks_germanm1", "dm", &["dy2", "dR", "dR1", "dp", "ecm"], &[]) > 190);
}

#[test]
fn labour_productivity() {
    assert!(check("breaks_durab", "y", &["lag"], &[]) > 200);
}

#[test]
fn homicides() {
    assert!(check("breaks_boston", "homicides", &[], &[]) > 250);
}

#[test]
fn inflation() {
    assert!(check("breaks_phillips", "dp", &["dp1"], &[]) > 250);
}

#[test]
fn illegitimate_births() {
    assert_eq!(check("breaks_grossarl", "fraction", &[], &[]), 250);
}

#[test]
fn a_stock_in_september_2001() {
    assert_eq!(check("breaks_sp2001", "returns", &[], &[]), 250);
}

/// Bai and Perron's published numbers at their three decimals, and the same from their formulas.
#[test]
fn bai_and_perrons_example() {
    let fixture = Fixture::load("bai_perron_realint");
    let design = design(&fixture, "RealInt", &[]);
    let found = BaiPerron::of(&design).errors(RegimeErrors::bai_perron()).run().unwrap();
    assert_eq!(found.shortest_regime(), 15);
    let mut published = 0;
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        let words: Vec<&str> = key.split('.').collect();
        match words.as_slice() {
            ["published", "sup_f", m] => {
                let statistic = found.sup_f(number(m, "m")).unwrap().statistic().unwrap();
                assert!((statistic - expected).abs() <= 5.001e-4, "{key}: {statistic}");
                published += 1;
            }
            ["published", "one_more", m] => {
                let report = if *m == "m0" { found.sup_f(1) } else { found.one_more(number(m, "m")) };
                let statistic = report.unwrap().statistic().unwrap();
                assert!((statistic - expected).abs() <= 5.001e-4, "{key}: {statistic}");
                published += 1;
            }
            ["published", "ssr", m] => {
                assert!((found.partition(number(m, "m")).unwrap().rss() - expected).abs() <= 5.001e-4);
            }
            ["published", "date", "m2", j] => {
                let own = found.partition(2).unwrap().rows_before()[j.parse::<usize>().unwrap() - 1];
                assert_eq!(own as f64, expected, "{key}");
            }
            [what, "h0", _, errors, m, ..] => {
                let own = BaiPerron::of(&design).errors(errors.parse().unwrap()).run().unwrap();
                if words.len() == 5 {
                    check_statistic(&own, what, number(m, "m"), key, expected);
                } else {
                    let date = &own.one_more(number(m, "m")).unwrap().settings.last().unwrap().value;
                    assert_eq!(*date, stamps(&design, expected as usize), "{key}");
                }
            }
            _ => panic!("{key} is not compared"),
        }
    }
    assert_eq!(published, 9);
    // Two breaks by BIC, three by the sequence at 5 %, as in the paper; both maxima reject at 1 %.
    assert_eq!(found.best(BreakCriterion::Yao).breaks(), 2);
    assert_eq!(found.sequential(0.05).unwrap().breaks(), 3);
    assert_eq!(found.report().p(), Some(PValue::Below(0.01)));
}
