//! A printed number and what its digits promise.
//!
//! A number printed as `63.92` stands for anything from 63.915 to 63.925. A figure computed from several printed
//! numbers is therefore known only within a range, and whether the paper's own rounding explains a difference is a
//! question of whether two ranges meet. Nothing here has a tolerance of its own.

use crate::{Error, ErrorKind};

/// A number as the paper prints it.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    text: String,
    value: f64,
    half_unit: f64,
    decimals: usize,
}

impl Printed {
    /// Reads the number in `1,056`, `-17.7%`, `$380 million`, `$83.30/ton`; half a unit of the last printed digit is
    /// its uncertainty. A text with a second number in it (`2014-2015`) or with none is refused.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refused = || {
            Error::new(ErrorKind::Argument, format!("`{text}` is not a printed number")).remedy(
                "a printed number has digits, thousands commas and a decimal point, and at most a unit after them",
            )
        };
        let rest = text.trim().trim_start_matches('$');
        let end = rest.find(|c: char| !(c.is_ascii_digit() || ",.-".contains(c))).unwrap_or(rest.len());
        let (numeral, unit) = rest.split_at(end);
        if unit.chars().any(|c| c.is_ascii_digit()) {
            return Err(refused());
        }
        let numeral = numeral.replace(',', "");
        let value: f64 = numeral.parse().map_err(|_| refused())?;
        let decimals = numeral.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Ok(Self { text: text.trim().to_owned(), value, half_unit: 0.5 * 10f64.powi(-(decimals as i32)), decimals })
    }

    /// A number printed in words: `one quarter` is 25 percent, `fourth` is 4; its digits are those of `value`.
    pub fn in_words(text: &str, value: &str) -> Result<Self, Error> {
        Ok(Self { text: text.trim().to_owned(), ..Self::parse(value)? })
    }

    /// A round number introduced by "about" or "around": uncertain by half a unit of its last digit that is not zero,
    /// so that "about 20,000" means 15,000 to 25,000 and "about 55" means 54.5 to 55.5.
    #[must_use]
    pub fn loosened(mut self) -> Self {
        if self.decimals == 0 && self.value != 0.0 {
            while (self.value / (20.0 * self.half_unit)).fract() == 0.0 {
                self.half_unit *= 10.0;
            }
        }
        self
    }

    /// The text as printed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number at its printed digits.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Digits printed after the decimal point.
    pub fn decimals(&self) -> usize {
        self.decimals
    }

    /// The numbers that would be printed so.
    pub fn range(&self) -> Range {
        Range { low: self.value - self.half_unit, high: self.value + self.half_unit }
    }
}

/// A closed range of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Range {
    /// Whether the two share a point, up to the last bits that arithmetic on decimals loses.
    pub fn meets(self, other: Self) -> bool {
        let slack = 1e-9 * (self.low.abs().max(self.high.abs()).max(other.low.abs()).max(other.high.abs()));
        self.low <= other.high + slack && other.low <= self.high + slack
    }
}

/// A figure computed from printed numbers: its value at their printed digits, and the range their rounding leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Derived {
    /// Computed from the numbers as printed.
    pub value: f64,
    /// What the unrounded numbers could have given.
    pub range: Range,
}

impl Derived {
    /// A figure known without rounding.
    pub fn exact(value: f64) -> Self {
        Self { value, range: Range { low: value, high: value } }
    }

    /// Applies `f` to printed numbers. `f` must be monotone in each argument over the rounding ranges (sums, products
    /// and quotients of numbers that keep their sign are); then the extremes lie at corners of the box.
    pub fn of<const N: usize>(inputs: [&Printed; N], f: impl Fn([f64; N]) -> f64) -> Self {
        let value = f(inputs.map(Printed::value));
        let mut range = Range { low: value, high: value };
        for corner in 0..1u32 << N {
            let mut at = [0.0; N];
            for (i, input) in inputs.iter().enumerate() {
                let ends = input.range();
                at[i] = if corner >> i & 1 == 0 { ends.low } else { ends.high };
            }
            let here = f(at);
            range = Range { low: range.low.min(here), high: range.high.max(here) };
        }
        Self { value, range }
    }

    /// The figure, unless a division by nothing made it meaningless.
    pub fn finite(self) -> Result<Self, Error> {
        if self.value.is_finite() && self.range.low.is_finite() && self.range.high.is_finite() {
            Ok(self)
        } else {
            Err(Error::new(
                ErrorKind::NonFinite,
                "a figure computed from printed numbers divides by one that may be zero",
            ))
        }
    }

    /// A figure known only to lie between two: its value is that of `self`, its range covers both.
    #[must_use]
    pub fn spanning(self, other: Self) -> Self {
        let range = Range { low: self.range.low.min(other.range.low), high: self.range.high.max(other.range.high) };
        Self { value: self.value, range }
    }

    /// What is left of `self` without `other`, two figures whose rounding is independent.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            value: self.value - other.value,
            range: Range { low: self.range.low - other.range.high, high: self.range.high - other.range.low },
        }
    }

    /// `self` in percent of `whole`, two positive figures whose rounding is independent.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Self {
        Self {
            value: 100.0 * self.value / whole.value,
            range: Range {
                low: 100.0 * self.range.low / whole.range.high,
                high: 100.0 * self.range.high / whole.range.low,
            },
        }
    }

    /// The sum of any number of printed numbers.
    pub fn sum<'a>(inputs: impl IntoIterator<Item = &'a Printed>) -> Self {
        inputs.into_iter().fold(Self::exact(0.0), |sum, input| Self {
            value: sum.value + input.value,
            range: Range { low: sum.range.low + input.range().low, high: sum.range.high + input.range().high },
        })
    }

    /// `after` less `before`.
    pub fn difference(after: &Printed, before: &Printed) -> Self {
        Self::of([after, before], |[after, before]| after - before)
    }

    /// `part` in percent of `whole`, which is not zero.
    pub fn share(part: &Printed, whole: &Printed) -> Self {
        Self::of([part, whole], |[part, whole]| 100.0 * part / whole)
    }

    /// The growth from `before`, which is not zero, to `after`, in percent.
    pub fn growth(before: &Printed, after: &Printed) -> Self {
        Self::of([before, after], |[before, after]| 100.0 * (after / before - 1.0))
    }

    /// The fall from `before`, which is not zero, to `after`, in percent.
    pub fn fall(before: &Printed, after: &Printed) -> Self {
        Self::of([before, after], |[before, after]| 100.0 * (1.0 - after / before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_number_stands_for_a_range_of_its_last_digit() -> Result<(), Error> {
        assert_eq!(Printed::parse("1,056")?.range(), Range { low: 1055.5, high: 1056.5 });
        let share = Printed::parse("63.92")?.range();
        assert!((share.low - 63.915).abs() < 1e-12 && (share.high - 63.925).abs() < 1e-12);
        assert_eq!(Printed::parse("-17.7%")?.value(), -17.7);
        assert_eq!(Printed::parse("$83.30/ton")?.range(), Range { low: 83.30 - 0.005, high: 83.30 + 0.005 });
        assert_eq!(Printed::parse("2793.83thousand tons")?.value(), 2793.83);
        assert_eq!(Printed::in_words("one quarter", "25")?.range(), Range { low: 24.5, high: 25.5 });
        for not_a_number in ["N.A.", "-", "", "fourth", "2014-2015", "mid- December 2013", "1.2.3"] {
            assert!(Printed::parse(not_a_number).is_err(), "{not_a_number}");
        }
        Ok(())
    }

    #[test]
    fn about_a_round_number_is_looser() -> Result<(), Error> {
        assert_eq!(Printed::parse("20,000")?.loosened().range(), Range { low: 15_000.0, high: 25_000.0 });
        assert_eq!(Printed::parse("300")?.loosened().range(), Range { low: 250.0, high: 350.0 });
        assert_eq!(Printed::parse("55")?.loosened().range(), Range { low: 54.5, high: 55.5 });
        Ok(())
    }

    #[test]
    fn a_growth_rate_is_known_only_within_its_inputs_rounding() -> Result<(), Error> {
        let (before, after) = (Printed::parse("5.7")?, Printed::parse("3.0")?);
        let growth = Derived::growth(&before, &after);
        assert!((growth.value + 47.368_421_052_631_58).abs() < 1e-12);
        assert!(growth.range.meets(Printed::parse("-46.7%")?.range()));
        assert!(!growth.range.meets(Printed::parse("-45.7%")?.range()));
        Ok(())
    }
}
