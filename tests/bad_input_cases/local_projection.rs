//! What local projections refuse, and which horizons they call not identified.

use yalu::local_projection::{LocalProjection, Regime, State};
use yalu::{ErrorKind, Indicator, Period, Series};

use super::expect::refused;

fn series(name: &str, start: i32, values: impl IntoIterator<Item = f64>) -> Series {
    Series::new(name, Period::annual(start), values.into_iter().collect()).unwrap()
}

/// Values without a pattern.
fn noise(name: &str, seed: u32, n: u32) -> Series {
    series(name, 1901, (1..=n).map(|i| f64::from((i * i * 37 + seed * i * 11 + seed) % 101) - 50.0).collect::<Vec<_>>())
}

#[test]
fn series_that_cannot_be_projected_are_named() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let asked = || LocalProjection::of(&x, &y).horizon(2);
    let flat = series("flat", 1901, vec![2.0; 40]);
    refused(asked().controls(&[&flat]).run(), ErrorKind::Constant, &["`flat`"]);
    refused(LocalProjection::of(&flat, &y).run(), ErrorKind::Constant, &["`flat`"]);
    refused(asked().controls(&[&x]).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(asked().before(&[&x]).run(), ErrorKind::Argument, &["`x`", "before itself"]);
    let later = series("later", 2000, y.values().to_vec());
    refused(LocalProjection::of(&x, &later).run(), ErrorKind::Sample, &["no date in common"]);
    let sum = series("sum", 1901, x.values().iter().zip(y.values()).map(|(a, b)| 2.0 * a - b).collect::<Vec<_>>());
    refused(asked().controls(&[&sum]).run(), ErrorKind::Collinear, &["sum"]);
    refused(asked().seasonal().run(), ErrorKind::Frequency, &["no seasons"]);
    refused(asked().post(Period::annual(2050)).run(), ErrorKind::Constant, &["post(2050)"]);
    refused(asked().run().expect("projections").tidy(1.0), ErrorKind::Argument, &["coverage of 1"]);
}

#[test]
fn states_that_do_not_divide_the_sample() {
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let asked = |state| LocalProjection::of(&x, &y).horizon(2).state(state);
    refused(asked(State::Dates(Indicator::Post(Period::annual(2050)))).run(), ErrorKind::Constant, &["post(2050)"]);
    refused(asked(State::Lagged(&y)).run(), ErrorKind::Argument, &["`y`", "between 0 and 1"]);
    let always = series("always", 1890, vec![1.0; 60]);
    refused(asked(State::Lagged(&always)).run(), ErrorKind::Constant, &["lag(always, 1)"]);
    let short = series("short", 1901, (0..20).map(|t| f64::from(t % 2)));
    refused(asked(State::Lagged(&short)).run(), ErrorKind::Sample, &["short"]);
    let both = asked(State::Dates(Indicator::Post(Period::annual(1920)))).multiplier();
    refused(both.run(), ErrorKind::Argument, &["multiplier by state"]);
}

#[test]
fn horizons_run_out_and_say_so() {
    let (x, y) = (noise("x", 1, 16), noise("y", 2, 16));
    let found = LocalProjection::of(&x, &y).lags(2).horizon(8).run().expect("projections");
    // Rows 14 − h less six coefficients.
    assert!(found.at(3, Regime::All).is_some() && found.at(4, Regime::All).is_none());
    let rows = found.tidy(0.95).expect("rows");
    let because = rows[8].because.as_deref().expect("a reason");
    assert!(because.contains("not identified: 6 rows less 6 coefficients"), "{because}");
    let text = found.table().to_string();
    assert!(text.contains("n/a (a): not identified: 10 rows less 6 coefficients"), "{text}");
    assert!(
        LocalProjection::of(&x, &y)
            .lags(2)
            .horizon(8)
            .min_df(9)
            .run()
            .expect("projections")
            .at(0, Regime::All)
            .is_none()
    );
    refused(LocalProjection::of(&x, &y).lags(16).run(), ErrorKind::Sample, &["16 lags leave no row"]);
    refused(LocalProjection::of(&x, &y).lags(usize::MAX).run(), ErrorKind::Sample, &["leave no row"]);
    // A dummy that the last rows alone have does not vary where they are gone.
    let (x, y) = (noise("x", 1, 40), noise("y", 2, 40));
    let found = LocalProjection::of(&x, &y).horizon(6).pulse(Period::annual(1938)).run().expect("projections");
    assert!(found.at(2, Regime::All).is_some() && found.at(3, Regime::All).is_none());
}
