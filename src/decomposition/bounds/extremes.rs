//! The smallest and largest effect over two regions, from the finitely many points where an extreme can lie.
//!
//! For fixed numbers of one period an effect has no extreme inside the other period's region: Laspeyres's, Paasche's and
//! Bennet's are bilinear in (price, quantity), LMDI-I's is monotone in quantity. So extremes lie at vertices or at
//! stationary points of edges:
//! - the interaction ΔP·ΔQ turns on an edge of constant value V where P = √(V·P'/Q'), P' and Q' being the other period's;
//! - the LMDI-I price effect turns at most once on an edge of constant quantity (see [`lmdi_turn`]);
//! - all other effects are monotone along every edge.
//!
//! Where both periods stand at such a point at once, the effect is constant along a ray (LMDI-I is homogeneous in prices) or along a curve
//! (interaction) on which one of the periods reaches a vertex; so it is enough that one of the two is at a vertex.

use super::interval::Interval;
use super::region::{Point, Region};
use crate::decomposition::log_mean::{log_mean, log_ratio};
use crate::decomposition::price_volume::Method;

/// Bounds of the price effect.
pub(super) fn price_effect(method: Method, before: &Region, after: &Region) -> Interval {
    let effect = |(p0, q0): Point, (p1, q1): Point| match method {
        Method::Laspeyres => (p1 - p0) * q0,
        Method::Paasche => (p1 - p0) * q1,
        Method::Bennet => (p1 - p0) * (q0 + q1) / 2.0,
        Method::LmdiI | Method::LmdiII => lmdi_price_effect((p0, q0), (p1, q1)),
    };
    let turns = |region: &Region, other: Point| match method {
        Method::LmdiI | Method::LmdiII => lmdi_turns(region, other),
        Method::Laspeyres | Method::Paasche | Method::Bennet => Vec::new(),
    };
    extremes(before, after, effect, turns)
}

/// Bounds of the interaction, in the method's sign.
pub(super) fn interaction(method: Method, before: &Region, after: &Region) -> Interval {
    let sign = match method {
        Method::Laspeyres => 1.0,
        Method::Paasche => -1.0,
        Method::Bennet | Method::LmdiI | Method::LmdiII => return Interval::ZERO,
    };
    let turns = |region: &Region, (p, q): Point| {
        let on_edge = |v: f64| ((v * p / q).sqrt(), (v * q / p).sqrt());
        let edges = [region.value.low(), region.value.high()];
        edges.into_iter().filter(|v| *v > 0.0 && p > 0.0 && q > 0.0).map(on_edge).collect()
    };
    extremes(before, after, |(p0, q0), (p1, q1)| sign * (p1 - p0) * (q1 - q0), turns)
}

fn extremes(
    before: &Region,
    after: &Region,
    effect: impl Fn(Point, Point) -> f64,
    turns: impl Fn(&Region, Point) -> Vec<Point>,
) -> Interval {
    let mut range = Interval::raw(f64::INFINITY, f64::NEG_INFINITY);
    let mut take = |x: f64| range = Interval::raw(range.low().min(x), range.high().max(x));
    let (vertices0, vertices1) = (before.vertices(), after.vertices());
    for &v0 in &vertices0 {
        vertices1.iter().for_each(|&v1| take(effect(v0, v1)));
        turns(after, v0).into_iter().filter(|p| after.contains(*p)).for_each(|v1| take(effect(v0, v1)));
    }
    for &v1 in &vertices1 {
        turns(before, v1).into_iter().filter(|p| before.contains(*p)).for_each(|v0| take(effect(v0, v1)));
    }
    range
}

/// L(V1, V0)·ln(P1/P0), or its limit at zero.
fn lmdi_price_effect((p0, q0): Point, (p1, q1): Point) -> f64 {
    let part = |p: f64, q: f64| match (p == 0.0, q == 0.0) {
        (true, true) => 0.5,
        (true, false) => 1.0,
        (false, _) => 0.0,
    };
    let (v0, v1) = (p0 * q0, p1 * q1);
    match (v0 > 0.0, v1 > 0.0) {
        (true, true) => log_mean(v1, v0) * log_ratio(p1, p0),
        (true, false) => -v0 * part(p1, q1),
        (false, true) => v1 * part(p0, q0),
        (false, false) => 0.0,
    }
}

/// Where the LMDI-I price effect turns on the region's edges of constant quantity, the other period being fixed.
fn lmdi_turns(region: &Region, (other_price, other_quantity): Point) -> Vec<Point> {
    if other_price == 0.0 || other_quantity == 0.0 {
        return Vec::new();
    }
    let turn = |q: f64| Some((other_price * lmdi_turn(log_ratio(q, other_quantity))?.exp(), q));
    [region.quantity.low(), region.quantity.high()].into_iter().filter(|q| *q > 0.0).filter_map(turn).collect()
}

/// The log price change at which the LMDI-I price effect is smallest, given the log quantity change `b`; none if b ≤ 0.
///
/// With a = ln(P1/P0) and s = a + b the effect is V0·a·(e^s − 1)/s. Its derivative in a has the sign of
/// φ(s) − b, φ(s) = s + 1/w(s), w(s) = 1/(1 − e^−s) − 1/s, and φ rises from 0 without limit: (φ' > 0 because
/// coth(s/2) − 2/s and 1 − e^−s have the same sign.) So the effect rises throughout if b ≤ 0, and else falls to one point and rises from there.
/// The effect as a function of P0 is its own mirror image: minus the same form with the periods exchanged.
fn lmdi_turn(b: f64) -> Option<f64> {
    if b <= 0.0 {
        return None;
    }
    let phi = |s: f64| {
        if s.abs() < 1e-4 {
            return s + 1.0 / (0.5 + s / 12.0);
        }
        let growth = -(-s).exp_m1();
        (s / growth) / (1.0 / growth - 1.0 / s)
    };
    // φ(s) > s, so the root lies below b; at −700 φ is below any difference of logarithms of two doubles.
    let (mut low, mut high) = (-700.0, b);
    for _ in 0..100 {
        let middle = low + (high - low) / 2.0;
        if phi(middle) < b { low = middle } else { high = middle }
    }
    Some(low - b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turn_is_where_the_effect_is_smallest() {
        for b in [0.05, 0.5, 2.0, 4.0, 8.0] {
            let effect = |a: f64| lmdi_price_effect((1.0, 1.0), (a.exp(), f64::exp(b)));
            let turn = lmdi_turn(b).expect("b is positive");
            let smallest = effect(turn);
            for step in [-1.0, -0.1, -0.01, 0.01, 0.1, 1.0] {
                assert!(effect(turn + step) > smallest, "b = {b}, step {step}");
            }
        }
        assert_eq!(lmdi_turn(0.0), None);
    }
}
