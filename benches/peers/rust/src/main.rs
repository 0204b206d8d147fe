//! The side of the Rust crates greeners and solow: `rust-side greeners|solow DIR` prints a line for each task that the crate
//! has, in the form of `../ours.rs`.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

mod greeners;
mod solow;

type Failure = Box<dyn Error>;

const LAGS: usize = 4;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["greeners", dir] => greeners::time(&Data { dir: dir.into() }),
        ["solow", dir] => solow::time(&Data { dir: dir.into() }),
        _ => Err("usage: rust-side greeners|solow DIR".into()),
    }
}

/// The data that ours wrote.
struct Data {
    dir: PathBuf,
}

impl Data {
    /// Column after column, eight bytes each.
    fn columns(&self, name: &str, count: usize) -> Result<Vec<Vec<f64>>, Failure> {
        let bytes = fs::read(Path::new(&self.dir).join(format!("{name}.f64")))?;
        let values: Vec<f64> = bytes.as_chunks().0.iter().map(|value| f64::from_le_bytes(*value)).collect();
        Ok(values.chunks_exact(values.len() / count).map(<[f64]>::to_vec).collect())
    }
}

/// The same batches as ours: about a millisecond each, for a second and five batches.
fn measure(name: &str, mut task: impl FnMut() -> Result<f64, Failure>) -> Result<(), Failure> {
    let value = task()?;
    let start = Instant::now();
    black_box(task()?);
    let batch = (1e-3 / start.elapsed().as_secs_f64().max(1e-9)).ceil().max(1.0) as usize;
    let (start, mut seconds) = (Instant::now(), Vec::new());
    while seconds.len() < 5 || start.elapsed().as_secs_f64() < 1.0 {
        let batch_start = Instant::now();
        for _ in 0..batch {
            black_box(task()?);
        }
        seconds.push(batch_start.elapsed().as_secs_f64() / batch as f64);
    }
    seconds.sort_by(f64::total_cmp);
    println!("{name}\t{:e}\t{:e}\t{value:e}", seconds[seconds.len() / 2], seconds[0]);
    Ok(())
}
