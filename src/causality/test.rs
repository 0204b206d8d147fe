//! One direction with one number of lags, in every convention.

use super::aligned::Aligned;
use super::equation::{Roles, checked, needed};
use super::lag_reduction::LagComparison;
use super::lag_set::LagSet;
use super::size::{ConventionSize, Side, World};
use super::small_sample::SmallSample;
use super::spec::{Spec, sample_after};
use super::{bootstrap, robust, words};
use crate::hypothesis::{Setting, finds_conventions};
use crate::{Error, HypothesisTest, Note, Outcome, Sample, Series, TestReport};

/// Whether the lags of one series help to predict another: one direction, one number of lags, every convention.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityTest {
    cause: String,
    effect: String,
    tested: LagSet,
    own: LagSet,
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
        self.tested.lags().len()
    }

    /// The lags of the cause that are tested: 1 to p unless said otherwise.
    pub fn tested_lags(&self) -> &LagSet {
        &self.tested
    }

    /// The lags of the effect, but for the d further ones.
    pub fn own_lags(&self) -> &LagSet {
        &self.own
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

    /// Every convention; the first is the headline. They are `F`, `chi2-wald`, `chi2-ml`, `lr`, and robust ones such as `F-hc3`.
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
}

finds_conventions!(CausalityTest);

/// The headline: F under the covariance asked for first, the classical one if none was.
impl HypothesisTest for CausalityTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

/// A direction among aligned series: which series is the cause and which the effect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Direction<'a> {
    pub cause: &'a Series,
    pub effect: &'a Series,
}

/// One direction with its lags, before it is tested.
struct Asked<'a> {
    direction: Direction<'a>,
    /// Its number: 0 is the one asked for.
    number: usize,
    roles: &'a [Roles; 2],
    sample: Sample,
    settings: Vec<Setting>,
}

/// Both directions with all lags up to p in every role, or with lags of their own.
pub(super) fn both_ways(
    spec: &Spec<'_>,
    aligned: &Aligned,
    lags: usize,
    chosen_by: &str,
) -> Result<[CausalityTest; 2], Error> {
    if spec.separate.is_none() {
        let roles = [Roles::of(spec, lags), Roles::of(spec, lags)];
        let settings = || spec.settings(aligned, lags, chosen_by);
        if aligned.len() < spec.needed(aligned, lags) {
            let sample = sample_after(aligned, lags.saturating_add(spec.extra));
            return Ok([0, 1].map(|i| too_short(spec, aligned, &asked(aligned, i, &roles, sample, settings()))));
        }
        let prepared = spec.prepare(aligned, lags)?;
        let comparisons = prepared.reduction.both_ways();
        let terms: Vec<Vec<f64>> = prepared.deterministic.into_iter().map(|(_, values)| values).collect();
        let sides = roles.clone().map(|roles| (roles, terms.clone()));
        let [forward, backward] = [0, 1].map(|i| asked(aligned, i, &roles, prepared.sample, settings()));
        let small = small_sample(spec, aligned, lags, &comparisons, sides)?;
        return Ok([
            one(spec, aligned, &forward, &comparisons[0], small.as_ref())?,
            one(spec, aligned, &backward, &comparisons[1], small.as_ref())?,
        ]);
    }
    separately(spec, aligned, lags, chosen_by)
}

/// Both directions with lags by role: each has its own rows.
fn separately(spec: &Spec<'_>, aligned: &Aligned, p: usize, chosen_by: &str) -> Result<[CausalityTest; 2], Error> {
    let (roles, notes) = spec.roles(aligned, p)?;
    let given = aligned.given().len();
    let asked_of = |i: usize| {
        let sample = sample_after(aligned, roles[i].depth(given));
        asked(aligned, i, &roles, sample, spec.separate_settings(aligned, &roles[i], i, chosen_by))
    };
    let both = [asked_of(0), asked_of(1)];
    let enough = |roles: &Roles| aligned.len() >= needed(roles, spec.fixed_count(aligned), given);
    if !roles.iter().all(enough) {
        return Ok(both.map(|asked| too_short(spec, aligned, &asked)));
    }
    let fixed = |i: usize| spec.fixed(aligned, roles[i].depth(given));
    let fixed = [fixed(0)?, fixed(1)?];
    let comparisons =
        [checked(&roles[0], [0, 1], aligned, &fixed[0])?, checked(&roles[1], [1, 0], aligned, &fixed[1])?];
    let values = fixed.map(|columns| columns.into_iter().map(|(_, values)| values).collect::<Vec<_>>());
    let [there, back] = values;
    let sides = [(roles[0].clone(), there), (roles[1].clone(), back)];
    let small = small_sample(spec, aligned, p, &comparisons, sides)?;
    let test = |i: usize| -> Result<CausalityTest, Error> {
        let mut test = one(spec, aligned, &both[i], &comparisons[i], small.as_ref())?;
        test.reports.iter_mut().for_each(|report| report.notes.extend(notes[i].clone()));
        Ok(test)
    };
    Ok([test(0)?, test(1)?])
}

fn asked<'a>(
    aligned: &'a Aligned,
    number: usize,
    roles: &'a [Roles; 2],
    sample: Sample,
    settings: Vec<Setting>,
) -> Asked<'a> {
    let (first, second) = (aligned.cause(), aligned.effect());
    let (cause, effect) = if number == 0 { (first, second) } else { (second, first) };
    Asked { direction: Direction { cause, effect }, number, roles, sample, settings }
}

/// What a simulation says, where a direction is identified and its rows are few.
fn small_sample(
    spec: &Spec<'_>,
    aligned: &Aligned,
    lags: usize,
    comparisons: &[LagComparison; 2],
    sides: [Side; 2],
) -> Result<Option<SmallSample>, Error> {
    if comparisons.iter().any(|comparison| comparison.df_resid() < spec.min_df) {
        return Ok(None);
    }
    let rows = comparisons[0].rows.min(comparisons[1].rows);
    SmallSample::of(spec, aligned, (lags, rows), sides)
}

/// One direction, tested.
fn one(
    spec: &Spec<'_>,
    aligned: &Aligned,
    asked: &Asked<'_>,
    comparison: &LagComparison,
    small_sample: Option<&SmallSample>,
) -> Result<CausalityTest, Error> {
    let template = template(spec, aligned, asked);
    let reports = outcomes(spec, aligned, asked, comparison)?
        .into_iter()
        .map(|(convention, outcome, setting)| {
            let mut report = TestReport { convention, outcome, ..template.clone() };
            report.settings.extend(setting);
            report.notes.extend(small_sample.and_then(|sizes| sizes.note(convention)));
            report
        })
        .collect();
    let small_sample = small_sample.cloned();
    Ok(CausalityTest { df_resid: comparison.df_resid(), small_sample, ..empty(asked, spec, aligned, reports) })
}

/// A direction for which there are too few observations.
fn too_short(spec: &Spec<'_>, aligned: &Aligned, asked: &Asked<'_>) -> CausalityTest {
    let roles = &asked.roles[asked.number];
    let because = format!(
        "not identified: {} with {} needs {} observations, found {}",
        words::name_of(spec.toda_yamamoto),
        words::lags_of(roles),
        needed(roles, spec.fixed_count(aligned), aligned.given().len()),
        aligned.len()
    );
    let template = template(spec, aligned, asked);
    empty(asked, spec, aligned, vec![TestReport { outcome: Outcome::NotApplicable { because }, ..template }])
}

/// A test with its reports, before anything is known of its degrees of freedom.
fn empty(asked: &Asked<'_>, spec: &Spec<'_>, aligned: &Aligned, reports: Vec<TestReport>) -> CausalityTest {
    let roles = &asked.roles[asked.number];
    CausalityTest {
        cause: asked.direction.cause.name().into(),
        effect: asked.direction.effect.name().into(),
        tested: roles.tested.clone(),
        own: roles.own.clone(),
        extra: spec.extra,
        sample: asked.sample,
        df_resid: 0,
        reports,
        small_sample: None,
        data_notes: aligned.notes.clone(),
    }
}

/// The report of a direction without its outcome.
fn template(spec: &Spec<'_>, aligned: &Aligned, asked: &Asked<'_>) -> TestReport {
    let (null, alternative) = words::hypotheses(asked.direction, aligned.given(), &asked.roles[asked.number]);
    TestReport {
        test: if spec.toda_yamamoto { "toda-yamamoto" } else { "granger" },
        convention: "F",
        null,
        alternative,
        outcome: Outcome::NotApplicable { because: String::new() },
        critical_values: Vec::new(),
        sample: asked.sample,
        settings: asked.settings.clone(),
        notes: aligned.notes.clone(),
    }
}

/// A convention's name, what it came to, and what else it depends on.
pub(super) type ConventionOutcome = (&'static str, Outcome, Vec<Setting>);

/// Every convention of one direction, the headline first; one "not identified" where no number can be stood behind.
fn outcomes(
    spec: &Spec<'_>,
    aligned: &Aligned,
    asked: &Asked<'_>,
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
            asked.direction.effect.name()
        ));
    }
    let mut outcomes = Vec::new();
    for covariance in &spec.covariances {
        outcomes.extend(robust::outcomes(spec, aligned, asked.direction, &asked.roles[asked.number], *covariance)?);
    }
    outcomes.extend(comparison.nested().outcomes().into_iter().map(|(name, outcome)| (name, outcome, Vec::new())));
    for method in &spec.bootstraps {
        outcomes.push(bootstrap::outcome(spec, aligned, asked.roles, asked.number, comparison, *method)?);
    }
    Ok(outcomes)
}
