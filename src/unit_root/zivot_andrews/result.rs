//! What came of Zivot and Andrews's test.

use super::{BreakIn, ZivotAndrews, scan};
use crate::breaks::BreakDate;
use crate::dist::{Tail, zivot_andrews as law};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting, reports_itself};
use crate::regression::Fit;
use crate::unit_root::LagOrder;
use crate::unit_root::core::Level;
use crate::unit_root::test_regression::{between, not_identified, notes};
use crate::unit_root::words;
use crate::{Error, ErrorKind, Outcome, TestReport};

/// What came of Zivot and Andrews's test.
#[derive(Debug, Clone)]
pub struct ZivotAndrewsResult {
    statistic: f64,
    coefficient: f64,
    model: BreakIn,
    date: BreakDate,
    order: LagOrder,
    fit: Fit,
    path: Vec<(BreakDate, f64)>,
    reports: Vec<TestReport>,
}

impl ZivotAndrewsResult {
    pub(super) fn new(
        test: &ZivotAndrews<'_>,
        date: BreakDate,
        order: LagOrder,
        fit: Fit,
        path: Vec<(BreakDate, f64)>,
    ) -> Result<Self, Error> {
        let level = Level::of(&fit, 2 + scan::width(test.model));
        let (statistic, coefficient) = (level.statistic, level.estimate);
        if !statistic.is_finite() {
            let name = test.series.name();
            if let Some(because) = words::not_identified(fit.nobs(), fit.nterms(), test.min_df) {
                return Err(Error::new(ErrorKind::Sample, format!("Zivot–Andrews on `{name}` is {because}"))
                    .remedy("use fewer lags or a longer sample"));
            }
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("the trend of `{name}`, broken at {date}, fits it exactly"),
            )
            .remedy("a series without a random part has no unit root to test"));
        }
        let mut result =
            Self { statistic, coefficient, model: test.model, date, order, fit, path, reports: Vec::new() };
        result.reports = result.describe(test);
        Ok(result)
    }

    fn describe(&self, test: &ZivotAndrews<'_>) -> Vec<TestReport> {
        let name = test.series.name();
        let template = TestReport {
            test: "zivot-andrews",
            convention: "simulated",
            null: format!("{name} has a unit root and no break"),
            alternative: format!("{name} is stationary around a trend whose {} changes once", self.what_changes()),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: self.fit.sample(),
            settings: vec![
                Setting::new("break between", between(self.date), format!("smallest τ of {} dates", self.path.len())),
                self.order.setting(),
                Setting::or_default("break in", self.model, BreakIn::default()),
                Setting::or_default("trim", test.trim, 0.15),
            ],
            notes: notes(&self.fit, test.series, self.coefficient),
        };
        if let Some(outcome) = not_identified(&self.fit, test.min_df) {
            return vec![TestReport { outcome, ..template }];
        }
        let report = |convention, p: Option<Tail>, critical: fn(BreakIn, f64) -> Option<f64>| {
            Some(TestReport {
                convention,
                outcome: Outcome::Computed {
                    symbol: "smallest τ",
                    statistic: self.statistic,
                    distribution: NullDistribution::NonStandard("zivot-andrews", "Zivot–Andrews"),
                    p: p?.into(),
                },
                critical_values: CriticalValue::at_levels(&law::LEVELS, |level| critical(self.model, level)),
                ..template.clone()
            })
        };
        let (tau, model) = (self.statistic, self.model);
        let simulated = report("simulated", law::p_value(tau, model), law::simulated_critical_value);
        let published = report("published", law::published_p_value(tau, model), law::critical_value);
        simulated.into_iter().chain(published).collect()
    }

    fn what_changes(&self) -> &'static str {
        match self.model {
            BreakIn::Intercept => "level",
            BreakIn::Trend => "slope",
            BreakIn::Both => "level and slope",
        }
    }

    /// The smallest τ.
    pub fn statistic(&self) -> f64 {
        self.statistic
    }

    /// ρ − 1 at the date of the smallest τ.
    pub fn coefficient(&self) -> f64 {
        self.coefficient
    }

    /// What breaks.
    pub fn break_in(&self) -> BreakIn {
        self.model
    }

    /// The date of the smallest τ.
    pub fn break_date(&self) -> BreakDate {
        self.date
    }

    /// The number of lagged differences at that date, and how it was found.
    pub fn lag_order(&self) -> &LagOrder {
        &self.order
    }

    /// The test regression at that date.
    pub fn regression(&self) -> &Fit {
        &self.fit
    }

    /// τ at every date.
    pub fn path(&self) -> &[(BreakDate, f64)] {
        &self.path
    }
}

reports_itself!(ZivotAndrewsResult {
    /// Every convention of the p-value; the first is the headline.
});
