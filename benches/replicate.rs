//! The whole replication; the target is two seconds, written files included.
//!
//! A process of its own is what a reader waits for. Within one process, simulated sizes are remembered from the first run
//! on, so the runs in memory show all other work.

use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use yalu::replication::Replication;

fn replicate(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("replicate");
    group.sample_size(10);
    group.bench_function("a process of its own, files written", |b| {
        b.iter_with_setup(
            || tempfile::tempdir().expect("a directory"),
            |directory| {
                let status = Command::new(env!("CARGO_BIN_EXE_yalu"))
                    .args(["replicate", "--quiet", "--out"])
                    .arg(directory.path())
                    .stdout(Stdio::null())
                    .status();
                assert!(status.is_ok_and(|status| status.success()));
                directory
            },
        );
    });
    group.bench_function("in memory, simulated sizes remembered", |b| {
        b.iter(|| Replication::run().and_then(|replication| replication.bundle()).expect("a bundle"));
    });
    group.finish();
}

criterion_group!(benches, replicate);
criterion_main!(benches);
