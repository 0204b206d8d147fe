//! Least squares of all equations, each on its own regressors, from the one triangle of the whole table.
//!
//! The triangle's columns are scaled by powers of two; everything here is in those units, and the last step goes back.

use ndarray::{Array2, ArrayView2};

use super::Pattern;
use crate::linalg::lower_root;
use crate::linalg::{PivotedQr, Reduction, add_scaled, dot, inverse_upper, scale_by, solve_upper};
use crate::var::response_errors::lower_inverse;
use crate::{Error, ErrorKind};

/// The rotated table: k regressors, then the responses.
pub(in crate::var) struct System<'a> {
    reduction: &'a Reduction,
    equations: usize,
}

/// Generalised least squares of the free coefficients of all equations, one after another, in scaled units.
pub(in crate::var) struct Weighted {
    pub free: Vec<f64>,
    /// G with GG' their covariance, a row for each.
    pub root: Array2<f64>,
    /// tr(Σ⁻¹U'U).
    pub square: f64,
}

impl<'a> System<'a> {
    pub fn new(reduction: &'a Reduction, equations: usize) -> Self {
        Self { reduction, equations }
    }

    /// k + K.
    fn size(&self) -> usize {
        self.reduction.columns()
    }

    /// k.
    pub fn terms(&self) -> usize {
        self.size() - self.equations
    }

    /// A column of the triangle, zeros below its diagonal included.
    fn column(&self, j: usize) -> &[f64] {
        &self.reduction.triangle()[j * self.size()..(j + 1) * self.size()]
    }

    fn response(&self, equation: usize) -> &[f64] {
        self.column(self.terms() + equation)
    }

    fn exponent(&self, equation: usize, term: usize) -> i32 {
        self.reduction.exponent(self.terms() + equation) - self.reduction.exponent(term)
    }

    /// Least squares of one equation on these of its terms: coefficients, the roots of the diagonal of (X'X)⁻¹ and the residual
    /// sum of squares.
    pub fn equation(&self, equation: usize, kept: &[usize]) -> (Vec<f64>, Vec<f64>, f64) {
        let k = kept.len();
        let columns: Vec<usize> = kept.iter().copied().chain([self.terms() + equation]).collect();
        let selected = self.reduction.select(&columns);
        let mut free = selected.column(k)[..k].to_vec();
        solve_upper(selected.triangle(), k + 1, &mut free);
        let inverse = inverse_upper(selected.triangle(), k + 1, k);
        let spread = |i: usize| (i..k).map(|j| inverse[j * k + i].powi(2)).sum::<f64>().sqrt();
        (free, (0..k).map(spread).collect(), selected.tail_square(k, k))
    }

    /// Least squares equation by equation.
    pub fn by_equation(&self, pattern: &Pattern) -> Vec<f64> {
        pattern.0.iter().enumerate().flat_map(|(i, kept)| self.equation(i, kept).0).collect()
    }

    /// U'U of these coefficients, scaled.
    pub fn products(&self, pattern: &Pattern, free: &[f64]) -> Array2<f64> {
        let mut left: Vec<Vec<f64>> = (0..self.equations).map(|i| self.response(i).to_vec()).collect();
        let mut weights = free.iter();
        for (residuals, kept) in left.iter_mut().zip(&pattern.0) {
            for (&term, weight) in kept.iter().zip(&mut weights) {
                add_scaled(residuals, -weight, self.column(term));
            }
        }
        Array2::from_shape_fn((self.equations, self.equations), |(i, j)| dot(&left[i], &left[j]))
    }

    /// Generalised least squares with errors of this covariance (scaled). The equations are multiplied by the inverse of its
    /// lower root and stacked: (P⁻¹ ⊗ I) turns every block into one with unit errors.
    ///
    /// # Errors
    /// If the covariance is singular.
    pub fn weighted(&self, pattern: &Pattern, sigma: &Array2<f64>) -> Result<Weighted, Error> {
        let (rows, m) = (self.size() * self.equations, pattern.count());
        let whitening = lower_root(sigma).map(|root| lower_inverse(&root)).ok_or_else(singular)?;
        let mut stacked = vec![0.0; rows * (m + 1)];
        let mut targets = stacked.chunks_exact_mut(rows);
        for (equation, kept) in pattern.0.iter().enumerate() {
            for &term in kept {
                let Some(target) = targets.next() else { break };
                self.stack(target, &whitening, equation, self.column(term));
            }
        }
        if let Some(target) = targets.next() {
            (0..self.equations).for_each(|i| self.stack(target, &whitening, i, self.response(i)));
        }
        let qr = PivotedQr::new(stacked, rows, m);
        let root = ArrayView2::from_shape((m, m), &qr.inverse_factor()).map(|view| view.t().to_owned());
        let root = root.map_err(|_| singular())?;
        let free = qr.solve(0);
        if free.iter().chain(&root).all(|value| value.is_finite()) {
            Ok(Weighted { free, root, square: qr.residual_square(0) })
        } else {
            Err(singular())
        }
    }

    /// Adds what a column of one equation comes to in every block.
    fn stack(&self, target: &mut [f64], whitening: &Array2<f64>, equation: usize, column: &[f64]) {
        for (block, weights) in target.chunks_exact_mut(self.size()).zip(whitening.rows()) {
            add_scaled(block, weights[equation], column);
        }
    }

    /// All coefficients in the data's units, zeros included: a row for each term, a column for each equation.
    pub fn unscaled(&self, pattern: &Pattern, free: &[f64]) -> Array2<f64> {
        let mut coefficients = Array2::zeros((self.terms(), self.equations));
        for ((equation, term), value) in places(pattern).zip(free) {
            coefficients[[term, equation]] = scale_by(*value, self.exponent(equation, term));
        }
        coefficients
    }

    /// G, a row for each term of each equation (equation by equation, zeros included), with GG' the covariance of generalised
    /// least squares with errors of this covariance (scaled).
    pub fn root_of_weighted(&self, pattern: &Pattern, sigma: &Array2<f64>) -> Result<Array2<f64>, Error> {
        let weighted = self.weighted(pattern, sigma)?;
        let mut root = Array2::zeros((self.terms() * self.equations, weighted.root.ncols()));
        for ((equation, term), row) in places(pattern).zip(weighted.root.rows()) {
            let exponent = self.exponent(equation, term);
            root.row_mut(equation * self.terms() + term).assign(&row.mapv(|value| scale_by(value, exponent)));
        }
        Ok(root)
    }

    /// The same for least squares equation by equation: (X'ᵢXᵢ)⁻¹X'ᵢ beside one another, each times a row of Σ's lower root.
    pub fn root_by_equation(&self, pattern: &Pattern, sigma: &Array2<f64>) -> Result<Array2<f64>, Error> {
        let lower = lower_root(sigma).ok_or_else(singular)?;
        let (size, terms) = (self.size(), self.terms());
        let mut root = Array2::zeros((terms * self.equations, size * self.equations));
        for (equation, kept) in pattern.0.iter().enumerate() {
            let k = kept.len();
            let stacked: Vec<f64> = kept.iter().flat_map(|&term| self.column(term).iter().copied()).collect();
            let factor = PivotedQr::new(stacked, size, k).inverse_factor();
            // G', then G G' X' row by row.
            for (i, &term) in kept.iter().enumerate() {
                let mut row = vec![0.0; size];
                for (l, &other) in kept.iter().enumerate() {
                    let weight: f64 = (0..k).map(|g| factor[g * k + i] * factor[g * k + l]).sum();
                    add_scaled(&mut row, weight, self.column(other));
                }
                for block in 0..=equation {
                    for (at, value) in row.iter().enumerate() {
                        let value = scale_by(*value, -self.reduction.exponent(term));
                        root[[equation * terms + term, block * size + at]] = lower[[equation, block]] * value;
                    }
                }
            }
        }
        Ok(root)
    }
}

/// Equation and term of every free coefficient, in their order.
fn places(pattern: &Pattern) -> impl Iterator<Item = (usize, usize)> {
    pattern.0.iter().enumerate().flat_map(|(equation, kept)| kept.iter().map(move |&term| (equation, term)))
}

pub(super) fn singular() -> Error {
    Error::new(ErrorKind::Collinear, "the errors of the equations are collinear")
        .remedy("leave out a series that the others determine")
}
