//! One direction's result in the common form.

use super::bootstrap::{Law, critical};
use super::builder::Windows;
use super::paths::{Path, Plan};
use super::result::{TimeVaryingTest, WindowStatistic};
use super::system::Way;
use super::words;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting};
use crate::{Note, Outcome, PValue, Sample, Series, TestReport};

/// The levels of the critical values.
const LEVELS: [f64; 3] = [0.10, 0.05, 0.01];

/// What both directions share.
pub(super) struct Question<'a> {
    /// The two, then the given ones.
    pub series: &'a [Series],
    pub plan: Plan,
    pub lags: usize,
    pub extra: usize,
    pub settings: Vec<Setting>,
    /// What every report must say of the series.
    pub notes: Vec<Note>,
    pub sample: Sample,
}

impl Question<'_> {
    /// The result of one direction.
    pub fn test(&self, way: Way, observed: Path, law: Law) -> TimeVaryingTest {
        let names = [way.cause, way.effect].map(|i| self.series[i].name().to_owned());
        let largest = observed.largest(self.plan.dates());
        let outcome = if largest.is_finite() {
            Outcome::Computed {
                symbol: "max W",
                statistic: largest,
                distribution: NullDistribution::NonStandard("bootstrap-max", "bootstrap law"),
                p: PValue::Approximate(law.p(largest)),
            }
        } else {
            let because = "not identified: in every window the lags are collinear, or reproduce the effect exactly";
            Outcome::NotApplicable { because: because.into() }
        };
        let (null, alternative) = words::hypotheses(&names, &self.series[2..], self.lags, self.extra);
        let report = TestReport {
            test: "time-varying-granger",
            convention: self.convention(),
            null,
            alternative,
            outcome,
            critical_values: CriticalValue::at_levels(&LEVELS, |level| {
                critical(&law.of_all, level).filter(|value| value.is_finite())
            }),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: self.notes(&observed, &law),
        };
        let first_row = self.series[0].start().plus((self.lags + self.extra) as i64);
        let at = |date: usize| WindowStatistic {
            first: first_row.plus(observed.starts[date] as i64),
            last: first_row.plus((date + self.plan.window - 1) as i64),
            statistic: Some(observed.statistics[date]).filter(|statistic| statistic.is_finite()),
        };
        let [cause, effect] = names;
        TimeVaryingTest {
            cause,
            effect,
            windows: self.plan.windows,
            window: self.plan.window,
            path: (0..self.plan.dates()).map(at).collect(),
            largest: law.of_all,
            largest_controlled: law.of_controlled,
            reports: vec![report],
        }
    }

    fn convention(&self) -> &'static str {
        match (self.plan.windows, self.plan.robust) {
            (Windows::Forward, false) => "max-forward",
            (Windows::Forward, true) => "max-forward-hc0",
            (Windows::Rolling, false) => "max-rolling",
            (Windows::Rolling, true) => "max-rolling-hc0",
            (Windows::Recursive, false) => "max-recursive",
            (Windows::Recursive, true) => "max-recursive-hc0",
        }
    }

    fn notes(&self, observed: &Path, law: &Law) -> Vec<Note> {
        let mut notes = self.notes.clone();
        if observed.failed > 0 {
            notes.push(Note::new(format!(
                "{} windows have no statistic: in them the lags are collinear, or reproduce the effect exactly.",
                observed.failed
            )));
        }
        let broken = law.of_all.iter().filter(|value| value.is_infinite()).count();
        if broken > 0 {
            notes.push(Note::new(format!(
                "{broken} drawn samples have no statistic in any window and count as larger than the observed one."
            )));
        }
        notes
    }
}
