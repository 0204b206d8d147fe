//! The series of a test as columns of a regression, for the observed sample and for drawn ones alike.

use crate::Series;
use crate::linalg::{exponent, scale_by};

/// Which series is the cause and which the effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    pub cause: usize,
    pub effect: usize,
}

/// Where a column's values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A deterministic term.
    Deterministic(usize),
    /// A lag of a series; lag 0 is the series itself.
    Lag { series: usize, lag: usize },
}

/// Series without units on the periods they share, with the deterministic terms of the rows.
#[derive(Debug, Clone)]
pub(super) struct System {
    /// Each divided by a power of two.
    pub series: Vec<Vec<f64>>,
    pub deterministic: Vec<Vec<f64>>,
    /// p.
    pub lags: usize,
    /// d.
    pub extra: usize,
}

impl System {
    pub fn new(series: &[Series], deterministic: Vec<(String, Vec<f64>)>, lags: usize, extra: usize) -> Self {
        let scaled = |values: &[f64]| {
            let e = exponent(values.iter().copied());
            values.iter().map(|value| scale_by(*value, -e)).collect()
        };
        Self {
            series: series.iter().map(|one| scaled(one.values())).collect(),
            deterministic: deterministic.into_iter().map(|(_, values)| values).collect(),
            lags,
            extra,
        }
    }

    /// Lags before the first row.
    pub fn depth(&self) -> usize {
        self.lags + self.extra
    }

    /// Rows of the regression.
    pub fn rows(&self) -> usize {
        self.series[0].len() - self.depth()
    }

    /// The columns of one direction: what stays, the tested lags, the response.
    pub fn sources(&self, way: Way) -> Vec<Source> {
        let depth = self.depth();
        let all = |series: usize| (1..=depth).map(move |lag| Source::Lag { series, lag });
        let given = (0..self.series.len()).filter(|series| *series != way.cause && *series != way.effect);
        let of_cause = |lag: usize| Source::Lag { series: way.cause, lag };
        (0..self.deterministic.len())
            .map(Source::Deterministic)
            .chain(given.flat_map(all))
            .chain(all(way.effect))
            .chain((self.lags + 1..=depth).map(of_cause))
            .chain((1..=self.lags).map(of_cause))
            .chain([Source::Lag { series: way.effect, lag: 0 }])
            .collect()
    }

    /// Fills a table, column by column, with these columns of these series.
    pub fn fill(&self, sources: &[Source], series: &[Vec<f64>], table: &mut [f64]) {
        let rows = self.rows();
        for (source, column) in sources.iter().zip(table.chunks_exact_mut(rows)) {
            match *source {
                Source::Deterministic(term) => column.copy_from_slice(&self.deterministic[term]),
                Source::Lag { series: number, lag } => {
                    let first = self.depth() - lag;
                    column.copy_from_slice(&series[number][first..first + rows]);
                }
            }
        }
    }
}
