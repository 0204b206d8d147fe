//! Both equations of a two-way test from one factorisation.

use crate::linalg::{Reduction, dot, scale_by};
use crate::regression::NestedComparison;

/// How many regressors of each kind both equations have.
///
/// With every lag in, the two equations have the same regressors: deterministic terms; lags 1 to p + d of the given
/// series; lags p + 1 to p + d of both series; lags 1 to p of the first; lags 1 to p of the second. What is tested are
/// the last two groups, one in each equation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Layout {
    /// Deterministic terms.
    pub deterministic: usize,
    /// Series held beside the two.
    pub given: usize,
    /// p: the lags tested.
    pub lags: usize,
    /// d: further lags, which stay in both models.
    pub extra: usize,
}

impl Layout {
    /// Regressors of either equation.
    pub fn regressors(&self) -> usize {
        self.kept() + 2 * self.lags
    }

    /// Regressors that no restriction touches.
    fn kept(&self) -> usize {
        self.deterministic + self.given * (self.lags + self.extra) + 2 * self.extra
    }

    /// The values of regressor `column` in the rows of the test.
    pub fn column<'a>(&self, column: usize, deterministic: &[&'a [f64]], series: &[&'a [f64]]) -> &'a [f64] {
        match self.regressor(column) {
            Regressor::Deterministic(term) => deterministic[term],
            Regressor::Lag { series: number, lag } => {
                let values = series[number];
                &values[self.lags + self.extra - lag..values.len() - lag]
            }
        }
    }

    /// What regressor `column` is.
    pub fn regressor(&self, column: usize) -> Regressor {
        let depth = self.lags + self.extra;
        let Some(column) = column.checked_sub(self.deterministic) else {
            return Regressor::Deterministic(column);
        };
        let Some(rest) = column.checked_sub(self.given * depth) else {
            return Regressor::Lag { series: 2 + column / depth, lag: column % depth + 1 };
        };
        match rest.checked_sub(2 * self.extra) {
            None => Regressor::Lag { series: rest / self.extra, lag: self.lags + rest % self.extra + 1 },
            Some(rest) => Regressor::Lag { series: rest / self.lags.max(1), lag: rest % self.lags.max(1) + 1 },
        }
    }
}

/// One column of a [`Layout`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Regressor {
    /// A deterministic term, by its number.
    Deterministic(usize),
    /// A lag of a series: 0 is the first of the two, 1 the second, from 2 on the given ones.
    Lag { series: usize, lag: usize },
}

/// The rows of a test, rotated into a triangle of `[regressors, first, second]`.
#[derive(Debug, Clone)]
pub(crate) struct LagReduction {
    layout: Layout,
    rows: usize,
    reduction: Reduction,
}

impl LagReduction {
    /// Reduces series of one length (the first, the second, then the given ones); deterministic terms have one value
    /// for each of the `layout.rows(length)` rows.
    pub fn new(layout: Layout, deterministic: &[&[f64]], series: &[&[f64]]) -> Self {
        let length = series.first().map_or(0, |values| values.len());
        let depth = layout.lags + layout.extra;
        let regressors = (0..layout.regressors()).map(|column| layout.column(column, deterministic, series));
        let columns: Vec<&[f64]> = regressors.chain(series[..2].iter().map(|values| &values[depth..])).collect();
        Self { layout, rows: length - depth, reduction: Reduction::of_columns(&columns) }
    }

    /// From a triangle whose columns are those of the layout, then the first and the second series.
    pub fn of_reduction(layout: Layout, rows: usize, reduction: Reduction) -> Self {
        Self { layout, rows, reduction }
    }

    /// The triangle itself, for the refusal of collinear regressors.
    pub fn reduction(&self) -> &Reduction {
        &self.reduction
    }

    /// Whether the first series helps to predict the second, and the second the first.
    pub fn both_ways(&self) -> [LagComparison; 2] {
        let (k, p) = (self.layout.regressors(), self.layout.lags);
        let (first, second) = (k, k + 1);
        // The second's lags stand last, so leaving them out only means to stop earlier. To leave out the first's, the
        // last 2p rows of the triangle are rotated once more, with the second's lags alone.
        let (kept, size) = (k - 2 * p, self.reduction.columns());
        let last_rows = |column: usize| &self.reduction.triangle()[column * size + kept..column * size + k];
        let columns: Vec<&[f64]> = (k - p..k).chain([second]).map(last_rows).collect();
        let rotated = Reduction::of_columns(&columns);
        let left = scale_by(rotated.tail_square(p, p), 2 * rotated.exponent(p));
        let own = &self.reduction.column(first)[k - p..k];
        [self.comparison(second, left), self.comparison(first, dot(own, own))]
    }

    fn comparison(&self, target: usize, explained: f64) -> LagComparison {
        LagComparison {
            lags: self.layout.lags,
            rows: self.rows,
            regressors: self.layout.regressors(),
            explained,
            unrestricted: self.reduction.tail_square(target, self.layout.regressors()),
            total: self.reduction.tail_square(target, 0),
        }
    }
}

/// A residual below this share of the response is rounding: the response is reproduced exactly.
const EXACT_FIT: f64 = 1e-13;

/// One equation with and without the lags in question; sums of squares are in units of the response's scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LagComparison {
    /// Coefficients set to zero.
    pub lags: usize,
    /// Rows, T.
    pub rows: usize,
    /// Coefficients of the unrestricted model.
    pub regressors: usize,
    /// What the lags take from the residual sum of squares, ΔRSS.
    explained: f64,
    /// Residual sum of squares with them.
    unrestricted: f64,
    /// Sum of squares of the response.
    total: f64,
}

impl LagComparison {
    /// Of its parts, the sums of squares in one unit.
    pub fn new(lags: usize, rows: usize, regressors: usize, explained: f64, unrestricted: f64, total: f64) -> Self {
        Self { lags, rows, regressors, explained, unrestricted, total }
    }

    /// From a triangle whose columns are the regressors, those that are tested last, and the response.
    pub fn of_last(reduction: &Reduction, tested: usize, rows: usize) -> Self {
        let k = reduction.columns() - 1;
        let explained = &reduction.column(k)[k - tested..k];
        Self {
            lags: tested,
            rows,
            regressors: k,
            explained: dot(explained, explained),
            unrestricted: reduction.tail_square(k, k),
            total: reduction.tail_square(k, 0),
        }
    }

    /// T less the coefficients of the unrestricted model.
    pub fn df_resid(&self) -> usize {
        self.rows.saturating_sub(self.regressors)
    }

    /// Whether nothing is left to be explained, so that no statistic exists.
    pub fn fits_exactly(&self) -> bool {
        self.unrestricted <= EXACT_FIT * EXACT_FIT * self.total
    }

    /// ΔRSS/RSS of the unrestricted model, of which every statistic is a function.
    pub fn ratio(&self) -> f64 {
        self.explained / self.unrestricted
    }

    /// Every statistic with its p-value.
    pub fn nested(&self) -> NestedComparison {
        NestedComparison::of_squares(self.rows, self.regressors, self.lags, self.explained, self.unrestricted)
    }
}
