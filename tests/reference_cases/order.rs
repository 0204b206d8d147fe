//! The summary of orders of integration: on series whose order is known, and on short ones.

use yalu::resampling::Streams;
use yalu::unit_root::order::{Finding, Null, Order};
use yalu::unit_root::{Adf, DfGls, IntegrationOrder, Terms};
use yalu::{HypothesisTest, Period, Series};

/// White noise summed this many times.
fn summed(name: &str, seed: u64, n: usize, times: usize) -> Series {
    let mut stream = Streams::new(seed).replication(0);
    let mut values: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
    for _ in 0..times {
        (1..n).for_each(|t| values[t] += values[t - 1]);
    }
    Series::new(name, Period::annual(2002), values).unwrap()
}

#[test]
fn known_orders_are_found() {
    for (times, order) in [(0, 0), (1, 1), (2, 2)] {
        let orders: Vec<Order> = (0..12)
            .map(|seed| {
                let series = summed("x", seed, 200, times);
                IntegrationOrder::of(&[&series]).lags(1).run().unwrap().series()[0].order(0.01)
            })
            .collect();
        // Six tests agree less often than each is right, but the true order is hardly ever outside what they give.
        let agreed = orders.iter().filter(|found| **found == Order::Agreed(order)).count();
        let inside = orders.iter().filter(|found| match found {
            Order::Agreed(only) => *only == order,
            Order::Disagreed { lowest, highest } => (*lowest..=*highest).contains(&order),
            Order::Undecided => false,
        });
        assert!(agreed >= 6 && inside.count() >= 11, "I({order}): {orders:?}");
    }
}

#[test]
fn every_test_is_the_one_that_its_own_page_describes() {
    let series = summed("x", 5, 60, 1);
    let result = IntegrationOrder::of(&[&series]).run().unwrap();
    let tests = result.series()[0].tests();
    assert_eq!(tests.len(), 18);
    assert!(tests.iter().all(|test| test.because().is_none()));
    assert!(tests.iter().all(|test| (test.null() == Null::Stationarity) == (test.name() == "KPSS")));
    let find = |name: &str, differences| {
        tests.iter().find(|test| test.name() == name && test.differences() == differences).unwrap().report().unwrap()
    };
    let change = series.diff(1).unwrap();
    assert_eq!(find("ADF", 0), &Adf::of(&series).terms(Terms::Trend).run().unwrap().report());
    assert_eq!(find("ADF", 1), &Adf::of(&change).terms(Terms::Constant).run().unwrap().report());
    assert_eq!(find("DF-GLS", 1), &DfGls::of(&change).terms(Terms::Constant).run().unwrap().report());
    let constant = IntegrationOrder::of(&[&series]).terms(Terms::Constant).run().unwrap();
    assert_eq!(constant.series()[0].tests().len(), 15, "Schmidt–Phillips needs a trend");
}

#[test]
fn d_is_the_largest_over_series_and_tests() {
    let (level, walk, twice) = (summed("level", 1, 150, 0), summed("walk", 2, 150, 1), summed("twice", 3, 150, 2));
    let d = |series: &[&Series]| IntegrationOrder::of(series).run().unwrap().toda_yamamoto_d(0.05);
    assert_eq!(d(&[&level]), Some(0));
    assert_eq!(d(&[&level, &walk]), Some(1));
    assert_eq!(d(&[&level, &walk, &twice]), Some(2));
    let result = IntegrationOrder::of(&[&level, &walk]).run().unwrap();
    let words = result.verdicts(0.05).unwrap();
    assert_eq!(words.len(), 3);
    assert!(words[0].starts_with("level, 2002 to 2151 (n = 150): at 5 % "), "{}", words[0]);
    assert!(words[2].contains("d = 1") && words[2].contains("no proof"), "{}", words[2]);
    assert!(result.power(150).is_empty());
}

#[test]
fn disagreement_is_said_and_the_larger_order_taken() {
    // Among stationary series with a root near one some test rejects and some does not.
    let mut seen = false;
    for seed in 0..60 {
        let mut stream = Streams::new(seed).replication(0);
        let mut level = 0.0;
        let values = (0..60).map(|_| {
            level = 0.75 * level + stream.standard_normal();
            level
        });
        let series = Series::new("x", Period::annual(1950), values.collect()).unwrap();
        let result = IntegrationOrder::of(&[&series]).run().unwrap();
        let Order::Disagreed { lowest, highest } = result.series()[0].order(0.05) else { continue };
        let words = result.in_words(0.05).unwrap();
        assert!(words.contains("the tests disagree: "), "{words}");
        assert!(words.contains(&format!("take the larger, d = {highest}: ")), "{words}");
        assert!(lowest < highest && result.toda_yamamoto_d(0.05) == Some(highest));
        seen = true;
    }
    assert!(seen);
}

#[test]
fn fourteen_years_say_how_little_they_say() {
    let series = summed("exports", 4, 14, 1);
    let result = IntegrationOrder::of(&[&series]).run().unwrap();
    let words = result.in_words(0.05).unwrap();
    assert!(
        words.contains("At n = 14 a unit root that is not rejected says little: a test at 5 % rejects on "),
        "{words}"
    );
    let power = result.power(14);
    assert_eq!(power.len(), 6);
    for test in power {
        let (size, power) = (test.on_unit_roots(0.05), test.on_stationary(0.05));
        assert_eq!(size.replications, 500);
        if test.null() == Null::Stationarity {
            continue;
        }
        // Lags chosen by a criterion make the tests reject more often than 5 %, and the alternative hardly more often.
        assert!(power.value() < size.value() + 0.2, "{}: {size}, {power}", test.name());
    }
    assert_eq!(power, IntegrationOrder::of(&[&series]).run().unwrap().power(14), "the same seed, the same numbers");
}

#[test]
fn six_years_say_nothing() {
    let series = summed("exports", 4, 6, 1);
    let result = IntegrationOrder::of(&[&series]).run().unwrap();
    let [only] = result.series() else { panic!("one series") };
    assert_eq!((only.order(0.05), result.toda_yamamoto_d(0.05)), (Order::Undecided, None));
    assert!(only.tests().iter().all(|test| test.finding(0.05) == Finding::Silent && test.because().is_some()));
    let words = result.in_words(0.05).unwrap();
    assert!(words.contains("no test gives an order of integration"), "{words}");
    assert!(words.contains("d for Toda–Yamamoto is not identified"), "{words}");
}
