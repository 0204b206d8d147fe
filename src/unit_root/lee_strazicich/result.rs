//! What came of Lee and Strazicich's test.

use super::{LeeStrazicich, LmModel};
use crate::breaks::BreakDate;
use crate::dist::lee_strazicich as law;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, test_table};
use crate::regression::Fit;
use crate::table::{Table, shows_itself};
use crate::unit_root::LagOrder;
use crate::{Error, ErrorKind, HypothesisTest, Outcome, TestReport};

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
        let level = &fit.tidy()[test.deterministic()];
        let (statistic, coefficient) = (level.statistic, level.estimate);
        if !statistic.is_finite() {
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
            settings.push(Setting::new(format!("last before the {which}"), date.last_before.to_string(), &chosen_by));
            settings.push(Setting::new(format!("first after the {which}"), date.first_after.to_string(), chosen_by));
        }
        settings.push(self.order.setting());
        settings.push(Setting::new(format!("{plural} in"), model.to_string(), "user"));
        let who = if test.trim == 0.10 { "default" } else { "user" };
        settings.push(Setting::new("trim", test.trim.to_string(), who));
        let mut report = TestReport {
            test: "lee-strazicich",
            convention: "published",
            null: format!("{name} has a unit root, with {verb} in its {}", drift(model)),
            alternative: format!("{name} is stationary around a trend with {verb} in its {model}"),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: self.fit.sample(),
            settings,
            notes: self.fit.notes(),
        };
        if self.fit.df_resid() < test.min_df {
            let because = format!(
                "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {}",
                self.fit.nobs(),
                self.fit.nterms(),
                self.fit.df_resid(),
                test.min_df
            );
            return TestReport { outcome: Outcome::NotApplicable { because }, ..report };
        }
        if let (Some(values), Some(p)) =
            (law::critical_values(model, &self.shares), law::p_value(self.statistic, model, &self.shares))
        {
            let pairs = law::LEVELS.into_iter().zip(values);
            report.critical_values = pairs.map(|(level, value)| CriticalValue { level, value }).collect();
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

    /// The one convention: the authors' critical values.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The result as a row.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

/// What changes in the level and the drift of a unit root.
fn drift(model: LmModel) -> &'static str {
    match model {
        LmModel::Crash => "level",
        LmModel::TrendBreak => "level and drift",
    }
}

/// The headline.
impl HypothesisTest for LeeStrazicichResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(LeeStrazicichResult => table);
