//! Johansen's tests: how many long-run relations hold among several series, and which.
//!
//! # Hypotheses
//! H₀: there are at most r long-run (cointegrating) relations among p series. Alternatives: more than r (trace); exactly r + 1
//! (maximum eigenvalue). Tested from r = 0 on, the first r that is not rejected is the number found.
//! # Model
//! Δyₜ = α β'(yₜ₋₁, restricted term) + Γ₁Δyₜ₋₁ + … + Γ_{K−1}Δyₜ₋ₖ₊₁ + Φdₜ + εₜ, with β'y stationary and α the loadings. dₜ holds
//! the unrestricted deterministic terms of the [`Case`], centred seasonal dummies, dummies for dates and stationary exogenous
//! series.
//! # Assumptions
//! No series is integrated of order two; errors are independent over time; K is at least the true order. Dummies for dates and
//! exogenous series change the law of the rank tests (a note says so), centred seasonals do not. A shift of level or trend
//! inside the relations (Johansen, Mosconi and Nielsen, 2000) is not modelled.
//! # Statistic and null distribution
//! λ₁ ≥ … ≥ λₚ are the squared canonical correlations of Δyₜ and yₜ₋₁ given everything else: trace = −T Σ ln(1 − λᵢ) over
//! i > r, λmax = −T ln(1 − λᵣ₊₁). Their laws depend on p − r and the case; see [`dist::johansen`](crate::dist::johansen).
//! Restrictions on β and α given r are tested by likelihood ratios with χ² laws ([`Vecm::test`], [`Restrictions`]), constancy
//! of β by [`Constancy`].
//! # Conventions
//! K counts lags of the levels, chosen by AIC of the VAR in levels unless given, the longest candidate leaving two rows in three
//! free of coefficients, and 8 at most. The headline p-value is Doornik's asymptotic one; `trace-finite` is Doornik's at the
//! rows less coefficients of an equation (gretl's default for the trace); the `reinsel-ahn` conventions multiply the statistic by
//! (T − pK)/T. Levels enter with one lag (urca's `transitory`): α, β and the tests do not depend on it. The restricted trend
//! is t − 1 in row t.
//! Below 25 rows the result carries the simulated share of true nulls that the trace test rejects at 5 % in samples as short,
//! with the same terms and the same rule for the lags: [`trace_size`](JohansenResult::trace_size).
//! Standard errors of α take β as known, with T or with T less coefficients as divisor: [`Divisor`].
//! # Agrees with / differs from
//! - urca `ca.jo`, `cajorls`, `blrtest`, `alrtest`, `bh5lrtest`; gretl `johansen`, `coint2`, `vecm` and `restrict`; statsmodels
//!   `coint_johansen` and `VECM`: eigenvalues, statistics, β, α, Γ, Σ, log-likelihood, to seven digits and more.
//! - urca `ablrtest` with a restricted term counts H's columns against p instead of p + 1: one degree of freedom per relation too
//!   few. `bh6lrtest` stops before the maximum (LR 8.34 on Danish money demand; 0.389 is the maximum, also gretl's).
//! - urca's critical values for the unrestricted constant are those for series without a linear trend.
//! - statsmodels `coint_johansen` with `k_ar_diff=0` uses the current level; `det_order=1` detrends the levels first;
//!   `stderr_beta` of several relations is out of order.
//! - gretl's `restrict` on several relations may stop at a lower maximum.
//! # Example
//! ```
//! use yalu::cointegration::johansen::{Case, Johansen, Restrictions};
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(7).replication(0);
//! let mut level = 0.0;
//! let price: Vec<f64> = (0..150).map(|_| { level += stream.standard_normal(); level }).collect();
//! let wage = price.iter().map(|price| price + stream.standard_normal()).collect();
//! let start = Period::annual(1850);
//! let (price, wage) = (Series::new("price", start, price)?, Series::new("wage", start, wage)?);
//!
//! let result = Johansen::of(&[&wage, &price]).case(Case::RestrictedConstant).lags(2).run()?;
//! assert_eq!(result.report().null, "there is no long-run relation among wage, price");
//! assert_eq!(result.rank_by_trace(0.05), Some(1));
//!
//! let model = result.vecm(1)?;
//! let hypothesis = Restrictions::new().known([("wage", 1.0), ("price", -1.0)]).weakly_exogenous("price");
//! assert_eq!(model.test(&hypothesis)?.report().rejects(0.01), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Johansen, S. (1988), *Journal of Economic Dynamics and Control* 12, 231–254; (1991), *Econometrica* 59, 1551–1580.
//! - Johansen, S. (1995), *Likelihood-Based Inference in Cointegrated Vector Autoregressive Models*, Oxford University Press.
//! - Doornik, J. A. (1998), *Journal of Economic Surveys* 12, 573–593.
//! - Reinsel, G. C. and S. K. Ahn (1992), *Journal of Time Series Analysis* 13, 353–375.

mod builder;
mod canonical;
pub mod constancy;
mod constancy_law;
mod constancy_result;
mod dimension;
mod explosion;
mod matrix;
mod rank;
mod recursion;
mod reports;
mod restricted;
mod restrictions;
mod size;
mod switching;
mod system;
mod tables;
mod terms;
mod vecm;
mod words;

pub use crate::dist::johansen::Case;
pub use builder::Johansen;
pub(crate) use canonical::complement;
pub use constancy::{Constancy, ConstancyResult, RecursiveRow};
pub use rank::{JohansenResult, RankRow};
pub use restricted::RestrictionTest;
pub use restrictions::Restrictions;
pub use size::TraceSize;
pub(crate) use terms::Named;
pub use vecm::{Divisor, Vecm};
