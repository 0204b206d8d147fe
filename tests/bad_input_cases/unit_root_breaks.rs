//! What the tests with breaks refuse, and what they call not identified.

use yalu::unit_root::{BreakIn, Breaks, LagRule, Lags, LeeStrazicich, LmModel, ZivotAndrews};
use yalu::{ErrorKind, HypothesisTest, Period, Series};

use super::expect::{not_identified, refused};

fn series(values: impl IntoIterator<Item = f64>) -> Series {
    Series::new("price", Period::annual(2001), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(n: u32) -> Series {
    series((1..=n).map(|i| f64::from((i * i * 37 + i * 11) % 101)))
}

#[test]
fn a_constant_is_named() {
    refused(ZivotAndrews::of(&series(vec![3.0; 40])).run(), ErrorKind::Constant, &["`price`"]);
    refused(LeeStrazicich::of(&series(vec![3.0; 40])).run(), ErrorKind::Constant, &["`price`"]);
}

#[test]
fn an_exact_trend_has_no_random_part() {
    let trend = series((0..40).map(f64::from));
    refused(ZivotAndrews::of(&trend).lags(0).run(), ErrorKind::Collinear, &["price"]);
    refused(LeeStrazicich::of(&trend).lags(0).run(), ErrorKind::Collinear, &["price"]);
}

#[test]
fn too_few_observations_are_counted() {
    let short = noise(9);
    refused(
        ZivotAndrews::of(&short).lags(2).run(),
        ErrorKind::Sample,
        &["needs 10 observations", "found 9", "fewer lags"],
    );
    refused(ZivotAndrews::of(&short).lags(usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    refused(LeeStrazicich::of(&short).lags(2).run(), ErrorKind::Sample, &["needs 12 observations", "found 9"]);
    refused(LeeStrazicich::of(&short).lags(usize::MAX).run(), ErrorKind::Sample, &["found 9"]);
    let many = Lags::up_to(LagRule::TStat, 30);
    refused(ZivotAndrews::of(&noise(40)).lags(many).run(), ErrorKind::Sample, &["0 to 30 lags", "at most"]);
    refused(LeeStrazicich::of(&noise(40)).lags(many).run(), ErrorKind::Sample, &["at most 14 lags"]);
}

#[test]
fn a_window_without_dates_is_refused() {
    let series = noise(40);
    for trim in [-0.1, 0.5, f64::NAN] {
        refused(ZivotAndrews::of(&series).trim(trim).run(), ErrorKind::Argument, &["trim"]);
        refused(LeeStrazicich::of(&series).trim(trim).run(), ErrorKind::Argument, &["trim"]);
    }
    refused(LeeStrazicich::of(&series).trim(0.49).lags(0).run(), ErrorKind::Sample, &["no room for the breaks"]);
    let late = ZivotAndrews::of(&series).break_in(BreakIn::Trend).trim(0.49);
    assert!(late.lags(0).run().is_ok_and(|result| result.path().len() <= 2));
}

#[test]
fn few_degrees_of_freedom_are_not_identified() {
    not_identified(&ZivotAndrews::of(&noise(10)).lags(1).run().unwrap().report(), &["fewer than 5"]);
    let one = LeeStrazicich::of(&noise(12)).breaks(Breaks::One).model(LmModel::Crash).lags(3).run().unwrap();
    not_identified(&one.report(), &["fewer than 5"]);
}

/// Two breaks and eight lags fit an explosion so well that its own regression estimates a root far below one and rejects: the
/// reader is told what the series is.
#[test]
fn a_rejection_by_breaks_does_not_hide_an_explosion() {
    let explosive = series((0..60).map(|t| 1.2_f64.powi(t) + f64::from(t * t * 37 % 101) / 200.0));
    let result = LeeStrazicich::of(&explosive).run().unwrap();
    assert!(result.coefficient() < 0.0 && result.report().rejects(0.05) == Some(true), "{}", result.report());
    let told = |note: &yalu::Note| note.text().contains("root of price is above one");
    assert!(result.report().notes.iter().any(told), "{}", result.report());
}

/// Eight observations less five dummies and a level fit anything: that is a short sample, not an exact trend.
#[test]
fn a_sample_that_its_dummies_use_up_is_too_short() {
    let price = [10.3, 11.1, 10.2, 12.4, 12.9, 11.8, 13.1, 13.0];
    match LeeStrazicich::of(&series(price)).lags(0).run() {
        Ok(result) => not_identified(&result.report(), &["fewer than 5"]),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Sample, "{error}");
            assert!(error.to_string().contains("1 residual degree of freedom, fewer than 5"), "{error}");
        }
    }
}

/// An explosive series has a τ above any critical value, and a table that ends says so.
#[test]
fn an_explosion_is_no_rejection() {
    let explosive = series((0..60).map(|t| 1.08_f64.powi(t) + f64::from(t * t * 37 % 11) / 10.0));
    let result = ZivotAndrews::of(&explosive).lags(0).run().unwrap();
    assert_eq!(result.reports()[1].rejects(0.10), Some(false));
    assert!(result.report().notes.iter().any(|note| note.text().contains("above one")), "{}", result.report());
    let result = LeeStrazicich::of(&explosive).breaks(Breaks::One).lags(0).run().unwrap();
    assert!(result.report().statistic().is_some_and(f64::is_finite));
    assert!(result.report().notes.iter().any(|note| note.text().contains("above one")), "{}", result.report());
}
