//! How often tests on a vector autoregression reject a true null at 5 %, by our own simulation: within four Monte Carlo
//! standard errors of what is said.

use yalu::resampling::{Rate, Streams};
use yalu::var::{Estimator, Var, VarResult};
use yalu::{Period, Series, TestReport};

const DRAWS: u64 = 800;

/// y on the past of both, x on its own: two series of `n` observations with correlated normal shocks.
fn draw(seed: u64, replication: u64, n: usize) -> [Series; 2] {
    let mut stream = Streams::new(seed).replication(replication);
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    for t in 0..n + 20 {
        let shocks = [stream.standard_normal(), stream.standard_normal()];
        x.push(0.5 * x[t] + shocks[0]);
        y.push(0.3 * x[t] + 0.4 * y[t] + 0.5 * shocks[0] + shocks[1]);
    }
    let start = Period::annual(1900);
    [("x", x), ("y", y)].map(|(name, values)| Series::new(name, start, values[21..].to_vec()).expect("a series"))
}

/// The share of draws in which each of several tests rejects.
fn rates<const K: usize>(seed: u64, n: usize, tests: impl Fn([&Series; 2]) -> [TestReport; K]) -> [Rate; K] {
    let mut counts = [0; K];
    for replication in 0..DRAWS {
        let [x, y] = draw(seed, replication, n);
        for (count, report) in counts.iter_mut().zip(tests([&x, &y])) {
            *count += usize::from(report.rejects(0.05).expect("a verdict"));
        }
    }
    counts.map(|count| Rate { count, replications: DRAWS as usize })
}

fn model(series: [&Series; 2]) -> VarResult {
    Var::of(&series).lags(1).run().expect("a model")
}

fn convention(reports: &[TestReport], test: &str, convention: &str) -> TestReport {
    reports.iter().find(|one| one.test == test && one.convention == convention).expect("a convention").clone()
}

#[track_caller]
fn assert_between(rate: Rate, low: f64, high: f64, what: &str) {
    let slack = 4.0 * rate.std_error();
    assert!(rate.value() > low - slack && rate.value() < high + slack, "{what}: {rate}");
}

/// Edgerton and Shukur's F holds its level where χ², beside superfluous lags, does not: why it is the headline.
#[test]
fn serial_correlation() {
    let [f, lm] = rates(1, 35, |series| {
        let model = Var::of(&series).lags(3).run().expect("a model");
        let test = model.serial_correlation(4).expect("a test");
        ["edgerton-shukur", "lm"].map(|name| convention(test.reports(), "breusch-godfrey", name))
    });
    assert_between(f, 0.045, 0.06, "F, 32 rows, 3 lags");
    assert!(lm.value() > f.value() + 4.0 * lm.std_error(), "χ² {lm}, F {f}");
    let [adjusted] = rates(2, 120, |series| {
        let test = model(series).serial_correlation(12).expect("a test");
        [convention(test.reports(), "portmanteau", "portmanteau-adjusted")]
    });
    assert_between(adjusted, 0.045, 0.06, "portmanteau");
}

#[test]
fn normality_and_arch() {
    let [hansen, arch] = rates(3, 100, |series| {
        let model = model(series);
        let arch = model.arch(1).expect("a test");
        [
            convention(model.normality().reports(), "var-normality", "doornik-hansen"),
            convention(arch.reports(), "var-arch", "lm"),
        ]
    });
    assert_between(hansen, 0.04, 0.06, "Doornik and Hansen");
    assert_between(arch, 0.03, 0.06, "ARCH");
}

/// With the true zeros: x without y's past. The F form of Wald's statistic holds its level, the others near it.
#[test]
fn restrictions() {
    let [lr, sims, f, lm] = rates(4, 60, |series| {
        let model = Var::of(&series).lags(2).zero("x", "y").estimator(Estimator::Iterated).run().expect("a model");
        let test = model.restriction_test().expect("a test");
        let serial = model.serial_correlation(2).expect("a test");
        let of = |name| convention(test.reports(), "var-restrictions", name);
        [of("lr"), of("lr-sims"), of("wald-f"), convention(serial.reports(), "breusch-godfrey", "lm")]
    });
    assert_between(f, 0.045, 0.06, "F");
    assert_between(lr, 0.05, 0.08, "LR");
    assert_between(sims, 0.04, 0.06, "LR as Sims has it");
    assert_between(lm, 0.05, 0.1, "restricted Breusch–Godfrey");
}
