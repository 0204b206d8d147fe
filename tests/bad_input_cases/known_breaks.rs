//! Tests at known dates and at the end of a sample: what is refused, and what is not identified.

use yalu::breaks::{BreakDate, EndOfSample, KnownBreaks};
use yalu::regression::{Covariance, Ols};
use yalu::{Design, Error, ErrorKind, HypothesisTest, Outcome, PValue, Period, Series, Stamp, TestReport};

#[track_caller]
fn refused<T>(result: Result<T, Error>, kind: ErrorKind, words: &[&str]) {
    let Err(error) = result else { panic!("not refused") };
    assert_eq!(error.kind(), kind, "{error}");
    for word in words {
        assert!(error.to_string().contains(word), "no `{word}` in: {error}");
    }
}

#[track_caller]
fn not_identified(report: &TestReport, words: &[&str]) {
    let Outcome::NotApplicable { because } = &report.outcome else { panic!("a number: {report}") };
    for word in ["not identified"].iter().chain(words) {
        assert!(because.contains(word), "no `{word}` in: {because}");
    }
}

fn wave(n: usize) -> Vec<f64> {
    (0..n as i32).map(|i| f64::from((i * i * 7 + 3 * i) % 11)).collect()
}

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1950), values).unwrap()
}

fn year(year: i32) -> BreakDate {
    BreakDate::with_first_after(Period::annual(year))
}

fn design_of(y: Vec<f64>) -> Design {
    let x = series("x", (0..y.len() as i32).map(|i| f64::from((i * i + 5) % 7)).collect());
    Design::of(&series("y", y)).constant().regressor(&x).build().unwrap()
}

/// A constant and a column that is given.
fn beside(column: Vec<f64>) -> Design {
    let y = series("y", wave(column.len()));
    Design::of(&y).constant().regressor(&series("z", column)).build().unwrap()
}

#[test]
fn dates() {
    let design = design_of(wave(60));
    refused(KnownBreaks::of(&design).run(), ErrorKind::Argument, &["no date", "at least one"]);
    refused(KnownBreaks::of(&design).at([year(1970), year(1970)]).run(), ErrorKind::Argument, &["1969|1970", "once"]);
    for outside in [1900, 1950, 2010, 2100] {
        refused(KnownBreaks::of(&design).at([year(1970), year(outside)]).run(), ErrorKind::Sample, &["every row lies"]);
        refused(EndOfSample::at(&design, year(outside)).run(), ErrorKind::Sample, &["every row lies"]);
        refused(EndOfSample::beginning_at(&design, year(outside)).run(), ErrorKind::Sample, &["inside the sample"]);
    }
    let month: Period = "1970-05".parse().unwrap();
    assert!(KnownBreaks::of(&design).at([month]).run().is_err());
    assert!(EndOfSample::at(&design, month).run().is_err());
    let row = BreakDate::with_first_after(Stamp::Row(7));
    refused(KnownBreaks::of(&design).at([row]).run(), ErrorKind::Calendar, &["row 7", "as a date"]);
    refused(EndOfSample::at(&design, row).run(), ErrorKind::Calendar, &["row 7", "as a date"]);
}

#[test]
fn terms_and_covariances() {
    let design = design_of(wave(60));
    let known = || KnownBreaks::of(&design).at([year(1970), year(1990)]);
    refused(known().changing(["z"]).run(), ErrorKind::Name, &["`z`"]);
    refused(known().changing(["x", "x"]).run(), ErrorKind::Argument, &["named twice"]);
    refused(
        known().changing(Vec::<String>::new()).run(),
        ErrorKind::Argument,
        &["no coefficient is allowed to change"],
    );
    refused(known().covariance(Covariance::newey_west(99)).run(), ErrorKind::Argument, &["99 lags"]);
    let fit = Ols::fit(&design).unwrap();
    refused(fit.lagrange_multiplier(&["z"]), ErrorKind::Name, &["`z`"]);
    assert!(fit.lagrange_multiplier(&[Design::INTERCEPT, "x"]).is_err());
    assert!(fit.lagrange_multiplier(&[] as &[&str]).is_err());
    // One row's own dummy: HC3 has no weight for it, in the smaller model too.
    let pulse = beside((0..60).map(|i| f64::from(u8::from(i == 30))).collect());
    let asked = KnownBreaks::of(&pulse).at([year(1970)]).changing([Design::INTERCEPT]);
    refused(asked.covariance(Covariance::Hc3).run(), ErrorKind::Sample, &["leverage 1"]);
}

#[test]
fn regimes_that_identify_nothing() {
    let design = design_of(wave(60));
    let at = |dates: &[i32]| {
        let dates: Vec<BreakDate> = dates.iter().map(|date| year(*date)).collect();
        KnownBreaks::of(&design).at(dates).run().unwrap().report()
    };
    not_identified(&at(&[1970, 2009]), &["from 2009 to 2009", "1 row for 2 coefficients", "end of the sample"]);
    not_identified(&at(&[1951, 1970]), &["from 1950 to 1950", "beginning of the sample"]);
    not_identified(&at(&[1970, 1971]), &["from 1970 to 1970: 1 row for 2 coefficients"]);
    let report = KnownBreaks::of(&design_of(wave(10))).at([year(1953), year(1956)]).run().unwrap().report();
    not_identified(&report, &["10 rows less 6 coefficients leave 4", "fewer than 5"]);
    // Constant in one regime: with all coefficients changing, and with its own alone.
    let late = beside((0..60).map(|i| if i < 40 { 0.0 } else { f64::from(i % 5) }).collect());
    let found = KnownBreaks::of(&late).at([year(1970)]).run().unwrap();
    not_identified(&found.report(), &["from 1950 to 1969"]);
    assert!(found.regimes().is_empty() && found.fit().is_none() && found.in_words(0.05).contains("is not tested"));
    let found = KnownBreaks::of(&late).at([year(1970)]).changing(["z"]).run().unwrap();
    not_identified(&found.report(), &["z"]);
}

#[test]
fn what_is_collinear_constant_or_exact() {
    let (y, x) = (series("y", wave(40)), series("x", wave(40).iter().map(|v| v * v).collect()));
    let twice = series("twice", wave(40).iter().map(|v| 2.0 * v * v).collect());
    let design = Design::of(&y).constant().regressor(&x).regressor(&twice).build().unwrap();
    refused(KnownBreaks::of(&design).at([year(1970)]).run(), ErrorKind::Collinear, &["twice"]);
    refused(EndOfSample::at(&design, year(1985)).run(), ErrorKind::Collinear, &["twice"]);
    let constant = Design::of(&series("y", vec![3.0; 40])).constant().build().unwrap();
    refused(KnownBreaks::of(&constant).at([year(1970)]).run(), ErrorKind::Constant, &["does not vary"]);
    refused(EndOfSample::at(&constant, year(1985)).run(), ErrorKind::Constant, &["does not vary"]);
    let on_x = series("y", x.values().iter().map(|v| 1.5 + 0.1 * v).collect());
    let line = Design::of(&on_x).constant().regressor(&x).build().unwrap();
    refused(EndOfSample::at(&line, year(1985)).run(), ErrorKind::Constant, &["fitted exactly"]);
    let stepped = series("y", (0..40).map(|i| if i < 15 { 0.1 } else { 0.7 }).collect());
    let step = Design::of(&stepped).constant().build().unwrap();
    let asked = KnownBreaks::of(&step).at([year(1965)]);
    for covariance in [Covariance::Classical, Covariance::Hc0] {
        refused(
            asked.clone().covariance(covariance).run(),
            ErrorKind::Constant,
            &["exactly with a break at 1964|1965"],
        );
    }
}

#[test]
fn ends_without_a_test() {
    let design = design_of(wave(40));
    let from = |date: i32| EndOfSample::at(&design, year(date)).run().unwrap();
    not_identified(&from(1965).report(), &["no window of 25 rows among the 15 others"]);
    assert!(from(1965).in_words(0.05).contains("is not tested") && from(1965).windows().count() == 0);
    let report = EndOfSample::at(&design_of(wave(8)), year(1957)).run().unwrap().report();
    not_identified(&report, &["7 rows less 1 left out and 2 coefficients leave 4", "fewer than 5"]);
    // Only the rows tested, or only one window, tell a coefficient.
    let late = beside((0..40).map(|i| if i < 36 { 0.0 } else { f64::from(i) }).collect());
    not_identified(&EndOfSample::at(&late, year(1986)).run().unwrap().report(), &["outside the rows tested", "`z`"]);
    let pulse = beside((0..40).map(|i| f64::from(u8::from(i == 10))).collect());
    not_identified(&EndOfSample::at(&pulse, year(1986)).run().unwrap().report(), &["without 1959 to 1960", "`z`"]);
    let report = EndOfSample::beginning_at(&pulse, year(1954)).run().unwrap().report();
    not_identified(&report, &["without 1960 to 1961", "`z`"]);
}

#[test]
fn few_windows_carry_a_note() {
    let design = design_of(wave(40));
    let found = EndOfSample::at(&design, year(1984)).run().unwrap();
    let report = found.report();
    let notes: Vec<&str> = report.notes.iter().map(yalu::Note::text).collect();
    assert!(
        notes.iter().any(|note| note.contains("steps of 1/29 = 0.034") && note.contains("about 5 of them")),
        "{notes:?}"
    );
    assert!(notes.iter().any(|note| note.contains("with only 29 windows")), "{notes:?}");
    assert!(report.critical_values.iter().all(|critical| critical.level >= 1.0 / 29.0));
    assert!(!notes.iter().any(|note| note.contains("one way")), "{notes:?}");
    let trend = beside((0..60).map(f64::from).collect());
    let found = EndOfSample::at(&trend, year(2007)).run().unwrap();
    assert!(found.table().notes().iter().any(|note| note.contains("`z` goes one way in all rows")));
    // A tail that no window matches: a bound, which tells nothing at a level below it.
    let mut y = wave(40);
    y[26..].iter_mut().for_each(|value| *value += 1000.0);
    let report = EndOfSample::at(&design_of(y), year(1976)).run().unwrap().report();
    assert_eq!(report.p(), Some(PValue::Below(1.0 / 13.0)));
    assert_eq!((report.rejects(0.05), report.rejects(0.1)), (None, Some(true)));
    // As many rows tested as not: one window; and a covariance of more errors than windows tell of.
    let uneven: Vec<f64> = (0..30).map(|i| f64::from((i * i * 7 + 3 * i) % 11) + 0.01 * f64::from(i * i * i)).collect();
    let found = EndOfSample::at(&design_of(uneven), year(1965)).run().unwrap();
    assert!(found.table().notes().iter().any(|note| note.contains("one window to compare with")));
    assert!(
        found.in_words(0.05).contains("So few windows cannot tell") || found.in_words(0.05).contains("not rejected")
    );
    let found = EndOfSample::at(&design, year(1970)).run().unwrap();
    not_identified(&found.report(), &["the covariance of 20 neighbouring errors, from 21 windows, is singular"]);
}

#[test]
fn small_samples_say_how_often_a_true_null_is_rejected() {
    let note = |rows: usize, covariance: Covariance| {
        let design = design_of(wave(rows));
        let report = KnownBreaks::of(&design).at([year(1965)]).covariance(covariance).run().unwrap().report();
        report.notes.iter().map(|note| note.text().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let robust = note(40, Covariance::Hc0);
    assert!(
        robust.contains("on 40 rows Wald's F at a nominal 5 % rejects a true null in") && robust.contains("LM in"),
        "{robust}"
    );
    assert_eq!((note(40, Covariance::Classical), note(60, Covariance::Hc0)), (String::new(), String::new()));
}
