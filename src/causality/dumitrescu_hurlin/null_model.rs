//! The units without the cause: an autoregression of the effect in each.

use super::unit::{Unit, Way};
use crate::linalg::{PivotedQr, Reflections, exponent, scale_by};

/// One unit's autoregression of the effect, and what every draw needs of the rest.
#[derive(Debug, Clone)]
pub(super) struct NullUnit {
    /// The number of the first row's date, counted from the earliest row of any unit.
    pub first: usize,
    /// Residuals in the unit's own rows.
    pub residuals: Vec<f64>,
    pub intercept: f64,
    pub slopes: Vec<f64>,
    /// The effect, from the first of the lags on.
    pub levels: Vec<f64>,
    /// The constant and the cause's lags, which no draw changes.
    pub fixed: Reflections,
    pub constant: Reflections,
    pub df: usize,
}

impl NullUnit {
    /// Of units whose regressors are not collinear; series are brought to ordinary size, which changes no statistic.
    pub fn all(units: &[Unit], way: Way, lags: usize) -> Vec<Self> {
        let firsts: Vec<_> = units.iter().map(|unit| unit.first_row(lags)).collect();
        let earlier = |a, b| if b < a { b } else { a };
        let Some(origin) = firsts.iter().copied().reduce(earlier) else { return Vec::new() };
        units
            .iter()
            .zip(&firsts)
            .map(|(unit, first)| {
                let offset = first.since(origin).ok().and_then(|steps| usize::try_from(steps).ok()).unwrap_or(0);
                Self::of(unit, way, lags, offset)
            })
            .collect()
    }

    fn of(unit: &Unit, way: Way, lags: usize, first: usize) -> Self {
        let scaled = |series: usize| {
            let values = unit.series[series].values();
            let e = exponent(values.iter().copied());
            values.iter().map(|value| scale_by(*value, -e)).collect::<Vec<f64>>()
        };
        let (levels, cause) = (scaled(way.effect), scaled(way.cause));
        let rows = levels.len() - lags;
        let ones = vec![1.0; rows];
        let lag = |values: &'_ [f64], lag: usize| values[lags - lag..lags - lag + rows].to_vec();
        let mut table = ones.clone();
        (1..=lags).chain([0]).for_each(|k| table.extend(lag(&levels, k)));
        let coefficients = PivotedQr::new(table, rows, lags + 1).solve(0);
        let (intercept, slopes) = (coefficients[0], coefficients[1..].to_vec());
        let fitted = |t: usize| intercept + (1..=lags).map(|k| slopes[k - 1] * levels[lags + t - k]).sum::<f64>();
        let residuals = (0..rows).map(|t| levels[lags + t] - fitted(t)).collect();
        let causes: Vec<Vec<f64>> = (1..=lags).map(|k| lag(&cause, k)).collect();
        let columns: Vec<&[f64]> = std::iter::once(ones.as_slice()).chain(causes.iter().map(Vec::as_slice)).collect();
        Self {
            first,
            residuals,
            intercept,
            slopes,
            fixed: Reflections::of(&columns, rows),
            constant: Reflections::of(&columns[..1], rows),
            levels,
            df: rows - 2 * lags - 1,
        }
    }
}
