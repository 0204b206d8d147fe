//! Dumitrescu and Hurlin's test against R's plm and a second implementation in numpy.

use yalu::causality::dumitrescu_hurlin::PanelTest;
use yalu::causality::{Criterion, DumitrescuHurlin};
use yalu::series::{CsvOptions, Panel};
use yalu::{Frame, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn grunfeld() -> Panel {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/panel_grunfeld/data.csv");
    Panel::read_csv(file, "firm", &CsvOptions::default()).expect("a panel")
}

/// Three firms cut short.
fn part() -> Panel {
    let year = |y| Some(Period::annual(y));
    let cut = |(name, frame): (&str, &Frame)| {
        let (from, to) = match name {
            "3" => (year(1939), None),
            "7" => (None, year(1951)),
            "9" => (year(1937), year(1952)),
            _ => (None, None),
        };
        let one = Panel::new("firm", vec![(name.to_owned(), frame.clone())])?.window(from, to)?;
        Ok((name.to_owned(), one.frame(name)?.clone()))
    };
    let units = grunfeld().iter().map(cut).collect::<Result<Vec<_>, yalu::Error>>().expect("units");
    Panel::new("firm", units).expect("a panel")
}

fn run(panel: &Panel, way: &str, lags: usize) -> PanelTest {
    let (cause, effect) = way.split_once("->").expect("a way");
    DumitrescuHurlin::cause(cause).effect(effect).lags(lags).run(panel).expect("a test").forward().clone()
}

#[test]
fn ten_firms() {
    let fixture = Fixture::load("panel_grunfeld");
    let mut compared = 0;
    let mut compare = |got: Option<f64>, key: &str, digits: f64| {
        if let Some(expected) = fixture.find(key) {
            assert_digits(got.expect("a number"), expected, digits, key);
            compared += 1;
        }
    };
    for (tag, panel, longest) in [("full", grunfeld(), 3), ("part", part(), 2)] {
        for way in ["value->inv", "inv->value", "capital->inv"] {
            for lags in 1..=longest {
                let test = run(&panel, way, lags);
                let key = |what: &str| format!("{tag}.{way}.{lags}.{what}");
                compare(test.wbar(), &key("Wbar"), 11.0);
                for convention in ["Ztilde", "Zbar"] {
                    compare(test.statistic(convention), &key(convention), 10.0);
                    compare(test.p_value(convention), &key(&format!("{convention}.p")), 9.5);
                }
                assert_eq!(test.statistic("Zbar").is_some(), tag == "full", "Z̄ needs units of one length");
                for unit in test.units() {
                    compare(unit.wald, &key(&format!("W.{}", unit.unit)), 10.0);
                    compare(unit.p_chi2, &key(&format!("p_chi2.{}", unit.unit)), 10.0);
                    compare(unit.p_f, &key(&format!("p_f.{}", unit.unit)), 10.0);
                }
                let cd = test.cross_dependence();
                let effect = test.effect();
                if way.starts_with("capital") || lags > 2 {
                    continue;
                }
                compare(cd.map(|cd| cd.statistic), &format!("{tag}.{effect}.{lags}.cd"), 11.0);
                compare(cd.map(|cd| cd.p_value), &format!("{tag}.{effect}.{lags}.cd_p"), 9.0);
            }
        }
    }
    let elsewhere = |key: &&&str| is_choice(key) || key.starts_with("boot.") || key.starts_with("size.");
    let chosen = fixture.keys().iter().filter(elsewhere).count();
    assert_eq!(compared + chosen, fixture.keys().len());
}

fn is_choice(key: &str) -> bool {
    ["aic", "bic", "hq"].iter().any(|name| key.ends_with(&format!(".{name}")))
}

#[test]
fn lags_chosen_by_criteria_averaged_over_firms() {
    let fixture = Fixture::load("panel_grunfeld");
    for (tag, panel, longest) in [("full", grunfeld(), 4), ("part", part(), 2)] {
        for way in ["value->inv", "inv->value", "capital->inv"] {
            for (name, criterion) in [("aic", Criterion::Aic), ("bic", Criterion::Bic), ("hq", Criterion::Hq)] {
                let (cause, effect) = way.split_once("->").expect("a way");
                let test = DumitrescuHurlin::cause(cause).effect(effect).select(criterion, longest);
                let lags = test.run(&panel).expect("a test").forward().lags();
                assert_eq!(lags as f64, fixture.expected(&format!("{tag}.{way}.{name}")), "{tag} {way} {name}");
            }
        }
    }
}

/// Two simulations of one law: each p-value and critical value within four standard errors of their difference.
#[test]
fn the_bootstrap_law() {
    let fixture = Fixture::load("panel_grunfeld");
    let draws = 4000;
    for (tag, way, lags, block) in [
        ("full", "value->inv", 1, 1),
        ("full", "inv->value", 1, 1),
        ("full", "capital->inv", 2, 1),
        ("part", "value->inv", 1, 1),
        ("full", "value->inv", 2, 3),
    ] {
        let panel = if tag == "full" { grunfeld() } else { part() };
        let (cause, effect) = way.split_once("->").expect("a way");
        let test = DumitrescuHurlin::cause(cause).effect(effect).lags(lags).bootstrap(draws).block(block);
        let result = test.run(&panel).expect("a test");
        let key = |what: &str| format!("boot.{tag}.{way}.{lags}.block{block}.{what}");
        for convention in ["Ztilde", "Zbar", "Wbar"] {
            let Some(p) = result.forward().p_value(&format!("{convention}-bootstrap")) else {
                assert_eq!((tag, convention), ("part", "Zbar"));
                continue;
            };
            let expected = fixture.expected(&key(convention));
            let error = (2.0 * expected * (1.0 - expected) / draws as f64).sqrt();
            assert!((p - expected).abs() < 4.0 * error, "{}: {p}, {expected}", key(convention));
        }
        // The other's critical value has about 5 % of our draws above it.
        let above = result.forward().draws().iter().filter(|w| **w > fixture.expected(&key("Wbar_cv5"))).count();
        let share = above as f64 / draws as f64;
        assert!((share - 0.05).abs() < 4.0 * (2.0 * 0.05 * 0.95 / draws as f64).sqrt(), "{}: {share}", key("Wbar_cv5"));
    }
}

/// Panels without causality: AR(½) in each unit, errors with this correlation between units.
fn world(draw: u64, units: usize, length: usize, correlation: f64) -> Panel {
    let mut stream = yalu::resampling::Streams::new(21).replication(draw);
    let burn = 20;
    let common: Vec<[f64; 2]> =
        (0..length + burn).map(|_| [stream.standard_normal(), stream.standard_normal()]).collect();
    let (own, shared) = ((1.0 - correlation).sqrt(), correlation.sqrt());
    let unit = |number: usize| {
        let mut values = [Vec::new(), Vec::new()];
        let mut levels = [0.0; 2];
        for shocks in &common {
            for ((level, values), shock) in levels.iter_mut().zip(&mut values).zip(shocks) {
                *level = 0.5 * *level + own * stream.standard_normal() + shared * shock;
                values.push(*level);
            }
        }
        let [x, y] = [("x", &values[0]), ("y", &values[1])]
            .map(|(name, values)| Series::new(name, Period::annual(1950), values[burn..].to_vec()).expect("a series"));
        (number.to_string(), Frame::from_series(&[x, y]).expect("a frame"))
    };
    let units: Vec<(String, Frame)> = (0..units)
        .map({
            let mut unit = unit;
            move |number| unit(number)
        })
        .collect();
    Panel::new("unit", units).expect("a panel")
}

fn share(draws: u64, world: impl Fn(u64) -> Panel, test: &DumitrescuHurlin, conventions: &[&str]) -> Vec<f64> {
    let mut counts = vec![0; conventions.len()];
    for draw in 0..draws {
        let result = test.run(&world(draw)).expect("a test");
        for (count, convention) in counts.iter_mut().zip(conventions) {
            *count += usize::from(result.forward().p_value(convention).expect("a number") < 0.05);
        }
    }
    counts.into_iter().map(|count| f64::from(count as u32) / draws as f64).collect()
}

/// Our share of rejections and the other simulation's differ by chance alone.
#[track_caller]
fn same_share(got: f64, draws: u64, fixture: &Fixture, key: &str) {
    let expected = fixture.expected(key);
    let error = (expected * (1.0 - expected) * (1.0 / draws as f64 + 1.0 / 12_000.0)).sqrt();
    assert!((got - expected).abs() < 4.0 * error, "{key}: {got}, {expected}");
}

#[test]
fn size_of_the_normal_laws_with_independent_units() {
    let fixture = Fixture::load("panel_grunfeld");
    for (units, length, lags, draws) in
        [(1, 20, 1, 1000), (5, 20, 1, 1000), (20, 20, 1, 500), (10, 100, 1, 500), (5, 30, 2, 500), (20, 30, 2, 500)]
    {
        let test = DumitrescuHurlin::cause("x").effect("y").lags(lags);
        let got = share(draws, |draw| world(draw, units, length, 0.0), &test, &["Ztilde", "Zbar"]);
        for (got, convention) in got.into_iter().zip(["Ztilde", "Zbar"]) {
            same_share(got, draws, &fixture, &format!("size.N{units}.T{length}.K{lags}.rho0.{convention}"));
        }
    }
}

/// What the bootstrap is for: the normal law rejects three times as often as it says, the bootstrap about as often.
#[test]
fn size_with_one_shock_for_all_units() {
    let fixture = Fixture::load("panel_grunfeld");
    let (test, draws) = (DumitrescuHurlin::cause("x").effect("y").lags(1).bootstrap(99).threads(1), 300);
    let conventions = ["Ztilde", "Zbar", "Ztilde-bootstrap", "Wbar-bootstrap"];
    let got = share(draws, |draw| world(draw, 10, 20, 0.8), &test, &conventions);
    same_share(got[0], draws, &fixture, "size.N10.T20.K1.rho0.8.Ztilde");
    same_share(got[1], draws, &fixture, "size.N10.T20.K1.rho0.8.Zbar");
    let error = (0.05_f64 * 0.95 / draws as f64).sqrt();
    for bootstrap in &got[2..] {
        assert!((bootstrap - 0.05).abs() < 4.0 * error, "{got:?}");
    }
    let independent = share(150, |draw| world(draw, 10, 20, 0.0), &test, &conventions[2..3]);
    assert!((independent[0] - 0.05).abs() < 4.0 * error * 2.0_f64.sqrt(), "{independent:?}");
}
