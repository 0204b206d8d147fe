//! Price and quantity index numbers: bilateral, chained and multilateral.
//!
//! [`IndexFormula`] is the comparison of two periods, [`Linking`] how many periods become one series, and
//! [`PriceQuantityPanel`] the data. A quantity index is the price index with prices and quantities in each other's place.

mod formula;
mod linking;
mod panel;

pub use formula::{IndexFormula, Measure};
pub use linking::{Index, IndexPoint, IndexSeries, Linking};
pub use panel::{Matching, PriceQuantity, PriceQuantityPanel};
