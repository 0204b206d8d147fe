//! In and out of linfa.

mod linfa;

pub use self::linfa::{FittedOls, LinfaOls, from_dataset, to_dataset};

pub(crate) use self::linfa::{complete, matrix};
