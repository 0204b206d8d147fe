//! MacKinnon's (1996) surfaces as fUnitRoots evaluates them and in 50-digit arithmetic.

use yalu::dist::dickey_fuller::{Statistic, surface};

use crate::fixture::{Fixture, assert_digits};
use crate::unit_root::terms;

/// Against 50 digits: six, since our tables are rounded in the seventh decimal. Against fUnitRoots: nearly four, since in
/// one case in forty, more often with many series, it drops a cubic term whose t statistic, in 50 digits, is above 2: its
/// regressors are powers of the quantiles themselves, not of their distance from the statistic, and nearly collinear.
#[test]
fn mackinnon_1996() {
    let case = Fixture::load("mackinnon1996_surfaces");
    let [values, p, exact, probabilities, quantiles] =
        ["value", "p", "p_50_digits", "probability", "quantile"].map(|column| case.column(column));
    let whole = |column: &str, i: usize| case.text_column(column)[i].parse::<usize>().ok();
    let mut apart = 0;
    for i in 0..p.len() {
        let statistic = if case.text_column("statistic")[i] == "tau" { Statistic::Tau } else { Statistic::Z };
        let (terms, series) = (terms(&case.text_column("terms")[i]), whole("series", i).expect("a number"));
        let rows = whole("rows", i);
        let what = format!("{statistic:?}, {terms}, N = {series}, {rows:?} rows, {}", values[i]);
        let got = surface::p_value(values[i], statistic, terms, series, rows).expect("a p-value").value();
        assert_digits(got, exact[i], 6.0, &what);
        assert_digits(got, p[i], 3.9, &what);
        apart += usize::from((got / p[i] - 1.0).abs() > 1e-6);
        let got = surface::quantile(probabilities[i], statistic, terms, series, rows).expect("a quantile");
        assert!((got - quantiles[i]).abs() < 2e-6 * (1.0 + quantiles[i].abs()), "{what}: {got}, {}", quantiles[i]);
    }
    assert_eq!(p.len(), 1440);
    assert!(apart <= 42, "{apart} differ from fUnitRoots by more than 1e-6");
}
