//! Several breaks against strucchange and an exhaustive search: every number of the cases that speaks of them.

use yalu::breaks::bai_perron::Intervals;
use yalu::breaks::{BaiPerron, BreakCriterion};
use yalu::{Design, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn check(name: &str, column: &str, start: Period) {
    let fixture = Fixture::load(name);
    let series = Series::new(column, start, fixture.column(column)).unwrap();
    let design = Design::of(&series).constant().build().unwrap();
    let mut compared = 0;
    for trim in ["0.15", "0.10"] {
        let found = BaiPerron::of(&design).trim(trim.parse().unwrap()).run().unwrap();
        let best = found.best(BreakCriterion::Bic);
        let (regimes, intervals) = (best.regimes().unwrap(), best.intervals(Intervals::default()).unwrap());
        for key in fixture.keys() {
            let Some(rest) = key.strip_prefix(&format!("breakpoints.h{trim}.")) else { continue };
            let expected = fixture.expected(key);
            let numbered = |word: &str, prefix: &str| word.strip_prefix(prefix).map(|i| i.parse::<usize>().unwrap());
            let partition = |word: &str| found.partition(numbered(word, "m").expect("breaks")).expect("a partition");
            let words: Vec<&str> = rest.split('.').collect();
            match words.as_slice() {
                ["h_obs"] => assert_eq!(found.shortest_regime() as f64, expected),
                ["bic_optimal_breaks"] => assert_eq!(best.breaks() as f64, expected, "{key}"),
                [m, "rss"] => assert_digits(partition(m).rss(), expected, 11.0, key),
                [m, "bic"] => assert_digits(partition(m).criterion(BreakCriterion::Bic), expected, 12.0, key),
                [m, "aic"] => assert_digits(partition(m).aic(), expected, 12.0, key),
                [m, "loglik"] => assert_digits(partition(m).log_likelihood(), expected, 12.0, key),
                [m, regime] => {
                    let j = numbered(regime, "last_obs_of_regime").expect("a regime");
                    assert_eq!(partition(m).rows_before()[j - 1] as f64, expected, "{key}");
                }
                ["confint95", date, end] => {
                    let interval = intervals[numbered(date, "break").expect("a date") - 1];
                    let got = if *end == "lower" { interval.lower } else { interval.upper };
                    assert_eq!(got as f64, expected, "{key}");
                }
                ["coef_by_regime", regime, "const"] => {
                    let j = numbered(regime, "regime").expect("a regime");
                    assert_digits(regimes[j - 1].coefficients()[0], expected, 12.0, key);
                }
                _ => panic!("{key} is not compared"),
            }
            compared += 1;
        }
    }
    assert!(compared > 80, "{compared}");
}

#[test]
fn the_nile() {
    check("breaks_nile", "Nile", Period::annual(1871));
}

#[test]
fn the_real_interest_rate() {
    check("breaks_realint", "RealInt", "1961Q1".parse().unwrap());
}

/// R mbreaks' statistics of no break against several, with one variance of the errors (`hetvar = 0`), from the same case.
#[test]
fn mbreaks_with_one_variance() {
    let fixture = Fixture::load("breaks_realint");
    let series = Series::new("RealInt", "1961Q1".parse().unwrap(), fixture.column("RealInt")).unwrap();
    let design = Design::of(&series).constant().build().unwrap();
    let found = BaiPerron::of(&design).trim(0.15).breaks(5).run().unwrap();
    let mut compared = 0;
    for key in fixture.keys() {
        let Some(versus) = key.strip_prefix("mbreaks.homoskedastic.eps0.15.supF.0vs") else {
            assert!(!key.starts_with("mbreaks"), "{key} is not compared");
            continue;
        };
        let report = found.sup_f(versus.parse().unwrap()).expect("a report");
        assert_digits(report.statistic().expect("a statistic"), fixture.expected(key), 10.0, key);
        compared += 1;
    }
    assert_eq!(compared, 5);
}
