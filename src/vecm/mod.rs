//! Vector error-correction models: what pulls integrated series back to their long-run relations.
//!
//! # Model
//! Δyₜ = α β'(yₜ₋₁, restricted term) + Γ₁Δyₜ₋₁ + … + Γₚ₋₁Δyₜ₋ₚ₊₁ + Φdₜ + uₜ, K series, r relations β'y that are stationary, α
//! their loadings, u with covariance Σ. dₜ holds the unrestricted deterministic terms of the [`Case`], centred seasonal
//! dummies, dummies for dates and stationary exogenous series. It is the vector autoregression A₁ = I + αβ' + Γ₁, Aᵢ = Γᵢ −
//! Γᵢ₋₁, Aₚ = −Γₚ₋₁ of the levels, with K − r unit roots: responses, decompositions, forecasts and residual tests are
//! those of [`var`](crate::var).
//! # Assumptions
//! The rank is right and no series is integrated of order two; errors are independent over time, with one covariance.
//! # Conventions
//! - p counts lags of the levels. The relations are Johansen's maximum-likelihood ones, solved for the first r series
//!   (an identity block), or [given](ErrorCorrection::relation); then α and Γ are least squares.
//! - Standard errors of α and Γ take β as known, by T − k (k coefficients of an equation, r loadings included: urca's `cajorls`,
//!   gretl) or by T ([`Divisor::Rows`]: statsmodels, JMulTi). Those of β: Lütkepohl (2005), eq. 7.2.16, Σ by T.
//! - Standard errors of responses are Lütkepohl's prop. 3.6 with the covariance of A₁ … Aₚ that the rank leaves (his p. 289): not
//!   of full rank, and smaller than those of the unrestricted levels. Σ by T − k unless [`ErrorCorrectionModel::with`] says
//!   T.
//! - Roots are those of (β'y, Δy, …), and K − r that are one exactly.
//! - A deterministic term of the levels is what the model's comes to: centred seasons turn into plain ones and a constant, a
//!   restricted trend is one period behind.
//! - Portmanteau: K²h − K²(p − 1) − Kr degrees of freedom. Breusch–Godfrey regresses on the model's own regressors.
//! # Agrees with / differs from
//! - statsmodels `VECM`, gretl `vecm`, urca `cajorls` and JMulTi's printed numbers: α, β, Γ, Σ, likelihood, A, responses and their
//!   errors, forecasts, tests of the residuals.
//! - gretl, statsmodels and JMulTi take Σ by T in orthogonal responses and forecast intervals: `with(Divisor::Rows)`.
//! - gretl's `--seasonals` are centred, as ours; statsmodels' restricted trend begins at another number, which changes the
//!   constant alone.
//! - statsmodels' `stderr_beta` and its p-values are wrong in order with two relations or more.
//! # Example
//! ```
//! use yalu::resampling::Streams;
//! use yalu::var::Impulse;
//! use yalu::vecm::ErrorCorrection;
//! use yalu::{Period, Series};
//! let mut stream = Streams::new(7).replication(0);
//! let mut level = 0.0;
//! let price: Vec<f64> = (0..150).map(|_| { level += stream.standard_normal(); level }).collect();
//! let wage = price.iter().map(|price| price + stream.standard_normal()).collect();
//! let start = Period::annual(1850);
//! let (price, wage) = (Series::new("price", start, price)?, Series::new("wage", start, wage)?);
//!
//! let model = ErrorCorrection::of(&[&wage, &price]).lags(2).rank(1).run()?;
//! assert!((model.beta()[[1, 0]] + 1.0).abs() < 0.1); // wage − price
//! assert!(model.alpha()[[0, 0]] < -0.5); // and the wage closes the gap
//! let responses = model.responses(Impulse::Orthogonal, 40)?;
//! let for_good = model.long_run_impact().expect("not integrated of order two");
//! assert!((model.moving_average(200)[200][[0, 1]] - for_good[[0, 1]]).abs() < 1e-9);
//!
//! let given = ErrorCorrection::of(&[&wage, &price]).lags(2).relation([("wage", 1.0), ("price", -1.0)]).run()?;
//! assert!(given.log_likelihood() < model.log_likelihood());
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Brüggemann, R., H. Lütkepohl and P. Saikkonen (2006), *Journal of Econometrics* 134, 579–604.
//! - Johansen, S. (1995), *Likelihood-Based Inference in Cointegrated Vector Autoregressive Models*, Oxford University Press.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, chapters 6 to 8.

mod builder;
pub mod causality;
mod dynamics;
mod levels;
mod result;
mod roots;
mod tables;

use ndarray::Array2;

pub use crate::cointegration::johansen::{Case, Divisor};
pub use builder::ErrorCorrection;
pub use causality::{VecmCausality, VecmDirection};
pub use result::{ErrorCorrectionModel, RelationCoefficient};

use crate::cointegration::johansen::Vecm;

/// Γ₁ … Γₚ₋₁.
fn gammas(model: &Vecm) -> Vec<Array2<f64>> {
    let (short_run, lags) = (model.short_run(), model.johansen().lags());
    let k = short_run.ncols();
    let first = short_run.nrows() - k * (lags - 1);
    (0..lags - 1).map(|lag| Array2::from_shape_fn((k, k), |(i, j)| short_run[[first + lag * k + j, i]])).collect()
}
