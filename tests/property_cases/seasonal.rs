//! What holds for every decomposition, and how often the tests of seasonality reject without seasons.

use proptest::prelude::*;
use yalu::resampling::Streams;
use yalu::seasonal::{Classical, Decomposition, Model, Seasonality, Stl};
use yalu::{Period, Series};

fn monthly(values: Vec<f64>) -> Series {
    Series::new("x", "2001-05".parse::<Period>().unwrap(), values).unwrap()
}

fn rebuilt(parts: &Decomposition) -> f64 {
    let offset = parts.trend().start().since(parts.observed().start()).unwrap() as usize;
    let inner = parts.trend().values().iter().zip(parts.remainder().values()).enumerate();
    inner
        .map(|(t, (trend, remainder))| {
            let (x, s) = (parts.observed().values()[offset + t], parts.seasonal().values()[offset + t]);
            match parts.model() {
                Model::Additive => (trend + s + remainder - x).abs() / 100.0,
                Model::Multiplicative => (trend * s * remainder / x - 1.0).abs(),
            }
        })
        .fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn components_make_up_the_series_and_scale_with_it(values in prop::collection::vec(1.0..100.0_f64, 25..70)) {
        let (x, big) = (monthly(values.clone()), monthly(values.iter().map(|v| v * 1e9).collect()));
        for model in [Model::Additive, Model::Multiplicative] {
            let stl = |x: &Series| Stl::of(x).seasonal_window(7).robust().model(model).run().unwrap();
            let classical = |x: &Series| Classical::of(x).model(model).run().unwrap();
            for (parts, large) in [(stl(&x), stl(&big)), (classical(&x), classical(&big))] {
                prop_assert!(rebuilt(&parts) < 1e-12);
                for (a, b) in parts.adjusted().values().iter().zip(large.adjusted().values()) {
                    prop_assert!((a * 1e9 - b).abs() <= 1e-7 * 1e9 * a.abs().max(1.0), "{a} {b}");
                }
            }
        }
        let figure = Classical::of(&x).run().unwrap().pattern();
        prop_assert!(figure.iter().sum::<f64>().abs() < 1e-10);
    }

    /// A pattern that does not change, added to a line, is found whole.
    #[test]
    fn a_fixed_pattern_on_a_line_is_found(pattern in prop::collection::vec(-5.0..5.0_f64, 12), slope in -1.0..1.0_f64) {
        let mean = pattern.iter().sum::<f64>() / 12.0;
        let x = monthly((0..61).map(|t| 10.0 + slope * t as f64 + pattern[t % 12] - mean).collect());
        let found = Classical::of(&x).run().unwrap();
        for (t, s) in found.seasonal().values().iter().enumerate() {
            prop_assert!((s - (pattern[t % 12] - mean)).abs() < 1e-9);
        }
        prop_assert!(found.remainder().values().iter().all(|r| r.abs() < 1e-9));
    }

    #[test]
    fn tests_do_not_depend_on_units(values in prop::collection::vec(1.0..100.0_f64, 30..60)) {
        let (x, small) = (monthly(values.clone()), monthly(values.iter().map(|v| v * 2f64.powi(-40)).collect()));
        let (a, b) = (Seasonality::of(&x).run().unwrap(), Seasonality::of(&small).run().unwrap());
        for (a, b) in a.reports().iter().zip(b.reports()) {
            let (a, b) = (a.statistic().unwrap(), b.statistic().unwrap());
            prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1e-9));
        }
    }
}

/// Of white noise as it is, monthly, ten years: the level is held by F and by ranks; QS, whose law is an approximation,
/// rejects about 1 %.
#[test]
fn without_seasons_the_tests_reject_as_often_as_they_say() {
    let draws = 2_000;
    let mut rejected = [0; 3];
    for draw in 0..draws {
        let mut stream = Streams::new(11).replication(draw);
        let x = monthly((0..120).map(|_| stream.standard_normal()).collect());
        let result = Seasonality::of(&x).basis(yalu::seasonal::Basis::Levels).run().unwrap();
        for (count, report) in rejected.iter_mut().zip(result.reports()) {
            *count += usize::from(report.rejects(0.05) == Some(true));
        }
    }
    let share = rejected.map(|count| count as f64 / draws as f64);
    println!("{share:?}");
    assert!((0.037..0.063).contains(&share[0]), "F {share:?}");
    assert!((0.030..0.063).contains(&share[1]), "Kruskal–Wallis {share:?}");
    assert!((0.004..0.016).contains(&share[2]), "QS {share:?}");
}
