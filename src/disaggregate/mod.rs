//! Temporal disaggregation: an annual figure spread over quarters or months.
//!
//! The result is constructed data. Inside the longer periods it moves as its method and its indicators do; nothing there was
//! observed. It carries that in its [`provenance`](crate::series::Provenance), through transforms and files, and tests of
//! causality refuse it unless told otherwise in so many words.
//!
//! # Hypotheses
//! None. The coefficients of the indicators have t statistics, given ρ.
//! # Model
//! yₜ = x'ₜβ + uₜ in the periods of high frequency, of which the sums (means, first or last values) over the longer periods are
//! observed. The error u is
//!
//! | method | u | estimated |
//! |---|---|---|
//! | [`ChowLin`](Method::ChowLin) | uₜ = ρ uₜ₋₁ + εₜ | β, ρ |
//! | [`Fernandez`](Method::Fernandez) | Δuₜ = εₜ, u₀ = 0 | β |
//! | [`Litterman`](Method::Litterman) | Δuₜ = ρ Δuₜ₋₁ + εₜ, u₀ = 0 | β, ρ |
//! | [`Denton`](Method::Denton) | the same as Fernández' or its sum, u = y − x or u = y/x, β = 1 | – |
//! | [`DentonCholette`](Method::DentonCholette) | the same from a free beginning | – |
//!
//! # Assumptions
//! The relation between the longer periods holds within them. With annual data nothing can contradict that.
//! # Statistic and null distribution
//! β by generalised least squares, t(N − k) for N observed values. The path is the best linear unbiased prediction given ρ,
//! and so are its standard errors; they leave out that ρ is estimated. Where the sum is observed the errors of its parts
//! cancel.
//! # Conventions
//! - A regression has a constant unless [`no_constant`](Disaggregate::no_constant) is said. In the periods of high frequency it
//!   is one in each.
//! - ρ is looked for from 0 to 0.999, as in R: a negative ρ makes the path zigzag.
//!   [`rho_range`](Disaggregate::rho_range) changes that. At an end of the range a note says so.
//! - The sums are reproduced to rounding.
//! - Indicators that go on after the last observed value, or begin before the first, carry the path on.
//! - Where fewer than five degrees of freedom are left, standard errors are not given.
//! - A path that falls below zero where every observed value is above is noted.
//! - Denton's original method takes the first value's distance from the indicator as a change; without an indicator it is
//!   refused. Denton–Cholette without one is the smoothest curve through the sums.
//! # Agrees with / differs from
//! - gretl 2022c, `tdisagg`: `chow-lin-mle`, `chow-lin-ssr` ([`Rho::MinimumRss`]), `chow-lin` with ρ given, `fernandez`: path,
//!   coefficients, standard errors, likelihood to ten digits given ρ; `denton-pfd` and `denton-afd` are Denton–Cholette. For
//!   averages gretl's coefficients are a quarter (of quarters) of those of the model above, its path is the same; but its additive
//!   Denton for averages is another, since it takes the indicator for a sum.
//! - R's `tempdisagg` could not be had; its names are at [`Rho`]. Its `denton` and `denton-cholette` with `criterion` and `h`
//!   are [`Adjustment`]. What R labels ρ = 0 for Fernández gretl labels 1: the same random walk, as 0 in Litterman's
//!   and 1 in Chow and Lin's parameters. None is reported here.
//! - PyPI's `timedisagg` 0.0.1: the path of Chow–Lin and Litterman with one indicator and no constant, to fourteen digits given
//!   its ρ, which it looks for from 0.1 by a local search.
//! - PyPI's `tempdisagg` 0.2.13 adds an identity matrix to Denton's penalty, puts 0.75 and 0.15 for ρ where it is to
//!   minimise, and computes a likelihood without the residuals' scale: it is no witness.
//! # Example
//! ```
//! use yalu::causality::Granger;
//! use yalu::disaggregate::{Disaggregate, Method, Rho};
//! use yalu::{Frequency, Period, Series};
//! let gdp = vec![40.0, 44.0, 43.0, 49.0, 54.0, 58.0, 57.0, 63.0];
//! let gdp = Series::new("gdp", Period::annual(2010), gdp)?;
//! let power: Vec<f64> = (0..34).map(|t| 5.0 + 0.11 * t as f64 + (t as f64).sin()).collect();
//! let power = Series::new("power", "2010Q1".parse::<Period>()?, power)?;
//!
//! let result = Disaggregate::of(&gdp)
//!     .to(Frequency::Quarterly)
//!     .indicators(&[&power])
//!     .method(Method::ChowLin(Rho::MaximumLikelihood))
//!     .run()?;
//! let quarterly = result.series();
//! assert_eq!((quarterly.name(), quarterly.len()), ("gdp_disaggregated", 34));
//! assert!((quarterly.values()[..4].iter().sum::<f64>() - 40.0).abs() < 1e-12);
//! let refused = Granger::cause(&power).effect(quarterly).run().unwrap_err();
//! assert!(refused.message().starts_with("`gdp_disaggregated` is constructed data"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Chow, G. C. and A. Lin (1971), *Review of Economics and Statistics* 53, 372–375.
//! - Fernández, R. B. (1981), *Review of Economics and Statistics* 63, 471–476.
//! - Litterman, R. B. (1983), *Journal of Business & Economic Statistics* 1, 169–173.
//! - Denton, F. T. (1971), *Journal of the American Statistical Association* 66, 99–102.
//! - Dagum, E. B. and P. A. Cholette (2006), *Benchmarking, Temporal Distribution, and Reconciliation Methods for Time Series*.

mod builder;
mod estimate;
mod method;
mod result;
mod span;
mod structure;

pub use builder::Disaggregate;
pub use method::{Adjustment, Method, Rho};
pub use result::Disaggregated;
