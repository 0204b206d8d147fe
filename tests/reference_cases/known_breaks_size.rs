//! Tests at known dates and at the end of a sample, by our own simulation: how often a true null is rejected at 5 %.

use yalu::breaks::sup_f::BreakStatistic;
use yalu::breaks::{Chow, EndOfSample, KnownBreaks, SupF};
use yalu::regression::Covariance;
use yalu::resampling::{Rate, Stream, Streams};
use yalu::{Design, HypothesisTest, Indicator, Period, Series};

const START: i32 = 1800;

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(START), values).unwrap()
}

fn year(row: usize) -> Period {
    Period::annual(START + row as i32)
}

/// An autoregression with this coefficient, started fifty periods before.
fn autoregression(rho: f64, n: usize, mut shock: impl FnMut() -> f64) -> Vec<f64> {
    let mut level = 0.0;
    let all: Vec<f64> = (0..n + 50)
        .map(|_| {
            level = rho * level + shock();
            level
        })
        .collect();
    all[50..].to_vec()
}

/// Student's t with three degrees of freedom.
fn heavy(stream: &mut Stream) -> f64 {
    let square: f64 = (0..3).map(|_| stream.standard_normal().powi(2)).sum();
    stream.standard_normal() / (square / 3.0).sqrt()
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

/// Whether Andrews' test and the predictive Chow test reject at 5 % that the last m rows are as the n before: a constant and one
/// autoregressive regressor.
fn last_rows(stream: &mut Stream, n: usize, m: usize, rho: f64, shock: fn(&mut Stream) -> f64) -> [bool; 2] {
    let x = autoregression(rho, n + m, || stream.standard_normal());
    let y = autoregression(rho, n + m, || shock(stream));
    let design = Design::of(&series("y", y)).constant().regressor(&series("x", x)).build().unwrap();
    let rejects = |test: &dyn HypothesisTest| test.report().rejects(0.05).unwrap();
    let andrews = EndOfSample::at(&design, year(n)).run().unwrap();
    let chow = Chow::of(&design).at(year(n)).run().unwrap();
    [rejects(&andrews), rejects(&chow)]
}

/// Andrews' test nearly holds its level with normal, heavy-tailed and correlated errors; Chow's F does not with correlated ones.
#[test]
fn the_end_of_a_sample() {
    const DRAWS: u64 = 1000;
    let normal = |stream: &mut Stream| stream.standard_normal();
    for (n, m, rho, shock, what, andrews, chow) in [
        (100, 1, 0.0, normal as fn(&mut Stream) -> f64, "100 rows, m = 1, normal", [0.04, 0.07], [0.04, 0.06]),
        (100, 1, 0.0, heavy, "100 rows, m = 1, t(3)", [0.04, 0.07], [0.02, 0.08]),
        (100, 4, 0.5, normal, "100 rows, m = 4, AR(1)", [0.04, 0.08], [0.10, 0.20]),
        (250, 4, 0.5, normal, "250 rows, m = 4, AR(1)", [0.04, 0.07], [0.10, 0.20]),
        (100, 4, 0.0, heavy, "100 rows, m = 4, t(3)", [0.04, 0.08], [0.04, 0.10]),
    ] {
        let [own, theirs] = rates(1, DRAWS, |stream| last_rows(stream, n, m, rho, shock));
        assert_between(own, andrews[0], andrews[1], &format!("{what}: Andrews"));
        assert_between(theirs, chow[0], chow[1], &format!("{what}: Chow"));
    }
}

/// A variance that is nine times as large in the second of three regimes, which is the shortest: F of one variance rejects far too
/// often, Wald's with HC0 too often, with HC3 a little, LM not.
#[test]
fn two_dates_and_two_variances() {
    let [classical, wald, hc3, lm] = rates(2, 1000, |stream| {
        let n = 100;
        let x = series("x", (0..n).map(|_| stream.standard_normal()).collect());
        let scale = |t: usize| if (40..60).contains(&t) { 3.0 } else { 1.0 };
        let y = series("y", (0..n).map(|t| scale(t) * stream.standard_normal()).collect());
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let asked = KnownBreaks::of(&design).at([year(40), year(60)]);
        let p = |covariance: Covariance, convention: &str| {
            asked.clone().covariance(covariance).run().unwrap().p_value(convention).unwrap() < 0.05
        };
        [p(Covariance::Classical, "F"), p(Covariance::Hc0, "F"), p(Covariance::Hc3, "F"), p(Covariance::Hc0, "lm")]
    });
    assert_between(classical, 0.20, 0.30, "classical F");
    assert_between(wald, 0.10, 0.20, "Wald, HC0");
    assert_between(hc3, 0.05, 0.10, "Wald, HC3");
    assert_between(lm, 0.02, 0.06, "LM, HC0");
}

/// A large change of the constant at the date: that the slope does not change is rejected at the level where the constant's change
/// is in the model, and not where it is not.
#[test]
fn a_partial_test_beside_another_change() {
    let [beside, without, lm] = rates(3, 2000, |stream| {
        let n = 80;
        let x = series("x", (0..n).map(|_| 2.0 + stream.standard_normal()).collect());
        let level = |t: usize| if t < 30 { 0.0 } else { 4.0 };
        let y = series("y", (0..n).map(|t| level(t) + stream.standard_normal()).collect());
        let own = Design::of(&y).constant().regressor(&x);
        let both = own.clone().indicator(Indicator::Post(year(30))).build().unwrap();
        let small = own.build().unwrap();
        let rejects = |design: &Design, covariance: Covariance, convention: &str| {
            let found = KnownBreaks::of(design).at([year(30)]).changing(["x"]).covariance(covariance).run().unwrap();
            found.p_value(convention).unwrap() < 0.05
        };
        let classical = Covariance::Classical;
        [rejects(&both, classical, "F"), rejects(&small, classical, "F"), rejects(&both, Covariance::Hc0, "lm")]
    });
    assert_between(beside, 0.04, 0.06, "the other change in the model");
    assert_between(without, 0.9, 1.01, "the other change not in the model");
    assert_between(lm, 0.03, 0.06, "LM, the other change in the model");
}

/// Dates that are not known, with Hansen's p-values: LM with HC0 rejects less than its level, far less where the variance depends
/// strongly on the regressor; Wald's with HC0, and LM of one variance there, reject far more.
#[test]
fn lm_at_unknown_dates() {
    let design = |stream: &mut Stream, scale: fn(f64) -> f64| {
        let x: Vec<f64> = (0..120).map(|_| stream.standard_normal()).collect();
        let y = series("y", x.iter().map(|x| scale(*x) * stream.standard_normal()).collect());
        Design::of(&y).constant().regressor(&series("x", x)).build().unwrap()
    };
    let rejects = |design: &Design, statistic: BreakStatistic, covariance: Covariance| {
        let found = SupF::of(design).statistic(statistic).covariance(covariance).run().unwrap();
        found.report().rejects(0.05).unwrap()
    };
    let [one, wald, lm, even] = rates(4, 300, |stream| {
        let uneven = design(stream, |x| 0.3 + x * x);
        let even = design(stream, |_| 1.0);
        [
            rejects(&uneven, BreakStatistic::Lm, Covariance::Classical),
            rejects(&uneven, BreakStatistic::Wald, Covariance::Hc0),
            rejects(&uneven, BreakStatistic::Lm, Covariance::Hc0),
            rejects(&even, BreakStatistic::Lm, Covariance::Hc0),
        ]
    });
    assert_between(one, 0.20, 0.80, "variance of the regressor: LM of one variance");
    assert_between(wald, 0.10, 0.80, "variance of the regressor: Wald, HC0");
    assert!(lm.value() < 0.05, "variance of the regressor: LM, HC0: {lm}");
    assert!(even.value() < 0.06, "one variance: LM, HC0: {even}");
    println!("LM, HC0: {lm}, with one variance {even}");
}
