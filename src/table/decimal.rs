//! Rounding in decimal, so that a value and its neighbour a rounding error away print alike.

/// Significant digits taken from the double; the ones after them are noise of a computation in doubles.
const KEPT: usize = 12;

/// A finite number as decimal digits: 0.d₁d₂d₃… × 10^`point`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The twelve leading digits of a finite number; `None` for NaN and infinities.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{:.*e}", KEPT - 1, value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        Some(Self { negative: value < 0.0, digits, point: exponent.parse::<i32>().ok()? + 1 })
    }

    /// How many digits stand before the decimal point (none or a negative number for values below 0.1).
    pub(super) fn point(&self) -> i32 {
        self.point
    }

    /// Rounded to this many places after the decimal point (before it, if negative), halves away from zero.
    pub(super) fn round_to_places(mut self, places: i32) -> Self {
        let keep = self.point.saturating_add(places);
        if keep < 0 {
            return Self::zero();
        }
        let keep = keep as usize;
        if keep >= self.digits.len() {
            return self;
        }
        let up = self.digits[keep] >= 5;
        self.digits.truncate(keep);
        if up {
            self.add_one_in_last_place();
        }
        if self.digits.iter().all(|digit| *digit == 0) {
            return Self::zero();
        }
        self
    }

    /// Rounded to this many significant digits.
    pub(super) fn round_to_digits(self, digits: usize) -> Self {
        let places = digits as i32 - self.point;
        self.round_to_places(places)
    }

    /// Written out with this many places, thousands separated by commas if asked.
    pub(super) fn fixed(&self, places: usize, grouped: bool) -> String {
        let whole = (0..self.point.max(1)).map(|i| self.digit_at(i + self.point.min(1) - 1)).collect::<Vec<_>>();
        let mut text = String::from(if self.negative { "-" } else { "" });
        for (i, digit) in whole.iter().enumerate() {
            if grouped && i > 0 && (whole.len() - i) % 3 == 0 {
                text.push(',');
            }
            text.push(char::from(b'0' + digit));
        }
        if places > 0 {
            text.push('.');
            text.extend((0..places as i32).map(|i| char::from(b'0' + self.digit_at(self.point + i))));
        }
        text
    }

    /// Written with a power of ten: `1.25e-7`.
    pub(super) fn scientific(&self, digits: usize) -> String {
        let sign = if self.negative { "-" } else { "" };
        let mantissa: String = (0..digits.max(1) as i32).map(|i| char::from(b'0' + self.digit_at(i))).collect();
        let (first, rest) = mantissa.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        format!("{sign}{first}{dot}{rest}e{}", self.point - 1)
    }

    /// The digits that say something: without the zeros at the end.
    pub(super) fn significant_digits(&self) -> usize {
        self.digits.iter().rposition(|digit| *digit != 0).map_or(1, |last| last + 1)
    }

    fn zero() -> Self {
        Self { negative: false, digits: Vec::new(), point: 1 }
    }

    /// The digit at this index; zeros stand before the first and after the last.
    fn digit_at(&self, index: i32) -> u8 {
        usize::try_from(index).ok().and_then(|index| self.digits.get(index)).copied().unwrap_or(0)
    }

    fn add_one_in_last_place(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }
}
