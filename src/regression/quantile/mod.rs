//! Regression at a quantile of the response, in place of its mean.
//!
//! # Hypotheses
//! For [`covariance`](QuantileFit::covariance) and Wald's test: linear restrictions on the coefficients at one τ.
//! # Model
//! The τ-quantile of y given x is x'b(τ), 0 < τ < 1. b(τ) minimises Σ ρ_τ(y − x'b) with ρ_τ(u) = u(τ − 1\[u < 0\]).
//! # Assumptions
//! `Iid`: the errors have one density. `Nid`: each row has its own; the quantiles near τ are linear in x too.
//! # Statistic and null distribution
//! The covariance is τ(1 − τ) s² (X'X)⁻¹ with s the sparsity 1/f, or τ(1 − τ) (X'FX)⁻¹ X'X (X'FX)⁻¹ with F the rows' densities.
//! # Conventions
//! - The minimum is exact, at a plane through as many rows as coefficients. Where several planes are as good, as at τ = ½ with an
//!   even number of rows and a constant alone, that of the quantiles just below τ is taken, and [`unique`](QuantileFit::is_unique)
//!   says so: a sample quantile is inf {y: F(y) ≥ τ}.
//! - s is the slope of the residuals nearest to the plane in their rank, by least absolute deviations, over max(k + 1, ⌈nh⌉)
//!   rows; a row's density is 2h over the distance of the planes of τ + h and τ − h, 0 where these cross. h is Hall and
//!   Sheather's unless Bofinger's is asked for, halved until τ ± h lie inside 0 … 1.
//! # Agrees with / differs from
//! - R, quantreg 5.94: coefficients of `rq(method = "br")`, covariances of `summary(se = "iid")` and `se = "nid"`. Where several
//!   planes are as good `rq` takes one of them, with a warning. In `nid` it subtracts 1.5·10⁻⁸ from the distance of the planes,
//!   which makes it depend on the units of y in the eighth digit, or sooner if y is small.
//! - gretl, `quantreg`: coefficients.
//! - statsmodels, `QuantReg`: coefficients to the tolerance of its iteration (1e-6); its covariances are others, from kernel
//!   estimates of the density.
//! # Example
//! ```
//! use yalu::ndarray::{Array1, Array2};
//! use yalu::regression::quantile::{QuantileCovariance, QuantileRegression};
//! use yalu::{Design, Stamp};
//! let x = Array2::from_shape_fn((40, 2), |(i, j)| if j == 0 { 1.0 } else { i as f64 });
//! // The spread of y grows with x: the slopes of high quantiles are steeper.
//! let y = Array1::from_shape_fn(40, |i| i as f64 * (1.0 + ((i * 7) % 11) as f64 / 10.0));
//! let design = Design::from_arrays("y", vec!["const".into(), "x".into()], y, x, (1..=40).map(Stamp::Row).collect())?;
//! let regression = QuantileRegression::of(&design)?;
//! let (low, high) = (regression.at(0.1)?, regression.at(0.9)?);
//! assert!(high.coef()[1] > low.coef()[1] + 0.5);
//! assert!(high.covariance(QuantileCovariance::Nid)?[[1, 1]] > 0.0);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Barrodale, I. and F. D. K. Roberts (1973), *SIAM Journal on Numerical Analysis* 10, 839–848.
//! - Hall, P. and S. J. Sheather (1988), *Journal of the Royal Statistical Society* B 50, 381–391.
//! - Hendricks, W. and R. Koenker (1992), *Journal of the American Statistical Association* 87, 58–68.
//! - Koenker, R. and G. Bassett (1978), *Econometrica* 46, 33–50.
//! - Koenker, R. (2005), *Quantile Regression*, Cambridge University Press, sections 3.4 and 6.2.

mod fit;
mod process;
mod simplex;
mod spread;

pub use fit::{QuantileFit, QuantileRegression};
pub(crate) use process::QuantileProcess;
pub use spread::SparsityBandwidth;

/// What is assumed of the errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuantileCovariance {
    /// One density for all rows.
    Iid,
    /// Each row has its own: Hendricks and Koenker's sandwich.
    #[doc(alias = "sandwich")]
    #[doc(alias = "hendricks-koenker")]
    Nid,
}

/// `iid`, `nid`.
impl std::fmt::Display for QuantileCovariance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Iid => "iid",
            Self::Nid => "nid",
        })
    }
}
