//! The variance ratio test against arch.

use yalu::unit_root::VarianceRatio;

use crate::fixture::{Fixture, assert_digits};
use crate::unit_root::{CASES, convention, lag, series};

#[test]
fn every_number_of_the_variance_ratio() {
    for (name, column) in CASES {
        let case = Fixture::load(name);
        let y = series("y", &case.column(column));
        let mut compared = 0;
        for key in case.keys().into_iter().filter(|key| key.starts_with("variance_ratio.")) {
            let words: Vec<&str> = key.split('.').collect();
            let result = VarianceRatio::of(&y).horizons([lag(words[1])]).run().expect("a result");
            let report = convention(result.reports(), words[2]);
            let (got, needed) = match words[3] {
                "vr" => (Some(result.horizons()[0].ratio), 9.0),
                "stat" => (report.statistic(), 9.0),
                // arch takes 2 − 2Φ(|z|), which loses digits as p falls.
                "pvalue" => (report.p().map(|p| p.value()), 6.0),
                _ => panic!("{key} is not compared"),
            };
            assert_digits(got.expect("a number"), case.expected(key), needed, &format!("{name}: {key}"));
            compared += 1;
        }
        assert_eq!(compared, 18, "{name}");
    }
}
