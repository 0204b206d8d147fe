//! The tests that take part.

use crate::unit_root::{Adf, DfGls, ErsPointOptimal, Kpss, Lags, PhillipsPerron, SchmidtPhillips, Terms};
use crate::{Error, HypothesisTest, Series, TestReport};

/// What a test takes for true until the data speak against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Null {
    /// The series has a unit root.
    UnitRoot,
    /// The series is stationary around its deterministic terms.
    Stationarity,
}

/// What every test is run with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Options {
    /// The deterministic terms of the series at hand.
    pub terms: Terms,
    /// Those of the levels.
    pub trend: Terms,
    /// Lags for all, or each test's own rule.
    pub lags: Option<Lags>,
    /// The fewest residual degrees of freedom.
    pub min_df: usize,
}

/// One test.
pub(super) struct Member {
    /// Its name in tables and sentences.
    pub name: &'static str,
    /// Its null hypothesis.
    pub null: Null,
    /// Runs it; `None` if it does not exist with these terms.
    pub run: fn(&Series, Options) -> Option<Result<TestReport, Error>>,
}

/// The tests, in the order of their columns and sentences.
pub(super) const PANEL: [Member; 6] = [
    Member { name: "ADF", null: Null::UnitRoot, run: adf },
    Member { name: "Phillips–Perron", null: Null::UnitRoot, run: phillips_perron },
    Member { name: "DF-GLS", null: Null::UnitRoot, run: df_gls },
    Member { name: "ERS P_T", null: Null::UnitRoot, run: ers },
    Member { name: "Schmidt–Phillips", null: Null::UnitRoot, run: schmidt_phillips },
    Member { name: "KPSS", null: Null::Stationarity, run: kpss },
];

fn adf(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = Adf::of(series).terms(options.terms).min_df(options.min_df);
    let test = if let Some(lags) = options.lags { test.lags(lags) } else { test };
    Some(test.run().map(|result| result.report()))
}

/// Its bandwidth is its own rule's: it is not a number of lagged differences.
fn phillips_perron(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = PhillipsPerron::of(series).terms(options.terms).min_df(options.min_df);
    Some(test.run().map(|result| result.report()))
}

fn df_gls(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = DfGls::of(series).terms(options.terms).min_df(options.min_df);
    let test = if let Some(lags) = options.lags { test.lags(lags) } else { test };
    Some(test.run().map(|result| result.report()))
}

fn ers(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = ErsPointOptimal::of(series).terms(options.terms).min_df(options.min_df);
    let test = if let Some(lags) = options.lags { test.lags(lags) } else { test };
    Some(test.run().map(|result| result.report()))
}

/// Its trend cannot be left out, only be more than is needed: in differences.
fn schmidt_phillips(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = SchmidtPhillips::of(series).min_df(options.min_df);
    (options.trend == Terms::Trend).then(|| test.run().map(|result| result.report()))
}

/// As Phillips and Perron's, with a bandwidth of its own.
fn kpss(series: &Series, options: Options) -> Option<Result<TestReport, Error>> {
    let test = Kpss::of(series).terms(options.terms).min_df(options.min_df);
    Some(test.run().map(|result| result.report()))
}
