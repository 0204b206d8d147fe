//! A vector autoregression of four series, n = 300, p = 4: the estimates, and what is asked of them.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::resampling::Streams;
use yalu::var::{Elimination, Estimator, Impulse, Var};
use yalu::{Period, Series};

const ROWS: usize = 300;
const LAGS: usize = 4;

/// Autoregressions with coefficient ½ and a common shock.
fn system() -> Vec<Series> {
    let start: Period = "1990-01".parse().expect("a month");
    let common: Vec<f64> = {
        let mut stream = Streams::new(7).replication(9);
        (0..ROWS).map(|_| stream.standard_normal()).collect()
    };
    let series = |j: u64| {
        let mut stream = Streams::new(7).replication(j);
        let mut level = 0.0;
        let next = |shock: &f64| {
            level = 0.5 * level + 0.5 * shock + stream.standard_normal();
            level
        };
        Series::new(format!("x{j}"), start, common.iter().map(next).collect()).expect("finite values")
    };
    (0..4).map(series).collect()
}

fn autoregression(bench: &mut Criterion) {
    let system = system();
    let system: Vec<&Series> = system.iter().collect();
    bench.bench_function("var/estimate, 4 series n=300 p=4", |b| {
        b.iter(|| Var::of(black_box(&system)).lags(LAGS).run());
    });
    let model = Var::of(&system).lags(LAGS).run().expect("a model");
    bench.bench_function("var/errors of coefficients", |b| b.iter(|| black_box(&model).tidy()));
    bench.bench_function("var/roots", |b| {
        b.iter(|| Var::of(black_box(&system)).lags(LAGS).run().map(|model| model.roots().len()));
    });
    bench.bench_function("var/orthogonal responses to 10 with errors", |b| {
        b.iter(|| black_box(&model).responses(Impulse::Orthogonal, 10));
    });
    bench.bench_function("var/selection among 1 to 12", |b| b.iter(|| Var::of(black_box(&system)).selection(12)));
    bench.bench_function("var/elimination and iterated estimates", |b| {
        let rule = Elimination::below_t(2.0);
        b.iter(|| Var::of(black_box(&system)).lags(LAGS).eliminate(rule).estimator(Estimator::Iterated).run());
    });
}

criterion_group!(benches, autoregression);
criterion_main!(benches);
