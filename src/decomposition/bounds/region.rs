//! What intervals for price, quantity and value allow together.

use super::interval::Interval;
use crate::decomposition::basket::check_number;
use crate::{Error, ErrorKind};

/// What is known of one good in one period: at least two of price, quantity and value.
///
/// With two the third follows; with three, each narrows the others (a value of 72.8 and a quantity below 1.5 imply a price
/// above 48.5), and three that contradict each other are refused.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BoundedTrade {
    price: Option<Interval>,
    quantity: Option<Interval>,
    value: Option<Interval>,
}

impl BoundedTrade {
    /// With this price.
    #[must_use]
    pub fn price(mut self, price: Interval) -> Self {
        self.price = Some(price);
        self
    }

    /// With this quantity.
    #[must_use]
    pub fn quantity(mut self, quantity: Interval) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// With this value.
    #[must_use]
    pub fn value(mut self, value: Interval) -> Self {
        self.value = Some(value);
        self
    }
}

/// A point of a region: price and quantity.
pub(super) type Point = (f64, f64);

/// All pairs (price, quantity) with each, and their product, in its interval; every interval is as narrow as the others allow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    pub(super) price: Interval,
    pub(super) quantity: Interval,
    pub(super) value: Interval,
}

/// Relative room for a point computed to lie on an edge.
const ON_EDGE: f64 = 1e-12;

impl Region {
    pub(super) fn of(trade: &BoundedTrade, name: &str, when: &str) -> Result<Self, Error> {
        let parts = [("price", trade.price), ("quantity", trade.quantity), ("value", trade.value)];
        if parts.iter().filter(|(_, part)| part.is_some()).count() < 2 {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("`{name}`: the {when} period needs two of price, quantity and value"),
            )
            .remedy("give another, as an interval if need be"));
        }
        for (what, part) in parts {
            if let Some(interval) = part {
                check_number(name, &format!("{what} in the {when} period"), interval.low())?;
            }
        }
        let any = Interval::raw(0.0, f64::INFINITY);
        let [price, quantity, value] = [trade.price, trade.quantity, trade.value].map(|part| part.unwrap_or(any));
        let region = Self {
            price: intersect(price, quotient(value, quantity)),
            quantity: intersect(quantity, quotient(value, price)),
            value: intersect(value, product(price, quantity)),
        };
        for (what, part) in [("price", region.price), ("quantity", region.quantity), ("value", region.value)] {
            if part.low() > part.high() {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!(
                        "`{name}`: a price of {price}, a quantity of {quantity} and a value of {value} contradict \
                         each other in the {when} period"
                    ),
                )
                .remedy("widen the interval known least well"));
            }
            if part.high().is_infinite() {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("`{name}`: nothing bounds its {what} in the {when} period from above"),
                )
                .remedy(format!("give an interval for its {what}, or bound the others away from zero")));
            }
        }
        Ok(region)
    }

    /// Prices and quantities in each other's place.
    pub(super) fn transposed(&self) -> Self {
        Self { price: self.quantity, quantity: self.price, value: self.value }
    }

    /// The corners: where two of the edges "price at a bound", "quantity at a bound", "value at a bound" meet.
    pub(super) fn vertices(&self) -> Vec<Point> {
        let ends = |i: Interval| [i.low(), i.high()];
        let mut points = Vec::new();
        for p in ends(self.price) {
            for q in ends(self.quantity) {
                if nearly_in(self.value, p * q) {
                    points.push((p, q));
                }
            }
        }
        for v in ends(self.value) {
            for p in ends(self.price).into_iter().filter(|p| *p > 0.0) {
                if nearly_in(self.quantity, v / p) {
                    points.push((p, v / p));
                }
            }
            for q in ends(self.quantity).into_iter().filter(|q| *q > 0.0) {
                if nearly_in(self.price, v / q) {
                    points.push((v / q, q));
                }
            }
        }
        points
    }

    pub(super) fn contains(&self, (p, q): Point) -> bool {
        nearly_in(self.price, p) && nearly_in(self.quantity, q) && nearly_in(self.value, p * q)
    }
}

fn nearly_in(interval: Interval, x: f64) -> bool {
    interval.low() * (1.0 - ON_EDGE) <= x && x <= interval.high() * (1.0 + ON_EDGE)
}

/// The numbers in both, with bounds out of order if there are none. A gap of mere rounding is closed.
fn intersect(a: Interval, b: Interval) -> Interval {
    let (low, high) = (a.low().max(b.low()), a.high().min(b.high()));
    if low > high && low * (1.0 - ON_EDGE) <= high { Interval::raw(high, high) } else { Interval::raw(low, high) }
}

/// Every x ≥ 0 with x·d in `numerator` for some d in `divisor`.
fn quotient(numerator: Interval, divisor: Interval) -> Interval {
    let low = if numerator.low() == 0.0 { 0.0 } else { numerator.low() / divisor.high() };
    let high = if divisor.low() == 0.0 { f64::INFINITY } else { numerator.high() / divisor.low() };
    Interval::raw(low, high)
}

fn product(a: Interval, b: Interval) -> Interval {
    let times = |x: f64, y: f64| if x == 0.0 || y == 0.0 { 0.0 } else { x * y };
    Interval::raw(times(a.low(), b.low()), times(a.high(), b.high()))
}
