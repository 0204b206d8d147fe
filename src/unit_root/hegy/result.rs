//! What came of the test for seasonal unit roots.

use super::simulation::Simulated;
use super::statistics::Statistics;
use super::{Hegy, Regression, Roots, SeasonalLaw, SeasonalTerms};
use crate::dist::hegy::{critical_value, p_value};
use crate::hypothesis::{CriticalValue, NullDistribution, PValue, Setting, test_table};
use crate::regression::Fit;
use crate::table::{NumberFormat, Table, shows_itself};
use crate::unit_root::LagOrder;
use crate::{Frequency, HypothesisTest, Outcome, TestReport};

/// What came of the test for seasonal unit roots.
#[derive(Debug, Clone)]
pub struct HegyResult {
    statistics: Statistics,
    terms: SeasonalTerms,
    order: LagOrder,
    fit: Fit,
    reports: Vec<TestReport>,
}

/// One of the questions: its name, the roots, and where its statistic is.
struct Question {
    convention: &'static str,
    roots: Roots,
    /// What the null says the series has, and what the alternative says it is.
    has: String,
    is: String,
    statistic: Box<dyn Fn(&Statistics) -> f64>,
}

/// The conventions of the pairs.
const PAIRS: [&str; 5] = ["F3:4", "F5:6", "F7:8", "F9:10", "F11:12"];

/// Levels at which critical values are given.
const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// The headline first.
fn questions(frequency: Frequency) -> Vec<Question> {
    let per_year = frequency.per_year();
    let periods = match frequency {
        Frequency::Monthly => "months",
        Frequency::Quarterly => "quarters",
        Frequency::HalfYearly | Frequency::Annual => "half-years",
    };
    let cycle = |length: f64| format!("{} {periods}", NumberFormat::Significant(2).format(length));
    let question = |convention, roots, has: String, is: String, statistic: Box<dyn Fn(&Statistics) -> f64>| Question {
        convention,
        roots,
        has,
        is,
        statistic,
    };
    let single = |convention, roots, at: String, i: usize| {
        let (has, is) = (format!("has a unit root at {at}"), format!("is stationary at {at}"));
        question(convention, roots, has, is, Box::new(move |s: &Statistics| s.t[i]))
    };
    let zero = single("t1", Roots::Zero, "the zero frequency".into(), 0);
    let pi = single("t2", Roots::Pi, format!("cycles of {}", cycle(2.0)), 1);
    let (seasonal, all) = match frequency {
        Frequency::Monthly => ("F2:12", "F1:12"),
        Frequency::Quarterly => ("F2:4", "F1:4"),
        Frequency::HalfYearly | Frequency::Annual => ("F2:2", "F1:2"),
    };
    let pairs = (1..per_year / 2).zip(PAIRS).map(|(pair, convention)| {
        let at = format!("cycles of {}", cycle(per_year as f64 / pair as f64));
        let (has, is) = (format!("has a pair of unit roots at {at}"), format!("is stationary at {at}"));
        question(convention, Roots::Pair, has, is, Box::new(move |s: &Statistics| s.pairs[pair - 1]))
    });
    let seasonal = question(
        seasonal,
        Roots::AllSeasonal,
        "has unit roots at all seasonal frequencies".into(),
        "is stationary at a seasonal frequency at least".into(),
        Box::new(|s: &Statistics| s.seasonal),
    );
    let all = question(
        all,
        Roots::All,
        "has unit roots at all frequencies, zero and seasonal".into(),
        "is stationary at a frequency at least".into(),
        Box::new(|s: &Statistics| s.all),
    );
    // Half-yearly data have one seasonal root, so that the joint F would be the square of its t.
    let first = if frequency == Frequency::HalfYearly { vec![pi, zero] } else { vec![seasonal, zero, pi] };
    first.into_iter().chain(pairs).chain([all]).collect()
}

impl HegyResult {
    pub(super) fn new(test: &Hegy<'_>, statistics: Statistics, order: LagOrder, fit: Fit) -> Self {
        let mut result = Self { statistics, terms: test.terms, order, fit, reports: Vec::new() };
        result.reports = result.describe(test);
        result
    }

    fn describe(&self, test: &Hegy<'_>) -> Vec<TestReport> {
        let frequency = test.series.frequency();
        let per_year = frequency.per_year();
        let identified = self.fit.df_resid() >= test.min_df;
        let simulated = match test.law {
            SeasonalLaw::Drawn { draws, seed } if identified => {
                let shape = (test.series.len(), per_year, test.part());
                Some(Simulated::draw((draws, seed), shape, self.terms, self.order.lags))
            }
            _ => None,
        };
        let (terms, lags, df_resid) = (self.terms, self.order.lags, self.fit.df_resid());
        let regression = Regression { terms, lags, per_year, df_resid };
        let (settings, notes) = (self.settings(test), self.fit.notes());
        let report = |question: Question| {
            let statistic = (question.statistic)(&self.statistics);
            let judged = match &simulated {
                Some(simulated) => {
                    let (p, critical) = simulated.judge(statistic, question.roots, question.statistic, LEVELS);
                    Some((PValue::Approximate(p), critical))
                }
                None => p_value(statistic, question.roots, regression)
                    .map(|p| (p.into(), LEVELS.map(|level| critical_value(level, question.roots, regression)))),
            };
            let (outcome, critical) = match judged.filter(|_| identified) {
                Some((p, critical)) => {
                    let symbol = if question.roots.is_t() { "t" } else { "F" };
                    let distribution = NullDistribution::NonStandard("hegy", "HEGY");
                    (Outcome::Computed { symbol, statistic, distribution, p }, critical)
                }
                None => (Outcome::NotApplicable { because: self.too_few(test.min_df) }, [None; 3]),
            };
            let pairs = LEVELS.into_iter().zip(critical);
            TestReport {
                test: "hegy",
                convention: question.convention,
                null: format!("{} {}", test.series.name(), question.has),
                alternative: format!("{} {}", test.series.name(), question.is),
                outcome,
                critical_values: pairs
                    .filter_map(|(level, value)| Some(CriticalValue { level, value: value? }))
                    .collect(),
                sample: self.fit.sample(),
                settings: settings.clone(),
                notes: notes.clone(),
            }
        };
        let mut reports: Vec<TestReport> = questions(frequency).into_iter().map(report).collect();
        // What holds for all is said once.
        reports.iter_mut().skip(1).for_each(|report| report.notes.clear());
        reports
    }

    fn settings(&self, test: &Hegy<'_>) -> Vec<Setting> {
        let law = match test.law {
            SeasonalLaw::Drawn { draws, seed } => format!("{draws} draws at this n, seed {seed}"),
            SeasonalLaw::Surfaces => "response surfaces of Díaz-Emparanza (2014)".into(),
        };
        let who = if test.law == SeasonalLaw::default() { "default" } else { "user" };
        let terms = Setting::new("deterministic terms", self.terms.to_string(), "user");
        vec![self.order.setting(), terms, Setting::new("law", law, who)]
    }

    fn too_few(&self, min_df: usize) -> String {
        format!(
            "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {min_df}",
            self.fit.nobs(),
            self.fit.nterms(),
            self.fit.df_resid()
        )
    }

    /// t of π₁, the zero frequency.
    pub fn t_zero(&self) -> f64 {
        self.statistics.t[0]
    }

    /// t of π₂, cycles of two periods.
    pub fn t_pi(&self) -> f64 {
        self.statistics.t[1]
    }

    /// F of each pair of complex roots, the longest cycle first: one in quarterly, five in monthly data.
    pub fn f_pairs(&self) -> &[f64] {
        &self.statistics.pairs
    }

    /// F of all seasonal roots, π₂ to the last.
    pub fn f_seasonal(&self) -> f64 {
        self.statistics.seasonal
    }

    /// F of all roots, π₁ to the last.
    pub fn f_all(&self) -> f64 {
        self.statistics.all
    }

    /// The deterministic terms allowed.
    pub fn terms(&self) -> SeasonalTerms {
        self.terms
    }

    /// The number of lagged seasonal differences, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// The test regression.
    pub fn regression(&self) -> &Fit {
        &self.fit
    }

    /// Every null; the first, on the seasonal roots, is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every null, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

/// The headline.
impl HypothesisTest for HegyResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(HegyResult => table);
