//! Vector autoregressions.
//!
//! # Model
//! yₜ = D dₜ + A₁ yₜ₋₁ + … + Aₚ yₜ₋ₚ + uₜ, K series, u with mean zero and covariance Σ. dₜ are deterministic terms (a constant
//! unless said otherwise, a trend, seasonal dummies, dummies for dates) and exogenous series.
//! # Assumptions
//! The errors are uncorrelated over time and have one covariance; the laws of coefficients and responses suppose that the
//! system is stable (or the series integrated and the statistic one whose law that leaves alone).
//! # Conventions
//! - Least squares equation by equation, all from one factorisation. Σ has the divisor T − k (k coefficients of an equation)
//!   unless the maximum-likelihood one, T, is asked for: [`Divisor`].
//! - Standard errors and t statistics are those of each equation alone, with T − k degrees of freedom.
//! - Selection criteria are per observation, ln|Σ̂| + penalty with Σ̂ by T; all orders on the rows that the longest leaves.
//! - A trend counts the observations from the first of the data, not of the rows.
//! - Plain seasonal dummies leave out the first season beside a constant and none without one; centred ones are less their mean over a
//!   year, so that the constant is the average over seasons: that and the dummies' names are all that changes.
//! - Lags may be left out and coefficients [restricted] to zero; everything below then works from what is left.
//! - Shocks are orthogonal in the order of the series unless they are [structural]; intervals of responses are
//!   asymptotic unless from [draws](bootstrap).
//! # Agrees with / differs from
//! - R vars `VAR`, `VARselect`; statsmodels `VAR`; gretl `var`: coefficients, standard errors, Σ, likelihood, criteria, roots.
//! - vars' `roots` and ours are moduli of the companion matrix's eigenvalues, below one if the system is stable;
//!   statsmodels' `roots` are their reciprocals.
//! - statsmodels compares t statistics with the normal. gretl's criteria are those of the whole likelihood over T. JMulTi prints a
//!   log-likelihood times (T − 1)/T.
//! # Example
//! ```
//! use yalu::var::Var;
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let (mut x, mut y) = (vec![0.0], vec![0.0]);
//! for t in 1..80 {
//!     let (before_x, before_y) = (x[x.len() - 1], y[y.len() - 1]);
//!     x.push(0.5 * before_x + noise(t, 37));
//!     y.push(0.4 * before_x + 0.2 * before_y + noise(t, 53));
//! }
//! let (x, y) = (Series::new("x", Period::annual(1900), x)?, Series::new("y", Period::annual(1900), y)?);
//! let model = Var::of(&[&x, &y]).lags(1).run()?;
//! assert!(model.is_stable());
//! assert!((model.coefficient("y", "lag(x, 1)")?.estimate - 0.4).abs() < 0.2);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, chapters 3 and 4.
//! - Sims, C. A. (1980), *Econometrica* 48, 1–48.

pub mod bootstrap;
mod builder;
mod estimate;
mod forecast;
mod history;
mod implied;
mod impulse;
pub mod residual;
mod response_errors;
pub mod restricted;
mod result;
mod roots;
mod selection;
pub mod structural;
mod tables;
mod words;

pub use crate::cointegration::johansen::Divisor;
pub use bootstrap::{Bootstrap, BootstrapResponses, Interval, Scheme};
pub use builder::Var;
pub use forecast::{Forecast, ForecastPoint};
pub use history::{Contribution, HistoricalDecomposition};
pub(crate) use implied::{Estimated, Implied};
pub use impulse::{Impulse, Response, Responses, VarianceShare};
pub use residual::ResidualTest;
pub use restricted::{Eliminated, Elimination, Estimator, RestrictionTest};
pub use result::{VarCoefficient, VarResult};
pub use roots::Root;
pub use selection::{LagSelection, OrderCriteria};
pub use structural::{Pattern, Svar, SvarResult};
pub use words::residuals_in_words;
