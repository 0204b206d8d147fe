//! Do the seasons differ? Three tests.
//!
//! # Hypotheses
//! H₀: what is left of the series without its trend has the same mean (`F`), the same distribution (`kruskal-wallis`) in
//! every season, or no positive autocorrelation at the distance of a year (`qs`). Alternative: some season differs.
//! # Model
//! The trend is taken out by first differences ([`Basis::Difference`], the default) or by a line ([`Basis::Line`]), or the series
//! is taken as it is ([`Basis::Levels`]). Give `series.log()?` where seasons are proportional to the level.
//! # Assumptions
//! `F` and `kruskal-wallis` take what is left as uncorrelated, `F` with equal variances too. Differences of a series that
//! needed none are negatively correlated, residuals from a line of a random walk positively, and the first is the lesser
//! evil. A pattern that wanders is not a mean that differs: for seasonal unit roots see [`unit_root::hegy`](crate::unit_root::Hegy).
//! # Statistic and null distribution
//! - `F`: the nested regressions without and with seasonal dummies; F(s − 1, n − k).
//! - `kruskal-wallis`: H of the ranks, corrected for ties; χ²(s − 1), a limit that needs five values or more in each season.
//! - `qs`: n(n + 2)(r²ₛ/(n − s) + max(0, r₂ₛ)²/(n − 2s)) with rₖ the autocorrelations, 0 if rₛ ≤ 0; χ²(2). That law is an
//!   approximation: without seasons QS is 0 half of the time, and at a nominal 5 % it rejects some 1 % of the time.
//! # Conventions
//! `F` is the headline. With fewer than 5 residual degrees of freedom all three are "not identified". Values that are equal
//! to the last bit are ties.
//! # Agrees with / differs from
//! - `F`: R, `anova(lm(d ~ 1), lm(d ~ season))`; statsmodels, `compare_f_test`; SciPy, `f_oneway`.
//! - `kruskal-wallis`: SciPy, `kruskal`; R, `kruskal.test`, which corrects for ties among values printed with 15 digits, but ranks
//!   them by all their digits: with differences of decimal numbers its H can be off in the fifth digit.
//! - `qs`: X-13ARIMA-SEATS, `qsori`, the original series: it takes first differences of the series, also where the
//!   adjustment is multiplicative; give it the logarithm to have ours of the logarithm. R's `seastests` is not at hand.
//! - X-13's combined test of Lothian and Morry (1978) stands on the moving averages of X-11 (its table D8) and is not here.
//! # Example
//! ```
//! use yalu::seasonal::Seasonality;
//! use yalu::{HypothesisTest, Period, Series};
//! let pattern = [-3.0, 1.0, 4.0, -2.0];
//! let sales: Vec<f64> = (0..32).map(|t| 20.0 + (t as f64).sqrt().sin() + pattern[t % 4]).collect();
//! let sales = Series::new("sales", "2010Q1".parse::<Period>()?, sales)?;
//! let test = Seasonality::of(&sales).run()?;
//! assert_eq!(test.report().null, "the mean change of sales is the same in all 4 seasons");
//! assert_eq!(test.report().rejects(0.05), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Kruskal, W. H. and W. A. Wallis (1952), *Journal of the American Statistical Association* 47, 583–621.
//! - Maravall, A. (2011), *Seasonality Tests and Automatic Model Identification in TRAMO-SEATS*, Bank of Spain.

use super::seasons_of;
use crate::hypothesis::{NullDistribution, Outcome, Setting, finds_conventions, reports_itself, test_table};
use crate::regression::{NestedComparison, Ols};
use crate::table::Table;
use crate::{Design, Error, ErrorKind, Note, PValue, Series, TestReport};

/// What of the series is compared between seasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// First differences.
    #[default]
    Difference,
    /// Deviations from a line.
    #[doc(alias = "detrended")]
    Line,
    /// The series as it is.
    Levels,
}

/// The tests of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Seasonality<'a> {
    series: &'a Series,
    basis: Option<Basis>,
    min_df: usize,
}

impl<'a> Seasonality<'a> {
    /// Of this series, by its first differences.
    pub fn of(series: &'a Series) -> Self {
        Self { series, basis: None, min_df: 5 }
    }

    /// What is compared between seasons; first differences unless set.
    pub fn basis(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }

    /// The residual degrees of freedom below which a test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Tests.
    ///
    /// # Errors
    /// If the series is annual, has two years or less, or what is left of it without trend or seasons does not vary.
    pub fn run(&self) -> Result<SeasonalityResult, Error> {
        let seasons = seasons_of(self.series, "a test of seasonality")?;
        let basis = self.basis.unwrap_or_default();
        let changes = if basis == Basis::Difference { Some(self.series.diff(1)?) } else { None };
        let left = changes.as_ref().unwrap_or(self.series);
        let plain = Design::of(left).constant();
        let plain = if basis == Basis::Line { plain.trend() } else { plain };
        let full = plain.clone().seasonal().build()?;
        let plain = plain.build()?;
        let residuals = Ols::fit(&plain)?.residuals().to_vec();
        let values = if basis == Basis::Line { residuals.clone() } else { left.values().to_vec() };
        let size = left.values().iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        if residuals.iter().all(|residual| residual.abs() <= 1e-14 * size) {
            return Err(Error::new(
                ErrorKind::Constant,
                format!("nothing of `{}` is left to compare", self.series.name()),
            )
            .remedy("a line has no seasons; choose another series"));
        }
        let settings =
            vec![Setting::new("compared", basis.words(), if self.basis.is_some() { "user" } else { "default" })];
        let (name, n) = (self.series.name(), full.nobs());
        let base = TestReport {
            test: "seasonality",
            convention: "F",
            null: format!("the mean {} {name} is the same in all {seasons} seasons", basis.subject()),
            alternative: format!("the mean {} {name} differs in some season", basis.subject()),
            outcome: Outcome::NotApplicable { because: String::new() },
            critical_values: Vec::new(),
            sample: full.sample(),
            settings,
            notes: full.notes().to_vec(),
        };
        let df = n.saturating_sub(full.terms().len());
        if df < self.min_df {
            let because = format!(
                "not identified: {n} rows less {} coefficients leave {df} residual degrees of freedom, fewer than {}",
                full.terms().len(),
                self.min_df
            );
            return Ok(SeasonalityResult {
                reports: vec![TestReport { outcome: Outcome::NotApplicable { because }, ..base }],
            });
        }
        let exact =
            || format!("not identified: the seasons determine `{name}` exactly, which leaves no error to compare with");
        let f = match NestedComparison::of_designs(&plain, &full) {
            Ok(nested) => nested.outcomes()[0].1.clone(),
            Err(error) if error.kind() == ErrorKind::Constant => Outcome::NotApplicable { because: exact() },
            Err(error) => return Err(error),
        };
        let of_season = |t: usize| left.start().plus(t as i64).part() - 1;
        let groups: Vec<usize> = (0..values.len()).map(of_season).collect();
        let few = (0..seasons).map(|season| groups.iter().filter(|group| **group == season).count()).min().unwrap_or(0);
        let h = kruskal_wallis(&values, &groups, seasons);
        let mut ranks = TestReport {
            convention: "kruskal-wallis",
            null: format!("the distribution of the {} {name} is the same in all {seasons} seasons", basis.subject()),
            alternative: format!("the {} {name} tends to be larger in some season", basis.subject()),
            outcome: chi_squared("H", h, (seasons - 1) as f64),
            ..base.clone()
        };
        ranks.notes.extend((few < 5).then(|| {
            Note::new(format!("A season has {few} values only: with fewer than five the χ² law of H is a rough guide."))
        }));
        let qs = TestReport {
            convention: "qs",
            null: format!("the {} {name} is not positively correlated with that of a year before", basis.subject()),
            alternative: format!("the {} {name} is positively correlated with that of a year before", basis.subject()),
            outcome: chi_squared("QS", qs(&values, seasons), 2.0),
            ..base.clone()
        };
        Ok(SeasonalityResult { reports: vec![TestReport { outcome: f, ..base }, ranks, qs] })
    }
}

impl Basis {
    /// In a hypothesis.
    fn subject(self) -> &'static str {
        match self {
            Self::Difference => "change of",
            Self::Line => "deviation from a line of",
            Self::Levels => "level of",
        }
    }

    /// In the settings.
    fn words(self) -> &'static str {
        match self {
            Self::Difference => "first differences",
            Self::Line => "deviations from a line",
            Self::Levels => "levels",
        }
    }
}

fn chi_squared(symbol: &'static str, statistic: f64, df: f64) -> Outcome {
    let p = PValue::Exact(crate::dist::chi_squared::sf(statistic, df));
    Outcome::Computed { symbol, statistic, distribution: NullDistribution::ChiSquared(df), p }
}

/// H of Kruskal and Wallis; the values are not all equal.
fn kruskal_wallis(values: &[f64], groups: &[usize], count: usize) -> f64 {
    let n = values.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let (mut sums, mut sizes, mut ties) = (vec![0.0; count], vec![0.0; count], 0.0);
    let mut at = 0;
    while at < n {
        let equal = order[at..].iter().take_while(|i| values[**i] == values[order[at]]).count();
        let rank = at as f64 + 0.5 * (equal as f64 + 1.0);
        for i in &order[at..at + equal] {
            sums[groups[*i]] += rank;
            sizes[groups[*i]] += 1.0;
        }
        ties += (equal as f64).powi(3) - equal as f64;
        at += equal;
    }
    let n = n as f64;
    let middle = 0.5 * (n + 1.0);
    // Deviations from the middle rank, so that nothing large cancels.
    let spread: f64 = std::iter::zip(&sums, &sizes).map(|(sum, size)| (sum - size * middle).powi(2) / size).sum();
    12.0 * spread / (n * (n + 1.0)) / (1.0 - ties / (n * n * n - n))
}

/// QS: a portmanteau of the autocorrelations one and two years apart, as far as they are positive.
fn qs(values: &[f64], seasons: usize) -> f64 {
    let n = values.len();
    let mean = values.iter().sum::<f64>() / n as f64;
    let scale = values.iter().fold(0.0_f64, |most, value| most.max((value - mean).abs()));
    let deviations: Vec<f64> = values.iter().map(|value| (value - mean) / scale).collect();
    let product = |lag: usize| deviations.iter().zip(&deviations[lag.min(n)..]).map(|(a, b)| a * b).sum::<f64>();
    let autocorrelation = |years: usize| (product(years * seasons) / product(0)).max(0.0);
    let [one, two] = [autocorrelation(1), autocorrelation(2)];
    if one == 0.0 {
        return 0.0;
    }
    let share = |r: f64, lag: usize| if n > lag { r * r / (n - lag) as f64 } else { 0.0 };
    let n_ = n as f64;
    n_ * (n_ + 2.0) * (share(one, seasons) + share(two, 2 * seasons))
}

/// What came of the tests.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonalityResult {
    reports: Vec<TestReport>,
}

impl SeasonalityResult {
    /// `F`, `kruskal-wallis` and `qs`; one only where they are not identified.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// All tests, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    /// What they come to at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        let percent = crate::hypothesis::CriticalValue { level, value: 0.0 }.level_in_words();
        let said: Vec<Option<bool>> = self.reports.iter().map(|report| report.rejects(level)).collect();
        let finding = match said.as_slice() {
            [None] => return Ok("Too few observations to tell whether the seasons differ.".into()),
            all if all.iter().all(|one| *one == Some(true)) => "the seasons differ, by every test",
            all if all.iter().all(|one| *one != Some(true)) => {
                "no test finds a difference between seasons, which does not show that there is none"
            }
            _ => "the tests disagree on whether the seasons differ; see the rows above",
        };
        Ok(format!("At {percent}: {finding}."))
    }
}

finds_conventions!(SeasonalityResult);
reports_itself!(SeasonalityResult);
