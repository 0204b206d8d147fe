//! Tests for breaks at dates that are not known and intervals of dates, by our own simulation: how often a true null is
//! rejected at 5 %, and how often an interval covers. Bounds are what the literature or theory says, plus four Monte Carlo
//! standard errors.

use yalu::breaks::bai_perron::Intervals;
use yalu::breaks::sup_f::{BreakErrors, BreakStatistic};
use yalu::breaks::{BaiPerron, RegimeErrors, SupF};
use yalu::regression::{Bandwidth, Covariance, Hac, Kernel};
use yalu::resampling::{Rate, Stream, Streams};
use yalu::{Design, HypothesisTest, Indicator, Period, Series};

const START: i32 = 1800;

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(START), values).unwrap()
}

fn mean(y: Vec<f64>) -> Design {
    Design::of(&series("y", y)).constant().build().unwrap()
}

fn normals(stream: &mut Stream, n: usize) -> Vec<f64> {
    (0..n).map(|_| stream.standard_normal()).collect()
}

/// An autoregression with this coefficient, started twenty periods before.
fn autoregression(stream: &mut Stream, n: usize, rho: f64) -> Vec<f64> {
    let mut level = 0.0;
    let all: Vec<f64> = (0..n + 20)
        .map(|_| {
            level = rho * level + stream.standard_normal();
            level
        })
        .collect();
    all[20..].to_vec()
}

/// How often each of several things happens.
fn rates<const K: usize>(seed: u64, draws: u64, happens: impl Fn(&mut Stream) -> [bool; K]) -> [Rate; K] {
    let mut counts = [0; K];
    for draw in 0..draws {
        let mut stream = Streams::new(seed).replication(draw);
        counts.iter_mut().zip(happens(&mut stream)).for_each(|(count, happened)| *count += usize::from(happened));
    }
    counts.map(|count| Rate { count, replications: draws as usize })
}

#[track_caller]
fn assert_between(rate: Rate, low: f64, high: f64, what: &str) {
    let slack = 4.0 * rate.std_error();
    println!("{what}: {rate}");
    assert!(rate.value() > low - slack && rate.value() < high + slack, "{what}: {rate}");
}

/// Independent errors: the three functionals, the maxima and sup F(2) hold their level at 120 rows.
#[test]
fn independent_errors() {
    let [sup, ave, exp, udmax, two] = rates(1, 500, |stream| {
        let design = mean(normals(stream, 120));
        let search = SupF::of(&design).run().unwrap();
        let several = BaiPerron::of(&design).breaks(5).run().unwrap();
        let [sup, ave, exp] = [0, 1, 2].map(|i| search.reports()[i].rejects(0.05).unwrap());
        [sup, ave, exp, several.report().rejects(0.05).unwrap(), several.sup_f(2).unwrap().rejects(0.05).unwrap()]
    });
    for (rate, what) in [(sup, "sup"), (ave, "ave"), (exp, "exp"), (udmax, "UDmax"), (two, "sup F(2)")] {
        assert_between(rate, 0.03, 0.06, what);
    }
}

/// Errors of first-order correlation ½: the classical test rejects more than a third of true nulls; a long-run covariance brings
/// that down, prewhitening further (Andrews and Monahan 1992), though not to the level. The page says so.
#[test]
fn correlated_errors() {
    let prewhitened = Hac::new(Kernel::QuadraticSpectral, Bandwidth::Andrews).prewhitened();
    let [classical, plain, white] = rates(2, 200, |stream| {
        let design = mean(autoregression(stream, 120, 0.5));
        let rejects = |covariance| {
            let search = SupF::of(&design).covariance(covariance).run().unwrap();
            search.report().rejects(0.05).unwrap()
        };
        [
            rejects(Covariance::Classical),
            rejects(Covariance::Hac(Hac::andrews(Kernel::QuadraticSpectral))),
            rejects(Covariance::Hac(prewhitened)),
        ]
    });
    println!("classical {classical}, andrews {plain}, prewhitened {white}");
    assert!(classical.value() > 0.3, "{classical}");
    assert!(plain.value() < classical.value() - 4.0 * plain.std_error(), "{plain}, {classical}");
    assert!(white.value() < plain.value() - 2.0 * plain.std_error(), "{white}, {plain}");
    assert_between(white, 0.02, 0.12, "prewhitened");
}

/// Variances that follow the regressor: HC1 brings the size down from where the classical test has it.
#[test]
fn heteroskedastic_errors() {
    let [classical, robust] = rates(3, 200, |stream| {
        let x = normals(stream, 150);
        let y: Vec<f64> = x.iter().map(|x| (0.2 + 1.5 * x.abs()) * stream.standard_normal()).collect();
        let (x, y) = (series("x", x), series("y", y));
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let rejects = |covariance| {
            SupF::of(&design).changing(["x"]).covariance(covariance).run().unwrap().report().rejects(0.05).unwrap()
        };
        [rejects(Covariance::Classical), rejects(Covariance::Hc3)]
    });
    println!("classical {classical}, HC3 {robust}");
    assert!(classical.value() > 0.2, "{classical}");
    assert_between(robust, 0.02, 0.10, "HC3");
}

/// The slope breaks at a known date, the constant does not: with that break in the model the test of the constant holds its
/// level, without it it does not.
#[test]
fn a_partial_test_keeps_its_size_beside_the_break_of_others() {
    let [with, without] = rates(4, 400, |stream| {
        let x: Vec<f64> = normals(stream, 120).iter().map(|x| 1.0 + x).collect();
        let y = (0..120).map(|t| if t < 50 { 0.5 } else { 1.5 } * x[t] + stream.standard_normal()).collect();
        let (x, y) = (series("x", x), series("y", y));
        let date = Indicator::Post(Period::annual(START + 50));
        let own = Design::of(&y).constant().regressor(&x);
        let rejects = |design: &Design| {
            SupF::of(design).changing([Design::INTERCEPT]).run().unwrap().report().rejects(0.05).unwrap()
        };
        [rejects(&own.clone().interaction(&x, date).build().unwrap()), rejects(&own.build().unwrap())]
    });
    assert_between(with, 0.03, 0.06, "with the other break in the model");
    assert!(without.value() > 0.5, "{without}");
}

/// One break that is there: the test of a second holds its level, that of none rejects.
#[test]
fn one_break_more() {
    let [none, second] = rates(5, 400, |stream| {
        let y = (0..150).map(|t| if t < 70 { 0.0 } else { 2.0 } + stream.standard_normal()).collect();
        let design = mean(y);
        let found = BaiPerron::of(&design).breaks(2).run().unwrap();
        [found.sup_f(1).unwrap().rejects(0.05).unwrap(), found.one_more(1).unwrap().rejects(0.05).unwrap()]
    });
    assert!(none.value() > 0.99, "{none}");
    assert_between(second, 0.025, 0.06, "sup F(2|1)");
}

/// A break of one standard deviation: intervals of 95 % and 90 % cover about as often as they say (Bai 1997 finds 0.90 to
/// 0.97 for breaks of this size); a variance that changes too is what the default allows for.
#[test]
fn coverage_of_dates() {
    let [wide, narrow, by_regime] = rates(6, 400, |stream| {
        let errors = normals(stream, 160);
        let shifted = |scale: f64, shift: f64| {
            mean(errors.iter().enumerate().map(|(t, e)| if t < 70 { *e } else { shift + scale * e }).collect())
        };
        let covers = |design: &Design, settings: Intervals| {
            let found = BaiPerron::of(design).breaks(1).run().unwrap();
            let interval = found.partition(1).unwrap().intervals(settings).unwrap()[0];
            interval.lower <= 70 && 70 <= interval.upper
        };
        let (same, other) = (shifted(1.0, 1.0), shifted(2.0, 1.5));
        [
            covers(&same, Intervals::default()),
            covers(&same, Intervals { level: 0.90, errors: RegimeErrors::OneVariance, ..Intervals::default() }),
            covers(&other, Intervals::default()),
        ]
    });
    assert_between(wide, 0.90, 0.98, "95 %");
    assert_between(narrow, 0.85, 0.95, "90 %");
    assert_between(by_regime, 0.88, 0.98, "95 %, variance by regime");
}

/// A regressor whose variance changes by itself: Hansen's (2000) case, in which the tabulated law is wrong. The bootstrap is right in
/// large samples, and at 60 rows far nearer.
#[test]
fn the_bootstrap_where_regressors_break() {
    let [table, bootstrap] = rates(7, 150, |stream| {
        let x: Vec<f64> = (0..60).map(|t| if t < 30 { 0.2 } else { 4.0 } * stream.standard_normal()).collect();
        let y = normals(stream, 60).iter().zip(&x).map(|(e, x)| e * (0.2 + x.abs())).collect();
        let (x, y) = (series("x", x), series("y", y));
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let found = SupF::of(&design).statistic(BreakStatistic::F).run().unwrap();
        let drawn = found.bootstrap(BreakErrors::Heteroskedastic, 99, 1).unwrap();
        [found.report().rejects(0.05).unwrap(), drawn.sup <= 0.05]
    });
    println!("table {table}, bootstrap {bootstrap}");
    assert!(table.value() > 0.4, "{table}");
    assert_between(bootstrap, 0.02, 0.10, "bootstrap");
}
