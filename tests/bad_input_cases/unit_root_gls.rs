//! What DF-GLS, the point-optimal test, Schmidt–Phillips and the summary of orders refuse or call not identified.

use yalu::regression::Criterion;
use yalu::unit_root::{DfGls, ErsPointOptimal, IntegrationOrder, LagRule, Lags, SchmidtPhillips, Terms};
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
fn a_series_without_a_random_part_is_named() {
    let flat = series([4.0; 20]);
    refused(DfGls::of(&flat).run(), ErrorKind::Constant, &["`price`", "does not vary"]);
    refused(ErsPointOptimal::of(&flat).run(), ErrorKind::Constant, &["`price`"]);
    refused(SchmidtPhillips::of(&flat).run(), ErrorKind::Constant, &["`price`"]);
    refused(IntegrationOrder::of(&[&noise(30), &flat]).run(), ErrorKind::Constant, &["`price`"]);
    let line = series((0..20).map(|t| 0.1 * f64::from(t) + 0.3));
    refused(DfGls::of(&line).terms(Terms::Trend).run(), ErrorKind::Constant, &["nothing is left of `price`", "trend"]);
    refused(ErsPointOptimal::of(&line).terms(Terms::Trend).run(), ErrorKind::Constant, &["nothing is left"]);
    refused(SchmidtPhillips::of(&line).run(), ErrorKind::Constant, &["nothing is left of `price`", "linear trend"]);
    let parabola = series((0..20).map(|t| f64::from(t * t)));
    refused(SchmidtPhillips::of(&parabola).degree(2).run(), ErrorKind::Constant, &["quadratic trend"]);
}

#[test]
fn too_few_observations_are_counted() {
    let short = noise(9);
    let words = ["DF-GLS on `price` needs 11 observations", "found 9", "fewer lags"];
    refused(DfGls::of(&short).lags(4).run(), ErrorKind::Sample, &words);
    let words = ["ERS point-optimal on `price` needs 12 observations", "found 9"];
    refused(ErsPointOptimal::of(&short).lags(4).run(), ErrorKind::Sample, &words);
    let words = ["Schmidt–Phillips on `price` needs 8 observations (trend of degree 4)", "found 5"];
    refused(SchmidtPhillips::of(&noise(5)).degree(4).run(), ErrorKind::Sample, &words);
    refused(
        SchmidtPhillips::of(&short).bandwidth(8).run(),
        ErrorKind::Sample,
        &["8 Bartlett lags need 9 residuals", "found 8"],
    );
    for huge in [usize::MAX, usize::MAX / 2] {
        refused(DfGls::of(&short).lags(huge).run(), ErrorKind::Sample, &["found 9"]);
        refused(ErsPointOptimal::of(&short).lags(huge).run(), ErrorKind::Sample, &["found 9"]);
        refused(SchmidtPhillips::of(&short).bandwidth(huge).run(), ErrorKind::Sample, &["found 8"]);
    }
    refused(DfGls::of(&short).lags(Lags::up_to(LagRule::ModifiedAic, 5)).run(), ErrorKind::Sample, &["found 9"]);
    refused(ErsPointOptimal::of(&short).lags(Lags::up_to(Criterion::Bic, 5)).run(), ErrorKind::Sample, &["found 9"]);
}

#[test]
fn too_few_degrees_of_freedom_are_not_identified() {
    let short = noise(11);
    not_identified(&DfGls::of(&short).lags(3).run().unwrap().report(), &["7 rows less 4 coefficients", "fewer than 5"]);
    not_identified(&ErsPointOptimal::of(&short).lags(3).run().unwrap().report(), &["7 rows less 5 coefficients"]);
    assert!(DfGls::of(&short).lags(3).min_df(2).run().unwrap().report().statistic().is_some());
    let six = noise(6);
    not_identified(&SchmidtPhillips::of(&six).run().unwrap().report(), &["5 rows less 2 coefficients"]);
    // Enough for the regression, too few for the table of its law.
    let nine = noise(9);
    not_identified(&DfGls::of(&nine).lags(0).run().unwrap().report(), &["from 10 observations on", "price has 9"]);
    not_identified(&ErsPointOptimal::of(&nine).lags(0).run().unwrap().report(), &["not known at 9 observations"]);
    not_identified(&SchmidtPhillips::of(&nine).run().unwrap().report(), &["from 10 observations on"]);
}

#[test]
fn other_terms_are_refused() {
    let x = noise(40);
    for terms in [Terms::None, Terms::Quadratic] {
        refused(DfGls::of(&x).terms(terms).run(), ErrorKind::Argument, &["has no law", "choose a constant"]);
        refused(ErsPointOptimal::of(&x).terms(terms).run(), ErrorKind::Argument, &["has no law"]);
        refused(
            IntegrationOrder::of(&[&x]).terms(terms).run(),
            ErrorKind::Argument,
            &["deterministic terms in levels"],
        );
    }
    for degree in [0, 5, usize::MAX] {
        refused(SchmidtPhillips::of(&x).degree(degree).run(), ErrorKind::Argument, &["degree", "1 to 4"]);
    }
    refused(IntegrationOrder::of(&[]).run(), ErrorKind::Argument, &["at least one"]);
}

#[test]
fn an_explosive_series_is_computed_with_a_note() {
    let mut level = 1.0;
    let grows = series((0..60).map(|t| {
        level = 1.08 * level + 0.2 * f64::from((t * t * 37 + t * 11) % 101) / 101.0;
        level
    }));
    let gls = DfGls::of(&grows).lags(0).run().unwrap().report();
    assert!(gls.notes.iter().any(|note| note.text().contains("above one")), "{gls}");
    assert_eq!(gls.rejects(0.05), Some(false));
    let ers = ErsPointOptimal::of(&grows).lags(0).run().unwrap().report();
    assert!(ers.p().is_some() && ers.notes.iter().any(|note| note.text().contains("above one")), "{ers}");
    // Detrended by its mean change a series returns to zero, whatever it is: the estimated root is below one.
    assert!(SchmidtPhillips::of(&grows).run().unwrap().report().p().is_some());
}

#[test]
fn an_exact_autoregression_has_no_statistic() {
    let geometric = series((0..20).map(|t| 0.5_f64.powi(t)));
    assert!(DfGls::of(&geometric).lags(3).run().is_err());
    assert!(ErsPointOptimal::of(&geometric).lags(3).run().is_err());
}

#[test]
fn a_level_is_a_probability() {
    let result = IntegrationOrder::of(&[&noise(40)]).run().unwrap();
    for level in [0.0, 1.0, 5.0, f64::NAN] {
        refused(result.in_words(level), ErrorKind::Argument, &["level"]);
        refused(result.table_at(level), ErrorKind::Argument, &["level"]);
    }
}

/// Lags and detrending bring a test's own estimate below one: the note does not depend on it.
#[test]
fn no_lags_hide_an_explosion() {
    let explosive = series((0..60).map(|t| 1.2_f64.powi(t) + f64::from(t * t * 37 % 101) / 200.0));
    for report in [
        DfGls::of(&explosive).run().unwrap().report(),
        ErsPointOptimal::of(&explosive).run().unwrap().report(),
        SchmidtPhillips::of(&explosive).run().unwrap().report(),
    ] {
        assert!(report.statistic().is_some_and(f64::is_finite), "{report}");
        assert!(report.notes.iter().any(|note| note.text().contains("above one")), "{report}");
    }
    let order = IntegrationOrder::of(&[&explosive]).run().unwrap();
    let words = order.in_words(0.05).unwrap();
    assert!(words.contains("if it explodes it has no order of integration"), "{words}");
    let noise = IntegrationOrder::of(&[&noise(60)]).run().unwrap();
    assert!(!noise.in_words(0.05).unwrap().contains("explodes"));
}
