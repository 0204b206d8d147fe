//! Our side of the comparison with statsmodels, arch and R: `benches/peers/run` calls it.
//!
//! `ours --write DIR` writes the data all of them read; `ours --time DIR` prints a line for each task: its name, median and
//! fastest seconds per run, and the number it computed, by which the driver sees that all did the same work.

use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use yalu::causality::{AllPairs, Granger, granger};
use yalu::cointegration::johansen::Johansen;
use yalu::local_projection::{LocalProjection, Regime};
use yalu::ndarray::{Array1, Array2};
use yalu::regression::{Covariance, Fit, NestedComparison, Ols};
use yalu::resampling::Streams;
use yalu::seasonal::Stl;
use yalu::unit_root::{Adf, BreakIn, Terms, ZivotAndrews};
use yalu::var::{Bootstrap, Impulse, Pattern, Svar, Var};
use yalu::vecm::{Divisor, ErrorCorrection};
use yalu::{Design, Frequency, Period, Series, Stamp};

/// Rows of the two regressions, and columns with the constant.
const SIZES: [(&str, usize); 2] = [("large", 1_000_000), ("small", 10_000)];
const COLUMNS: usize = 10;
const MONTHS: usize = 216;
const LAGS: usize = 4;
/// Lengths of the random walks by their names in tasks, and the number and length of those that make the system.
const WALKS: [(&str, usize); 3] = [("200", 200), ("500", 500), ("10,000", 10_000)];
const SYSTEM: (usize, usize) = (4, 200);
/// The number and length of the series of all pairs.
const MANY: (usize, usize) = (20, 300);
/// The number and length of the stationary series of the vector autoregression.
const STATIONARY: (usize, usize) = (4, 300);

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", dir] => write(Path::new(dir)),
        ["--time", dir] => time(Path::new(dir)),
        ["--write-bootstrap", dir] => write_bootstrap(Path::new(dir)),
        ["--time-bootstrap", dir] => time_bootstrap(Path::new(dir)),
        _ => writeln!(io::stdout(), "run benches/peers/run").map_err(Failure::from),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(io::stderr(), "{error}"));
            ExitCode::FAILURE
        }
    }
}

/// Columns one after the other, each value eight bytes, lowest first: numpy and R read it in one call and exactly.
fn write_columns(path: &Path, columns: &[Vec<f64>]) -> io::Result<()> {
    fs::write(path, columns.iter().flatten().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())
}

fn read_columns(path: &Path, columns: usize) -> Result<Vec<Vec<f64>>, Failure> {
    let bytes = fs::read(path)?;
    let value = |bytes: &[u8]| Ok(f64::from_le_bytes(bytes.try_into()?));
    let values = bytes.chunks_exact(8).map(value).collect::<Result<Vec<f64>, Failure>>()?;
    Ok(values.chunks_exact(values.len() / columns).map(<[f64]>::to_vec).collect())
}

/// Two autoregressions, and regressions of y on a constant and nine normal regressors with coefficients of one.
fn write(dir: &Path) -> Result<(), Failure> {
    fs::create_dir_all(dir)?;
    let series = |replication| {
        let mut stream = Streams::new(1).replication(replication);
        let mut level = 0.0;
        let next = || {
            level = 0.5 * level + stream.standard_normal();
            level
        };
        std::iter::repeat_with(next).take(MONTHS).collect::<Vec<f64>>()
    };
    write_columns(&dir.join("series.f64"), &[series(0), series(1)])?;
    for (name, n) in SIZES {
        let column = |j: usize| {
            let mut stream = Streams::new(2).replication(j as u64);
            (0..n).map(|_| stream.standard_normal()).collect::<Vec<f64>>()
        };
        let mut columns: Vec<Vec<f64>> = (1..=COLUMNS).map(column).collect();
        columns[0].fill(1.0);
        let mut y = column(0);
        for regressor in &columns {
            y.iter_mut().zip(regressor).for_each(|(y, x)| *y += x);
        }
        columns.push(y);
        write_columns(&dir.join(format!("{name}.f64")), &columns)?;
    }
    for (_, n) in WALKS {
        write_columns(&dir.join(format!("walk{n}.f64")), &[walk(n, 0)])?;
    }
    let season = |t: usize| 5.0 * (t as f64 * std::f64::consts::TAU / 12.0).sin();
    let months = walk(480, 9).into_iter().enumerate().map(|(t, level)| 100.0 + level + season(t)).collect();
    write_columns(&dir.join("months480.f64"), &[months])?;
    write_columns(&dir.join("system.f64"), &(0..SYSTEM.0).map(|j| walk(SYSTEM.1, j as u64)).collect::<Vec<_>>())?;
    let many = |j: usize| {
        let mut stream = Streams::new(4).replication(j as u64);
        (0..MANY.1).map(|_| stream.standard_normal()).collect::<Vec<f64>>()
    };
    write_columns(&dir.join("many.f64"), &(0..MANY.0).map(many).collect::<Vec<_>>())?;
    write_columns(&dir.join("var.f64"), &(0..STATIONARY.0).map(|j| stationary(j as u64)).collect::<Vec<_>>())?;
    Ok(())
}

/// A random walk.
fn walk(n: usize, replication: u64) -> Vec<f64> {
    let mut stream = Streams::new(3).replication(replication);
    let mut level = 0.0;
    let next = || {
        level += stream.standard_normal();
        level
    };
    std::iter::repeat_with(next).take(n).collect()
}

/// An autoregression with coefficient ½ and a shock that all share.
fn stationary(replication: u64) -> Vec<f64> {
    let (mut common, mut own) = (Streams::new(4).replication(99), Streams::new(4).replication(replication));
    let mut level = 0.0;
    let next = || {
        level = 0.5 * level + 0.5 * common.standard_normal() + own.standard_normal();
        level
    };
    std::iter::repeat_with(next).take(STATIONARY.1).collect()
}

/// Runs `task` in batches of about a millisecond, short enough to fall between two interruptions, until a second and five
/// batches have passed.
fn measure(name: &str, mut task: impl FnMut() -> Result<f64, yalu::Error>) -> Result<(), Failure> {
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
    writeln!(io::stdout(), "{name}\t{:e}\t{:e}\t{value:e}", seconds[seconds.len() / 2], seconds[0])?;
    Ok(())
}

fn design(dir: &Path, name: &str) -> Result<Arc<Design>, Failure> {
    let mut columns = read_columns(&dir.join(format!("{name}.f64")), COLUMNS + 1)?;
    let y = Array1::from_vec(columns.pop().unwrap_or_default());
    let x = Array2::from_shape_fn((y.len(), COLUMNS), |(i, j)| columns[j][i]);
    let terms = (0..COLUMNS).map(|j| format!("x{j}")).collect();
    let rows = (1..=y.len()).map(Stamp::Row).collect();
    Ok(Arc::new(Design::from_arrays("y", terms, y, x, rows)?))
}

/// What a table of coefficients needs; the standard error of the second stands for them all.
fn second_std_error(fit: &Fit) -> f64 {
    black_box(fit.tidy())[1].std_error
}

/// The lags of a series on the rows that all of them leave.
fn lags(values: &[f64]) -> impl Iterator<Item = &[f64]> {
    (1..=LAGS).map(|by| &values[LAGS - by..MONTHS - by])
}

fn time(dir: &Path) -> Result<(), Failure> {
    time_regressions(dir)?;
    time_unit_roots(dir)?;
    time_systems(dir)?;
    time_autoregressions(dir)
}

/// An error-correction model with responses and their errors, and projections of twelve horizons.
fn time_systems(dir: &Path) -> Result<(), Failure> {
    let system = read_columns(&dir.join("system.f64"), SYSTEM.0)?
        .into_iter()
        .zip(["a", "b", "c", "d"])
        .map(|(values, name)| Series::new(name, Period::annual(1), values))
        .collect::<Result<Vec<Series>, _>>()?;
    let all: Vec<&Series> = system.iter().collect();
    measure("vecm, 4 series, 2 lags, rank 1, n = 200, estimates", || {
        let model = ErrorCorrection::of(&all).lags(2).rank(1).run()?;
        Ok(black_box(model.tidy(Divisor::Rows))[0].std_error)
    })?;
    measure("vecm, 4 series, 2 lags, rank 1, n = 200, responses to 10", || {
        let model = ErrorCorrection::of(&all).lags(2).rank(1).run()?.with(Divisor::Rows);
        Ok(model.responses(Impulse::Orthogonal, 10)?.std_errors()[10][[1, 0]])
    })?;
    measure("local projections, 4 lags, horizons 0 to 12, n = 200", || {
        let found = LocalProjection::of(all[0], all[1]).controls(&all[2..]).lags(LAGS).horizon(12).run()?;
        Ok(found.at(12, Regime::All).map_or(f64::NAN, |one| one.std_error))
    })
}

/// What a fit of the other programs holds: coefficients, their errors, Σ. The standard error of the first lag stands for all.
fn time_autoregressions(dir: &Path) -> Result<(), Failure> {
    let columns = read_columns(&dir.join("var.f64"), STATIONARY.0)?;
    let named = columns.into_iter().zip(["a", "b", "c", "d"]);
    let series =
        named.map(|(values, name)| Series::new(name, Period::annual(1), values)).collect::<Result<Vec<_>, _>>()?;
    let series: Vec<&Series> = series.iter().collect();
    measure("var, 4 series, 4 lags, n = 300", || {
        Ok(Var::of(black_box(&series)).lags(LAGS).run()?.std_errors()[[1, 0]])
    })?;
    let model = Var::of(&series).lags(LAGS).run()?;
    measure("var, orthogonal responses to 10 with errors", || {
        Ok(black_box(&model).responses(Impulse::Orthogonal, 10)?.std_errors()[10][[1, 0]])
    })?;
    // Ours are never without their errors; a program that has none is timed beside.
    measure("var, orthogonal responses to 10, estimates", || {
        Ok(black_box(&model).responses(Impulse::Orthogonal, 10)?.estimates()[10][[1, 0]])
    })
}

fn time_regressions(dir: &Path) -> Result<(), Failure> {
    let series = read_columns(&dir.join("series.f64"), 2)?;
    let (x, y) = (series[0].as_slice(), series[1].as_slice());
    let start = Period::annual(1800);
    let named = |name: &str, values: &[f64]| Series::new(name, start, values.to_vec());
    let (cause, effect) = (named("x", x)?, named("y", y)?);
    let ones = vec![1.0; MONTHS - LAGS];
    measure("granger, one direction", || {
        let own: Vec<&[f64]> = std::iter::once(ones.as_slice()).chain(lags(y)).collect();
        let added: Vec<&[f64]> = lags(x).collect();
        Ok(NestedComparison::of_columns(black_box(&own), &added, &y[LAGS..], |j| j.to_string())?.f)
    })?;
    measure("granger, both directions", || Ok(granger::statistics(black_box(x), black_box(y), LAGS)?[0].f))?;
    measure("granger, both directions, as a result in words", || {
        let result = Granger::cause(black_box(&cause)).effect(&effect).lags(LAGS).run()?;
        Ok(result.forward().statistic("F").unwrap_or_default())
    })?;
    let many = read_columns(&dir.join("many.f64"), MANY.0)?;
    let many = many.iter().enumerate().map(|(j, values)| named(&format!("x{j}"), values));
    let many = many.collect::<Result<Vec<_>, _>>()?;
    let many: Vec<&Series> = many.iter().collect();
    measure("granger, all pairs of 20 given the others, n = 300, 2 lags", || {
        let all = AllPairs::of(black_box(&many)).lags(2).given_others().run()?;
        Ok(all.test("x0", "x1")?.statistic.unwrap_or_default())
    })?;
    let small = design(dir, "small")?;
    for (name, covariance) in [
        ("ols 10,000 x 10 with HC3", Covariance::Hc3),
        ("ols 10,000 x 10 with Newey-West, 4 lags", Covariance::newey_west(4)),
    ] {
        measure(name, || Ok(second_std_error(&Ols::fit_shared(black_box(small.clone()))?.with(covariance)?)))?;
    }
    let large = design(dir, "large")?;
    measure("ols 1,000,000 x 10", || {
        let fit = Ols::fit_shared(black_box(large.clone()))?;
        black_box(fit.glance());
        Ok(second_std_error(&fit))
    })
}

/// Results with their reports in words; Johansen's, made when asked for, both without and with them.
fn time_unit_roots(dir: &Path) -> Result<(), Failure> {
    let series = |name: &str, values: Vec<f64>| Series::new(name, Period::annual(1), values);
    for (name, n) in WALKS {
        let walk = series("walk", read_columns(&dir.join(format!("walk{n}.f64")), 1)?.concat())?;
        if n == 500 {
            measure("zivot-andrews, both, 4 lags, n = 500", || {
                let test = ZivotAndrews::of(black_box(&walk)).break_in(BreakIn::Both).lags(LAGS).trim(0.15);
                Ok(test.run()?.statistic())
            })?;
        } else {
            let name = format!("adf, lags by AIC, n = {name}");
            measure(&name, || Ok(Adf::of(black_box(&walk)).terms(Terms::Trend).run()?.statistic()))?;
        }
    }
    let columns = read_columns(&dir.join("system.f64"), SYSTEM.0)?;
    let system = columns.into_iter().zip(["a", "b", "c", "d"]).map(|(values, name)| series(name, values));
    let system = system.collect::<Result<Vec<_>, _>>()?;
    let system: Vec<&Series> = system.iter().collect();
    measure("johansen, 4 series, 2 lags, n = 200", || {
        Ok(Johansen::of(black_box(&system)).lags(2).run()?.ranks()[0].trace)
    })?;
    measure("johansen, 4 series, 2 lags, n = 200, as a result in words", || {
        let result = Johansen::of(black_box(&system)).lags(2).run()?;
        black_box(result.reports());
        Ok(result.ranks()[0].trace)
    })?;
    let values = read_columns(&dir.join("months480.f64"), 1)?.swap_remove(0);
    let months = Series::new("months", Period::annual(1980).first(Frequency::Monthly)?, values)?;
    measure("stl, seasonal window 7, n = 480", || {
        Ok(Stl::of(black_box(&months)).seasonal_window(7).run()?.trend().values()[0])
    })
}

/// Four autoregressions whose errors share a part, for `benches/peers/bootstrap`.
fn write_bootstrap(dir: &Path) -> Result<(), Failure> {
    let mut stream = Streams::new(5).replication(0);
    let mut columns = vec![vec![0.0]; 4];
    for t in 0..299 {
        let common = stream.standard_normal();
        for column in &mut columns {
            let next = 0.5 * column[t] + stream.standard_normal() + 0.5 * common;
            column.push(next);
        }
    }
    write_columns(&dir.join("bootstrap.f64"), &columns)?;
    Ok(())
}

/// A line for each task: its name, median and fastest seconds of five runs.
fn time_bootstrap(dir: &Path) -> Result<(), Failure> {
    let named = ["a", "b", "c", "d"].into_iter().zip(read_columns(&dir.join("bootstrap.f64"), 4)?);
    let series: Vec<Series> =
        named.map(|(name, values)| Series::new(name, Period::annual(1), values)).collect::<Result<_, _>>()?;
    let model = Var::of(&series.iter().collect::<Vec<_>>()).lags(4).run()?;
    let recursive = Svar::of(&model).b(Pattern::lower(4)).run()?;
    let plain = Bootstrap::of(&model).draws(1000).horizon(10);
    for (name, bootstrap) in [
        ("Yalu, one thread, orthogonal", plain.clone().threads(1)),
        ("Yalu, all threads, orthogonal", plain.clone()),
        ("Yalu, all threads, bootstrap after bootstrap", plain.bias_corrected()),
        ("Yalu, all threads, recursive B", Bootstrap::structural(&recursive).draws(1000).horizon(10)),
    ] {
        let mut seconds = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            black_box(bootstrap.run()?);
            seconds.push(start.elapsed().as_secs_f64());
        }
        seconds.sort_by(f64::total_cmp);
        writeln!(io::stdout(), "{name}\t{:e}\t{:e}", seconds[2], seconds[0])?;
    }
    Ok(())
}
