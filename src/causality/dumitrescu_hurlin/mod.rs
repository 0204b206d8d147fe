//! Does one series help to predict another in at least one of many units? Dumitrescu and Hurlin's panel test.
//!
//! # Hypotheses
//! H₀: in no unit do the K lags of the cause help to predict the effect. Alternative: they do in at least one unit; in others they
//! need not. Both directions are tested.
//! # Model
//! For unit i, yᵢₜ = αᵢ + Σ γᵢₖ yᵢ,ₜ₋ₖ + Σ βᵢₖ xᵢ,ₜ₋ₖ + εᵢₜ, k = 1 … K: every coefficient is the unit's own, K is the same in all.
//! # Assumptions
//! Stationary series (take differences first), normal errors that are independent over time and between units; their variance may
//! differ between units. Where errors are dependent between units the normal laws below are wrong, and the bootstrap is meant for it.
//! # Statistic and null distribution
//! W_i = K·F is unit i's own Wald statistic on T − K rows, W̄ their mean over N units. K·F(K, d) has the mean K·d/(d − 2) and the
//! variance 2K·d²(K + d − 2)/((d − 2)²(d − 4)) with d = T − 3K − 1.
//!
//! | convention | statistic | compared with |
//! |---|---|---|
//! | `Ztilde` (headline) | Z̃ = √N (W̄ − mean)/√variance, each averaged over the units' own T | N(0, 1), two-sided |
//! | `Zbar` | Z̄ = √(N/2K) (W̄ − K), for T → ∞ | N(0, 1), two-sided |
//! | `Ztilde-bootstrap` (headline where asked for), `Zbar-bootstrap` | as above | \|Z\| of drawn samples |
//! | `Wbar-bootstrap` | W̄ | W̄ of drawn samples, upper tail |
//!
//! *Bootstrap.* Each unit's autoregression without the cause gives residuals; rows of residuals, one date of all units together,
//! are drawn with replacement, which keeps what they have in common. K consecutive dates, drawn too, give the first values; the
//! cause stays as observed. p = (1 + number of draws as far out or farther)/(1 + draws).
//! # Conventions
//! - T > 5 + 3K in every unit, or nothing is identified: the variance of F does not exist. The units in question are named.
//! - The normal p-values are two-sided, as in the paper. Causality makes W̄ large, so a rejection with a negative Z does not speak
//!   for it; a note says so.
//! - A criterion chooses K for each direction: the mean over units of T ln(RSS/T) + c(T)·(2K + 1), every candidate on the rows that
//!   the longest leaves.
//! - Panels in which T differs have Z̃ only. There rows of residuals are drawn from the dates that all units have, ten or more.
//! - [`block`](DumitrescuHurlin::block) draws rows in blocks, for errors that are dependent over time.
//! - Pesaran's CD of the residuals without the cause says whether units move together; a note where it rejects at 5 %.
//! - Size, simulated: two independent AR(½) in each unit, nominal 5 %. T = 20, K = 1: Z̃ rejects 6, 7 and 9 % of true nulls with N = 1, 5
//!   and 20, Z̄ 9, 13 and 22 %. T = 100, N = 10: 5 and 6 %. Where one shock moves all units (correlation of errors 0.8), T = 20, N = 10: 15
//!   and 21 %, the bootstrap 5 %.
//! # Agrees with / differs from
//! R `plm::pgrangertest`: Z̃, also unbalanced, Z̄, W̄, each W_i. Stata `xtgcause`: the same, and its lags by AIC, BIC and HQIC. Its
//! bootstrap counts draws strictly farther out, over B; it never takes the last date for first values. Its p-values of units are
//! from F, plm's from χ²: both are here. EViews prints Z̃ as Zbar-Stat.
//! # Example
//! ```
//! use yalu::causality::DumitrescuHurlin;
//! use yalu::resampling::Streams;
//! use yalu::{Frame, HypothesisTest, Panel, Period, Series};
//! let unit = |number: u64| {
//!     let mut stream = Streams::new(1).replication(number);
//!     let x: Vec<f64> = (0..30).map(|_| stream.standard_normal()).collect();
//!     let y = (0..30).map(|t| stream.standard_normal() + if t > 0 { x[t - 1] } else { 0.0 }).collect();
//!     let [x, y] = [("x", x), ("y", y)].map(|(name, values)| Series::new(name, Period::annual(1990), values));
//!     Ok((format!("unit {number}"), Frame::from_series(&[x?, y?])?))
//! };
//! let panel = Panel::new("unit", (1..=8).map(unit).collect::<Result<Vec<_>, yalu::Error>>()?)?;
//! let result = DumitrescuHurlin::cause("x").effect("y").lags(1).run(&panel)?;
//! assert_eq!(result.forward().report().rejects(0.01), Some(true));
//! assert_eq!(result.backward().report().rejects(0.05), Some(false));
//! assert_eq!(result.forward().units().len(), 8);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Dumitrescu, E.-I. and C. Hurlin (2012), *Economic Modelling* 29, 1450–1460.
//! - Lopez, L. and S. Weber (2017), *Stata Journal* 17, 972–984.
//! - Pesaran, M. H. (2004), *General diagnostic tests for cross section dependence in panels*, Cambridge Working Papers in
//!   Economics 0435.

mod bootstrap;
mod dependence;
mod law;
mod null_model;
mod report;
mod result;
mod unit;
mod words;

pub use dependence::CrossDependence;
pub use result::{PanelResult, PanelTest};
pub use unit::UnitTest;

use super::aligned::align_all;
use super::together::LagChoice;
use crate::regression::Criterion;
use crate::resampling::all_threads;
use crate::{Error, ErrorKind, Note, Panel};
use bootstrap::Draws;
use unit::{MIN_DF, Unit, Way, shortest};

/// Dumitrescu and Hurlin's test; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run(&panel)`"]
#[doc(alias = "pgrangertest")]
#[doc(alias = "xtgcause")]
pub struct DumitrescuHurlin {
    cause: String,
    effect: String,
    lags: LagChoice,
    draws: Option<usize>,
    block: usize,
    seed: u64,
    threads: usize,
    accept_constructed: bool,
}

/// A test that lacks its effect.
#[derive(Debug, Clone)]
#[must_use = "say `.effect(column)`"]
pub struct DumitrescuHurlinCause {
    cause: String,
}

impl DumitrescuHurlinCause {
    /// The column to be predicted, or a transform of columns such as `dlog(imports)`.
    pub fn effect(self, effect: impl Into<String>) -> DumitrescuHurlin {
        DumitrescuHurlin {
            cause: self.cause,
            effect: effect.into(),
            lags: LagChoice::Default,
            draws: None,
            block: 1,
            seed: 1,
            threads: all_threads(),
            accept_constructed: false,
        }
    }
}

impl DumitrescuHurlin {
    /// The column that may help to predict, or a transform of columns such as `dlog(exports)`.
    pub fn cause(cause: impl Into<String>) -> DumitrescuHurlinCause {
        DumitrescuHurlinCause { cause: cause.into() }
    }

    /// K, in every unit and direction; 1 unless set.
    #[doc(alias = "order")]
    pub fn lags(mut self, lags: usize) -> Self {
        self.lags = LagChoice::Given(lags);
        self
    }

    /// Lets a criterion, averaged over units, choose K among 1 to `longest` for each direction.
    pub fn select(mut self, criterion: Criterion, longest: usize) -> Self {
        self.lags = LagChoice::Chosen(criterion, longest);
        self
    }

    /// p-values and critical values from this many samples without causality, in which units move together as they do in the data.
    #[doc(alias = "breps")]
    pub fn bootstrap(mut self, draws: usize) -> Self {
        self.draws = Some(draws);
        self
    }

    /// Rows of residuals that the bootstrap draws together; 1 unless set.
    #[doc(alias = "blength")]
    pub fn block(mut self, length: usize) -> Self {
        self.block = length;
        self
    }

    /// The seed of the draws; 1 unless set.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The number of threads, which changes no result; all that the machine has unless set.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Takes series that temporal disaggregation constructed, which are refused otherwise; every report then says so.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Tests both directions.
    ///
    /// # Errors
    /// If there is no such column, both are one, or in some unit (named) a series has a gap, is constructed or does not vary, no
    /// period is common to both, or regressors are collinear; if there is no lag, the longest candidate is too long for a unit,
    /// there are fewer than 99 draws, or blocks are longer than the dates that all units have.
    pub fn run(&self, panel: &Panel) -> Result<PanelResult, Error> {
        let (units, notes) = self.units(panel)?;
        if self.draws.is_some_and(|draws| draws < 99) {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{} draws are too few for a p-value", self.draws.unwrap_or_default()),
            )
            .remedy("give 99 or more"));
        }
        let draws = self.draws.map(|count| Draws { count, block: self.block, seed: self.seed, threads: self.threads });
        let one = |way: Way| {
            let (lags, chosen_by) = self.order(&units, way)?;
            result::direction(
                &units,
                way,
                result::Question { lags, chosen_by, draws, notes: &notes, kind: panel.kind() },
            )
        };
        Ok(PanelResult::new([one(Way { cause: 0, effect: 1 })?, one(Way { cause: 1, effect: 0 })?]))
    }

    /// Every unit's two series on the periods that both have.
    fn units(&self, panel: &Panel) -> Result<(Vec<Unit>, Vec<Note>), Error> {
        let (causes, effects) = (panel.expression(&self.cause)?, panel.expression(&self.effect)?);
        let mut notes: Vec<Note> = Vec::new();
        let mut units = Vec::with_capacity(causes.len());
        for ((name, cause), effect) in panel.units().zip(&causes).zip(&effects) {
            let aligned = align_all(&[effect, cause], self.accept_constructed);
            let (mut series, own) = aligned.map_err(|error| error.about(format!("unit `{name}`")))?;
            notes.extend(own.into_iter().filter(|note| !notes.contains(note)).collect::<Vec<_>>());
            if let (Some(cause), Some(effect)) = (series.pop(), series.pop()) {
                units.push(Unit { name: name.to_owned(), series: [cause, effect] });
            }
        }
        Ok((units, notes))
    }

    /// K of one direction, and who chose it.
    fn order(&self, units: &[Unit], way: Way) -> Result<(usize, String), Error> {
        let (criterion, longest) = match self.lags {
            LagChoice::Default => return Ok((1, "default".into())),
            LagChoice::Given(0) | LagChoice::Chosen(_, 0) => {
                return Err(Error::new(ErrorKind::Argument, "a test with 0 lags has nothing to test")
                    .remedy("give at least one lag"));
            }
            LagChoice::Given(lags) => return Ok((lags, "user".into())),
            LagChoice::Chosen(criterion, longest) => (criterion, longest),
        };
        if let Some(unit) =
            units.iter().min_by_key(|unit| unit.length()).filter(|unit| unit.length() < shortest(longest))
        {
            let most = unit.length().saturating_sub(1 + MIN_DF) / 3;
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "up to {longest} lags need {} periods of every unit, and `{}` has {}",
                    shortest(longest),
                    unit.name,
                    unit.length()
                ),
            )
            .remedy(format!("try {most} lags at most, or leave the unit out")));
        }
        let mut totals = vec![0.0; longest];
        for unit in units {
            let values = unit.criterion(way, criterion, longest)?;
            totals.iter_mut().zip(values).for_each(|(total, value)| *total += value);
        }
        let best = (1..longest).fold(0, |best, k| if totals[k] < totals[best] { k } else { best });
        Ok((best + 1, format!("{criterion} averaged over units, among 1 to {longest}")))
    }
}
