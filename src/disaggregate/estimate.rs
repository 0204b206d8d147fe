//! Generalised least squares of the blocks, and ρ.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::method::Rho;
use super::span::Span;
use super::structure::Structure;
use crate::linalg::{Cholesky, PivotedQr, dot, exponent, scale_by};
use crate::regression::{Fit, Ols};
use crate::{Design, Error, ErrorKind, Stamp};

/// Points at which a hill of the objective is looked for before it is climbed.
const GRID: usize = 40;
/// ρ is settled to within this distance of the optimum.
const TOLERANCE: f64 = 1e-9;

/// The regression of high frequency as the blocks see it.
pub(super) struct Blocks<'a> {
    pub span: &'a Span,
    /// The low-frequency series' name.
    pub name: &'a str,
    pub y: &'a [f64],
    /// Named regressors of high frequency.
    pub x: &'a [(String, Vec<f64>)],
    /// The regressors' blocks.
    pub z: Vec<Vec<f64>>,
    pub stamps: Vec<Stamp>,
}

impl<'a> Blocks<'a> {
    pub fn new(span: &'a Span, name: &'a str, y: &'a [f64], x: &'a [(String, Vec<f64>)], stamps: Vec<Stamp>) -> Self {
        let z = x.iter().map(|(_, values)| span.aggregate(values)).collect();
        Self { span, name, y, x, z, stamps }
    }

    /// C V Cᵀ, factored.
    pub fn factor(&self, structure: &Structure) -> Result<Cholesky, Error> {
        Cholesky::new(&structure.covariance(self.span), self.span.blocks).ok_or_else(|| {
            Error::new(
                ErrorKind::Convergence,
                format!("the errors of `{}` are too strongly correlated to be told apart", self.name),
            )
            .remedy("use first differences, or a smaller ρ")
        })
    }

    /// Least squares of the whitened blocks, with names, tests of rank and the covariance.
    pub fn fit(&self, factor: Option<&Cholesky>) -> Result<Fit, Error> {
        let whiten = |values: &[f64]| factor.map_or_else(|| values.to_vec(), |factor| factor.whiten(values));
        let columns: Vec<f64> = self.z.iter().flat_map(|column| whiten(column)).collect();
        let x = Array2::from_shape_vec((self.y.len(), self.x.len()).f(), columns)
            .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
        let names = self.x.iter().map(|(name, _)| name.clone()).collect();
        Ols::fit(&Design::from_arrays(self.name, names, Array1::from(whiten(self.y)), x, self.stamps.clone())?)
    }

    /// Coefficients alone, where there is nothing to test.
    pub fn coefficients(&self, factor: &Cholesky) -> Vec<f64> {
        let rows = self.y.len();
        let columns: Vec<f64> =
            self.z.iter().map(Vec::as_slice).chain([self.y]).flat_map(|column| factor.whiten(column)).collect();
        PivotedQr::new(columns, rows, self.z.len()).solve(0)
    }

    /// ρ at the optimum within these bounds.
    pub fn search(
        &self,
        structure: impl Fn(f64) -> Structure,
        rule: Rho,
        (low, high): (f64, f64),
    ) -> Result<f64, Error> {
        // Units out of the way, exactly.
        let scaled = |values: &[f64]| -> Vec<f64> {
            let power = exponent(values.iter().copied());
            values.iter().map(|value| scale_by(*value, -power)).collect()
        };
        let columns: Vec<Vec<f64>> = self.z.iter().map(Vec::as_slice).chain([self.y]).map(scaled).collect();
        let (n, k) = (self.y.len(), self.z.len());
        let objective = |rho: f64| -> f64 {
            let Some(factor) = Cholesky::new(&structure(rho).covariance(self.span), n) else { return f64::INFINITY };
            let whitened: Vec<f64> = columns.iter().flat_map(|column| factor.whiten(column)).collect();
            let rss = PivotedQr::new(whitened, n, k).residual_square(0);
            match rule {
                Rho::MinimumRss => rss,
                Rho::MinimumRssOfCorrelations => rss / (1.0 - rho * rho),
                Rho::MaximumLikelihood | Rho::Fixed(_) => n as f64 * rss.ln() + factor.ln_determinant(),
            }
        };
        let point = |i: usize| low + (high - low) * i as f64 / (GRID - 1) as f64;
        let values: Vec<f64> = (0..GRID).map(|i| objective(point(i))).collect();
        let best = (0..GRID).filter(|i| values[*i].is_finite()).min_by(|a, b| values[*a].total_cmp(&values[*b]));
        let Some(best) = best else {
            return Err(Error::new(
                ErrorKind::Convergence,
                format!("no ρ gives the errors of `{}` a likelihood", self.name),
            )
            .remedy("give ρ, or use Denton–Cholette"));
        };
        let (mut a, mut b) = (point(best.saturating_sub(1)), point((best + 1).min(GRID - 1)));
        // Golden section: the objective has no derivative at hand, and costs little.
        let ratio = 0.5 * (5.0_f64.sqrt() - 1.0);
        let (mut c, mut d) = (b - ratio * (b - a), a + ratio * (b - a));
        let (mut at_c, mut at_d) = (objective(c), objective(d));
        while b - a > TOLERANCE {
            if at_c <= at_d {
                (b, d, at_d) = (d, c, at_c);
                c = b - ratio * (b - a);
                at_c = objective(c);
            } else {
                (a, c, at_c) = (c, d, at_d);
                d = a + ratio * (b - a);
                at_d = objective(d);
            }
        }
        let middle = 0.5 * (a + b);
        let candidates = [middle, low, high].map(|rho| (objective(rho), rho));
        Ok(candidates.into_iter().min_by(|one, other| one.0.total_cmp(&other.0)).map_or(middle, |(_, rho)| rho))
    }

    /// The values of high frequency: offset + Xβ and what the blocks' errors add, to rounding equal to y in every block.
    pub fn path(&self, structure: &Structure, factor: &Cholesky, offset: &[f64], beta: &[f64]) -> Vec<f64> {
        let mut path = offset.to_vec();
        for ((_, column), coefficient) in self.x.iter().zip(beta) {
            path.iter_mut().zip(column).for_each(|(value, x)| *value += coefficient * x);
        }
        // The second and third round correct what rounding left over in the first.
        for _ in 0..3 {
            let left: Vec<f64> = std::iter::zip(self.y, self.span.aggregate(&path)).map(|(y, sum)| y - sum).collect();
            let shares = structure.distribute(self.span, factor, &left);
            path.iter_mut().zip(shares).for_each(|(value, share)| *value += share);
        }
        path
    }

    /// Standard deviations of the path's errors: σ² of the diagonal of V − V CᵀQ⁻¹C V and of what β's own error adds.
    pub fn path_errors(&self, structure: &Structure, factor: &Cholesky, fit: &Fit) -> Vec<f64> {
        let (length, sigma2) = (self.span.length, fit.sigma2());
        let loadings = structure.loadings(self.span);
        // C V, row by row, whitened over the rows at each period.
        let rows: Vec<Vec<f64>> = loadings
            .into_iter()
            .map(|mut row| {
                row.resize(length, 0.0);
                structure.colour(row)
            })
            .collect();
        let z: Vec<Vec<f64>> = self.z.iter().map(|column| factor.whiten(column)).collect();
        let covariance = fit.vcov();
        let variances = structure.variances(length);
        (0..length)
            .map(|t| {
                let b = factor.whiten(&rows.iter().map(|row| row[t]).collect::<Vec<f64>>());
                let m: Vec<f64> = self.x.iter().zip(&z).map(|((_, x), z)| x[t] - dot(&b, z)).collect();
                let own = (variances[t] - dot(&b, &b)).max(0.0) * sigma2;
                let of_beta: f64 = (0..m.len())
                    .flat_map(|i| (0..m.len()).map(move |j| (i, j)))
                    .map(|(i, j)| m[i] * covariance[[i, j]] * m[j])
                    .sum();
                // Rounding leaves a trace where a block is one period and nothing is unknown.
                if own <= 1e-13 * variances[t] * sigma2 { of_beta.max(0.0).sqrt() } else { (own + of_beta).sqrt() }
            })
            .collect()
    }
}
