//! Covariance matrices of least-squares coefficients.
//!
//! | covariance | assumes of the errors | source |
//! |---|---|---|
//! | `Classical` | one variance, no correlation | |
//! | `Hc0` | no correlation | White (1980) |
//! | `Hc1` | the same; times n/(n−k) | MacKinnon and White (1985) |
//! | `Hc2` | the same; squared residuals over 1 − h | MacKinnon and White (1985) |
//! | `Hc3` | the same; over (1 − h)² | MacKinnon and White (1985) |
//! | `Hc4` | the same; over (1 − h)^min(4, nh/k) | Cribari-Neto (2004) |
//! | `Hac` | correlation that dies out | Newey and West (1987, 1994), Andrews (1991), Andrews and Monahan (1992) |
//!
//! All are computed in the orthonormal coordinates of the QR factorisation, X = QR: the scores are qᵢeᵢ, and the matrix
//! X'X is neither formed nor inverted.
//!
//! # References
//! - Andrews, D. W. K. (1991), *Econometrica* 59, 817–858.
//! - Andrews, D. W. K. and J. C. Monahan (1992), *Econometrica* 60, 953–966.
//! - Cribari-Neto, F. (2004), *Computational Statistics & Data Analysis* 45, 215–233.
//! - MacKinnon, J. G. and H. White (1985), *Journal of Econometrics* 29, 305–325.
//! - Newey, W. K. and K. D. West (1987), *Econometrica* 55, 703–708; (1994), *Review of Economic Studies* 61, 631–653.
//! - White, H. (1980), *Econometrica* 48, 817–838.

pub(crate) mod bandwidth;
pub(crate) mod hac;
mod heteroskedastic;
mod kernel;
mod parse;

use std::fmt;

pub use bandwidth::Bandwidth;
pub use hac::Hac;
pub(super) use heteroskedastic::NO_FREEDOM;
pub use kernel::Kernel;

use serde::{Serialize, Serializer};

use super::estimate::Estimate;
use crate::{Design, Error, ErrorKind};

/// How the covariance of the coefficients is estimated; printed, a sentence.
///
/// There is deliberately no "robust": that name is HC1 in Stata, HC3 in R's sandwich.
///
/// ```
/// use yalu::regression::Covariance;
/// assert_eq!(
///     Covariance::newey_west(4).to_string(),
///     "HAC, Bartlett kernel, 4 lags, no prewhitening, no small-sample factor"
/// );
/// assert_eq!("nw:4".parse::<Covariance>()?, Covariance::newey_west(4));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Covariance {
    /// s²(XᵀX)⁻¹ with s² = RSS/(n − k).
    #[default]
    #[doc(alias = "nonrobust")]
    #[doc(alias = "iid")]
    Classical,
    /// White's (1980): squared residuals as they are.
    #[doc(alias = "White")]
    Hc0,
    /// HC0 times n/(n − k): Stata's `robust`.
    Hc1,
    /// Squared residuals over 1 − h (MacKinnon and White 1985).
    Hc2,
    /// Squared residuals over (1 − h)², close to the jackknife (MacKinnon and White 1985); sandwich's default.
    Hc3,
    /// Squared residuals over (1 − h)^min(4, nh/k) (Cribari-Neto 2004).
    Hc4,
    /// Heteroskedasticity and autocorrelation consistent; rows must be in order of time.
    #[doc(alias = "NeweyWest")]
    Hac(Hac),
}

impl Covariance {
    /// Newey and West's (1987): Bartlett weights 1 − j/(L + 1) up to lag L, no prewhitening, no small-sample factor.
    pub fn newey_west(lags: usize) -> Self {
        Self::Hac(Hac::newey_west(lags))
    }
}

impl fmt::Display for Covariance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Classical => f.write_str("classical: one error variance, no correlation"),
            Self::Hc0 => f.write_str("HC0: heteroskedasticity-robust, no small-sample factor"),
            Self::Hc1 => f.write_str("HC1: heteroskedasticity-robust, n/(n−k)"),
            Self::Hc2 => f.write_str("HC2: heteroskedasticity-robust, squared residuals over 1−h"),
            Self::Hc3 => f.write_str("HC3: heteroskedasticity-robust, squared residuals over (1−h)²"),
            Self::Hc4 => f.write_str("HC4: heteroskedasticity-robust, squared residuals over (1−h)^min(4, nh/k)"),
            Self::Hac(hac) => hac.fmt(f),
        }
    }
}

/// Serialised as its sentence.
impl Serialize for Covariance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A covariance of the scaled coefficients, and the bandwidth that went into it.
pub(super) struct Computed {
    pub(super) vcov: Vec<f64>,
    pub(super) bandwidth: Option<f64>,
}

pub(super) fn compute(covariance: Covariance, design: &Design, estimate: &Estimate) -> Result<Computed, Error> {
    let (n, k) = design.x().dim();
    if estimate.exact {
        return Ok(Computed { vcov: vec![0.0; k * k], bandwidth: None });
    }
    let (meat, bandwidth) = match covariance {
        Covariance::Classical => {
            let variance = estimate.rss / (n - k) as f64;
            let mut meat = vec![0.0; k * k];
            (0..k).for_each(|j| meat[j * k + j] = variance);
            (meat, None)
        }
        Covariance::Hac(hac) => {
            let (meat, bandwidth) = hac::meat(hac, design, estimate)?;
            (meat, Some(bandwidth))
        }
        heteroskedastic => (heteroskedastic::meat(heteroskedastic, design, estimate)?, None),
    };
    let vcov = sandwich(&estimate.factor, &meat, k);
    refuse_zero_variance(covariance, &vcov, design, estimate)?;
    Ok(Computed { vcov, bandwidth })
}

/// A coefficient that one row alone determines has a residual of zero there, and a robust variance of zero.
fn refuse_zero_variance(
    covariance: Covariance,
    vcov: &[f64],
    design: &Design,
    estimate: &Estimate,
) -> Result<(), Error> {
    let k = estimate.beta.len();
    let size = |j: usize| (0..k).map(|l| estimate.factor[l * k + j].powi(2)).sum::<f64>() * estimate.rss;
    // Rounding in a residual is about 1e-15 of the response; a true one is not 1e-13 of the residuals' norm.
    let Some(j) = (0..k).find(|&j| vcov[j * k + j].is_nan() || vcov[j * k + j] <= 1e-26 * size(j)) else {
        return Ok(());
    };
    Err(Error::new(
        ErrorKind::Sample,
        format!("{covariance}: the variance of `{}` comes out as zero", design.terms()[j]),
    )
    .remedy("use the classical covariance, or leave out a term that is there for one row alone"))
}

/// G M Gᵀ for the inverse factor G (column by column) and a symmetric M.
fn sandwich(factor: &[f64], meat: &[f64], k: usize) -> Vec<f64> {
    let entry = |i: usize, j: usize| factor[j * k + i];
    let mut half = vec![0.0; k * k];
    for i in 0..k {
        for j in 0..k {
            half[i * k + j] = (0..k).map(|l| entry(i, l) * meat[l * k + j]).sum();
        }
    }
    let mut vcov = vec![0.0; k * k];
    for i in 0..k {
        for j in 0..=i {
            let value = (0..k).map(|l| half[i * k + l] * entry(j, l)).sum();
            vcov[i * k + j] = value;
            vcov[j * k + i] = value;
        }
    }
    vcov
}

/// Turns rows of X into rows of Q = X G.
pub(super) struct Orthonormal<'a> {
    factor: &'a [f64],
    factors: Vec<f64>,
}

impl<'a> Orthonormal<'a> {
    pub(super) fn new(estimate: &'a Estimate) -> Self {
        let factors = estimate.exponents.iter().map(|&e| crate::linalg::scale_by(1.0, -e)).collect();
        Self { factor: &estimate.factor, factors }
    }

    pub(super) fn row(&self, x: &[f64], q: &mut [f64]) {
        let k = q.len();
        q.fill(0.0);
        for (l, cell) in q.iter_mut().enumerate() {
            let column = &self.factor[l * k..(l + 1) * k];
            *cell = x.iter().zip(&self.factors).zip(column).map(|((x, scale), g)| x * scale * g).sum();
        }
    }
}
