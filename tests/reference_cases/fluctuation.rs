//! Sums of residuals beside strucchange, statsmodels, gretl and numpy: every number of the cases.

use yalu::breaks::fluctuation::{FluctuationResult, ResidualVariance};
use yalu::breaks::{Fluctuation, FluctuationTest};
use yalu::dist::mosum;
use yalu::{Design, HypothesisTest, PValue, Series};

use crate::fixture::{Fixture, assert_digits};

fn design(fixture: &Fixture, response: &str, regressors: &[&str]) -> Design {
    // The dates of the sources are of four kinds; the rows are enough here.
    let start = yalu::Period::annual(1900);
    let series = |name: &str| Series::new(name, start, fixture.column(name)).unwrap();
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name)).collect();
    let response = series(response);
    regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap()
}

/// Row of the first crossing at 5 % as gretl counts them, from the first residual on; 0 if there is none.
fn first_outside(found: &FluctuationResult, k: usize) -> f64 {
    let distance = |date: &yalu::breaks::BreakDate| match date.first_after {
        yalu::Stamp::Period(period) => period.since(yalu::Period::annual(1900)).unwrap() + 1,
        yalu::Stamp::Row(row) => row as i64,
    };
    found.crossings(0.05).unwrap().first().map_or(0.0, |date| (distance(date) - k as i64) as f64)
}

/// strucchange's numbers of one test.
fn check_strucchange(found: &FluctuationResult, key: &str, rest: &[&str], expected: f64, window: f64, scale: f64) {
    let report = found.report();
    match rest {
        ["statistic"] => assert_digits(scale * report.statistic().unwrap(), expected, 10.0, key),
        // It ends the series at the second term, and goes on to 1 where a table ends.
        ["p"] => match (found.test(), report.p().unwrap()) {
            // Below 0.3 it has a straight line.
            (FluctuationTest::RecursiveCusum, p) if found.statistic() < 0.3 => {
                assert!((1.0 - 0.1465 * found.statistic() - expected).abs() < 1e-10, "{key}: {expected}");
                assert!(p.value() > expected, "{key}: {p} {expected}");
            }
            (FluctuationTest::RecursiveCusum, p) if found.statistic() < 0.65 => {
                assert!((p.value() - expected).abs() < 2e-3, "{key}: {p} {expected}");
            }
            // The p-value of its own statistic.
            (FluctuationTest::RecursiveMosum, PValue::Approximate(_)) => {
                let p = mosum::p_value(scale * found.statistic(), window, mosum::Of::Motion).unwrap();
                assert!((p.value() - expected).abs() < 1e-10, "{key}: {p:?} {expected}");
            }
            (_, PValue::Below(bound)) => assert!(expected <= bound + 1e-12, "{key}: {expected}"),
            (_, PValue::Above(bound)) => assert!(expected >= bound - 1e-12, "{key}: {expected}"),
            // 1 − cdf has no more digits than 16 after the point.
            (_, p) => assert!((p.value() - expected).abs() < 1e-8 * expected.max(1e-7), "{key}: {p:?} {expected}"),
        },
        ["points"] => assert_eq!(found.values().len() as f64, expected, "{key}"),
        ["process", at] => {
            let value = scale * found.values()[at.parse::<usize>().unwrap() - 1];
            assert!((value - expected).abs() < 1e-10 * expected.abs().max(0.1), "{key}: {value} {expected}");
        }
        // Its root finder stops at 1e-4.
        ["boundary_end", level @ ..] => {
            let level: f64 = level.join(".").parse().unwrap();
            let (lower, upper) = *found.boundary(level).unwrap().last().unwrap();
            assert!((upper - expected).abs() < 3e-4 && lower == -upper, "{key}: {upper} {expected}");
        }
        _ => panic!("{key} is not compared"),
    }
}

/// A test with the word that strucchange has for it.
fn named(design: &Design, word: &str, window: f64) -> FluctuationResult {
    let test = match word {
        "OLS-CUSUM" => return Fluctuation::ols_cusum(design).run().unwrap(),
        "Rec-CUSUM" => return Fluctuation::recursive_cusum(design).run().unwrap(),
        "Score-CUSUM" => return Fluctuation::score_cusum(design).run().unwrap(),
        "OLS-MOSUM" => Fluctuation::ols_mosum(design),
        _ => Fluctuation::recursive_mosum(design),
    };
    test.window(window).run().unwrap()
}

fn check(name: &str, response: &str, regressors: &[&str]) {
    let fixture = Fixture::load(name);
    let design = design(&fixture, response, regressors);
    let (n, k) = (design.nobs(), design.terms().len());
    let m = n - k;
    let recursive = Fluctuation::recursive_cusum(&design).run().unwrap();
    let squares = Fluctuation::cusum_of_squares(&design).run().unwrap();
    let ordinary = Fluctuation::ols_cusum(&design).run().unwrap();
    let about_zero = Fluctuation::recursive_cusum(&design).variance(ResidualVariance::AboutZero).run().unwrap();
    let sigma = fixture.expected("gretl.sigma");
    // The process is Σw/(s√m).
    let sum = |i: usize| recursive.values()[i] * (m as f64).sqrt();
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        let at = || key.rsplit('.').next().unwrap().parse::<usize>().unwrap();
        let words: Vec<&str> = key.split('.').collect();
        match words.as_slice() {
            ["statsmodels", "OLS-CUSUM", "statistic"] => {
                assert_digits(ordinary.statistic(), expected, 10.0, key);
            }
            ["statsmodels", "OLS-CUSUM", "p"] => {
                assert_digits(ordinary.report().p().unwrap().value(), expected, 9.0, key);
            }
            // A diffuse start costs it digits.
            ["statsmodels", "Rec-CUSUM", "sum", _] => {
                assert!(
                    (sum(at()) - expected).abs() < 1e-6 * expected.abs().max(1.0),
                    "{key}: {} {expected}",
                    sum(at())
                );
            }
            ["statsmodels", "squares", _] => {
                assert!(
                    (squares.values()[at()] - expected).abs() < 1e-6,
                    "{key}: {} {expected}",
                    squares.values()[at()]
                );
            }
            ["statsmodels", "squares", "critical", ..] => {
                let exact = squares.critical_value(0.05).unwrap();
                // An approximation: Steck's determinant has 0.26684850 for 40 residuals, this 0.26560; for 100 0.17784916 and 0.17776.
                let near = if m < 60 { 1.5e-3 } else { 2e-4 };
                assert!((exact - expected).abs() < near, "{key}: {exact} {expected}");
            }
            ["numpy", "w", _] | ["recursive_olsresiduals", _] => {
                let deviation = about_zero.values()[m] / recursive.values()[m];
                assert!(deviation > 0.0, "{key}");
                let w = (sum(at()) - sum(at() - 1)) * fixture.expected("numpy.s");
                assert!((w - expected).abs() < 1e-8 * sigma, "{key}: {w} {expected}");
            }
            ["numpy", "s"] => assert_digits(sigma, expected, 5.0, key),
            ["numpy", "score", "statistic"] => {
                assert_digits(Fluctuation::score_cusum(&design).run().unwrap().statistic(), expected, 9.0, key);
            }
            ["numpy", "squares", "statistic"] => assert_digits(squares.statistic(), expected, 9.0, key),
            ["numpy", "squares", "p"] => assert_digits(squares.report().p().unwrap().value(), expected, 8.0, key),
            ["numpy", "squares", _] => assert_digits(squares.values()[at()], expected, 10.0, key),
            ["numpy", "zero", "statistic"] => assert_digits(about_zero.statistic(), expected, 10.0, key),
            ["gretl", "sigma"] => {}
            ["gretl", "sum", _] => assert!((sum(at()) - expected).abs() < 6e-4, "{key}: {} {expected}", sum(at())),
            ["gretl", "squares", "first_outside"] => assert_eq!(first_outside(&squares, k), expected, "{key}"),
            ["gretl", "squares", _] => assert!((squares.values()[at()] - expected).abs() < 6e-4, "{key}"),
            // Its line is a row late: at the i-th residual it stands where that of the one before should.
            ["gretl", "first_outside"] => {
                let root = (m as f64).sqrt();
                let outside = (1..=m).find(|i| sum(*i).abs() > 0.948 * root * (1.0 + 2.0 * (i - 1) as f64 / m as f64));
                assert_eq!(outside.unwrap_or(0) as f64, expected, "{key}");
            }
            [test @ ("OLS-CUSUM" | "Rec-CUSUM" | "Score-CUSUM"), rest @ ..] => {
                check_strucchange(&named(&design, test, 0.0), key, rest, expected, 0.0, 1.0);
            }
            [test @ ("OLS-MOSUM" | "Rec-MOSUM"), "h0", share, rest @ ..] => {
                let window: f64 = format!("0.{share}").parse().unwrap();
                // strucchange divides the squares of n − k recursive residuals by n − 2k.
                let scale = if *test == "Rec-MOSUM" { ((m - k) as f64 / (m - 1) as f64).sqrt() } else { 1.0 };
                check_strucchange(&named(&design, test, window), key, rest, expected, window, scale);
            }
            _ => panic!("{key} is not compared"),
        }
    }
}

#[test]
fn nile() {
    check("fluctuation_nile", "Nile", &[]);
}

#[test]
fn real_interest() {
    check("fluctuation_realint", "RealInt", &[]);
}

#[test]
fn german_money() {
    check("fluctuation_germanm1", "dm", &["dy2", "dR", "dR1", "dp", "ecm"]);
}

#[test]
fn phillips_curve() {
    check("fluctuation_phillips", "dp", &["dp1"]);
}

#[test]
fn durable_goods() {
    check("fluctuation_durab", "y", &["lag"]);
}

#[test]
fn dow_jones() {
    check("fluctuation_djia", "growth", &[]);
}
