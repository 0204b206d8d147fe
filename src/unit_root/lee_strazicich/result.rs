//! What came of Lee and Strazicich's test.

use super::{LeeStrazicich, LmModel};
use crate::breaks::BreakDate;
use crate::dist::lee_strazicich as law;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::regression::Fit;
use crate::unit_root::LagOrder;
use crate::unit_root::core::Level;
use crate::unit_root::test_regression::{between, not_identified, notes};
use crate::unit_root::words;
use crate::{Error, ErrorKind, Note, Outcome, TestReport};

/// Shares of rejections in own draws, 1,000 for one break (standard error 1 %) and 100 for two (4 %).
const CHOSEN_LAGS: &str = "The critical values are for no lags. With lags chosen at every date a true null is rejected \
                           more often: in random walks of 100, at a nominal 5 %, by one break 10 % (level) or 14 % \
                           (level and slope) of the time, by two breaks about 12 % or 19 %.";

/// What came of Lee and Strazicich's test.
#[derive(Debug, Clone)]
pub struct LeeStrazicichResult {
    statistic: f64,
    coefficient: f64,
    model: LmModel,
    dates: Vec<BreakDate>,
    shares: Vec<f64>,
    order: LagOrder,
    fit: Fit,
    reports: Vec<TestReport>,
}

impl LeeStrazicichResult {
    pub(super) fn new(
        test: &LeeStrazicich<'_>,
        dates: &[usize],
        tried: usize,
        order: LagOrder,
        fit: Fit,
    ) -> Result<Self, Error> {
        let series = test.series;
        let level = Level::of(&fit, test.deterministic());
        let (statistic, coefficient) = (level.statistic, level.estimate);
        if !statistic.is_finite() {
            // Dummies that leave hardly a degree of freedom fit anything.
            if let Some(because) = words::not_identified(fit.nobs(), fit.nterms(), test.min_df) {
                return Err(Error::new(
                    ErrorKind::Sample,
                    format!("Lee–Strazicich on `{}` is {because}", series.name()),
                )
                .remedy("use fewer lags, one break or a longer sample"));
            }
            return Err(Error::new(ErrorKind::Collinear, format!("a broken trend fits `{}` exactly", series.name()))
                .remedy("a series without a random part has no unit root to test"));
        }
        let shares = dates.iter().map(|date| *date as f64 / series.len() as f64).collect();
        let dates: Vec<BreakDate> = dates.iter().map(|date| test.break_after(*date)).collect();
        let mut result =
            Self { statistic, coefficient, model: test.model, dates, shares, order, fit, reports: Vec::new() };
        result.reports.push(result.describe(test, tried));
        Ok(result)
    }

    fn describe(&self, test: &LeeStrazicich<'_>, tried: usize) -> TestReport {
        let (name, model) = (test.series.name(), self.model);
        let (plural, verb) = if self.dates.len() == 1 { ("break", "a break") } else { ("breaks", "two breaks") };
        let mut settings = Vec::new();
        for (i, date) in self.dates.iter().enumerate() {
            let which = if self.dates.len() == 1 { "break" } else { ["first break", "second break"][i] };
            let chosen_by = format!("smallest t of {tried} choices");
            settings.push(Setting::new(format!("{which} between"), between(*date), chosen_by));
        }
        settings.push(self.order.setting());
        settings.push(Setting::or_default(format!("{plural} in"), model, LmModel::default()));
        settings.push(Setting::or_default("trim", test.trim, 0.10));
        let mut report = TestReport {
            test: "lee-strazicich",
            convention: "published",
            null: format!("{name} has a unit root, with {verb} in its {}", drift(model)),
            alternative: format!("{name} is stationary around a trend with {verb} in its {model}"),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: self.fit.sample(),
            settings,
            notes: notes(&self.fit, test.series, self.coefficient),
        };
        if let Some(outcome) = not_identified(&self.fit, test.min_df) {
            return TestReport { outcome, ..report };
        }
        if let (Some(values), Some(p)) =
            (law::critical_values(model, &self.shares), law::p_value(self.statistic, model, &self.shares))
        {
            let pairs = law::LEVELS.into_iter().zip(values);
            report.critical_values = pairs.map(|(level, value)| CriticalValue { level, value }).collect();
            if !self.order.candidates.is_empty() {
                report.notes.push(Note::new(CHOSEN_LAGS));
            }
            report.outcome = Outcome::Computed {
                symbol: "smallest LM t",
                statistic: self.statistic,
                distribution: NullDistribution::NonStandard("lee-strazicich", "Lee–Strazicich"),
                p: p.into(),
            };
        }
        report
    }

    /// The smallest t statistic of φ.
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// φ at the dates of the smallest t.
    pub fn coefficient(&self) -> f64 {
        self.coefficient
    }

    /// What changes at the breaks.
    pub fn model(&self) -> LmModel {
        self.model
    }

    /// The dates of the smallest t, one or two.
    pub fn break_dates(&self) -> &[BreakDate] {
        &self.dates
    }

    /// λ: the share of the observations before each break.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The number of lagged differences at those dates, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// The test regression at those dates.
    pub fn regression(&self) -> &Fit {
        &self.fit
    }
}

/// What changes in the level and the drift of a unit root.
fn drift(model: LmModel) -> &'static str {
    match model {
        LmModel::Crash => "level",
        LmModel::TrendBreak => "level and drift",
    }
}

reports_itself!(LeeStrazicichResult {
    /// The one convention: the authors' critical values.
});
