//! Synthetic controls against certified optima, with R and pysyncon as far as their searches reach; the rank's size by simulation.

use yalu::event::synthetic::PlaceboUnit;
use yalu::event::{PlaceboUnits, SyntheticControl, SyntheticControlResult};
use yalu::resampling::{Rate, Streams};
use yalu::series::CsvOptions;
use yalu::{Frame, Panel, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn weight(result: &SyntheticControlResult, unit: &str) -> f64 {
    result.weights().iter().find(|donor| donor.unit == unit).expect("a donor").weight
}

/// A weight of zero is one: nothing is as good as nearly nothing.
#[track_caller]
fn same_weight(got: f64, expected: f64, what: &str) {
    if expected == 0.0 {
        assert_eq!(got, 0.0, "{what}");
    } else {
        assert_digits(got, expected, 12.0, what);
    }
}

fn placebo<'a>(ranked: &'a PlaceboUnits, unit: &str) -> &'a PlaceboUnit {
    ranked.units().iter().find(|one| one.unit == unit).expect("a unit")
}

/// Compares every number of a case; says how many there are and gives the ranks.
fn compare(name: &str, outcome: &str, treated: &str, [year, earlier]: [i32; 2]) -> (usize, PlaceboUnits) {
    let fixture = Fixture::load(name);
    let file = format!("{}/tests/reference/{name}/data.csv", env!("CARGO_MANIFEST_DIR"));
    let options = CsvOptions::default().date(yalu::series::DateColumn::Named("year".into()));
    let panel = Panel::read_csv(&file, "state", &options).expect("a panel");
    let question = SyntheticControl::of(outcome).treated(treated).at(Period::annual(year));
    let result = question.run(&panel).expect("a result");
    let ranked = question.placebo_units(&panel).expect("ranks");
    let without = question.leave_one_out(&panel).expect("estimates");
    let before = question.placebo_date(&panel, Period::annual(earlier)).expect("an estimate");
    assert!(result.is_unique() && result.optimality() < 1e-12, "{:e}", result.optimality());
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        let expected = fixture.expected(key);
        let point = |year: &str| {
            result.path().iter().find(|point| point.period.to_string() == *year).expect("a year").to_owned()
        };
        let got = match words[..] {
            ["weight", unit] => {
                same_weight(weight(&result, unit), expected, key);
                continue;
            }
            ["earlier", "weight", unit] => {
                same_weight(weight(&before, unit), expected, key);
                continue;
            }
            ["effect", year] => point(year).effect,
            ["synthetic", year] => point(year).synthetic,
            ["rmspe", "before"] => result.rmspe_before(),
            ["rmspe", "after"] => result.rmspe_after(),
            ["average"] => result.average_effect(),
            ["ratio"] => result.ratio().expect("a ratio"),
            ["earlier", "before"] => before.rmspe_before(),
            ["earlier", "after"] => before.rmspe_after(),
            ["earlier", "average"] => before.average_effect(),
            ["placebo", unit, "before"] => placebo(&ranked, unit).rmspe_before,
            ["placebo", unit, "after"] => placebo(&ranked, unit).rmspe_after,
            ["placebo", unit, "average"] => placebo(&ranked, unit).average_effect,
            ["placebo", unit, "ratio"] => placebo(&ranked, unit).ratio.expect("a ratio"),
            ["placebo", unit, "ratio_donors_only"] => placebo(&ranked, unit).ratio_donors_only.expect("a ratio"),
            ["without", unit, what] => {
                let row = without.rows().iter().find(|row| row.unit == unit).expect("a donor");
                match what {
                    "before" => row.rmspe_before,
                    "average" => row.average_effect,
                    _ => row.ratio.expect("a ratio"),
                }
            }
            [convention, "p"] => ranked.p_value(convention).expect("a p-value"),
            _ => panic!("{key} is not compared"),
        };
        assert_digits(got, expected, 12.0, key);
    }
    (fixture.keys().len(), ranked)
}

#[test]
fn cigarettes_in_california() {
    let (compared, ranked) = compare("synthetic_california", "packs", "California", [1989, 1980]);
    assert_eq!(compared, 361);
    // Two states left theirs by more: by the outcome alone California is the third of 39.
    assert_eq!((ranked.units().len(), ranked.exceeding()), (39, 2));
}

/// Fifty donors for eight years: one other state is matched exactly and has no ratio.
#[test]
fn prisons_in_texas() {
    let (compared, ranked) = compare("synthetic_texas", "bmprison", "Texas", [1993, 1990]);
    assert_eq!(compared, 401);
    assert_eq!(placebo(&ranked, "Pennsylvania").ratio, None);
    let notes: String = ranked.reports()[0].notes.iter().map(ToString::to_string).collect();
    assert!(notes.contains("one placebo unit is matched exactly") && notes.contains("not unique"), "{notes}");
}

/// A panel of units that are alike: a common walk with loadings of their own, and AR(1) errors.
fn alike(draw: u64, units: usize, periods: i32) -> Panel {
    let mut stream = Streams::new(31).replication(draw);
    let mut level = 0.0;
    let common: Vec<f64> = (0..periods)
        .map(|_| {
            level += stream.standard_normal();
            level
        })
        .collect();
    let frames = (0..units).map(|unit| {
        let (own, mut error) = (1.0 + 0.5 * stream.standard_normal(), stream.standard_normal());
        let values = common.iter().map(|common| {
            error = 0.5 * error + stream.standard_normal();
            own * common + error
        });
        let series = Series::new("y", Period::annual(1991), values.collect()).expect("a series");
        (format!("u{unit}"), Frame::from_series(&[series]).expect("a frame"))
    });
    Panel::new("unit", frames.collect()).expect("a panel")
}

/// 1,000 panels of ten units in which nothing happens: by the rank any p of 0.1, 0.2, … is as likely; without the treated unit among
/// the donors of the others about as likely.
#[test]
fn the_rank_among_units_keeps_its_size() {
    let (draws, units) = (1000, 10);
    let mut counts = [[0; 2]; 3];
    for draw in 0..draws {
        let panel = alike(draw, units, 24);
        let question = SyntheticControl::of("y").treated("u3").at(Period::annual(2009));
        let ranked = question.placebo_units(&panel).expect("ranks");
        for (count, name) in counts.iter_mut().zip(["rank", "rank-donors-only", "rank-effect"]) {
            let p = ranked.p_value(name).expect("a p-value");
            count[0] += usize::from(p < 0.15);
            count[1] += usize::from(p < 0.35);
        }
    }
    let rate = |count| Rate { count, replications: draws as usize }.value();
    // Three standard errors are 0.028 at 0.1 and 0.043 at 0.3.
    for (counts, name) in counts.into_iter().zip(["rank", "rank-donors-only", "rank-effect"]) {
        assert!((rate(counts[0]) - 0.1).abs() < 0.028, "{name}: {}", rate(counts[0]));
        assert!((rate(counts[1]) - 0.3).abs() < 0.043, "{name}: {}", rate(counts[1]));
    }
}

const PREDICTORS: [&str; 14] = [
    "bmprison@1990",
    "bmprison@1992",
    "bmprison@1991",
    "bmprison@1988",
    "alcohol@1990",
    "aidscapita@1990",
    "aidscapita@1991",
    "income",
    "ur",
    "poverty",
    "black@1990",
    "black@1991",
    "black@1992",
    "perc1519@1990",
];

/// Given weights of predictors against certified optima; those searched for against other programs' searches and the least there can be.
#[test]
fn prisons_in_texas_by_predictors() {
    let fixture = Fixture::load("synthetic_texas_predictors");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/synthetic_texas_predictors/data.csv");
    let options = CsvOptions::default().date(yalu::series::DateColumn::Named("year".into()));
    let panel = Panel::read_csv(file, "state", &options).expect("a panel");
    let question = SyntheticControl::of("bmprison")
        .treated("Texas")
        .at(Period::annual(1993))
        .predictors(PREDICTORS.map(|text| text.parse().expect("a predictor")));
    let given = [30.0, 20.0, 10.0, 5.0, 1.0, 2.0, 3.0, 4.0, 1.0, 1.0, 2.0, 3.0, 4.0, 14.0];
    let equal = question.clone().predictor_weights([7.0; 14]).run(&panel).expect("a result");
    let given = question.clone().predictor_weights(given).run(&panel).expect("a result");
    let searched = question.run(&panel).expect("a result");
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        let expected = fixture.expected(key);
        let result = if words[0] == "equal" { &equal } else { &given };
        let got = match words[1..] {
            ["weight", unit] => {
                same_weight(weight(result, unit), expected, key);
                continue;
            }
            ["synthetic", place] => result.predictors()[place.parse::<usize>().expect("a number")].synthetic,
            ["rmspe", "before"] => result.rmspe_before(),
            ["rmspe", "after"] => result.rmspe_after(),
            ["average"] => result.average_effect(),
            // Other searches.
            ["nelder-mead", "rmspe"] | ["rmspe"] => {
                assert!(searched.rmspe_before() < expected, "{key}: {} {expected}", searched.rmspe_before());
                continue;
            }
            _ => panic!("{key} is not compared"),
        };
        assert_digits(got, expected, 11.0, key);
    }
    assert_eq!(fixture.keys().len(), 136);
    let least = Fixture::load("synthetic_texas").expected("rmspe.before");
    assert_digits(searched.rmspe_before(), least, 9.0, "the least there can be");
    let notes: String = searched.notes().iter().map(ToString::to_string).collect();
    assert!(notes.contains("reaches that: there is no better"), "{notes}");
}
