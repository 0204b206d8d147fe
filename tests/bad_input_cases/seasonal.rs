//! What the decompositions and the tests of seasonality refuse.

use yalu::seasonal::{Classical, Decomposition, Model, SeasonalWindow, Seasonality, Stl};
use yalu::{Error, ErrorKind, Period, Series};

use super::expect::refused;

fn quarterly(n: i32) -> Series {
    let values = (0..n).map(|t| 10.0 + f64::from(t * t * 7 % 23)).collect();
    Series::new("sales", "1990Q1".parse::<Period>().unwrap(), values).unwrap()
}

#[track_caller]
fn all_refuse(series: &Series, kind: ErrorKind, words: &[&str]) {
    refused(Stl::of(series).run(), kind, words);
    refused(Classical::of(series).run(), kind, words);
    refused(Seasonality::of(series).run(), kind, words);
}

#[test]
fn series_without_seasons() {
    let annual = Series::new("sales", Period::annual(1990), vec![1.0, 2.0, 4.0, 3.0, 5.0]).unwrap();
    all_refuse(&annual, ErrorKind::Frequency, &["`sales` is annual"]);
    all_refuse(&quarterly(8), ErrorKind::Sample, &["9 observations", "found 8"]);
    let flat = Series::new("sales", "1990Q1".parse::<Period>().unwrap(), vec![3.0; 20]).unwrap();
    all_refuse(&flat, ErrorKind::Constant, &["`sales` does not vary"]);
    let line = Series::new("sales", "1990Q1".parse::<Period>().unwrap(), (0..20).map(f64::from).collect()).unwrap();
    refused(Seasonality::of(&line).run(), ErrorKind::Constant, &["sales"]);
    // Nine quarters leave four degrees of freedom: no number, with the reason.
    let short = Seasonality::of(&quarterly(9)).run().unwrap();
    assert!(short.to_string().contains("not identified") || short.reports()[0].p().is_none());
    // Values near the ends of the range of doubles neither overflow nor panic.
    for power in [-1000, 1000] {
        let extreme = Series::new(
            "sales",
            "1990Q1".parse::<Period>().unwrap(),
            quarterly(30).values().iter().map(|v| v * 2f64.powi(power)).collect(),
        )
        .unwrap();
        assert!(Stl::of(&extreme).seasonal_window(7).robust().run().is_ok());
        assert!(Seasonality::of(&extreme).run().is_ok());
    }
}

#[test]
fn multiplicative_models_of_values_below_zero() {
    let series = quarterly(30).map("less", |v| v - 12.0).unwrap();
    let refused =
        |result: Result<Decomposition, Error>| refused(result, ErrorKind::Argument, &["above 0", "additively"]);
    refused(Stl::of(&series).model(Model::Multiplicative).run());
    refused(Classical::of(&series).model(Model::Multiplicative).run());
}

#[test]
fn settings_out_of_range() {
    let series = quarterly(30);
    let stl = || Stl::of(&series);
    for window in [0, 1, 4, usize::MAX] {
        refused(stl().seasonal_window(window).run(), ErrorKind::Argument, &["seasonal window", "odd"]);
        refused(stl().trend_window(window).run(), ErrorKind::Argument, &["trend window"]);
        refused(stl().low_pass_window(window).run(), ErrorKind::Argument, &["low-pass window"]);
    }
    refused(stl().degrees(2, 1, 1).run(), ErrorKind::Argument, &["degree 2"]);
    refused(stl().jumps(1, 0, 1).run(), ErrorKind::Argument, &["jump of 0"]);
    refused(stl().inner_iterations(0).run(), ErrorKind::Argument, &["0 inner"]);
    refused(stl().outer_iterations(1_001).run(), ErrorKind::Argument, &["1001 outer"]);
    assert!(stl().seasonal_window(SeasonalWindow::Years(999_999)).jumps(usize::MAX, 1, 1).run().is_ok());
    assert!(Seasonality::of(&series).run().unwrap().in_words(1.5).is_err());
}
