//! Efficient estimates of one long-run equation, with standard errors that can be used.
//!
//! | module | estimator |
//! |---|---|
//! | [`dols`] | dynamic least squares: leads and lags of Δx among the regressors |
//! | [`fmols`] | fully modified least squares: y and the cross moments corrected |
//! | [`ccr`] | canonical cointegrating regression: y and x transformed |
//!
//! Least squares of integrated series on one another is consistent when they are cointegrated, but its bias and its
//! t statistics depend on how the errors move with the regressors. These three remove that dependence, each in its own
//! way; their t statistics are asymptotically normal. All give a [`LongRunFit`].

pub mod ccr;
mod changes;
pub(crate) mod covariance;
pub mod dols;
mod estimate;
pub mod fmols;
mod moments;

pub use ccr::Ccr;
pub use dols::{Dols, DolsCovariance, Dynamics};
pub use estimate::LongRunFit;
pub use fmols::Fmols;
pub use moments::Detrending;
