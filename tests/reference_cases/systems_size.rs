//! How often causality tests in an error-correction model reject a true null, and how often bands of local projections cover
//! the truth, by our own simulation.

use yalu::local_projection::{LocalProjection, Regime};
use yalu::resampling::{Rate, Streams};
use yalu::vecm::ErrorCorrection;
use yalu::{Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1800), values).expect(name)
}

#[track_caller]
fn assert_between(rate: Rate, low: f64, high: f64, what: &str) {
    let slack = 4.0 * rate.std_error();
    assert!(rate.value() > low - slack && rate.value() < high + slack, "{what}: {rate}");
}

/// y closes its gap to the random walk x, which takes no notice: every null about x is true, β being estimated.
#[test]
fn causality_in_an_error_correction_model() {
    const DRAWS: usize = 1000;
    let names = ["short run", "long run", "both", "levels", "johansen"];
    let mut counts = [[0; 5]; 2];
    for draw in 0..DRAWS {
        let mut stream = Streams::new(21).replication(draw as u64);
        let (mut x, mut y) = (vec![0.0], vec![0.0]);
        for t in 0..220 {
            let gap: f64 = y[t] - x[t];
            x.push(x[t] + stream.standard_normal());
            y.push(y[t] - 0.4 * gap + stream.standard_normal());
        }
        for (counts, n) in counts.iter_mut().zip([60, 200]) {
            let [x, y] = [("x", &x), ("y", &y)].map(|(name, values)| series(name, values[221 - n..].to_vec()));
            let model = ErrorCorrection::of(&[&y, &x]).lags(3).rank(1).run().expect("a model");
            let both = model.causality("y", "x").expect("tests");
            let one = both.forward();
            let johansen = one.long_run().iter().find(|report| report.convention == "lr-johansen").expect("a test");
            let reports = [&one.short_run()[0], &one.long_run()[0], &one.joint()[0], &one.granger()[0], johansen];
            for (count, report) in counts.iter_mut().zip(reports) {
                *count += usize::from(report.rejects(0.05).expect("a verdict"));
            }
        }
    }
    // That β is estimated costs the long run its size in short samples: the guide to conventions says how much.
    let bounds = [[0.055, 0.12, 0.085, 0.085, 0.11], [0.055, 0.065, 0.06, 0.06, 0.065]];
    for ((counts, bounds), n) in counts.into_iter().zip(bounds).zip([60, 200]) {
        for ((count, high), name) in counts.into_iter().zip(bounds).zip(names) {
            assert_between(Rate { count, replications: DRAWS }, 0.045, high, &format!("{name}, n = {n}"));
        }
    }
}

/// Lag-augmented bands of 90 % of the own response of an autoregression, stationary, nearly integrated and integrated; the
/// plain projection with Newey and West's errors covers less.
#[test]
fn lag_augmented_bands() {
    const DRAWS: usize = 800;
    // An integrated series leaves six periods on a bias that no standard error knows.
    for (rho, lows) in [(0.5, [0.88, 0.88]), (0.95, [0.88, 0.85]), (1.0, [0.87, 0.78])] {
        let mut counts = [[0; 2]; 2];
        for draw in 0..DRAWS {
            let mut stream = Streams::new(22).replication(draw as u64);
            let mut level = 0.0;
            let y: Vec<f64> = (0..290)
                .map(|_| {
                    level = rho * level + stream.standard_normal();
                    level
                })
                .collect();
            let y = series("y", y[50..].to_vec());
            // The lag of an AR(1) is the shock's own: none beside it without augmentation.
            let plain = LocalProjection::of(&y, &y).lags(0).horizon(6);
            for (counts, found) in counts.iter_mut().zip([plain.clone().lag_augmented(), plain]) {
                let rows = found.run().expect("projections").tidy(0.9).expect("rows");
                for (count, horizon) in counts.iter_mut().zip([1, 6]) {
                    let row =
                        rows.iter().find(|row| row.horizon == horizon && row.regime == Regime::All).expect("a row");
                    let truth = f64::powi(rho, horizon as i32);
                    let inside = row.conf_low.expect("an end") <= truth && truth <= row.conf_high.expect("an end");
                    *count += usize::from(inside);
                }
            }
        }
        let [augmented, plain] = counts.map(|counts| counts.map(|count| Rate { count, replications: DRAWS }));
        for ((rate, low), horizon) in augmented.into_iter().zip(lows).zip([1, 6]) {
            assert_between(rate, low, 0.92, &format!("rho = {rho}, h = {horizon}"));
        }
        assert!(plain[1].value() < augmented[1].value(), "rho = {rho}: {} {}", plain[1], augmented[1]);
    }
}
