//! One direction with one number of lags, in every convention.

use super::lag_reduction::LagComparison;
use super::panel::Panel;
use super::size::{ConventionSize, World};
use super::small_sample::SmallSample;
use super::spec::{Prepared, Spec, sample_after};
use super::{robust, words};
use crate::hypothesis::Setting;
use crate::{Error, HypothesisTest, Note, Outcome, Sample, Series, TestReport};

/// Whether the lags of one series help to predict another: one direction, one number of lags, every convention.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityTest {
    cause: String,
    effect: String,
    lags: usize,
    extra: usize,
    sample: Sample,
    df_resid: usize,
    /// The headline first.
    reports: Vec<TestReport>,
    small_sample: Option<SmallSample>,
    /// What every report says of the series.
    data_notes: Vec<Note>,
}

impl CausalityTest {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// p: the number of lags tested.
    pub fn lags(&self) -> usize {
        self.lags
    }

    /// d: the lags beyond those, in both models; 0 in Granger's test.
    pub fn extra_lags(&self) -> usize {
        self.extra
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// T less the coefficients of the unrestricted equation; 0 if there are as many or more.
    pub fn df_resid(&self) -> usize {
        self.df_resid
    }

    /// Every convention; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// What every report says of the series themselves: that one is constructed or seasonally adjusted.
    pub(super) fn data_notes(&self) -> &[Note] {
        &self.data_notes
    }

    /// What a simulation says of the test in so small a sample; `None` from 20 rows on.
    pub(super) fn small_sample(&self) -> Option<&SmallSample> {
        self.small_sample.as_ref()
    }

    /// How often a convention rejects a true null at 5 % in simulated samples as small as this one, by the world that
    /// they are drawn from; empty from 20 rows on.
    pub fn simulated_sizes(&self, convention: &str) -> Vec<(World, ConventionSize)> {
        self.small_sample.as_ref().map_or_else(Vec::new, |small| small.sizes(convention))
    }

    /// The report of one convention: `F`, `chi2-wald`, `chi2-ml`, `lr`, or a robust one such as `F-hc3`.
    pub fn convention(&self, name: &str) -> Option<&TestReport> {
        self.reports.iter().find(|report| report.convention == name)
    }

    /// The statistic of one convention, if it was computed.
    pub fn statistic(&self, convention: &str) -> Option<f64> {
        self.convention(convention)?.statistic()
    }

    /// The p-value of one convention, if it was computed.
    pub fn p_value(&self, convention: &str) -> Option<f64> {
        Some(self.convention(convention)?.p()?.value())
    }
}

/// The headline: F under the covariance asked for first, the classical one if none was.
impl HypothesisTest for CausalityTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

/// A direction of a panel: which series is the cause and which the effect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Direction<'a> {
    pub cause: &'a Series,
    pub effect: &'a Series,
}

/// Both directions of a prepared question.
pub(super) fn both_ways(
    spec: &Spec<'_>,
    panel: &Panel,
    prepared: &Prepared,
    lags: usize,
    chosen_by: &str,
) -> Result<[CausalityTest; 2], Error> {
    let [forward, backward] = prepared.reduction.both_ways();
    let settings = spec.settings(panel, lags, chosen_by);
    let identified = forward.df_resid() >= spec.min_df;
    let small_sample = if identified { SmallSample::of(spec, panel, prepared, lags)? } else { None };
    let one = |direction: Direction<'_>, comparison: LagComparison| -> Result<CausalityTest, Error> {
        let outcomes = outcomes(spec, panel, direction, lags, &comparison)?;
        let template = template(spec, panel, direction, lags, prepared.sample, &settings);
        let reports = outcomes
            .into_iter()
            .map(|(convention, outcome, setting)| {
                let mut report = TestReport { convention, outcome, ..template.clone() };
                report.settings.extend(setting);
                report.notes.extend(small_sample.as_ref().map(|sizes| sizes.note(convention)));
                report
            })
            .collect();
        Ok(CausalityTest {
            df_resid: comparison.df_resid(),
            small_sample: small_sample.clone(),
            ..empty(direction, spec, panel, lags, prepared.sample, reports)
        })
    };
    let (first, second) = (panel.cause(), panel.effect());
    Ok([
        one(Direction { cause: first, effect: second }, forward)?,
        one(Direction { cause: second, effect: first }, backward)?,
    ])
}

/// Both directions of a question for which there are too few observations.
pub(super) fn too_short(spec: &Spec<'_>, panel: &Panel, lags: usize, chosen_by: &str) -> [CausalityTest; 2] {
    let sample = sample_after(panel, lags.saturating_add(spec.extra));
    let settings = spec.settings(panel, lags, chosen_by);
    let because = format!(
        "not identified: {} with {} needs {} observations, found {}",
        words::name_of(spec.toda_yamamoto),
        words::lags(lags),
        spec.needed(panel, lags),
        panel.len()
    );
    let one = |direction: Direction<'_>| {
        let template = template(spec, panel, direction, lags, sample, &settings);
        let report = TestReport { outcome: Outcome::NotApplicable { because: because.clone() }, ..template };
        empty(direction, spec, panel, lags, sample, vec![report])
    };
    let (first, second) = (panel.cause(), panel.effect());
    [one(Direction { cause: first, effect: second }), one(Direction { cause: second, effect: first })]
}

/// A test with its reports, before anything is known of its degrees of freedom.
fn empty(
    direction: Direction<'_>,
    spec: &Spec<'_>,
    panel: &Panel,
    lags: usize,
    sample: Sample,
    reports: Vec<TestReport>,
) -> CausalityTest {
    CausalityTest {
        cause: direction.cause.name().into(),
        effect: direction.effect.name().into(),
        lags,
        extra: spec.extra,
        sample,
        df_resid: 0,
        reports,
        small_sample: None,
        data_notes: panel.notes.clone(),
    }
}

/// The report of a direction without its outcome.
fn template(
    spec: &Spec<'_>,
    panel: &Panel,
    direction: Direction<'_>,
    lags: usize,
    sample: Sample,
    settings: &[Setting],
) -> TestReport {
    let (null, alternative) = words::hypotheses(direction, panel.given(), lags, spec.extra);
    TestReport {
        test: if spec.toda_yamamoto { "toda-yamamoto" } else { "granger" },
        convention: "F",
        null,
        alternative,
        outcome: Outcome::NotApplicable { because: String::new() },
        critical_values: Vec::new(),
        sample,
        settings: settings.to_vec(),
        notes: panel.notes.clone(),
    }
}

/// A convention's name, what it came to, and what else it depends on.
pub(super) type ConventionOutcome = (&'static str, Outcome, Vec<Setting>);

/// Every convention of one direction, the headline first; one "not identified" where no number can be stood behind.
fn outcomes(
    spec: &Spec<'_>,
    panel: &Panel,
    direction: Direction<'_>,
    lags: usize,
    comparison: &LagComparison,
) -> Result<Vec<ConventionOutcome>, Error> {
    let refused = |because: String| Ok(vec![("F", Outcome::NotApplicable { because }, Vec::new())]);
    if comparison.df_resid() < spec.min_df {
        return refused(format!(
            "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {}",
            comparison.rows,
            comparison.regressors,
            comparison.df_resid(),
            spec.min_df
        ));
    }
    if comparison.fits_exactly() {
        return refused(format!(
            "not identified: the lags reproduce {} exactly, so there is no error to compare with",
            direction.effect.name()
        ));
    }
    let mut outcomes = Vec::new();
    for covariance in &spec.covariances {
        outcomes.extend(robust::outcomes(spec, panel, direction, lags, *covariance)?);
    }
    outcomes.extend(comparison.nested().outcomes().into_iter().map(|(name, outcome)| (name, outcome, Vec::new())));
    Ok(outcomes)
}
