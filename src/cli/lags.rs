//! Lags, what chooses them, and deterministic terms, in the words that all commands share.

use clap::{Args, ValueEnum};
use yalu::regression::Criterion;
use yalu::unit_root::{LagRule, Lags, Terms};

/// How many lags there are.
#[derive(Args, Clone)]
pub struct LagChoice {
    /// The number of lagged differences; in johansen the number of lags of the levels, which is one more
    #[arg(long, value_name = "LAGS", conflicts_with_all = ["select", "max_lags"])]
    pub lags: Option<usize>,
    /// The rule that chooses the number of lags; the test's own, mostly AIC, if neither this nor --lags is given
    #[arg(long, value_name = "RULE")]
    pub select: Option<RuleName>,
    /// The most lags a rule may choose; the test's own number if not given
    #[arg(long, value_name = "LAGS")]
    pub max_lags: Option<usize>,
}

/// The criteria by which an autoregression is chosen.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CriterionName {
    Aic,
    Bic,
    Hq,
}

impl From<CriterionName> for Criterion {
    fn from(name: CriterionName) -> Self {
        match name {
            CriterionName::Aic => Self::Aic,
            CriterionName::Bic => Self::Bic,
            CriterionName::Hq => Self::Hq,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleName {
    Aic,
    Bic,
    Hq,
    /// The modified AIC of Ng and Perron
    Maic,
    /// From the longest down to the first whose last lag has |t| ≥ 1.645
    T,
}

impl RuleName {
    /// The information criterion of this name; `None` for a rule that is none.
    pub fn criterion(self) -> Option<Criterion> {
        match self {
            Self::Aic => Some(Criterion::Aic),
            Self::Bic => Some(Criterion::Bic),
            Self::Hq => Some(Criterion::Hq),
            Self::Maic | Self::T => None,
        }
    }

    fn rule(self) -> LagRule {
        match self {
            Self::Maic => LagRule::ModifiedAic,
            Self::T => LagRule::TStat,
            Self::Aic => Criterion::Aic.into(),
            Self::Bic => Criterion::Bic.into(),
            Self::Hq => Criterion::Hq.into(),
        }
    }
}

impl LagChoice {
    /// What was asked for, the rule being the test's own if only the longest was; `None` to leave it to the test.
    pub fn lags(&self, own: impl Into<LagRule>) -> Option<Lags> {
        if let Some(lags) = self.lags {
            return Some(Lags::Given(lags));
        }
        if self.select.is_none() && self.max_lags.is_none() {
            return None;
        }
        let rule = self.select.map_or(own.into(), RuleName::rule);
        Some(Lags::Chosen { rule, longest: self.max_lags })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TermsName {
    #[value(alias = "none")]
    N,
    #[value(alias = "constant")]
    C,
    #[value(alias = "trend")]
    Ct,
    #[value(alias = "quadratic")]
    Ctt,
}

impl From<TermsName> for Terms {
    fn from(name: TermsName) -> Self {
        match name {
            TermsName::N => Self::None,
            TermsName::C => Self::Constant,
            TermsName::Ct => Self::Trend,
            TermsName::Ctt => Self::Quadratic,
        }
    }
}
