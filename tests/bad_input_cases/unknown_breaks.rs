//! Searches for breaks at dates that are not known: what is refused, and what is not identified.

use yalu::breaks::bai_perron::Intervals;
use yalu::breaks::sup_f::{BreakErrors, BreakStatistic};
use yalu::breaks::{BaiPerron, RegimeErrors, SupF};
use yalu::regression::{Covariance, Hac};
use yalu::{Design, Error, ErrorKind, HypothesisTest, Outcome, Period, Series};

#[track_caller]
fn refused<T>(result: Result<T, Error>, kind: ErrorKind, words: &[&str]) {
    let Err(error) = result else { panic!("not refused") };
    assert_eq!(error.kind(), kind, "{error}");
    for word in words {
        assert!(error.to_string().contains(word), "no `{word}` in: {error}");
    }
}

fn wave(n: usize) -> Vec<f64> {
    (0..n as i32).map(|i| f64::from((i * i * 7 + 3 * i) % 11)).collect()
}

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1950), values).unwrap()
}

fn design_of(y: Vec<f64>) -> Design {
    let x = series("x", (0..y.len() as i32).map(|i| f64::from((i * i + 5) % 7)).collect());
    Design::of(&series("y", y)).constant().regressor(&x).build().unwrap()
}

#[test]
fn arguments_out_of_range() {
    let design = design_of(wave(60));
    for trim in [0.0, 0.5, -1.0, 2.0, f64::NAN] {
        refused(SupF::of(&design).trim(trim).run(), ErrorKind::Argument, &["trim", "0.15"]);
        refused(BaiPerron::of(&design).trim(trim).run(), ErrorKind::Argument, &["trim", "0.15"]);
    }
    for most in [0, 10, usize::MAX] {
        refused(BaiPerron::of(&design).breaks(most).run(), ErrorKind::Argument, &["cannot be looked for", "1 to 9"]);
    }
    for (terms, kind, word) in
        [(vec!["z"], ErrorKind::Name, "`z`"), (vec![], ErrorKind::Argument, "no coefficient is allowed to change")]
    {
        refused(SupF::of(&design).changing(terms.clone()).run(), kind, &[word]);
        refused(BaiPerron::of(&design).changing(terms).run(), kind, &[word]);
    }
    refused(SupF::of(&design).changing(["x", "x"]).run(), ErrorKind::Argument, &["`x` is named twice"]);
    refused(BaiPerron::of(&design).changing(["x", "x"]).run(), ErrorKind::Argument, &["`x` is named twice"]);
    let search = SupF::of(&design).statistic(BreakStatistic::Lr).covariance(Covariance::Hc1);
    refused(search.run(), ErrorKind::Argument, &["one variance", "Wald"]);
    refused(
        SupF::of(&design).covariance(Covariance::newey_west(99)).run(),
        ErrorKind::Argument,
        &["99 lags", "fewer lags than that"],
    );
    let found = SupF::of(&design).run().unwrap();
    refused(found.bootstrap(BreakErrors::default(), 0, 1), ErrorKind::Argument, &["no sample"]);
    let robust = SupF::of(&design).covariance(Covariance::Hc0).run().unwrap();
    refused(robust.bootstrap(BreakErrors::default(), 9, 1), ErrorKind::Argument, &["classical covariance"]);
    let found = BaiPerron::of(&design).run().unwrap();
    for level in [0.0, 1.0, -0.1, f64::NAN] {
        refused(found.sequential(level), ErrorKind::Argument, &["level"]);
        refused(found.in_words(level), ErrorKind::Argument, &["level"]);
        let settings = Intervals { level, ..Intervals::default() };
        refused(found.partition(1).unwrap().intervals(settings), ErrorKind::Argument, &["coverage"]);
    }
    let partial = BaiPerron::of(&design).changing(["x"]).run().unwrap();
    refused(partial.partition(1).unwrap().regimes(), ErrorKind::Argument, &["tie the regimes together"]);
}

#[test]
fn samples_without_room() {
    refused(SupF::of(&design_of(wave(5))).run(), ErrorKind::Sample, &["need 6 rows, found 5"]);
    refused(BaiPerron::of(&design_of(wave(5))).run(), ErrorKind::Sample, &["need 6 rows, found 5"]);
    // A date, but no test.
    let found = SupF::of(&design_of(wave(8))).run().unwrap();
    let Outcome::NotApplicable { because } = found.report().outcome else { panic!("a number on 8 rows") };
    assert!(
        because.contains("8 rows less 4 coefficients leave 4 residual degrees of freedom, fewer than 5"),
        "{because}"
    );
    let found = BaiPerron::of(&design_of(wave(8))).run().unwrap();
    assert_eq!(found.report().rejects(0.05), None);
    assert!(matches!(&found.sup_f(1).unwrap().outcome,
        Outcome::NotApplicable { because } if because.contains("fewer than 5")));
    refused(found.sequential(0.05), ErrorKind::Argument, &["cannot be judged"]);
    // Fewer breaks than asked for, and a note.
    let found = BaiPerron::of(&design_of(wave(60))).trim(0.3).breaks(9).run().unwrap();
    assert_eq!(found.partitions().len(), 3);
    assert!(found.table().notes().iter().any(|note| note.contains("no room for more than 2 breaks")));
}

#[test]
fn small_samples_carry_a_note() {
    let note = |design: &Design, covariance| {
        let report = SupF::of(design).covariance(covariance).run().unwrap().report();
        report.notes.iter().map(|note| note.text().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let small = design_of(wave(19));
    let classical = note(&small, Covariance::Classical);
    assert!(classical.contains("on only 19 rows sup W at a nominal 5 % rejects a true null in"), "{classical}");
    let robust = note(&small, Covariance::Hc0);
    assert!(robust.contains("on only 19 rows sup W at a nominal 5 % rejects a true null in"), "{robust}");
    assert!(!robust.contains("bootstrap"), "{robust}");
    assert!(!note(&design_of(wave(20)), Covariance::Classical).contains("on only"));
    let report = BaiPerron::of(&small).run().unwrap().report();
    assert!(report.notes.iter().any(|note| note.text().contains("on only 19 rows")));
}

#[test]
fn what_is_collinear_constant_or_exact() {
    let y = series("y", wave(40));
    let x = series("x", wave(40).iter().map(|v| v * v).collect());
    let twice = series("twice", wave(40).iter().map(|v| 2.0 * v * v).collect());
    let design = Design::of(&y).constant().regressor(&x).regressor(&twice).build().unwrap();
    refused(SupF::of(&design).run(), ErrorKind::Collinear, &["twice"]);
    refused(BaiPerron::of(&design).run(), ErrorKind::Collinear, &["twice"]);
    // Varies in the last three rows only.
    let late = series("late", (0..40).map(|i| if i < 37 { 0.0 } else { f64::from(i) }).collect());
    let design = Design::of(&y).constant().regressor(&late).build().unwrap();
    refused(SupF::of(&design).run(), ErrorKind::Collinear, &["no date identifies both regimes"]);
    refused(BaiPerron::of(&design).run(), ErrorKind::Collinear, &["no partition identifies"]);

    let constant = Design::of(&series("y", vec![3.0; 40])).constant().build().unwrap();
    refused(SupF::of(&constant).run(), ErrorKind::Constant, &["does not vary"]);
    refused(BaiPerron::of(&constant).run(), ErrorKind::Constant, &["does not vary"]);
    let on_x = series("y", x.values().iter().map(|v| 1.5 + 0.1 * v).collect());
    let line = Design::of(&on_x).constant().regressor(&x).build().unwrap();
    refused(SupF::of(&line).run(), ErrorKind::Constant, &["fitted exactly without a break"]);
    refused(BaiPerron::of(&line).run(), ErrorKind::Constant, &["fitted exactly without a break"]);
    let stepped = series("y", (0..40).map(|i| if i < 15 { 0.1 } else { 0.7 }).collect());
    let step = Design::of(&stepped).constant().build().unwrap();
    refused(SupF::of(&step).run(), ErrorKind::Constant, &["fitted exactly with a break at 1964|1965"]);
    refused(BaiPerron::of(&step).run(), ErrorKind::Constant, &["fitted exactly with a break at 1964|1965"]);
}

/// A lag window longer than a regime: that test has no number, the others have.
#[test]
fn windows_longer_than_a_regime() {
    let design = design_of(wave(60));
    let errors = RegimeErrors::Correlated(Hac::newey_west(12));
    let found = BaiPerron::of(&design).errors(errors).run().unwrap();
    let numbers = found.reports().iter().filter(|report| report.statistic().is_some()).count();
    assert!(numbers < found.reports().len());
    let because: Vec<String> = found
        .reports()
        .iter()
        .filter_map(|report| match &report.outcome {
            Outcome::NotApplicable { because } => Some(because.clone()),
            Outcome::Computed { .. } => None,
        })
        .collect();
    assert!(because.iter().any(|because| because.contains("fewer lags than that")), "{because:?}");
}

/// A trim without critical values: the dates, sup F(1) and one break more, and the statistics in words.
#[test]
fn trims_without_critical_values() {
    let design = design_of(wave(60));
    let found = BaiPerron::of(&design).trim(0.12).run().unwrap();
    assert!(found.sup_f(1).unwrap().p().is_some() && found.one_more(1).unwrap().p().is_some());
    let Outcome::NotApplicable { because } = &found.sup_f(2).unwrap().outcome else { panic!("a p-value") };
    assert!(because.contains("sup F = ") && because.contains("not for 0.12"), "{because}");
    assert!(matches!(&found.report().outcome, Outcome::NotApplicable { because } if because.contains("not for 0.12")));
}

#[test]
fn a_date_that_was_not_tried_has_no_rank() {
    let design = design_of(wave(60));
    let found = SupF::of(&design).run().unwrap();
    refused(
        found.rank_of(Period::annual(1952)),
        ErrorKind::Sample,
        &["1951|1952 is not among the dates tried", "1958|1959"],
    );
    refused(found.rank_of(Period::annual(2050)), ErrorKind::Sample, &["before the break"]);
    refused(found.rank_of("1970-05".parse::<Period>().unwrap()), ErrorKind::Frequency, &["monthly"]);
}
