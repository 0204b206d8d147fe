//! A coefficient as rival explanations enter: R and statsmodels for every combination, R and pyfixest for what each rival takes.

use yalu::event::{RivalExplanations, RivalPath, rivals::RivalStep};
use yalu::regression::Covariance;
use yalu::resampling::{Rate, Streams};
use yalu::series::Calendar;
use yalu::{Frame, HypothesisTest, Period};

use crate::fixture::{Fixture, assert_digits};

const RIVALS: [(&str, &str); 4] =
    [("p", "petrol"), ("k", "kms"), ("t", "trend()"), ("d", "post(1974-01) + kms:post(1974-01)")];

fn path(frame: &Frame, covariance: &str) -> RivalPath {
    let covariance = match covariance {
        "classical" => Covariance::Classical,
        "hc3" => Covariance::Hc3,
        _ => Covariance::newey_west(4),
    };
    let question = RivalExplanations::of(frame, "drivers ~ post(1983-02) + season()").coefficient("post(1983-02)");
    let question = RIVALS.iter().fold(question, |question, (name, terms)| question.rival(*name, *terms));
    question.covariance(covariance).run().expect("a path")
}

/// `none`, `p`, `pk`.
fn name(step: &RivalStep) -> String {
    if step.rivals.is_empty() { "none".to_owned() } else { step.rivals.concat() }
}

#[test]
fn the_law_and_four_rivals() {
    let fixture = Fixture::load("rivals_seatbelts");
    let start: Period = "1969-01".parse().expect("a month");
    let column = |name: &str| fixture.column(name).into_iter().map(Some).collect();
    let frame = ["drivers", "petrol", "kms"].into_iter().fold(Frame::new(Calendar::From(start), 192), |frame, name| {
        frame.with_column(name, column(name)).expect("a column")
    });
    let paths = ["classical", "hc3", "nw"].map(|covariance| (covariance, path(&frame, covariance)));
    let of = |covariance: &str| &paths.iter().find(|(name, _)| *name == covariance).expect("a path").1;
    let step = |covariance: &str, combination: &str| -> RivalStep {
        let found = of(covariance).combinations().iter().find(|step| name(step) == combination);
        found.unwrap_or_else(|| panic!("no {combination}")).clone()
    };
    let mut compared = 0;
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        let got = match words[..] {
            ["takes", rival] => of("classical").takes().iter().find(|one| one.rival == rival).expect("a rival").takes,
            ["coefficient", covariance, what] => number(of(covariance).report(), what),
            ["rival", rival, covariance, what] => {
                let place = RIVALS.iter().position(|(name, _)| *name == rival).expect("a rival");
                number(of(covariance).reports()[1 + place].clone(), what)
            }
            [combination, "r2"] => step("classical", combination).r2.expect("R²"),
            [combination, "estimate"] => step("classical", combination).coefficient.expect("an estimate").estimate,
            [combination, covariance, what] => {
                let own = step(covariance, combination).coefficient.expect("an estimate");
                if what == "se" { own.std_error } else { own.p_value }
            }
            _ => panic!("{key} is not compared"),
        };
        assert_digits(got, fixture.expected(key), 9.0, key);
        compared += 1;
    }
    assert_eq!(compared, 162);
}

fn number(report: yalu::TestReport, what: &str) -> f64 {
    let number = if what == "p" { report.p().map(|p| p.value()) } else { report.statistic() };
    number.expect("a number")
}

/// A rival that is the whole cause: alone the false date is found nearly always, with the rival in it is found as often as the level says.
#[test]
fn a_date_that_is_not_the_cause_keeps_its_size_with_the_cause_in() {
    let (n, draws) = (60, 400_u64);
    let mut rates = [0; 2];
    for draw in 0..draws {
        let mut stream = Streams::new(61).replication(draw);
        let values = (0..n).map(|t| Some(stream.standard_normal() + if t >= 36 { 2.0 } else { 0.0 })).collect();
        let frame = Frame::new(Calendar::From(Period::annual(1951)), n).with_column("y", values).expect("a column");
        let path = RivalExplanations::of(&frame, "y ~ post(1981)").coefficient("post(1981)");
        let path = path.rival("the cause", "post(1987)").run().expect("a path");
        for (rate, step) in rates.iter_mut().zip([path.base(), path.full()]) {
            *rate += usize::from(step.coefficient.as_ref().expect("identified").p_value < 0.05);
        }
    }
    let [alone, with] = rates.map(|count| Rate { count, replications: draws as usize }.value());
    assert!(alone > 0.95, "without the cause: {alone}");
    // Three standard errors are 0.033.
    assert!((with - 0.05).abs() < 0.033, "with it: {with}");
}
