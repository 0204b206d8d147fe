//! The largest value of a Brownian bridge, and of a Brownian motion over a line that rises; the range of either.
//!
//! Two laws of tests of constancy. Of |B(t)| on 0 … 1, B a Brownian bridge, Kolmogorov's: 2 Σ (−1)ʲ⁻¹ exp(−2j²x²). Of
//! |W(t)|/(1 + 2t), W a Brownian motion, by reflection at both lines (Anderson 1960, theorem 4.2 at once for both):
//!
//! P(|W(t)| < x + 2xt on 0 … 1) = Σⱼ (−1)ʲ exp(−4j²x²) [Φ((3 + 2j)x) − Φ((2j − 3)x)], j over all integers.
//!
//! The range, largest less smallest, of a bridge has Kuiper's law 2 Σ (4j²x² − 1) exp(−2j²x²), that of a Brownian motion on 0 … 1
//! Feller's, 8 Σ (−1)ʲ⁻¹ j Φ(−jx).
//!
//! ```
//! use yalu::dist::brownian;
//! // The 5 % points that books print.
//! assert!((brownian::bridge_isf(0.05, 1) - 1.3581).abs() < 1e-4);
//! assert!((brownian::motion_isf(0.05) - 0.948).abs() < 5e-4);
//! ```
//!
//! # References
//! - Anderson, T. W. (1960), *Annals of Mathematical Statistics* 31, 165–197.
//! - Brown, R. L., J. Durbin and J. M. Evans (1975), *Journal of the Royal Statistical Society* B 37, 149–192.
//! - Feller, W. (1951), *Annals of Mathematical Statistics* 22, 427–432.
//! - Kolmogorov, A. N. (1933), *Giornale dell'Istituto Italiano degli Attuari* 4, 83–91.
//! - Kuiper, N. H. (1960), *Indagationes Mathematicae* 22, 38–47.

use super::normal;

/// Where Kolmogorov's two series are of about the same length.
const SHORT_SIDE: f64 = 1.0;

/// P(sup |B| ≤ x) of one bridge, by the series that converges for small x.
fn bridge_cdf(x: f64) -> f64 {
    let pi = std::f64::consts::PI;
    let term = |j: f64| libm::exp(-((2.0 * j - 1.0) * pi / x).powi(2) / 8.0);
    (2.0 * pi).sqrt() / x * (1..=6).map(|j| term(f64::from(j))).sum::<f64>()
}

/// P(the largest of `processes` independent Brownian bridges exceeds x in absolute value somewhere); NaN for NaN.
pub fn bridge_sf(x: f64, processes: usize) -> f64 {
    if x.is_nan() || processes == 0 {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 1.0;
    }
    let k = processes as f64;
    if x < SHORT_SIDE {
        return -libm::expm1(k * bridge_cdf(x).ln());
    }
    let term = |j: f64| libm::exp(-2.0 * j * j * x * x);
    let tail = 2.0 * (term(1.0) - term(2.0) + term(3.0) - term(4.0));
    -libm::expm1(k * libm::log1p(-tail))
}

/// The x that the largest of so many Brownian bridges exceeds with probability p, 0 < p < 1; NaN otherwise.
pub fn bridge_isf(p: f64, processes: usize) -> f64 {
    between(p, 40.0, |x| bridge_sf(x, processes))
}

/// P(|W(t)|/(1 + 2t) exceeds x somewhere on 0 … 1); NaN for NaN.
pub fn motion_sf(x: f64) -> f64 {
    if x.is_nan() {
        return f64::NAN;
    }
    // Below this the probability of a smaller value is under 1e-16.
    if x < 0.1 {
        return 1.0;
    }
    let mut tail = 2.0 * normal::sf(3.0 * x);
    for j in 1..60 {
        let twice = 2.0 * f64::from(j);
        let inside = normal::sf((twice - 3.0) * x) - normal::sf((twice + 3.0) * x);
        let term = 2.0 * libm::exp(-twice * twice * x * x) * inside;
        tail += if j % 2 == 1 { term } else { -term };
        if term <= 1e-18 * tail {
            break;
        }
    }
    tail.clamp(0.0, 1.0)
}

/// The x that |W(t)|/(1 + 2t) exceeds with probability p, 0 < p < 1; NaN otherwise.
pub fn motion_isf(p: f64) -> f64 {
    between(p, 40.0, motion_sf)
}

/// Terms of the series of ranges; the last is below 1e-16 of the first where the tail is not one.
const RANGE_TERMS: u32 = 60;

/// P(the range of one of `processes` independent Brownian bridges exceeds x); NaN for NaN.
pub fn bridge_range_sf(x: f64, processes: usize) -> f64 {
    let term = |j: f64| 2.0 * (4.0 * j * j * x * x - 1.0) * libm::exp(-2.0 * j * j * x * x);
    // Below 0.2 the probability of a smaller range is under 1e-50.
    of_several(x, 0.2, processes, |j| term(f64::from(j)))
}

/// The x that the range of one of so many Brownian bridges exceeds with probability p, 0 < p < 1; NaN otherwise.
pub fn bridge_range_isf(p: f64, processes: usize) -> f64 {
    between(p, 40.0, |x| bridge_range_sf(x, processes))
}

/// P(the range of one of `processes` independent Brownian motions on 0 … 1 exceeds x); NaN for NaN.
pub fn motion_range_sf(x: f64, processes: usize) -> f64 {
    let term = |j: u32| {
        let term = 8.0 * f64::from(j) * normal::sf(f64::from(j) * x);
        if j % 2 == 1 { term } else { -term }
    };
    of_several(x, 0.25, processes, term)
}

/// The x that the range of one of so many Brownian motions exceeds with probability p, 0 < p < 1; NaN otherwise.
pub fn motion_range_isf(p: f64, processes: usize) -> f64 {
    between(p, 40.0, |x| motion_range_sf(x, processes))
}

/// The tail of the largest of several, from the series of one; one below `least`.
fn of_several(x: f64, least: f64, processes: usize, term: impl Fn(u32) -> f64) -> f64 {
    if x.is_nan() || processes == 0 {
        return f64::NAN;
    }
    if x < least {
        return 1.0;
    }
    let tail: f64 = (1..=RANGE_TERMS).rev().map(term).sum();
    -libm::expm1(processes as f64 * libm::log1p(-tail.clamp(0.0, 1.0)))
}

/// Where a falling tail is p, by halving.
fn between(p: f64, high: f64, tail: impl Fn(f64) -> f64) -> f64 {
    if !(p > 0.0 && p < 1.0) {
        return f64::NAN;
    }
    let (mut low, mut high) = (0.0, high);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if tail(middle) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_series_of_the_bridge_meet() {
        for x in [0.6_f64, 0.9, 1.0, 1.2] {
            let long: f64 =
                (1..=60).map(|j| (if j % 2 == 1 { 2.0 } else { -2.0 }) * (-2.0 * f64::from(j * j) * x * x).exp()).sum();
            assert!((1.0 - bridge_cdf(x) - long).abs() < 1e-14, "{x}");
            assert!((bridge_sf(x, 1) - long).abs() < 1e-14, "{x}");
        }
        let two = bridge_sf(1.5, 2);
        let one = bridge_sf(1.5, 1);
        assert!((two - (2.0 * one - one * one)).abs() < 1e-16);
    }

    /// The points of Brown, Durbin and Evans (1975): 1.143, 0.948, 0.850 at 1, 5 and 10 %.
    #[test]
    fn lines_that_rise_have_their_known_points() {
        for (p, known) in [(0.01, 1.143), (0.05, 0.948), (0.10, 0.850)] {
            assert!((motion_isf(p) - known).abs() < 6e-4, "{p}: {}", motion_isf(p));
            assert!((motion_sf(motion_isf(p)) - p).abs() < 1e-14);
        }
        assert!(motion_isf(0.0).is_nan() && bridge_isf(1.0, 1).is_nan() && motion_sf(f64::NAN).is_nan());
    }

    /// Kuiper's 5 and 1 % points are 1.747 and 2.001 (Stephens 1970); the mean range of a Brownian motion is √(8/π) (Feller).
    #[test]
    fn ranges_have_their_known_points() {
        assert!((bridge_range_isf(0.05, 1) - 1.747).abs() < 6e-4 && (bridge_range_isf(0.01, 1) - 2.001).abs() < 6e-4);
        let mean: f64 = (0..80_000).map(|i| 1e-4 * motion_range_sf(1e-4 * (f64::from(i) + 0.5), 1)).sum();
        assert!((mean - (8.0 / std::f64::consts::PI).sqrt()).abs() < 1e-6, "{mean}");
        for tail in [bridge_range_sf, motion_range_sf] {
            let falls = (0..400).map(|i| 0.02 * f64::from(i)).all(|x| tail(x + 0.02, 1) <= tail(x, 1) + 1e-12);
            assert!(falls && tail(0.1, 3) == 1.0 && tail(6.0, 2) > 0.0 && tail(f64::NAN, 1).is_nan());
            assert!((tail(2.0, 2) - (2.0 * tail(2.0, 1) - tail(2.0, 1).powi(2))).abs() < 1e-15);
        }
        assert!((motion_range_sf(motion_range_isf(0.05, 4), 4) - 0.05).abs() < 1e-12);
    }

    #[test]
    fn tails_fall_and_do_not_vanish() {
        let at: Vec<f64> = (0..200).map(|i| 0.02 * f64::from(i)).collect();
        for tail in [motion_sf, |x| bridge_sf(x, 1), |x| bridge_sf(x, 4)] {
            assert!(at.windows(2).all(|x| tail(x[1]) <= tail(x[0])));
            assert!(tail(0.05) > 1.0 - 1e-14);
        }
        assert!(motion_sf(8.0) > 0.0 && bridge_sf(15.0, 3) > 0.0);
    }
}
