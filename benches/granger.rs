//! Granger's test in both directions, n = 216, p = 4: the bare statistics, and the whole front with reports in words.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::causality::size::{SizeSimulation, World};
use yalu::causality::{Granger, granger};
use yalu::resampling::Streams;
use yalu::{Period, Series};

const MONTHS: usize = 216;

/// An autoregression with coefficient ½.
fn autoregression(stream: u64) -> Vec<f64> {
    let mut stream = Streams::new(7).replication(stream);
    let mut level = 0.0;
    let next = || {
        level = 0.5 * level + stream.standard_normal();
        level
    };
    std::iter::repeat_with(next).take(MONTHS).collect()
}

fn both_directions(bench: &mut Criterion) {
    let (x, y) = (autoregression(0), autoregression(1));
    bench.bench_function("granger/statistics, both directions, n=216 p=4", |b| {
        b.iter(|| granger::statistics(black_box(&x), black_box(&y), 4));
    });
    let start: Period = "1998-01".parse().expect("a month");
    let series = |name: &str, values: &[f64]| Series::new(name, start, values.to_vec()).expect("finite values");
    let (x, y) = (series("x", &x), series("y", &y));
    bench.bench_function("granger/front with reports, both directions, n=216 p=4", |b| {
        b.iter(|| Granger::cause(black_box(&x)).effect(black_box(&y)).lags(4).run());
    });
}

/// A new seed each time, since what was simulated once is remembered.
fn simulated_size(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("size");
    group.sample_size(10);
    let mut seed = 0;
    group.bench_function("toda-yamamoto, n=14 p=1 d=1, third series, 2,000 draws", |b| {
        b.iter(|| {
            seed += 1;
            SizeSimulation::toda_yamamoto(14, 1, 1).given(1).world(World::RandomWalks).seed(seed).run()
        });
    });
    group.finish();
}

criterion_group!(benches, both_directions, simulated_size);
criterion_main!(benches);
