//! Quandt's likelihood ratio beside lm on both sides of every date and beside numpy: every number of the cases. And the Dow Jones averages of
//! Hsu (1979): no change of the mean, one of the variance.

use yalu::breaks::bai_perron::Intervals;
use yalu::breaks::{BaiPerron, BreakCriterion, Fluctuation, Quandt};
use yalu::dist::chi_squared;
use yalu::resampling::{Rate, Streams};
use yalu::{Design, HypothesisTest, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

fn check(name: &str, response: &str, regressors: &[&str]) {
    let fixture = Fixture::load(name);
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name, fixture.column(name))).collect();
    let response = series(response, fixture.column(response));
    let design =
        regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap();
    let run =
        |trim: &str, draws| Quandt::of(&design).trim(format!("0.{trim}").parse().unwrap()).draws(draws).run().unwrap();
    for key in fixture.keys() {
        let expected = fixture.expected(key);
        let words: Vec<&str> = key.split('.').skip_while(|word| *word == "numpy").collect();
        match words.as_slice() {
            ["t0", trim, "dates"] => assert_eq!(run(trim, 0).path().len() as f64, expected, "{key}"),
            // Likelihoods of about 500 are subtracted.
            ["t0", trim, "lowest"] => assert_digits(run(trim, 0).lowest(), expected, 10.0, key),
            ["t0", trim, "before"] => assert_eq!(run(trim, 0).rows_before() as f64, expected, "{key}"),
            ["t0", trim, "lambda", before] => {
                let found = run(trim, 0);
                let first = found.path()[0].date.last_before.to_string().parse::<usize>().unwrap() - 1899;
                let lambda = found.path()[before.parse::<usize>().unwrap() - first].lambda;
                assert!((lambda - expected).abs() < 1e-10 * expected.abs().max(1.0), "{key}: {lambda} {expected}");
            }
            ["t0", trim, "deviation", side] => {
                let (before, after) = run(trim, 0).deviations();
                assert_digits(if *side == "before" { before } else { after }, expected, 11.0, key);
            }
            // Two simulations: three standard errors of 1000 draws on either side.
            ["simulated", "p"] => {
                let p = run("15", 999).report().p().unwrap().value();
                let error = (2.0 * expected * (1.0 - expected) / 1000.0).sqrt();
                assert!((p - expected).abs() < 3.0 * error + 2e-3, "{key}: {p} {expected}");
            }
            // Of the law, not of this response: 2 to 4 % of a quantile; far above that of χ²(k + 1).
            ["simulated", "critical", "0", level] => {
                let level: f64 = format!("0.{level}").parse().unwrap();
                assert!(expected > 1.4 * chi_squared::isf(level, design.terms().len() as f64 + 1.0), "{key}");
            }
            ["squares" | "gefp", ..] => {}
            _ => panic!("{key} is not compared"),
        }
    }
}

#[test]
fn nile() {
    check("quandt_nile", "Nile", &[]);
}

#[test]
fn real_interest() {
    check("quandt_realint", "RealInt", &[]);
}

#[test]
fn phillips_curve() {
    check("quandt_phillips", "dp", &["dp1"]);
}

#[test]
fn income_and_expenditure() {
    check("quandt_usincexp", "diff_expenditure", &["coint_res", "diff_income"]);
}

#[test]
fn dow_jones() {
    check("quandt_djia", "growth", &[]);
    let fixture = Fixture::load("quandt_djia");
    let growth = series("growth", fixture.column("growth"));
    let design = Design::of(&growth).constant().build().unwrap();
    // Neither the mean's test nor the scores' component of the mean moves; the variance does.
    assert_eq!(Fluctuation::ols_cusum(&design).run().unwrap().report().rejects(0.05), Some(false));
    let scores = Fluctuation::score_cusum(&design).run().unwrap();
    assert_digits(scores.statistic(), fixture.expected("gefp.statistic"), 10.0, "gefp.statistic");
    assert_eq!(scores.farthest_component(), Some("variance"));
    let before = scores.date().unwrap().last_before.to_string().parse::<f64>().unwrap() - 1899.0;
    assert_eq!(before, fixture.expected("gefp.farthest"));
    assert_eq!(scores.report().rejects(0.01), Some(true));
    assert_eq!(Fluctuation::cusum_of_squares(&design).run().unwrap().report().rejects(0.01), Some(true));
    // The squares have one break, and Quandt's switch is there.
    let squares = series("squares", fixture.column("growth").iter().map(|growth| growth * growth).collect());
    let design = Design::of(&squares).constant().build().unwrap();
    let found = BaiPerron::of(&design).run().unwrap();
    let best = found.best(BreakCriterion::Bic);
    assert_eq!(best.breaks() as f64, fixture.expected("squares.breaks"));
    assert_eq!(best.rows_before()[0] as f64, fixture.expected("squares.before"));
    assert_digits(best.rss(), fixture.expected("squares.rss"), 11.0, "squares.rss");
    let interval = best.intervals(Intervals::default()).unwrap()[0];
    assert_eq!(interval.lower as f64, fixture.expected("squares.lower"));
    assert_eq!(interval.upper as f64, fixture.expected("squares.upper"));
}

/// The law as R simulated it is ours: the share of samples at or above R's 5 % point.
#[test]
fn the_simulated_law() {
    let fixture = Fixture::load("quandt_nile");
    let critical = fixture.expected("simulated.critical.0.05");
    let draws = 600;
    let mut stream = Streams::new(9).replication(0);
    let mut above = 0;
    for _ in 0..draws {
        let y = series("y", (0..100).map(|_| stream.standard_normal()).collect());
        let design = Design::of(&y).constant().build().unwrap();
        above += usize::from(-2.0 * Quandt::of(&design).draws(0).run().unwrap().lowest() >= critical);
    }
    let rate = Rate { count: above, replications: draws };
    assert!((rate.value() - 0.05).abs() < 3.0 * rate.std_error() + 0.02, "{rate}");
}

/// The p-value is exact for normal errors, whatever β and σ; with Student's t(3) it is not.
#[test]
fn sizes() {
    let draws = 200;
    let rate = |seed: u64, fat: bool| {
        let mut count = 0;
        for draw in 0..draws {
            let mut stream = Streams::new(seed).replication(draw as u64);
            let mut error = || {
                let z = stream.standard_normal();
                if !fat {
                    return z;
                }
                let chi: f64 = (0..3).map(|_| stream.standard_normal().powi(2)).sum();
                z / (chi / 3.0).sqrt()
            };
            let y = series("y", (0..100).map(|_| 40.0 + 7.0 * error()).collect());
            let design = Design::of(&y).constant().build().unwrap();
            count += usize::from(Quandt::of(&design).draws(199).run().unwrap().report().rejects(0.05).unwrap());
        }
        Rate { count, replications: draws }
    };
    let (normal, fat) = (rate(10, false), rate(11, true));
    println!("normal {normal}, t(3) {fat}");
    assert!((normal.value() - 0.05).abs() < 3.0 * normal.std_error() + 0.01, "{normal}");
    assert!(fat.value() > 0.25, "{fat}");
}
