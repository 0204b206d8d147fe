//! May 24: what the tables of dates, rivals and anthracite must be whatever the numbers, and that the words count right.
//! The numbers are held against R and numpy in `tests/reference_cases/paper_before_after.rs`.

use yalu::Period;
use yalu::replication::before_after::{BeforeAfterEvidence, Equation};

fn evidence() -> &'static BeforeAfterEvidence {
    BeforeAfterEvidence::bundled().expect("the bundled data are whole")
}

/// Revenues are known for 2006, 2007 and 2009 to 2015: the years on either side can be counted on one's fingers.
#[test]
fn anthracite_has_too_few_years_and_says_how_many() {
    for one in &evidence().anthracite {
        let (before, after) = match (one.equation, one.date == Period::annual(2010)) {
            (Equation::Levels | Equation::Logs, true) => (3, 6),
            (Equation::Levels | Equation::Logs, false) => (4, 5),
            (Equation::LogChanges, true) => (1, 6),
            (Equation::LogChanges, false) => (2, 5),
        };
        assert_eq!((one.before, one.after), (before, after), "{} {}", one.regressor, one.equation.title());
        let because = one.slopes.as_ref().expect_err("three residual degrees of freedom are asked of each side");
        let years = format!("{before} {} before", if before == 1 { "year" } else { "years" });
        assert!(because.starts_with("not identified") && because.contains(&years), "{because}");
    }
    assert_eq!(evidence().anthracite.len(), 18);
    let questions: Vec<&str> = evidence().unanswerable.iter().map(|entry| entry.question.as_str()).collect();
    for part in ["imports on anthracite,", "exports without anthracite", "Granger-cause", "monthly"] {
        assert!(questions.iter().any(|question| question.contains(part)), "no `{part}` in {questions:?}");
    }
}

#[test]
fn every_sample_and_form_has_dates_ranks_and_rivals() {
    let (dates, rivals) = (&evidence().chosen_dates, &evidence().rivals);
    assert_eq!((dates.len(), rivals.len()), (15, 15));
    for one in dates {
        assert!(one.ranks.iter().all(|(_, rank)| rank.is_some()), "{}", one.title);
        assert_eq!(one.robust.is_some(), one.title.starts_with("as China"), "{}", one.title);
        assert_eq!(one.breaks.is_some(), one.robust.is_some());
    }
    for one in rivals {
        let takes: f64 = one.path.takes().iter().map(|rival| rival.takes).sum();
        let [base, full] =
            [one.path.base(), one.path.full()].map(|step| step.coefficient.as_ref().expect("identified").estimate);
        assert!((base - full - takes).abs() < 1e-9 * base.abs().max(1.0), "{} {}", one.title, one.equation.title());
        // Two dates in one model where years enough lie after the second.
        let second = one.path.full().rivals.iter().any(|name| name == "end of 2013");
        assert_eq!(second, one.title.contains("43 years"), "{}", one.title);
        assert!(one.path.sizes().is_some(), "every sample is short");
    }
}

/// The printed 2009 has a dummy of its own among the rivals, so with all of them in, printed and whole figures give one number.
#[test]
fn with_2009_by_itself_the_hole_does_not_matter() {
    let of = |title: &str, equation| {
        let found = evidence().rivals.iter().find(|one| one.title.contains(title) && one.equation == equation);
        found.expect("a path").path.full().coefficient.clone().expect("identified").estimate
    };
    for equation in Equation::ALL {
        let (printed, whole) = (of("as printed", equation), of("2009 whole", equation));
        assert!((printed - whole).abs() < 1e-9 * whole.abs(), "{}: {printed} {whole}", equation.title());
    }
}

#[test]
fn the_words_count_what_the_tables_have() {
    let (alone, kept) = evidence().rivals.iter().fold((0, 0), |(alone, kept), one| {
        let [base, full] = [one.path.base(), one.path.full()]
            .map(|step| step.coefficient.as_ref().expect("identified").p_value < 0.05);
        (alone + usize::from(base), kept + usize::from(base && full))
    });
    let words = evidence().rivals_in_words(0.05).join(" ");
    assert!(
        words.contains(&format!("in {alone} of 15")) && words.contains(&format!("all rivals in {kept} of these")),
        "{words}"
    );
    assert!(words.contains("both dates in one model"), "{words}");
    let placebo = evidence().placebo_table().render(yalu::table::Format::Csv);
    let first = placebo.lines().skip(1).filter(|line| line.split(',').nth(5) == Some("0")).count();
    let words = evidence().beside_the_claim(0.05);
    assert!(words.contains(&format!("in {first} of {}", placebo.lines().count() - 1)), "{words}\n{placebo}");
}
