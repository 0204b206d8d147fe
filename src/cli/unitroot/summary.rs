//! The order of integration by several tests together.

use serde::Serialize;
use yalu::table::Relation;
use yalu::unit_root::OrderResult;
use yalu::unit_root::order::{Finding, Null, Order, OrderTest, Power, SeriesOrder};
use yalu::{PValue, Sample};

use crate::cli::answer::Answer;

/// The table of all tests, then the verdicts in words; for a machine a summary of each series.
pub fn answer(result: &OrderResult, level: f64, answer: Answer) -> anyhow::Result<Answer> {
    let mut answer = answer.table(result.table_at(level)?);
    for verdict in result.verdicts(level)? {
        answer = answer.words(verdict);
    }
    let d = result.toda_yamamoto_d(level);
    for series in result.series() {
        answer = answer.result(&SeriesSummary::of(series, result.power(series.sample().n), d, level))?;
    }
    Ok(answer)
}

/// One series for a machine.
#[derive(Serialize)]
struct SeriesSummary<'a> {
    summary: &'static str,
    series: &'a str,
    lowest: Option<usize>,
    highest: Option<usize>,
    level: f64,
    toda_yamamoto_d: Option<usize>,
    sample: Sample,
    tests: Vec<TestSummary>,
    /// How often each test rejects in simulated series as short; empty from 25 observations on.
    rejections: Vec<Rejections>,
}

#[derive(Serialize)]
struct Rejections {
    test: &'static str,
    on_unit_roots: f64,
    on_stationary: f64,
    replications: usize,
}

#[derive(Serialize)]
struct TestSummary {
    test: &'static str,
    differences: usize,
    deterministic_terms: String,
    null: &'static str,
    statistic: Option<f64>,
    p_value: Option<f64>,
    p_relation: Option<&'static str>,
    finding: &'static str,
    settings: Vec<yalu::hypothesis::Setting>,
    because: Option<String>,
}

impl<'a> SeriesSummary<'a> {
    fn of(series: &'a SeriesOrder, power: &[Power], toda_yamamoto_d: Option<usize>, level: f64) -> Self {
        let (lowest, highest) = match series.order(level) {
            Order::Agreed(order) => (Some(order), Some(order)),
            Order::Disagreed { lowest, highest } => (Some(lowest), Some(highest)),
            Order::Undecided => (None, None),
        };
        let tests = series.tests().iter().map(|test| TestSummary::of(test, level)).collect();
        let (summary, sample) = ("order-of-integration", series.sample());
        let rejections = power.iter().map(|power| {
            let (walks, stationary) = (power.on_unit_roots(level), power.on_stationary(level));
            Rejections {
                test: power.name(),
                on_unit_roots: walks.value(),
                on_stationary: stationary.value(),
                replications: walks.replications,
            }
        });
        Self {
            summary,
            series: series.name(),
            lowest,
            highest,
            level,
            toda_yamamoto_d,
            sample,
            tests,
            rejections: rejections.collect(),
        }
    }
}

impl TestSummary {
    fn of(test: &OrderTest, level: f64) -> Self {
        let report = test.report();
        let p = report.and_then(|report| report.p());
        Self {
            test: test.name(),
            differences: test.differences(),
            deterministic_terms: test.terms().to_string(),
            null: match test.null() {
                Null::UnitRoot => "unit root",
                Null::Stationarity => "stationarity",
            },
            statistic: report.and_then(|report| report.statistic()),
            p_value: p.map(PValue::value),
            p_relation: p.and_then(PValue::relation).map(Relation::sign),
            finding: match test.finding(level) {
                Finding::Rejected => "rejected",
                Finding::NotRejected => "not rejected",
                Finding::Silent => "not identified",
            },
            settings: report.map_or_else(Vec::new, |report| report.settings.clone()),
            because: test.because(),
        }
    }
}
