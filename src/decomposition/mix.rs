//! The change of a basket's unit value: prices within goods, and the mix of goods.

use serde::Serialize;

use super::basket::Basket;
use crate::{Error, ErrorKind};

/// The change of an aggregate unit value U = Σ P_i Q_i / Σ Q_i, in units of price.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitValueChange {
    /// Unit value in the first period.
    pub unit_value0: f64,
    /// Unit value in the second period.
    pub unit_value1: f64,
    /// The change.
    pub change: f64,
    /// Σ ΔP_i (s_i0 + s_i1)/2: what prices did at an average mix.
    pub price: f64,
    /// Σ Δs_i (P_i0 + P_i1)/2: what the shift between dear and cheap goods did at average prices.
    pub mix: f64,
}

impl Basket {
    /// Splits the change of the basket's unit value into price and mix, with quantity shares s_i = Q_i / Σ Q_j and
    /// Bennet's (Shapley's) weights, so that the two add up.
    ///
    /// It supposes that all quantities are in one unit (tonnes, say), which the numbers cannot tell. An index computed
    /// from aggregate unit values reads the mix as price; the index formulas do not.
    ///
    /// # Errors
    /// If a good with a positive quantity in one period only has no price in the other.
    pub fn unit_value_change(&self) -> Result<UnitValueChange, Error> {
        let (mut total0, mut total1) = (0.0, 0.0);
        for good in self.goods() {
            if (good.quantity0 == 0.0 && good.price0 == 0.0) || (good.quantity1 == 0.0 && good.price1 == 0.0) {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("`{}` was not traded in one of the periods and has no price there", good.name),
                )
                .remedy("give the price it would have had, or leave the good out"));
            }
            total0 += good.quantity0;
            total1 += good.quantity1;
        }
        let (mut price, mut mix) = (0.0, 0.0);
        for good in self.goods() {
            let (share0, share1) = (good.quantity0 / total0, good.quantity1 / total1);
            price += (good.price1 - good.price0) * (share0 + share1) / 2.0;
            mix += (share1 - share0) * (good.price0 + good.price1) / 2.0;
        }
        let (unit_value0, unit_value1) = (self.value0() / total0, self.value1() / total1);
        if ![price, mix, unit_value0, unit_value1].iter().all(|x| x.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, "the basket's unit value is not a finite number")
                .remedy("choose units in which quantities are neither so large nor so small"));
        }
        Ok(UnitValueChange { unit_value0, unit_value1, change: unit_value1 - unit_value0, price, mix })
    }
}
