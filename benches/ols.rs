//! Least squares on a million rows, and the nested comparison inside a bivariate Granger test.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::ndarray::{Array1, Array2};
use yalu::regression::{Covariance, NestedComparison, Ols};
use yalu::{Design, Stamp};

/// Uniform numbers by a linear congruential generator: data, not statistics.
fn numbers(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    }
}

fn design(n: usize, k: usize) -> Arc<Design> {
    let mut next = numbers(1);
    let x = Array2::from_shape_fn((n, k), |(_, j)| if j == 0 { 1.0 } else { next() });
    let y: Array1<f64> = x.rows().into_iter().map(|row| row.sum() + next()).collect();
    let terms = (0..k).map(|j| format!("x{j}")).collect();
    Arc::new(Design::from_arrays("y", terms, y, x, (1..=n).map(Stamp::Row).collect()).expect("a design"))
}

fn least_squares(c: &mut Criterion) {
    let mut group = c.benchmark_group("ols");
    let small = design(200, 10);
    group
        .bench_function("200x10 tidy", |b| b.iter(|| Ols::fit_shared(black_box(small.clone())).expect("a fit").tidy()));
    let large = design(1_000_000, 10);
    group.sample_size(10);
    group.bench_function("1000000x10 tidy and glance", |b| {
        b.iter(|| {
            let fit = Ols::fit_shared(black_box(large.clone())).expect("a fit");
            (fit.tidy(), fit.glance())
        });
    });
    let fit = Ols::fit_shared(large).expect("a fit");
    group.bench_function("1000000x10 HC1", |b| b.iter(|| fit.with(Covariance::Hc1).expect("HC1").tidy()));
    group.finish();
}

fn nested(c: &mut Criterion) {
    let mut next = numbers(2);
    let series: Vec<Vec<f64>> = (0..2).map(|_| (0..220).map(|_| next()).collect()).collect();
    let (p, n) = (4, 216);
    let ones = vec![1.0; n];
    c.bench_function("nested n=216, 1+4 and 4 lags, five p-values", |b| {
        b.iter(|| {
            let lag = |s: usize, l: usize| &series[s][p - l..p - l + n];
            let own = [&ones[..], lag(0, 1), lag(0, 2), lag(0, 3), lag(0, 4)];
            let added = [lag(1, 1), lag(1, 2), lag(1, 3), lag(1, 4)];
            NestedComparison::of_columns(black_box(&own), &added, &series[0][p..], |j| j.to_string())
                .expect("a test")
                .f_p
        });
    });
}

criterion_group!(benches, least_squares, nested);
criterion_main!(benches);
