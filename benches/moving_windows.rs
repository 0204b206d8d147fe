//! Granger's test in moving windows: two series of 300, two lags, 499 bootstrap samples, both directions, with the dated
//! sequence and the result in words; and Diks and Panchenko's test.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::causality::DiksPanchenko;
use yalu::causality::time_varying::{TimeVaryingGranger, Windows};
use yalu::resampling::Streams;
use yalu::{Period, Series};

/// An autoregression with coefficient ½.
fn autoregression(name: &str, n: usize, stream: u64) -> Series {
    let mut stream = Streams::new(7).replication(stream);
    let mut level = 0.0;
    let next = || {
        level = 0.5 * level + stream.standard_normal();
        level
    };
    let start: Period = "1990-01".parse().expect("a month");
    Series::new(name, start, std::iter::repeat_with(next).take(n).collect()).expect("finite values")
}

fn windows(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("moving windows, n=300 p=2, 499 draws, both directions");
    group.sample_size(10);
    let (x, y) = (autoregression("x", 300, 0), autoregression("y", 300, 1));
    let question = TimeVaryingGranger::cause(&x).effect(&y).lags(2);
    for windows in [Windows::Recursive, Windows::Rolling, Windows::Forward] {
        group.bench_function(format!("{windows}"), |b| {
            b.iter(|| black_box(&question).clone().windows(windows).run());
        });
    }
    group.bench_function("recursive evolving, White's covariance", |b| {
        b.iter(|| black_box(&question).clone().robust().run());
    });
    group.finish();
}

fn diks_panchenko(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("diks-panchenko");
    group.sample_size(10);
    let (x, y) = (autoregression("x", 2000, 0), autoregression("y", 2000, 1));
    group.bench_function("both statistics, both directions, n=2,000", |b| {
        b.iter(|| DiksPanchenko::cause(black_box(&x)).effect(&y).run());
    });
    group.finish();
}

criterion_group!(benches, windows, diks_panchenko);
criterion_main!(benches);
