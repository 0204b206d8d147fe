//! Chow's test against strucchange, gretl and 60-digit arithmetic; a break in the relation of two trade flows.

use yalu::breaks::chow::ChowForm;
use yalu::breaks::{BreakDate, Chow, SupF};
use yalu::{Design, HypothesisTest, PValue, Period, Series};

use crate::fixture::{Fixture, assert_digits};
use crate::granger::{EXPORTS, IMPORTS, log};

/// Compares the case's Chow tests, its largest F and that one's date on a regression on a constant.
fn check(name: &str, column: &str, start: Period, breaks: [usize; 3]) {
    let fixture = Fixture::load(name);
    let series = Series::new(column, start, fixture.column(column)).unwrap();
    let design = Design::of(&series).constant().build().unwrap();
    for b in breaks {
        let date = BreakDate::with_last_before(start.plus(b as i64 - 1));
        let report = Chow::of(&design).at(date).run().unwrap().report();
        let key = format!("chow.after_obs{b}.F");
        // Limited by the witnesses, which agree to about ten digits.
        assert_digits(report.statistic().unwrap(), fixture.expected(&key), 9.0, &key);
        assert_digits(report.p().unwrap().value(), fixture.expected(&format!("{key}_p")), 9.0, &format!("{key}_p"));
    }
    let found = SupF::of(&design).trim(0.15).run().unwrap();
    let argmax = fixture.expected("Fstats.from0.15.argmax_obs") as i64;
    assert_eq!(found.date(), BreakDate::with_last_before(start.plus(argmax - 1)));
    assert_digits(found.f(), fixture.expected("Fstats.from0.15.supF.stat"), 9.0, "supF");
    assert_eq!(found.path().len(), fixture.column(column).len() - 2 * 15 + 1);
}

#[test]
fn the_nile() {
    check("breaks_nile", "Nile", Period::annual(1871), [20, 28, 50]);
}

#[test]
fn the_real_interest_rate() {
    check("breaks_realint", "RealInt", "1961Q1".parse().unwrap(), [24, 47, 79]);
}

/// strucchange on the same figures, at the digits to which they are quoted.
#[test]
fn two_trade_flows() {
    let (x, m) = (log("exports", &EXPORTS), log("imports", &IMPORTS));
    let design = Design::of(&m).constant().regressor(&x).build().unwrap();
    let report = Chow::of(&design).at(BreakDate::with_last_before(Period::annual(2009))).run().unwrap().report();
    assert!((report.statistic().unwrap() - 3.5197).abs() <= 5e-5);
    assert!((report.p().unwrap().value() - 0.0696).abs() <= 5e-5);
    let found = SupF::of(&design).trim(0.25).run().unwrap();
    assert!((found.f() - 27.33).abs() <= 5e-3 && (found.scaled() - 54.67).abs() <= 5e-3);
    assert_eq!(found.date(), BreakDate::with_last_before(Period::annual(2004)));
}

/// One row after the break is predicted: (RSS − RSS₁)/1 ÷ RSS₁/(n₁ − k), with the sums of squares of a simple regression
/// by its textbook formula.
#[test]
fn a_regime_of_one_row_is_predicted() {
    let mut wave: Vec<f64> = (0..11).map(|i| f64::from(i % 2)).collect();
    wave.push(4.0);
    let series = Series::new("y", Period::annual(2001), wave).unwrap();
    let squares = Series::new("x", Period::annual(2001), (0..12).map(|i| f64::from(i * i % 5)).collect()).unwrap();
    let design = Design::of(&series).constant().regressor(&squares).build().unwrap();
    let result = Chow::of(&design).at(BreakDate::with_last_before(Period::annual(2011))).run().unwrap();
    assert_eq!(result.form(), ChowForm::Predictive);
    let rss = |rows: std::ops::Range<usize>| {
        let (x, y): (Vec<f64>, Vec<f64>) = rows
            .map(|i| (f64::from((i * i % 5) as u32), if i == 11 { 4.0 } else { f64::from((i % 2) as u32) }))
            .unzip();
        let n = x.len() as f64;
        let (mx, my) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
        let sxy: f64 = x.iter().zip(&y).map(|(a, b)| (a - mx) * (b - my)).sum();
        let sxx: f64 = x.iter().map(|a| (a - mx).powi(2)).sum();
        y.iter().map(|b| (b - my).powi(2)).sum::<f64>() - sxy * sxy / sxx
    };
    let by_hand = (rss(0..12) - rss(0..11)) / (rss(0..11) / 9.0);
    // A formula of two sums of squares: twelve digits are left of sixteen.
    assert_digits(result.report().statistic().unwrap(), by_hand, 12.0, "predictive F");
}

/// The sequence of q·F, its largest, average and exponential average, and Hansen's p-values.
#[test]
fn unknown_dates() {
    let mut compared = 0;
    for (name, column, start) in
        [("breaks_nile", "Nile", Period::annual(1871)), ("breaks_realint", "RealInt", "1961Q1".parse().unwrap())]
    {
        let fixture = Fixture::load(name);
        let series = Series::new(column, start, fixture.column(column)).unwrap();
        let design = Design::of(&series).constant().build().unwrap();
        for trim in ["0.15", "0.10"] {
            let found = SupF::of(&design).trim(trim.parse().unwrap()).run().unwrap();
            for key in fixture.keys() {
                let Some(rest) = key.strip_prefix(&format!("Fstats.from{trim}.")) else { continue };
                let expected = fixture.expected(key);
                let report =
                    |word: &str| &found.reports()[["supF", "aveF", "expF"].iter().position(|f| *f == word).unwrap()];
                match rest.split('.').collect::<Vec<_>>().as_slice() {
                    ["argmax_obs"] => assert_eq!(found.rows_before() as f64, expected, "{key}"),
                    ["Fseq", at] => {
                        let (_, f) = found.path()[at.parse::<usize>().unwrap() - 1];
                        assert_digits(f, expected, 9.0, key);
                    }
                    ["n_points"] => assert_eq!(found.path().len() as f64, expected, "{key}"),
                    [of, "stat"] => assert_digits(report(of).statistic().unwrap(), expected, 10.0, key),
                    // All of these are below what Hansen's approximation can tell.
                    [of, _] => {
                        let p = report(of).p().unwrap();
                        assert!(expected < 1e-3 && p == PValue::Below(1e-3), "{key}: {p}");
                    }
                    _ => panic!("{key} is not compared"),
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}
