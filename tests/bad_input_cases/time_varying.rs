//! Granger's test in moving windows: what it refuses.

use yalu::causality::time_varying::{TimeVaryingGranger, TimeVaryingResult, Windows};
use yalu::{Error, ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;
use super::given::noise;

fn run(
    n: usize,
    change: impl Fn(TimeVaryingGranger<'_>) -> TimeVaryingGranger<'_>,
) -> Result<TimeVaryingResult, Error> {
    let (x, y) = (noise("x", 1, n), noise("y", 2, n));
    change(TimeVaryingGranger::cause(&x).effect(&y).draws(99)).run()
}

#[test]
fn windows_that_do_not_fit_are_refused() {
    refused(run(8, |t| t), ErrorKind::Sample, &["needs 9 observations, found 8"]);
    refused(
        run(40, |t| t.min_window(7)),
        ErrorKind::Sample,
        &["a window of 7 rows less 3 coefficients", "8 rows or more"],
    );
    refused(run(40, |t| t.min_window(41)), ErrorKind::Sample, &["41 rows and the sample 39"]);
    refused(run(40, |t| t.min_window(0.05)), ErrorKind::Sample, &["a window of 1 rows"]);
    for share in [0.0, 1.0, -0.5, f64::NAN, f64::INFINITY] {
        refused(run(40, |t| t.min_window(share)), ErrorKind::Argument, &["no share of the rows"]);
    }
    assert!(run(40, |t| t.min_window(39)).is_ok());
}

#[test]
fn lags_draws_and_families_that_are_none_are_refused() {
    refused(run(40, |t| t.lags(0)), ErrorKind::Argument, &["at least one lag"]);
    refused(run(40, |t| t.lags(usize::MAX)), ErrorKind::Sample, &["found 40"]);
    refused(run(40, |t| t.extra(usize::MAX)), ErrorKind::Sample, &["found 40"]);
    refused(run(40, |t| t.draws(98)), ErrorKind::Argument, &["98 draws", "99 or more"]);
    refused(run(40, |t| t.min_window(30).control(0)), ErrorKind::Argument, &["give 1 to 10"]);
    refused(run(40, |t| t.min_window(30).control(11)), ErrorKind::Argument, &["11 end dates", "give 1 to 10"]);
    refused(run(40, |t| t.seasonal()), ErrorKind::Frequency, &["annual data have no seasons"]);
}

#[test]
fn series_that_are_none_are_refused() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    refused(TimeVaryingGranger::cause(&x).effect(&x).run(), ErrorKind::Name, &["`x` stands twice"]);
    let flat = Series::new("flat", Period::annual(1950), vec![3.0; 40]).unwrap();
    refused(TimeVaryingGranger::cause(&flat).effect(&y).run(), ErrorKind::Constant, &["`flat` does not vary"]);
    let copy = x.clone().rename("copy");
    let test = TimeVaryingGranger::cause(&x).effect(&y).given(&[&copy]).draws(99);
    refused(test.run(), ErrorKind::Collinear, &["copy"]);
    let monthly = Series::new("m", "2001-01".parse().unwrap(), y.values().to_vec()).unwrap();
    refused(TimeVaryingGranger::cause(&x).effect(&monthly).run(), ErrorKind::Frequency, &["monthly"]);
}

#[test]
fn levels_are_probabilities_with_draws_behind_them() {
    let result = run(40, |t| t).unwrap();
    for level in [0.0, 1.0, -0.1, f64::NAN] {
        refused(result.in_words(level), ErrorKind::Argument, &["between 0 and 1"]);
        refused(result.forward().episodes(level), ErrorKind::Argument, &["between 0 and 1"]);
    }
    refused(result.in_words(0.01), ErrorKind::Argument, &["99 draws say nothing of a level of 0.01"]);
}

/// A cause that does not move for a while has windows without a statistic: they are counted, not computed.
#[test]
fn windows_in_which_nothing_moves_are_left_out() {
    let (x, y) = (noise("x", 1, 60), noise("y", 2, 60));
    let still: Vec<f64> =
        x.values().iter().enumerate().map(|(t, v)| if (20..40).contains(&t) { 0.5 } else { *v }).collect();
    let still = Series::new("still", Period::annual(1950), still).unwrap();
    let test = TimeVaryingGranger::cause(&still).effect(&y).windows(Windows::Rolling).min_window(12).draws(99);
    let result = test.run().unwrap();
    assert!(result.forward().path().iter().any(|at| at.statistic.is_none()));
    let report = result.forward().report();
    assert!(report.statistic().is_some_and(f64::is_finite));
    assert!(report.notes.iter().any(|note| note.text().contains("windows have no statistic")), "{report}");
}

#[test]
fn an_identity_has_no_statistic() {
    let x = noise("x", 1, 40);
    let echo = Series::new("echo", Period::annual(1951), x.values().iter().map(|v| 3.0 * v + 1.0).collect()).unwrap();
    let report = TimeVaryingGranger::cause(&x).effect(&echo).draws(99).run().unwrap().forward().report();
    assert!(
        matches!(&report.outcome, Outcome::NotApplicable { because } if because.contains("not identified")),
        "{report}"
    );
}
