//! Phillips and Ouliaris' four statistics as numbers, and what other programs compute instead of three of them.

use super::z::{self, Z};
use crate::cointegration::equation::{Equation, design};
use crate::cointegration::long_run::covariance::{LongRun, Window};
use crate::dist::dickey_fuller::Terms;
use crate::linalg::{PivotedQr, Reduction, dot, scale_by};
use crate::regression::{Fit, Ols};
use crate::unit_root::input::{deterministic, deterministic_names};
use crate::{Error, ErrorKind};

/// The four statistics, and other programs' variants of three.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    pub(super) z: Z,
    /// n − 1 for n throughout.
    pub(super) z_alpha_tseries: f64,
    pub(super) pu: f64,
    pub(super) pz: f64,
    /// n − 1 for n.
    pub(super) pu_urca: f64,
    /// n − 1 for n, and second moments of the raw levels.
    pub(super) pz_urca: f64,
    /// The bandwidth used for the innovations of all series; that of Zt and Zα is theirs.
    pub(super) width: f64,
}

impl Statistics {
    pub(super) fn of(equation: &Equation, regression: &Fit, window: Window) -> Result<Self, Error> {
        let n = equation.nobs() as f64;
        let residuals = regression.residuals().to_vec();
        let z = z::statistics(&residuals, window, n, n)?;
        let z_alpha_tseries = z::statistics(&residuals, window, n - 1.0, n - 1.0)?.alpha;
        let system = System::of(equation);
        let omega = LongRun::of(&system.innovations()?, window)?;
        let singular = || {
            Error::new(ErrorKind::Collinear, format!("{} are linear combinations of one another", equation.names()))
                .remedy("leave one of the series out")
        };
        let slopes = omega.long_run_slopes().ok_or_else(singular)?;
        let unexplained: Vec<f64> = residuals.iter().map(|u| scale_by(*u, -system.exponents[0])).collect();
        // Ω has the divisor n − 1 and all sums of squares below have none, so (n − 1)Ω is the sum that either program
        // divides by its own n.
        let sum = n - 1.0;
        let ratio = sum * omega.conditional(&slopes) / dot(&unexplained, &unexplained);
        let raw: Vec<Vec<f64>> = system.series.iter().map(|z| z[1..].to_vec()).collect();
        let trace = |columns: &[Vec<f64>]| trace(&omega, columns).map(|trace| sum * trace).ok_or_else(singular);
        Ok(Self {
            z,
            z_alpha_tseries,
            pu: n * ratio,
            pz: n * trace(&system.detrended()?)?,
            pu_urca: (n - 1.0) * ratio,
            pz_urca: (n - 1.0) * trace(&raw)?,
            width: omega.width,
        })
    }
}

/// The series in units that make their changes of size one.
struct System<'a> {
    equation: &'a Equation,
    exponents: Vec<i32>,
    series: Vec<Vec<f64>>,
}

impl<'a> System<'a> {
    fn of(equation: &'a Equation) -> Self {
        let (series, exponents) = equation.scaled();
        Self { equation, exponents, series }
    }

    /// Residuals of each series on the deterministic terms and the levels of all series the date before.
    fn innovations(&self) -> Result<Vec<Vec<f64>>, Error> {
        let (n, terms) = (self.equation.nobs(), self.equation.terms());
        let mut columns = deterministic(terms, 1, n);
        columns.extend(self.series.iter().map(|z| z[..n - 1].to_vec()));
        let mut names = deterministic_names(terms);
        names.extend(self.names().map(|name| format!("lag({name}, 1)")));
        let residuals = |name: &str, z: &[f64]| {
            let design = design(name, names.clone(), &z[1..], &columns, self.equation.stamps(1, n))?;
            Ok(Ols::fit(&design)?.residuals().to_vec())
        };
        self.names().zip(&self.series).map(|(name, z)| residuals(name, z)).collect()
    }

    /// The series less their deterministic terms; less their first values where there are none.
    fn detrended(&self) -> Result<Vec<Vec<f64>>, Error> {
        let (n, terms) = (self.equation.nobs(), self.equation.terms());
        if terms == Terms::None {
            return Ok(self.series.iter().map(|z| z.iter().map(|value| value - z[0]).collect()).collect());
        }
        let columns = deterministic(terms, 0, n);
        let residuals = |name: &str, z: &[f64]| {
            let design = design(name, deterministic_names(terms), z, &columns, self.equation.stamps(0, n))?;
            Ok(Ols::fit(&design)?.residuals().to_vec())
        };
        self.names().zip(&self.series).map(|(name, z)| residuals(name, z)).collect()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.equation.y()].into_iter().chain(self.equation.x()).map(|series| series.name())
    }
}

/// tr(Ω (Z'Z)⁻¹) from the QR factorisation of Z, so that Z'Z is not formed; `None` if Z has dependent columns.
fn trace(omega: &LongRun, z: &[Vec<f64>]) -> Option<f64> {
    let k = z.len();
    let reduction = Reduction::of_columns(&z.iter().map(Vec::as_slice).collect::<Vec<_>>());
    if reduction.dependence(k).is_some() {
        return None;
    }
    let factor = PivotedQr::new(reduction.triangle().to_vec(), k, k).inverse_factor();
    let form = |g: &[f64]| {
        let g: Vec<f64> = g.iter().enumerate().map(|(i, g)| scale_by(*g, -reduction.exponent(i))).collect();
        (0..k * k).map(|at| g[at / k] * omega.two_sided(at / k, at % k) * g[at % k]).sum::<f64>()
    };
    Some(factor.chunks_exact(k).map(form).sum())
}
