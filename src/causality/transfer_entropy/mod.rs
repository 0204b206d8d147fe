//! How much does the past of one series tell about the next value of another, in whatever form, beyond that one's own past?
//!
//! # Hypotheses
//! H₀: given its own last k values, the next value of the effect does not depend on the last l values of the cause: the transfer
//! entropy is zero. Both directions are tested. The p-values are of stronger nulls, which the [surrogates](Surrogates) obey.
//! # Model
//! None. T = Σ p(y, yᵏ, xˡ) ln \[p(y | yᵏ, xˡ)/p(y | yᵏ)\] (Schreiber 2000): the mutual information of the next value and the
//! cause's past, given the effect's own.
//! # Assumptions
//! Stationary series whose dependence dies out; k and l long enough. Each kind of surrogate has a null of its own:
//!
//! | surrogates | the p-value is of the null that |
//! |---|---|
//! | `Shuffled` (default) | the cause is independent of the effect and has no memory |
//! | `Markov` | it is independent of the effect and a Markov chain of l symbols |
//! | `Stationary` | it is independent of the effect and stationary with memory that dies out |
//!
//! All three are independent at every lead and lag: where the effect moves the cause, so that the other direction is there, the
//! law of T under the null of this direction is not that of the surrogates, though in large samples T is near zero all the same.
//! # Statistic and null distribution
//!
//! | convention | statistic | compared with |
//! |---|---|---|
//! | `symbols` (headline) | T of the series' symbols, from the counts of patterns | T of B surrogates |
//! | `neighbours` (headline if asked for) | Frenzel and Pompe's estimate of T from the distances of the K nearest rows (Kraskov, Stögbauer and Grassberger's idea) | the same |
//! | `symbols-effective`, `neighbours-effective` | T less the mean of the surrogates (Marschinski and Kantz 2002) | the same |
//! | `gaussian` | ½ ln(RSS₀/RSS₁) of the linear equation: T if all is normal, half of [Geweke's measure](super::geweke) | n·2T is the likelihood ratio, χ²(l) |
//!
//! p = (1 + number of surrogates with T* ≥ T)/(B + 1): with 499 none is below 0.002. All values are in nats; divide by ln 2 for bits.
//! # Conventions
//! - Symbols are the number of cuts below a value; cuts are sample quantiles with linear interpolation (R's type 7), three bins of
//!   equal share unless set. T of symbols is biased upwards, the more the more patterns there are: see the effective one.
//! - Patterns may not outnumber rows: bins^(k + l + 1) ≤ n, or the test is not identified.
//! - K = 4 unless set, series of unit variance, distances by the largest coordinate. Ties, which a continuous series has none of,
//!   get a note: no noise is added to break them. The estimate may be below zero.
//! - By our own simulation (independent autoregressions, n = 100, one lag, 99 draws, 2,000 samples of three bins, 300 of four
//!   neighbours) a true null is rejected at a nominal 5 %, with coefficients 0 / ½ / 0.8: symbols, shuffled, in 4 / 5 / 7 %, `Markov`
//!   – / 5 / 6 %, `Stationary` – / 5 / 7 %; neighbours, shuffled, 5 / – / 9 %, `Stationary` – / – / 4 %.
//! # Agrees with / differs from
//! - pyinform 0.2.0, `transfer_entropy(source, target, k)`, which has l = 1 and bits: T of the same symbols.
//! - A second implementation in numpy and scipy from the papers' formulas: T of symbols, neighbours, Gaussian.
//! - R's RTransferEntropy cuts at the quantiles 0.05 and 0.95, in bits: [`Symbols::Quantiles`]. It shuffles for the effective
//!   entropy and takes its p-value from the Markov chain; here both are of the surrogates asked for.
//! # Example
//! ```
//! use yalu::causality::TransferEntropy;
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(1).replication(0);
//! let x: Vec<f64> = (0..300).map(|_| stream.standard_normal()).collect();
//! // The size of x moves y: invisible to a linear test.
//! let y = (0..300).map(|t| 0.5 * stream.standard_normal() + if t > 0 { x[t - 1].abs() } else { 0.0 }).collect();
//! let start: Period = "1990-01".parse()?;
//! let (x, y) = (Series::new("x", start, x)?, Series::new("y", start, y)?);
//! let result = TransferEntropy::cause(&x).effect(&y).draws(199).run()?;
//! assert_eq!(result.forward().report().rejects(0.01), Some(true));
//! let gaussian = result.forward().statistic("gaussian");
//! assert!(gaussian < result.forward().statistic("symbols-effective"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Barnett, L., A. B. Barrett and A. K. Seth (2009), *Physical Review Letters* 103, 238701.
//! - Dimpfl, T. and F. J. Peter (2013), *Studies in Nonlinear Dynamics & Econometrics* 17, 85–102.
//! - Frenzel, S. and B. Pompe (2007), *Physical Review Letters* 99, 204101.
//! - Kraskov, A., H. Stögbauer and P. Grassberger (2004), *Physical Review* E 69, 066138.
//! - Marschinski, R. and H. Kantz (2002), *European Physical Journal* B 30, 275–281.
//! - Politis, D. N. and J. P. Romano (1994), *Journal of the American Statistical Association* 89, 1303–1313.
//! - Schreiber, T. (2000), *Physical Review Letters* 85, 461–464.

mod direction;
mod gaussian;
mod neighbours;
mod surrogates;
mod symbols;

pub use surrogates::Surrogates;
pub use symbols::Symbols;

use super::aligned::align_all;
use super::two_way::TwoWayResult;
use crate::hypothesis::Setting;
use crate::resampling::simulation_setters;
use crate::{Error, ErrorKind, Sample, Series, Stamp};
use direction::Question;

/// The fewest rows for which a number is given.
const FEWEST_ROWS: usize = 20;

/// The fewest draws: with fewer a p-value says little.
const FEWEST_DRAWS: usize = 99;

/// How T is estimated.
#[derive(Debug, Clone, PartialEq)]
pub enum Estimator {
    /// From the counts of patterns of symbols.
    Symbols(Symbols),
    /// From the distances of this many nearest neighbours.
    #[doc(alias = "ksg")]
    Neighbours(usize),
}

/// Transfer entropy in both directions; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct TransferEntropy<'a> {
    cause: &'a Series,
    effect: &'a Series,
    lags_of_cause: usize,
    lags_of_effect: usize,
    estimator: Option<Estimator>,
    surrogates: Surrogates,
    draws: usize,
    seed: u64,
    accept_constructed: bool,
}

/// A test that lacks its effect.
#[derive(Debug, Clone, Copy)]
#[must_use = "say `.effect(&series)`"]
pub struct TransferEntropyCause<'a> {
    cause: &'a Series,
}

impl<'a> TransferEntropyCause<'a> {
    /// The series to be predicted.
    pub fn effect(self, effect: &'a Series) -> TransferEntropy<'a> {
        TransferEntropy {
            cause: self.cause,
            effect,
            lags_of_cause: 1,
            lags_of_effect: 1,
            estimator: None,
            surrogates: Surrogates::Shuffled,
            draws: 499,
            seed: 1,
            accept_constructed: false,
        }
    }
}

impl<'a> TransferEntropy<'a> {
    /// The series that may help to predict.
    pub fn cause(cause: &'a Series) -> TransferEntropyCause<'a> {
        TransferEntropyCause { cause }
    }

    /// Past values of each series; 1 unless set.
    pub fn lags(self, lags: usize) -> Self {
        self.lags_of_cause(lags).lags_of_effect(lags)
    }

    /// l: past values of the series that is tested, in each direction.
    pub fn lags_of_cause(mut self, lags: usize) -> Self {
        self.lags_of_cause = lags;
        self
    }

    /// k: past values of the series that is predicted, in each direction.
    #[doc(alias = "history")]
    pub fn lags_of_effect(mut self, lags: usize) -> Self {
        self.lags_of_effect = lags;
        self
    }

    /// How T is estimated; from three symbols of equal share unless set.
    pub fn estimator(mut self, estimator: Estimator) -> Self {
        self.estimator = Some(estimator);
        self
    }

    /// What T is compared with; shuffled causes unless set.
    pub fn surrogates(mut self, surrogates: Surrogates) -> Self {
        self.surrogates = surrogates;
        self
    }

    simulation_setters! {
        /// B: surrogates of each direction; 499 unless set.
        draws;
        /// The seed of the surrogates; 1 unless set.
        seed;
    }

    /// Takes series that temporal disaggregation constructed, which are refused otherwise; every report then says so.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Tests both directions.
    ///
    /// # Errors
    /// If a series is constructed or stands twice or does not vary, frequencies differ, no period is common to both, there is no lag of
    /// one, fewer than 20 rows or 99 draws are left, symbols or neighbours are out of range, or a Markov chain is asked for values that
    /// are no symbols.
    pub fn run(&self) -> Result<TwoWayResult, Error> {
        let (mut series, notes) = align_all(&[self.effect, self.cause], self.accept_constructed)?;
        series.swap(0, 1);
        let estimator = self.estimator.clone().unwrap_or(Estimator::Symbols(Symbols::Bins(3)));
        let (depth, length) = (self.lags_of_cause.max(self.lags_of_effect), series[0].len());
        if length < depth.saturating_add(FEWEST_ROWS) {
            let message = format!(
                "transfer entropy with {depth} lags needs {} observations, found {length}",
                depth.saturating_add(FEWEST_ROWS)
            );
            return Err(Error::new(ErrorKind::Sample, message).remedy("use fewer lags or a longer sample"));
        }
        let rows = length - depth;
        self.check(&estimator, rows, length)?;
        let sample = Sample {
            first: Stamp::Period(series[0].start().plus(depth as i64)),
            last: Stamp::Period(series[0].end()),
            n: rows,
        };
        let block = match self.surrogates {
            Surrogates::Stationary(0) => (length as f64).cbrt().ceil() as usize,
            Surrogates::Stationary(block) => block,
            Surrogates::Shuffled | Surrogates::Markov => 1,
        };
        let question = Question {
            lags: [self.lags_of_cause, self.lags_of_effect],
            sample,
            settings: self.settings(&estimator, block),
            notes,
            surrogates: self.surrogates,
            block,
            draws: self.draws,
            seed: self.seed,
            estimator,
        };
        let tests = [question.test(&series[0], &series[1]), question.test(&series[1], &series[0])];
        let by = format!(
            "by transfer entropy from {} with {} of the cause and {} of the effect",
            question.estimator,
            in_words(self.lags_of_cause),
            in_words(self.lags_of_effect)
        );
        let caution = "What is found here may be linear dependence too; the p-values suppose that the cause is independent of the \
                       effect at every lead and lag.";
        Ok(TwoWayResult::new(tests, by, caution))
    }

    fn check(&self, estimator: &Estimator, rows: usize, length: usize) -> Result<(), Error> {
        let wrong = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        if self.lags_of_cause == 0 || self.lags_of_effect == 0 {
            return wrong("a test with 0 lags has no past to look at".into(), "give at least one lag of each series");
        }
        if self.draws < FEWEST_DRAWS {
            return wrong(format!("{} draws are too few for a p-value", self.draws), "give 99 or more");
        }
        match estimator {
            Estimator::Symbols(Symbols::Bins(bins)) if !(2..=length).contains(bins) => {
                return wrong(format!("{bins} bins of {length} values"), "give 2 or more, such as 3");
            }
            Estimator::Symbols(Symbols::Quantiles(at)) => {
                let inside = at.iter().all(|tau| *tau > 0.0 && *tau < 1.0);
                if at.is_empty() || !inside || !at.is_sorted_by(|a, b| a < b) {
                    return wrong(
                        format!("{at:?} are no quantiles at which to cut"),
                        "give numbers between 0 and 1, rising, such as 0.05 and 0.95",
                    );
                }
            }
            Estimator::Neighbours(neighbours) => {
                if !(1..rows).contains(neighbours) {
                    return wrong(format!("{neighbours} neighbours among {rows} rows"), "give 1 or more, such as 4");
                }
                if self.surrogates == Surrogates::Markov {
                    return wrong(
                        "a Markov chain has symbols, and neighbours are of values".into(),
                        "take shuffled or stationary surrogates, or estimate from symbols",
                    );
                }
            }
            Estimator::Symbols(_) => {}
        }
        match self.surrogates {
            Surrogates::Stationary(block) if block > length => {
                wrong(format!("blocks of {block} of {length} values"), "give a shorter mean length")
            }
            _ => Ok(()),
        }
    }

    fn settings(&self, estimator: &Estimator, block: usize) -> Vec<Setting> {
        let by = if self.estimator.is_some() { "user" } else { "default" };
        let mut settings = vec![
            Setting::or_default("lags of the cause", self.lags_of_cause, 1),
            Setting::or_default("lags of the effect", self.lags_of_effect, 1),
            Setting::new("estimated from", estimator.to_string(), by),
            Setting::or_default("surrogates", self.surrogates, Surrogates::Shuffled),
            Setting::or_default("draws", self.draws, 499),
            Setting::or_default("seed", self.seed, 1),
        ];
        if let Surrogates::Stationary(given) = self.surrogates {
            let by = if given == 0 { "⌈n^⅓⌉" } else { "user" };
            settings.insert(4, Setting::new("mean length of blocks", block.to_string(), by));
        }
        settings
    }
}

/// `3 bins of equal share`, `4 nearest neighbours`.
impl std::fmt::Display for Estimator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Symbols(symbols) => symbols.fmt(f),
            Self::Neighbours(1) => f.write_str("the nearest neighbour"),
            Self::Neighbours(neighbours) => write!(f, "{neighbours} nearest neighbours"),
        }
    }
}

fn in_words(lags: usize) -> String {
    if lags == 1 { "1 lag".into() } else { format!("{lags} lags") }
}
