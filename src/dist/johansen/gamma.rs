//! Doornik's gamma laws: two moments fitted to simulations, as functions of the number of common trends.
//!
//! With m and v the fitted mean and variance, the statistic is compared to the gamma law of shape m²/v and scale v/m,
//! which is v/(2m)·χ²(2m²/v). For the trace the moments can also be adjusted to a finite sample. The law is a little thin in its
//! far tail: its 1 % critical values are 1 to 2 % below the tables' of MacKinnon, Haug and Michelis, its 5 % ones mostly within
//! 0.6 %.
//!
//! # References
//! Doornik, J. A. (1998), Approximations to the asymptotic distributions of cointegration tests, *Journal of Economic
//! Surveys* 12, 573–593. The factors for finite samples are those that gretl carries.

use super::{Case, MOST_TRENDS, Statistic};
use crate::dist::{Tail, chi_squared};

/// Below this the simulations behind the moments do not tell one p-value from another.
const SMALLEST_P: f64 = 1e-4;

/// P(statistic > x) under the null with `trends` = p − r common trends; `None` outside 1 to [`MOST_TRENDS`].
///
/// `rows` adjusts the trace to a finite sample, counted as gretl does: rows less coefficients per equation of the
/// unrestricted model. The maximum eigenvalue has no such adjustment, and gives `None`.
pub fn p_value(x: f64, statistic: Statistic, case: Case, trends: usize, rows: Option<usize>) -> Option<Tail> {
    let (mean, variance) = moments(statistic, case, trends, rows)?;
    let p = chi_squared::sf(x * 2.0 * mean / variance, 2.0 * mean * mean / variance);
    if p.is_nan() {
        return None;
    }
    Some(if p < SMALLEST_P { Tail::Below(SMALLEST_P) } else { Tail::At(p) })
}

/// The statistic whose p-value is `level`; `None` as for [`p_value`] and for a level outside (0, 1).
pub fn critical_value(level: f64, statistic: Statistic, case: Case, trends: usize, rows: Option<usize>) -> Option<f64> {
    let (mean, variance) = moments(statistic, case, trends, rows)?;
    let value = chi_squared::isf(level, 2.0 * mean * mean / variance) * variance / (2.0 * mean);
    (level > 0.0 && level < 1.0 && value.is_finite()).then_some(value)
}

/// Mean and variance.
fn moments(statistic: Statistic, case: Case, trends: usize, rows: Option<usize>) -> Option<(f64, f64)> {
    if !(1..=MOST_TRENDS).contains(&trends) || rows == Some(0) {
        return None;
    }
    let (n, at) = (trends as f64, case.index());
    let is = |count: usize| f64::from(u8::from(trends == count));
    let terms = [n * n, n, 1.0, is(1), is(2), n.sqrt()];
    let sum = |coefficients: &[f64], terms: &[f64]| -> f64 { coefficients.iter().zip(terms).map(|(c, x)| c * x).sum() };
    let (mean, variance) = match statistic {
        Statistic::Trace => (sum(&TRACE_MEAN[at], &terms), sum(&TRACE_VARIANCE[at], &terms)),
        Statistic::MaxEigenvalue => (sum(&MAX_MEAN[at], &terms[1..]), sum(&MAX_VARIANCE[at], &terms[1..])),
    };
    match (rows, statistic) {
        (None, _) => Some((mean, variance)),
        (Some(_), Statistic::MaxEigenvalue) => None,
        (Some(rows), Statistic::Trace) => {
            let t = rows as f64;
            let terms = [n.sqrt() / t, n / t, (n / t).powi(2), is(1) / t, is(1), is(2), is(3)];
            let factor = |coefficients: &[f64; 7]| sum(coefficients, &terms).exp();
            Some((mean * factor(&TRACE_MEAN_FINITE[at]), variance * factor(&TRACE_VARIANCE_FINITE[at])))
        }
    }
}

// Rows are the five cases in the order of `Case::ALL`.

/// Of n², n, 1, [n = 1], [n = 2], √n.
const TRACE_MEAN: [[f64; 6]; 5] = [
    [2.0, -1.00, 0.07, 0.07, 0.0, 0.0],
    [2.0, 2.01, 0.0, 0.06, 0.05, 0.0],
    [2.0, 1.05, -1.55, -0.50, -0.23, 0.0],
    [2.0, 4.05, 0.50, -0.23, -0.07, 0.0],
    [2.0, 2.85, -5.10, -0.10, -0.06, 1.35],
];

/// Of n², n, 1, [n = 1], [n = 2], √n.
const TRACE_VARIANCE: [[f64; 6]; 5] = [
    [3.0, -0.33, -0.55, 0.0, 0.0, 0.0],
    [3.0, 3.6, 0.75, -0.4, -0.3, 0.0],
    [3.0, 1.8, 0.0, -2.8, -1.1, 0.0],
    [3.0, 5.7, 3.2, -1.3, -0.5, 0.0],
    [3.0, 4.0, 0.8, -5.8, -2.66, 0.0],
];

/// Of √n/T, n/T, n²/T², [n = 1]/T, [n = 1], [n = 2], [n = 3]: the logarithm of the factor of the mean.
const TRACE_MEAN_FINITE: [[f64; 7]; 5] = [
    [-0.101, 0.499, 0.896, -0.562, 0.00229, 0.00662, 0.0],
    [0.0, 0.465, 0.984, -0.273, -0.00244, 0.0, 0.0],
    [0.134, 0.422, 1.02, 2.17, -0.00182, 0.0, -0.00321],
    [0.0252, 0.448, 1.09, -0.353, 0.0, 0.0, 0.0],
    [-0.819, 0.615, 0.896, 2.43, 0.00149, 0.0, 0.0],
];

/// Of √n/T, n/T, n²/T², [n = 1]/T, [n = 1], [n = 2], [n = 3]: the logarithm of the factor of the variance.
const TRACE_VARIANCE_FINITE: [[f64; 7]; 5] = [
    [-0.204, 0.980, 3.11, -2.14, 0.0499, -0.0103, -0.00902],
    [0.224, 0.863, 3.38, -0.807, 0.0, 0.0, -0.0091],
    [0.422, 0.734, 3.76, 4.32, -0.00606, 0.0, -0.00718],
    [0.0, 0.836, 3.99, -1.33, -0.00298, -0.00139, -0.00268],
    [-1.29, 1.01, 3.92, 4.67, 0.00484, -0.00127, -0.0199],
];

/// Of n, 1, [n = 1], [n = 2], √n.
const MAX_MEAN: [[f64; 5]; 5] = [
    [6.0019, -2.7558, 0.67185, 0.11490, -2.7764],
    [5.9498, 0.43402, 0.048360, 0.018198, -2.3669],
    [5.8271, -1.6487, -1.6118, -0.25949, -1.5666],
    [5.8658, 2.5595, -0.34443, -0.077991, -1.7552],
    [5.6364, -0.90531, -3.5166, -0.47966, -0.21447],
];

/// Of n, 1, [n = 1], [n = 2], √n.
const MAX_VARIANCE: [[f64; 5]; 5] = [
    [1.8806, -15.499, 1.1136, 0.070508, 14.714],
    [2.2231, -7.9064, 0.58592, -0.034324, 12.058],
    [2.0785, -9.7846, -3.3680, -0.24528, 13.074],
    [1.9955, -5.5428, 1.2425, 0.41949, 12.841],
    [2.0899, -5.3303, -7.1523, -0.25260, 12.393],
];

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    #[test]
    fn agrees_with_the_simulated_tables() {
        // Two sources that share nothing. The gamma law is thin in its far tail: at 1 % its critical values are up to 2.4 %
        // too low, at 5 % up to 1.4 % (one trend) and mostly under 0.6 %.
        for statistic in [Statistic::Trace, Statistic::MaxEigenvalue] {
            for case in [Case::None, Case::UnrestrictedConstant, Case::UnrestrictedTrend] {
                for trends in 1..=MOST_TRENDS {
                    let simulated = table::mackinnon_haug_michelis(statistic, case, trends).unwrap();
                    let widths = [0.009, 0.015, 0.025];
                    for ((level, simulated), width) in table::LEVELS.into_iter().zip(simulated).zip(widths) {
                        let fitted = critical_value(level, statistic, case, trends, None).unwrap();
                        let gap = (fitted - simulated).abs();
                        assert!(
                            gap < width * simulated,
                            "{statistic:?} {case:?} {trends} {level}: {fitted} {simulated}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_finite_sample_raises_the_critical_values_and_many_rows_do_not() {
        for case in Case::ALL {
            for trends in 2..=MOST_TRENDS {
                let at = |rows| critical_value(0.05, Statistic::Trace, case, trends, rows).unwrap();
                assert!(at(Some(50)) > at(None), "{case:?} {trends}");
                // The factors of two and three trends do not vanish altogether as T grows.
                assert!((at(Some(100_000_000)) / at(None) - 1.0).abs() < 0.02, "{case:?} {trends}");
            }
        }
    }

    #[test]
    fn nothing_is_given_where_nothing_was_simulated() {
        let p = |x, trends, rows| p_value(x, Statistic::Trace, Case::None, trends, rows);
        assert_eq!(p(10.0, 0, None), None);
        assert_eq!(p(10.0, MOST_TRENDS + 1, None), None);
        assert_eq!(p(10.0, 2, Some(0)), None);
        assert_eq!(p(f64::NAN, 2, None), None);
        assert_eq!(p(1e3, 2, None), Some(Tail::Below(1e-4)));
        assert_eq!(p_value(10.0, Statistic::MaxEigenvalue, Case::None, 2, Some(50)), None);
        assert_eq!(critical_value(0.0, Statistic::Trace, Case::None, 2, None), None);
    }
}
