//! Breaks at dates that are not known: Bai and Perron's partitions up to five breaks with all tests, and the search for one,
//! of a regression on a constant and a regressor. `benches/peers/breaks` times strucchange and ruptures on the same data.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::breaks::{BaiPerron, RegimeErrors, SupF};
use yalu::regression::Covariance;
use yalu::{Design, Period, Series};

/// A number between −½ and ½ that looks random, the same in every language.
fn noise(t: f64) -> f64 {
    let x = (t * 12.9898).sin() * 43_758.545_3;
    x - x.floor() - 0.5
}

/// A level that shifts three times, and a regressor.
fn design(n: usize) -> Design {
    let level = |t: usize| [0.0, 1.0, 0.4, 1.2][4 * t / n];
    let values = |of: &dyn Fn(usize) -> f64| (0..n).map(of).collect::<Vec<f64>>();
    let start = Period::annual(1);
    let x = Series::new("x", start, values(&|t| noise((t + n) as f64))).expect("finite values");
    let y = Series::new("y", start, values(&|t| level(t) + noise((t + n) as f64) + 2.0 * noise(t as f64)));
    Design::of(&y.expect("finite values")).constant().regressor(&x).build().expect("a design")
}

fn breaks(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("breaks");
    group.sample_size(10);
    for n in [500, 1000, 2000] {
        let design = design(n);
        group.bench_function(format!("bai-perron up to 5, n={n}"), |b| {
            b.iter(|| BaiPerron::of(black_box(&design)).run());
        });
    }
    let (small, large) = (design(500), design(2000));
    group.bench_function("bai-perron up to 3, one coefficient fixed, n=500", |b| {
        b.iter(|| BaiPerron::of(black_box(&small)).changing(["x"]).breaks(3).run());
    });
    group.bench_function("bai-perron up to 5, the authors' HAC, n=500", |b| {
        b.iter(|| BaiPerron::of(black_box(&small)).errors(RegimeErrors::bai_perron()).run());
    });
    group.bench_function("sup-f, n=2000", |b| b.iter(|| SupF::of(black_box(&large)).run()));
    group.bench_function("sup-f of one coefficient, n=2000", |b| {
        b.iter(|| SupF::of(black_box(&large)).changing(["x"]).run());
    });
    group.bench_function("sup-f, HC1, n=500", |b| {
        b.iter(|| SupF::of(black_box(&small)).covariance(Covariance::Hc1).run());
    });
    group.finish();
}

criterion_group!(benches, breaks);
criterion_main!(benches);
