//! The model with given breaks: some columns' coefficients change, the others' do not.

use std::ops::Range;

use ndarray::Array2;

use super::errors::RegimeErrors;
use crate::linalg::{Basis, Cholesky, PivotedQr, Reduction, dot, scale_by};
use crate::{Design, Error, ErrorKind};

/// Columns by what their coefficients do.
#[derive(Debug, Clone)]
pub(super) struct Model {
    /// q columns whose coefficients change.
    pub moving: Vec<Vec<f64>>,
    /// p columns whose coefficients are the same throughout.
    pub fixed: Vec<Vec<f64>>,
    pub response: Vec<f64>,
}

/// Least squares on all rows of the columns of every regime and the fixed ones.
pub(super) struct Broken {
    /// Row at which each regime starts, and the number of rows.
    pub edges: Vec<usize>,
    /// The coefficients of each regime.
    pub delta: Vec<Vec<f64>>,
    /// The coefficients of the fixed columns.
    pub beta: Vec<f64>,
    pub residuals: Vec<f64>,
    /// The columns of every regime with what the fixed ones explain taken out.
    regressors: Vec<Vec<f64>>,
    /// The inverse of their products.
    bread: Array2<f64>,
    partial: bool,
}

impl Model {
    /// The terms named change; all if `None`.
    ///
    /// # Errors
    /// If none is named, or one is not there or named twice.
    pub fn of(design: &Design, changing: Option<&[String]>) -> Result<Self, Error> {
        let terms = changing.unwrap_or(design.terms());
        if terms.is_empty() {
            return Err(
                Error::new(ErrorKind::Argument, "no coefficient is allowed to change").remedy("name at least one term")
            );
        }
        for (i, term) in terms.iter().enumerate() {
            design.position(term)?;
            if terms[..i].contains(term) {
                return Err(Error::new(ErrorKind::Argument, format!("`{term}` is named twice")).remedy("name it once"));
            }
        }
        let moving = terms.iter().map(|term| Ok(design.column(term)?.to_vec())).collect::<Result<_, Error>>()?;
        let fixed = std::iter::zip(design.terms(), design.x().columns())
            .filter(|(term, _)| !terms.contains(term))
            .map(|(_, column)| column.to_vec())
            .collect();
        Ok(Self { moving, fixed, response: design.y().to_vec() })
    }

    pub fn nobs(&self) -> usize {
        self.response.len()
    }

    /// The residual sum of squares with these breaks in these rows; `None` if the coefficients are not identified.
    pub fn rss(&self, rows: Range<usize>, breaks: &[usize]) -> Option<f64> {
        let columns = self.stacked(&rows, breaks);
        let k = columns.len();
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).chain([&self.response[rows]]).collect();
        let reduction = Reduction::of_columns(&slices);
        (slices[0].len() > k && reduction.dependence(k).is_none()).then(|| reduction.residual_square(k, k))
    }

    /// The columns of every regime, then the fixed ones.
    fn stacked(&self, rows: &Range<usize>, breaks: &[usize]) -> Vec<Vec<f64>> {
        let n = rows.len();
        let edges = edges(n, breaks);
        let in_regime = |edge: &[usize], column: &Vec<f64>| {
            let mut own = vec![0.0; n];
            own[edge[0]..edge[1]].copy_from_slice(&column[rows.start + edge[0]..rows.start + edge[1]]);
            own
        };
        let moving = edges.windows(2).flat_map(|edge| self.moving.iter().map(move |column| in_regime(edge, column)));
        moving.chain(self.fixed.iter().map(|column| column[rows.clone()].to_vec())).collect()
    }

    /// Estimates with these breaks (rows before each, counted from the first of `rows`); `None` if not identified.
    pub fn broken(&self, rows: Range<usize>, breaks: &[usize]) -> Option<Broken> {
        let (n, q) = (rows.len(), self.moving.len());
        let columns = self.stacked(&rows, breaks);
        let (k, count) = (columns.len(), (breaks.len() + 1) * q);
        let response = &self.response[rows];
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).chain([response]).collect();
        let reduction = Reduction::of_columns(&slices);
        if n <= k || reduction.dependence(k).is_some() {
            return None;
        }
        let qr = PivotedQr::new(reduction.triangle().to_vec(), k + 1, k);
        let unit = |j: usize| reduction.exponent(j);
        let coefficients: Vec<f64> =
            qr.solve(0).iter().enumerate().map(|(j, value)| scale_by(*value, unit(k) - unit(j))).collect();
        let mut residuals = response.to_vec();
        for (column, coefficient) in columns.iter().zip(&coefficients) {
            residuals.iter_mut().zip(column).for_each(|(left, x)| *left -= coefficient * x);
        }
        let factor = qr.inverse_factor();
        let bread = Array2::from_shape_fn((count, count), |(i, j)| {
            let product: f64 = (0..k).map(|l| factor[l * k + i] * factor[l * k + j]).sum();
            scale_by(product, -unit(i) - unit(j))
        });
        let partial = k > count;
        let mut regressors = columns;
        let fixed = regressors.split_off(count);
        if partial {
            let basis = Basis::of_columns(&fixed.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
            regressors = regressors.into_iter().map(|column| basis.leave(column)).collect();
        }
        Some(Broken {
            edges: edges(n, breaks),
            delta: coefficients[..count].chunks_exact(q).map(<[f64]>::to_vec).collect(),
            beta: coefficients[count..].to_vec(),
            residuals,
            regressors,
            bread,
            partial,
        })
    }
}

fn edges(n: usize, breaks: &[usize]) -> Vec<usize> {
    [0].into_iter().chain(breaks.iter().copied()).chain([n]).collect()
}

impl Broken {
    pub fn breaks(&self) -> usize {
        self.edges.len() - 2
    }

    /// Bai and Perron's (2003) statistic of no break against these: Wald's, over the number of breaks, times
    /// (n − (m + 1)q − p)/n.
    ///
    /// # Errors
    /// If the covariance cannot be had, or is singular.
    pub fn statistic(&self, errors: RegimeErrors) -> Result<f64, Error> {
        let (q, m, n) = (self.delta[0].len(), self.breaks(), self.residuals.len());
        let covariance = self.covariance(errors)?;
        let block = |i: usize, j: usize, a: usize, b: usize| covariance[[i * q + a, j * q + b]];
        let size = m * q;
        let changes: Vec<f64> = self.delta.windows(2).flat_map(|two| (0..q).map(|a| two[1][a] - two[0][a])).collect();
        let of_changes: Vec<f64> = (0..size * size)
            .map(|at| {
                let ((i, a), (j, b)) = ((at / size / q, at / size % q), (at % size / q, at % size % q));
                block(i + 1, j + 1, a, b) - block(i + 1, j, a, b) - block(i, j + 1, a, b) + block(i, j, a, b)
            })
            .collect();
        let cholesky = Cholesky::new(&of_changes, size).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, "the covariance of the changes is singular: a regime is fitted exactly")
                .remedy("ask for longer regimes, or suppose one variance")
        })?;
        let df = n - (m + 1) * q - self.beta.len();
        Ok(cholesky.quadratic_form(&changes) * df as f64 / (n * m) as f64)
    }

    /// The covariance of the coefficients of all regimes, divisors being numbers of rows.
    ///
    /// # Errors
    /// If a lag window does not fit a regime.
    pub fn covariance(&self, errors: RegimeErrors) -> Result<Array2<f64>, Error> {
        let square = |rows: &[f64]| dot(rows, rows);
        let n = self.residuals.len();
        if errors == RegimeErrors::OneVariance {
            return Ok(&self.bread * (square(&self.residuals) / n as f64));
        }
        let (size, q) = (self.regressors.len(), self.delta[0].len());
        let mut meat = Array2::<f64>::zeros((size, size));
        let mut add = |from: usize, sum: Vec<f64>, k: usize| {
            sum.iter().enumerate().for_each(|(at, value)| meat[[from + at / k, from + at % k]] += value);
        };
        for (j, edge) in self.edges.windows(2).enumerate() {
            let (rows, own) = (edge[0]..edge[1], j * q..(j + 1) * q);
            if errors == RegimeErrors::VarianceByRegime {
                let variance = square(&self.residuals[rows.clone()]) / rows.len() as f64;
                let products = (0..size * size).map(|at| {
                    let of = |i: usize| &self.regressors[i][rows.clone()];
                    variance * dot(of(at / size), of(at % size))
                });
                add(0, products.collect(), size);
            } else if !self.partial {
                let (scores, looked_at) = self.scores(rows, own.clone());
                add(own.start, errors.of_scores(scores, q, &looked_at)?, q);
            }
        }
        if self.partial && errors != RegimeErrors::VarianceByRegime {
            let (scores, looked_at) = self.scores(0..n, 0..size);
            add(0, errors.of_scores(scores, size, &looked_at)?, size);
        }
        Ok(self.bread.dot(&meat).dot(&self.bread))
    }

    /// Regressors times residuals, row by row, and which of the regressors vary.
    fn scores(&self, rows: Range<usize>, columns: Range<usize>) -> (Vec<f64>, Vec<bool>) {
        scores(&self.regressors[columns], &self.residuals, rows)
    }
}

/// Columns times residuals in these rows, row by row, and which of the columns vary there: all if none does.
pub(super) fn scores(columns: &[Vec<f64>], residuals: &[f64], rows: Range<usize>) -> (Vec<f64>, Vec<bool>) {
    let scores = rows.clone().flat_map(|row| columns.iter().map(move |column| column[row] * residuals[row])).collect();
    let mut varies: Vec<bool> =
        columns.iter().map(|column| column[rows.clone()].iter().any(|value| *value != column[rows.start])).collect();
    if !varies.contains(&true) {
        varies.fill(true);
    }
    (scores, varies)
}
