//! The statistics of one regression, each read off a triangle in which its own columns come last.

use std::f64::consts::TAU;

use super::SeasonalTerms;
use crate::linalg::{Reduction, dot, scale_by};

/// Every statistic of the test, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statistics {
    /// t of π₁ and of π₂.
    pub(super) t: [f64; 2],
    /// F of each pair of complex roots, the longest cycle first.
    pub(super) pairs: Vec<f64>,
    /// F of π₂ to the last; as many roots as seasons less one.
    pub(super) seasonal: f64,
    /// F of π₁ to the last.
    pub(super) all: f64,
}

/// The regressors and the response of the test, for the observations from the second year on.
#[derive(Debug)]
pub(super) struct Filtered {
    /// π₁ … π_S: yₜ₋₁ … yₜ₋ₛ through the filter that keeps one frequency only.
    pub(super) levels: Vec<Vec<f64>>,
    /// yₜ − yₜ₋ₛ.
    pub(super) changes: Vec<f64>,
}

impl Filtered {
    /// Of more than `per_year` values, `per_year` even.
    pub(super) fn of(values: &[f64], per_year: usize) -> Self {
        let filtered = |weight: &dyn Fn(f64) -> f64| -> Vec<f64> {
            let weights: Vec<f64> = (1..=per_year).map(|lag| weight(lag as f64)).collect();
            let rows = per_year..values.len();
            rows.map(|t| weights.iter().zip(values[t - per_year..t].iter().rev()).map(|(w, y)| w * y).sum()).collect()
        };
        let mut levels = vec![filtered(&|_| 1.0), filtered(&|lag| if lag % 2.0 == 0.0 { 1.0 } else { -1.0 })];
        for cycle in 1..per_year / 2 {
            let frequency = TAU * cycle as f64 / per_year as f64;
            levels.push(filtered(&|lag| (frequency * lag).cos()));
            levels.push(filtered(&|lag| (frequency * lag).sin()));
        }
        let changes = values[per_year..].iter().zip(values).map(|(now, then)| now - then).collect();
        Self { levels, changes }
    }

    /// Lags of the seasonal difference, for the rows from `from` on.
    pub(super) fn lags(&self, lags: usize, from: usize) -> impl Iterator<Item = &[f64]> {
        (1..=lags).map(move |lag| &self.changes[from - lag..self.changes.len() - lag])
    }

    /// The statistics with these deterministic columns (a value for each row) and lags; `None` if a column is a
    /// combination of others, the fit is exact or there is no residual degree of freedom.
    pub(super) fn statistics(&self, deterministic: &[Vec<f64>], lags: usize) -> Option<Statistics> {
        let seasons = self.levels.len();
        let mut columns: Vec<&[f64]> = deterministic.iter().map(|column| &column[lags..]).collect();
        columns.extend(self.lags(lags, lags));
        let fixed = columns.len();
        columns.extend(self.levels.iter().map(|column| &column[lags..]));
        columns.push(&self.changes[lags..]);
        let (k, rows) = (fixed + seasons, self.changes.len() - lags);
        let df = rows.checked_sub(k).filter(|df| *df > 0)? as f64;
        let reduction = Reduction::of_columns(&columns);
        let variance = reduction.tail_square(k, k) / df;
        if reduction.dependence(k).is_some() || variance <= 0.0 {
            return None;
        }
        // What deterministic terms and lags leave of the levels and of the change, as many rows as there are columns.
        let left: Vec<Vec<f64>> = (fixed..=k)
            .map(|j| {
                let mut column = reduction.column(j)[fixed..].to_vec();
                column.resize(seasons + 1, 0.0);
                column
            })
            .collect();
        // Some of the levels come last, so that their statistic can be read off.
        let last = |tested: std::ops::Range<usize>| {
            let rest = (0..seasons).filter(|i| !tested.contains(i));
            let order = rest.chain(tested.clone()).chain([seasons]);
            Reduction::of_columns(&order.map(|i| left[i].as_slice()).collect::<Vec<_>>())
        };
        let f = |tested: std::ops::Range<usize>| {
            let (q, own) = (tested.len(), last(tested));
            let along = &own.column(seasons)[seasons - q..seasons];
            scale_by(dot(along, along) / q as f64, 2 * own.exponent(seasons)) / variance
        };
        let t = |i: usize| {
            let own = last(i..i + 1);
            let along = scale_by(own.column(seasons)[seasons - 1], own.exponent(seasons));
            own.column(seasons - 1)[seasons - 1].signum() * along / variance.sqrt()
        };
        let pairs = (1..seasons / 2).map(|pair| f(2 * pair..2 * pair + 2)).collect();
        Some(Statistics { t: [t(0), t(1)], pairs, seasonal: f(1..seasons), all: f(0..seasons) })
    }
}

/// The deterministic columns for the rows from the second year on, the first of which is in this part of the year.
pub(super) fn deterministic(terms: SeasonalTerms, per_year: usize, part: usize, rows: usize) -> Vec<Vec<f64>> {
    let column = |value: &dyn Fn(usize) -> f64| -> Vec<f64> { (0..rows).map(value).collect() };
    let mut columns = Vec::new();
    if terms != SeasonalTerms::None {
        columns.push(column(&|_| 1.0));
    }
    if terms.has_trend() {
        columns.push(column(&|row| (row + 1) as f64));
    }
    if terms.has_seasons() {
        let in_season =
            |season: usize| move |row: usize| f64::from(u8::from((part - 1 + row) % per_year + 1 == season));
        columns.extend((2..=per_year).map(|season| column(&in_season(season))));
    }
    columns
}
