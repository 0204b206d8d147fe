//! Goods with their prices and quantities in two periods.

use serde::Serialize;

use super::zeros::{Presence, ZeroRule};
use crate::{Error, ErrorKind};

/// Price and quantity of one good in the first (0) and the second (1) period.
///
/// A good that was not traded in a period has quantity 0 there; its price in that period is 0 if nobody knows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Good {
    /// Its name, by which results speak of it.
    pub name: String,
    /// Price in the first period, in currency per unit of quantity.
    pub price0: f64,
    /// Quantity in the first period.
    pub quantity0: f64,
    /// Price in the second period.
    pub price1: f64,
    /// Quantity in the second period.
    pub quantity1: f64,
}

/// Value and quantity of one good in two periods; its price is the unit value.
#[derive(Debug, Clone, PartialEq)]
pub struct GoodInValues {
    /// Its name.
    pub name: String,
    /// Value in the first period.
    pub value0: f64,
    /// Quantity in the first period.
    pub quantity0: f64,
    /// Value in the second period.
    pub value1: f64,
    /// Quantity in the second period.
    pub quantity1: f64,
}

impl GoodInValues {
    /// The good with unit values (value divided by quantity) as prices.
    ///
    /// A unit value moves also when qualities within the good shift, so a "price effect" from unit values contains that.
    ///
    /// # Errors
    /// If a number is negative, NaN or infinite, or if there is a value without a quantity.
    pub fn at_unit_values(&self) -> Result<Good, Error> {
        for (what, x) in [
            ("value in the first period", self.value0),
            ("quantity in the first period", self.quantity0),
            ("value in the second period", self.value1),
            ("quantity in the second period", self.quantity1),
        ] {
            check_number(&self.name, what, x)?;
        }
        let unit_value = |value: f64, quantity: f64, when: &str| match (value > 0.0, quantity > 0.0) {
            (_, true) => Ok(value / quantity),
            (false, false) => Ok(0.0),
            (true, false) => Err(Error::new(
                ErrorKind::Argument,
                format!("`{}` has a value of {value} but no quantity in the {when} period", self.name),
            )
            .remedy("give its quantity, or leave the good to a table of contributions in value")),
        };
        Ok(Good {
            name: self.name.clone(),
            price0: unit_value(self.value0, self.quantity0, "first")?,
            quantity0: self.quantity0,
            price1: unit_value(self.value1, self.quantity1, "second")?,
            quantity1: self.quantity1,
        })
    }
}

impl Good {
    /// Price times quantity in the first period.
    pub fn value0(&self) -> f64 {
        self.price0 * self.quantity0
    }

    /// Price times quantity in the second period.
    pub fn value1(&self) -> f64 {
        self.price1 * self.quantity1
    }

    /// In which periods it was traded.
    pub fn presence(&self) -> Presence {
        Presence::of(self.quantity0, self.quantity1)
    }

    /// The four numbers with their names, for checks and messages.
    fn numbers(&self) -> [(&'static str, f64); 4] {
        [
            ("price in the first period", self.price0),
            ("quantity in the first period", self.quantity0),
            ("price in the second period", self.price1),
            ("quantity in the second period", self.quantity1),
        ]
    }
}

/// A validated set of goods: names are unique, every number finite and non-negative, every value finite,
/// every good traded at least once, and something of value in each period.
///
/// ```
/// use yalu::decomposition::{Basket, Good};
/// let basket = Basket::new(vec![Good {
///     name: "coal".into(), price0: 83.3, quantity0: 16.49, price1: 73.4, quantity1: 15.43,
/// }])?;
/// assert!((basket.value1() - 1132.562).abs() < 1e-9);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Basket {
    goods: Vec<Good>,
}

impl Basket {
    /// A basket of these goods.
    ///
    /// # Errors
    /// If there is none, a name is empty or doubled, a number is negative, NaN or infinite, a good is traded in
    /// neither period, or the basket is worth nothing in one of them.
    pub fn new(goods: Vec<Good>) -> Result<Self, Error> {
        check_names("good", goods.iter().map(|good| good.name.as_str()))?;
        for good in &goods {
            for (what, x) in good.numbers() {
                check_number(&good.name, what, x)?;
            }
            check_number(&good.name, "value in the first period", good.value0())?;
            check_number(&good.name, "value in the second period", good.value1())?;
            if good.presence() == Presence::Absent {
                return Err(Error::new(ErrorKind::Argument, format!("`{}` has quantity 0 in both periods", good.name))
                    .remedy("leave it out"));
            }
        }
        let basket = Self { goods };
        check_totals(basket.value0(), basket.value1())?;
        Ok(basket)
    }

    /// The goods in the order given.
    pub fn goods(&self) -> &[Good] {
        &self.goods
    }

    /// The basket's value in the first period.
    pub fn value0(&self) -> f64 {
        self.goods.iter().map(Good::value0).sum()
    }

    /// The basket's value in the second period.
    pub fn value1(&self) -> f64 {
        self.goods.iter().map(Good::value1).sum()
    }

    /// Refuses what the rule for zeros does not cover, naming the good.
    pub(crate) fn check_zeros(&self, rule: ZeroRule) -> Result<(), Error> {
        for good in &self.goods {
            let Some((what, _)) = good.numbers().into_iter().find(|(_, x)| *x == 0.0) else { continue };
            let zero = |need: &str| Error::new(ErrorKind::Argument, format!("`{}` has {what} 0{need}", good.name));
            match rule {
                ZeroRule::Refuse => {
                    return Err(zero("").remedy(
                        "choose a rule for zeros (`ZeroRule::Limits` or `ZeroRule::SeparateNewAndGone`), \
                         or leave the good out",
                    ));
                }
                ZeroRule::Limits => {
                    let unpriced =
                        (good.price0 == 0.0 && good.quantity0 == 0.0) || (good.price1 == 0.0 && good.quantity1 == 0.0);
                    if unpriced {
                        return Err(Error::new(
                            ErrorKind::Argument,
                            format!("`{}` was not traded in one of the periods and has no price there", good.name),
                        )
                        .remedy("give the price it would have had, or use `ZeroRule::SeparateNewAndGone`"));
                    }
                }
                ZeroRule::SeparateNewAndGone => {
                    let free =
                        (good.price0 == 0.0 && good.quantity0 > 0.0) || (good.price1 == 0.0 && good.quantity1 > 0.0);
                    if free {
                        return Err(zero(", though it was traded: it is neither new nor discontinued")
                            .remedy("use `ZeroRule::Limits`, or correct the price"));
                    }
                }
            }
        }
        Ok(())
    }
}

/// Refuses a value that is negative, NaN or infinite, naming it.
pub(crate) fn check_number(name: &str, what: &str, x: f64) -> Result<(), Error> {
    if !x.is_finite() {
        return Err(Error::new(ErrorKind::NonFinite, format!("`{name}`: {what} is {x}"))
            .remedy("leave the item out, or put it in a unit in which it fits"));
    }
    if x < 0.0 {
        return Err(Error::new(ErrorKind::Argument, format!("`{name}`: {what} is {x}, below zero"))
            .remedy("split a balance into what goes out and what comes in"));
    }
    Ok(())
}

/// Refuses an empty list and empty or doubled names.
pub(crate) fn check_names<'a>(what: &str, names: impl Iterator<Item = &'a str>) -> Result<(), Error> {
    let mut seen = Vec::new();
    for name in names {
        if name.trim().is_empty() {
            return Err(Error::new(ErrorKind::Name, format!("{what} {} has no name", seen.len() + 1)));
        }
        if seen.contains(&name) {
            return Err(
                Error::new(ErrorKind::Name, format!("there are two {what}s named `{name}`")).remedy("rename one")
            );
        }
        seen.push(name);
    }
    if seen.is_empty() {
        return Err(
            Error::new(ErrorKind::Sample, format!("there is no {what}")).remedy(format!("give one {what} or more"))
        );
    }
    Ok(())
}

/// Refuses totals between which there is no rate of change.
pub(crate) fn check_totals(total0: f64, total1: f64) -> Result<(), Error> {
    for (total, when) in [(total0, "first"), (total1, "second")] {
        if !total.is_finite() {
            return Err(Error::new(ErrorKind::NonFinite, format!("the total of the {when} period is {total}"))
                .remedy("choose a larger unit"));
        }
        if total == 0.0 {
            return Err(Error::new(ErrorKind::Argument, format!("the total of the {when} period is 0"))
                .remedy("compare periods in both of which something has value"));
        }
    }
    Ok(())
}
