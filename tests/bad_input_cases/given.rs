//! Series with nothing wrong about them.

use yalu::resampling::Streams;
use yalu::{Period, Series};

/// Values without a pattern, summed, yearly from 1901 on.
pub fn walk(name: &str, seed: u32, n: u32) -> Series {
    let mut level = 0.0;
    let sum = (1..=n).map(|i| {
        level += f64::from((i * i * 37 + seed * i * 11 + seed) % 101) - 50.0;
        level
    });
    Series::new(name, Period::annual(1901), sum.collect()).unwrap()
}

/// Normal draws, yearly from 1950 on.
pub fn noise(name: &str, stream: u64, n: usize) -> Series {
    let mut stream = Streams::new(5).replication(stream);
    let values = (0..n).map(|_| stream.standard_normal()).collect();
    Series::new(name, Period::annual(1950), values).unwrap()
}
