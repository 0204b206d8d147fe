//! The variance ratio test against arch.

use yalu::unit_root::{Terms, VarianceRatio};

use crate::fixture::{Fixture, assert_digits};
use crate::unit_root::{CASES, convention, lag, series};

#[test]
fn every_number_of_the_variance_ratio() {
    for ((name, column), numbers) in CASES.into_iter().zip([18, 18, 54, 54]) {
        let case = Fixture::load(name);
        let y = series("y", &case.column(column));
        let mut compared = 0;
        for key in case.keys().into_iter().filter(|key| key.starts_with("variance_ratio")) {
            let words: Vec<&str> = key.split('.').collect();
            let test = VarianceRatio::of(&y).horizons([lag(words[1])]);
            let test = match words[0] {
                "variance_ratio" => test,
                "variance_ratio_biased" => test.biased(),
                "variance_ratio_without_mean" => test.terms(Terms::None),
                other => panic!("{other} is not compared"),
            };
            let result = test.run().expect("a result");
            let report = convention(result.reports(), words[2]);
            let (got, needed) = match words[3] {
                "vr" => (Some(result.horizons()[0].ratio), 9.0),
                "stat" => (report.statistic(), 9.0),
                "pvalue" => (report.p().map(|p| p.value()), 9.0),
                _ => panic!("{key} is not compared"),
            };
            let (got, expected) = (got.expect("a number"), case.expected(key));
            // arch takes 2 − 2Φ(|z|), whose rounding error is that of 2.
            if words[3] != "pvalue" || (got - expected).abs() > 4.0 * f64::EPSILON {
                assert_digits(got, expected, needed, &format!("{name}: {key}"));
            }
            compared += 1;
        }
        assert_eq!(compared, numbers, "{name}");
    }
}
