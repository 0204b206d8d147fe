//! MacKinnon's (1994) approximate asymptotic distribution of τ, for one to six integrated series.
//!
//! p = Φ(polynomial in τ): a parabola in the left tail, a cubic elsewhere. The parabola has its vertex far on the left
//! and the cubic stops rising on the right; beyond those points only a bound is known.
//!
//! Coefficients: MacKinnon, J. G. (1994), *Journal of Business & Economic Statistics* 12, 167–176, tables 3 and 4, read
//! from statsmodels 0.15.0 and checked against arch 8.0.0.

use super::Terms;
use crate::dist::response::{Surface, polynomial};
use crate::dist::{Tail, normal};

/// The largest number of series with coefficients.
pub const SERIES: usize = 6;

/// The asymptotic p-value of τ for this many integrated series (one: a unit-root test; more: residuals of a
/// cointegrating regression); `None` beyond six series, or for NaN.
pub fn p_value(tau: f64, terms: Terms, series: usize) -> Option<Tail> {
    surfaces(terms).get(series.checked_sub(1)?)?.lower_tail(tau)
}

/// The asymptotic p-value of z = T(ρ̂ − 1) of one series; `None` for NaN.
///
/// Coefficients: made by the method of MacKinnon (1994), read from arch 8.0.0 (one source). Left of a joint p is Φ of a
/// cubic in ln|z|, right of it Φ of a cubic in z; both rise throughout. Beside [`surface`](super::surface) p is off by up to
/// 0.006 below 0.15, and in the middle by up to 0.033.
pub fn z_p_value(z: f64, terms: Terms) -> Option<Tail> {
    let (joint, left, right) = match terms {
        Terms::None => (-1.79146, [0.05872, -0.69633, 0.02471, -0.04283], [0.56681, 0.67544, 0.06881, 0.00235]),
        Terms::Constant => (-5.04709, [1.94205, -1.47677, 0.21163, -0.06288], [1.70059, 0.49465, 0.02636, 0.00055]),
        Terms::Trend => (-9.22766, [4.05596, -2.34128, 0.41403, -0.08312], [2.60323, 0.39217, 0.01321, 0.00019]),
        Terms::Quadratic => (-12.88512, [5.68974, -2.98948, 0.55752, -0.09629], [3.2269, 0.34323, 0.00887, 0.0001]),
    };
    let score = if z <= joint { polynomial(&left, z.abs().ln()) } else { polynomial(&right, z) };
    (!z.is_nan()).then(|| Tail::At(normal::cdf(score)))
}

fn surfaces(terms: Terms) -> &'static [Surface; SERIES] {
    match terms {
        Terms::None => &NONE,
        Terms::Constant => &CONSTANT,
        Terms::Trend => &TREND,
        Terms::Quadratic => &QUADRATIC,
    }
}

static NONE: [Surface; SERIES] = [
    Surface {
        lowest: -19.04,
        joint: -1.04,
        highest: f64::INFINITY,
        left: [0.6344, 1.2378, 0.032496],
        right: [0.4797, 0.93557, -0.06999, 0.033066],
    },
    Surface {
        lowest: -19.62,
        joint: -1.53,
        highest: 1.51,
        left: [1.9129, 1.3857, 0.035322],
        right: [1.5578, 0.8558, -0.2083, -0.033549],
    },
    Surface {
        lowest: -21.21,
        joint: -2.68,
        highest: 0.86,
        left: [2.7648, 1.4502, 0.034186],
        right: [2.2268, 0.68093, -0.32362, -0.054448],
    },
    Surface {
        lowest: -23.25,
        joint: -3.09,
        highest: 0.88,
        left: [3.4336, 1.4835, 0.0319],
        right: [2.7654, 0.64502, -0.30811, -0.044946],
    },
    Surface {
        lowest: -21.63,
        joint: -3.07,
        highest: 1.05,
        left: [4.0999, 1.5533, 0.0359],
        right: [3.2684, 0.68051, -0.26778, -0.034972],
    },
    Surface {
        lowest: -25.74,
        joint: -3.77,
        highest: 1.24,
        left: [4.5388, 1.5344, 0.029807],
        right: [3.7268, 0.7167, -0.23648, -0.028288],
    },
];

static CONSTANT: [Surface; SERIES] = [
    Surface {
        lowest: -18.83,
        joint: -1.61,
        highest: 2.74,
        left: [2.1659, 1.4412, 0.038269],
        right: [1.7339, 0.93202, -0.12745, -0.010368],
    },
    Surface {
        lowest: -18.86,
        joint: -2.62,
        highest: 0.92,
        left: [2.92, 1.5012, 0.039796],
        right: [2.1945, 0.64695, -0.29198, -0.042377],
    },
    Surface {
        lowest: -23.48,
        joint: -3.13,
        highest: 0.55,
        left: [3.4699, 1.4856, 0.03164],
        right: [2.5893, 0.45168, -0.36529, -0.050074],
    },
    Surface {
        lowest: -28.07,
        joint: -3.47,
        highest: 0.61,
        left: [3.9673, 1.4777, 0.026315],
        right: [3.0387, 0.45452, -0.33666, -0.041921],
    },
    Surface {
        lowest: -25.96,
        joint: -3.78,
        highest: 0.79,
        left: [4.5509, 1.5338, 0.029545],
        right: [3.5049, 0.52098, -0.29158, -0.033468],
    },
    Surface {
        lowest: -23.27,
        joint: -3.93,
        highest: 1.0,
        left: [5.1399, 1.6036, 0.034445],
        right: [3.9489, 0.58933, -0.25359, -0.02721],
    },
];

static TREND: [Surface; SERIES] = [
    Surface {
        lowest: -16.18,
        joint: -2.89,
        highest: 0.7,
        left: [3.2512, 1.6047, 0.049588],
        right: [2.5261, 0.61654, -0.37956, -0.060285],
    },
    Surface {
        lowest: -21.15,
        joint: -3.19,
        highest: 0.63,
        left: [3.6646, 1.5419, 0.036448],
        right: [2.85, 0.5272, -0.36622, -0.051695],
    },
    Surface {
        lowest: -25.37,
        joint: -3.5,
        highest: 0.71,
        left: [4.0983, 1.5173, 0.029898],
        right: [3.221, 0.5255, -0.32685, -0.041501],
    },
    Surface {
        lowest: -26.63,
        joint: -3.65,
        highest: 0.93,
        left: [4.5844, 1.5338, 0.028796],
        right: [3.652, 0.59758, -0.27483, -0.032081],
    },
    Surface {
        lowest: -26.53,
        joint: -3.8,
        highest: 1.19,
        left: [5.0722, 1.5634, 0.029472],
        right: [4.0712, 0.66428, -0.23464, -0.02546],
    },
    Surface {
        lowest: -26.18,
        joint: -4.36,
        highest: 1.42,
        left: [5.53, 1.5914, 0.030392],
        right: [4.4735, 0.71757, -0.20681, -0.021196],
    },
];

static QUADRATIC: [Surface; SERIES] = [
    Surface {
        lowest: -17.17,
        joint: -3.21,
        highest: 0.54,
        left: [4.0003, 1.658, 0.048288],
        right: [3.0778, 0.49529, -0.41477, -0.059359],
    },
    Surface {
        lowest: -21.1,
        joint: -3.51,
        highest: 0.79,
        left: [4.3534, 1.6016, 0.037947],
        right: [3.4713, 0.5967, -0.32507, -0.042286],
    },
    Surface {
        lowest: -24.33,
        joint: -3.81,
        highest: 1.08,
        left: [4.7343, 1.5768, 0.032396],
        right: [3.8637, 0.67852, -0.26286, -0.031381],
    },
    Surface {
        lowest: -24.03,
        joint: -3.83,
        highest: 1.43,
        left: [5.214, 1.6077, 0.033449],
        right: [4.2736, 0.76199, -0.21534, -0.024026],
    },
    Surface {
        lowest: -24.33,
        joint: -4.12,
        highest: 3.49,
        left: [5.6481, 1.6274, 0.033455],
        right: [4.6679, 0.82618, -0.1822, -0.019147],
    },
    Surface {
        lowest: -28.22,
        joint: -4.63,
        highest: 1.92,
        left: [5.9296, 1.5929, 0.028223],
        right: [5.0009, 0.83735, -0.16994, -0.016928],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::dickey_fuller::{Statistic, surface};

    /// One law, by two simulations and two approximations: near each other where tests decide. In the middle the cubics of z
    /// are off, without deterministic terms by up to 0.033.
    #[test]
    fn the_surfaces_of_1996_say_the_same() {
        for terms in [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic] {
            for p in (1..50).map(|i| 0.02 * f64::from(i)) {
                let value = |statistic, series| surface::quantile(p, statistic, terms, series, None).unwrap();
                for series in 1..=SERIES {
                    let tau = p_value(value(Statistic::Tau, series), terms, series).unwrap().value();
                    let slack = if p > 0.15 { 0.006 } else { 0.0005 };
                    assert!((tau - p).abs() < slack, "{terms}, {series}: {tau}, {p}");
                }
                let z = z_p_value(value(Statistic::Z, 1), terms).unwrap().value();
                let slack = if p > 0.15 { 0.034 } else { 0.006 };
                assert!((z - p).abs() < slack, "{terms}: {z}, {p}");
            }
        }
    }
}
