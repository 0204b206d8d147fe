//! Differences in differences against pyfixest, statsmodels, wildboottest and R; the sizes that the page speaks of by simulation.

use yalu::event::{DifferenceInDifferences, DifferenceInDifferencesResult};
use yalu::hypothesis::NullDistribution;
use yalu::resampling::{Rate, Streams};
use yalu::series::{CsvOptions, DateColumn};
use yalu::{Frame, HypothesisTest, Outcome, Panel, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn panel(name: &str, date: &str) -> Panel {
    let file = format!("{}/tests/reference/{name}/data.csv", env!("CARGO_MANIFEST_DIR"));
    let options = CsvOptions::default().date(DateColumn::Named(date.into()));
    Panel::read_csv(&file, "state", &options).expect("a panel")
}

/// The number of a key, less its data set's name.
fn got(result: &DifferenceInDifferencesResult, words: &[&str]) -> f64 {
    let mean = |group: &str| result.means().iter().find(|one| one.group == group).expect("a group");
    let point = |horizon: &str| {
        let horizon: i64 = horizon.parse().expect("a horizon");
        result.study().iter().find(|row| row.horizon == horizon).expect("a row")
    };
    match *words {
        ["estimate"] => result.estimate(),
        ["se"] => result.std_error().expect("an error"),
        ["means", group, "before"] => mean(group).before,
        ["means", group, "after"] => mean(group).after,
        ["study", horizon, "estimate"] => point(horizon).estimate,
        ["study", horizon, "se"] => point(horizon).std_error.expect("an error"),
        ["study", horizon, "p"] => point(horizon).p_value.expect("a p-value"),
        ["leads", convention, what] => {
            let report = result.leads().iter().find(|report| report.convention == convention).expect("a test");
            if what == "F" { report.statistic() } else { report.p().map(|p| p.value()) }.expect("a number")
        }
        [convention, "t"] => result.statistic(convention).expect("a statistic"),
        [convention, "p"] => result.p_value(convention).expect("a p-value"),
        [convention, "df"] => match result.convention(convention).expect("a test").outcome {
            Outcome::Computed { distribution: NullDistribution::StudentT(df), .. } => df,
            ref other => panic!("{other:?}"),
        },
        _ => panic!("{words:?} is not compared"),
    }
}

#[test]
fn laws_of_self_defence() {
    let fixture = Fixture::load("did_castle");
    let panel = panel("did_castle", "year");
    let mut treated: Vec<&str> = Vec::new();
    for (unit, frame) in panel.iter() {
        if frame.series("treated").expect("a column").values()[0] == 1.0 {
            treated.push(unit);
        }
    }
    let at = Period::annual(2007);
    let full =
        DifferenceInDifferences::of("l_homicide").treated(treated).at(at).draws(19_999).run(&panel).expect("a result");
    let controls = ["s4", "s5", "s6", "s7", "s8", "s12", "s13", "s14"];
    let small = DifferenceInDifferences::of("l_homicide").treated(["s1", "s2", "s3", "s11"]).at(at).controls(controls);
    let small = small.run(&panel).expect("a result");
    let keys = fixture.keys();
    for key in &keys {
        let (data, rest) = key.split_once('.').expect("a data set");
        let words: Vec<&str> = rest.split('.').collect();
        let result = if data == "full" { &full } else { &small };
        let (got, expected) = (got(result, &words), fixture.expected(key));
        if *key == "full.permutation.p" || *key == "full.wild-bootstrap.p" {
            // Of 19,999 draws, and of 400,000 or 99,999: four standard errors.
            assert!(
                (got - expected).abs() < 4.0 * (0.25_f64 / 19_999.0 + 0.25 / 99_999.0).sqrt(),
                "{key}: {got} {expected}"
            );
        } else {
            assert_digits(got, expected, 10.0, key);
        }
    }
    assert_eq!(keys.len(), 102);
}

/// One treated unit: the clustered p-value that programs print is 0.001, the rank's 5/27.
#[test]
fn organ_donors_in_california() {
    let fixture = Fixture::load("did_organ");
    let question =
        DifferenceInDifferences::of("rate").treated(["California"]).at("2011Q3".parse::<Period>().expect("a quarter"));
    let result = question.run(&panel("did_organ", "quarter")).expect("a result");
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        assert_digits(got(&result, &words), fixture.expected(key), 10.0, key);
    }
    assert_eq!(result.report().convention, "permutation");
    assert_eq!(result.p_value("permutation"), Some(5.0 / 27.0));
    for convention in ["cluster", "cluster-dummies", "welch", "wild-bootstrap"] {
        assert_eq!(result.p_value(convention), None, "{convention}");
    }
}

/// Units of one law with autocorrelated errors, effects of their own and of periods; nothing happens.
fn calm(draw: u64, units: usize) -> Panel {
    let mut stream = Streams::new(77).replication(draw);
    let common: Vec<f64> = (0..12).map(|_| 3.0 * stream.standard_normal()).collect();
    let frames = (0..units).map(|unit| {
        let (own, mut error) = (10.0 * stream.standard_normal(), stream.standard_normal());
        let values = common.iter().map(|common| {
            error = 0.7 * error + stream.standard_normal();
            own + common + error
        });
        let series = Series::new("y", Period::annual(1991), values.collect()).expect("a series");
        (format!("u{unit}"), Frame::from_series(&[series]).expect("a frame"))
    });
    Panel::new("unit", frames.collect()).expect("a panel")
}

/// Three of eleven units treated, 600 panels: the permutation and the collapsed test reject a true null at 5 % as often as they should, the
/// clustered one more often; leads by Hotelling's test as often as they should, by the clustered F in four of ten panels.
#[test]
fn sizes_with_few_units() {
    let draws = 600;
    let mut counts = [0; 5];
    let mut notes = [Vec::new(), Vec::new()];
    for draw in 0..draws {
        let panel = calm(draw, 11);
        let question = DifferenceInDifferences::of("y").treated(["u2", "u5", "u7"]).at(Period::annual(1997));
        let result = question.run(&panel).expect("a result");
        for (count, name) in counts.iter_mut().zip(["permutation", "collapsed", "cluster"]) {
            *count += usize::from(result.p_value(name).expect("a p-value") < 0.05);
        }
        for (count, leads) in counts[3..].iter_mut().zip(result.leads().iter().rev()) {
            *count += usize::from(leads.rejects(0.05) == Some(true));
        }
        notes = [result.notes().to_vec(), result.leads()[0].notes.clone()];
    }
    let [permutation, collapsed, cluster, hotelling, leads] =
        counts.map(|count| Rate { count, replications: draws as usize }.value());
    // Three standard errors of 5 %.
    let error = 3.0 * (0.05_f64 * 0.95 / draws as f64).sqrt();
    assert!(permutation < 0.05 + error && permutation > 0.05 - error, "{permutation}");
    assert!((collapsed - 0.05).abs() < error, "{collapsed}");
    assert!((hotelling - 0.05).abs() < error, "{hotelling}");
    assert!(cluster > 0.08 && leads > 0.3, "{cluster} {leads}");
    // The notes of the last panel: simulated for 3 of 11 units and five leads.
    let said = |notes: &[yalu::Note]| notes.iter().map(ToString::to_string).collect::<String>();
    assert!(said(&notes[0]).contains("the clustered t rejects at 5 % in 8."), "{}", said(&notes[0]));
    assert!(said(&notes[1]).contains("the clustered F of 5 leads rejects at 5 % in 4"), "{}", said(&notes[1]));
}
