//! When does one series help to predict another? Granger's test in windows that move through the sample.
//!
//! # Hypotheses
//! H₀: in no window do the p lags of the cause enter the equation of the effect. Alternative: in some window they do. Both
//! directions are tested, each against its own null.
//! # Model
//! The equation of [`granger`](super::granger) in every window of at least τ₀ rows, with d further lags of every series that
//! are estimated but not tested ([`extra`](TimeVaryingGranger::extra): Toda and Yamamoto's device for series in levels).
//! # Assumptions
//! Errors without autocorrelation. The series may be integrated up to order d, and cointegrated or not. Under the null the
//! other coefficients are the same throughout the sample: a break in them can look like an episode.
//! # Statistic and null distribution
//! In a window of w rows W = w·(RSS₀ − RSS₁)/RSS₁, or with White's covariance ([`robust`](TimeVaryingGranger::robust))
//! W = b'(V̂)⁻¹b, V̂ = HC0 of the tested coefficients b. At each end date t:
//!
//! | [`Windows`] | statistic at t |
//! |---|---|
//! | `Forward` | W of the rows from the first to t |
//! | `Rolling` | W of the last τ₀ rows |
//! | `Recursive` | the largest W of all windows that end at t and have τ₀ rows or more |
//!
//! The test statistic is the largest over t. Its law comes from a bootstrap: the system with p lags is estimated on the whole
//! sample, without the lags of the cause in the equation of the effect; samples of the same length are built from its
//! coefficients, the first observed values, and rows of residuals drawn with replacement (or, with
//! [`wild`](TimeVaryingGranger::wild), each row at its own date with a random sign). p = (1 + #{M* ≥ M})/(1 + B).
//! # Conventions
//! - Windows count the rows of the regression, after p + d lags. τ₀ is a fifth of them unless set, and at least what leaves
//!   5 residual degrees of freedom.
//! - An [episode](Episode) is a run of end dates at which the statistic exceeds a critical value that the *largest* statistic
//!   over all end dates exceeds by chance in 5 % of samples. [`control`](TimeVaryingGranger::control) takes the largest over
//!   that many end dates instead, as the papers do: a date is then found more easily, and over the whole sample so is a false
//!   one.
//! - Dates of an episode are ends of windows. That the first is the origin of causality is true in large samples; in small
//!   ones it comes later. Under `Forward` and `Rolling` the end of an episode comes late or not at all.
//! - Residuals enter the draws as they are, without a degrees-of-freedom factor.
//! - Where the regressors are collinear in a window it has no statistic, and a note counts such windows.
//! # Agrees with / differs from
//! - With one window of all rows W is [`granger`](super::granger)'s `chi2-ml`, and `chi2-hc0` with White's covariance. Every
//!   window's W is that of statsmodels' and gretl's least squares on the same rows.
//! - Stata's `tvgc` counts windows in observations of the VAR too; its bootstrap's critical values are for the largest
//!   statistic over `sizecontrol` dates, 12 unless set: [`control`](TimeVaryingGranger::control).
//! # Example
//! ```
//! use yalu::causality::time_varying::{TimeVaryingGranger, Windows};
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(3).replication(0);
//! let x: Vec<f64> = (0..120).map(|_| stream.standard_normal()).collect();
//! // x moves y in the second half only.
//! let y = (0..120).map(|t| stream.standard_normal() + if t > 60 { 1.5 * x[t - 1] } else { 0.0 }).collect();
//! let start: Period = "2001-01".parse()?;
//! let (x, y) = (Series::new("x", start, x)?, Series::new("y", start, y)?);
//! let result =
//!     TimeVaryingGranger::cause(&x).effect(&y).windows(Windows::Recursive).min_window(30).draws(199).run()?;
//! assert_eq!(result.forward().report().rejects(0.05), Some(true));
//! assert_eq!(result.backward().report().rejects(0.05), Some(false));
//! let episodes = result.forward().episodes(0.05)?;
//! assert_eq!(episodes.len(), 1);
//! assert!(episodes[0].first > "2006-01".parse()? && episodes[0].goes_on);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Shi, S., P. C. B. Phillips and S. Hurn (2018), *Journal of Time Series Analysis* 39, 966–987.
//! - Shi, S., S. Hurn and P. C. B. Phillips (2020), *Journal of Financial Econometrics* 18, 158–180.
//! - Baum, C. F., S. Hurn and J. Otero (2022), *Stata Journal* 22, 355–378.

mod bootstrap;
mod builder;
mod null_model;
mod paths;
mod report;
mod result;
mod system;
mod words;

pub(super) use bootstrap::critical;
pub use builder::{MinWindow, TimeVaryingCause, TimeVaryingGranger, Windows};
pub use result::{Episode, TimeVaryingResult, TimeVaryingTest, WindowStatistic};
