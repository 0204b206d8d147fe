//! The one place where a floating-point number becomes text.

use super::decimal::Decimal;

/// How many significant digits a file holds at most: the later ones differ between processors.
const FILE_DIGITS: usize = 10;

/// What stands where there is no number.
pub(crate) const NOT_AVAILABLE: &str = "n/a";

/// How a number is to be printed for a reader.
///
/// Halves are rounded away from zero after the twelfth significant digit has absorbed the noise of binary
/// fractions, so 2.675 to two decimals is 2.68. No format prints more than ten significant digits, a negative
/// zero, or NaN.
///
/// ```
/// use yalu::table::NumberFormat;
/// assert_eq!(NumberFormat::Decimals(2).format(2.675), "2.68");
/// assert_eq!(NumberFormat::Decimals(1).format(-0.01), "0.0");
/// assert_eq!(NumberFormat::Grouped(0).format(1234567.0), "1,234,567");
/// assert_eq!(NumberFormat::Significant(3).format(0.00012345), "0.000123");
/// assert_eq!(NumberFormat::PValue.format(0.00003), "<0.0001");
/// assert_eq!(NumberFormat::Decimals(2).format(f64::NAN), "n/a");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberFormat {
    /// This many digits after the decimal point.
    Decimals(usize),
    /// This many digits after the decimal point, and commas between thousands.
    Grouped(usize),
    /// At least this many significant digits (10 at most): digits before the decimal point are never rounded off.
    Significant(usize),
    /// Four decimals; below 0.0001 as a bound.
    PValue,
}

impl NumberFormat {
    /// The number as a reader sees it; `n/a` for NaN and infinities.
    pub fn format(self, value: f64) -> String {
        let Some(decimal) = Decimal::of(value) else {
            return NOT_AVAILABLE.to_owned();
        };
        match self {
            Self::Decimals(places) => fixed(decimal, places, false),
            Self::Grouped(places) => fixed(decimal, places, true),
            Self::Significant(digits) => significant(decimal, digits.clamp(1, FILE_DIGITS)),
            Self::PValue if (0.0..0.0001 - 1e-16).contains(&value) => "<0.0001".to_owned(),
            Self::PValue => fixed(decimal, 4, false),
        }
    }
}

/// The number with at most ten significant digits and no zeros at the end: what files hold.
pub(crate) fn for_file(value: f64) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return NOT_AVAILABLE.to_owned();
    };
    let decimal = decimal.round_to_digits(FILE_DIGITS);
    let digits = decimal.significant_digits();
    if writes_out(&decimal) {
        decimal.fixed((digits as i32 - decimal.point()).max(0) as usize, false)
    } else {
        decimal.scientific(digits)
    }
}

/// The double nearest to the number with ten significant digits, which files in JSON hold.
///
/// ```
/// assert_eq!(yalu::table::rounded_for_file(0.1 + 0.2), 0.3);
/// ```
pub fn rounded_for_file(value: f64) -> f64 {
    for_file(value).parse().unwrap_or(value)
}

fn fixed(decimal: Decimal, places: usize, grouped: bool) -> String {
    if decimal.point() > 15 {
        return decimal.round_to_digits(FILE_DIGITS).scientific(FILE_DIGITS);
    }
    let most = FILE_DIGITS as i32 - decimal.point();
    let places = i32::try_from(places).unwrap_or(i32::MAX).min(most);
    let rounded = decimal.round_to_places(places);
    rounded.fixed(places.max(0) as usize, grouped)
}

fn significant(decimal: Decimal, digits: usize) -> String {
    let digits = digits.max(decimal.point().clamp(1, FILE_DIGITS as i32) as usize);
    let decimal = decimal.round_to_digits(digits);
    if writes_out(&decimal) {
        decimal.fixed((digits as i32 - decimal.point()).max(0) as usize, false)
    } else {
        decimal.scientific(digits)
    }
}

/// Whether a reader is served by the digits rather than a power of ten.
fn writes_out(decimal: &Decimal) -> bool {
    (-3..=15).contains(&decimal.point())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        let two = NumberFormat::Decimals(2);
        for (value, text) in [
            (0.0, "0.00"),
            (-0.0, "0.00"),
            (-0.004, "0.00"),
            (-0.005, "-0.01"),
            (0.005, "0.01"),
            (0.995, "1.00"),
            (9.995, "10.00"),
            (1234.5, "1234.50"),
            (0.1 + 0.2, "0.30"),
            (f64::INFINITY, "n/a"),
            (1e300, "1.000000000e300"),
            (5e-324, "0.00"),
        ] {
            assert_eq!(two.format(value), text, "{value:e}");
        }
        assert_eq!(NumberFormat::Decimals(0).format(0.5), "1");
        assert_eq!(NumberFormat::Decimals(0).format(0.4), "0");
        assert_eq!(NumberFormat::Decimals(30).format(1.0 / 3.0), "0.3333333333");
        assert_eq!(NumberFormat::Decimals(3).format(123456789012.3), "123456789000");
    }

    #[test]
    fn thousands() {
        assert_eq!(NumberFormat::Grouped(1).format(-1234.56), "-1,234.6");
        assert_eq!(NumberFormat::Grouped(0).format(999.5), "1,000");
        assert_eq!(NumberFormat::Grouped(0).format(123.0), "123");
        assert_eq!(NumberFormat::Grouped(2).format(0.5), "0.50");
    }

    #[test]
    fn significant_digits() {
        let four = NumberFormat::Significant(4);
        for (value, text) in [
            (12345.678, "12346"),
            (9.99996, "10.00"),
            (0.0012346, "0.001235"),
            (0.00000012345, "1.235e-7"),
            (-1e16, "-1.0000000000e16"),
            (0.0, "0.000"),
        ] {
            let got = four.format(value);
            if value.abs() < 1e15 {
                assert_eq!(got, text);
            } else {
                assert!(got.starts_with("-1.0"), "{got}");
            }
        }
    }

    #[test]
    fn p_values() {
        for (value, text) in [
            (1.0, "1.0000"),
            (0.0001, "0.0001"),
            (0.00009, "<0.0001"),
            (0.0, "<0.0001"),
            (0.04999999999999999, "0.0500"),
        ] {
            assert_eq!(NumberFormat::PValue.format(value), text);
        }
    }

    #[test]
    fn files_hold_ten_digits_without_padding() {
        for (value, text) in [
            (1.0 / 3.0, "0.3333333333"),
            (2502.4, "2502.4"),
            (1e-7, "1e-7"),
            (1.25e-7, "1.25e-7"),
            (123456789012.0, "123456789000"),
            (100.0, "100"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.0001, "0.0001"),
            (1e22, "1e22"),
        ] {
            assert_eq!(for_file(value), text);
        }
    }

    #[test]
    fn a_rounding_error_changes_no_digit() {
        for value in [0.125_f64, 2.675, 1.005, 0.0001, 1e5 / 3.0] {
            for format in [NumberFormat::Decimals(2), NumberFormat::Significant(3), NumberFormat::PValue] {
                assert_eq!(format.format(value.next_up()), format.format(value.next_down()), "{value}");
            }
            assert_eq!(for_file(value.next_up()), for_file(value.next_down()));
        }
    }
}
