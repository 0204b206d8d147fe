//! Series with nothing wrong about them.

use yalu::resampling::Streams;
use yalu::{ErrorKind, Period, Series};

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

/// Series that cannot be tested beside this one, a yearly one from 1950 on, and how each is refused.
pub fn no_partners_of(x: &Series) -> [(Series, ErrorKind, &'static str); 4] {
    let flat = Series::new("flat", Period::annual(1950), vec![3.0; x.len()]).unwrap();
    let monthly = Series::new("m", "2001-01".parse().unwrap(), x.values().to_vec()).unwrap();
    let later = Series::new("later", Period::annual(2050), x.values().to_vec()).unwrap();
    [
        (x.clone(), ErrorKind::Name, "`x` stands twice"),
        (flat, ErrorKind::Constant, "`flat` does not vary"),
        (monthly, ErrorKind::Frequency, "monthly"),
        (later, ErrorKind::Sample, "`later`"),
    ]
}
