//! Ordinary least squares.

use std::sync::Arc;

use ndarray::Array2;

use super::collinear::refuse_collinear;
use super::fit::Fit;
use super::rows::for_each_row;
use crate::linalg::{PivotedQr, Reduction, add_scaled, dot, exponent, norm, scale_by};
use crate::{Design, Error, ErrorKind, Note};

/// Ordinary least squares by Householder QR, never by normal equations.
///
/// # Errors of `fit`
/// Fewer observations than coefficients plus one; regressors that are linear combinations of each other (named, with
/// the combination); a response that does not vary; coefficients too large for a double.
#[derive(Debug, Clone, Copy)]
pub struct Ols;

impl Ols {
    /// Estimates the design, with the classical covariance; [`Fit::with`] takes another.
    ///
    /// # Errors
    /// As listed at [`Ols`].
    pub fn fit(design: &Design) -> Result<Fit, Error> {
        Self::fit_shared(Arc::new(design.clone()))
    }

    /// The same without copying the design: for large data, or many fits of one design.
    ///
    /// # Errors
    /// As listed at [`Ols`].
    pub fn fit_shared(design: Arc<Design>) -> Result<Fit, Error> {
        let estimate = Estimate::new(&design)?;
        Fit::classical(design, Arc::new(estimate))
    }
}

/// What does not depend on the covariance, in scaled units: regressor j divided by 2^exponents\[j\], the response by
/// 2^response_exponent.
#[derive(Debug)]
pub(super) struct Estimate {
    pub(super) exponents: Vec<i32>,
    pub(super) response_exponent: i32,
    pub(super) beta: Vec<f64>,
    /// G with (XᵀX)⁻¹ = G Gᵀ and X G orthonormal; k × k, column by column.
    pub(super) factor: Vec<f64>,
    /// R with X = Q R and Q = X G; k × k, column by column.
    pub(super) root: Vec<f64>,
    pub(super) residuals: Vec<f64>,
    pub(super) rss: f64,
    /// Around the mean if the constant is in the span of the regressors, around zero if not.
    pub(super) tss: f64,
    /// c with X c = 1 in every row, if there is one.
    pub(super) constant: Option<Vec<f64>>,
    /// Which columns are one number in every row.
    pub(super) constant_columns: Vec<bool>,
    /// The residuals are rounding errors.
    pub(super) exact: bool,
    pub(super) notes: Vec<Note>,
}

/// Below this share of √n, what the regressors leave of the constant is rounding.
const SPANS_CONSTANT: f64 = 1e-10;

impl Estimate {
    fn new(design: &Design) -> Result<Self, Error> {
        let (x, y) = (design.x(), design.y());
        let (n, k) = x.dim();
        if n <= k {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "the regression of `{}` on {k} terms needs {} observations, found {n}",
                    design.response(),
                    k + 1
                ),
            )
            .remedy("use fewer terms or a longer sample"));
        }
        let (exponents, constants) = scan(x);
        let response_exponent = exponent(y.iter().copied());
        let constant_column = constants.iter().position(|value| value.is_some_and(|v| v != 0.0));
        // Columns of the reduction: the regressors, the constant if it is not among them, the response.
        let extra = usize::from(constant_column.is_none());
        let mut all_exponents = exponents.clone();
        all_exponents.extend(vec![0; extra]);
        all_exponents.push(response_exponent);
        let reduction = Reduction::fold(n, all_exponents, |start, length, j, target| {
            if j < k {
                let column = x.column(j);
                target.iter_mut().enumerate().for_each(|(i, cell)| *cell = column[start + i]);
            } else if j < k + extra {
                target.fill(1.0);
            } else {
                target.iter_mut().enumerate().for_each(|(i, cell)| *cell = y[start + i]);
            }
            debug_assert_eq!(target.len(), length);
        });
        refuse_collinear(&reduction, k, |j| design.terms()[j].clone(), |j| constants[j])?;

        let p = reduction.columns();
        let qr = PivotedQr::new(reduction.triangle().to_vec(), p, k);
        let mut beta = qr.solve(extra);
        let constant = match constant_column {
            Some(j) => {
                let mut c = vec![0.0; k];
                c[j] = constants[j].map_or(0.0, |value| 1.0 / scale_by(value, -exponents[j]));
                Some(c)
            }
            None => (qr.residual_square(0).sqrt() <= SPANS_CONSTANT * (n as f64).sqrt()).then(|| qr.solve(0)),
        };
        let response_factor = scale_by(1.0, -response_exponent);
        let tss = total_square(y.iter().map(|v| v * response_factor), n, constant.is_some());
        let length = norm(reduction.column(p - 1));
        if tss <= (1e-15 * length).powi(2) {
            return Err(Error::new(ErrorKind::Constant, format!("the response `{}` does not vary", design.response()))
                .remedy("there is nothing to explain"));
        }
        let factor = qr.inverse_factor();
        let residuals = refine(&mut beta, &factor, &exponents, x, y.iter().map(|v| v * response_factor));
        // Everything that was added and subtracted on the way to a residual sets the size of its rounding error.
        let sizes: f64 = (0..k).map(|j| beta[j].abs() * norm(reduction.column(j))).sum();
        let mut rss = qr.residual_square(extra);
        let exact = rss.sqrt() <= 4.0 * f64::EPSILON * k as f64 * (length + sizes);
        let mut notes = Vec::new();
        if exact {
            rss = 0.0;
            notes.push(Note::new(
                "the regressors explain the response exactly: residuals are rounding errors, standard errors are zero",
            ));
        }
        if constant.is_none() {
            notes.push(Note::new(
                "no constant among the regressors: R² is uncentred, the share of the response's sum of squares around zero",
            ));
        } else if constant_column.is_none() {
            notes.push(Note::new("the regressors add up to a constant, so R² is around the mean"));
        }
        Ok(Self {
            exponents,
            response_exponent,
            beta,
            factor,
            root: qr.root(),
            residuals,
            rss,
            tss,
            constant,
            constant_columns: constants.iter().map(Option::is_some).collect(),
            exact,
            notes,
        })
    }
}

/// The residuals, and one step of iterative refinement of the coefficients: what the residuals still have in common with
/// the regressors is rounding, and its image G Gᵀ Xᵀe is taken off the coefficients (Björck 1967).
fn refine(
    beta: &mut [f64],
    factor: &[f64],
    exponents: &[i32],
    x: &Array2<f64>,
    y: impl Iterator<Item = f64>,
) -> Vec<f64> {
    let k = beta.len();
    let units: Vec<f64> = exponents.iter().map(|e| scale_by(1.0, -e)).collect();
    let slopes: Vec<f64> = beta.iter().zip(&units).map(|(b, unit)| b * unit).collect();
    let mut residuals: Vec<f64> = y.collect();
    let mut common = vec![0.0; k];
    for_each_row(x, |i, row| {
        residuals[i] -= dot(row, &slopes);
        for ((common, value), unit) in common.iter_mut().zip(row).zip(&units) {
            *common += residuals[i] * (value * unit);
        }
    });
    for column in factor.chunks_exact(k) {
        add_scaled(beta, dot(column, &common), column);
    }
    residuals
}

/// Each column's exponent, and its value where it is one number in every row.
fn scan(x: &Array2<f64>) -> (Vec<i32>, Vec<Option<f64>>) {
    let k = x.ncols();
    let (mut low, mut high) = (vec![f64::INFINITY; k], vec![f64::NEG_INFINITY; k]);
    for_each_row(x, |_, row| {
        for ((value, low), high) in row.iter().zip(&mut low).zip(&mut high) {
            *low = if *value < *low { *value } else { *low };
            *high = if *value > *high { *value } else { *high };
        }
    });
    let ends = || low.iter().zip(&high);
    (
        ends().map(|(low, high)| exponent([*low, *high])).collect(),
        ends().map(|(low, high)| (low == high).then_some(*low)).collect(),
    )
}

/// The sum of squares around the mean (in two passes, with the first one's rounding corrected) or around zero.
fn total_square(values: impl Iterator<Item = f64> + Clone, n: usize, centred: bool) -> f64 {
    if !centred {
        return values.map(|v| v * v).sum();
    }
    let mean = values.clone().sum::<f64>() / n as f64;
    let (squares, rest) = values.fold((0.0, 0.0), |(squares, rest), v| {
        let d = v - mean;
        (squares + d * d, rest + d)
    });
    squares - rest * rest / n as f64
}
