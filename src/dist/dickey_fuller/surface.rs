//! MacKinnon's (1996) distribution functions of τ and z at any sample size, for one to twelve integrated series.
//!
//! For each of 221 probabilities a response surface b₀ + b₁/T + b₂/T² + b₃/T³ gives the quantile at T observations. Between
//! the quantiles Φ⁻¹(p) is a cubic in the statistic, fitted by generalised least squares to the nine nearest (section 4
//! of the paper); the cubic term is left out where its t statistic is at most 2. Beyond the outermost quantiles only a
//! bound is known: p < 0.0001 or p > 0.9999.
//!
//! T is the number of rows of the test regression. The surfaces are for regressions without lagged differences; with them
//! the law at T → ∞ is the same and the one at finite T only near. Below [`smallest_sample`] a surface is used outside
//! the range that it was fitted to: for τ of one series our simulation finds it right down to 8 rows (a nominal 5 % is
//! 4.8–5.2 % with a constant or a trend). Where it no longer rises with the probability there is no number.
//!
//! MacKinnon, J. G. (1996), *Journal of Applied Econometrics* 11, 601–618. His tables are in the source folder `tables`,
//! with their provenance.

use std::sync::{LazyLock, OnceLock};

use super::local_fit::{self, Neighbour};
use super::{Statistic, Terms};
use crate::dist::response::at_rows;
use crate::dist::{Tail, normal};

/// The largest number of series with tables.
pub const SERIES: usize = 12;

/// P(statistic ≤ value) under the null, at this many rows (`None`: asymptotically) and for this many integrated series;
/// `None` beyond twelve series, with too few rows for the surface, or for NaN.
pub fn p_value(value: f64, statistic: Statistic, terms: Terms, series: usize, rows: Option<usize>) -> Option<Tail> {
    let points = block(statistic, terms, series)?.points(rows)?;
    let (first, last) = (points.first()?, points.last()?);
    if value.is_nan() {
        None
    } else if value < first.quantile {
        Some(Tail::Below(first.probability))
    } else if value > last.quantile {
        Some(Tail::Above(last.probability))
    } else {
        let around = nearest(&points, value, |point| point.quantile);
        let neighbours = around.of(&points, |point| Neighbour {
            at: point.quantile,
            value: point.normal,
            probability: point.probability,
            error: point.error,
        });
        local_fit::value_at(value, &neighbours, around.weighted).map(|z| Tail::At(normal::cdf(z)))
    }
}

/// The value that the statistic falls below with this probability: the critical value of a test of that level; `None`
/// as for [`p_value`], or for a probability outside 0.0001 … 0.9999.
pub fn quantile(
    probability: f64,
    statistic: Statistic,
    terms: Terms,
    series: usize,
    rows: Option<usize>,
) -> Option<f64> {
    let points = block(statistic, terms, series)?.points(rows)?;
    if !(points.first()?.probability..=points.last()?.probability).contains(&probability) {
        return None;
    }
    let around = nearest(&points, probability, |point| point.probability);
    let neighbours = around.of(&points, |point| Neighbour {
        at: point.normal,
        value: point.quantile,
        probability: point.probability,
        error: point.error,
    });
    local_fit::value_at(-normal::isf(probability), &neighbours, around.weighted)
}

/// The fewest observations for which MacKinnon simulated; `None` beyond twelve series.
pub fn smallest_sample(statistic: Statistic, terms: Terms, series: usize) -> Option<usize> {
    Some(block(statistic, terms, series)?.smallest_sample)
}

/// A quantile at one sample size, its probability and the standard error of its simulation.
struct Point {
    probability: f64,
    normal: f64,
    quantile: f64,
    error: f64,
}

/// Which points a fit uses.
struct Around {
    range: std::ops::Range<usize>,
    /// Whether the errors' covariance is taken into account: not in the upper end of the table, where it is nearly
    /// singular.
    weighted: bool,
}

impl Around {
    fn of(&self, points: &[Point], neighbour: impl Fn(&Point) -> Neighbour) -> Vec<Neighbour> {
        points[self.range.clone()].iter().map(neighbour).collect()
    }
}

/// Points on either side of the nearest.
const REACH: usize = 4;

/// The point nearest to a place along what rises from point to point, and four on either side; towards an end of the table
/// what there is, but at least five.
fn nearest(points: &[Point], place: f64, along: impl Fn(&Point) -> f64) -> Around {
    let (count, above) = (points.len(), points.partition_point(|point| along(point) < place));
    let (below, above) = (above.saturating_sub(1), above.min(count - 1));
    let nearest = if place - along(&points[below]) <= along(&points[above]) - place { below } else { above };
    let interior = nearest >= REACH && nearest + REACH + 1 < count;
    if interior {
        Around { range: nearest - REACH..nearest + REACH + 1, weighted: true }
    } else if nearest < count / 2 {
        Around { range: 0..(nearest + 1 + REACH).max(5), weighted: true }
    } else {
        Around { range: (nearest - REACH).min(count - 5)..count, weighted: false }
    }
}

/// The coefficients of the 221 quantiles in one case.
struct Block {
    smallest_sample: usize,
    lines: Vec<Line>,
}

/// One quantile.
struct Line {
    /// b₀ … b₃.
    coefficients: [f64; 4],
    /// The standard error of b₀.
    error: f64,
}

impl Block {
    /// The quantiles at this sample size; `None` if they do not rise, as far below the smallest sample they may not.
    fn points(&self, rows: Option<usize>) -> Option<Vec<Point>> {
        if rows == Some(0) {
            return None;
        }
        let point = |(line, (probability, normal)): (&Line, &(f64, f64))| Point {
            probability: *probability,
            normal: *normal,
            quantile: at_rows(line.coefficients, rows),
            error: line.error,
        };
        let points: Vec<Point> = self.lines.iter().zip(PROBABILITIES.iter()).map(point).collect();
        let trusted = rows.is_none_or(|rows| rows >= self.smallest_sample);
        (trusted || points.is_sorted_by(|a, b| a.quantile < b.quantile)).then_some(points)
    }
}

/// The 221 probabilities and their normal quantiles.
static PROBABILITIES: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    let tail = [1.0, 2.0, 5.0].into_iter().chain((1..=10).map(|i| f64::from(10 * i))).map(|p| p / 1e4);
    let lower: Vec<f64> = tail.chain((3..=99).map(|i| f64::from(5 * i) / 1e3)).collect();
    let upper: Vec<f64> = lower.iter().rev().map(|p| 1.0 - p).collect();
    lower.into_iter().chain([0.5]).chain(upper).map(|p| (p, -normal::isf(p))).collect()
});

static TABLES: [&str; SERIES] = [
    include_str!("tables/n1.txt"),
    include_str!("tables/n2.txt"),
    include_str!("tables/n3.txt"),
    include_str!("tables/n4.txt"),
    include_str!("tables/n5.txt"),
    include_str!("tables/n6.txt"),
    include_str!("tables/n7.txt"),
    include_str!("tables/n8.txt"),
    include_str!("tables/n9.txt"),
    include_str!("tables/n10.txt"),
    include_str!("tables/n11.txt"),
    include_str!("tables/n12.txt"),
];

/// Each block is read once, when it is first asked for.
static BLOCKS: [[OnceLock<Option<Block>>; 8]; SERIES] = [const { [const { OnceLock::new() }; 8] }; SERIES];

fn block(statistic: Statistic, terms: Terms, series: usize) -> Option<&'static Block> {
    let table = series.checked_sub(1)?;
    let (text, blocks) = (TABLES.get(table)?, BLOCKS.get(table)?);
    let place = terms.count() + if statistic == Statistic::Z { 4 } else { 0 };
    blocks[place].get_or_init(|| read(text, statistic, terms)).as_ref()
}

/// Finds a block by its heading and reads it.
fn read(text: &str, statistic: Statistic, terms: Terms) -> Option<Block> {
    let (name, unit) = match statistic {
        Statistic::Tau => ("tau", 1e-9),
        Statistic::Z => ("z", 1e-8),
    };
    let mut lines = text.lines();
    let smallest_sample = lines.find_map(|line| {
        let mut words = line.split(' ');
        let found = words.next() == Some(name) && words.next() == Some(terms.code());
        if found { words.next()?.parse().ok() } else { None }
    })?;
    let lines: Option<Vec<Line>> = lines
        .take(PROBABILITIES.len())
        .map(|line| {
            let numbers: Vec<f64> = line.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
            let (error, b) = numbers.split_last()?;
            let coefficients = std::array::from_fn(|i| b.get(i).copied().unwrap_or(0.0));
            Some(Line { coefficients, error: unit * error })
        })
        .collect();
    Some(Block { smallest_sample, lines: lines? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_whole_and_rises() {
        assert_eq!(PROBABILITIES.len(), 221);
        for series in 1..=SERIES {
            for statistic in [Statistic::Tau, Statistic::Z] {
                for terms in [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic] {
                    let block = block(statistic, terms, series).expect("a block");
                    assert_eq!(block.lines.len(), 221);
                    for rows in [None, Some(block.smallest_sample), Some(100)] {
                        let points = block.points(rows).expect("points");
                        assert!(
                            points.is_sorted_by(|a, b| a.quantile < b.quantile),
                            "{series} {statistic:?} {terms:?}"
                        );
                    }
                }
            }
        }
    }
}
