//! Systems: an error-correction model with its levels, the errors of its responses, causality; local projections.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::local_projection::LocalProjection;
use yalu::resampling::Streams;
use yalu::var::Impulse;
use yalu::vecm::ErrorCorrection;
use yalu::{Period, Series};

/// Four random walks of 200.
fn system() -> Vec<Series> {
    let walk = |(name, replication): (&&str, u64)| {
        let mut stream = Streams::new(3).replication(replication);
        let mut level = 0.0;
        let next = || {
            level += stream.standard_normal();
            level
        };
        Series::new(*name, Period::annual(1), std::iter::repeat_with(next).take(200).collect()).expect("finite values")
    };
    ["a", "b", "c", "d"].iter().zip(0..).map(walk).collect()
}

fn error_correction(bench: &mut Criterion) {
    let system = system();
    let system: Vec<&Series> = system.iter().collect();
    let model = || ErrorCorrection::of(black_box(&system)).lags(2).rank(1).run().expect("a model");
    bench.bench_function("vecm/K=4, 2 lags, rank 1, n=200", |b| b.iter(model));
    bench.bench_function("vecm/the same, orthogonal responses to 10 with errors", |b| {
        b.iter(|| model().responses(Impulse::Orthogonal, 10));
    });
    let model = model();
    bench.bench_function("vecm/causality of one pair, both directions", |b| b.iter(|| model.causality("a", "b")));
}

fn projections(bench: &mut Criterion) {
    let system = system();
    let system: Vec<&Series> = system.iter().collect();
    let asked = LocalProjection::of(system[0], system[1]).controls(&system[2..]).lags(4).horizon(12);
    bench.bench_function("lp/4 lags of 4 series, horizons 0 to 12, Newey-West, n=200", |b| b.iter(|| asked.run()));
    let asked = asked.lag_augmented();
    bench.bench_function("lp/the same, lag-augmented", |b| b.iter(|| asked.run()));
}

criterion_group!(benches, error_correction, projections);
criterion_main!(benches);
