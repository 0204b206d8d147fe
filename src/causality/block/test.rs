//! One hypothesis with one number of lags, in every convention.

use super::super::size::World;
use super::super::spec::{Spec, sample_after};
use super::super::wilks::{Multivariate, computed};
use super::small::BlockSize;
use super::system::{System, SystemLayout};
use super::{Groups, words};
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting, finds_conventions};
use crate::regression::refuse_collinear;
use crate::resampling::Rate;
use crate::{Error, HypothesisTest, Note, Outcome, Sample, TestReport};

/// Which hypothesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Forward,
    Backward,
    Instantaneous,
}

/// Whether one group helps to predict another, or moves with it within a period; every convention.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockTest {
    pub(super) causes: Vec<String>,
    pub(super) effects: Vec<String>,
    pub(super) way: Way,
    pub(super) lags: usize,
    pub(super) sample: Sample,
    pub(super) df_resid: usize,
    pub(super) reports: Vec<TestReport>,
    pub(super) sizes: Vec<(World, &'static str, Rate)>,
}

impl BlockTest {
    /// The series whose lags are tested.
    pub fn causes(&self) -> &[String] {
        &self.causes
    }

    /// The series that are predicted.
    pub fn effects(&self) -> &[String] {
        &self.effects
    }

    /// p.
    pub fn lags(&self) -> usize {
        self.lags
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// T less the coefficients of an equation; 0 if there are as many or more.
    pub fn df_resid(&self) -> usize {
        self.df_resid
    }

    /// Every convention: `F`, `F-system`, `chi2-wald`, `chi2-ml`, `lr`; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// How often a convention rejects a true null at 5 % in simulated samples of this length, by world: white noise and random
    /// walks, in levels with further lags random walks alone. Empty from 20 rows on.
    pub fn simulated_sizes(&self, convention: &str) -> Vec<(World, Rate)> {
        let own = self.sizes.iter().filter(|(_, name, _)| *name == convention);
        own.map(|(world, _, rate)| (*world, *rate)).collect()
    }
}

finds_conventions!(BlockTest);

/// The headline: F.
impl HypothesisTest for BlockTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

/// Every convention of a comparison in a system of `series` equations.
pub(super) fn outcomes(way: Way, test: &Multivariate, series: usize) -> Vec<(&'static str, Outcome)> {
    if way == Way::Instantaneous {
        // θ = r²/(1 − r²), so r²/(1 + r²) = θ/(1 + 2θ).
        let wald = test.rows as f64 * test.roots.iter().map(|root| root / (1.0 + 2.0 * root)).sum::<f64>();
        let q = test.restrictions() as f64;
        let chi2 = computed("χ²", wald, NullDistribution::ChiSquared(q), chi_squared::sf(wald, q));
        return vec![("F", test.rao_outcome()), ("chi2-wald", chi2), ("lr", test.lr_outcome())];
    }
    vec![
        ("F", test.rao_outcome()),
        ("F-system", test.system_outcome(series)),
        ("chi2-wald", test.wald_outcome()),
        ("chi2-ml", test.wald_ml_outcome()),
        ("lr", test.lr_outcome()),
    ]
}

/// The three hypotheses with p lags.
pub(super) fn three(
    spec: &Spec<'_>,
    groups: &Groups,
    layout: SystemLayout,
    chosen_by: &str,
) -> Result<[BlockTest; 3], Error> {
    let aligned = &groups.aligned;
    let depth = layout.lags.saturating_add(layout.extra);
    let sample = sample_after(aligned, depth);
    let mut settings = vec![Setting::new("lags", layout.lags.to_string(), chosen_by)];
    if spec.extra > 0 {
        settings.push(Setting::new("order of integration (further lags)", spec.extra.to_string(), spec.extra_by));
    }
    settings.extend(spec.common_settings(groups.given(), &aligned.exogenous));
    let names = |series: &[crate::Series]| series.iter().map(|one| one.name().to_owned()).collect::<Vec<_>>();
    let blank = |way: Way| {
        let (first, second) = (names(groups.causes()), names(groups.effects()));
        let (causes, effects) = if way == Way::Backward { (second, first) } else { (first, second) };
        BlockTest {
            causes,
            effects,
            way,
            lags: layout.lags,
            sample,
            df_resid: 0,
            reports: Vec::new(),
            sizes: Vec::new(),
        }
    };
    let report = |test: &BlockTest, convention: &'static str, outcome: Outcome, note: Option<Note>| {
        let (null, alternative) = words::hypotheses(test, &names(groups.given()), layout.extra);
        TestReport {
            test: if test.way == Way::Instantaneous { "instantaneous-causality" } else { "granger-block" },
            convention,
            null,
            alternative,
            outcome,
            critical_values: Vec::new(),
            sample,
            settings: settings.clone(),
            notes: aligned.notes.iter().cloned().chain(note).collect(),
        }
    };
    let refused = |way: Way, df_resid: usize, because: String| {
        let mut test = blank(way);
        test.df_resid = df_resid;
        test.reports = vec![report(&test, "F", Outcome::NotApplicable { because }, None)];
        test
    };
    let ways = [Way::Forward, Way::Backward, Way::Instantaneous];
    if aligned.len() < layout.needed(1) {
        let because = format!(
            "not identified: {} need {} observations, found {}",
            super::super::words::lags(layout.lags),
            layout.needed(1),
            aligned.len()
        );
        return Ok(ways.map(|way| refused(way, 0, because.clone())));
    }
    let fixed = spec.fixed(aligned, depth)?;
    let values = super::super::spec::slices(&fixed);
    let system = System::new(layout, &values, &aligned.values());
    let lagged = layout.lagged();
    let name = |column: usize| match column.checked_sub(fixed.len()) {
        None => fixed[column].0.clone(),
        Some(column) => format!("lag({}, {})", aligned.series[lagged[column].0].name(), lagged[column].1),
    };
    let constant = |column: usize| {
        let values = &fixed.get(column)?.1;
        values.first().copied().filter(|first| values.iter().all(|value| value == first))
    };
    refuse_collinear(system.reduction(), layout.regressors(), name, constant)?;
    let df_resid = sample.n - layout.regressors();
    // The causes of the period take degrees of freedom too, and every effect needs an error of its own.
    let needed = spec.min_df.max(layout.effects).max(layout.causes);
    if df_resid < needed {
        let because = format!(
            "not identified: {} rows less {} coefficients leave {df_resid} residual degrees of freedom, fewer than {needed}",
            sample.n,
            layout.regressors(),
        );
        return Ok(ways.map(|way| refused(way, df_resid, because.clone())));
    }
    let size = BlockSize::of(spec, aligned.len(), layout, &values, sample.n);
    Ok(ways.map(|way| {
        let comparison = match way {
            Way::Forward => system.forward(),
            Way::Backward => system.backward(),
            Way::Instantaneous if df_resid < spec.min_df + layout.causes => {
                let because = format!(
                    "not identified: {df_resid} residual degrees of freedom less {} for the causes of the period are fewer \
                     than {}",
                    layout.causes, spec.min_df
                );
                return refused(way, df_resid, because);
            }
            Way::Instantaneous => system.instantaneous(),
        };
        let Some(comparison) = comparison else {
            let because = format!(
                "not identified: an equation of {} is reproduced exactly, or their errors are dependent",
                words::list(&blank(way).effects)
            );
            return refused(way, df_resid, because);
        };
        let sizes = size.as_ref().map_or_else(Vec::new, |size| size.of_way(way));
        let mut test = BlockTest { df_resid, sizes, ..blank(way) };
        test.reports = outcomes(way, &comparison, layout.series())
            .into_iter()
            .map(|(convention, outcome)| {
                let note = size.as_ref().and_then(|size| size.note(way, convention));
                report(&test, convention, outcome, note)
            })
            .collect();
        test
    }))
}
