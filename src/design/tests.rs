use ndarray::{Array1, array};

use super::*;
use crate::{ErrorKind, Period};

fn annual(name: &str, year: i32, values: &[f64]) -> Series {
    Series::new(name, Period::annual(year), values.to_vec()).unwrap()
}

fn quarterly(name: &str, n: usize) -> Series {
    let start = Period::new(crate::Frequency::Quarterly, 2000, 3).unwrap();
    Series::new(name, start, (0..n).map(|t| (t * t) as f64).collect()).unwrap()
}

#[test]
fn series_are_aligned_by_date_and_lags_move_time() {
    let y = annual("y", 2000, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let x = annual("x", 2001, &[10.0, 20.0, 30.0, 40.0, 50.0]);
    let design = Design::of(&y).constant().lags(&x, 0..=1).trend().build().unwrap();
    assert_eq!(design.terms(), ["(Intercept)", "x", "lag(x, 1)", "trend()"]);
    assert_eq!(design.sample().to_string(), "2002 to 2005 (n = 4)");
    assert_eq!(design.y(), &array![3.0, 4.0, 5.0, 6.0]);
    assert_eq!(design.column("x").unwrap(), array![20.0, 30.0, 40.0, 50.0]);
    assert_eq!(design.column("lag(x, 1)").unwrap(), array![10.0, 20.0, 30.0, 40.0]);
    assert_eq!(design.column("trend()").unwrap(), array![3.0, 4.0, 5.0, 6.0]);
    assert!(design.x().column(1).to_slice().is_some(), "columns are contiguous");
    assert!(design.has_intercept());
}

#[test]
fn a_design_can_be_held_to_the_rows_of_another() {
    let y = annual("y", 2000, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let long = Design::of(&y).constant().lags(&y, 1..=2);
    let short = Design::of(&y).constant().lags(&y, 1..=1);
    let held = short.clone().on(&long.sample().unwrap()).build().unwrap();
    assert_eq!(held.stamps(), long.build().unwrap().stamps());
    let refused = long.on(&short.sample().unwrap()).build().unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Sample);
    assert!(refused.message().contains("2001 to 2005"), "{refused}");
}

#[test]
fn seasons_are_named_and_the_first_yields_to_the_constant() {
    let y = quarterly("y", 8);
    let with = Design::of(&y).constant().seasonal().build().unwrap();
    assert_eq!(with.terms(), ["(Intercept)", "season(Q2)", "season(Q3)", "season(Q4)"]);
    assert_eq!(with.column("season(Q3)").unwrap(), array![1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);
    let without = Design::of(&y).seasonal().build().unwrap();
    assert_eq!(without.terms()[0], "season(Q1)");
    assert_eq!(without.x().sum(), 8.0, "each quarter has one season");
    assert_eq!(Design::of(&y).seasonal().regressors(), 4);
    let yearly = annual("y", 2000, &[1.0, 2.0]);
    assert_eq!(Design::of(&yearly).seasonal().build().unwrap_err().kind(), ErrorKind::Frequency);
}

#[test]
fn dates_become_indicators_and_interactions() {
    let y = annual("y", 2000, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    let x = annual("x", 2000, &[3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0]);
    let from = Period::annual(2003);
    let design = Design::of(&y)
        .post(from)
        .between(Period::annual(2001), Period::annual(2002))
        .pulse(Period::annual(2005))
        .interaction(&x, Indicator::Post(from))
        .build()
        .unwrap();
    assert_eq!(design.terms(), ["post(2003)", "between(2001, 2002)", "pulse(2005)", "x:post(2003)"]);
    assert_eq!(design.x().row(2), array![0.0, 1.0, 0.0, 0.0]);
    assert_eq!(design.x().row(5), array![1.0, 0.0, 1.0, 9.0]);
    assert!(!design.has_intercept());
}

#[test]
fn a_date_at_another_frequency_is_answered_with_the_right_spelling() {
    let remedy = |indicator: Indicator, data: &str| {
        let error = indicator.check(data.parse().unwrap()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Frequency);
        error.to_string().split(" — ").nth(1).unwrap_or_default().to_owned()
    };
    let date = |text: &str| text.parse::<Period>().unwrap();
    assert_eq!(remedy(Indicator::Post(date("2010-06")), "2001H1"), "write post(2010H2)");
    assert_eq!(remedy(Indicator::Post(date("2010-07")), "2001H1"), "write post(2010H2)");
    assert_eq!(remedy(Indicator::Post(date("2010-06")), "2001"), "write post(2011)");
    assert_eq!(remedy(Indicator::Post(date("2010H2")), "2001-01"), "write post(2010-07)");
    assert_eq!(remedy(Indicator::Pulse(date("2010Q2")), "2001"), "write pulse(2010)");
    assert_eq!(remedy(Indicator::Pulse(date("2010")), "2001Q1"), "write between(2010Q1, 2010Q4)");
    let years = Indicator::Between(date("2010"), date("2011"));
    assert_eq!(remedy(years, "2001-01"), "write between(2010-01, 2011-12)");
    let months = Indicator::Between(date("2010-02"), date("2011-09"));
    assert_eq!(remedy(months, "2001Q1"), "write between(2010Q2, 2011Q3)");
    let spring = Indicator::Between(date("2010-03"), date("2010-05"));
    assert_eq!(remedy(spring, "2001"), "write pulse(2010)");
}

#[test]
fn what_cannot_be_built_is_refused_with_the_count_or_the_date() {
    let y = annual("y", 2000, &[1.0, 2.0, 3.0]);
    let x = annual("x", 2010, &[1.0, 2.0, 3.0]);
    let refusal = |builder: DesignBuilder<'_>| builder.build().unwrap_err().to_string();
    assert!(refusal(Design::of(&y).constant().regressor(&x)).contains("`x` 2010 to 2012"));
    assert!(refusal(Design::of(&y).constant().lags(&y, 1..=1).trend()).contains("3 regressors of `y`"));
    assert!(refusal(Design::of(&y).lags(&y, 1..=usize::MAX)).contains("all its 3 observations"));
    assert!(refusal(Design::of(&y).lags(&y, usize::MAX..=usize::MAX)).contains("no period has all"));
    assert!(refusal(Design::of(&y).constant().post(Period::annual(2010))).contains("is 0 in every row"));
    assert!(refusal(Design::of(&y).constant().post("2001-02".parse().unwrap())).contains("write post(2002)"));
    assert!(refusal(Design::of(&y).regressor(&y).regressor(&y)).contains("two regressors named `y`"));
    assert!(refusal(Design::of(&y).regressor(&quarterly("q", 4))).contains("quarterly"));
    assert!(refusal(Design::of(&y)).contains(".constant()"));
    let p = 0;
    assert!(Design::of(&y).constant().lags(&y, 1..=p).build().is_ok(), "no lag is a model too");
}

#[test]
fn designs_can_be_narrowed_and_widened_on_the_same_rows() {
    let y = annual("y", 2000, &[1.0, 2.0, 4.0, 3.0]);
    let full = Design::of(&y).constant().trend().build().unwrap();
    let restricted = full.without(&["trend()"]).unwrap();
    assert_eq!(restricted.terms(), ["(Intercept)"]);
    assert_eq!(restricted.with_columns([("trend()", full.column("trend()").unwrap().to_owned())]).unwrap(), full);
    assert_eq!(full.subset_terms(&["trend()", "(Intercept)"]).unwrap().terms(), ["trend()", "(Intercept)"]);
    assert_eq!(full.rows(2..4).unwrap().sample().to_string(), "2002 to 2003 (n = 2)");
    assert!(full.rows(2..4).unwrap().x().column(1).to_slice().is_some());
    assert!(full.rows(3..5).is_err());
    assert!(full.without(&["trend"]).unwrap_err().to_string().contains("did you mean `trend()`"));
    assert!(full.without(full.terms()).is_err());
    assert!(full.with_columns([("trend()", Array1::zeros(4))]).is_err());
    assert!(full.with_columns([("z", Array1::zeros(3))]).is_err());
    assert!(full.with_columns([("z", Array1::from_elem(4, f64::NAN))]).is_err());
}
