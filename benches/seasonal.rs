//! STL of forty years of months, moving averages beside it, and forty annual values spread over months.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::disaggregate::{Disaggregate, Method, Rho};
use yalu::resampling::Streams;
use yalu::seasonal::{Classical, Seasonality, Stl};
use yalu::series::Aggregation;
use yalu::{Frequency, Period, Series};

const MONTHS: usize = 480;

/// A random walk with a pattern of seasons.
fn months(name: &str, replication: u64) -> Series {
    let mut stream = Streams::new(5).replication(replication);
    let mut level = 100.0;
    let next = |t: usize| {
        level += stream.standard_normal();
        level + 5.0 * (t as f64 * std::f64::consts::TAU / 12.0).sin()
    };
    Series::new(name, Period::annual(1980).first(Frequency::Monthly).expect("a month"), (0..MONTHS).map(next).collect())
        .expect("finite values")
}

fn decompose(bench: &mut Criterion) {
    let x = months("x", 0);
    bench.bench_function("stl/R's defaults, seasonal window 7, n=480", |b| {
        b.iter(|| Stl::of(black_box(&x)).seasonal_window(7).run());
    });
    bench.bench_function("stl/robust, n=480", |b| b.iter(|| Stl::of(black_box(&x)).seasonal_window(7).robust().run()));
    bench.bench_function("classical, n=480", |b| b.iter(|| Classical::of(black_box(&x)).run()));
    bench.bench_function("seasonality tests, n=480", |b| b.iter(|| Seasonality::of(black_box(&x)).run()));
}

fn disaggregate(bench: &mut Criterion) {
    let x = months("x", 0);
    let y = months("y", 1).plus(&x).expect("one calendar");
    let y = y.aggregate(Frequency::Annual, Aggregation::Sum).expect("whole years").rename("y");
    for (name, method) in [
        ("chow-lin, maximum likelihood", Method::ChowLin(Rho::MaximumLikelihood)),
        ("litterman, maximum likelihood", Method::Litterman(Rho::MaximumLikelihood)),
        ("fernandez", Method::Fernandez),
    ] {
        bench.bench_function(&format!("disaggregate/{name}, 40 years to 480 months"), |b| {
            b.iter(|| Disaggregate::of(black_box(&y)).indicators(&[&x]).method(method).run());
        });
    }
}

criterion_group!(benches, decompose, disaggregate);
criterion_main!(benches);
