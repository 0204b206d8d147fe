//! Unit roots and cointegration, whole results with their reports in words: ADF with the number of lags left to AIC, Zivot
//! and Andrews's break at an unknown date, Johansen's ranks, and the summary of a short series with its simulated power.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::cointegration::johansen::Johansen;
use yalu::resampling::Streams;
use yalu::unit_root::{Adf, BreakIn, IntegrationOrder, Terms, ZivotAndrews};
use yalu::{HypothesisTest, Period, Series};

/// A random walk.
fn walk(name: &str, n: usize, replication: u64) -> Series {
    let mut stream = Streams::new(3).replication(replication);
    let mut level = 0.0;
    let next = || {
        level += stream.standard_normal();
        level
    };
    Series::new(name, Period::annual(1), std::iter::repeat_with(next).take(n).collect()).expect("finite values")
}

fn adf(bench: &mut Criterion) {
    for (name, n) in [("200", 200), ("10,000", 10_000)] {
        let walk = walk("walk", n, 0);
        bench.bench_function(&format!("adf/constant and trend, lags by AIC, n={name}"), |b| {
            b.iter(|| Adf::of(black_box(&walk)).terms(Terms::Trend).run());
        });
    }
}

fn zivot_andrews(bench: &mut Criterion) {
    let walk = walk("walk", 500, 0);
    bench.bench_function("zivot-andrews/both, 4 lags, trim 0.15, n=500", |b| {
        b.iter(|| ZivotAndrews::of(black_box(&walk)).break_in(BreakIn::Both).lags(4).trim(0.15).run());
    });
}

/// With and without the reports, which are made when asked for.
fn johansen(bench: &mut Criterion) {
    let system: Vec<Series> = ["a", "b", "c", "d"].iter().zip(0..).map(|(name, j)| walk(name, 200, j)).collect();
    let system: Vec<&Series> = system.iter().collect();
    bench.bench_function("johansen/p=4, 2 lags, unrestricted constant, n=200", |b| {
        b.iter(|| Johansen::of(black_box(&system)).lags(2).run());
    });
    bench.bench_function("johansen/the same with every report", |b| {
        b.iter(|| Johansen::of(black_box(&system)).lags(2).run().map(|result| result.report()));
    });
}

/// A new seed each time, lest anything simulated be remembered.
fn order(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("order");
    group.sample_size(10);
    let walk = walk("walk", 14, 0);
    let mut seed = 0;
    group.bench_function("six tests, three orders, simulated power, n=14", |b| {
        b.iter(|| {
            seed += 1;
            IntegrationOrder::of(&[black_box(&walk)]).seed(seed).run()
        });
    });
    group.finish();
}

criterion_group!(benches, adf, zivot_andrews, johansen, order);
criterion_main!(benches);
