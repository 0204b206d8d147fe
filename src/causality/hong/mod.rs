//! Is one series correlated with the past of another, once each is freed of its own past? At all lags at once.
//!
//! # Hypotheses
//! H₀: the innovation of the effect is uncorrelated with every past innovation of the cause. Alternative: it is correlated with
//! one of them. Both directions are tested, and, as a third hypothesis, that the two are uncorrelated at every lead and lag.
//! # Model
//! An autoregression with a constant for each series by itself; uₜ and vₜ are the residuals, n rows of each, and r(j) the
//! correlation of the effect's residual with the cause's j periods before.
//! # Assumptions
//! Each series is stationary and its autoregression long enough. No series' variance depends on the other's past. Estimating the
//! autoregressions leaves the limit laws as they are.
//! # Statistic and null distribution
//!
//! | convention | statistic | compared with |
//! |---|---|---|
//! | `hong` (headline) | (n Σ k²(j/M) r²(j) − C)/√(2D), j = 1 … n − 1 | N(0, 1), upper tail |
//! | `haugh` | n Σ r²(j), j = 1 … m | χ²(m) |
//! | `haugh-adjusted` | n² Σ r²(j)/(n − j) | χ²(m) |
//!
//! C = Σ (1 − j/n) k²(j/M) and D = Σ (1 − j/n)(1 − (j + 1)/n) k⁴(j/M). For both directions at once the sums run over
//! j = −(n − 1) … n − 1, and over −m … m with χ²(2m + 1). m is M rounded down. A kernel weights low lags more; the truncated one
//! weights all up to M alike, and then the headline is Haugh's statistic standardised.
//! # Conventions
//! - Daniell's kernel and M = ⌊3·n^0.2⌋ unless set: of the kernels with power at low lags the one that Hong finds best, and the
//!   middle one of his three rates.
//! - One lag in each autoregression unless set; a criterion chooses for each series by itself. Zero lags subtract the mean.
//! - Correlations divide by n, and by the root mean squares of all n residuals.
//! - The upper tail of the normal law is thinner than the statistic's in small samples: at n = 100 a nominal 5 % is about 7 %.
//! # Agrees with / differs from
//! No program at hand has these tests; the fixture carries a second implementation in numpy and statsmodels, from the formulas.
//! The test of both directions is of prediction *and* of instantaneous correlation: lag zero is in it.
//! # Example
//! ```
//! use yalu::causality::Hong;
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(1).replication(0);
//! let x: Vec<f64> = (0..300).map(|_| stream.standard_normal()).collect();
//! let y = (0..300).map(|t| stream.standard_normal() + if t > 1 { 0.5 * x[t - 2] } else { 0.0 }).collect();
//! let start: Period = "1990-01".parse()?;
//! let (x, y) = (Series::new("x", start, x)?, Series::new("y", start, y)?);
//! let result = Hong::cause(&x).effect(&y).run()?;
//! assert_eq!(result.forward().report().rejects(0.001), Some(true));
//! assert_eq!(result.backward().report().rejects(0.05), Some(false));
//! assert_eq!(result.joint()[0].rejects(0.001), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Cheung, Y.-W. and L. K. Ng (1996), *Journal of Econometrics* 72, 33–48.
//! - Haugh, L. D. (1976), *Journal of the American Statistical Association* 71, 378–385.
//! - Hong, Y. (1996), *Biometrika* 83, 615–625.
//! - Hong, Y. (2001), *Journal of Econometrics* 103, 183–224.

mod correlations;
mod kernel;

pub use kernel::LagKernel;

use correlations::{Correlations, Lags};

use super::aligned::align_all;
use super::diks_panchenko::standardised;
use super::together::LagChoice;
use super::two_way::{TwoWayResult, TwoWayTest};
use crate::dist::{chi_squared, normal};
use crate::hypothesis::{NullDistribution, Setting};
use crate::regression::Criterion;
use crate::var::Var;
use crate::{Error, ErrorKind, Note, Outcome, PValue, Sample, Series, Stamp, TestReport};

/// The fewest rows for which a number is given.
const FEWEST_ROWS: usize = 20;

/// Hong's test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Hong<'a> {
    cause: &'a Series,
    effect: &'a Series,
    ar: LagChoice,
    white: bool,
    kernel: LagKernel,
    bandwidth: Option<f64>,
    accept_constructed: bool,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct HongCause<'a> {
    cause: &'a Series,
}

impl<'a> HongCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> Hong<'a> {
        Hong {
            cause: self.cause,
            effect,
            ar: LagChoice::Default,
            white: false,
            kernel: LagKernel::Daniell,
            bandwidth: None,
            accept_constructed: false,
        }
    }
}

impl<'a> Hong<'a> {
    /// The series that may help to predict.
    pub fn cause(cause: &'a Series) -> HongCause<'a> {
        HongCause { cause }
    }

    /// Lags of each series' autoregression; 1 unless set, 0 to subtract the mean only.
    pub fn lags(mut self, lags: usize) -> Self {
        self.white = lags == 0;
        self.ar = LagChoice::Given(lags);
        self
    }

    /// Lets a criterion choose the lags of each autoregression among 1 to `longest`.
    pub fn select(mut self, criterion: Criterion, longest: usize) -> Self {
        self.white = false;
        self.ar = LagChoice::Chosen(criterion, longest);
        self
    }

    /// How lags are weighted; Daniell's kernel unless set.
    pub fn kernel(mut self, kernel: LagKernel) -> Self {
        self.kernel = kernel;
        self
    }

    /// M: the scale of the lags; ⌊3·n^0.2⌋ unless set.
    pub fn bandwidth(mut self, bandwidth: f64) -> Self {
        self.bandwidth = Some(bandwidth);
        self
    }

    /// Takes series that temporal disaggregation constructed, which are refused otherwise; every report then says so.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Tests both directions, and both at once.
    ///
    /// # Errors
    /// If a series is constructed or stands twice or does not vary, frequencies differ, no period is common to both, an autoregression cannot
    /// be estimated or reproduces its series, fewer than 20 rows are left, or M is below 1 or not below their number.
    pub fn run(&self) -> Result<TwoWayResult, Error> {
        let (mut series, notes) = align_all(&[self.effect, self.cause], self.accept_constructed)?;
        series.swap(0, 1);
        let (x, of_x) = self.residuals(&series[0])?;
        let (y, of_y) = self.residuals(&series[1])?;
        let rows = x.len().min(y.len());
        if rows < FEWEST_ROWS {
            let message = format!("the test needs {FEWEST_ROWS} rows of residuals, found {rows}");
            return Err(Error::new(ErrorKind::Sample, message).remedy("use fewer lags or a longer sample"));
        }
        let bandwidth = self.bandwidth.unwrap_or_else(|| (3.0 * libm::pow(rows as f64, 0.2)).floor());
        if !(bandwidth >= 1.0 && bandwidth < rows as f64) {
            return Err(Error::new(ErrorKind::Argument, format!("M = {bandwidth} with {rows} rows of residuals"))
                .remedy("give at least 1 and less than the rows; ⌊3·n^0.2⌋ is the rule"));
        }
        let correlations = Correlations::new(&x[x.len() - rows..], &y[y.len() - rows..]);
        let sample = Sample {
            first: Stamp::Period(series[0].end().plus(1 - rows as i64)),
            last: Stamp::Period(series[0].end()),
            n: rows,
        };
        let (x_name, y_name) = (series[0].name(), series[1].name());
        let bandwidth_by = if self.bandwidth.is_some() { "user" } else { "⌊3·n^0.2⌋" };
        let settings = vec![
            Setting::new(format!("lags of {x_name}"), of_x.0.to_string(), of_x.1),
            Setting::new(format!("lags of {y_name}"), of_y.0.to_string(), of_y.1),
            Setting::or_default("kernel", self.kernel, LagKernel::Daniell),
            Setting::new("M", format!("{bandwidth}"), bandwidth_by),
        ];
        let question = Question { kernel: self.kernel, bandwidth, sample, settings, notes };
        let one = |cause: &str, effect: &str, lags: Lags| {
            let past = format!("with every past innovation of {cause}");
            TwoWayTest {
                cause: cause.into(),
                effect: effect.into(),
                reports: question.reports(
                    &correlations,
                    lags,
                    format!("the innovation of {effect} is uncorrelated {past}"),
                    format!("the innovation of {effect} is correlated with a past innovation of {cause}"),
                ),
            }
        };
        let tests = [one(x_name, y_name, Lags::SecondAfterFirst), one(y_name, x_name, Lags::FirstAfterSecond)];
        let joint = question.reports(
            &correlations,
            Lags::All,
            format!("the innovations of {x_name} and {y_name} are uncorrelated at every lead and lag, zero too"),
            format!("the innovations of {x_name} and {y_name} are correlated at some lead or lag"),
        );
        let by = format!("by Hong's Q with the {} kernel and M = {bandwidth}", self.kernel);
        let caution = "The test looks at linear correlation only, and at two series only.";
        Ok(TwoWayResult::new(tests, by, caution).with_joint(joint))
    }

    /// Residuals of the series' own autoregression, its number of lags and who chose it.
    fn residuals(&self, series: &Series) -> Result<(Vec<f64>, (usize, String)), Error> {
        if self.white {
            let values = standardised(series.values());
            return Ok((values, (0, "user".into())));
        }
        let model = Var::of(&[series]);
        let model = match self.ar {
            LagChoice::Given(lags) => model.lags(lags),
            LagChoice::Chosen(criterion, longest) => model.select(criterion, longest),
            LagChoice::Default => model.lags(1),
        };
        let model = model.run()?;
        let by = match self.ar {
            LagChoice::Given(_) => "user".into(),
            LagChoice::Chosen(criterion, longest) => format!("{criterion} among 1 to {longest}"),
            LagChoice::Default => "default".into(),
        };
        let residuals = model.residuals().column(0).to_vec();
        Ok((residuals, (model.lags(), by)))
    }
}

/// What all hypotheses share.
struct Question {
    kernel: LagKernel,
    bandwidth: f64,
    sample: Sample,
    settings: Vec<Setting>,
    notes: Vec<Note>,
}

impl Question {
    fn reports(&self, correlations: &Correlations, lags: Lags, null: String, alternative: String) -> Vec<TestReport> {
        let report = |convention, symbol, statistic, distribution, p| TestReport {
            test: "hong",
            convention,
            null: null.clone(),
            alternative: alternative.clone(),
            outcome: Outcome::Computed { symbol, statistic, distribution, p: PValue::Exact(p) },
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: self.notes.clone(),
        };
        let q = correlations.hong(lags, self.kernel, self.bandwidth);
        let most = self.bandwidth as usize;
        let df = match lags {
            Lags::All => 2 * most + 1,
            Lags::FirstAfterSecond | Lags::SecondAfterFirst => most,
        } as f64;
        let [plain, adjusted] = correlations.haugh(lags, most);
        let law = NullDistribution::ChiSquared(df);
        vec![
            report("hong", "Q", q, NullDistribution::Normal, normal::sf(q)),
            report("haugh", "S", plain, law, chi_squared::sf(plain, df)),
            report("haugh-adjusted", "S*", adjusted, law, chi_squared::sf(adjusted, df)),
        ]
    }
}
