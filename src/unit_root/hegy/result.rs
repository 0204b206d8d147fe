//! What came of the test for seasonal unit roots.

use super::questions::{Question, questions};
use super::simulation::Simulated;
use super::statistics::Statistics;
use super::{Hegy, Regression, SeasonalLaw, SeasonalTerms};
use crate::dist::hegy::{critical_value, p_value};
use crate::hypothesis::{CriticalValue, NullDistribution, PValue, Setting, reports_itself};
use crate::regression::Fit;
use crate::unit_root::LagOrder;
use crate::unit_root::test_regression::{not_identified, notes};
use crate::{Outcome, TestReport};

/// What came of the test for seasonal unit roots.
#[derive(Debug, Clone)]
pub struct HegyResult {
    statistics: Statistics,
    terms: SeasonalTerms,
    order: LagOrder,
    fit: Fit,
    reports: Vec<TestReport>,
}

/// Levels at which critical values are given.
const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

impl HegyResult {
    pub(super) fn new(test: &Hegy<'_>, statistics: Statistics, order: LagOrder, fit: Fit) -> Self {
        let mut result = Self { statistics, terms: test.terms, order, fit, reports: Vec::new() };
        result.reports = result.describe(test);
        result
    }

    fn describe(&self, test: &Hegy<'_>) -> Vec<TestReport> {
        let unidentified = not_identified(&self.fit, test.min_df);
        let drawn = match test.law {
            SeasonalLaw::Drawn { draws, seed } if unidentified.is_none() => Some(self.draw(test, draws, seed)),
            _ => None,
        };
        let report = |(i, question): (usize, Question)| {
            let statistic = (question.statistic)(&self.statistics);
            let (outcome, critical) = match (&unidentified, self.judge(test, &question, drawn.as_ref())) {
                (None, Some((p, critical))) => {
                    let symbol = if question.roots.is_t() { "t" } else { "F" };
                    let distribution = NullDistribution::NonStandard("hegy", "HEGY");
                    (Outcome::Computed { symbol, statistic, distribution, p }, critical)
                }
                (Some(outcome), _) => (outcome.clone(), [None; 3]),
                (None, None) => {
                    (Outcome::NotApplicable { because: "the law of the statistic is not known".into() }, [None; 3])
                }
            };
            let critical = LEVELS.into_iter().zip(critical);
            TestReport {
                test: "hegy",
                convention: question.convention,
                null: format!("{} {}", test.series.name(), question.has),
                alternative: format!("{} {}", test.series.name(), question.is),
                outcome,
                critical_values: critical.filter_map(|(level, at)| Some(CriticalValue { level, value: at? })).collect(),
                sample: self.fit.sample(),
                settings: self.settings(test),
                // What holds for all is said once.
                notes: if i == 0 { notes(&self.fit, test.series, self.t_zero()) } else { Vec::new() },
            }
        };
        questions(test.series.frequency()).into_iter().enumerate().map(report).collect()
    }

    fn draw(&self, test: &Hegy<'_>, draws: usize, seed: u64) -> Simulated {
        let shape = (test.series.len(), test.series.frequency().per_year(), test.part());
        Simulated::draw((draws, seed), shape, self.terms, self.order.lags)
    }

    /// The p-value and the critical values, by the draws or, without them, by the surfaces.
    fn judge(
        &self,
        test: &Hegy<'_>,
        question: &Question,
        drawn: Option<&Simulated>,
    ) -> Option<(PValue, [Option<f64>; 3])> {
        let (statistic, roots) = ((question.statistic)(&self.statistics), question.roots);
        if let Some(drawn) = drawn {
            let (p, critical) = drawn.judge(statistic, roots, &question.statistic, LEVELS);
            return Some((PValue::Approximate(p), critical));
        }
        let (terms, lags, df_resid) = (self.terms, self.order.lags, self.fit.df_resid());
        let regression = Regression { terms, lags, per_year: test.series.frequency().per_year(), df_resid };
        let p = p_value(statistic, roots, regression)?;
        Some((p.into(), LEVELS.map(|level| critical_value(level, roots, regression))))
    }

    fn settings(&self, test: &Hegy<'_>) -> Vec<Setting> {
        let law = match test.law {
            SeasonalLaw::Drawn { draws, seed } => format!("{draws} draws at this n, seed {seed}"),
            SeasonalLaw::Surfaces => "response surfaces of Díaz-Emparanza (2014)".into(),
        };
        let who = if test.law == SeasonalLaw::default() { "default" } else { "user" };
        let terms = Setting::or_default("deterministic terms", self.terms, SeasonalTerms::default());
        vec![self.order.setting(), terms, Setting::new("law", law, who)]
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
}

reports_itself!(HegyResult {
    /// Every null; the first, on the seasonal roots, is the headline.
});
