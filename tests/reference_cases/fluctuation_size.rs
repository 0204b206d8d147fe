//! How often sums of residuals reject a true null at 5 %, by our own simulation. The laws of all but the CUSUM of squares are those of large
//! samples, and known to reject less often than they say in small ones (Krämer, Ploberger and Alt 1988).

use yalu::breaks::{Fluctuation, FluctuationTest};
use yalu::resampling::{Rate, Stream, Streams};
use yalu::{Design, HypothesisTest, Period, Series};

fn rates(seed: u64, draws: usize, errors: impl Fn(&mut Stream, usize) -> f64) -> [Rate; 6] {
    let n = 122;
    let mut counts = [0; 6];
    for draw in 0..draws {
        let mut stream = Streams::new(seed).replication(draw as u64);
        let x: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
        let y = (0..n).map(|t| errors(&mut stream, t)).collect();
        let series = |name: &str, values: Vec<f64>| Series::new(name, Period::annual(1800), values).unwrap();
        let design = Design::of(&series("y", y)).constant().regressor(&series("x", x)).build().unwrap();
        for (count, test) in counts.iter_mut().zip(FluctuationTest::ALL) {
            let rejects = Fluctuation::test(&design, test).run().unwrap().report().rejects(0.05).unwrap();
            *count += usize::from(rejects);
        }
    }
    counts.map(|count| Rate { count, replications: draws })
}

#[test]
fn normal_errors() {
    for (rate, test) in rates(1, 600, |stream, _| stream.standard_normal()).iter().zip(FluctuationTest::ALL) {
        println!("{test}: {rate}");
        let slack = 3.0 * rate.std_error();
        assert!(rate.value() > 0.02 - slack && rate.value() < 0.05 + slack, "{test}: {rate}");
    }
}

/// Student's t with three degrees of freedom: the mean's tests hold, that of squares rejects without a change. A step of one
/// standard deviation: the other way round.
#[test]
fn fat_tails_and_a_step() {
    let fat = rates(2, 120, |stream, _| {
        let z = stream.standard_normal();
        let chi: f64 = (0..3).map(|_| stream.standard_normal().powi(2)).sum();
        z / (chi / 3.0).sqrt()
    });
    let step = rates(3, 120, |stream, t| stream.standard_normal() + f64::from(u8::from(t >= 61)));
    println!("fat {fat:?}\nstep {step:?}");
    let [ordinary, recursive, squares, ..] = fat.map(Rate::value);
    assert!(ordinary < 0.08 && recursive < 0.08 && squares > 0.3, "{fat:?}");
    let [ordinary, recursive, squares, _, moving, _] = step.map(Rate::value);
    assert!(ordinary > 0.9 && moving > 0.6 && recursive < ordinary && squares < 0.3, "{step:?}");
}
