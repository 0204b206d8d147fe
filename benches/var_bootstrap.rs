//! A thousand bootstrap draws of the impulse responses of four series with four lags and 300 observations, horizon 10, and
//! structural forms: the recursive one, solved in every draw, and an overidentified one, climbed to in every draw.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::resampling::Streams;
use yalu::var::{Bootstrap, Impulse, Pattern, Scheme, Svar, Var, VarResult};
use yalu::{Period, Series};

/// Four autoregressions whose errors share a part.
fn model() -> VarResult {
    let mut stream = Streams::new(5).replication(0);
    let mut columns = vec![vec![0.0]; 4];
    for t in 0..300 {
        let common = stream.standard_normal();
        for column in &mut columns {
            let next = 0.5 * column[t] + stream.standard_normal() + 0.5 * common;
            column.push(next);
        }
    }
    let named = ["a", "b", "c", "d"].into_iter().zip(columns);
    let series: Vec<Series> = named
        .map(|(name, values)| Series::new(name, Period::annual(1), values[1..].to_vec()).expect("finite values"))
        .collect();
    Var::of(&series.iter().collect::<Vec<_>>()).lags(4).run().expect("a model")
}

fn bootstrap(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("var-bootstrap, p=4, K=4, n=300, 1,000 draws, horizon 10");
    group.sample_size(10);
    let model = model();
    let plain = Bootstrap::of(black_box(&model)).impulse(Impulse::Orthogonal).draws(1000);
    group.bench_function("residual", |b| b.iter(|| plain.run()));
    group.bench_function("residual, one thread", |b| {
        let single = plain.clone().threads(1);
        b.iter(|| single.run());
    });
    group.bench_function("moving blocks", |b| {
        let blocks = plain.clone().scheme(Scheme::MovingBlock(None));
        b.iter(|| blocks.run());
    });
    group.bench_function("bootstrap after bootstrap", |b| {
        let corrected = plain.clone().bias_corrected();
        b.iter(|| corrected.run());
    });
    let recursive = Svar::of(&model).b(Pattern::lower(4)).run().expect("recursive shocks");
    group.bench_function("structural, recursive", |b| b.iter(|| Bootstrap::structural(&recursive).draws(1000).run()));
    let pattern: Pattern = "1 0 0 0; * 1 0 0; 0 * 1 0; * 0 * 1".parse().expect("a pattern");
    let over = Svar::of(&model).a(pattern).b(Pattern::diagonal(4)).run().expect("structural shocks");
    group.bench_function("structural, overidentified", |b| b.iter(|| Bootstrap::structural(&over).draws(1000).run()));
    group.finish();
}

criterion_group!(benches, bootstrap);
criterion_main!(benches);
