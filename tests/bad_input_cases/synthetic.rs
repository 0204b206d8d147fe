//! What a comparison with a weighted average of units refuses, and what it says of weights that nothing pins down.

use yalu::event::synthetic::Predictor;
use yalu::event::{SyntheticControl, SyntheticControlResult};
use yalu::series::CsvOptions;
use yalu::{ErrorKind, HypothesisTest, Panel, Period};

use super::expect::{not_identified, refused};

fn read(text: &str) -> Panel {
    Panel::from_csv_text(text, "towns.csv", "town", &CsvOptions::default()).unwrap()
}

/// Towns A to F over twenty years; `cell` may change a number.
fn towns(units: usize, cell: impl Fn(usize, i32, f64) -> Option<f64>) -> Panel {
    let mut text = String::from("year,town,y\n");
    for unit in 0..units {
        for year in 1991..2011 {
            let i = i64::from(year) * 37 + (unit as i64 + 1) * i64::from(year * year) * 11;
            let value = cell(unit, year, (i % 101) as f64);
            let value = value.map_or(String::new(), |value| value.to_string());
            text += &format!("{year},{},{value}\n", ["Aton", "Berg", "Ceta", "Dorf", "Elba", "Fano"][unit]);
        }
    }
    read(&text)
}

fn plain(units: usize) -> Panel {
    towns(units, |_, _, value| Some(value))
}

fn at(year: i32) -> SyntheticControl {
    SyntheticControl::of("y").treated("Aton").at(Period::annual(year))
}

fn notes(result: &SyntheticControlResult) -> String {
    result.notes().iter().map(|note| note.text().to_owned() + "\n").collect()
}

#[test]
fn units_and_dates_that_carry_no_question() {
    let panel = plain(6);
    let treated = |unit: &str| SyntheticControl::of("y").treated(unit).at(Period::annual(2005));
    refused(treated("Brg").run(&panel), ErrorKind::Name, &["no unit `Brg`", "did you mean `Berg`"]);
    refused(at(2005).donors(["Berg", "Cta"]).run(&panel), ErrorKind::Name, &["`Cta`", "`Ceta`"]);
    refused(at(2005).donors(["Berg", "Aton"]).run(&panel), ErrorKind::Name, &["`Aton`", "treated unit and a donor"]);
    refused(at(2005).donors(["Berg", "Berg"]).run(&panel), ErrorKind::Name, &["`Berg`", "twice"]);
    refused(at(2005).donors(["Berg"]).run(&panel), ErrorKind::Sample, &["one donor", "difference in differences"]);
    refused(at(2005).run(&plain(1)), ErrorKind::Sample, &["no donor"]);
    refused(SyntheticControl::of("z").treated("Aton").at(Period::annual(2005)).run(&panel), ErrorKind::Name, &["`z`"]);
    refused(at(1992).run(&panel), ErrorKind::Sample, &["1 period lies before 1992", "2 are needed", "1991 to 2010"]);
    refused(at(1950).run(&panel), ErrorKind::Sample, &["0 periods lie before 1950"]);
    refused(at(2011).run(&panel), ErrorKind::Sample, &["no period lies at or after 2011"]);
    let monthly = SyntheticControl::of("y").treated("Aton").at("2005-06".parse::<Period>().unwrap());
    refused(monthly.run(&panel), ErrorKind::Frequency, &["monthly"]);
    refused(at(2005).placebo_date(&panel, Period::annual(2005)), ErrorKind::Argument, &["not earlier"]);
    refused(at(2005).placebo_date(&panel, Period::annual(1992)), ErrorKind::Sample, &["1 period lies before"]);
    refused(at(2005).leave_one_out(&plain(3)), ErrorKind::Sample, &["two donors"]);
    refused(at(2005).placebo_units(&panel).unwrap().in_words(0.0), ErrorKind::Argument, &["level of 0"]);
}

#[test]
fn gaps_lengths_and_sizes() {
    let gap = towns(6, |unit, year, value| (unit != 2 || year != 2000).then_some(value));
    refused(at(2005).run(&gap), ErrorKind::Gap, &["unit `Ceta`", "`y` has no value in 2000"]);
    // A donor left out may have gaps.
    assert!(at(2005).donors(["Berg", "Dorf"]).run(&gap).is_ok());
    let short = towns(6, |unit, year, value| (unit != 2 || year >= 1995).then_some(value));
    let result = at(2005).run(&short).unwrap();
    assert_eq!(result.sample().to_string(), "1995 to 2010 (n = 16)");
    assert!(notes(&result).contains("`Ceta` begins in 1995"), "{}", notes(&result));
    let apart = towns(3, |unit, year, value| ((unit == 1) == (year > 2000)).then_some(value));
    refused(at(2005).run(&apart), ErrorKind::Sample, &["no period is common", "`Berg`"]);
    let huge = towns(6, |unit, _, value| Some(if unit == 0 { 1e308 } else { -1e308 + value }));
    refused(at(2005).run(&huge), ErrorKind::NonFinite, &["unit `Aton`", "too large"]);
    let large = towns(6, |_, _, value| Some(1e200 * value));
    assert!(
        (at(2005).run(&large).unwrap().ratio().unwrap() / at(2005).run(&plain(6)).unwrap().ratio().unwrap() - 1.0)
            .abs()
            < 1e-9
    );
}

#[test]
fn weights_that_nothing_pins_down() {
    // All donors alike.
    let alike = towns(5, |unit, year, value| Some(if unit == 0 { value } else { f64::from(year % 5) }));
    let result = at(2005).run(&alike).unwrap();
    assert!(!result.is_unique());
    assert!(notes(&result).contains("the weights are not unique"), "{}", notes(&result));
    // Two of them alike, and used.
    let twins = towns(5, |unit, year, value| {
        Some(match unit {
            0 => f64::from(year % 5) + 0.01 * f64::from(year % 3),
            1 | 2 => f64::from(year % 5),
            _ => value,
        })
    });
    assert!(!at(2005).run(&twins).unwrap().is_unique());
    // The treated unit among its donors in all but name: exact, and it alone.
    let copied = towns(5, |unit, year, value| Some(if unit <= 1 { f64::from(year % 7) } else { 20.0 + value }));
    let result = at(2005).run(&copied).unwrap();
    assert!(result.is_unique() && result.ratio().is_none());
    assert!(notes(&result).contains("matched exactly"), "{}", notes(&result));
    assert_eq!((result.weights()[0].unit.as_str(), result.weights()[0].weight), ("Berg", 1.0));
    not_identified(&at(2005).placebo_units(&copied).unwrap().report(), &["14 periods", "matched exactly"]);
    assert!(at(2005).placebo_units(&copied).unwrap().in_words(0.05).unwrap().contains("not identified"));
    // Two periods, five donors: many averages do.
    let few = at(1993).run(&plain(6)).unwrap();
    assert_eq!(few.is_unique(), !notes(&few).contains("not unique"));
}

#[test]
fn a_fit_that_is_none_is_said() {
    let above = towns(6, |unit, _, value| Some(if unit == 0 { 500.0 + value } else { value }));
    let result = at(2005).run(&above).unwrap();
    for words in ["in 14 of 14 periods before the date `Aton` lies above every donor", "a poor fit"] {
        assert!(notes(&result).contains(words), "{}", notes(&result));
    }
    let ranked = at(2005).placebo_units(&above).unwrap();
    let said: String = ranked.report().notes.iter().map(ToString::to_string).collect();
    assert!(said.contains("6 units: the rank's p-value cannot be below 0.1667: 5 % cannot be reached"), "{said}");
}

#[test]
fn predictors_that_cannot_be_had() {
    let panel = plain(6);
    let over = |from: i32, to: i32| Predictor::mean("y").over(Period::annual(from), Period::annual(to));
    let with = |predictors: &[Predictor]| at(2005).predictors(predictors.iter().cloned());
    refused(with(&[Predictor::mean("z")]).run(&panel), ErrorKind::Name, &["unit `Aton`", "`z`"]);
    refused(with(&[over(2000, 1995)]).run(&panel), ErrorKind::Argument, &["ends before it begins"]);
    refused(
        with(&[over(2000, 2006)]).run(&panel),
        ErrorKind::Argument,
        &["reaches the date", "2004 is the last period"],
    );
    refused(with(&[over(1985, 2000)]).run(&panel), ErrorKind::Gap, &["unit `Aton`", "no value in 1985"]);
    refused(with(&[over(1995, 1996), over(1995, 1996)]).run(&panel), ErrorKind::Name, &["`y, 1995 to 1996`", "twice"]);
    let flat = towns(6, |_, year, value| Some(if year < 2000 { 3.0 } else { value }));
    refused(with(&[over(1995, 1996)]).run(&flat), ErrorKind::Constant, &["the same in every unit"]);
    let two = [over(1995, 1996), over(1998, 1999)];
    refused(with(&two).predictor_weights([1.0]).run(&panel), ErrorKind::Argument, &["1 weights for 2 predictors"]);
    refused(with(&two).predictor_weights([1.0, -1.0]).run(&panel), ErrorKind::Argument, &["weight of -1"]);
    refused(with(&two).predictor_weights([f64::NAN, 1.0]).run(&panel), ErrorKind::Argument, &["weight of NaN"]);
    refused(with(&two).predictor_weights([0.0, 0.0]).run(&panel), ErrorKind::Argument, &["are zero"]);
    refused(at(2005).predictor_weights([1.0]).run(&panel), ErrorKind::Argument, &["no predictor"]);
    // A predictor that ends before the event but not before the placebo's date.
    refused(with(&two).placebo_date(&panel, Period::annual(1999)), ErrorKind::Argument, &["reaches the date"]);
    refused("y@19995".parse::<Predictor>(), ErrorKind::Period, &["19995"]);
    // One predictor and five donors: many averages have it.
    let one = with(&[over(1995, 2004)]).run(&panel).unwrap();
    assert_eq!(one.predictors().len(), 1);
    if !one.is_unique() {
        assert!(notes(&one).contains("others match the predictors as well"), "{}", notes(&one));
    }
}
