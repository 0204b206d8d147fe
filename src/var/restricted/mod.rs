//! Autoregressions in which some coefficients are zero: lags left out, terms restricted by name, terms eliminated by rule.
//!
//! # Hypotheses
//! H₀ of [`restriction_test`](VarResult::restriction_test): every coefficient left out is zero in the autoregression with all
//! lags from 1 to p and every term in every equation.
//! # Model
//! The [vector autoregression](super) with β = Rγ, γ the coefficients that are free (Lütkepohl 2005, 5.2). Where all equations
//! lack the same lags ([`Var::lag_subset`](super::Var::lag_subset)) they keep one design, and least squares is efficient. Where they
//! differ ([`zero`](super::Var::zero), [`eliminate`](super::Var::eliminate)) it is not, and there are three [`Estimator`]s.
//! # Assumptions
//! Those of the autoregression; and that the restrictions hold.
//! # Statistic and null distribution
//! - γ̂ = [R'(Z'Z ⊗ Σ̃⁻¹)R]⁻¹R'(Z' ⊗ Σ̃⁻¹)y, with Σ̃ the residual covariance, by T, of least squares equation by equation under the
//!   restrictions (feasible generalised least squares, seemingly unrelated regressions: Zellner 1962); iterated, each Σ̃ from
//!   the residuals before, to the maximum of the Gaussian likelihood.
//! - `lr`: T(ln|Σ̃ᵣ| − ln|Σ̃ᵤ|), both by T and at the maximum, whichever estimator was asked for; `lr-sims` has T − k for T
//!   (Sims 1980). `wald`: from the unrestricted estimates, with Σ by T − k, and `wald-ml` with Σ by T; χ²(m) for m restrictions.
//!   `wald-f` is the first over m, from F(m, KT − Kk), k the coefficients of an unrestricted equation.
//! # Conventions
//! - Σ by degrees of freedom is uᵢ'uⱼ/√((T − kᵢ)(T − kⱼ)), kᵢ the coefficients of equation i: T − k if no equation lacks a term.
//! - Errors of generalised least squares come from the Σ̃ that it weights by, with that divisor unless T is asked for; t statistics
//!   are compared to t with T − kᵢ degrees of freedom.
//! - Elimination goes equation by equation: the term with the smallest |t| leaves, the equation is estimated anew, until no |t|
//!   is below the threshold, or no exit lowers the equation's ln(RSS/T) + penalty (Lütkepohl 2005, 5.2.8). Fixed terms may leave
//!   too unless they are [kept](Elimination::keep_fixed).
//! - Criteria of the system count the free coefficients; FPE takes their average over equations for k.
//! - The portmanteau statistics lose the free coefficients of lags as degrees of freedom. Breusch and Godfrey's statistic is the
//!   fall of tr(Σ̃⁻¹U'U) in the auxiliary regression by generalised least squares, χ²(hK²); the F forms are not defined.
//! # Agrees with / differs from
//! - gretl `system` with `method=sur`, and with `--iterate`; R systemfit with `methodResidCov = "noDfCor"`; linearmodels `SUR`:
//!   estimates, and errors by T. systemfit's default weights by the divisor √((T − kᵢ)(T − kⱼ)): other estimates where the
//!   equations lack different numbers of terms.
//! - R vars `restrict`: least squares equation by equation; its `method = "ser"` is elimination by t, threshold 2. Its `Psi` and
//!   `fevd` take Σ by T less the number of terms of the unrestricted equation, whatever was left out.
//! - R `step(lm(…), direction = "backward")` is elimination by a criterion.
//! # Example
//! ```
//! use yalu::var::{Elimination, Estimator, Var};
//! use yalu::{HypothesisTest, Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let (mut x, mut y) = (vec![0.0], vec![0.0]);
//! for t in 1..80 {
//!     let (before_x, before_y) = (x[x.len() - 1], y[y.len() - 1]);
//!     x.push(0.5 * before_x + noise(t, 37));
//!     y.push(0.4 * before_x + 0.2 * before_y + noise(t, 53));
//! }
//! let (x, y) = (Series::new("x", Period::annual(1900), x)?, Series::new("y", Period::annual(1900), y)?);
//! // y does not help to predict x.
//! let model = Var::of(&[&x, &y]).lags(2).zero("x", "y").estimator(Estimator::Iterated).run()?;
//! assert_eq!(model.lag_matrices()[0][[0, 1]], 0.0);
//! assert_eq!(model.restriction_test()?.report().rejects(0.01), Some(false));
//! let sparse = Var::of(&[&x, &y]).lags(4).eliminate(Elimination::below_t(2.0)).run()?;
//! assert!(sparse.eliminated().iter().all(|one| one.statistic.abs() < 2.0));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Brüggemann, R. and H. Lütkepohl (2001), in: *Econometric Studies: A Festschrift in Honour of Joachim Frohn*, 107–128.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, chapter 5.
//! - Sims, C. A. (1980), *Econometrica* 48, 1–48.
//! - Zellner, A. (1962), *Journal of the American Statistical Association* 57, 348–368.

mod eliminate;
mod estimate;
mod pattern;
mod system;
mod test;

#[cfg(doc)]
use super::VarResult;

pub use eliminate::{Eliminated, Elimination};
pub use estimate::Estimator;
pub use test::RestrictionTest;

pub(super) use estimate::Restricted;
pub(super) use pattern::Pattern;
pub(super) use system::System;
