//! Constancy of long-run relations against a second implementation in numpy.

use yalu::cointegration::johansen::{Case, Constancy, Johansen};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn check(name: &str, start: &str, names: &[&str], test: impl Fn(Johansen<'_>) -> Johansen<'_>, rank: usize) {
    let case = Fixture::load(name);
    let start: Period = start.parse().expect("a period");
    let series: Vec<Series> =
        names.iter().map(|name| Series::new(*name, start, case.column(name)).expect(name)).collect();
    let all: Vec<&Series> = series.iter().collect();
    let model = test(Johansen::of(&all)).run().and_then(|result| result.vecm(rank)).expect("a model");
    let result = Constancy::of(&model).draws(99).run().expect("a result");
    let mut seen = 0;
    for key in case.keys() {
        let got = match key.split('.').collect::<Vec<_>>()[..] {
            ["sup"] => result.sup(),
            ["mean"] => result.mean(),
            [at, ref rest @ ..] => {
                let at: usize = at[1..].parse().expect("rows");
                let row = result.rows().iter().find(|row| row.rows == at).expect("a row");
                match *rest {
                    ["score"] => row.score,
                    ["x", "known_beta"] => row.known_beta_x,
                    ["r", "known_beta"] => row.known_beta_r,
                    ["x", "eigenvalue", i] => row.eigenvalues_x[i.parse::<usize>().expect("a number") - 1],
                    ["r", "eigenvalue", i] => row.eigenvalues_r[i.parse::<usize>().expect("a number") - 1],
                    _ => panic!("{key}"),
                }
            }
            _ => panic!("{key}"),
        };
        let expected = case.expected(key);
        // The whole sample's β is its own: the ratio there is zero to rounding, and so is the last score.
        if expected.abs() < 1e-9 {
            assert!(got.abs() < 1e-9, "{key}: {got:e}");
        } else {
            assert_digits(got, expected, 8.0, key);
        }
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn danish_money_demand() {
    let names = ["LRM", "LRY", "IBO", "IDE"];
    check("constancy_denmark", "1974Q1", &names, |test| test.case(Case::RestrictedConstant).lags(2).seasonal(), 1);
}

#[test]
fn finnish_money_demand() {
    let names = ["lrm1", "lny", "lnmr", "difp"];
    check("constancy_finland", "1958Q2", &names, |test| test.lags(2).seasonal(), 2);
}

#[test]
fn interest_and_inflation() {
    check("constancy_interest_inflation", "1972Q2", &["Dp", "R"], |test| test.case(Case::RestrictedTrend).lags(4), 1);
}
