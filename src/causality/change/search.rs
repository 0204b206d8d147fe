//! A change in causality at a date that is not known.

use super::super::aligned::Aligned;
use super::super::equation::Roles;
use super::super::robust;
use super::super::setters::model_setters;
use super::super::spec::Spec;
use super::super::test::Direction;
use super::super::words::{check_level, lags as lags_in_words};
use crate::breaks::SupF;
use crate::breaks::sup_f::SupFResult;
use crate::hypothesis::test_table;
use crate::regression::Covariance;
use crate::table::{Table, shows_itself};
use crate::{Error, ErrorKind, Note, Series, TestReport};

/// A search for the date at which causality changes: the [sup of the interaction's F](crate::breaks::sup_f) over dates, whose
/// p-value knows that the date was searched for.
///
/// The cause's coefficients may change, the others may not: so a change of theirs can be taken for one of the cause's. Where
/// they are in doubt, search in the whole equation by [`SupF`] first.
///
/// ```
/// use yalu::causality::CausalityChange;
/// use yalu::resampling::Streams;
/// use yalu::{HypothesisTest, Period, Series};
/// let mut stream = Streams::new(1).replication(0);
/// let x: Vec<f64> = (0..200).map(|_| stream.standard_normal()).collect();
/// let y = (0..200).map(|t| stream.standard_normal() + if t >= 100 { 0.8 * x[t - 1] } else { 0.0 }).collect();
/// let start: Period = "2000-01".parse()?;
/// let (x, y) = (Series::new("x", start, x)?, Series::new("y", start, y)?);
/// let search = CausalityChange::cause(&x).effect(&y).at_unknown_date().lags(1).run()?;
/// assert_eq!(search.forward().report().rejects(0.01), Some(true));
/// assert_eq!(search.backward().report().rejects(0.05), Some(false));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct CausalitySearch<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
    trim: f64,
    covariance: Covariance,
}

impl CausalitySearch<'_> {
    /// The share of the rows that each regime must have; 0.15 unless set.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    /// The covariance of the coefficients; classical unless set.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// Searches in both directions.
    ///
    /// # Errors
    /// As [`Granger::run`](crate::causality::Granger::run) and [`SupF::run`]; if more than one number of lags is given.
    pub fn run(&self) -> Result<CausalitySearchResult, Error> {
        let spec = &self.spec;
        let aligned = Aligned::align(self.cause, self.effect, &spec.given, &spec.exogenous, spec.accept_constructed)?;
        let (orders, chosen_by) = spec.orders(&aligned)?;
        let lags = *orders.start();
        if lags != *orders.end() {
            return Err(Error::new(ErrorKind::Argument, "a change is searched for with one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        let roles = Roles::of(spec, lags);
        let (x, y) = (aligned.cause(), aligned.effect());
        let search = |cause: &Series, effect: &Series| {
            let design = robust::design(spec, &aligned, Direction { cause, effect }, &roles)?;
            let tested = roles.tested.lags().iter().map(|lag| format!("lag({}, {lag})", cause.name()));
            let search = SupF::of(&design).changing(tested).trim(self.trim).min_df(spec.min_df);
            search.covariance(self.covariance).run()
        };
        let found = [search(x, y)?, search(y, x)?];
        let reports = [[x, y], [y, x]].into_iter().zip(&found).flat_map(|([cause, effect], found)| {
            let settings = spec.settings(&aligned, lags, &chosen_by);
            let (cause, effect) = (cause.name(), effect.name());
            found.reports().iter().map(move |report| TestReport {
                test: "causality-change",
                null: format!("{cause} → {effect} is the same throughout: no coefficient of its lags changes"),
                alternative: format!("{cause} → {effect} changes at a date that is not known"),
                settings: settings.iter().chain(&report.settings).cloned().collect(),
                ..report.clone()
            })
        });
        let reports: Vec<TestReport> = reports.collect();
        let names = [x.name().to_owned(), y.name().to_owned()];
        Ok(CausalitySearchResult { names, found, reports, lags, notes: aligned.notes })
    }
}

impl<'a> CausalitySearch<'a> {
    pub(super) fn of(cause: &'a Series, effect: &'a Series) -> Self {
        Self { cause, effect, spec: Spec::new(), trim: 0.15, covariance: Covariance::Classical }
    }

    model_setters!();
}

/// The date in each direction, and whether a change there is more than chance.
#[derive(Debug, Clone)]
pub struct CausalitySearchResult {
    names: [String; 2],
    found: [SupFResult; 2],
    reports: Vec<TestReport>,
    lags: usize,
    notes: Vec<Note>,
}

impl CausalitySearchResult {
    /// The direction asked for.
    pub fn forward(&self) -> &SupFResult {
        &self.found[0]
    }

    /// The other one.
    pub fn backward(&self) -> &SupFResult {
        &self.found[1]
    }

    /// Sup, average and exponential average of both directions.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// What must be said of the series.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The date of each direction, and what the supremum says of it.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let [x, y] = &self.names;
        let one = |cause: &str, effect: &str, found: &SupFResult| {
            format!("{cause} → {effect}, {}: {}", lags_in_words(self.lags), found.in_words(level))
        };
        Ok(format!(
            "{} {} Other coefficients are held equal: a change of theirs can look like one of causality.",
            one(x, y, &self.found[0]),
            one(y, x, &self.found[1])
        ))
    }

    /// Both directions, a row for each statistic.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

shows_itself!(CausalitySearchResult => table);
