//! What is asked, and the checks that need the data.

use std::sync::Arc;

use super::rank::JohansenResult;
use super::size::TraceSize;
use super::system::System;
use super::terms::Terms;
use crate::causality::criteria;
use crate::design::dummies_for_dates;
use crate::dist::johansen::Case;
use crate::hypothesis::Setting;
use crate::linalg::Reduction;
use crate::regression::{Criterion, refuse_collinear};
use crate::series::align;
use crate::{Error, ErrorKind, Indicator, Series};

/// How the number of lags is found.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Lags {
    Given(usize),
    Chosen(Criterion, Option<usize>),
}

/// Johansen's tests of the number of long-run relations; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Johansen<'a> {
    series: Vec<&'a Series>,
    terms: Terms<'a>,
    lags: Lags,
    min_df: usize,
}

impl<'a> Johansen<'a> {
    /// Of these series, with an unrestricted constant and lags chosen by AIC.
    pub fn of(series: &[&'a Series]) -> Self {
        Self { series: series.to_vec(), terms: Terms::default(), lags: Lags::Chosen(Criterion::Aic, None), min_df: 5 }
    }

    /// Where constant and trend stand; an unrestricted constant unless set.
    #[doc(alias = "ecdet")]
    #[doc(alias = "det_order")]
    pub fn case(mut self, case: Case) -> Self {
        self.terms.case = case;
        self
    }

    /// K lags of the levels, that is K − 1 lagged differences.
    #[doc(alias = "order")]
    #[doc(alias = "k_ar_diff")]
    pub fn lags(mut self, lags: usize) -> Self {
        self.lags = Lags::Given(lags);
        self
    }

    /// Lets a criterion of the vector autoregression in levels choose K among 1 to `longest`, every candidate on the
    /// rows that the longest leaves. With `None` the longest is 8, or fewer if that many would leave less than two rows in
    /// three free of coefficients.
    pub fn select(mut self, criterion: Criterion, longest: impl Into<Option<usize>>) -> Self {
        self.lags = Lags::Chosen(criterion, longest.into());
        self
    }

    /// Centred seasonal dummies in every equation: they do not change the law of the tests.
    pub fn seasonal(mut self) -> Self {
        self.terms.seasonal = true;
        self
    }

    /// A dummy for dates in every equation.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.terms.indicators.push(indicator);
        self
    }

    dummies_for_dates!("in every equation");

    /// Stationary series that stand in every equation as they are.
    pub fn exogenous(mut self, series: &[&'a Series]) -> Self {
        self.terms.exogenous.extend(series);
        self
    }

    /// The residual degrees of freedom of an equation below which nothing is identified; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If there are fewer than two series, one stands twice or does not vary, no period is common to all, a dummy or an
    /// exogenous series does not cover the rows, columns are collinear (named), or there are too few observations.
    pub fn run(&self) -> Result<JohansenResult, Error> {
        let result = self.compute()?;
        let size = TraceSize::of(self, &result);
        Ok(result.with_size(size))
    }

    /// The same test of other series.
    pub(super) fn on_others<'b>(&self, series: &[&'b Series]) -> Johansen<'b>
    where
        'a: 'b,
    {
        Johansen { series: series.to_vec(), terms: self.terms.clone(), lags: self.lags, min_df: self.min_df }
    }

    /// Everything that the test depends on beside its series.
    pub(super) fn described(&self) -> String {
        format!("{:?}, {:?}, {}", self.terms, self.lags, self.min_df)
    }

    /// The test without the simulation that a short sample carries.
    pub(crate) fn compute(&self) -> Result<JohansenResult, Error> {
        let series = self.aligned()?;
        let (lags, chosen_by) = self.settle(&series)?;
        if lags == 0 {
            return Err(Error::new(ErrorKind::Argument, "a vector autoregression in levels has at least one lag")
                .remedy("give lags of the levels: one more than there are lagged differences"));
        }
        let length = series[0].len();
        if length <= lags.saturating_add(1) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{lags} lags of the levels need more observations than {lags} + 1, found {length}"),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let system = System::new(&series, &self.terms, lags)?;
        system.refuse_short(length)?;
        let (settings, notes) = (self.settings(lags, chosen_by), self.notes());
        let result = JohansenResult::new(Arc::new(system), self.terms.case, settings, notes, self.min_df);
        // The columns that an identity between series makes collinear are many; the identity itself is clearer.
        result.map_err(|error| match error.kind() {
            ErrorKind::Collinear => identity(&series).unwrap_or(error),
            _ => error,
        })
    }

    /// The series on the periods they share.
    fn aligned(&self) -> Result<Vec<Series>, Error> {
        if self.series.len() < 2 {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("Johansen's test needs two series or more, found {}", self.series.len()),
            )
            .remedy("test a single series for a unit root instead"));
        }
        let all = || self.series.iter().chain(&self.terms.exogenous);
        for (i, series) in all().enumerate() {
            if all().take(i).any(|other| other.name() == series.name()) {
                return Err(Error::new(ErrorKind::Name, format!("`{}` stands twice in the test", series.name()))
                    .remedy("give each series once; rename one if two different ones share a name"));
            }
        }
        let aligned = align(&self.series)?;
        for series in &aligned {
            let values = series.values();
            if values.iter().all(|value| *value == values[0]) {
                return Err(Error::new(
                    ErrorKind::Constant,
                    format!("`{}` does not vary: it is {} in {}", series.name(), values[0], series.sample()),
                )
                .remedy("a series that does not vary has no long-run relation to test"));
            }
        }
        Ok(aligned)
    }

    /// K, and who chose it.
    fn settle(&self, series: &[Series]) -> Result<(usize, String), Error> {
        let (criterion, asked) = match self.lags {
            Lags::Given(lags) => return Ok((lags, "user".into())),
            Lags::Chosen(criterion, longest) => (criterion, longest),
        };
        let length = series[0].len();
        let deterministic = |skip: usize| -> Result<Vec<Vec<f64>>, Error> {
            let unrestricted = self.terms.unrestricted(series[0].start(), skip, length)?;
            Ok(unrestricted.into_iter().chain(self.terms.restricted(skip, length)).map(|(_, values)| values).collect())
        };
        let width = self.terms.count(&series[0]);
        let coefficients = |lags: usize| lags.saturating_mul(series.len()).saturating_add(width);
        // At most a third of the rows are spent on coefficients.
        let roomy = (1..=8).take_while(|lags| 3 * coefficients(*lags) <= length.saturating_sub(*lags)).count();
        let longest = asked.unwrap_or(roomy.max(1));
        if longest == 0 {
            return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
                .remedy("let the criterion choose from at least one lag"));
        }
        let needed = coefficients(longest).saturating_add(longest).saturating_add(series.len() + 1);
        if length < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("choosing among 1 to {longest} lags needs {needed} observations, found {length}"),
            )
            .remedy("let the criterion choose among fewer lags, or give a longer sample"));
        }
        let deterministic = deterministic(longest)?;
        let fixed: Vec<&[f64]> = deterministic.iter().map(Vec::as_slice).collect();
        let levels: Vec<&[f64]> = series.iter().map(Series::values).collect();
        let values = criteria(criterion, &fixed, &levels, longest);
        let best =
            (0..values.len()).min_by(|a, b| values[*a].total_cmp(&values[*b])).filter(|i| values[*i].is_finite());
        let Some(best) = best else {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("{criterion} cannot choose the lags: the series reproduce one another exactly"),
            )
            .remedy("leave out a series that is a combination of the others"));
        };
        Ok((best + 1, format!("{criterion} of the VAR in levels among 1 to {longest}, {} rows", length - longest)))
    }

    fn settings(&self, lags: usize, chosen_by: String) -> Vec<Setting> {
        let by = if self.terms == Terms::default() { "default" } else { "user" };
        let mut settings = vec![
            Setting::new("lags of the levels", lags.to_string(), chosen_by),
            Setting::new("deterministic terms", self.terms.in_words(), by),
        ];
        if !self.terms.exogenous.is_empty() {
            let names: Vec<&str> = self.terms.exogenous.iter().map(|series| series.name()).collect();
            settings.push(Setting::new("exogenous", names.join(", "), "user"));
        }
        settings
    }

    fn notes(&self) -> Vec<crate::Note> {
        let mut notes = Vec::new();
        if !self.terms.indicators.is_empty() {
            notes.push(crate::Note::new(
                "Dummies for dates change the law of the rank tests; p-values and critical values are those without \
                 dummies. A break inside the long-run relations (Johansen, Mosconi and Nielsen, 2000) is not modelled.",
            ));
        }
        if !self.terms.exogenous.is_empty() {
            notes.push(crate::Note::new(
                "The law of the rank tests is that without exogenous series, and holds beside stationary ones only.",
            ));
        }
        notes
    }
}

/// The error for series of which one is a linear combination of the others and a constant, if they are such.
fn identity(series: &[Series]) -> Option<Error> {
    let constant = vec![1.0; series[0].len()];
    let columns: Vec<&[f64]> = [constant.as_slice()].into_iter().chain(series.iter().map(Series::values)).collect();
    let name = |column: usize| column.checked_sub(1).map_or("(Intercept)", |i| series[i].name()).to_owned();
    let value = |column: usize| (column == 0).then_some(1.0);
    refuse_collinear(&Reduction::of_columns(&columns), columns.len(), name, value).err()
}
