//! Which shocks are behind the errors of a vector autoregression?
//!
//! # Hypotheses
//! H₀ of [`overidentification`](SvarResult::overidentification): the restrictions beyond those needed to identify A and B hold.
//! # Model
//! A uₜ = B εₜ, ε uncorrelated with unit variances, so that Σ = A⁻¹ B B' A⁻¹'. Entries of A and B are numbers or free
//! ([`Pattern`]): the AB-model of Amisano and Giannini; A alone with B = I, or B alone with A = I. Entries of the long run
//! Θ = (I − A₁ − … − Aₚ)⁻¹ B, what a shock comes to for good, can be known instead of or beside those of B (A = I): Blanchard and
//! Quah's identification is Θ lower triangular.
//! # Assumptions
//! Those of the [vector autoregression](super), and normal errors for the standard errors of A and B. Restrictions that
//! identify are assumed, not tested: only more than these can be.
//! # Statistic and null distribution
//! LR = 2 (ℓ of Σ̂ − ℓ of A and B), χ² with K(K + 1)/2 less the free numbers as degrees of freedom.
//! # Conventions
//! - Maximum likelihood given Σ̂, which has the divisor T − k unless T is asked for. Scoring (Amisano and Giannini 1997)
//!   from twelve starts, then Newton's steps; a gradient that is not zero to rounding is an error.
//! - Recursive forms are solved, not maximised: B lower triangular is Σ's Cholesky factor, Θ lower triangular that of its long
//!   run.
//! - Identified locally: the derivative of Σ has full rank at random points and at the estimate. Otherwise an error names the
//!   entries that can move together.
//! - Signs: shock j raises series j at once (in the long run, if that is restricted) where the restrictions leave the sign open.
//! - Standard errors from the information matrix (Lütkepohl 2005, prop. 9.5). What is known of the long run is known of
//!   estimates: that C = (I − A₁ − … − Aₚ)⁻¹ is estimated is in the errors of B, Θ and the responses, by the delta method.
//! - With overidentifying restrictions on the long run, C is taken from the unrestricted estimates.
//! # Agrees with / differs from
//! - statsmodels `SVAR` (A, B, AB): the same Σ (T − k) and estimates, to the digits at which its BFGS stops (five or six; forms of
//!   A alone earlier, with a warning); it has no standard errors. Stata `svar` after `var, dfk`: estimates, information-matrix
//!   standard errors, likelihood. R vars `SVAR`: estimates.
//! - Stata without `dfk`, gretl and JMulTi use Σ by T: [`Svar::divisor`].
//! # Example
//! ```
//! use yalu::resampling::Streams;
//! use yalu::var::{Pattern, Svar, Var};
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(2).replication(0);
//! let (mut x, mut y, mut z) = (vec![0.0], vec![0.0], vec![0.0]);
//! for t in 1..200 {
//!     let (e, f, g) = (stream.standard_normal(), stream.standard_normal(), stream.standard_normal());
//!     x.push(0.5 * x[t - 1] + e);
//!     y.push(0.3 * y[t - 1] + 0.8 * e + f);
//!     z.push(0.2 * z[t - 1] + 0.5 * f + g);
//! }
//! let series = |name, values| Series::new(name, Period::annual(1800), values);
//! let (x, y, z) = (series("x", x)?, series("y", y)?, series("z", z)?);
//! let model = Var::of(&[&x, &y, &z]).lags(1).run()?;
//! // z answers to y at once, y to x, and nothing to z.
//! let b: Pattern = "* 0 0; * * 0; 0 * *".parse()?;
//! let svar = Svar::of(&model).b(b).run()?;
//! assert!((svar.b()[[1, 0]] - 0.8).abs() < 0.2);
//! // Σ has six numbers, B five free ones: one restriction can be tested.
//! assert_eq!(svar.overidentification().df(), 1);
//! assert_eq!(svar.overidentification().report().rejects(0.01), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Amisano, G. and C. Giannini (1997), *Topics in Structural VAR Econometrics*, 2nd ed., Springer.
//! - Blanchard, O. J. and D. Quah (1989), *American Economic Review* 79, 655–673.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, chapter 9.

mod likelihood;
mod overidentification;
mod pattern;
mod restrictions;
mod result;
mod solution;
mod svar;
mod tables;

pub use overidentification::OveridentificationTest;
pub use pattern::Pattern;
pub use result::{StructuralParameter, SvarResult};
pub use svar::Svar;
