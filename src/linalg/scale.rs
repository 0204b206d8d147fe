//! Scaling by powers of two: exact, and proof against overflow.

/// The e for which the largest absolute value is in [2^(e−1), 2^e); 0 for a column of zeros, and at most ±1000, so that
/// 2^e and 2^−e are ordinary doubles.
pub fn exponent(column: impl IntoIterator<Item = f64>) -> i32 {
    let largest = column.into_iter().fold(0.0_f64, |max, value| max.max(value.abs()));
    if largest == 0.0 { 0 } else { libm::frexp(largest).1.clamp(-1000, 1000) }
}

/// value · 2^exponent.
#[inline]
pub fn scale_by(value: f64, exponent: i32) -> f64 {
    if (-1022..=1023).contains(&exponent) {
        // The power is itself a double: its exponent field, and nothing else.
        value * f64::from_bits(((1023 + exponent) as u64) << 52)
    } else {
        libm::scalbn(value, exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_power_of_two_scales_as_the_library_does() {
        for exponent in -1100..=1100 {
            for value in [1.0, -1.1, 0.0, 3e-300, 7e300, 5e-324, f64::MAX] {
                let (ours, theirs) = (scale_by(value, exponent), libm::scalbn(value, exponent));
                assert_eq!(ours.to_bits(), theirs.to_bits(), "{value:e} {exponent}");
            }
        }
    }
}
