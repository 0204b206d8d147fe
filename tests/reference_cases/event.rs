//! An event at a known date: R and statsmodels for every number, size of both p-values by simulation.

use std::collections::BTreeMap;

use yalu::event::interrupted::{Band, EffectRow};
use yalu::event::placebo::PlaceboDate;
use yalu::event::{Change, Errors, EventStudy, Interruption, InterruptionResult, PlaceboDates};
use yalu::regression::Covariance;
use yalu::resampling::{Rate, Stream, Streams};
use yalu::{HypothesisTest, Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

fn period(text: &str) -> Period {
    text.parse().expect("a month")
}

fn errors(name: &str) -> Errors {
    match name {
        "classical" => Errors::Ols(Covariance::Classical),
        "hc3" => Errors::Ols(Covariance::Hc3),
        "nw" => Errors::Ols(Covariance::newey_west(4)),
        _ => Errors::Ar1,
    }
}

fn changes(name: &str) -> &'static [Change] {
    match name {
        "level" => &[Change::Level],
        "both" => &[Change::Level, Change::Slope],
        _ => &[Change::Level, Change::Slope, Change::Pulse],
    }
}

fn number(report: &TestReport, what: &str) -> f64 {
    let number = if what == "p" { report.p().map(|p| p.value()) } else { report.statistic() };
    number.expect("a number")
}

fn of(band: Band, what: &str) -> f64 {
    if what == "se" { band.std_error } else { band.estimate }
}

#[test]
fn the_law_on_seat_belts() {
    let fixture = Fixture::load("event_seatbelts");
    let series = |name: &str| Series::new(name, period("1969-01"), fixture.column(name)).expect("a series");
    let (drivers, petrol, kms) = (series("drivers"), series("petrol"), series("kms"));
    let held = [&petrol, &kms];
    let ask = |spec: &str, kind: &str| {
        let question = Interruption::of(&drivers).at(period("1983-02")).changes(changes(spec));
        question.exogenous(&held).seasonal().errors(errors(kind))
    };
    let study = |kind: &str| {
        let study = EventStudy::of(&drivers).at(period("1983-02")).leads(3).lags(5).seasonal();
        study.exogenous(&held).errors(errors(kind)).run().expect("a study")
    };
    let mut results = BTreeMap::new();
    let mut placebos = BTreeMap::new();
    let studies = ["classical", "ar1"].map(|kind| (kind, study(kind)));
    let mut compared = 0;
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        let studied = |kind: &str| &studies.iter().find(|(name, _)| *name == kind).expect("a study").1;
        let mut result = |spec: &str, kind: &str| -> InterruptionResult {
            let found = results.entry(format!("{spec}.{kind}"));
            found.or_insert_with(|| ask(spec, kind).run().expect("a result")).clone()
        };
        let got = match words[..] {
            ["placebo", spec, kind, what] => {
                let placebo = placebos.entry(format!("{spec}.{kind}"));
                let placebo: &mut PlaceboDates =
                    placebo.or_insert_with(|| ask(spec, kind).placebo_dates().expect("a rank"));
                // Under the covariance of the key.
                let of = |date: &PlaceboDate| date.robust.unwrap_or(date.statistic);
                let all: Vec<f64> = placebo.dates().iter().map(of).collect();
                let own = of(placebo.own().expect("identified"));
                let convention = if kind == "nw" { "rank-robust" } else { "rank" };
                let report = placebo.reports().iter().find(|report| report.convention == convention);
                match what {
                    "dates" => all.len() as f64,
                    "exceeding" => all.iter().filter(|value| **value >= own).count() as f64,
                    "p" => number(report.expect("a rank"), "p"),
                    "largest" => all.iter().copied().fold(0.0, f64::max),
                    "sum" => all.iter().sum(),
                    "first" => all[0],
                    "last" => all[all.len() - 1],
                    _ => panic!("{key} is not compared"),
                }
            }
            ["study", kind, "rho"] => studied(kind).autocorrelation().expect("identified"),
            ["study", kind, "leads", what] => number(studied(kind).leads().expect("leads"), what),
            ["study", kind, "lags", what] => number(studied(kind).lags(), what),
            ["study", kind, horizon, what] => {
                let horizon: i64 = horizon.parse().expect("a horizon");
                let row = studied(kind).rows().iter().find(|row| row.horizon == horizon).expect("a row");
                if what == "se" { row.std_error } else { row.estimate }
            }
            [spec, kind, "rho"] => result(spec, kind).autocorrelation().expect("identified"),
            [spec, kind, what] => number(&result(spec, kind).report(), what),
            [spec, kind, "level" | "slope" | "pulse", what] => {
                let change = match words[2] {
                    "level" => Change::Level,
                    "slope" => Change::Slope,
                    _ => Change::Pulse,
                };
                let result = result(spec, kind);
                let row = result.coefficient(change).expect("asked for");
                match what {
                    "estimate" => row.estimate,
                    "se" => row.std_error,
                    "t" => row.statistic,
                    _ => row.p_value,
                }
            }
            [spec, kind, month, part, what] => {
                let result = result(spec, kind);
                let at = |row: &&EffectRow| row.period.to_string() == month;
                let row = result.path().iter().find(at).expect("a month of the path");
                match part {
                    "counterfactual" => of(row.counterfactual, what),
                    "effect" => of(row.effect, what),
                    _ => of(row.cumulative, what),
                }
            }
            _ => panic!("{key} is not compared"),
        };
        assert_digits(got, fixture.expected(key), 9.0, key);
        compared += 1;
    }
    assert_eq!(compared, 348);
}

/// An AR(1) in which nothing happens.
fn calm(stream: &mut Stream, rho: f64, n: usize) -> Series {
    let mut value = stream.standard_normal() / (1.0 - rho * rho).sqrt();
    let values = (0..n).map(|_| {
        value = rho * value + stream.standard_normal();
        value
    });
    Series::new("y", Period::annual(1901), values.collect()).expect("a series")
}

/// 400 draws of 64 autocorrelated values. Over dates drawn at random the rank rejects as often as it should; at fixed dates about so
/// by the classical F, and near an end far too often by the robust one; the nominal p-value does anywhere.
#[test]
fn the_rank_among_placebo_dates_keeps_its_size() {
    let (n, draws, rho, admissible) = (64, 400, 0.6, 64 - 5 - 5 + 1);
    let mut rates = [0; 5];
    for draw in 0..draws {
        let mut stream = Streams::new(24).replication(draw);
        let y = calm(&mut stream, rho, n);
        let drawn = (stream.uniform() * admissible as f64) as usize;
        let at = Period::annual(1901).plus(5 + drawn as i64);
        let random = Interruption::of(&y).at(at).placebo_dates().expect("a rank");
        assert_eq!(random.dates().len(), admissible - 1);
        // The same statistics, ranked for other dates.
        let mut all = random.dates().to_vec();
        all.insert(drawn, *random.own().expect("identified"));
        let low = |place: usize, of: &dyn Fn(&PlaceboDate) -> f64| {
            let rank = all.iter().filter(|date| of(date) >= of(&all[place])).count();
            usize::from((rank as f64) / (admissible as f64) < 0.1)
        };
        rates[0] += usize::from(random.report().rejects(0.1) == Some(true));
        rates[1] += low(27, &|date| date.statistic);
        rates[2] += low(0, &|date| date.statistic);
        rates[3] += low(0, &|date| date.robust.expect("a robust F"));
        rates[4] += usize::from(all[27].p_value < 0.1);
    }
    let rates = rates.map(|count| Rate { count, replications: draws as usize });
    let [random, middle, end, robust_end, nominal] = rates.map(Rate::value);
    // p < 0.1 is a rank of 5 at most: 5/55; three standard errors are 0.043.
    assert!((random - 5.0 / 55.0).abs() < 0.043, "a date drawn at random: {random}");
    assert!((middle - 5.0 / 55.0).abs() < 0.043, "a date in the middle: {middle}");
    assert!(end < 5.0 / 55.0 + 0.043, "a date near the beginning: {end}");
    assert!(robust_end > 0.2, "the same by the robust F: {robust_end}");
    assert!(nominal > 0.3, "nominal: {nominal}");
}

/// What the page says of nominal p-values: too small under autocorrelation, less so with AR(1) errors.
#[test]
fn nominal_size_under_autocorrelation() {
    let (n, draws) = (64, 200);
    let mut rates = [0; 2];
    for draw in 0..draws {
        let y = calm(&mut Streams::new(25).replication(draw), 0.5, n);
        let ask = || Interruption::of(&y).at(Period::annual(1901 + 32));
        let rejects = |question: Interruption<'_>| {
            usize::from(question.run().expect("a result").report().rejects(0.05) == Some(true))
        };
        rates[0] += rejects(ask().errors(Errors::Ar1));
        rates[1] += rejects(ask());
    }
    let [ar1, newey_west] = rates.map(|count| Rate { count, replications: draws as usize });
    assert!(ar1.value() > 0.05 && ar1.value() < newey_west.value(), "AR(1) {ar1}, Newey–West {newey_west}");
}
