//! What a test came to.

use super::{NullDistribution, PValue};

/// What a test came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A statistic, the distribution it has under the null, and the p-value.
    Computed {
        /// The symbol by which the field knows it: `F`, `χ²`, `LR`.
        symbol: &'static str,
        /// Its value.
        statistic: f64,
        /// The law it is compared to.
        distribution: NullDistribution,
        /// The upper-tail (for `t`, two-sided) probability.
        p: PValue,
    },
    /// No number can be stood behind, and why.
    NotApplicable {
        /// The reason in words.
        because: String,
    },
}
