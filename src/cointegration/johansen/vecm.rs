//! The vector error-correction model with a chosen number of relations.

use ndarray::{Array2, Axis};

use super::canonical::{Canonical, rank, unit_length};
use super::matrix::{beside, columns, flat, rows, svd};
use super::rank::JohansenResult;
use super::system::scale_rows;
use super::terms::Named;
use crate::linalg::{PivotedQr, exponent, scale_by};
use crate::table::shows_itself;
use crate::{Error, ErrorKind, Note, Sample};

/// What the residual sums of squares are divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Divisor {
    /// The rows T: maximum likelihood (statsmodels, gretl's Σ).
    #[doc(alias = "ml")]
    Rows,
    /// Rows less coefficients of an equation, r loadings included: least squares (urca's `cajorls`).
    #[default]
    DegreesOfFreedom,
}

/// A vector error-correction model with r long-run relations.
///
/// Estimated relations are normalised on the first r series: the first r rows of β are the identity matrix.
#[derive(Debug, Clone)]
pub struct Vecm {
    pub(super) johansen: JohansenResult,
    rank: usize,
    beta: Array2<f64>,
    beta_se: Option<Array2<f64>>,
    /// Unrestricted terms, then the relations; a column for each equation.
    coefficients: Array2<f64>,
    /// F with (Z'Z)⁻¹ = FF', a row for each coefficient of an equation, in its units.
    factor: Array2<f64>,
    sigma: Array2<f64>,
    /// Whether β was given and not estimated.
    known: bool,
}

impl Vecm {
    pub(super) fn new(johansen: JohansenResult, rank: usize) -> Result<Self, Error> {
        johansen.refuse_rank(rank)?;
        let (level_exponents, _) = johansen.exponents();
        let vectors = columns(&johansen.canonical.vectors, 0..rank);
        let beta = identity_block(&scale_rows(&vectors, &level_exponents, true)).ok_or_else(|| {
            let first = johansen.names()[..rank].join(", ");
            Error::new(ErrorKind::Collinear, format!("the relations cannot be solved for {first}"))
                .remedy("name series first that take part in the relations")
        })?;
        let mut model = Self::fitted(johansen, beta, false);
        model.beta_se = model.beta_std_errors_ml();
        Ok(model)
    }

    /// Least squares given the relations, a column each, a row for each level.
    ///
    /// # Errors
    /// If nothing is identified, or a relation is a combination of the others.
    pub(super) fn given(johansen: JohansenResult, beta: Array2<f64>) -> Result<Self, Error> {
        johansen.refuse_rank(beta.ncols())?;
        if rank(&beta) < beta.ncols() {
            return Err(Error::new(ErrorKind::Collinear, "a relation is a combination of the others")
                .remedy("give each relation once"));
        }
        Ok(Self::fitted(johansen, beta, true))
    }

    fn fitted(johansen: JohansenResult, beta: Array2<f64>, known: bool) -> Self {
        let Fitted { coefficients, factor, sigma } = Fitted::new(&johansen, &beta);
        Self { beta_se: None, rank: beta.ncols(), beta, coefficients, factor, sigma, known, johansen }
    }

    /// The coefficients, a row for each of [`terms`](Self::terms), then for each relation, and F with (Z'Z)⁻¹ = FF'.
    pub(crate) fn estimates(&self) -> (&Array2<f64>, &Array2<f64>) {
        (&self.coefficients, &self.factor)
    }

    /// The columns of the equations: regressors in the order of the coefficients, then differences.
    pub(crate) fn columns(&self) -> (Vec<Named>, &[Named]) {
        let system = &self.johansen.system;
        let relation = |j: usize| {
            let weights = self.beta.column(j);
            let value = |t: usize| system.levels.iter().zip(weights).map(|((_, level), b)| level[t] * b).sum();
            (format!("relation {}", j + 1), (0..system.rows()).map(value).collect())
        };
        let regressors = system.unrestricted.iter().cloned().chain((0..self.rank).map(relation)).collect();
        (regressors, &system.changes)
    }

    /// The rank tests that the model came from.
    pub fn johansen(&self) -> &JohansenResult {
        &self.johansen
    }

    /// r.
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// β, a column for each relation, rows as [`level_names`](JohansenResult::level_names); its first r rows are the
    /// identity unless it was given.
    pub fn beta(&self) -> &Array2<f64> {
        &self.beta
    }

    /// Standard errors of β (Lütkepohl, 2005, eq. 7.2.16): roots of the diagonal of (R₂'R₂)⁻¹ ⊗ (α'Σ⁻¹α)⁻¹ with Σ by T, R₂ the
    /// residuals of the levels that are not normalised upon. Zeros in the first r rows; `None` if the loadings leave a
    /// relation without information, or the relations were given.
    pub fn beta_std_errors(&self) -> Option<&Array2<f64>> {
        self.beta_se.as_ref()
    }

    /// α, a column for each relation, a row for each series.
    pub fn alpha(&self) -> Array2<f64> {
        self.loading_rows(&self.coefficients)
    }

    /// Standard errors of α, β taken as known.
    pub fn alpha_std_errors(&self, divisor: Divisor) -> Array2<f64> {
        self.loading_rows(&self.std_errors(divisor))
    }

    /// The names of the unrestricted terms: deterministic terms, dummies, exogenous series, lagged differences.
    pub fn terms(&self) -> Vec<&str> {
        self.johansen.system.unrestricted.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The coefficients of the unrestricted [`terms`](Self::terms): a row for each term, a column for each series.
    #[doc(alias = "gamma")]
    pub fn short_run(&self) -> Array2<f64> {
        rows(&self.coefficients, 0..self.terms().len())
    }

    /// Their standard errors, β taken as known.
    pub fn short_run_std_errors(&self, divisor: Divisor) -> Array2<f64> {
        rows(&self.std_errors(divisor), 0..self.terms().len())
    }

    /// The last r rows, a column for each.
    fn loading_rows(&self, coefficients: &Array2<f64>) -> Array2<f64> {
        rows(coefficients, coefficients.nrows() - self.rank..coefficients.nrows()).t().to_owned()
    }

    fn std_errors(&self, divisor: Divisor) -> Array2<f64> {
        let sigma = self.sigma(divisor);
        let spreads: Vec<f64> = self.factor.rows().into_iter().map(|row| row.dot(&row).sqrt()).collect();
        Array2::from_shape_fn(self.coefficients.dim(), |(j, i)| spreads[j] * sigma[[i, i]].sqrt())
    }

    /// Rows less coefficients of an equation.
    pub fn df_resid(&self) -> usize {
        self.sample().n.saturating_sub(self.coefficients.nrows())
    }

    /// Σ, the covariance of the errors.
    pub fn sigma(&self, divisor: Divisor) -> Array2<f64> {
        let factor = match divisor {
            Divisor::Rows => 1.0,
            Divisor::DegreesOfFreedom => self.sample().n as f64 / self.df_resid().max(1) as f64,
        };
        &self.sigma * factor
    }

    /// The log-likelihood.
    pub fn log_likelihood(&self) -> f64 {
        let (johansen, r) = (&self.johansen, self.rank);
        if !self.known {
            return johansen.log_likelihood_from(johansen.canonical.log_sum(r));
        }
        let residuals = &johansen.residuals;
        let relations = residuals.levels.dot(&scale_rows(&self.beta, &johansen.exponents().0, false));
        johansen.log_likelihood_from(Canonical::of(&unit_length(&relations), &residuals.changes, r).log_sum(r))
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.johansen.sample()
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.johansen.notes
    }

    fn beta_std_errors_ml(&self) -> Option<Array2<f64>> {
        let (level_exponents, change_exponents) = self.johansen.exponents();
        let free = columns(&self.johansen.residuals.levels, self.rank..self.beta.nrows());
        let levels = diagonal_of_inverse(&free)?;
        // Σ = E'E/T: with E = U S V', α'Σ⁻¹α = T W'W for W = S⁻¹V'α.
        let alpha = scale_rows(&self.alpha(), &change_exponents, true);
        let sigma = Array2::from_shape_fn(self.sigma.dim(), |(i, j)| {
            scale_by(self.sigma[[i, j]], -change_exponents[i] - change_exponents[j])
        });
        let p = sigma.nrows();
        let root = svd(&sigma);
        let whitened = Array2::from_shape_fn((p, self.rank), |(i, j)| {
            let along: f64 = root.right(i).iter().zip(alpha.column(j)).map(|(v, a)| v * a).sum();
            along / root.values()[i].sqrt()
        });
        let loadings = diagonal_of_inverse(&whitened)?;
        Some(Array2::from_shape_fn(self.beta.dim(), |(i, j)| match i.checked_sub(self.rank) {
            None => 0.0,
            Some(row) => scale_by((levels[row] * loadings[j]).sqrt(), -level_exponents[i]),
        }))
    }
}

/// β (its first r rows)⁻¹; `None` if they are singular.
pub(super) fn identity_block(beta: &Array2<f64>) -> Option<Array2<f64>> {
    let r = beta.ncols();
    let block = rows(beta, 0..r);
    // Solve block'·X' = β', each row of X a row of the result.
    let system = beside(&block.t().to_owned(), &beta.t().to_owned());
    let qr = PivotedQr::new(flat(&system), r, r);
    let mut solved = Array2::zeros(beta.dim());
    for i in 0..beta.nrows() {
        solved.row_mut(i).iter_mut().zip(qr.solve(i)).for_each(|(to, value)| *to = value);
    }
    // The block itself is exactly the identity, not to rounding.
    for i in 0..r {
        (0..r).for_each(|j| solved[[i, j]] = f64::from(u8::from(i == j)));
    }
    solved.iter().all(|value| value.is_finite()).then_some(solved)
}

/// The diagonal of (A'A)⁻¹.
fn diagonal_of_inverse(a: &Array2<f64>) -> Option<Vec<f64>> {
    let k = a.ncols();
    let factor = PivotedQr::new(flat(a), a.nrows(), k).inverse_factor();
    let diagonal: Vec<f64> = (0..k).map(|i| (0..k).map(|j| factor[j * k + i].powi(2)).sum()).collect();
    diagonal.iter().all(|value| value.is_finite()).then_some(diagonal)
}

/// Least squares given β.
struct Fitted {
    coefficients: Array2<f64>,
    factor: Array2<f64>,
    sigma: Array2<f64>,
}

impl Fitted {
    fn new(johansen: &JohansenResult, beta: &Array2<f64>) -> Self {
        let (system, reduction) = (&johansen.system, &johansen.reduction);
        let (fixed, levels, size) = (system.unrestricted.len(), system.levels.len(), reduction.columns());
        let (level_exponents, change_exponents) = johansen.exponents();
        let triangle = Array2::from_shape_fn((size, size), |(i, j)| if i > j { 0.0 } else { reduction.column(j)[i] });
        let mut relations = columns(&triangle, fixed..fixed + levels).dot(&scale_rows(beta, &level_exponents, false));
        let mut exponents: Vec<i32> = (0..fixed).map(|j| reduction.exponent(j)).collect();
        for mut column in relations.axis_iter_mut(Axis(1)) {
            let e = exponent(column.iter().copied());
            column.mapv_inplace(|value| scale_by(value, -e));
            exponents.push(e);
        }
        let regressors = beside(&columns(&triangle, 0..fixed), &relations);
        let targets = columns(&triangle, fixed + levels..size);
        let k = regressors.ncols();
        let qr = PivotedQr::new(flat(&beside(&regressors, &targets)), size, k);
        let mut scaled = Array2::zeros((k, targets.ncols()));
        for (t, mut column) in scaled.axis_iter_mut(Axis(1)).enumerate() {
            column.iter_mut().zip(qr.solve(t)).for_each(|(to, value)| *to = value);
        }
        let residuals = &targets - &regressors.dot(&scaled);
        let products = residuals.t().dot(&residuals) / system.rows() as f64;
        let factor = qr.inverse_factor();
        Self {
            coefficients: Array2::from_shape_fn(scaled.dim(), |(j, i)| {
                scale_by(scaled[[j, i]], change_exponents[i] - exponents[j])
            }),
            factor: Array2::from_shape_fn((k, k), |(j, l)| scale_by(factor[l * k + j], -exponents[j])),
            sigma: Array2::from_shape_fn(products.dim(), |(i, j)| {
                scale_by(products[[i, j]], change_exponents[i] + change_exponents[j])
            }),
        }
    }
}

shows_itself!(Vecm => tables);
