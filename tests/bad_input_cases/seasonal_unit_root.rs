//! What the test for seasonal unit roots refuses, and what it calls not identified.

use yalu::regression::Criterion;
use yalu::unit_root::{Hegy, Lags, SeasonalLaw, SeasonalTerms};
use yalu::{ErrorKind, HypothesisTest, Outcome, Period, Series};

use super::expect::refused;

fn series(start: &str, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new("sales", start.parse::<Period>().unwrap(), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(start: &str, n: u32) -> Series {
    series(start, (1..=n).map(|i| f64::from((i * i * i * 7 + i * i * 37) % 101)))
}

#[test]
fn annual_data_have_no_seasons() {
    refused(Hegy::of(&noise("1950", 60)).run(), ErrorKind::Frequency, &["`sales`", "annual", "Adf"]);
}

#[test]
fn what_does_not_vary_is_named() {
    refused(Hegy::of(&series("1990Q1", vec![3.0; 60])).run(), ErrorKind::Constant, &["`sales`"]);
    let pattern = series("1990Q1", (0..60).map(|t| [3.0, 1.0, 2.0, 5.0][t % 4] + (t / 4) as f64));
    refused(Hegy::of(&pattern).run(), ErrorKind::Constant, &["every year of `sales`"]);
}

#[test]
fn too_few_observations_are_counted() {
    let words = ["HEGY on `sales` needs 15 observations", "4 deterministic terms", "found 14", "fewer lags"];
    refused(Hegy::of(&noise("1990Q1", 14)).lags(1).run(), ErrorKind::Sample, &words);
    refused(Hegy::of(&noise("1990-01", 30)).run(), ErrorKind::Sample, &["12 seasons", "found 30"]);
    refused(Hegy::of(&noise("1990Q1", 40)).lags(usize::MAX).run(), ErrorKind::Sample, &["found 40"]);
    let many = Lags::up_to(Criterion::Aic, 30);
    refused(Hegy::of(&noise("1990Q1", 40)).lags(many).run(), ErrorKind::Sample, &["30 lags", "found 40"]);
    refused(Hegy::of(&noise("1990Q1", 3)).lags(0).run(), ErrorKind::Sample, &["found 3"]);
}

#[test]
fn few_degrees_of_freedom_are_not_identified() {
    let report = Hegy::of(&noise("1990Q1", 15)).lags(0).run().unwrap().report();
    let Outcome::NotApplicable { because } = &report.outcome else { panic!("a number: {:?}", report.outcome) };
    assert!(because.starts_with("not identified: 11 rows less 8 coefficients"), "{because}");
}

#[test]
fn a_law_that_cannot_be_had_is_refused() {
    let sales = noise("1990Q1", 60);
    let few = SeasonalLaw::Drawn { draws: 10, seed: 1 };
    refused(Hegy::of(&sales).law(few).run(), ErrorKind::Argument, &["10 draws", "4,999"]);
    let bare = Hegy::of(&sales).terms(SeasonalTerms::None).law(SeasonalLaw::Surfaces);
    refused(bare.run(), ErrorKind::Argument, &["no response surface"]);
}

#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let mut level = 1.0;
    let shocks = noise("1990Q1", 60);
    let next = |shock: &f64| {
        level = 1.1 * level + shock / 100.0;
        level
    };
    let grows = series("1990Q1", shocks.values().iter().map(next).collect::<Vec<_>>());
    let report = Hegy::of(&grows).terms(SeasonalTerms::Constant).lags(0).run().unwrap().report();
    assert!(report.statistic().is_some_and(f64::is_finite));
    assert!(report.notes.iter().any(|note| note.text().contains("above one")), "{report}");
}
