//! What a regression's covariance is computed from.

use ndarray::Array2;

use super::collinear::refuse_collinear;
use super::rows::for_each_row;
use crate::linalg::{PivotedQr, Reduction, add_scaled, dot, exponent, norm, scale_by};
use crate::{Design, Error, ErrorKind, Note};

/// What does not depend on the covariance, in scaled units: regressor j divided by 2^exponents\[j\], the response by
/// 2^response_exponent.
#[derive(Debug, Clone)]
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

impl Estimate {
    /// # Errors
    /// As listed at [`Ols`](super::Ols).
    pub(super) fn new(design: &Design) -> Result<Self, Error> {
        let (x, y) = (design.x(), design.y());
        let (n, k) = x.dim();
        if n <= k {
            let response = design.response();
            let message =
                format!("the regression of `{response}` on {k} terms needs {} observations, found {n}", k + 1);
            return Err(Error::new(ErrorKind::Sample, message).remedy("use fewer terms or a longer sample"));
        }
        let columns = Columns::scan(x);
        let response_exponent = exponent(y.iter().copied());
        let reduction = reduce(design, &columns, response_exponent);
        refuse_collinear(&reduction, k, |j| design.terms()[j].clone(), |j| columns.constants[j])?;

        // After the regressors come the constant, if it is not among them, and the response.
        let response = reduction.columns() - 1;
        let qr = PivotedQr::new(reduction.triangle().to_vec(), reduction.columns(), k);
        let constant = columns.constant_combination(&qr, n);
        let y = y.iter().map(|value| value * scale_by(1.0, -response_exponent));
        let length = norm(reduction.column(response));
        let tss = total_square(y.clone(), n, constant.is_some());
        if tss <= (1e-15 * length).powi(2) {
            return Err(Error::new(ErrorKind::Constant, format!("the response `{}` does not vary", design.response()))
                .remedy("there is nothing to explain"));
        }
        let (mut beta, factor) = (qr.solve(response - k), qr.inverse_factor());
        let residuals = refine(&mut beta, &factor, &columns.exponents, x, y);
        // Everything that was added and subtracted on the way to a residual sets the size of its rounding error.
        let sizes: f64 = (0..k).map(|j| beta[j].abs() * norm(reduction.column(j))).sum();
        let rss = qr.residual_square(response - k);
        let exact = rss.sqrt() <= 4.0 * f64::EPSILON * k as f64 * (length + sizes);
        let mut notes = notes(exact, constant.is_some(), columns.first_constant().is_some());
        notes.extend(near_collinearity(&factor, &reduction, design.terms()));
        Ok(Self {
            response_exponent,
            beta,
            factor,
            root: qr.root(),
            residuals,
            rss: if exact { 0.0 } else { rss },
            tss,
            constant,
            constant_columns: columns.constants.iter().map(Option::is_some).collect(),
            exponents: columns.exponents,
            exact,
            notes,
        })
    }
}

/// What one pass over the regressors tells.
struct Columns {
    exponents: Vec<i32>,
    /// The value of a column that is one number in every row.
    constants: Vec<Option<f64>>,
}

/// Below this share of √n, what the regressors leave of the constant is rounding.
const SPANS_CONSTANT: f64 = 1e-10;

impl Columns {
    fn scan(x: &Array2<f64>) -> Self {
        let k = x.ncols();
        let (mut low, mut high) = (vec![f64::INFINITY; k], vec![f64::NEG_INFINITY; k]);
        for_each_row(x, |_, row| {
            for ((value, low), high) in row.iter().zip(&mut low).zip(&mut high) {
                // `f64::min` would also look for NaN, which a design does not have.
                *low = if *value < *low { *value } else { *low };
                *high = if *value > *high { *value } else { *high };
            }
        });
        let ends = || low.iter().zip(&high);
        Self {
            exponents: ends().map(|(low, high)| exponent([*low, *high])).collect(),
            constants: ends().map(|(low, high)| (low == high).then_some(*low)).collect(),
        }
    }

    /// The first column that is one number other than zero in every row, and that number.
    fn first_constant(&self) -> Option<(usize, f64)> {
        let constants = self.constants.iter().enumerate();
        constants.filter_map(|(j, value)| value.filter(|v| *v != 0.0).map(|v| (j, v))).next()
    }

    /// The combination of the scaled columns that is one in every row; the factorisation's first target is the constant
    /// if no column is constant.
    fn constant_combination(&self, qr: &PivotedQr, n: usize) -> Option<Vec<f64>> {
        let Some((j, value)) = self.first_constant() else {
            let spanned = qr.residual_square(0).sqrt() <= SPANS_CONSTANT * (n as f64).sqrt();
            return spanned.then(|| qr.solve(0));
        };
        let mut combination = vec![0.0; self.exponents.len()];
        combination[j] = 1.0 / scale_by(value, -self.exponents[j]);
        Some(combination)
    }
}

/// Reduces the regressors, the constant unless one of them is it, and the response.
fn reduce(design: &Design, columns: &Columns, response_exponent: i32) -> Reduction {
    let (x, y) = (design.x(), design.y());
    let (n, k) = x.dim();
    let mut exponents = columns.exponents.clone();
    exponents.extend(columns.first_constant().is_none().then_some(0));
    exponents.push(response_exponent);
    let response = exponents.len() - 1;
    Reduction::fold(n, exponents, |start, j, target| {
        let rows = start..start + target.len();
        if j < k {
            target.iter_mut().zip(rows).for_each(|(cell, i)| *cell = x[[i, j]]);
        } else if j < response {
            target.fill(1.0);
        } else {
            target.iter_mut().zip(rows).for_each(|(cell, i)| *cell = y[i]);
        }
    })
}

fn notes(exact: bool, spans_constant: bool, has_constant_column: bool) -> Vec<Note> {
    let exactness = exact.then_some(
        "the regressors explain the response exactly: residuals are rounding errors, standard errors are zero",
    );
    let constant = match (spans_constant, has_constant_column) {
        (true, true) => None,
        (true, false) => Some("the regressors add up to a constant, so R² is around the mean"),
        (false, _) => Some(
            "no constant among the regressors: R² is uncentred, the share of the response's sum of squares around zero",
        ),
    };
    exactness.into_iter().chain(constant).map(Note::new).collect()
}

/// From this ratio on, a reader must know that digits are lost.
const ILL_CONDITIONED: f64 = 1e7;

/// A note where a regressor is so nearly a combination of the others that its coefficient has few digits left.
///
/// The ratio is |x_j| over what the others leave of it (the root of its uncentred variance inflation factor).
fn near_collinearity(factor: &[f64], reduction: &Reduction, terms: &[String]) -> Option<Note> {
    let k = terms.len();
    let ratio = |j: usize| {
        let spread: f64 = (0..k).map(|l| factor[l * k + j].powi(2)).sum();
        spread.sqrt() * norm(reduction.column(j))
    };
    let worst = (0..k).fold((0, 0.0), |worst, j| if ratio(j) > worst.1 { (j, ratio(j)) } else { worst });
    (worst.1 >= ILL_CONDITIONED).then(|| {
        Note::new(format!(
            "`{}` is nearly a linear combination of the other regressors: about {:.0} of the 16 digits of its coefficient \
             are lost",
            terms[worst.0],
            worst.1.log10()
        ))
    })
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
