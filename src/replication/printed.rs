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
}

impl Printed {
    /// Reads `1,056`, `63.92`, `-17.7%`, `$380`; half a unit of the last printed digit is its uncertainty.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits: String = text.trim().chars().filter(|c| !matches!(c, ',' | '$' | '%' | ' ')).collect();
        let value: f64 = digits.parse().map_err(|_| {
            Error::new(ErrorKind::Argument, format!("`{text}` is not a printed number"))
                .remedy("a printed number has digits, thousands commas and a decimal point")
        })?;
        let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Ok(Self { text: text.trim().to_owned(), value, half_unit: 0.5 * 10f64.powi(-(decimals as i32)) })
    }

    /// A round number introduced by "about" or "around": uncertain by half a unit of its last digit that is not zero,
    /// so that "about 20,000" means 15,000 to 25,000 and "about 55" means 54.5 to 55.5.
    pub fn about(text: &str) -> Result<Self, Error> {
        let mut printed = Self::parse(text)?;
        if !text.contains('.') && printed.value != 0.0 {
            while (printed.value / (20.0 * printed.half_unit)).fract() == 0.0 {
                printed.half_unit *= 10.0;
            }
        }
        Ok(printed)
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
        self.text.split_once('.').map_or(0, |(_, fraction)| fraction.chars().filter(char::is_ascii_digit).count())
    }

    /// The numbers that would be printed so.
    pub fn range(&self) -> Range {
        Range { low: self.value - self.half_unit, high: self.value + self.half_unit }
    }

    /// The same number in another unit.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self { text: self.text.clone(), value: self.value * factor, half_unit: self.half_unit * factor.abs() }
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

    /// The sum of any number of printed numbers.
    pub fn sum<'a>(inputs: impl IntoIterator<Item = &'a Printed>) -> Self {
        inputs.into_iter().fold(Self::exact(0.0), |sum, input| Self {
            value: sum.value + input.value,
            range: Range { low: sum.range.low + input.range().low, high: sum.range.high + input.range().high },
        })
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
        assert!(Printed::parse("N.A.").is_err());
        Ok(())
    }

    #[test]
    fn about_a_round_number_is_looser() -> Result<(), Error> {
        assert_eq!(Printed::about("20,000")?.range(), Range { low: 15_000.0, high: 25_000.0 });
        assert_eq!(Printed::about("300")?.range(), Range { low: 250.0, high: 350.0 });
        assert_eq!(Printed::about("55")?.range(), Range { low: 54.5, high: 55.5 });
        Ok(())
    }

    #[test]
    fn a_growth_rate_is_known_only_within_its_inputs_rounding() -> Result<(), Error> {
        let (before, after) = (Printed::parse("5.7")?, Printed::parse("3.0")?);
        let growth = Derived::of([&before, &after], |[a, b]| 100.0 * (b / a - 1.0));
        assert!((growth.value + 47.368_421_052_631_58).abs() < 1e-12);
        assert!(growth.range.meets(Printed::parse("-46.7%")?.range()));
        assert!(!growth.range.meets(Printed::parse("-45.7%")?.range()));
        Ok(())
    }
}
