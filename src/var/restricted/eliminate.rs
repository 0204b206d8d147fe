//! Terms that leave one by one.

use serde::Serialize;

use super::{Pattern, System};
use crate::regression::Criterion;
use crate::{Error, ErrorKind};

/// The rule by which terms leave an equation, the one with the smallest |t| first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Elimination {
    rule: Rule,
    keep_fixed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Rule {
    BelowT(f64),
    Criterion(Criterion),
}

/// A term that left an equation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Eliminated {
    /// The series on the left.
    pub equation: String,
    /// The term.
    pub term: String,
    /// Its t when it left, among the terms that were there still.
    pub statistic: f64,
}

/// The same by place.
pub(in crate::var) struct Left {
    pub equation: usize,
    pub term: usize,
    pub statistic: f64,
}

impl Elimination {
    /// While a |t| is below the threshold; 2 is the usual one.
    #[doc(alias = "ser")]
    pub fn below_t(threshold: f64) -> Self {
        Self { rule: Rule::BelowT(threshold), keep_fixed: false }
    }

    /// While that lowers the criterion of the equation, ln(RSS/T) + penalty.
    #[doc(alias = "sequential elimination of regressors")]
    pub fn by(criterion: Criterion) -> Self {
        Self { rule: Rule::Criterion(criterion), keep_fixed: false }
    }

    /// Among lags only: deterministic terms and exogenous series stay.
    #[must_use]
    pub fn keep_fixed(mut self) -> Self {
        self.keep_fixed = true;
        self
    }

    /// What is left of a pattern, and what left it.
    ///
    /// # Errors
    /// If the threshold is negative or no number.
    pub(in crate::var) fn search(
        self,
        system: &System<'_>,
        mut pattern: Pattern,
        rows: usize,
        fixed: usize,
    ) -> Result<(Pattern, Vec<Left>), Error> {
        if let Rule::BelowT(threshold) = self.rule
            && !(threshold >= 0.0 && threshold.is_finite())
        {
            return Err(Error::new(ErrorKind::Argument, format!("a threshold of {threshold} for |t| is none"))
                .remedy("2 is the usual one"));
        }
        let mut left = Vec::new();
        for (equation, kept) in pattern.0.iter_mut().enumerate() {
            while let Some((place, statistic)) = self.weakest(system, equation, kept, rows, fixed) {
                left.push(Left { equation, term: kept.remove(place), statistic });
            }
        }
        Ok((pattern, left))
    }

    /// The term that is to leave next: its place among those kept, and its t.
    fn weakest(
        self,
        system: &System<'_>,
        equation: usize,
        kept: &[usize],
        rows: usize,
        fixed: usize,
    ) -> Option<(usize, f64)> {
        let (free, spreads, square) = system.equation(equation, kept);
        let df = (rows - kept.len()) as f64;
        let scale = (square / df).sqrt();
        let candidates = (0..kept.len()).filter(|&i| !self.keep_fixed || kept[i] >= fixed);
        let (place, t) =
            candidates.map(|i| (i, free[i] / spreads[i] / scale)).min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
        let leaves = match self.rule {
            Rule::BelowT(threshold) => t.abs() < threshold,
            // Without it the sum of squares is larger by t²RSS/df.
            Rule::Criterion(criterion) => (t * t / df).ln_1p() < criterion.price(rows as f64) / rows as f64,
        };
        leaves.then_some((place, t))
    }
}

impl std::fmt::Display for Elimination {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.rule {
            Rule::BelowT(threshold) => write!(f, "terms with |t| below {threshold}")?,
            Rule::Criterion(criterion) => write!(f, "terms whose exit lowers {criterion}")?,
        }
        f.write_str(if self.keep_fixed { ", lags only" } else { "" })
    }
}
