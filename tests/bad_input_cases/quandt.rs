//! Quandt's likelihood ratio: what is refused, and what is not judged.

use yalu::breaks::Quandt;
use yalu::{Design, ErrorKind, HypothesisTest, Outcome, Period, Series};

use crate::expect::{not_identified, refused};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1950), values).unwrap()
}

fn wave(n: usize) -> Vec<f64> {
    (0..n as i32).map(|i| f64::from((i * i * 7 + 3 * i) % 11)).collect()
}

fn mean(values: Vec<f64>) -> Design {
    Design::of(&series("y", values)).constant().build().unwrap()
}

#[test]
fn searches_that_find_nothing() {
    let design = mean(wave(40));
    for trim in [0.0, 0.5, -0.1, f64::NAN] {
        refused(Quandt::of(&design).trim(trim).run(), ErrorKind::Argument, &["trim", "0.15"]);
    }
    refused(Quandt::of(&mean(wave(3))).run(), ErrorKind::Sample, &["two regimes of 2 rows", "longer sample"]);
    let (y, x) = (series("y", wave(30)), series("x", (0..30).map(|i| f64::from(i % 7)).collect()));
    let twice = series("twice", (0..30).map(|i| 2.0 * f64::from(i % 7)).collect());
    let collinear = Design::of(&y).constant().regressor(&x).regressor(&twice).build().unwrap();
    refused(Quandt::of(&collinear).run(), ErrorKind::Collinear, &["`twice`"]);
    let exact = Design::of(&twice).constant().regressor(&x).build().unwrap();
    refused(Quandt::of(&exact).run(), ErrorKind::Constant, &["fitted exactly"]);
    // A rate that was fixed for years: no variance in the first regime.
    let fixed: Vec<f64> = wave(40).into_iter().enumerate().map(|(i, y)| if i < 12 { 4.0 } else { y }).collect();
    refused(Quandt::of(&mean(fixed)).run(), ErrorKind::Constant, &["fitted exactly", "1955|1956", "wider trim"]);
    // A dummy that starts in the middle is constant before and after.
    let post = Design::of(&series("y", wave(40)))
        .constant()
        .indicator(yalu::Indicator::Post(Period::annual(1970)))
        .build()
        .unwrap();
    refused(Quandt::of(&post).run(), ErrorKind::Collinear, &["no date identifies both regimes"]);
    let pulse = Design::of(&series("y", wave(40)))
        .constant()
        .indicator(yalu::Indicator::Between(Period::annual(1962), Period::annual(1980)))
        .build()
        .unwrap();
    let found = Quandt::of(&pulse).draws(19).run().unwrap();
    assert!(found.report().notes.iter().any(|note| note.text().contains("dates do not identify both regimes")));
    assert!(found.path().len() < 29 && found.report().p().is_some());
}

#[test]
fn without_draws_there_is_no_p_value() {
    let found = Quandt::of(&mean(wave(40))).draws(0).run().unwrap();
    let Outcome::NotApplicable { because } = &found.report().outcome else { panic!("a p-value") };
    assert!(because.contains("not χ²"), "{because}");
    assert!(found.report().rejects(0.05).is_none() && found.in_words(0.05).starts_with("λ is lowest at"));
    let short = Quandt::of(&mean(vec![3.0, 1.0, 4.0, 1.5, 9.0, 2.6])).run().unwrap();
    not_identified(&short.report(), &["6 rows less twice 1 coefficients", "fewer than 5"]);
    assert!(short.lowest() < 0.0);
    let report = Quandt::of(&mean(wave(12))).draws(19).run().unwrap().report();
    assert!(report.notes.iter().any(|note| note.text().contains("only 12 rows")), "{report}");
}
