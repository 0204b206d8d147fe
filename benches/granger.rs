//! Granger's test in both directions, n = 216, p = 4: the bare statistics, and the whole front with reports in words.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::causality::size::{SizeSimulation, World};
use yalu::causality::{AllPairs, BreitungCandelon, Granger, granger};
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

/// Conditional tests of all pairs of 20 series, n = 300, p = 2, and a grid of 64 frequencies.
fn many(bench: &mut Criterion) {
    let series: Vec<Series> = (0..20)
        .map(|j| {
            let mut stream = Streams::new(4).replication(j);
            let values = (0..300).map(|_| stream.standard_normal()).collect();
            Series::new(format!("x{j}"), Period::annual(1), values).expect("finite values")
        })
        .collect();
    let series: Vec<&Series> = series.iter().collect();
    bench.bench_function("granger/all pairs of 20 given the others, n=300 p=2", |b| {
        b.iter(|| AllPairs::of(black_box(&series)).lags(2).given_others().run());
    });
    bench.bench_function("granger/all pairs of 20 pairwise, n=300 p=2", |b| {
        b.iter(|| AllPairs::of(black_box(&series)).lags(2).run());
    });
    bench.bench_function("granger/Breitung-Candelon, 64 frequencies, n=300 p=4", |b| {
        b.iter(|| BreitungCandelon::cause(black_box(series[0])).effect(series[1]).lags(4).run());
    });
}

criterion_group!(benches, both_directions, simulated_size, many);
criterion_main!(benches);
