//! Arithmetic of series on the dates they share.

use super::{Series, align};
use crate::{Error, ErrorKind};

impl Series {
    /// The sum on the common sample, `x + y`.
    ///
    /// # Errors
    /// If the frequencies differ, no date is common, or the sum overflows.
    pub fn plus(&self, other: &Self) -> Result<Self, Error> {
        self.combine(other, "+", |a, b| a + b)
    }

    /// The difference on the common sample, `x - y`.
    ///
    /// # Errors
    /// As for [`plus`](Series::plus).
    pub fn minus(&self, other: &Self) -> Result<Self, Error> {
        self.combine(other, "-", |a, b| a - b)
    }

    /// The product on the common sample, `x * y`.
    ///
    /// # Errors
    /// As for [`plus`](Series::plus).
    pub fn times(&self, other: &Self) -> Result<Self, Error> {
        self.combine(other, "*", |a, b| a * b)
    }

    /// The ratio on the common sample, `x / y`: a share, a unit value, a deflated value.
    ///
    /// ```
    /// use yalu::{Period, Series};
    /// let value = Series::new("value", Period::annual(2013), vec![90.0, 60.0])?;
    /// let tonnes = Series::new("tonnes", Period::annual(2013), vec![3.0, 3.0])?;
    /// let price = value.over(&tonnes)?.rename("price");
    /// assert_eq!(price.values(), [30.0, 20.0]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`plus`](Series::plus), and if a divisor is zero.
    pub fn over(&self, other: &Self) -> Result<Self, Error> {
        if let Some(i) = other.values.iter().position(|v| *v == 0.0) {
            let at = other.start.plus(i as i64);
            return Err(Error::new(
                ErrorKind::Argument,
                format!("`{}` cannot be divided by `{}`, which is zero in {at}", self.name, other.name),
            )
            .remedy("choose a sample without it"));
        }
        self.combine(other, "/", |a, b| a / b)
    }

    /// A function of every value, under the name `name(x)`.
    ///
    /// # Errors
    /// If a result is NaN or infinite.
    pub fn map(&self, name: &str, function: impl Fn(f64) -> f64) -> Result<Self, Error> {
        let values = self.values.iter().map(|v| function(*v)).collect();
        self.derived(format!("{name}({})", self.name), self.start, values, name)
    }

    fn combine(&self, other: &Self, sign: &str, function: fn(f64, f64) -> f64) -> Result<Self, Error> {
        let common = align(&[self, other])?;
        let values = common[0].values.iter().zip(&common[1].values).map(|(a, b)| function(*a, *b)).collect();
        let name = format!("{} {sign} {}", self.name, other.name);
        let both = self.provenance.clone().and(&other.provenance);
        let result = common[0].derived(name, common[0].start, values, format!("{sign} {}", other.name))?;
        Ok(result.with_provenance(both))
    }
}
