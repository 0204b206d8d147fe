//! Hansen's (2000) fixed-regressor bootstrap: the regressors as they are, errors drawn anew.

use serde::Serialize;

use super::result::{FUNCTIONALS, functional};
use super::{BreakStatistic, SupFResult};
use crate::dist::sup_wald::Functional;
use crate::linalg::{Basis, Cholesky, dot};
use crate::regression::Covariance;
use crate::resampling::{Streams, all_threads, spread};
use crate::table::{Cell, Column, Table, shows_itself};
use crate::{Error, ErrorKind};

/// The errors that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BreakErrors {
    /// Standard normal: one variance.
    Homoskedastic,
    /// Standard normal times the residual of the model with the break at the estimated date: variances as they are.
    #[default]
    Heteroskedastic,
}

/// p-values by the bootstrap.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BreakBootstrap {
    /// The errors drawn.
    pub errors: BreakErrors,
    /// Samples drawn.
    pub draws: usize,
    /// Of the random numbers.
    pub seed: u64,
    /// (1 + the draws at or above the statistic)/(1 + draws), of the largest.
    pub sup: f64,
    /// The same of the average.
    pub ave: f64,
    /// The same of the exponential average.
    pub exp: f64,
}

impl BreakBootstrap {
    /// A row for each statistic.
    pub fn table(&self) -> Table {
        let mut table = Table::new("break-bootstrap", "p-values by the fixed-regressor bootstrap")
            .column(Column::text("statistic", "Statistic"))
            .column(Column::number("p_value", "p"));
        for (name, p) in [("sup", self.sup), ("ave", self.ave), ("exp", self.exp)] {
            table.push_row([Cell::text(name), Cell::p_value(p)]);
        }
        let errors = match self.errors {
            BreakErrors::Homoskedastic => "standard normal",
            BreakErrors::Heteroskedastic => "standard normal times the residuals with the break",
        };
        table.note(format!("Hansen (2000); {} draws, seed {}, errors {errors}.", self.draws, self.seed))
    }
}

shows_itself!(BreakBootstrap => table);

/// A date as a comparison of two models: where the rows after it start, and the Cholesky factor of U'(P − P²)U, P being the
/// products of the orthonormal regressors over the rows after, U the directions that may change.
struct Date {
    before: usize,
    factor: Cholesky,
}

impl SupFResult {
    /// Draws responses without a break on these regressors and compares.
    ///
    /// # Errors
    /// If no sample is to be drawn, or the covariance is not the classical one: its statistic is not simulated.
    pub fn bootstrap(&self, errors: BreakErrors, draws: usize, seed: u64) -> Result<BreakBootstrap, Error> {
        if draws == 0 {
            return Err(Error::new(ErrorKind::Argument, "no sample is to be drawn").remedy("999 is a usual number"));
        }
        if self.covariance != Covariance::Classical {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the bootstrap is of statistics with the classical covariance, not {}", self.covariance),
            )
            .remedy("leave the covariance classical and draw heteroskedastic errors"));
        }
        let found = self.drawn(errors, draws, seed)?;
        let own = FUNCTIONALS.map(|(of, ..)| functional(of, self.statistics.iter().map(|(_, w)| *w)));
        let p = |of: Functional| {
            let at = of as usize;
            (1 + found.iter().filter(|drawn| drawn[at] >= own[at]).count()) as f64 / (1 + draws) as f64
        };
        let (sup, ave, exp) = (p(Functional::Sup), p(Functional::Ave), p(Functional::Exp));
        Ok(BreakBootstrap { errors, draws, seed, sup, ave, exp })
    }

    /// The three statistics of responses without a break, drawn on these regressors.
    pub(super) fn drawn(&self, errors: BreakErrors, draws: usize, seed: u64) -> Result<Vec<[f64; 3]>, Error> {
        let (n, all) = (self.design.nobs(), self.design.terms().len() + self.terms.len());
        let columns: Vec<Vec<f64>> = self.design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let collinear = || Error::new(ErrorKind::Collinear, "the regressors are collinear").remedy("leave one out");
        let basis = Basis::of_columns(&slices).ok_or_else(collinear)?;
        let q: Vec<&[f64]> = basis.vectors().collect();
        let directions = self.directions(&q)?;
        let dates: Vec<Date> = self.dates(&q, &directions).collect();
        let scales = match errors {
            BreakErrors::Homoskedastic => vec![1.0; n],
            BreakErrors::Heteroskedastic => self.residuals_at_the_break()?,
        };
        let mut found = vec![[0.0; 3]; draws];
        spread(&mut found, all_threads(), |first, part| {
            let (mut path, mut sums) = (vec![0.0; dates.len()], vec![0.0; q.len()]);
            let mut along = vec![0.0; directions.len()];
            for (draw, found) in (first as u64..).zip(part) {
                let mut stream = Streams::new(seed).replication(draw);
                let response: Vec<f64> = scales.iter().map(|scale| scale * stream.standard_normal()).collect();
                let left = basis.leave(response);
                let restricted = dot(&left, &left);
                sums.fill(0.0);
                let mut next = n;
                for (date, w) in dates.iter().zip(&mut path).rev() {
                    for row in date.before..next {
                        sums.iter_mut().zip(&q).for_each(|(sum, q)| *sum += q[row] * left[row]);
                    }
                    next = date.before;
                    along.iter_mut().zip(&directions).for_each(|(along, u)| *along = dot(u, &sums));
                    let gain = date.factor.quadratic_form(&along);
                    let unrestricted = restricted - gain;
                    let n = n as f64;
                    *w = match self.statistic {
                        BreakStatistic::F => gain / (unrestricted / (n - all as f64)),
                        BreakStatistic::Wald => n * gain / unrestricted,
                        BreakStatistic::Lr => n * (restricted / unrestricted).ln(),
                        BreakStatistic::Lm => n * gain / restricted,
                    };
                }
                *found = FUNCTIONALS.map(|(of, ..)| functional(of, path.iter().copied()));
            }
        });
        Ok(found)
    }

    /// Coordinates, in the orthonormal regressors, of an orthonormal basis of the terms that may change.
    fn directions(&self, q: &[&[f64]]) -> Result<Vec<Vec<f64>>, Error> {
        let mut directions = Basis::new(q.len());
        for term in &self.terms {
            let column = self.design.column(term)?.to_vec();
            let coordinates = q.iter().map(|q| dot(q, &column)).collect();
            directions.push(coordinates).ok_or_else(|| {
                Error::new(ErrorKind::Collinear, format!("`{term}` is named twice")).remedy("name it once")
            })?;
        }
        Ok(directions.vectors().map(<[f64]>::to_vec).collect())
    }

    fn dates<'a>(&'a self, q: &'a [&[f64]], directions: &'a [Vec<f64>]) -> impl Iterator<Item = Date> + 'a {
        let k = q.len();
        let mut products = vec![0.0; k * k];
        let mut from = 0;
        // Of the rows before: P(1 − P) is the same for both sides.
        self.statistics.iter().filter_map(move |(before, _)| {
            for row in from..*before {
                for (i, a) in q.iter().enumerate() {
                    for (j, b) in q.iter().enumerate() {
                        products[i * k + j] += a[row] * b[row];
                    }
                }
            }
            from = *before;
            let times = |u: &[f64]| -> Vec<f64> { products.chunks_exact(k).map(|row| dot(row, u)).collect() };
            let images: Vec<Vec<f64>> = directions.iter().map(|u| times(u)).collect();
            let size = directions.len();
            let matrix: Vec<f64> = (0..size * size)
                .map(|at| {
                    let (i, j) = (at / size, at % size);
                    dot(&directions[i], &images[j]) - dot(&images[i], &images[j])
                })
                .collect();
            Some(Date { before: *before, factor: Cholesky::new(&matrix, size)? })
        })
    }

    /// Residuals of the model whose coefficients change at the estimated date.
    fn residuals_at_the_break(&self) -> Result<Vec<f64>, Error> {
        let changes = crate::breaks::regimes::Regimes::new(&self.design, self.rows_before()).changes(&self.terms)?;
        let columns: Vec<Vec<f64>> =
            self.design.x().columns().into_iter().map(|column| column.to_vec()).chain(changes).collect();
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let basis = Basis::of_columns(&slices).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, "the regimes at the estimated date are not identified")
                .remedy("draw homoskedastic errors")
        })?;
        Ok(basis.leave(self.design.y().to_vec()))
    }
}
