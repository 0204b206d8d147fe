//! Sharp bounds of the effects when a price, quantity or value is known only as an interval.

use serde::Serialize;

use super::basket::check_names;
use super::price_volume::Method;
use crate::{Error, ErrorKind, Note};

mod extremes;
mod interval;
mod region;

pub use interval::Interval;
pub use region::BoundedTrade;

use region::Region;

/// One good whose prices, quantities or values are intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundedGood {
    /// Its name.
    pub name: String,
    /// What is known of the first period.
    pub before: BoundedTrade,
    /// What is known of the second period.
    pub after: BoundedTrade,
}

/// Bounds of a price/volume decomposition, by a method.
///
/// Every number known to lie in an interval, and price × quantity = value where the value is known too, the bounds are
/// the smallest and the largest effect that any numbers allowed would give: sharp, up to rounding, for each
/// effect taken alone. (Two effects need not reach their bounds together.) Goods are taken to vary
/// independently, so bounds of totals are sums of the goods' bounds.
///
/// The effects of Laspeyres, Paasche and Bennet are linear in each number, so extremes lie at corners of the region
/// allowed, or on its edge of constant value; an LMDI-I effect can also turn once inside an edge, and that point is solved for.
/// Zeros inside an interval are taken at the limit. LMDI-II couples the goods by their shares and is offered
/// for one good only, where it equals LMDI-I.
///
/// ```
/// use yalu::decomposition::{BoundedGood, BoundedTrade, Bounds, Interval, Method};
/// // Sold 2.0 at 110 in the first period; in the second worth 72.8, the quantity "less than 1.5".
/// let ore = BoundedGood {
///     name: "ore".into(),
///     before: BoundedTrade::default().price(Interval::exact(110.0)?).quantity(Interval::exact(2.0)?),
///     after: BoundedTrade::default()
///         .price(Interval::between(40.0, 110.0)?)
///         .quantity(Interval::at_most(1.5)?)
///         .value(Interval::exact(72.8)?),
/// };
/// let bounds = Bounds::by(Method::Laspeyres).run(&[ore])?;
/// assert!((bounds.goods[0].price1.low() - 72.8 / 1.5).abs() < 1e-12);   // "less than 1.5" bounds the price from below
/// assert!((bounds.total.price.low() - (72.8 / 1.5 - 110.0) * 2.0).abs() < 1e-9);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    method: Method,
}

/// Bounds of the parts of a change in value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IntervalEffects {
    /// The change in value.
    pub change: Interval,
    /// The price effect.
    pub price: Interval,
    /// The volume effect.
    pub volume: Interval,
    /// The interaction, in the sign of [`Method`]; zero for the methods that have none.
    pub interaction: Interval,
}

/// One good: what the intervals imply for each other, and the bounds of its effects.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoodBounds {
    /// The good.
    pub name: String,
    /// Price in the first period.
    pub price0: Interval,
    /// Quantity in the first period.
    pub quantity0: Interval,
    /// Value in the first period.
    pub value0: Interval,
    /// Price in the second period.
    pub price1: Interval,
    /// Quantity in the second period.
    pub quantity1: Interval,
    /// Value in the second period.
    pub value1: Interval,
    /// Bounds of its effects.
    #[serde(flatten)]
    pub effects: IntervalEffects,
}

/// Bounds, not estimates: no number inside is likelier than another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EffectBounds {
    /// The weighting.
    pub method: Method,
    /// One row per good.
    pub goods: Vec<GoodBounds>,
    /// Sums over the goods.
    pub total: IntervalEffects,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Bounds {
    /// By this method.
    pub fn by(method: Method) -> Self {
        Self { method }
    }

    /// The bounds.
    ///
    /// # Errors
    /// If there is no good, fewer than two of price, quantity and value are known, the intervals contradict each other,
    /// a price or quantity has no upper bound, or LMDI-II is asked for several goods.
    pub fn run(&self, goods: &[BoundedGood]) -> Result<EffectBounds, Error> {
        check_names("good", goods.iter().map(|good| good.name.as_str()))?;
        let method = match self.method {
            Method::LmdiII if goods.len() > 1 => {
                return Err(Error::new(
                    ErrorKind::Argument,
                    "LMDI-II weights each good by all goods' shares, so bounds of several goods are not sums",
                )
                .remedy("use LMDI-I, or one good"));
            }
            Method::LmdiII => Method::LmdiI,
            method => method,
        };
        let rows = goods.iter().map(|good| good_bounds(good, method)).collect::<Result<Vec<_>, Error>>()?;
        let sum = |part: fn(&IntervalEffects) -> Interval| {
            rows.iter().map(|row| part(&row.effects)).reduce(Interval::plus).unwrap_or(Interval::ZERO)
        };
        let total = IntervalEffects {
            change: sum(|e| e.change),
            price: sum(|e| e.price),
            volume: sum(|e| e.volume),
            interaction: sum(|e| e.interaction),
        };
        let notes = vec![Note::new(
            "bounds: each effect's smallest and largest value over all numbers allowed, each effect taken alone",
        )];
        Ok(EffectBounds { method: self.method, goods: rows, total, notes })
    }
}

fn good_bounds(good: &BoundedGood, method: Method) -> Result<GoodBounds, Error> {
    let before = Region::of(&good.before, &good.name, "first")?;
    let after = Region::of(&good.after, &good.name, "second")?;
    let effects = IntervalEffects {
        change: after.value.minus(before.value),
        price: extremes::price_effect(method, &before, &after),
        // A volume effect is a price effect with prices and quantities in each other's place.
        volume: extremes::price_effect(method, &before.transposed(), &after.transposed()),
        interaction: extremes::interaction(method, &before, &after),
    };
    let parts = [effects.change, effects.price, effects.volume, effects.interaction];
    if !parts.iter().all(|part| part.low().is_finite() && part.high().is_finite()) {
        return Err(Error::new(ErrorKind::NonFinite, format!("the bounds of `{}` are not finite", good.name))
            .remedy("choose larger units or narrower intervals"));
    }
    Ok(GoodBounds {
        name: good.name.clone(),
        price0: before.price,
        quantity0: before.quantity,
        value0: before.value,
        price1: after.price,
        quantity1: after.quantity,
        value1: after.value,
        effects,
    })
}
