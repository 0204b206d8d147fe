//! Choosing controls: the lasso with a penalty given by theory, and post-double-selection.

mod double_lasso;
mod lasso;

pub use double_lasso::{DoubleLasso, DoubleLassoFit};
pub use lasso::{LassoStep, Loadings, PlugIn};
