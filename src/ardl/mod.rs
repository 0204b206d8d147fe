//! Autoregressive distributed lags: dynamic regressions of one series on others, and whether their levels are related.
//!
//! | | |
//! |---|---|
//! | [`Ardl`] | the model: orders given or chosen, deterministic terms by [`Case`], fixed regressors |
//! | [`ArdlResult`] | the model in levels and as error correction, long-run multipliers, speed of adjustment |
//! | [`bounds`] | Pesaran, Shin and Smith's test of no level relation |
//! | [`BoundsSimulation`] | the laws of its statistics at any number of rows |
//!
//! An ARDL(p, q₁ … q_k) is yₜ = d'ₜδ + Σφᵢyₜ₋ᵢ + ΣⱼΣᵢ βⱼᵢ xⱼ,ₜ₋ᵢ + γ'zₜ + uₜ, i = 1 … p and 0 … qⱼ, with deterministic terms dₜ
//! and fixed regressors zₜ that have no lags (seasonal dummies, dummies for breaks, any series). The same model with Δyₜ on
//! the left has yₜ₋₁ and xⱼ,ₜ₋₁ in levels beside lagged differences; a regressor with qⱼ = 0 stands there as xⱼₜ, so that the
//! two have the same fitted values. With φ the coefficient of yₜ₋₁ and θ'ⱼ that of xⱼ, the long-run multiplier is −θ'ⱼ/φ.
//!
//! Series are cut to the periods they share; the longest lag of those serve as lags only.
//!
//! ```
//! use yalu::ardl::{Ardl, Orders};
//! use yalu::{Period, Series};
//! let start = Period::annual(1990);
//! let x = [1.2, 1.9, 1.5, 2.6, 3.1, 2.8, 3.9, 4.4, 4.0, 5.1, 5.9, 5.5, 6.2, 7.1, 6.8, 7.7, 8.1, 8.9, 8.4, 9.3];
//! let y = [2.1, 3.0, 3.3, 4.1, 5.6, 5.9, 6.7, 8.3, 8.6, 9.2, 11.1, 11.6, 12.0, 13.5, 14.1, 14.6, 15.9, 16.8, 17.2, 17.9];
//! let (x, y) = (Series::new("income", start, x.to_vec())?, Series::new("spending", start, y.to_vec())?);
//!
//! let model = Ardl::of(&y).on(&[&x]).orders(1, &[1]).run()?;
//! assert_eq!(model.orders(), &Orders::new(1, &[1]));
//! let [constant, income] = model.long_run() else { unreachable!() };
//! assert_eq!((constant.term.as_str(), income.term.as_str()), ("(Intercept)", "income"));
//! // In levels and as error correction it is one model.
//! let (levels, changes) = (model.levels().glance().rss, model.error_correction().glance().rss);
//! assert!((levels - changes).abs() < 1e-9 * levels);
//! # Ok::<(), yalu::Error>(())
//! ```
//!
//! # References
//! - Pesaran, M. H. and Y. Shin (1999), in S. Strøm (ed.), *Econometrics and Economic Theory in the 20th Century*, ch. 11.
//! - Pesaran, M. H., Y. Shin and R. J. Smith (2001), *Journal of Applied Econometrics* 16, 289–326.

mod aligned;
pub mod bounds;
mod long_run;
mod model;
mod orders;
mod result;
mod select;
pub mod simulation;
mod statistic;
mod tables;
mod words;

pub use crate::dist::pss::{Bound, Case, Statistic};
pub use bounds::{Bounds, BoundsTest};
pub use model::Ardl;
pub use orders::{Candidate, CandidateRows, MaxOrders, OrderRule, Orders};
pub use result::ArdlResult;
pub use simulation::{BoundsSimulation, SimulatedBounds};
