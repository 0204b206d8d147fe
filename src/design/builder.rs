//! Designs from series, term by term, aligned by date.

use std::ops::RangeInclusive;

use ndarray::{Array1, Array2, ShapeBuilder};

use super::season::{season_name, seasons};
use super::{Design, Indicator, dummies_for_dates};
use crate::{Error, ErrorKind, Note, Period, Sample, Series, Stamp};

/// A design under construction: a response and the regressors asked for so far.
///
/// Columns come in the order in which they were asked for. The rows are all periods in which the response and every
/// regressor exist; [`on`](DesignBuilder::on) narrows them. Nothing is computed or checked before
/// [`build`](DesignBuilder::build) or [`sample`](DesignBuilder::sample).
///
/// A restricted and an unrestricted model on the same rows:
/// ```
/// use yalu::{Design, Period, Series};
/// let effect = Series::new("imports", Period::annual(2001), vec![3.0, 5.0, 6.0, 6.0, 9.0, 8.0, 9.0, 7.0])?;
/// let cause = Series::new("exports", Period::annual(2002), vec![2.0, 3.0, 5.0, 4.0, 6.0, 8.0, 7.0])?;
/// let own = Design::of(&effect).constant().lags(&effect, 1..=1);
/// let full = own.clone().lags(&cause, 1..=1);
/// let restricted = own.on(&full.sample()?).build()?;
/// assert_eq!(restricted.stamps(), full.build()?.stamps());
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a design exists only after `.build()`"]
pub struct DesignBuilder<'a> {
    response: &'a Series,
    terms: Vec<Term<'a>>,
    on: Option<Sample>,
}

/// No lag.
const CURRENT: RangeInclusive<usize> = 0..=0;

#[derive(Debug, Clone)]
enum Term<'a> {
    Constant,
    Trend,
    Seasonal,
    Lags(&'a Series, RangeInclusive<usize>),
    Indicator(Indicator),
    Interaction(&'a Series, Indicator),
}

impl<'a> DesignBuilder<'a> {
    pub(super) fn new(response: &'a Series) -> Self {
        Self { response, terms: Vec::new(), on: None }
    }

    fn with(mut self, term: Term<'a>) -> Self {
        self.terms.push(term);
        self
    }

    /// A column of ones, named [`Design::INTERCEPT`].
    #[doc(alias = "intercept")]
    #[doc(alias = "drift")]
    pub fn constant(self) -> Self {
        self.with(Term::Constant)
    }

    /// A linear trend, `trend()`: 1 in the response's first period, whatever rows are used in the end,
    /// so that the intercept means the same with one lag and with four.
    pub fn trend(self) -> Self {
        self.with(Term::Trend)
    }

    /// Seasonal dummies: one for each season but the first if the design has a constant, one for each otherwise.
    pub fn seasonal(self) -> Self {
        self.with(Term::Seasonal)
    }

    /// Lags of a series, `lag(x, 1)` being the value of one period before; lag 0 is the series itself, under its own
    /// name, and the range `1..=0` adds nothing.
    pub fn lags(self, series: &'a Series, lags: RangeInclusive<usize>) -> Self {
        self.with(Term::Lags(series, lags))
    }

    /// A series as it is.
    pub fn regressor(self, series: &'a Series) -> Self {
        self.with(Term::Lags(series, 0..=0))
    }

    dummies_for_dates!("among the regressors");

    /// A zero–one regressor that stands for dates.
    pub fn indicator(self, indicator: Indicator) -> Self {
        self.with(Term::Indicator(indicator))
    }

    /// The product of a series and an indicator, named like `exports:post(2010H2)`: a slope that changes.
    pub fn interaction(self, series: &'a Series, indicator: Indicator) -> Self {
        self.with(Term::Interaction(series, indicator))
    }

    /// Exactly these rows, which must all be available: for a comparison with another design.
    pub fn on(mut self, sample: &Sample) -> Self {
        self.on = Some(*sample);
        self
    }

    /// The rows the design will have.
    ///
    /// # Errors
    /// If frequencies differ, the series share no period, or the rows asked for by [`on`](Self::on) are not all there.
    pub fn sample(&self) -> Result<Sample, Error> {
        let window = self.window()?;
        Ok(Sample {
            first: Stamp::Period(self.response.start().plus(window.first)),
            last: Stamp::Period(self.response.start().plus(window.last)),
            n: window.len(),
        })
    }

    /// The number of regressors, the same as the number of columns of the finished design.
    pub fn regressors(&self) -> usize {
        self.terms.iter().fold(0, |sum, term| sum.saturating_add(self.width(term)))
    }

    /// Aligns everything by date and fills the matrix.
    ///
    /// # Errors
    /// As [`sample`](Self::sample); and if there are fewer rows than regressors, a name occurs twice, or a dummy is the
    /// same in every row.
    pub fn build(&self) -> Result<Design, Error> {
        let window = self.window()?;
        let (n, k) = (window.len(), self.regressors());
        let response = self.response.name();
        if k == 0 {
            return Err(Error::new(ErrorKind::Argument, format!("the design of `{response}` has no regressor"))
                .remedy("add at least `.constant()`"));
        }
        let start = self.response.start();
        if n < k {
            let (first, last) = (start.plus(window.first), start.plus(window.last));
            return Err(Design::too_few_rows(response, n, k, Stamp::Period(first), Stamp::Period(last)));
        }
        let mut columns = Columns { names: Vec::with_capacity(k), values: Vec::with_capacity(n * k), n };
        for term in &self.terms {
            self.fill(term, window, &mut columns)?;
        }
        let y = Array1::from_iter(window.of(self.response, 0, 0));
        let x = Array2::from_shape_vec((n, k).f(), columns.values)
            .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
        let stamps = (window.first..=window.last).map(|t| Stamp::Period(start.plus(t))).collect();
        Ok(Design::from_arrays(response, columns.names, y, x, stamps)?.with_record(Vec::new(), self.provenance_notes()))
    }

    /// What a reader must know of series that were constructed or seasonally adjusted, each named once.
    fn provenance_notes(&self) -> Vec<Note> {
        let regressors = self.terms.iter().filter_map(|term| match term {
            Term::Lags(series, _) | Term::Interaction(series, _) => Some(*series),
            _ => None,
        });
        let mut notes: Vec<Note> = Vec::new();
        for note in std::iter::once(self.response).chain(regressors).flat_map(|s| s.provenance().notes(s.name())) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    fn has_constant(&self) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Constant))
    }

    /// How many columns a term has.
    fn width(&self, term: &Term<'_>) -> usize {
        match term {
            Term::Seasonal => self.response.frequency().per_year() - usize::from(self.has_constant()),
            Term::Lags(_, lags) => lags.end().saturating_add(1).saturating_sub(*lags.start()),
            _ => 1,
        }
    }

    /// Where a series begins, in periods after the response's first; an error if the frequencies differ.
    fn offset(&self, series: &Series) -> Result<i64, Error> {
        if series.frequency() != self.response.frequency() {
            return Err(Error::new(
                ErrorKind::Frequency,
                format!(
                    "`{}` is {} and the response `{}` is {}",
                    series.name(),
                    series.frequency(),
                    self.response.name(),
                    self.response.frequency()
                ),
            )
            .remedy("bring both to the lower frequency first"));
        }
        series.start().since(self.response.start())
    }

    /// The rows in which everything exists, narrowed by `on`.
    fn window(&self) -> Result<Window, Error> {
        let mut window = Window { first: 0, last: self.response.len() as i64 - 1 };
        for term in &self.terms {
            let (series, lags) = match term {
                Term::Lags(series, lags) => (*series, lags),
                Term::Interaction(series, _) => (*series, &CURRENT),
                _ => continue,
            };
            window.narrow(series, self.offset(series)?, lags)?;
        }
        if window.first > window.last {
            return Err(self.no_common_period());
        }
        match self.on {
            Some(sample) => self.narrowed(window, sample),
            None => Ok(window),
        }
    }

    fn no_common_period(&self) -> Error {
        let mut spans = vec![format!("`{}` {}", self.response.name(), self.response.sample())];
        for term in &self.terms {
            if let Term::Lags(series, lags) = term {
                let lag = if *lags.end() > 0 { format!(" with lag {}", lags.end()) } else { String::new() };
                spans.push(format!("`{}` {}{lag}", series.name(), series.sample()));
            }
        }
        Error::new(ErrorKind::Sample, format!("no period has all of: {}", spans.join("; ")))
            .remedy("use fewer lags or longer series")
    }

    /// The rows of `sample`, if all of them are in `window`.
    fn narrowed(&self, window: Window, sample: Sample) -> Result<Window, Error> {
        let (Stamp::Period(first), Stamp::Period(last)) = (sample.first, sample.last) else {
            return Err(Error::new(ErrorKind::Calendar, format!("the sample {sample} has no dates"))
                .remedy("give a sample of periods"));
        };
        let start = self.response.start();
        let asked = Window { first: first.since(start)?, last: last.since(start)? };
        if asked.first < window.first || asked.last > window.last || asked.first > asked.last {
            let (from, to) = (start.plus(window.first), start.plus(window.last));
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "the rows {sample} are not all available: the design of `{}` has {from} to {to}",
                    self.response.name()
                ),
            )
            .remedy("choose the sample of the design with the fewest rows"));
        }
        if asked.len() != sample.n {
            return Err(Error::new(ErrorKind::Gap, format!("the sample {sample} has holes"))
                .remedy("give a sample of consecutive periods"));
        }
        Ok(asked)
    }

    fn fill(&self, term: &Term<'_>, window: Window, columns: &mut Columns) -> Result<(), Error> {
        let first = self.response.start().plus(window.first);
        match term {
            Term::Constant => columns.push(Design::INTERCEPT.into(), (0..columns.n).map(|_| 1.0)),
            Term::Trend => columns.push("trend()".into(), (window.first..=window.last).map(|t| (t + 1) as f64)),
            Term::Seasonal => return self.fill_seasons(first, columns),
            Term::Lags(series, lags) => {
                let offset = self.offset(series)?;
                for lag in lags.clone() {
                    let name = match lag {
                        0 => series.name().to_owned(),
                        lag => format!("lag({}, {lag})", series.name()),
                    };
                    columns.push(name, window.of(series, offset, lag as i64));
                }
            }
            Term::Indicator(indicator) => {
                let values = indicator_values(*indicator, first, columns.n)?;
                columns.push(indicator.to_string(), values.into_iter());
            }
            Term::Interaction(series, indicator) => {
                let values = indicator_values(*indicator, first, columns.n)?;
                let products = window.of(series, self.offset(series)?, 0).zip(values).map(|(x, d)| x * d);
                columns.push(format!("{}:{indicator}", series.name()), products);
            }
        }
        Ok(())
    }

    fn fill_seasons(&self, first: Period, columns: &mut Columns) -> Result<(), Error> {
        for season in seasons(first.frequency(), self.has_constant())? {
            let dummy = (0..columns.n).map(|t| f64::from(u8::from(first.plus(t as i64).part() == season)));
            columns.push(season_name(first.frequency(), season), dummy);
        }
        Ok(())
    }
}

/// The indicator in `n` periods from `first` on; an error if it is the same in all of them.
fn indicator_values(indicator: Indicator, first: Period, n: usize) -> Result<Vec<f64>, Error> {
    indicator.check(first)?;
    let values: Vec<f64> = (0..n as i64).map(|t| indicator.value(first.plus(t))).collect::<Result<_, _>>()?;
    indicator.refuse_same_everywhere(&values, Stamp::Period(first), Stamp::Period(first.plus(n as i64 - 1)))?;
    Ok(values)
}

/// The matrix in the making, column after column.
struct Columns {
    names: Vec<String>,
    values: Vec<f64>,
    n: usize,
}

impl Columns {
    fn push(&mut self, name: String, values: impl Iterator<Item = f64>) {
        self.names.push(name);
        self.values.extend(values);
    }
}

/// Rows as offsets from the response's first period.
#[derive(Clone, Copy)]
struct Window {
    first: i64,
    last: i64,
}

impl Window {
    fn len(self) -> usize {
        usize::try_from(self.last - self.first + 1).unwrap_or(0)
    }

    /// Leaves only the rows in which every one of these lags of the series (which begins at `offset`) exists.
    fn narrow(&mut self, series: &Series, offset: i64, lags: &RangeInclusive<usize>) -> Result<(), Error> {
        let (lo, hi) = (*lags.start(), *lags.end());
        if lo > hi {
            return match lo - hi {
                1 => Ok(()),
                _ => Err(Error::new(ErrorKind::Argument, format!("lags {lo} to {hi} of `{}`", series.name()))
                    .remedy("write the shorter lag first")),
            };
        }
        if hi - lo >= series.len() {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("lags {lo} to {hi} of `{}` reach over all its {} observations", series.name(), series.len()),
            )
            .remedy("use fewer lags or a longer series"));
        }
        let steps = |lag: usize| i64::try_from(lag).unwrap_or(i64::MAX);
        self.first = self.first.max(offset.saturating_add(steps(hi)));
        self.last = self.last.min((offset + series.len() as i64 - 1).saturating_add(steps(lo)));
        Ok(())
    }

    /// The values in these rows of a series that begins at `offset`, `lag` periods back.
    fn of(self, series: &Series, offset: i64, lag: i64) -> impl Iterator<Item = f64> {
        let from = usize::try_from(self.first - offset - lag).unwrap_or(usize::MAX);
        series.values().iter().copied().skip(from).take(self.len())
    }
}
