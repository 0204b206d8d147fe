//! One direction with one number of lags, in every convention.

use super::lag_reduction::LagComparison;
use super::size::{SimulatedSize, SizeSimulation, World};
use super::spec::{Prepared, Spec, sample_after};
use super::panel::Panel;
use super::{robust, words};
use crate::dist::{chi_squared, f};
use crate::hypothesis::{NullDistribution, Setting};
use crate::{Error, HypothesisTest, Note, Outcome, PValue, Sample, Series, TestReport};

/// Below this number of rows a result says how the test behaves in so small a sample.
const SMALL_SAMPLE: usize = 20;

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

    /// The report of one convention: `F`, `chi2-pF`, `chi2-ssr`, `lr`, or a robust one such as `F-hc3`.
    pub fn convention(&self, name: &str) -> Option<&TestReport> {
        self.reports.iter().find(|report| report.convention == name)
    }

    /// The statistic of one convention, if it was computed.
    pub fn statistic(&self, convention: &str) -> Option<f64> {
        match self.convention(convention)?.outcome {
            Outcome::Computed { statistic, .. } => Some(statistic),
            Outcome::NotApplicable { .. } => None,
        }
    }

    /// The p-value of one convention, if it was computed.
    pub fn p_value(&self, convention: &str) -> Option<f64> {
        match self.convention(convention)?.outcome {
            Outcome::Computed { p, .. } => Some(p.value()),
            Outcome::NotApplicable { .. } => None,
        }
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
    let notes = SmallSample::of(spec, panel, prepared, lags)?;
    let one = |direction: Direction<'_>, comparison: LagComparison| -> Result<CausalityTest, Error> {
        let outcomes = outcomes(spec, panel, direction, lags, &comparison)?;
        let template = template(spec, panel, direction, lags, prepared.sample, &settings);
        let reports = outcomes
            .into_iter()
            .map(|(convention, outcome, setting)| {
                let mut report = TestReport { convention, outcome, ..template.clone() };
                report.settings.extend(setting);
                report.notes.extend(notes.note(convention));
                report
            })
            .collect();
        Ok(finish(direction, spec, lags, prepared.sample, comparison.df_resid(), reports))
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
        words::name_of(spec.extra),
        words::lags(lags),
        spec.needed(panel, lags),
        panel.len()
    );
    let one = |direction: Direction<'_>| {
        let template = template(spec, panel, direction, lags, sample, &settings);
        let report = TestReport { outcome: Outcome::NotApplicable { because: because.clone() }, ..template };
        finish(direction, spec, lags, sample, 0, vec![report])
    };
    let (first, second) = (panel.cause(), panel.effect());
    [one(Direction { cause: first, effect: second }), one(Direction { cause: second, effect: first })]
}

fn finish(
    direction: Direction<'_>,
    spec: &Spec<'_>,
    lags: usize,
    sample: Sample,
    df_resid: usize,
    reports: Vec<TestReport>,
) -> CausalityTest {
    CausalityTest {
        cause: direction.cause.name().into(),
        effect: direction.effect.name().into(),
        lags,
        extra: spec.extra,
        sample,
        df_resid,
        reports,
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
        sample,
        settings: settings.to_vec(),
        notes: Vec::new(),
    }
}

type ConventionOutcome = (&'static str, Outcome, Option<Setting>);

/// Every convention of one direction, the headline first; one "not identified" where no number can be stood behind.
fn outcomes(
    spec: &Spec<'_>,
    panel: &Panel,
    direction: Direction<'_>,
    lags: usize,
    comparison: &LagComparison,
) -> Result<Vec<ConventionOutcome>, Error> {
    let refused = |because: String| Ok(vec![("F", Outcome::NotApplicable { because }, None)]);
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
    outcomes.extend(classical(comparison).into_iter().map(|(name, outcome)| (name, outcome, None)));
    Ok(outcomes)
}

/// The four functions of ΔRSS/RSS that programs print.
fn classical(comparison: &LagComparison) -> [(&'static str, Outcome); 4] {
    let (p, df, rows) = (comparison.lags as f64, comparison.df_resid() as f64, comparison.rows as f64);
    let (statistic, ratio) = (comparison.f(), comparison.ratio());
    let chi2 = |symbol, statistic| Outcome::Computed {
        symbol,
        statistic,
        distribution: NullDistribution::ChiSquared(p),
        p: PValue::Exact(chi_squared::sf(statistic, p)),
    };
    let f = Outcome::Computed {
        symbol: "F",
        statistic,
        distribution: NullDistribution::F(p, df),
        p: PValue::Exact(f::sf(statistic, p, df)),
    };
    [
        ("F", f),
        ("chi2-pF", chi2("χ²", p * statistic)),
        ("chi2-ssr", chi2("χ²", rows * ratio)),
        ("lr", chi2("LR", rows * ratio.ln_1p())),
    ]
}

/// What a simulation says of the tests in a sample as small as this one; nothing in a larger one.
struct SmallSample {
    rows: usize,
    series: usize,
    simulated: Vec<(World, SimulatedSize)>,
}

impl SmallSample {
    fn of(spec: &Spec<'_>, panel: &Panel, prepared: &Prepared, lags: usize) -> Result<Self, Error> {
        let (rows, series) = (prepared.sample.n, panel.series.len());
        let worlds: &[World] = match (rows < SMALL_SAMPLE, spec.toda_yamamoto) {
            (false, _) => &[],
            (true, true) => &[World::RandomWalks],
            (true, false) => &[World::WhiteNoise, World::RandomWalks],
        };
        let terms: Vec<Vec<f64>> = prepared.deterministic.iter().map(|(_, values)| values.clone()).collect();
        let simulation = SizeSimulation::toda_yamamoto(panel.len(), lags, spec.extra)
            .given(panel.given().len())
            .deterministic(terms);
        let simulated = worlds
            .iter()
            .map(|world| Ok((*world, simulation.clone().world(*world).run()?)))
            .collect::<Result<_, Error>>()?;
        Ok(Self { rows, series, simulated })
    }

    fn note(&self, convention: &str) -> Option<Note> {
        let sizes: Vec<String> = self
            .simulated
            .iter()
            .filter_map(|(world, size)| Some(format!("{} for {world}", size.of(convention)?.rejects)))
            .collect();
        if self.simulated.is_empty() {
            return None;
        }
        let rows = self.rows;
        if sizes.is_empty() {
            return Some(Note::new(format!(
                "only {rows} rows: the size of this test in so small a sample was not simulated; its p-value is a limit's"
            )));
        }
        Some(Note::new(format!(
            "only {rows} rows: at a nominal 5 % this test rejects a true null in {} (2,000 draws of {} series, seed 1)",
            sizes.join(", "),
            self.series
        )))
    }
}
