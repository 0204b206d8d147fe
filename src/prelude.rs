//! The names a notebook needs: `use yalu::prelude::*;` once, and every cell is a sentence.
//!
//! There is deliberately no alias of `Result` here: imported into a notebook it would break every later cell. Where a
//! cell writes `?`, give the variable its type: `let trade: Frame = dataset.frame()?;`.

pub use crate::breaks::{BreakDate, Chow, PrePost, SupF};
pub use crate::breaks::{chow::ChowResult, pre_post::PrePostResult, sup_f::SupFResult};
pub use crate::causality::{CausalityResult, CausalityTest, Criterion, Granger, TodaYamamoto};
pub use crate::datasets::{self, Dataset};
pub use crate::decomposition::{Basket, Contributions, Good, ItemValue, Method, PriceVolume, ValueChange, ZeroRule};
pub use crate::decomposition::{comparison_table, index::Index};
pub use crate::formula::Formula;
pub use crate::hypothesis::{HypothesisTest, Outcome, PValue, TestReport, catalogue, test_table};
pub use crate::regression::{
    Covariance, Fit, Hac, Inference, NestedComparison, Ols, Restriction, WaldTest, side_by_side,
};
pub use crate::series::{Aggregation, CsvOptions, DateColumn, DecimalMark, Delimiter, Description, align};
pub use crate::table::{Format, Stars, Table, latex_document};
pub use crate::{Design, Error, Frame, Frequency, Indicator, Note, Period, Sample, Series};
