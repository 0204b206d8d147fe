//! A change in value split into price and volume, by the usual weightings.

use std::fmt;

use serde::Serialize;

use super::basket::{Basket, Good};
use super::factors::Factors;
use super::lmdi::{Lmdi, LmdiForm};
use super::zeros::{Presence, ZeroRule};
use crate::{Error, ErrorKind, Note};

/// How the part of the change that price and volume share is attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Price effect ΔP·Q0, volume effect P0·ΔQ, interaction ΔP·ΔQ.
    #[doc(alias = "base-weighted")]
    #[doc(alias = "three-way decomposition")]
    Laspeyres,
    /// Price effect ΔP·Q1, volume effect P1·ΔQ, interaction −ΔP·ΔQ: both effects count it, so it is taken off once.
    #[doc(alias = "end-weighted")]
    Paasche,
    /// Price effect ΔP·(Q0+Q1)/2, volume effect ΔQ·(P0+P1)/2: the interaction shared in halves, which with two
    /// factors is Shapley's value (Bennet, 1920).
    #[doc(alias = "Shapley")]
    #[doc(alias = "midpoint")]
    #[doc(alias = "Marshall-Edgeworth")]
    Bennet,
    /// L(V1,V0)·ln(P1/P0) and L(V1,V0)·ln(Q1/Q0), good by good.
    #[doc(alias = "Montgomery")]
    #[serde(rename = "lmdi-1")]
    LmdiI,
    /// The logarithmic changes weighted by logarithmic means of value shares.
    #[doc(alias = "Sato-Vartia")]
    #[serde(rename = "lmdi-2")]
    LmdiII,
}

impl Method {
    /// Every method, in the order in which tables show them.
    pub const ALL: [Self; 5] = [Self::Laspeyres, Self::Paasche, Self::Bennet, Self::LmdiI, Self::LmdiII];

    /// Whether a part of the change is left to price and volume together.
    pub fn has_interaction(self) -> bool {
        matches!(self, Self::Laspeyres | Self::Paasche)
    }

    fn lmdi_form(self) -> Option<LmdiForm> {
        match self {
            Self::LmdiI => Some(LmdiForm::I),
            Self::LmdiII => Some(LmdiForm::II),
            Self::Laspeyres | Self::Paasche | Self::Bennet => None,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Laspeyres => "Laspeyres-weighted",
            Self::Paasche => "Paasche-weighted",
            Self::Bennet => "Bennet (Shapley)",
            Self::LmdiI => "LMDI-I",
            Self::LmdiII => "LMDI-II",
        })
    }
}

/// A decomposition to be run: the method and the rule for zeros.
///
/// ```
/// use yalu::decomposition::{Basket, Good, Method, PriceVolume};
/// let coal = Good { name: "coal".into(), price0: 83.3, quantity0: 16.49, price1: 73.4, quantity1: 15.43 };
/// let change = PriceVolume::by(Method::Laspeyres).run(&Basket::new(vec![coal])?)?;
/// assert!((change.total.price - -163.251).abs() < 1e-9);
/// assert!((change.total.volume - -88.298).abs() < 1e-9);
/// assert!((change.total.interaction - 10.494).abs() < 1e-9);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # References
/// Bennet, T. L. (1920), "The theory of measurement of changes in cost of living", *Journal of the Royal Statistical
/// Society* 83, 455–462. Ang, B. W. (2005), *Energy Policy* 33, 867–871. Balk, B. M. (2008), *Price and Quantity Index
/// Numbers*, Cambridge University Press.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriceVolume {
    method: Method,
    zeros: ZeroRule,
}

/// The parts of a change in value, in units of value. `price + volume + interaction + entry + exit = change`.
///
/// (Under LMDI-II that holds for the totals, not for every good.)
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Effects {
    /// Value in the first period.
    pub value0: f64,
    /// Value in the second period.
    pub value1: f64,
    /// The change in value.
    pub change: f64,
    /// The price effect.
    pub price: f64,
    /// The volume effect.
    pub volume: f64,
    /// What the method attributes to price and volume together, signed so that the parts add up; 0 for the
    /// methods that attribute everything.
    pub interaction: f64,
    /// The value of new goods, where the rule keeps them apart.
    pub entry: f64,
    /// Minus the value of discontinued goods, where the rule keeps them apart.
    pub exit: f64,
}

/// One good's row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoodEffects {
    /// The good.
    pub name: String,
    /// In which periods it was traded.
    pub presence: Presence,
    /// Its effects.
    #[serde(flatten)]
    pub effects: Effects,
}

/// The ratio of the two values as a product: `price · volume · entry · exit = value`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ValueRatio {
    /// Value of the second period over value of the first.
    pub value: f64,
    /// The price index.
    pub price: f64,
    /// The volume index.
    pub volume: f64,
    /// Second-period value with new goods over that without them; 1 unless they are kept apart.
    pub entry: f64,
    /// First-period value without discontinued goods over that with them; 1 unless they are kept apart.
    pub exit: f64,
}

/// A change in value, split.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueChange {
    /// The weighting.
    pub method: Method,
    /// What was done with zeros.
    pub zero_rule: ZeroRule,
    /// One row per good, in the basket's order.
    pub goods: Vec<GoodEffects>,
    /// The sums over goods.
    pub total: Effects,
    /// The multiplicative reading, for the methods that have one (LMDI).
    pub ratio: Option<ValueRatio>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl PriceVolume {
    /// By this method; zeros are refused unless another rule is chosen.
    pub fn by(method: Method) -> Self {
        Self { method, zeros: ZeroRule::default() }
    }

    /// With this rule for zeros.
    #[must_use]
    pub fn zeros(mut self, rule: ZeroRule) -> Self {
        self.zeros = rule;
        self
    }

    /// Splits the basket's change in value.
    ///
    /// # Errors
    /// If a zero is not covered by the rule, or no good is left in both periods, or an effect overflows.
    pub fn run(&self, basket: &Basket) -> Result<ValueChange, Error> {
        basket.check_zeros(self.zeros)?;
        let change = match self.method.lmdi_form() {
            Some(form) => self.logarithmic(form, basket)?,
            None => self.arithmetic(basket),
        };
        let t = &change.total;
        match [t.price, t.volume, t.interaction].iter().all(|x| x.is_finite()) {
            true => Ok(change),
            false => {
                Err(Error::new(ErrorKind::NonFinite, "an effect is too large for a double")
                    .remedy("choose larger units"))
            }
        }
    }

    fn arithmetic(&self, basket: &Basket) -> ValueChange {
        let goods: Vec<GoodEffects> = basket
            .goods()
            .iter()
            .map(|good| GoodEffects {
                name: good.name.clone(),
                presence: good.presence(),
                effects: self.arithmetic_effects(good),
            })
            .collect();
        let total = total(&goods);
        ValueChange { method: self.method, zero_rule: self.zeros, goods, total, ratio: None, notes: Vec::new() }
    }

    fn arithmetic_effects(&self, good: &Good) -> Effects {
        let (value0, value1) = (good.value0(), good.value1());
        let values = Effects { value0, value1, change: value1 - value0, ..Effects::default() };
        if self.zeros == ZeroRule::SeparateNewAndGone && good.presence() != Presence::Continuing {
            return Effects { entry: value1, exit: 0.0 - value0, ..values };
        }
        let (dp, dq) = (good.price1 - good.price0, good.quantity1 - good.quantity0);
        let (price_weight, volume_weight, interaction) = match self.method {
            Method::Paasche => (good.quantity1, good.price1, -dp * dq),
            Method::Bennet => (good.quantity0 / 2.0 + good.quantity1 / 2.0, good.price0 / 2.0 + good.price1 / 2.0, 0.0),
            _ => (good.quantity0, good.price0, dp * dq),
        };
        Effects { price: dp * price_weight, volume: volume_weight * dq, interaction, ..values }
    }

    fn logarithmic(&self, form: LmdiForm, basket: &Basket) -> Result<ValueChange, Error> {
        let found = Lmdi::default().form(form).zeros(self.zeros).run(&Factors::of_basket(basket))?;
        let goods: Vec<GoodEffects> = found
            .items
            .into_iter()
            .zip(basket.goods())
            .map(|(item, good)| GoodEffects {
                name: item.item,
                presence: good.presence(),
                effects: Effects {
                    value0: item.value0,
                    value1: item.value1,
                    change: item.value1 - item.value0,
                    price: item.effects[0],
                    volume: item.effects[1],
                    interaction: 0.0,
                    entry: item.entry,
                    exit: item.exit,
                },
            })
            .collect();
        Ok(ValueChange {
            method: self.method,
            zero_rule: self.zeros,
            total: total(&goods),
            goods,
            ratio: Some(ValueRatio {
                value: found.value1 / found.value0,
                price: found.effects[0].multiplicative,
                volume: found.effects[1].multiplicative,
                entry: found.entry.multiplicative,
                exit: found.exit.multiplicative,
            }),
            notes: found.notes,
        })
    }
}

impl Basket {
    /// The change in value by every method of [`Method::ALL`], side by side, under one rule for zeros.
    ///
    /// # Errors
    /// As [`PriceVolume::run`].
    pub fn by_every_method(&self, zeros: ZeroRule) -> Result<Vec<ValueChange>, Error> {
        Method::ALL.iter().map(|method| PriceVolume::by(*method).zeros(zeros).run(self)).collect()
    }
}

fn total(goods: &[GoodEffects]) -> Effects {
    goods.iter().map(|good| good.effects).fold(Effects::default(), |sum, row| Effects {
        value0: sum.value0 + row.value0,
        value1: sum.value1 + row.value1,
        change: sum.change + row.change,
        price: sum.price + row.price,
        volume: sum.volume + row.volume,
        interaction: sum.interaction + row.interaction,
        entry: sum.entry + row.entry,
        exit: sum.exit + row.exit,
    })
}
