//! How many lagged differences a test regression has, and who chose.

use std::fmt;

use super::input::differences;
use crate::hypothesis::Setting;
use crate::linalg::{Reduction, solve_upper};
use crate::regression::Criterion;
use crate::{Error, ErrorKind};

/// The rule by which the data choose the number of lags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LagRule {
    /// The smallest value of an information criterion.
    Criterion(Criterion),
    /// Ng and Perron's (2001) modified AIC, which counts beside the lags what the lagged level explains:
    /// T ln σ̂² + 2(k + β̂₀² Σỹ²ₜ₋₁/σ̂²), ỹ the level without its deterministic terms, β̂₀ its coefficient, σ̂² = RSS/T. It
    /// keeps enough lags for the test to hold its size when the difference has a moving-average root near −1.
    #[doc(alias = "MAIC")]
    ModifiedAic,
    /// From the longest down to the first whose last lag has |t| ≥ 1.645 (10 %, normal): Ng and Perron (1995).
    #[doc(alias = "general-to-specific")]
    TStat,
}

impl From<Criterion> for LagRule {
    fn from(criterion: Criterion) -> Self {
        Self::Criterion(criterion)
    }
}

impl fmt::Display for LagRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Criterion(criterion) => criterion.fmt(f),
            Self::ModifiedAic => f.write_str("modified AIC"),
            Self::TStat => f.write_str("|t| of the last lag ≥ 1.645"),
        }
    }
}

/// The number of lagged differences: given, or left to the data.
///
/// Candidates are compared on the rows that the longest leaves; the winner is estimated again on all rows it can use, as
/// statsmodels, arch and gretl do. The longest is Schwert's (1989) ⌈12 (n/100)^¼⌉ unless said, and in either case leaves
/// at least five residual degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lags {
    /// This many.
    Given(usize),
    /// As many as a rule prefers.
    Chosen {
        /// The rule.
        rule: LagRule,
        /// The most it may choose; Schwert's number if `None`.
        longest: Option<usize>,
    },
}

impl Default for Lags {
    fn default() -> Self {
        Self::by(Criterion::Aic)
    }
}

impl From<usize> for Lags {
    fn from(lags: usize) -> Self {
        Self::Given(lags)
    }
}

impl Lags {
    /// As many as this rule prefers.
    pub fn by(rule: impl Into<LagRule>) -> Self {
        Self::Chosen { rule: rule.into(), longest: None }
    }

    /// As many as this rule prefers, at most `longest`.
    pub fn up_to(rule: impl Into<LagRule>, longest: usize) -> Self {
        Self::Chosen { rule: rule.into(), longest: Some(longest) }
    }

    /// Settles the number for the levels `values`.
    ///
    /// `fixed(from)` gives the regressors that are always there (`width` columns, the lagged level among them) for
    /// observations `from` to the end.
    pub(crate) fn settle(
        self,
        name: &str,
        values: &[f64],
        width: usize,
        fixed: impl Fn(usize) -> Vec<Vec<f64>>,
    ) -> Result<LagOrder, Error> {
        match self {
            Self::Given(lags) => Ok(LagOrder::given(lags)),
            Self::Chosen { rule, longest } => {
                let most = most_lags(values.len(), width);
                if let (Some(asked), Some(most)) = (longest, most)
                    && asked > most
                {
                    return Err(Error::new(
                        ErrorKind::Sample,
                        format!(
                            "choosing among 0 to {asked} lags of `{name}` needs {} observations, found {}",
                            asked.saturating_mul(2).saturating_add(width + 6),
                            values.len()
                        ),
                    )
                    .remedy(format!("let the rule choose among at most {most} lags, or give a longer sample")));
                }
                let longest = longest.unwrap_or_else(|| schwert(values.len())).min(most.unwrap_or(0));
                Ok(choose(rule, longest, values, &fixed(longest + 1)))
            }
        }
    }
}

/// ⌈12 (n/100)^¼⌉ of Schwert (1989).
pub(crate) fn schwert(n: usize) -> usize {
    (12.0 * (n as f64 / 100.0).powf(0.25)).ceil() as usize
}

/// The most lags that leave five residual degrees of freedom beside `width` other regressors.
fn most_lags(n: usize, width: usize) -> Option<usize> {
    n.checked_sub(width + 6).map(|left| left / 2)
}

/// One reduction serves every number of lags: each model is the first columns of the next.
fn choose(rule: LagRule, longest: usize, values: &[f64], fixed: &[Vec<f64>]) -> LagOrder {
    let changes = differences(values);
    let rows = values.len() - 1 - longest;
    let lagged = (1..=longest).map(|lag| &changes[longest - lag..changes.len() - lag]);
    let columns: Vec<&[f64]> = fixed.iter().map(Vec::as_slice).chain(lagged).chain([&changes[longest..]]).collect();
    let reduction = Reduction::of_columns(&columns);
    let (lags, candidates) = prefer(rule, &reduction, fixed.len(), 0, rows);
    LagOrder { lags, chosen_by: format!("{rule} among 0 to {longest} lags, {rows} rows"), candidates }
}

/// The number of lags that the rule prefers, and its value for each candidate, in a reduction of `fixed` columns (the
/// lagged level last), the lags from the first to the longest, and the response; `absorbed` regressors were taken out before.
pub(crate) fn prefer(
    rule: LagRule,
    reduction: &Reduction,
    fixed: usize,
    absorbed: usize,
    rows: usize,
) -> (usize, Vec<f64>) {
    let (target, n) = (reduction.columns() - 1, rows as f64);
    let longest = target - fixed;
    let rss = |lags: usize| reduction.tail_square(target, fixed + lags);
    let candidates: Vec<f64> = (0..=longest)
        .map(|lags| {
            let k = fixed + lags;
            match rule {
                LagRule::Criterion(criterion) => n * (rss(lags) / n).ln() + criterion.price(n) * k as f64,
                LagRule::ModifiedAic => {
                    let level = |level| explained_by_level(reduction, level, k, target) * n / rss(lags);
                    let weight = fixed.checked_sub(1).map_or(0.0, level);
                    n * (rss(lags) / n).ln() + 2.0 * (lags as f64 + weight)
                }
                LagRule::TStat if lags == 0 => f64::NAN,
                LagRule::TStat => reduction.column(target)[k - 1] / (rss(lags) / (n - (k + absorbed) as f64)).sqrt(),
            }
        })
        .collect();
    let best = match rule {
        LagRule::Criterion(_) | LagRule::ModifiedAic => {
            (0..=longest).min_by(|a, b| candidates[*a].total_cmp(&candidates[*b]))
        }
        LagRule::TStat => (1..=longest).rev().find(|lags| candidates[*lags].abs() >= T_CRITICAL),
    };
    (best.unwrap_or(0), if rule == LagRule::TStat { candidates[1..].to_vec() } else { candidates })
}

/// β̂₀² Σỹ²ₜ₋₁: the squared coefficient of the column `level` among the first `k`, times the sum of squares that the
/// columns before it leave of it; in the scale of the target's sums of squares.
fn explained_by_level(reduction: &Reduction, level: usize, k: usize, target: usize) -> f64 {
    let mut coefficients = reduction.column(target)[..k].to_vec();
    solve_upper(reduction.triangle(), reduction.columns(), &mut coefficients);
    coefficients[level].powi(2) * reduction.tail_square(level, level)
}

/// The normal's 95 % point.
const T_CRITICAL: f64 = 1.644_853_626_951_472_2;

/// The number of lags and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct LagOrder {
    /// Lagged differences in the regression.
    pub lags: usize,
    /// Who or what chose.
    pub chosen_by: String,
    /// The rule's value for each candidate: from 0 lags on for a criterion (up to a constant common to all), from 1 on
    /// for |t|; empty if the number was given.
    pub candidates: Vec<f64>,
}

impl LagOrder {
    /// The user's number.
    pub(crate) fn given(lags: usize) -> Self {
        Self { lags, chosen_by: "user".into(), candidates: Vec::new() }
    }

    /// As a setting of a report.
    pub fn setting(&self) -> Setting {
        Setting::new("lags", self.lags.to_string(), self.chosen_by.clone())
    }
}
