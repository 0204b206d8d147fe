//! Linear regression: estimate once, infer late.
//!
//! [`Ols::fit`] estimates; [`Fit::with`] re-infers under another [`Covariance`] without estimating again;
//! [`Fit::wald`] tests linear restrictions, [`Fit::lagrange_multiplier`] with the residuals of the null;
//! [`NestedComparison`] compares two models on the same rows.
//!
//! ```
//! use yalu::ndarray::{Array1, array};
//! use yalu::regression::{Covariance, Ols};
//! use yalu::{Design, Stamp};
//!
//! let x = array![[1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 4.0], [1.0, 5.0]];
//! let y: Array1<f64> = array![1.1, 1.9, 3.2, 3.9, 5.1];
//! let stamps = (1..=5).map(Stamp::Row).collect();
//! let design = Design::from_arrays("y", vec!["const".into(), "x".into()], y, x, stamps)?;
//! let fit = Ols::fit(&design)?.with(Covariance::Hc1)?;
//! assert!((fit.tidy()[1].estimate - 1.0).abs() < 1e-12);
//! assert_eq!(fit.covariance().to_string(), "HC1: heteroskedasticity-robust, n/(n−k)");
//! # Ok::<(), yalu::Error>(())
//! ```

mod collinear;
pub mod covariance;
mod criterion;
mod estimate;
mod fit;
mod gls;
mod information;
pub mod nested;
mod ols;
pub mod quantile;
mod restriction;
mod rows;
pub mod score;
mod summary;
mod table;
pub mod wald;

pub(crate) use collinear::refuse_collinear;
pub use covariance::{Bandwidth, Covariance, Hac, Kernel};
pub use criterion::Criterion;
pub use fit::{Fit, Inference};
pub use gls::{GlsAr1, GlsFit};
pub use information::{Criteria, Information};
pub use nested::NestedComparison;
pub use ols::Ols;
pub use restriction::Restriction;
pub use score::ScoreTest;
pub use summary::{Coefficient, FitSummary};
pub(crate) use table::coefficients_table;
pub use table::side_by_side;
pub use wald::WaldTest;
