//! The transforms of time-series econometrics: each names its result as the field does and records itself.

use super::Series;
use crate::{Error, ErrorKind, Period};

impl Series {
    /// The natural logarithm, `log(x)`.
    ///
    /// ```
    /// use yalu::{Period, Series};
    /// let exports = Series::new("exports", Period::annual(2009), vec![100.0, 150.0, 180.0])?;
    /// let growth = exports.log()?.diff(1)?;
    /// assert_eq!(growth.name(), "diff(log(exports))");
    /// assert_eq!(growth.start(), Period::annual(2010));
    /// assert!((growth.at(Period::annual(2010))? - 1.5_f64.ln()).abs() < 1e-15);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If a value is zero or negative; the first is named.
    pub fn log(&self) -> Result<Self, Error> {
        self.positive("log")?;
        let values = self.values.iter().map(|v| v.ln()).collect();
        self.derived(format!("log({})", self.name), self.start, values, "natural logarithm")
    }

    /// The difference from the period before, taken `order` times: `diff(x)`, `diff(diff(x))`, …
    ///
    /// # Errors
    /// If `order` is 0 or leaves no observation.
    pub fn diff(&self, order: usize) -> Result<Self, Error> {
        if order == 0 {
            return Err(Error::new(ErrorKind::Argument, "a difference of order 0 is the series itself")
                .remedy("give an order of 1 or more"));
        }
        self.needs(order, "diff")?;
        let mut series = self.change_over(1, format!("diff({})", self.name), "first difference")?;
        for _ in 1..order {
            series = series.change_over(1, format!("diff({})", series.name), "first difference")?;
        }
        Ok(series)
    }

    /// The difference from the same season of the year before, `sdiff(x)`.
    ///
    /// # Errors
    /// If the series is annual or not longer than a year.
    pub fn seasonal_diff(&self) -> Result<Self, Error> {
        let year = self.frequency().per_year();
        if year == 1 {
            return Err(Error::new(ErrorKind::Frequency, format!("`{}` is annual and has no seasons", self.name))
                .remedy("use `diff`"));
        }
        self.needs(year, "sdiff")?;
        self.change_over(year, format!("sdiff({})", self.name), "difference from the same season a year before")
    }

    /// The first difference of the natural logarithm, `dlog(x)`: a growth rate as a fraction, continuously compounded.
    ///
    /// # Errors
    /// If a value is zero or negative, or there is one observation only.
    pub fn dlog(&self) -> Result<Self, Error> {
        self.positive("dlog")?;
        self.needs(1, "dlog")?;
        // ln x − ln y, not ln(x/y): the quotient of two finite numbers may overflow.
        let values = self.values.windows(2).map(|pair| pair[1].ln() - pair[0].ln()).collect();
        let name = format!("dlog({})", self.name);
        self.derived(name, self.start.plus(1), values, "first difference of the natural logarithm")
    }

    /// The growth rate from the period before **in percent**, `growth(x)`: 100 (xₜ/xₜ₋₁ − 1).
    ///
    /// # Errors
    /// If a value from which growth is counted is zero or negative, or there is one observation only.
    #[doc(alias = "pct_change")]
    pub fn growth(&self) -> Result<Self, Error> {
        self.needs(1, "growth")?;
        let bases = &self.values[..self.len() - 1];
        if let Some(i) = bases.iter().position(|v| *v <= 0.0) {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("growth of `{}` from {} in {} has no meaning", self.name, bases[i], self.start.plus(i as i64)),
            )
            .remedy("use `diff`, or choose a sample in which every value is positive"));
        }
        let values = self.values.windows(2).map(|pair| 100.0 * (pair[1] / pair[0] - 1.0)).collect();
        self.derived(format!("growth({})", self.name), self.start.plus(1), values, "growth in percent")
    }

    /// The value of `k` periods before, `lag(x, k)`: every value moves `k` periods later.
    ///
    /// # Errors
    /// If `k` is above 100,000.
    pub fn lag(&self, k: usize) -> Result<Self, Error> {
        self.moved(
            i64::try_from(k).unwrap_or(i64::MAX),
            format!("lag({}, {k})", self.name),
            format!("moved {k} period(s) later"),
        )
    }

    /// The value of `k` periods after, `lead(x, k)`: every value moves `k` periods earlier.
    ///
    /// # Errors
    /// If `k` is above 100,000.
    pub fn lead(&self, k: usize) -> Result<Self, Error> {
        self.moved(
            -i64::try_from(k).unwrap_or(i64::MAX),
            format!("lead({}, {k})", self.name),
            format!("moved {k} period(s) earlier"),
        )
    }

    /// The series as an index that is `level` (usually 100) in `base`: x · level / x(base).
    ///
    /// # Errors
    /// If `base` is outside the sample or the value there is zero.
    pub fn rebase(&self, base: Period, level: f64) -> Result<Self, Error> {
        let at_base = self.at(base)?;
        if at_base == 0.0 {
            return Err(Error::new(ErrorKind::Argument, format!("`{}` is zero in the base period {base}", self.name))
                .remedy("choose another base"));
        }
        let values = self.values.iter().map(|v| v / at_base * level).collect();
        let name = format!("{} ({base} = {level})", self.name);
        self.derived(name, self.start, values, format!("index, {base} = {level}"))
    }

    /// xₜ − xₜ₋ₖ.
    fn change_over(&self, k: usize, name: String, step: &str) -> Result<Self, Error> {
        let values = self.values.iter().zip(self.values.iter().skip(k)).map(|(before, now)| now - before).collect();
        self.derived(name, self.start.plus(k as i64), values, step)
    }

    fn moved(&self, steps: i64, name: String, step: String) -> Result<Self, Error> {
        // Further than this a date has no year of four digits any more, and nothing to be aligned with.
        if steps.unsigned_abs() > 100_000 {
            return Err(Error::new(ErrorKind::Argument, format!("`{name}` moves the series out of the calendar"))
                .remedy("use a shorter lag"));
        }
        self.derived(name, self.start.plus(steps), self.values.clone(), step)
    }

    /// Refuses zero and negative values.
    fn positive(&self, function: &str) -> Result<(), Error> {
        match self.values.iter().position(|v| *v <= 0.0) {
            Some(i) => Err(Error::new(
                ErrorKind::Argument,
                format!(
                    "{function} of `{}` needs positive values; it is {} in {}",
                    self.name,
                    self.values[i],
                    self.start.plus(i as i64)
                ),
            )
            .remedy("choose a sample without it, or use the series in levels")),
            None => Ok(()),
        }
    }

    /// Refuses a series from which nothing is left when `lost` observations go.
    fn needs(&self, lost: usize, function: &str) -> Result<(), Error> {
        if self.len() > lost {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Sample,
            format!(
                "{function} of `{}` needs {} observations, found {}",
                self.name,
                lost.saturating_add(1),
                self.len()
            ),
        )
        .remedy("use a longer sample"))
    }
}
