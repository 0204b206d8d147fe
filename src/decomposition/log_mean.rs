//! The logarithmic mean and the logarithm of a ratio, accurate where their two arguments are nearly equal.

/// ln(a/b) for positive `a` and `b`, to the last digits also where a ≈ b.
///
/// For a near b the quotient a/b rounds away what the logarithm is about; `log1p` of the exact difference keeps it.
pub(crate) fn log_ratio(a: f64, b: f64) -> f64 {
    let relative = (a - b) / b;
    if relative.abs() < 0.5 {
        return relative.ln_1p();
    }
    let ratio = a / b;
    if ratio.is_normal() { ratio.ln() } else { a.ln() - b.ln() }
}

/// The logarithmic mean L(a, b) = (a − b) / ln(a/b), with L(a, a) = a and L(a, 0) = 0.
///
/// It lies between the geometric and the arithmetic mean (Carlson, 1972) and is the weight that makes
/// logarithmic changes add up to the absolute one. Both arguments must be non-negative: `None` if not,
/// or if one is not finite.
///
/// ```
/// use yalu::decomposition::logarithmic_mean;
/// assert_eq!(logarithmic_mean(3.0, 3.0), Some(3.0));
/// assert_eq!(logarithmic_mean(3.0, 0.0), Some(0.0));
/// let e = std::f64::consts::E;
/// assert!((logarithmic_mean(e, 1.0).unwrap() - (e - 1.0)).abs() < 1e-15);
/// assert_eq!(logarithmic_mean(-1.0, 2.0), None);
/// ```
///
/// # References
/// Carlson, B. C. (1972), "The logarithmic mean", *American Mathematical Monthly* 79, 615–618.
/// Ang, B. W. (2005), "The LMDI approach to decomposition analysis: a practical guide", *Energy Policy* 33, 867–871.
pub fn logarithmic_mean(a: f64, b: f64) -> Option<f64> {
    let valid = |x: f64| x.is_finite() && x >= 0.0;
    (valid(a) && valid(b)).then(|| log_mean(a, b))
}

/// L(a, b) of arguments already known to be finite and non-negative.
pub(crate) fn log_mean(a: f64, b: f64) -> f64 {
    // Ordered, so that L(a, b) and L(b, a) are the same number and not only nearly so.
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == high {
        low
    } else if low == 0.0 {
        0.0
    } else {
        (high - low) / log_ratio(high, low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of mpmath 1.4.1 at 50 digits, `(a-b)/log(a/b)` of the doubles `mpf(a)`, `mpf(b)`.
    #[test]
    fn fifteen_digits_near_and_far_from_equality() {
        let cases = [
            (3.0, 1.0, 1.8204784532536746),
            (1.0000000001, 1.0, 1.00000000005),
            (1.000000000000001, 1.0, 1.0000000000000004),
            (1.001, 1.0, 1.0004999167083068),
            (1.49, 1.0, 1.2287596359891981),
            (1.51, 1.0, 1.23753471673562),
            (1e-300, 1e300, 7.238241365054197e296),
            (1373.617, 1132.562, 1249.2156369275929),
            (5e-320, 3.0, 0.004074335350667559),
            (1e-8, 1e9, 25546734.22960305),
        ];
        for (a, b, expected) in cases {
            for got in [log_mean(a, b), log_mean(b, a)] {
                // Two roundings in the quotient and one in the logarithm.
                assert!(((got - expected) / expected).abs() < 1e-15, "L({a}, {b}) = {got}, not {expected}");
            }
        }
    }
}
