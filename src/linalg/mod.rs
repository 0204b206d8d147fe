//! The only place that knows how a matrix is factored.
//!
//! Matrices are flat, column by column. The one idea to know is the [`Reduction`]: a table of n rows is rotated once
//! into a triangle with as many rows as columns, and every regression among its columns (any response on any
//! regressors) is from then on a problem of that small size. Normal equations are never formed.
//!
//! Columns are scaled by powers of two, which is exact, so multiplying a variable by 1e±150 changes no result beyond
//! rounding.

mod basis;
mod cholesky;
mod dense;
mod eigenvalues;
mod growing;
mod in_place;
mod kernel;
mod qr;
mod reduction;
mod scale;
mod svd;
mod triangular;
mod updating;

pub use basis::Basis;
pub use cholesky::Cholesky;
pub use dense::{lower_root, solve};
pub use eigenvalues::eigenvalues;
pub use growing::{GrowingTriangles, LANES, Lanes, quadratic_form_in_place};
pub use in_place::{Reflections, triangularise};
pub use kernel::{add_scaled, dot, norm};
pub use qr::PivotedQr;
pub use reduction::{Dependence, Reduction};
pub use scale::{exponent, scale_by};
pub use svd::Svd;
pub use triangular::{inverse_upper, solve_upper};
pub use updating::Updating;
