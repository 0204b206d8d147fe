//! What questions about an event refuse, and what they call not identified.

use yalu::event::{Change, Errors, EventStudy, Interruption};
use yalu::regression::Covariance;
use yalu::{ErrorKind, HypothesisTest, Period, Series};

use super::expect::{not_identified, refused};

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(name: &str, seed: u32, n: u32) -> Series {
    series(name, 1901, (1..=n).map(|i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101) - 50.0))
}

#[test]
fn series_and_dates_that_carry_no_question() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let at = |year| Interruption::of(&y).at(Period::annual(year));
    let flat = series("flat", 1901, vec![2.0; 40]);
    refused(Interruption::of(&flat).at(Period::annual(1920)).run(), ErrorKind::Constant, &["`flat`", "does not vary"]);
    refused(at(1920).exogenous(&[&y]).run(), ErrorKind::Name, &["`y`", "explain itself"]);
    refused(at(1920).exogenous(&[&x, &x]).run(), ErrorKind::Name, &["`x`"]);
    refused(at(1920).exogenous(&[&flat]).run(), ErrorKind::Collinear, &["flat"]);
    refused(at(1920).post(Period::annual(1920)).run(), ErrorKind::Name, &["post(1920)"]);
    refused(at(1920).seasonal().run(), ErrorKind::Frequency, &["no seasons"]);
    refused(at(1901).run(), ErrorKind::Sample, &["after the break", "1901"]);
    refused(at(1950).run(), ErrorKind::Sample, &["before the break", "1950"]);
    refused(at(1850).run(), ErrorKind::Sample, &["after the break"]);
    refused(Interruption::of(&y).at("1920-05".parse::<Period>().unwrap()).run(), ErrorKind::Frequency, &["monthly"]);
    let later = series("later", 2000, x.values().to_vec());
    refused(at(1920).exogenous(&[&later]).run(), ErrorKind::Sample, &["later"]);
    refused(at(1920).run().unwrap().in_words(1.0), ErrorKind::Argument, &["level of 1"]);
    refused(at(1920).run().unwrap().path_at(0.0), ErrorKind::Argument, &["coverage of 0"]);
    refused(at(1920).placebo_dates().unwrap().in_words(2.0), ErrorKind::Argument, &["level of 2"]);
}

#[test]
fn changes_that_cannot_be_asked_for() {
    let y = noise("y", 2, 40);
    let asked = |changes: &[Change]| Interruption::of(&y).at(Period::annual(1920)).changes(changes);
    refused(asked(&[]).run(), ErrorKind::Argument, &["no change"]);
    refused(asked(&[Change::Level, Change::Level]).run(), ErrorKind::Argument, &["level", "twice"]);
    for robust in [Covariance::Hc3, Covariance::newey_west(2)] {
        let pulse = asked(&[Change::Pulse]).errors(Errors::Ols(robust));
        refused(pulse.run(), ErrorKind::Argument, &["pulse", "leaves out its error", "AR(1)"]);
        let study = EventStudy::of(&y).at(Period::annual(1920)).errors(Errors::Ols(robust));
        refused(study.run(), ErrorKind::Argument, &["one period", "AR(1)"]);
    }
}

#[test]
fn too_little_on_a_side_or_at_all() {
    let y = noise("y", 2, 40);
    let at = |year| Interruption::of(&y).at(Period::annual(year));
    let late = at(1937).run().unwrap();
    not_identified(&late.report(), &["4 rows after", "fewer than 5"]);
    assert!(late.path().is_empty() && late.in_words(0.05).unwrap().contains("cannot be said"));
    not_identified(&at(1905).run().unwrap().report(), &["4 rows before"]);
    not_identified(&at(1937).placebo_dates().unwrap().report(), &["4 rows after"]);
    assert!(at(1937).min_side(4).run().unwrap().report().statistic().is_some());
    // A pulse needs its own period only.
    let last = at(1940).changes(&[Change::Pulse]).run().unwrap();
    assert_eq!(last.path().len(), 1);
    let short = noise("short", 3, 8);
    let question = Interruption::of(&short).at(Period::annual(1905)).min_side(2);
    not_identified(&question.run().unwrap().report(), &["8 rows less 4 coefficients", "fewer than 5"]);
    not_identified(&question.placebo_dates().unwrap().report(), &["8 rows less 4"]);
    assert!(question.clone().min_df(0).run().unwrap().report().statistic().is_some());
    let one = Interruption::of(&noise("ten", 4, 10)).at(Period::annual(1906)).changes(&[Change::Level]).run().unwrap();
    assert!(
        one.notes().iter().any(|note| note.text().contains("10 rows: in 400 simulated samples")),
        "{:?}",
        one.notes()
    );
}

#[test]
fn a_single_admissible_date_has_no_rank() {
    let ten = noise("ten", 4, 10);
    let placebo = Interruption::of(&ten).at(Period::annual(1906)).changes(&[Change::Level]).placebo_dates().unwrap();
    not_identified(&placebo.report(), &["no other date"]);
    assert!(placebo.in_words(0.05).unwrap().contains("no other date"));
    let twelve = noise("twelve", 4, 12);
    let placebo = Interruption::of(&twelve).at(Period::annual(1906)).changes(&[Change::Level]).placebo_dates().unwrap();
    assert_eq!(placebo.dates().len(), 2);
    assert!(placebo.report().notes.iter().any(|note| note.text().contains("cannot be below 0.333")));
}

#[test]
fn dates_that_a_dummy_takes_are_left_out_and_named() {
    let y = noise("y", 2, 40);
    let placebo = Interruption::of(&y).at(Period::annual(1920)).post(Period::annual(1930)).placebo_dates().unwrap();
    assert_eq!(placebo.left_out().len(), 1);
    assert!(placebo.report().notes.iter().any(|note| note.text().contains("at 1930: left out")));
}

#[test]
fn a_series_without_errors() {
    let line = series("line", 1901, (0..30).map(|t| f64::from(t) + if t >= 15 { 4.0 } else { 0.0 }));
    refused(Interruption::of(&line).at(Period::annual(1916)).run(), ErrorKind::Constant, &["`line`", "exactly"]);
    let ar1 = Interruption::of(&line).at(Period::annual(1916)).errors(Errors::Ar1);
    refused(ar1.run(), ErrorKind::Constant, &["`line`", "exactly"]);
}

#[test]
fn windows_that_leave_the_sample() {
    let y = noise("y", 2, 40);
    let at = |year| EventStudy::of(&y).at(Period::annual(year));
    refused(at(1903).run(), ErrorKind::Sample, &["4 periods before", "leave the sample"]);
    refused(at(1938).run(), ErrorKind::Sample, &["4 after", "fewer leads or lags"]);
    refused(at(1920).leads(usize::MAX).run(), ErrorKind::Sample, &["leave the sample"]);
    let wide = at(1920).leads(17).lags(16).run().unwrap();
    not_identified(&wide.report(), &["40 rows less 36 coefficients"]);
    assert!(wide.rows().is_empty() && wide.in_words(0.05).unwrap().contains("not identified"));
    refused(wide.rows_at(1.5), ErrorKind::Argument, &["coverage of 1.5"]);
}
