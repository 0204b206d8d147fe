//! Tail probabilities against 30-digit values from mpmath.

use yalu::dist::{chi_squared, f, normal, student_t};

use crate::fixture::{Fixture, digits};

struct Row {
    id: String,
    law: String,
    df1: f64,
    df2: f64,
    x: f64,
    upper: bool,
}

fn rows(case: &Fixture) -> Vec<Row> {
    let cell = |column: &str, i: usize| case.text_column(column)[i].clone();
    (0..case.text_column("id").len())
        .map(|i| Row {
            id: format!("{:0>3}_{}_{}", cell("id", i), cell("dist", i), cell("tail", i)),
            law: cell("dist", i),
            df1: cell("df1", i).parse().unwrap_or(0.0),
            df2: cell("df2", i).parse().unwrap_or(0.0),
            x: cell("x", i).parse().expect("a number"),
            upper: cell("tail", i) == "upper",
        })
        .collect()
}

fn tail(row: &Row) -> (f64, f64) {
    let Row { df1, df2, x, .. } = *row;
    match (row.law.as_str(), row.upper) {
        ("norm", true) => (normal::sf(x), normal::ln_sf(x)),
        ("norm", false) => (normal::cdf(x), normal::ln_cdf(x)),
        ("t", true) => (student_t::sf(x, df1), student_t::ln_sf(x, df1)),
        ("chi2", true) => (chi_squared::sf(x, df1), chi_squared::ln_sf(x, df1)),
        ("chi2", false) => (chi_squared::cdf(x, df1), chi_squared::ln_cdf(x, df1)),
        ("F", true) => (f::sf(x, df1, df2), f::ln_sf(x, df1, df2)),
        ("F", false) => (f::cdf(x, df1, df2), f::ln_cdf(x, df1, df2)),
        other => panic!("no law {other:?}"),
    }
}

#[test]
fn tails_hold_twelve_digits() {
    let case = Fixture::load("tails_pvalues");
    let (mut failures, mut seen, mut worst) = (Vec::new(), 0, 16.0_f64);
    for row in rows(&case) {
        let (p, ln_p) = tail(&row);
        let (expected_p, expected_ln) =
            (case.expected(&format!("{}.p", row.id)), case.expected(&format!("{}.log_p", row.id)));
        seen += 1;
        // Below the normal doubles only the logarithm has digits.
        let p_digits = if expected_p >= f64::MIN_POSITIVE { digits(p, expected_p) } else { 16.0 };
        worst = worst.min(p_digits);
        let ln_right = (ln_p - expected_ln).abs() <= 1e-12_f64.max(1e-13 * expected_ln.abs());
        if p_digits < 12.0 || !ln_right {
            failures.push(format!("{}: p {p:e} ({expected_p:e}), ln p {ln_p} ({expected_ln})", row.id));
        }
    }
    assert_eq!(seen, 253);
    assert!(failures.is_empty(), "worst {worst:.1} digits\n{}", failures.join("\n"));
}

#[test]
fn quantiles_hold_eleven_digits() {
    let case = Fixture::load("tails_pvalues");
    let mut failures = Vec::new();
    for row in rows(&case) {
        let p = case.expected(&format!("{}.p", row.id));
        // Where the tail is nearly one or the argument nearly zero, the p-value as a double no longer tells x.
        if !row.upper || !(1e-300..0.6).contains(&p) || row.x < 1e-3 {
            continue;
        }
        let x = match row.law.as_str() {
            "norm" => normal::isf(p),
            "t" => student_t::isf(p, row.df1),
            "chi2" => chi_squared::isf(p, row.df1),
            _ => f::isf(p, row.df1, row.df2),
        };
        if digits(x, row.x) < 11.0 {
            failures.push(format!("{}: {x:e}, expected {:e}", row.id, row.x));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
