//! How much of a good's change in value its price made and how much its volume.

use crate::Error;
use crate::decomposition::{Basket, Effects, Good, Method, PriceVolume};

/// By Bennet (1920), each change at the mean of the other factor, as in the price and volume tables.
pub(super) fn bennet(good: Good) -> Result<Effects, Error> {
    Ok(PriceVolume::by(Method::Bennet).run(&Basket::new(vec![good])?)?.total)
}
