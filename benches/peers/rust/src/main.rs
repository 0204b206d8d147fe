//! Other Rust crates' side of the comparison: `yalu-peers greeners|solow DIR`; see `../../ours.rs` for the data and for what is
//! printed.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

type Failure = Box<dyn std::error::Error>;

const LAGS: usize = 4;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, dir] = arguments.as_slice() else { return Err("usage: yalu-peers greeners|solow DIR".into()) };
    let series = columns(&Path::new(dir).join("series.f64"), 2)?;
    let system = columns(&Path::new(dir).join("var.f64"), 4)?;
    match program.as_str() {
        "greeners" => greeners(&series, &system),
        "solow" => solow(&series, &system),
        other => Err(format!("no program `{other}`").into()),
    }
}

fn columns(path: &Path, columns: usize) -> Result<Vec<Vec<f64>>, Failure> {
    let bytes = std::fs::read(path)?;
    let value = |bytes: &[u8]| Ok(f64::from_le_bytes(bytes.try_into()?));
    let values = bytes.chunks_exact(8).map(value).collect::<Result<Vec<f64>, Failure>>()?;
    Ok(values.chunks_exact(values.len() / columns).map(<[f64]>::to_vec).collect())
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

fn greeners(series: &[Vec<f64>], system: &[Vec<f64>]) -> Result<(), Failure> {
    use greeners_timeseries::{TimeSeries, VAR};
    use ndarray17::{Array1, Array2};
    let (x, y) = (Array1::from_vec(series[0].clone()), Array1::from_vec(series[1].clone()));
    measure("granger, one direction", || Ok(TimeSeries::granger_causality(black_box(&y), &x, LAGS)?.f_statistic))?;
    measure("granger, both directions", || {
        let there = TimeSeries::granger_causality(black_box(&y), &x, LAGS)?.f_statistic;
        black_box(TimeSeries::granger_causality(black_box(&x), &y, LAGS)?);
        Ok(there)
    })?;
    let data = Array2::from_shape_fn((system[0].len(), 4), |(t, j)| system[j][t]);
    measure("var, 4 series, 4 lags, n = 300", || Ok(VAR::fit(black_box(&data), LAGS, None)?.std_errors[[1, 0]]))
}

/// Its Granger test takes every number of lags up to the one asked for.
fn solow(series: &[Vec<f64>], system: &[Vec<f64>]) -> Result<(), Failure> {
    use ndarray16::Array2;
    use solow_tsa::grangercausalitytests;
    use solow_var::Var;
    let pair = |effect: usize, cause: usize| {
        Array2::from_shape_fn((series[0].len(), 2), |(t, j)| series[[effect, cause][j]][t])
    };
    let (there, back) = (pair(1, 0), pair(0, 1));
    let f = |data: &Array2<f64>| -> Result<f64, Failure> {
        let all = grangercausalitytests(black_box(data), LAGS).map_err(|error| format!("{error:?}"))?;
        Ok(all[LAGS - 1].ssr_ftest.0)
    };
    measure("granger, one direction", || f(&there))?;
    measure("granger, both directions", || {
        let first = f(&there)?;
        black_box(f(&back)?);
        Ok(first)
    })?;
    let data = Array2::from_shape_fn((system[0].len(), 4), |(t, j)| system[j][t]);
    let model = Var::new(data).map_err(|error| format!("{error:?}"))?;
    measure("var, 4 series, 4 lags, n = 300", || {
        Ok(black_box(&model).fit(LAGS).map_err(|error| format!("{error:?}"))?.bse[[1, 0]])
    })
}
