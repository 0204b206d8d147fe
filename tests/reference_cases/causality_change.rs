//! Whether causality changed at a date: R and statsmodels, each equation; linearmodels, both together; size by simulation.

use yalu::causality::CausalityChange;
use yalu::causality::change::Others;
use yalu::regression::Covariance;
use yalu::resampling::{Rate, Streams};
use yalu::{HypothesisTest, Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

fn number(report: &TestReport, what: &str) -> f64 {
    match what {
        "F" => report.statistic(),
        _ => report.p().map(|p| p.value()),
    }
    .expect("a number")
}

#[test]
fn before_after_and_the_change() {
    let fixture = Fixture::load("causality_change_luetkepohl");
    let start: Period = "1960Q2".parse().expect("a quarter");
    let series = |name: &str| Series::new(name, start, fixture.column(name)).expect("a series");
    let (income, consumption) = (series("income"), series("consumption"));
    let date: Period = "1970Q1".parse().expect("a quarter");
    let mut compared = 0;
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        if words[1] == "search" {
            continue;
        }
        let (lags, covariance) = (words[0][1..].parse::<usize>().expect("a number"), words[3]);
        let others = match words[1] {
            "may" => Others::MayChange,
            "constant" => Others::Constant,
            _ => Others::Fixed,
        };
        let covariance = match covariance {
            "classical" => Covariance::Classical,
            "hc0" => Covariance::Hc0,
            "hc1" => Covariance::Hc1,
            "hc3" => Covariance::Hc3,
            _ => Covariance::newey_west(4),
        };
        let (cause, effect) =
            if words[2] == "consumption->income" { (&consumption, &income) } else { (&income, &consumption) };
        let test =
            CausalityChange::cause(cause).effect(effect).at(date).lags(lags).others(others).covariance(covariance);
        let result = test.run().expect("a test");
        let one = result.forward();
        let got = match words[4..] {
            [what] => number(result.joint().expect("a joint test"), what),
            ["change", what] => number(one.change(), what),
            ["before", what] => number(one.before(), what),
            ["after", what] => number(one.after(), what),
            _ => panic!("{key} is not compared"),
        };
        assert_digits(got, fixture.expected(key), 9.0, key);
        compared += 1;
    }
    // Two numbers of lags, three choices of the others: 2 directions × 5 covariances × 3 hypotheses, and 2 joint tests.
    assert_eq!(compared, 2 * 3 * (2 * 5 * 3 + 2) * 2);
}

/// The largest statistic over dates, the other coefficients held equal.
#[test]
fn a_date_that_is_searched_for() {
    let fixture = Fixture::load("causality_change_luetkepohl");
    let start: Period = "1960Q2".parse().expect("a quarter");
    let series = |name: &str| Series::new(name, start, fixture.column(name)).expect("a series");
    let (income, consumption) = (series("income"), series("consumption"));
    for lags in [1, 2] {
        let search = CausalityChange::cause(&income).effect(&consumption).at_unknown_date().lags(lags).run();
        let search = search.expect("a search");
        for (way, found) in [("income->consumption", search.forward()), ("consumption->income", search.backward())] {
            let key = |what: &str| format!("p{lags}.search.{way}.{what}");
            assert_digits(found.scaled(), fixture.expected(&key("sup")), 9.0, &key("sup"));
            assert_eq!(found.rows_before() as f64, fixture.expected(&key("before")), "{way}");
        }
    }
}

/// Stationary series, x leading y by the same coefficient throughout while the levels of both and y's persistence change.
fn unchanged(draw: u64, n: usize) -> [Series; 2] {
    let mut stream = Streams::new(11).replication(draw);
    let (mut x, mut y) = (vec![0.0; n], vec![0.0; n]);
    for t in 1..n {
        let (level, persistence) = if t < n / 2 { (0.0, 0.2) } else { (1.5, 0.5) };
        x[t] = level + 0.4 * x[t - 1] + stream.standard_normal();
        y[t] = level + persistence * y[t - 1] + 0.3 * x[t - 1] + stream.standard_normal();
    }
    [("x", x), ("y", y)].map(|(name, values)| Series::new(name, Period::annual(1801), values).expect("a series"))
}

/// 1,000 draws at 5 %: F holds its size though all other coefficients change; with these held equal it does not.
#[test]
fn a_true_null_is_rejected_as_often_as_it_should() {
    let (n, draws) = (120, 1000);
    let mut rates = [0; 4];
    for draw in 0..draws {
        let [x, y] = unchanged(draw, n);
        let at = Period::annual(1801 + n as i32 / 2);
        let rejects = |others, covariance| {
            let test = CausalityChange::cause(&x).effect(&y).at(at).others(others).covariance(covariance).run();
            test.expect("a test").forward().report().rejects(0.05) == Some(true)
        };
        rates[0] += usize::from(rejects(Others::MayChange, Covariance::Classical));
        rates[1] += usize::from(rejects(Others::MayChange, Covariance::Hc3));
        rates[2] += usize::from(rejects(Others::Fixed, Covariance::Classical));
        let both = CausalityChange::cause(&x).effect(&y).at(at).run().expect("a test");
        rates[3] += usize::from(both.joint().and_then(|report| report.rejects(0.05)) == Some(true));
    }
    let [classical, robust, fixed, both] = rates.map(|count| Rate { count, replications: draws as usize });
    // Three standard errors are 0.021.
    for (rate, what) in [(classical, "classical"), (robust, "HC3"), (both, "both directions")] {
        assert!((rate.value() - 0.05).abs() < 0.021, "{what}: {rate}");
    }
    assert!(fixed.value() > 0.1, "coefficients held equal though they change: {fixed}");
}
