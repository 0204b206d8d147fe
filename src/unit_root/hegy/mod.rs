//! Seasonal unit roots: the test of Hylleberg, Engle, Granger and Yoo, for half-yearly, quarterly and monthly series.
//!
//! # Hypotheses
//! One null for each frequency: the series has a unit root there, so that its level (zero frequency) or its seasonal
//! pattern wanders for ever. Alternative: it is stationary at that frequency, around the deterministic terms. Two joint
//! nulls: unit roots at all seasonal frequencies, and at all frequencies, which a seasonal difference would remove.
//! # Model
//! yₜ − yₜ₋ₛ = d'ₜδ + Σᵢ πᵢ yᵢ,ₜ₋₁ + Σⱼ γⱼ (yₜ₋ⱼ − yₜ₋ⱼ₋ₛ) + uₜ. y₁ sums the last S values and keeps the zero frequency
//! only, y₂ alternates their signs and keeps cycles of two periods; the others come in pairs, sums with weights
//! cos 2πjm/S and sin 2πjm/S, m = 1 … S, and keep cycles of S/j periods.
//! # Assumptions
//! The seasonal difference is an autoregression of an order that the lags take up; the seasonal pattern does not break.
//! # Statistic and null distribution
//! t of π₁ and of π₂ (small values speak against the root), F of each pair, F of all seasonal ones and of all (large
//! values do). The laws have no formula and depend on the deterministic terms, the seasons, the length and the lags: they
//! are drawn for the sample at hand, from seasonal random walks with normal shocks.
//! # Conventions
//! A constant and seasonal dummies unless set. Lags are chosen by AIC unless given: candidates on the rows that the
//! longest leaves, the winner on all its rows; the law is drawn with that number of lags, as if it had been given. 4,999
//! draws from seed 1, p = (1 + draws beyond)/5,000. [`SeasonalLaw::Surfaces`] are uroot's p-values instead. The headline
//! is the joint test of the seasonal roots; in half-yearly data, which have one, its t.
//! # Agrees with / differs from
//! - R uroot `hegy.test`: statistics, and lags by AIC and BIC. Its p-values with given lags are those of the surfaces
//!   within two per cent; for the joint F the surfaces are off (see [`dist::hegy`](crate::dist::hegy)), and with lags by AIC or
//!   BIC, where uroot looks other surfaces up, they can be far off.
//! - uroot has no half-yearly data, and stops without deterministic terms.
//! # Example
//! ```
//! use yalu::unit_root::{Hegy, SeasonalTerms};
//! use yalu::{HypothesisTest, Series};
//! let ripple = |t: usize| (0.7 * (t * t) as f64).sin();
//! let sales = (0..80).map(|t| [3.0, 1.0, 2.0, 5.0][t % 4] + ripple(t)).collect();
//! let sales = Series::new("sales", "2001Q1".parse()?, sales)?;
//! let result = Hegy::of(&sales).terms(SeasonalTerms::Seasons).lags(0).run()?;
//! assert_eq!(result.report().null, "sales has unit roots at all seasonal frequencies");
//! assert_eq!(result.report().rejects(0.01), Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Hylleberg, S., R. F. Engle, C. W. J. Granger and B. S. Yoo (1990), *Journal of Econometrics* 44, 215–238.
//! - Beaulieu, J. J. and J. A. Miron (1993), *Journal of Econometrics* 55, 305–328.
//! - Díaz-Emparanza, I. (2014), *Computational Statistics & Data Analysis* 76, 237–247.

mod questions;
mod result;
mod simulation;
mod statistics;

use crate::dist::hegy::{Regression, Roots};
use crate::unit_root::setters::min_df_setter;

pub use crate::dist::hegy::SeasonalTerms;
pub use result::HegyResult;

use super::input::refuse_constant;
use super::lags::{prefer, schwert};
use super::test_regression::Columns;
use super::{LagOrder, Lags};
use crate::design::season::season_name;
use crate::linalg::Reduction;
use crate::regression::Fit;
use crate::{Error, ErrorKind, Frequency, Series};
use statistics::{Filtered, deterministic};

/// Where p-values and critical values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeasonalLaw {
    /// From this many seasonal random walks as long as the series, with normal shocks, drawn with this seed.
    Drawn {
        /// At least 100.
        draws: usize,
        /// Draw i uses stream i of this seed.
        seed: u64,
    },
    /// Díaz-Emparanza's (2014) response surfaces, as R's uroot has them; not without deterministic terms.
    Surfaces,
}

/// A p of 5 % has a standard error of 0.3 %.
impl Default for SeasonalLaw {
    fn default() -> Self {
        Self::Drawn { draws: 4_999, seed: 1 }
    }
}

/// The test for seasonal unit roots of one series; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Hegy<'a> {
    series: &'a Series,
    terms: SeasonalTerms,
    lags: Lags,
    law: SeasonalLaw,
    min_df: usize,
}

impl<'a> Hegy<'a> {
    /// Of this series, with a constant and seasonal dummies, and lags chosen by AIC.
    pub fn of(series: &'a Series) -> Self {
        Self { series, terms: SeasonalTerms::default(), lags: Lags::default(), law: SeasonalLaw::default(), min_df: 5 }
    }

    /// The deterministic terms; a constant and seasonal dummies unless set.
    pub fn terms(mut self, terms: SeasonalTerms) -> Self {
        self.terms = terms;
        self
    }

    /// The number of lagged seasonal differences, or the rule that chooses it; AIC up to Schwert's number unless set.
    pub fn lags(mut self, lags: impl Into<Lags>) -> Self {
        self.lags = lags.into();
        self
    }

    /// Where p-values come from; 4,999 draws with seed 1 unless set, which take about a tenth of a second for 100
    /// quarters, ten times that for 240 months.
    pub fn law(mut self, law: SeasonalLaw) -> Self {
        self.law = law;
        self
    }

    min_df_setter!();

    /// Tests.
    ///
    /// # Errors
    /// If the series is annual, does not vary, repeats the same year or overflows, there are fewer observations than the
    /// regression needs, its regressors are collinear, or the law cannot be had.
    pub fn run(&self) -> Result<HegyResult, Error> {
        let (series, per_year) = (self.series, self.series.frequency().per_year());
        let name = series.name();
        if series.frequency() == Frequency::Annual {
            return Err(Error::new(ErrorKind::Frequency, format!("`{name}` is annual and has no seasons"))
                .remedy("test half-yearly, quarterly or monthly data, or test an annual series with `Adf`"));
        }
        self.check_law()?;
        refuse_constant(series)?;
        let given = match self.lags {
            Lags::Given(lags) => lags,
            Lags::Chosen { longest, .. } => longest.unwrap_or(0),
        };
        self.refuse_too_short(given)?;
        let filtered = Filtered::of(series.values(), per_year);
        if filtered.levels.iter().chain([&filtered.changes]).flatten().any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::NonFinite, format!("a year of `{name}` leaves the range of numbers"))
                .remedy("rescale the series"));
        }
        if filtered.changes.iter().all(|change| *change == filtered.changes[0]) {
            return Err(Error::new(
                ErrorKind::Constant,
                format!("every year of `{name}` differs from the last by the same"),
            )
            .remedy("a fixed pattern has no seasonal unit root to test"));
        }
        let terms = deterministic(self.terms, per_year, self.part(), filtered.changes.len());
        let order = self.order(&filtered, &terms);
        let fit = self.fit(&filtered, &terms, order.lags)?;
        let Some(statistics) = filtered.statistics(&terms, order.lags) else {
            return Err(Error::new(ErrorKind::Collinear, format!("the seasonal pattern of `{name}` fits it exactly"))
                .remedy("a series without a random part has no unit root to test"));
        };
        Ok(HegyResult::new(self, statistics, order, fit))
    }

    /// The part of the year to which the first row belongs.
    fn part(&self) -> usize {
        self.series.start().part()
    }

    fn check_law(&self) -> Result<(), Error> {
        let refuse = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        match self.law {
            SeasonalLaw::Drawn { draws: draws @ 0..100, .. } => {
                refuse(format!("{draws} draws tell nothing about a tail"), "ask for at least 100, better 4,999")
            }
            SeasonalLaw::Surfaces if self.terms == SeasonalTerms::None => {
                refuse("there is no response surface without deterministic terms".into(), "draw the law instead")
            }
            _ => Ok(()),
        }
    }

    fn refuse_too_short(&self, lags: usize) -> Result<(), Error> {
        let per_year = self.series.frequency().per_year();
        let terms = self.terms.count(per_year);
        let needed = 2usize.saturating_mul(lags).saturating_add(2 * per_year + terms + 1);
        if self.series.len() >= needed {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Sample,
            format!(
                "HEGY on `{}` needs {needed} observations ({terms} deterministic terms, {per_year} seasons, {lags} lags), \
                 found {}",
                self.series.name(),
                self.series.len()
            ),
        )
        .remedy("use fewer lags or deterministic terms, or a longer sample"))
    }

    fn order(&self, filtered: &Filtered, terms: &[Vec<f64>]) -> LagOrder {
        let (rule, longest) = match self.lags {
            Lags::Given(lags) => return LagOrder::given(lags),
            Lags::Chosen { rule, longest } => (rule, longest),
        };
        let (rows, width) = (filtered.changes.len(), terms.len() + filtered.levels.len());
        // Five residual degrees of freedom for the longest unless the user asked for it.
        let longest = longest.unwrap_or_else(|| schwert(self.series.len()).min(rows.saturating_sub(width + 5) / 2));
        let fixed = terms.iter().chain(&filtered.levels).map(|column| &column[longest..]);
        let columns: Vec<&[f64]> =
            fixed.chain(filtered.lags(longest, longest)).chain([&filtered.changes[longest..]]).collect();
        let rows = rows - longest;
        let (lags, candidates) = prefer(rule, &Reduction::of_columns(&columns), width, 0, rows);
        LagOrder { lags, chosen_by: format!("{rule} among 0 to {longest} lags, {rows} rows"), candidates }
    }

    /// The test regression: deterministic terms, π₁ … π_S, lags.
    fn fit(&self, filtered: &Filtered, terms: &[Vec<f64>], lags: usize) -> Result<Fit, Error> {
        let (name, frequency) = (self.series.name(), self.series.frequency());
        let change = format!("diff({name}, {})", frequency.per_year());
        let mut names: Vec<String> = Vec::new();
        if self.terms != SeasonalTerms::None {
            names.push("(Intercept)".into());
        }
        if self.terms.has_trend() {
            names.push("trend()".into());
        }
        if self.terms.has_seasons() {
            names.extend((2..=frequency.per_year()).map(|season| season_name(frequency, season)));
        }
        let mut columns = Columns::default();
        columns.extend(names, terms.iter().map(|column| column[lags..].to_vec()).collect());
        for (i, level) in filtered.levels.iter().enumerate() {
            columns.push(format!("π{}", i + 1), &level[lags..]);
        }
        columns.lags(&change, &filtered.changes, lags, lags);
        columns.fit(self.series, change, &filtered.changes[lags..])
    }
}
