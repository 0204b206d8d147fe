//! The variance ratio test of Lo and MacKinlay.
//!
//! # Hypotheses
//! H₀: the series is a random walk, its changes uncorrelated. Alternative: they are correlated within the horizon; a ratio
//! above one means that they tend to repeat, below one that they tend to be taken back.
//! # Model
//! yₜ = μ + yₜ₋₁ + uₜ with uncorrelated u: the variance of the change over q periods is then q times that over one.
//! # Assumptions
//! `homoskedastic`: u independent with one variance. `robust`: u a martingale difference sequence whose variance may change.
//! # Statistic and null distribution
//! VR(q) is the variance of overlapping q-period changes over q times that of one-period changes, both unbiased (Lo and
//! MacKinlay 1988, equations 12 and 13; Campbell, Lo and MacKinlay 1997, 2.4.39–2.4.44). √n (VR − 1)/√φ is asymptotically
//! standard normal with φ = 2(2q − 1)(q − 1)/(3q), or robustly φ = 4 Σⱼ (1 − j/q)² δⱼ, j = 1 … q − 1, with
//! δⱼ = n Σ (uₜuₜ₋ⱼ)²/(Σ uₜ²)². Two-sided.
//! # Conventions
//! n is the number of one-period changes. `robust` is the headline. Each horizon is a test of its own: with several, the
//! smallest p-value is not that of all of them together. The mean change is taken out unless the terms are none.
//! [`biased`](VarianceRatio::biased) divides by the number of terms instead.
//! # Agrees with / differs from
//! arch `VarianceRatio` (`overlap=True`, `debiased` and `robust` as set). Programs without the unbiased divisors differ in
//! VR itself; `biased` gives their number.
//! # Example
//! ```
//! use yalu::unit_root::VarianceRatio;
//! use yalu::{HypothesisTest, Period, Series};
//! let prices = vec![4.2, 4.5, 4.4, 4.9, 5.3, 5.1, 5.6, 6.1, 5.9, 6.4, 6.8, 6.6, 7.1, 7.0, 7.4, 7.9];
//! let prices = Series::new("prices", Period::annual(2001), prices)?;
//! let result = VarianceRatio::of(&prices).horizons([2, 4]).run()?;
//! assert!(result.horizons()[0].ratio < 1.0);
//! assert_eq!(result.reports().len(), 4);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Lo, A. W. and A. C. MacKinlay (1988), *Review of Financial Studies* 1, 41–66.
//! - Campbell, J. Y., A. W. Lo and A. C. MacKinlay (1997), *The Econometrics of Financial Markets*, Princeton, section 2.4.

use super::bandwidth::scaled;
use super::core::notes;
use super::input::{differences, refuse_constant, sample_after};
use super::{Terms, words};
use crate::dist;
use crate::hypothesis::{NullDistribution, Outcome, Setting, reports_itself};
use crate::linalg::dot;
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, Note, PValue, Series, TestReport};

/// The variance ratio test of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct VarianceRatio<'a> {
    series: &'a Series,
    terms: Option<Terms>,
    horizons: Option<Vec<usize>>,
    unbiased: bool,
    min_df: usize,
}

impl<'a> VarianceRatio<'a> {
    /// Of this series, with a mean change, at those of the horizons 2, 4, 8 and 16 that are at most half its changes.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: None, horizons: None, unbiased: true, min_df: 5 }
    }

    /// [`Terms::Constant`] takes the mean change out (the default), [`Terms::None`] does not.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }

    /// The horizons q, each at least 2 and fewer than the changes.
    pub fn horizons(mut self, horizons: impl IntoIterator<Item = usize>) -> Self {
        self.horizons = Some(horizons.into_iter().collect());
        self
    }

    /// Variances divided by the number of their terms.
    pub fn biased(mut self) -> Self {
        self.unbiased = false;
        self
    }

    /// The fewest degrees of freedom for which a number is given; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If the series or its change does not vary, a horizon is below 2 or not below the number of changes, or the terms
    /// are trends.
    pub fn run(&self) -> Result<VarianceRatioResult, Error> {
        let series = self.series;
        refuse_constant(series)?;
        let terms = self.terms.unwrap_or_default();
        if terms.count() > 1 {
            return Err(words::wrong_terms("variance ratio", terms, "none, or a constant (the mean change)"));
        }
        let horizons = self.checked_horizons(series.len() - 1)?;
        let changes = centred_changes(series, terms)?;
        let chosen_by = if self.horizons.is_some() { "user" } else { "default" };
        let ratios: Vec<HorizonRatio> =
            horizons.into_iter().map(|q| HorizonRatio::new(&changes, q, self.unbiased)).collect();
        let reports = ratios.iter().flat_map(|ratio| self.reports(ratio, terms, changes.len(), chosen_by)).collect();
        Ok(VarianceRatioResult { ratios, reports })
    }

    fn checked_horizons(&self, changes: usize) -> Result<Vec<usize>, Error> {
        let name = self.series.name();
        let horizons = match &self.horizons {
            Some(horizons) => horizons.clone(),
            None => [2, 4, 8, 16].into_iter().filter(|q| 2 * q <= changes || *q == 2).collect(),
        };
        if horizons.is_empty() || horizons.iter().any(|q| *q < 2) {
            return Err(Error::new(ErrorKind::Argument, "a variance ratio needs horizons of two periods or more")
                .remedy("write 2, 4, 8 for the ratios over two, four and eight periods"));
        }
        match horizons.iter().find(|q| **q >= changes) {
            Some(q) => Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "the variance ratio of `{name}` over {q} periods needs {} observations, found {}",
                    q.saturating_add(2),
                    changes + 1
                ),
            )
            .remedy("use shorter horizons or a longer sample")),
            None => Ok(horizons),
        }
    }

    fn reports(&self, ratio: &HorizonRatio, terms: Terms, changes: usize, chosen_by: &str) -> [TestReport; 2] {
        let (name, q) = (self.series.name(), ratio.horizon);
        let divisors = if self.unbiased { ("unbiased", "default") } else { ("number of terms", "user") };
        let mean = if terms == Terms::None { "zero" } else { "estimated" };
        let mean_by = if self.terms.is_some() { "user" } else { "default" };
        let few = words::not_identified(changes, terms.count(), self.min_df);
        let base = TestReport {
            test: "variance-ratio",
            convention: "robust",
            null: format!("{name} is a random walk: its changes are uncorrelated within {q} periods"),
            alternative: format!("changes of {name} are correlated within {q} periods"),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: sample_after(self.series, 1),
            settings: vec![
                Setting::new("horizon", q.to_string(), chosen_by),
                Setting::new("mean change", mean, mean_by),
                Setting::new("divisors", divisors.0, divisors.1),
            ],
            notes: [in_words(name, ratio)]
                .into_iter()
                .chain((2 * q > changes).then(|| far(q, changes)))
                .chain(notes(self.series, 0.0))
                .collect(),
        };
        let report = |convention, statistic: Option<f64>| {
            let outcome = match (&few, statistic) {
                (Some(because), _) => Outcome::NotApplicable { because: because.clone() },
                (None, Some(statistic)) => normal(statistic),
                (None, None) => {
                    Outcome::NotApplicable { because: "not identified: its robust variance is zero".into() }
                }
            };
            TestReport { convention, outcome, ..base.clone() }
        };
        [report("robust", ratio.robust), report("homoskedastic", Some(ratio.homoskedastic))]
    }
}

fn normal(statistic: f64) -> Outcome {
    let p = PValue::Exact(dist::normal::two_sided(statistic));
    Outcome::Computed { symbol: "z", statistic, distribution: NullDistribution::Normal, p }
}

fn in_words(name: &str, ratio: &HorizonRatio) -> Note {
    let (times, q) = (NumberFormat::Decimals(3).format(ratio.ratio), ratio.horizon);
    Note::new(format!("Over {q} periods the variance of changes of {name} is {times} times a random walk's."))
}

fn far(horizon: usize, changes: usize) -> Note {
    Note::new(format!(
        "Over {horizon} of {changes} periods the ratio is far from normal: the horizon is more than half the sample."
    ))
}

/// Changes less their mean, without units.
fn centred_changes(series: &Series, terms: Terms) -> Result<Vec<f64>, Error> {
    let mut changes = differences(&scaled(series.values()));
    if terms == Terms::Constant {
        let mean = changes.iter().sum::<f64>() / changes.len() as f64;
        changes.iter_mut().for_each(|change| *change -= mean);
    }
    let largest = changes.iter().fold(0.0_f64, |largest, change| largest.max(change.abs()));
    // The levels were scaled to about one: this is what is left of equal changes by rounding.
    if largest <= 8.0 * f64::EPSILON {
        return Err(Error::new(ErrorKind::Constant, format!("the change of `{}` does not vary", series.name()))
            .remedy("a straight line has no variance to compare"));
    }
    Ok(scaled(&changes))
}

/// The variance ratio over one horizon and its two standardised forms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HorizonRatio {
    /// q, in periods.
    pub horizon: usize,
    /// VR(q); one for a random walk.
    pub ratio: f64,
    /// √n (VR − 1)/√φ with φ for independent changes of one variance.
    pub homoskedastic: f64,
    /// The same with φ robust to changing variance; `None` if no two changes within the horizon are both other than zero,
    /// for then φ is zero.
    pub robust: Option<f64>,
}

impl HorizonRatio {
    fn new(changes: &[f64], q: usize, unbiased: bool) -> Self {
        let (n, horizon) = (changes.len() as f64, q as f64);
        let square = dot(changes, changes);
        let mut over: f64 = changes[..q].iter().sum();
        let mut square_over = over * over;
        for t in q..changes.len() {
            over += changes[t] - changes[t - q];
            square_over += over * over;
        }
        let (one, many) =
            if unbiased { (n - 1.0, horizon * (n - horizon + 1.0) * (1.0 - horizon / n)) } else { (n, n * horizon) };
        let ratio = (square_over / many) / (square / one);
        let squares: Vec<f64> = changes.iter().map(|change| change * change).collect();
        let delta = |lag: usize| n * dot(&squares[lag..], &squares[..squares.len() - lag]) / (square * square);
        let robust: f64 = (1..q).map(|lag| 4.0 * (1.0 - lag as f64 / horizon).powi(2) * delta(lag)).sum();
        let homoskedastic = 2.0 * (2.0 * horizon - 1.0) * (horizon - 1.0) / (3.0 * horizon);
        let standardised = |variance: f64| n.sqrt() * (ratio - 1.0) / variance.sqrt();
        let robust = (robust > 0.0).then(|| standardised(robust));
        Self { horizon: q, ratio, homoskedastic: standardised(homoskedastic), robust }
    }
}

/// What came of a variance ratio test.
#[derive(Debug, Clone)]
pub struct VarianceRatioResult {
    ratios: Vec<HorizonRatio>,
    reports: Vec<TestReport>,
}

impl VarianceRatioResult {
    /// The ratio and its standardised forms at each horizon.
    pub fn horizons(&self) -> &[HorizonRatio] {
        &self.ratios
    }
}

reports_itself!(VarianceRatioResult {
    /// For each horizon `robust`, then `homoskedastic`; the first is the headline.
});
