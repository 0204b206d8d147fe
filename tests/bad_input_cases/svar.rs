//! Structural identification and bootstraps that cannot be: an error that names the thing and the remedy.

use yalu::resampling::Streams;
use yalu::var::{Bootstrap, Interval, Pattern, Scheme, Svar, Var, VarResult};
use yalu::{ErrorKind, HypothesisTest, Period, Series};

fn model(n: usize, lags: usize) -> VarResult {
    let mut stream = Streams::new(9).replication(0);
    let mut noise = |name: &str| {
        Series::new(name, Period::annual(1900), (0..n).map(|_| stream.standard_normal()).collect()).unwrap()
    };
    let (x, y) = (noise("x"), noise("y"));
    Var::of(&[&x, &y]).lags(lags).run().unwrap()
}

fn refusal(svar: &Svar<'_>) -> (ErrorKind, String) {
    let error = svar.run().expect_err("a refusal");
    (error.kind(), error.to_string())
}

#[test]
fn patterns_are_read_or_refused() {
    for (text, word) in [
        ("1 0; *", "row 2 of 2 has 1 entries, not 2"),
        ("1 x; * 1", "`x` is neither a number nor a free entry"),
        ("1 inf; * 1", "`inf`"),
        ("", "row 1 of 1 has 0 entries"),
    ] {
        let error = text.parse::<Pattern>().expect_err(text).to_string();
        assert!(error.contains(word), "{error}");
    }
    let pattern: Pattern = " 1, 0 ;NA . ; ".parse().unwrap();
    assert_eq!(pattern.to_string(), "1 0; * *");
    assert!(Pattern::free(2).fix(2, 0, 1.0).expect_err("no such row").to_string().contains("count from 0"));
    assert_eq!(Pattern::free(2).fix(0, 0, f64::NAN).expect_err("a NaN").kind(), ErrorKind::NonFinite);
    assert!(Pattern::free(2).release(0, 2).is_err());
}

#[test]
fn identification_is_checked() {
    let model = model(60, 1);
    let pattern = |text: &str| text.parse::<Pattern>().unwrap();
    for (svar, word) in [
        (Svar::of(&model), "nothing is known of A, of B or of the long run"),
        (Svar::of(&model).b(Pattern::lower(3)), "the pattern of B has 3 rows, the system 2 series"),
        (Svar::of(&model).b(Pattern::free(2)), "not identified: 4 free numbers"),
        (
            Svar::of(&model).a(Pattern::unit_lower(2)).long_run(Pattern::lower(2)),
            "A and the long run are both restricted",
        ),
        (Svar::of(&model).a(pattern("* 0; 0 1")).b(pattern("* 0; 0 *")), "A[1, 1], B[1, 1] can move together"),
        (Svar::of(&model).b(pattern("* *; 0 0")), "singular whatever the free entries are"),
        (Svar::of(&model).b(Pattern::lower(2)).shocks(["supply"]), "1 names for 2 shocks"),
        (Svar::of(&model).b(Pattern::lower(2)).shocks(["a", "a"]), "two shocks are called `a`"),
        (Svar::of(&model).b(pattern("0 *; 0 *")).long_run(pattern("1 *; * *")), "cannot hold together"),
    ] {
        let (_, message) = refusal(&svar);
        assert!(message.contains(word), "{message}");
        assert!(message.contains(" — "), "no remedy: {message}");
    }
}

#[test]
fn a_just_identified_form_has_nothing_to_test() {
    let svar = Svar::of(&model(60, 1)).b(Pattern::lower(2)).run().unwrap();
    let report = svar.overidentification().report();
    assert_eq!(report.rejects(0.05), None);
    assert!(report.to_string().contains("just identified"), "{report}");
}

#[test]
fn an_unstable_system_has_no_long_run() {
    let trend = |name: &str, by: f64| {
        let mut stream = Streams::new(3).replication(by.to_bits());
        let mut level = 1.0;
        let next = || {
            level = by * level + 0.1 * stream.standard_normal();
            level
        };
        Series::new(name, Period::annual(1900), std::iter::repeat_with(next).take(80).collect()).unwrap()
    };
    let (x, y) = (trend("x", 1.05), trend("y", 0.5));
    let model = Var::of(&[&x, &y]).lags(1).run().unwrap();
    assert!(!model.is_stable());
    let (_, message) = refusal(&Svar::of(&model).long_run(Pattern::lower(2)));
    assert!(message.contains("no long run to restrict"), "{message}");
    // At once it has structural shocks all the same, and no long run.
    let svar = Svar::of(&model).b(Pattern::lower(2)).run().unwrap();
    assert!(svar.long_run().is_none());
    let bands = Bootstrap::structural(&svar).draws(39).bias_corrected().run().unwrap();
    assert!(bands.notes().iter().any(|note| note.text().contains("not stable")));
    assert!(bands.settings().iter().any(|setting| setting.value.starts_with("0 %")));
}

#[test]
fn bootstraps_are_checked() {
    let model = model(60, 1);
    for (bootstrap, word) in [
        (Bootstrap::of(&model).draws(1), "a bootstrap of 1 draws"),
        (Bootstrap::of(&model).scheme(Scheme::MovingBlock(Some(0))), "blocks of 0 out of 59 rows"),
        (Bootstrap::of(&model).scheme(Scheme::MovingBlock(Some(60))), "blocks of 60 out of 59 rows"),
    ] {
        let message = bootstrap.run().expect_err(word).to_string();
        assert!(message.contains(word) && message.contains(" — "), "{message}");
    }
    let bands = Bootstrap::of(&model).draws(9).run().unwrap();
    for (interval, word) in [
        (bands.interval(Interval::Hall, 0.95, "x", "y", 1), "needs 39 draws, there are 9"),
        (bands.interval(Interval::Hall, 1.0, "x", "y", 1), "not between 0 and 1"),
        (bands.interval(Interval::Hall, 0.5, "x", "z", 1), "`z`"),
        (bands.interval(Interval::Hall, 0.5, "x", "y", 11), "they end at 10"),
    ] {
        let message = interval.expect_err(word).to_string();
        assert!(message.contains(word), "{message}");
    }
    assert!(bands.interval(Interval::Hall, 0.8, "x", "y", 1).is_ok());
    // What the draws are enough for is shown.
    assert!(bands.to_string().contains("each of 80 %"), "{bands}");
}

#[test]
fn restricted_coefficients_are_not_drawn() {
    let mut stream = Streams::new(9).replication(0);
    let mut noise = |name: &str| {
        Series::new(name, Period::annual(1900), (0..60).map(|_| stream.standard_normal()).collect()).unwrap()
    };
    let (x, y) = (noise("x"), noise("y"));
    let restricted = Var::of(&[&x, &y]).lags(2).zero("x", "lag(y, 2)").run().unwrap();
    let message = Bootstrap::of(&restricted).run().expect_err("a refusal").to_string();
    assert!(message.contains("held at zero"), "{message}");
    // Lags left out of all equations stay out of every draw.
    let subset = Var::of(&[&x, &y]).lag_subset(&[1, 3]).run().unwrap();
    let bands = Bootstrap::of(&subset).impulse(yalu::var::Impulse::Unit).draws(39).horizon(3).run().unwrap();
    let expected = subset.responses(yalu::var::Impulse::Unit, 3).unwrap();
    assert!((bands.response("x", "y", 3).unwrap() - expected.estimates()[3][[1, 0]]).abs() < 1e-12);
    assert!(bands.drawn("x", "y", 2).unwrap().iter().all(|draw| draw.is_finite()));
}

#[test]
fn a_wild_bootstrap_says_what_it_cannot_tell() {
    let model = model(60, 1);
    let bands = Bootstrap::of(&model).scheme(Scheme::Wild(Default::default())).draws(39).run().unwrap();
    assert!(bands.notes()[0].text().contains("too narrow"));
}
