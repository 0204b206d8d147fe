//! Local projections: the response to a shock, one regression a horizon.
//!
//! # Model
//! yₜ₊ₕ = βₕ xₜ + controls + eₜ₊ₕ, h = 0, 1, …: the controls are p lags of shock x, response y and other series, the
//! deterministic terms, and the current values of the series [ordered before](LocalProjection::before) the shock. βₕ is the
//! response to a unit of what the controls leave of x. It needs no model of the system: where that is a vector
//! autoregression with p lags, βₕ is its response to the recursively identified shock, up to sampling error.
//! # Assumptions
//! Given the controls, the shock is unrelated to what else moves y in its own period: an order of the series, or an observed
//! shock. By state: the state is not moved by the shock.
//! # Statistic and null distribution
//! eₜ₊ₕ overlaps for h periods. Jordà's answer is Newey and West's covariance, here with as many lags as the horizon; Montiel Olea
//! and Plagborg-Møller's one more lag among the controls ([`lag_augmented`](LocalProjection::lag_augmented)), after which
//! xₜ's residual times eₜ₊ₕ is uncorrelated and heteroskedasticity-robust errors do, for stationary and integrated
//! series alike. β̂ₕ over its error is compared with t(n − k); bands are pointwise.
//! # Conventions
//! - The lag of Newey and West's is h, so that h = 0 is HC0; no prewhitening, no n/(n − k) unless
//!   [asked](LocalProjection::adjusted). Lag augmentation takes HC1. Any [`Covariance`](crate::regression::Covariance) may be
//!   set instead.
//! - Every horizon uses all rows it has, so n falls by one each; the sample of each is shown.
//!   [`common_sample`](LocalProjection::common_sample) keeps to the rows of the longest.
//! - Below `min_df` = 5 residual degrees of freedom a horizon is not identified; nor where a dummy no longer varies.
//! - Cumulative: yₜ + … + yₜ₊ₕ is projected. Multiplier: that over xₜ + … + xₜ₊ₕ with xₜ as instrument (Ramey and Zubairy
//!   2018); `first_stage` is the instrument's F under the same covariance.
//! - By state: shock, constant, lags and current controls each have a coefficient for either state, other deterministic terms one
//!   for both; dates count in their own period, a series one period before.
//! - A response to a shock is a causal statement: series that temporal disaggregation constructed are refused unless
//!   [insisted upon](LocalProjection::accept_constructed_data).
//! # Agrees with / differs from
//! - statsmodels `OLS` with `cov_type="HAC"` or `"HC1"` and R `lm` with sandwich's `NeweyWest(prewhite = FALSE)` or `vcovHC`, each
//!   horizon on its own rows; multipliers: R AER `ivreg`, linearmodels `IV2SLS`.
//! - sandwich's `NeweyWest` prewhitens and picks its lag unless told not to.
//! - R lpirfs takes h + 1 as the lag, and n/(n − k).
//! # Example
//! ```
//! use yalu::local_projection::{LocalProjection, Regime};
//! use yalu::resampling::Streams;
//! use yalu::{Period, Series};
//! let mut stream = Streams::new(5).replication(0);
//! let shock: Vec<f64> = (0..300).map(|_| stream.standard_normal()).collect();
//! let mut price = vec![0.0];
//! for t in 1..300 {
//!     price.push(0.6 * price[t - 1] + shock[t] + 0.5 * stream.standard_normal());
//! }
//! let start = Period::annual(1700);
//! let (shock, price) = (Series::new("shock", start, shock)?, Series::new("price", start, price)?);
//! let responses = LocalProjection::of(&shock, &price).lags(1).lag_augmented().horizon(4).run()?;
//! let after_two = responses.at(2, Regime::All).expect("identified");
//! assert!((after_two.estimate - 0.36).abs() < 2.5 * after_two.std_error);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Jordà, Ò. (2005), *American Economic Review* 95, 161–182.
//! - Montiel Olea, J. L. and M. Plagborg-Møller (2021), *Econometrica* 89, 1789–1823.
//! - Plagborg-Møller, M. and C. K. Wolf (2021), *Econometrica* 89, 955–980.
//! - Ramey, V. A. and S. Zubairy (2018), *Journal of Political Economy* 126, 850–901.

mod builder;
mod columns;
mod horizon;
mod result;
mod state;

pub use builder::LocalProjection;
pub use result::{Estimated, LocalProjections, Projection, ProjectionRow, Regime};
pub use state::State;
