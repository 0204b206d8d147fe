//! How often sums of residuals reject a true null at 5 %, by our own simulation. The laws of all but the CUSUM of squares are those of large
//! samples, and known to reject less often than they say in small ones (Krämer, Ploberger and Alt 1988).

use yalu::breaks::{Fluctuation, FluctuationTest};
use yalu::regression::{Hac, Kernel};
use yalu::resampling::{Rate, Stream, Streams};
use yalu::{Design, HypothesisTest, Period, Series};

fn rates(seed: u64, draws: usize, errors: impl Fn(&mut Stream, usize) -> f64) -> [Rate; 9] {
    let n = 122;
    let mut counts = [0; 9];
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
    let [ordinary, recursive, squares, _, moving, _, _, estimates, _] = step.map(Rate::value);
    assert!(ordinary > 0.9 && estimates > 0.8 && moving > 0.6 && recursive < ordinary && squares < 0.3, "{step:?}");
}

/// Errors with an autocorrelation of 0.5: s² rejects without a change, the long-run variance does not.
#[test]
fn serially_correlated_errors() {
    let (n, draws) = (122, 400);
    let mut counts = [0; 4];
    for draw in 0..draws {
        let mut stream = Streams::new(4).replication(draw as u64);
        let mut u = stream.standard_normal() / 0.75_f64.sqrt();
        let y = (0..n)
            .map(|_| {
                u = 0.5 * u + stream.standard_normal();
                u
            })
            .collect();
        let y = Series::new("y", Period::annual(1800), y).unwrap();
        let design = Design::of(&y).constant().build().unwrap();
        let sums = |hac| hac_or_plain(&design, hac).run().unwrap().report().rejects(0.05).unwrap();
        let andrews = Hac::andrews(Kernel::QuadraticSpectral);
        for (count, hac) in
            counts.iter_mut().zip([None, Some(Hac::newey_west(4)), Some(andrews), Some(andrews.prewhitened())])
        {
            *count += usize::from(sums(hac));
        }
    }
    let rates = counts.map(|count| Rate { count, replications: draws });
    println!("plain, nw:4, andrews, prewhitened: {}", rates.map(|rate| rate.to_string()).join(", "));
    let [plain, bartlett, andrews, white] = rates.map(|rate| rate.value());
    assert!(plain > 0.25 && bartlett < 0.12 && andrews < 0.1 && white < 0.08, "{rates:?}");
}

fn hac_or_plain<'a>(design: &'a Design, hac: Option<Hac>) -> Fluctuation<'a> {
    match hac {
        Some(hac) => Fluctuation::ols_cusum(design).long_run(hac),
        None => Fluctuation::ols_cusum(design),
    }
}

/// The ranges: both laws hold where they are used, and Feller's for a window of one half alone, which strucchange takes for all.
#[test]
fn ranges_of_estimates() {
    let (n, draws) = (300, 600);
    let mut counts = [0; 3];
    for draw in 0..draws {
        let mut stream = Streams::new(5).replication(draw as u64);
        let y = (0..n).map(|_| stream.standard_normal()).collect();
        let y = Series::new("y", Period::annual(1700), y).unwrap();
        let design = Design::of(&y).constant().build().unwrap();
        let recursive = Fluctuation::recursive_estimates(&design).run().unwrap();
        let half = Fluctuation::moving_estimates(&design).window(0.5).run().unwrap();
        let narrow = Fluctuation::moving_estimates(&design).run().unwrap();
        let values = narrow.values();
        let range = values.iter().fold(f64::MIN, |a, b| a.max(*b)) - values.iter().fold(f64::MAX, |a, b| a.min(*b));
        counts[0] += usize::from(recursive.reports()[1].rejects(0.05).unwrap());
        counts[1] += usize::from(half.reports()[1].rejects(0.05).unwrap());
        counts[2] += usize::from(yalu::dist::brownian::motion_range_sf(range, 1) < 0.05);
    }
    let rates = counts.map(|count| Rate { count, replications: draws });
    println!("recursive, moving 0.5, moving 0.15 by Feller: {}", rates.map(|rate| rate.to_string()).join(", "));
    let [recursive, half, narrow] = rates.map(|rate| rate.value());
    assert!((0.01..0.06).contains(&recursive) && (0.015..0.065).contains(&half) && narrow < 0.01, "{rates:?}");
}
