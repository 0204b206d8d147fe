//! An aggregate as a sum of products of named factors.

use super::basket::{Basket, check_number};
use super::zeros::Presence;
use crate::{Error, ErrorKind};

/// An aggregate V = Σ_i Π_k x_ik: named factors, and for every item their values in two periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Factors {
    pub(super) names: Vec<String>,
    pub(super) items: Vec<FactorItem>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct FactorItem {
    pub(super) name: String,
    pub(super) before: Vec<f64>,
    pub(super) after: Vec<f64>,
}

impl FactorItem {
    /// The products of the factors in the two periods.
    pub(super) fn values(&self) -> (f64, f64) {
        (self.before.iter().product(), self.after.iter().product())
    }

    pub(super) fn presence(&self) -> Presence {
        let (before, after) = self.values();
        Presence::of(before, after)
    }
}

impl Factors {
    /// Factors by name ("activity", "structure", "intensity"), as yet without items.
    pub fn new<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self { names: names.into_iter().map(Into::into).collect(), items: Vec::new() }
    }

    /// Adds an item with its factors in the first and in the second period, in the order of the names.
    ///
    /// # Errors
    /// If the count is wrong, or a factor or their product is negative, NaN or infinite.
    pub fn item(mut self, name: impl Into<String>, before: &[f64], after: &[f64]) -> Result<Self, Error> {
        let name = name.into();
        for (factors, when) in [(before, "first"), (after, "second")] {
            if factors.len() != self.names.len() {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("`{name}` has {} factors in the {when} period, not {}", factors.len(), self.names.len()),
                ));
            }
            for (factor, x) in self.names.iter().zip(factors) {
                check_number(&name, &format!("{factor} in the {when} period"), *x)?;
            }
            check_number(&name, &format!("value in the {when} period"), factors.iter().product())?;
        }
        self.items.push(FactorItem { name, before: before.to_vec(), after: after.to_vec() });
        Ok(self)
    }

    /// Price and quantity of every good.
    pub(super) fn of_basket(basket: &Basket) -> Self {
        let items = basket.goods().iter().map(|good| FactorItem {
            name: good.name.clone(),
            before: vec![good.price0, good.quantity0],
            after: vec![good.price1, good.quantity1],
        });
        Self { names: vec!["price".to_owned(), "volume".to_owned()], items: items.collect() }
    }
}
