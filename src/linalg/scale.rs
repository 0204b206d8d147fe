//! Scaling by powers of two: exact, and proof against overflow.

/// The e for which the largest absolute value is in [2^(e−1), 2^e); 0 for a column of zeros, and at most ±1000, so that
/// 2^e and 2^−e are ordinary doubles.
pub fn exponent(column: impl IntoIterator<Item = f64>) -> i32 {
    let largest = column.into_iter().fold(0.0_f64, |max, value| max.max(value.abs()));
    if largest == 0.0 { 0 } else { libm::frexp(largest).1.clamp(-1000, 1000) }
}

/// value · 2^exponent.
pub fn scale_by(value: f64, exponent: i32) -> f64 {
    libm::scalbn(value, exponent)
}
