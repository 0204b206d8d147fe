//! How often the tests of blocks, of a period, of frequencies and by bootstrap reject true nulls at 5 %.

use yalu::causality::{AllPairs, BlockGranger, Bootstrap, BreitungCandelon, Granger};
use yalu::resampling::{Rate, Streams};
use yalu::{HypothesisTest, Period, Series};

/// Independent autoregressions with coefficient ½.
fn independent(draw: u64, n: usize, count: usize) -> Vec<Series> {
    let mut stream = Streams::new(11).replication(draw);
    let names = ["a", "b", "c", "d"];
    let one = |name: &&str| {
        let mut level = 0.0;
        let mut next = || {
            level = 0.5 * level + stream.standard_normal();
            level
        };
        (0..20).for_each(|_| _ = next());
        Series::new(*name, Period::annual(1900), (0..n).map(|_| next()).collect()).expect("a series")
    };
    names[..count].iter().map(one).collect()
}

#[track_caller]
fn holds(count: usize, replications: usize, nominal: f64, slack: f64, what: &str) {
    let rate = Rate { count, replications };
    assert!((rate.value() - nominal).abs() < slack + 4.0 * rate.std_error(), "{what}: {rate}");
}

#[test]
fn blocks_and_the_period() {
    let draws = 1500;
    let mut counts = [0; 4];
    for draw in 0..draws {
        let series = independent(draw, 60, 4);
        let [a, b, c, d] = [0, 1, 2, 3].map(|i| &series[i]);
        let result = BlockGranger::causes(&[a, b]).effects(&[c, d]).lags(2).run().expect("a test");
        let rejects = [
            result.forward().report().rejects(0.05),
            result.instantaneous().report().rejects(0.05),
            result.forward().convention("chi2-ml").expect("a report").rejects(0.05),
            result.forward().convention("F-system").expect("a report").rejects(0.05),
        ];
        counts.iter_mut().zip(rejects).for_each(|(count, rejects)| *count += usize::from(rejects == Some(true)));
    }
    holds(counts[0], draws as usize, 0.05, 0.01, "Rao's F across");
    holds(counts[1], draws as usize, 0.05, 0.005, "Rao's F within the period");
    // The χ² with the errors' covariance over T promises 5 % and does not keep it at n = 60.
    assert!(counts[2] > 2 * counts[0], "{counts:?}");
    holds(counts[3], draws as usize, 0.06, 0.02, "VAR-wide F");
}

#[test]
fn a_frequency() {
    let draws = 1500;
    let mut counts = [0; 3];
    for draw in 0..draws {
        let series = independent(draw, 80, 2);
        let test = BreitungCandelon::cause(&series[0]).effect(&series[1]).lags(4);
        let result = test.frequencies(&[0.0, 0.7, 2.0]).run().expect("a test");
        for (count, point) in counts.iter_mut().zip(result.forward().points()) {
            *count += usize::from(point.p_value < 0.05);
        }
    }
    for (count, omega) in counts.into_iter().zip(["0", "0.7", "2.0"]) {
        holds(count, draws as usize, 0.05, 0.01, omega);
    }
}

#[test]
fn bootstrap_in_a_short_sample() {
    let draws = 300;
    let mut counts = [0; 2];
    for draw in 0..draws {
        let series = independent(draw, 30, 2);
        let test = Granger::cause(&series[0]).effect(&series[1]).lags(1).seed(draw);
        let test = test.bootstrap(Bootstrap::residual(99)).bootstrap(Bootstrap::wild(99));
        let result = test.run().expect("a test");
        for (count, name) in counts.iter_mut().zip(["F-bootstrap", "F-wild"]) {
            *count += usize::from(result.forward().p_value(name).expect("p") <= 0.05);
        }
    }
    holds(counts[0], draws as usize, 0.05, 0.005, "residual bootstrap");
    holds(counts[1], draws as usize, 0.05, 0.015, "wild bootstrap");
}

/// Holm's adjustment bounds the chance of any false rejection among twelve.
#[test]
fn any_of_all_pairs() {
    let draws = 600;
    let (mut plain, mut adjusted) = (0, 0);
    for draw in 0..draws {
        let series = independent(draw, 100, 4);
        let all = AllPairs::of(&series.iter().collect::<Vec<_>>()).given_others().run().expect("tests");
        plain += usize::from(all.tests().iter().any(|test| test.p_value.is_some_and(|p| p < 0.05)));
        adjusted += usize::from(all.tests().iter().any(|test| test.holm.is_some_and(|p| p < 0.05)));
    }
    assert!(plain as f64 > 0.3 * draws as f64, "{plain}");
    holds(adjusted, draws as usize, 0.045, 0.015, "Holm");
}
