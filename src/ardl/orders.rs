//! How many lags each variable has, and who chose.

use std::fmt;

use serde::Serialize;

use crate::regression::{Criteria, Criterion, Information};

/// The orders p, q₁ … q_k of an autoregressive distributed lag model: lags 1 to p of the response, 0 to qⱼ of regressor j.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Orders {
    /// Lags of the response, at least 1.
    pub p: usize,
    /// The longest lag of each regressor; 0 is the regressor's present value alone.
    pub q: Vec<usize>,
}

impl Orders {
    /// p and q₁ … q_k.
    pub fn new(p: usize, q: &[usize]) -> Self {
        Self { p, q: q.to_vec() }
    }

    /// The observations that serve as lags only.
    pub fn longest(&self) -> usize {
        self.q.iter().copied().fold(self.p, usize::max)
    }

    /// How many coefficients the lags have.
    pub(super) fn coefficients(&self) -> usize {
        self.q.iter().fold(self.p, |sum, q| sum.saturating_add(q.saturating_add(1)))
    }
}

/// `(3, 1, 3, 2)`.
impl fmt::Display for Orders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}", self.p)?;
        self.q.iter().try_for_each(|q| write!(f, ", {q}"))?;
        f.write_str(")")
    }
}

/// What makes one model better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrderRule {
    /// The smallest value of an information criterion.
    Criterion(Criterion),
    /// The largest R² adjusted for degrees of freedom.
    AdjustedR2,
}

impl From<Criterion> for OrderRule {
    fn from(criterion: Criterion) -> Self {
        Self::Criterion(criterion)
    }
}

impl fmt::Display for OrderRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Criterion(criterion) => criterion.fmt(f),
            Self::AdjustedR2 => f.write_str("adjusted R²"),
        }
    }
}

/// The longest lags among which a rule may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaxOrders {
    /// This many for every variable.
    Each(usize),
    /// For the response, and for each regressor.
    Of(Orders),
}

impl From<usize> for MaxOrders {
    fn from(longest: usize) -> Self {
        Self::Each(longest)
    }
}

impl From<Orders> for MaxOrders {
    fn from(orders: Orders) -> Self {
        Self::Of(orders)
    }
}

impl MaxOrders {
    /// Written out for k regressors.
    pub(super) fn of(&self, k: usize) -> Orders {
        match self {
            Self::Each(longest) => Orders { p: *longest, q: vec![*longest; k] },
            Self::Of(orders) => orders.clone(),
        }
    }
}

/// The rows on which candidates are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CandidateRows {
    /// Those that the longest lags of all leave, the same for every candidate: only then are criteria comparable.
    #[default]
    Common,
    /// Those that a candidate's own longest lag leaves, as R's `auto_ardl` does: a candidate with fewer lags is then
    /// judged on more observations.
    Own,
}

/// One model that a rule looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Its orders.
    pub orders: Orders,
    /// Rows.
    pub nobs: usize,
    /// Coefficients.
    pub coefficients: usize,
    /// Gaussian log-likelihood at its maximum.
    pub log_likelihood: f64,
    /// R² adjusted for degrees of freedom, around the mean if the model has a constant.
    pub r2_adj: f64,
}

impl Candidate {
    /// AIC, BIC and HQ; whether σ² counts as a parameter is said by `information`.
    pub fn criteria(&self, information: Information) -> Criteria {
        information.criteria(self.log_likelihood, self.nobs, self.coefficients)
    }

    /// What the rule goes by, the smaller the better.
    pub(super) fn loss(&self, rule: OrderRule) -> f64 {
        let criteria = self.criteria(Information::default());
        match rule {
            OrderRule::Criterion(Criterion::Aic) => criteria.aic,
            OrderRule::Criterion(Criterion::Bic) => criteria.bic,
            OrderRule::Criterion(Criterion::Hq) => criteria.hq,
            OrderRule::AdjustedR2 => -self.r2_adj,
        }
    }
}
