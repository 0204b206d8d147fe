//! What a difference in differences refuses, and what it calls not identified.

use yalu::event::{DifferenceInDifferences, DifferenceInDifferencesResult};
use yalu::series::CsvOptions;
use yalu::{ErrorKind, HypothesisTest, Panel, Period};

use super::expect::{not_identified, refused};

fn towns(units: usize, cell: impl Fn(usize, i32, f64) -> Option<f64>) -> Panel {
    let mut text = String::from("year,town,y\n");
    for unit in 0..units {
        for year in 1991..2001 {
            let i = i64::from(year) * 37 + (unit as i64 + 1) * i64::from(year * year) * 11;
            let value = cell(unit, year, (i % 101) as f64).map_or(String::new(), |value| value.to_string());
            text += &format!("{year},{},{value}\n", ["Aton", "Berg", "Ceta", "Dorf", "Elba", "Fano"][unit]);
        }
    }
    Panel::from_csv_text(&text, "towns.csv", "town", &CsvOptions::default()).unwrap()
}

fn plain(units: usize) -> Panel {
    towns(units, |_, _, value| Some(value))
}

fn asked(treated: &[&str], year: i32) -> DifferenceInDifferences {
    DifferenceInDifferences::of("y").treated(treated.iter().copied()).at(Period::annual(year))
}

fn because(result: &DifferenceInDifferencesResult, convention: &str, words: &[&str]) {
    not_identified(result.convention(convention).unwrap(), words);
}

#[test]
fn units_and_dates_that_carry_no_question() {
    let panel = plain(6);
    refused(asked(&["Aton", "Brg"], 1996).run(&panel), ErrorKind::Name, &["`Brg`", "did you mean `Berg`"]);
    refused(asked(&["Aton", "Aton"], 1996).run(&panel), ErrorKind::Name, &["`Aton`", "named twice"]);
    refused(asked(&["Aton"], 1996).controls(["Aton", "Berg"]).run(&panel), ErrorKind::Name, &["treated and a control"]);
    refused(asked(&["Aton"], 1996).controls(["Cta"]).run(&panel), ErrorKind::Name, &["did you mean `Ceta`"]);
    refused(asked(&[], 1996).run(&panel), ErrorKind::Sample, &["no treated unit"]);
    refused(asked(&["Aton"], 1996).run(&plain(1)), ErrorKind::Sample, &["no control"]);
    refused(asked(&["Aton"], 1991).run(&panel), ErrorKind::Sample, &["0 periods lie before 1991", "1 are needed"]);
    refused(asked(&["Aton"], 2001).run(&panel), ErrorKind::Sample, &["no period lies at or after 2001"]);
    refused(asked(&["Aton"], 1996).draws(9).run(&panel), ErrorKind::Argument, &["9 draws"]);
    refused(asked(&["Aton"], 1996).run(&panel).unwrap().in_words(1.0), ErrorKind::Argument, &["level of 1"]);
    let monthly = DifferenceInDifferences::of("y").treated(["Aton"]).at("1996-01".parse::<Period>().unwrap());
    refused(monthly.run(&panel), ErrorKind::Frequency, &["monthly"]);
    let gap = towns(6, |unit, year, value| (unit != 4 || year != 1995).then_some(value));
    refused(asked(&["Aton"], 1996).run(&gap), ErrorKind::Gap, &["unit `Elba`", "1995"]);
    let huge = towns(6, |unit, year, value| Some(if unit == 2 && year > 1995 { 1.7e308 } else { -1.7e308 + value }));
    refused(asked(&["Aton"], 1996).run(&huge), ErrorKind::NonFinite, &["unit `Ceta`", "too large"]);
}

#[test]
fn what_few_units_cannot_tell() {
    // One against one: four means and nothing more.
    let two = asked(&["Aton"], 1996).run(&plain(2)).unwrap();
    for report in two.reports().iter().chain(two.leads()) {
        not_identified(report, &[]);
    }
    assert!(two.std_error().is_none() && two.estimate().is_finite());
    assert!(two.in_words(0.05).unwrap().contains("cannot be said"));
    // One against many: no clustering, but a rank.
    let one = asked(&["Aton"], 1996).run(&plain(6)).unwrap();
    for convention in ["cluster", "cluster-dummies", "welch", "wild-bootstrap"] {
        because(&one, convention, &["one treated unit", "Conley and Taber"]);
    }
    assert_eq!(one.report().convention, "permutation");
    let notes: String = one.notes().iter().map(ToString::to_string).collect();
    assert!(notes.contains("no p-value of the permutation is below 0.1667: 5 % cannot be reached"), "{notes}");
    // Many against one.
    let rest = asked(&["Aton", "Berg", "Ceta", "Dorf", "Elba"], 1996).run(&plain(6)).unwrap();
    because(&rest, "cluster", &["one control"]);
    // Half of them: the mirror image is as large.
    let half = asked(&["Aton", "Berg", "Ceta"], 1996).run(&plain(6)).unwrap();
    let notes: String = half.notes().iter().map(ToString::to_string).collect();
    assert!(notes.contains("below 0.1000"), "{notes}");
    // Six leads, six units.
    let late = asked(&["Aton", "Berg", "Ceta"], 1998).run(&plain(6)).unwrap();
    late.leads().iter().for_each(|report| not_identified(report, &["6 leads are more than 6 units less 2"]));
    assert!(late.in_words(0.05).unwrap().contains("no regression shows these"));
    // One period before: no lead.
    assert!(asked(&["Aton", "Berg"], 1992).run(&plain(6)).unwrap().leads().is_empty());
}

#[test]
fn units_that_change_alike() {
    let alike = towns(6, |unit, year, _| {
        Some(10.0 * unit as f64 + f64::from(year % 4) + if unit < 2 && year >= 1996 { 1.5 } else { 0.0 })
    });
    let result = asked(&["Aton", "Berg"], 1996).run(&alike).unwrap();
    assert!((result.estimate() - 1.5).abs() < 1e-12 && result.std_error().is_none());
    for convention in ["cluster", "collapsed", "welch", "wild-bootstrap"] {
        because(&result, convention, &["all units change alike"]);
    }
    assert_eq!(result.p_value("permutation"), Some(1.0 / 15.0));
    // What rounds away is no spread.
    assert!(result.study().iter().all(|row| row.std_error.is_none()));
    // And where nothing differs at all.
    let same = towns(6, |_, year, _| Some(f64::from(year % 4)));
    let result = asked(&["Aton", "Berg"], 1996).run(&same).unwrap();
    assert_eq!((result.estimate(), result.p_value("permutation")), (0.0, Some(1.0)));
}
