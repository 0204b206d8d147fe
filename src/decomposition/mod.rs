//! A change in value split into price and volume; index numbers; contributions to growth.
//!
//! | question | answer |
//! |---|---|
//! | How much of a change in value is price, how much volume? | [`PriceVolume`] on a [`Basket`] |
//! | The same by every method, side by side? | [`Basket::by_every_method`] |
//! | An end value is known only as "less than" or "around"? | [`Bounds`] |
//! | More factors than two? | [`Lmdi`] on [`Factors`] |
//! | Values only, no quantities? | [`Contributions`] |
//! | The unit value moved: prices or mix? | [`Basket::unit_value_change`] |
//! | A price or quantity index over many periods? | [`index`] |
//!
//! Conventions: the first period is 0, the second 1. Additive effects are in units of value and add up to the change;
//! multiplicative ones are ratios and multiply to the ratio of values. An interaction has its own row, never
//! a silent home. Zeros follow a [`ZeroRule`].

mod basket;
mod bounds;
mod contributions;
mod factors;
pub mod index;
mod lmdi;
mod log_mean;
mod mix;
mod price_volume;
mod tables;
mod zeros;

pub use basket::{Basket, Good, GoodInValues};
pub use bounds::{BoundedGood, BoundedTrade, Bounds, EffectBounds, GoodBounds, Interval, IntervalEffects};
pub use contributions::{Contribution, Contributions, ItemValue};
pub use factors::Factors;
pub use lmdi::{FactorEffect, ItemEffects, Lmdi, LmdiEffects, LmdiForm};
pub use log_mean::logarithmic_mean;
pub use mix::UnitValueChange;
pub use price_volume::{Effects, GoodEffects, Method, PriceVolume, ValueChange, ValueRatio};
pub use tables::comparison_table;
pub use zeros::{Presence, ZeroRule};
