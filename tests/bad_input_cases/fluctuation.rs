//! Sums of residuals: what is refused, and what is not identified.

use yalu::breaks::fluctuation::ResidualVariance;
use yalu::breaks::{Fluctuation, FluctuationTest};
use yalu::{Design, ErrorKind, HypothesisTest, Period, Series};

use crate::expect::{not_identified, refused};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1950), values).unwrap()
}

fn wave(n: usize) -> Vec<f64> {
    (0..n as i32).map(|i| f64::from((i * i * 7 + 3 * i) % 11)).collect()
}

fn mean(n: usize) -> Design {
    Design::of(&series("y", wave(n))).constant().build().unwrap()
}

#[test]
fn arguments_out_of_range() {
    let design = mean(60);
    for window in [0.0, 0.04, 0.51, -1.0, f64::NAN, f64::INFINITY] {
        refused(Fluctuation::ols_mosum(&design).window(window).run(), ErrorKind::Argument, &["window", "0.15"]);
    }
    for test in [FluctuationTest::OlsCusum, FluctuationTest::RecursiveCusum, FluctuationTest::CusumOfSquares] {
        refused(Fluctuation::test(&design, test).window(0.2).run(), ErrorKind::Argument, &["has no window", "MOSUM"]);
    }
    for test in [FluctuationTest::OlsCusum, FluctuationTest::OlsMosum, FluctuationTest::CusumOfSquares] {
        let set = Fluctuation::test(&design, test).variance(ResidualVariance::AboutZero);
        refused(set.run(), ErrorKind::Argument, &["no choice of variance"]);
    }
    for level in [0.0, 1.0, -0.1, f64::NAN] {
        for test in FluctuationTest::ALL {
            let found = Fluctuation::test(&design, test).run().unwrap();
            refused(found.crossings(level), ErrorKind::Argument, &["not between 0 and 1"]);
            refused(found.in_words(level), ErrorKind::Argument, &["not between 0 and 1"]);
        }
    }
    let hac = yalu::regression::Hac::newey_west(4);
    for test in FluctuationTest::ALL.into_iter().filter(|test| !test.sums_ordinary()) {
        let set = Fluctuation::test(&design, test).long_run(hac);
        refused(set.run(), ErrorKind::Argument, &["no long-run variance", "OLS residuals"]);
    }
    let long = yalu::regression::Hac::newey_west(60);
    refused(Fluctuation::ols_cusum(&design).long_run(long).run(), ErrorKind::Argument, &["fewer lags"]);
    let moving = Fluctuation::ols_mosum(&design).run().unwrap();
    refused(moving.boundary(0.2), ErrorKind::Argument, &["no level of 0.2", "0.01 to 0.1"]);
}

#[test]
fn designs_that_carry_nothing() {
    let (y, x) = (series("y", wave(30)), series("x", (0..30).map(|i| f64::from(i % 7)).collect()));
    let twice = series("twice", (0..30).map(|i| 2.0 * f64::from(i % 7)).collect());
    let collinear = Design::of(&y).constant().regressor(&x).regressor(&twice).build().unwrap();
    let exact = Design::of(&twice).constant().regressor(&x).build().unwrap();
    for test in FluctuationTest::ALL {
        refused(Fluctuation::test(&collinear, test).run(), ErrorKind::Collinear, &["`twice`"]);
        refused(Fluctuation::test(&exact, test).run(), ErrorKind::Constant, &["fitted exactly"]);
    }
    // The score of a dummy of one row is zero in all rows.
    let pulse = Design::of(&y).constant().indicator(yalu::Indicator::Pulse(Period::annual(1960))).build().unwrap();
    refused(Fluctuation::score_cusum(&pulse).run(), ErrorKind::Collinear, &["scores", "but a few"]);
    // Ordinary residuals sum to zero with a constant, or seasons that add up to one.
    let without = Design::of(&y).regressor(&x).build().unwrap();
    for test in [FluctuationTest::OlsCusum, FluctuationTest::OlsMosum] {
        refused(
            Fluctuation::test(&without, test).run(),
            ErrorKind::Argument,
            &["do not sum to zero", "add a constant"],
        );
    }
    assert!(Fluctuation::recursive_cusum(&without).run().unwrap().report().p().is_some());
}

/// A window in which the regressors cannot be told apart, or that has fewer rows than there are coefficients; the range of moving estimates
/// where its law is not known; rows before the first estimate.
#[test]
fn windows_that_show_too_little() {
    let y = series("y", wave(40));
    let late = Design::of(&y).constant().indicator(yalu::Indicator::Post(Period::annual(1970))).build().unwrap();
    let moving = Fluctuation::moving_estimates(&late).window(0.2);
    refused(moving.run(), ErrorKind::Collinear, &["1950 … 1957", "wider window"]);
    let recursive = Fluctuation::recursive_estimates(&late).run().unwrap();
    assert_eq!(recursive.values().len(), 40 - 21 + 2);
    assert!(recursive.report().notes.iter().any(|note| note.text().contains("that of 21 rows")));
    let x: Vec<Series> =
        (2..7).map(|p| series(&format!("x{p}"), (0..40).map(|i| f64::from((i * i) % (p * p + 1))).collect())).collect();
    let wide = x.iter().fold(Design::of(&y).constant(), |design, x| design.regressor(x)).build().unwrap();
    let moving = Fluctuation::moving_estimates(&wide).window(0.1);
    refused(moving.run(), ErrorKind::Sample, &["fewer than 6", "coefficients need", "wider window"]);
    let moving = Fluctuation::moving_estimates(&mean(60)).run().unwrap();
    let range = &moving.reports()[1];
    let words = range.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(range.p().is_none() && words.contains("known for a window of 0.5 alone"), "{words}");
    assert!(Fluctuation::moving_estimates(&mean(60)).window(0.5).run().unwrap().reports()[1].p().is_some());
    let many: Vec<Series> = (2..14)
        .map(|p| series(&format!("x{p}"), (0..60).map(|i| f64::from((i * i + i) % (p * p + 1))).collect()))
        .collect();
    let y = series("y", wave(60));
    let many = many.iter().fold(Design::of(&y).constant(), |design, x| design.regressor(x)).build().unwrap();
    let moving = Fluctuation::score_mosum(&many).run().unwrap();
    // Fourteen bridges: from 1 − 0.99^(14/6) to 1 − 0.9^(14/6).
    refused(moving.critical_value(0.01), ErrorKind::Argument, &["no level of 0.01", "0.024 to 0.217"]);
}

#[test]
fn too_few_rows() {
    for test in FluctuationTest::ALL {
        let run = |n: usize| {
            let design = mean(n);
            let test = Fluctuation::test(&design, test);
            if test.clone().run().is_err() { test.window(0.5).run() } else { test.run() }
        };
        not_identified(&run(5).unwrap().report(), &["5 rows", "4 residual degrees of freedom"]);
        assert!(run(6).unwrap().in_words(0.05).unwrap().contains("5 %"));
        let report = run(12).unwrap().report();
        assert!(report.notes.iter().any(|note| note.text().contains("on only 12 rows")), "{test}: {report}");
        assert!(!run(20).unwrap().report().notes.iter().any(|note| note.text().contains("on only")));
    }
    refused(Fluctuation::ols_mosum(&mean(13)).window(0.05).run(), ErrorKind::Sample, &["fewer than 2", "wider window"]);
    // The exact law of squares needs four residuals, whatever is asked for.
    let few = Fluctuation::cusum_of_squares(&mean(4)).min_df(1).run().unwrap();
    not_identified(&few.report(), &["3 residual degrees of freedom, fewer than 4"]);
    assert!(few.in_words(0.05).unwrap_or_default().contains("is not tested"));
}

/// A dummy that starts late: rows before it are summed without it, and no residual is lost or invented.
#[test]
fn a_regressor_that_is_zero_at_first() {
    let y = series("y", wave(40));
    let design = Design::of(&y).constant().indicator(yalu::Indicator::Post(Period::annual(1970))).build().unwrap();
    let found = Fluctuation::recursive_cusum(&design).run().unwrap();
    assert_eq!(found.values().len(), 40 - 2 + 1);
    assert!(found.values().iter().all(|value| value.is_finite()));
    let path = found.path(0.05).unwrap();
    // 1970 is used up by the dummy.
    assert!(path.iter().all(|point| point.last.to_string() != "1970"));
    assert_eq!(path.last().unwrap().last.to_string(), "1989");
}
