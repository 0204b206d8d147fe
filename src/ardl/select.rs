//! The orders that a rule prefers among all up to the longest.

use ndarray::ArrayView1;

use super::aligned::Aligned;
use super::orders::{Candidate, CandidateRows, OrderRule, Orders};
use crate::linalg::Reduction;
use crate::regression::refuse_collinear;
use crate::{Design, Error, ErrorKind, Sample};

/// The most candidates that are looked at.
const MOST_CANDIDATES: usize = 200_000;

/// The longest lags tried for every variable when nothing is said.
const DEFAULT_LONGEST: usize = 4;

/// Every candidate, the best first, and the rows of those with the longest lags.
pub(super) struct Ranking {
    pub candidates: Vec<Candidate>,
    pub sample: Sample,
}

/// The longest lags, up to four, that leave the largest candidate `min_df` degrees of freedom; at least one.
pub(super) fn default_longest(aligned: &Aligned<'_>, min_df: usize) -> Orders {
    let of = |longest| Orders { p: longest, q: vec![longest; aligned.regressors.len()] };
    let fits = |orders: &Orders| needed(aligned, orders, min_df) <= aligned.response.len();
    (1..=DEFAULT_LONGEST).rev().map(of).find(fits).unwrap_or_else(|| of(1))
}

/// The observations that a model needs to keep `df` degrees of freedom.
pub(super) fn needed(aligned: &Aligned<'_>, orders: &Orders, df: usize) -> usize {
    let coefficients = orders.coefficients().saturating_add(aligned.deterministic() + aligned.fixed());
    coefficients.saturating_add(orders.longest()).saturating_add(df)
}

/// Ranks all orders p = 1 … and q = 0 … up to the longest.
pub(super) fn rank(
    aligned: &Aligned<'_>,
    rule: OrderRule,
    longest: &Orders,
    rows: CandidateRows,
    min_df: usize,
) -> Result<Ranking, Error> {
    refuse_wide(aligned, longest, min_df)?;
    let design = aligned.levels(longest)?;
    let sample = design.sample();
    let mut candidates = match rows {
        CandidateRows::Common => Grid::new(aligned, design, longest)?.candidates(&all(longest)),
        CandidateRows::Own => {
            let mut candidates = Vec::new();
            for depth in 1..=longest.longest() {
                let most = capped(longest, depth);
                let these: Vec<Orders> = all(&most).into_iter().filter(|orders| orders.longest() == depth).collect();
                candidates.extend(Grid::new(aligned, aligned.levels(&most)?, &most)?.candidates(&these));
            }
            candidates
        }
    };
    let order = |a: &Candidate, b: &Candidate| {
        let by_rule = a.loss(rule).total_cmp(&b.loss(rule));
        by_rule.then(a.coefficients.cmp(&b.coefficients)).then_with(|| a.orders.cmp(&b.orders))
    };
    candidates.sort_by(order);
    Ok(Ranking { candidates, sample })
}

fn refuse_wide(aligned: &Aligned<'_>, longest: &Orders, min_df: usize) -> Result<(), Error> {
    let size = longest.q.iter().fold(longest.p, |size, q| size.saturating_mul(q.saturating_add(1)));
    if longest.p == 0 || size > MOST_CANDIDATES {
        return Err(Error::new(
            ErrorKind::Argument,
            format!(
                "choosing orders up to {longest} means {size} models; between 1 and {MOST_CANDIDATES} can be compared"
            ),
        )
        .remedy("give shorter longest lags, at least one for the response"));
    }
    let (needed, found) = (needed(aligned, longest, min_df), aligned.response.len());
    if needed > found {
        return Err(Error::new(
            ErrorKind::Sample,
            format!(
                "choosing orders up to {longest} for `{}` needs {needed} observations, found {found}",
                aligned.response.name()
            ),
        )
        .remedy("choose among fewer lags, or give a longer sample"));
    }
    Ok(())
}

fn capped(longest: &Orders, depth: usize) -> Orders {
    Orders { p: longest.p.min(depth), q: longest.q.iter().map(|q| *q.min(&depth)).collect() }
}

/// Every combination of orders up to these.
fn all(longest: &Orders) -> Vec<Orders> {
    let mut combinations: Vec<Orders> = (1..=longest.p).map(|p| Orders { p, q: Vec::new() }).collect();
    for most in &longest.q {
        combinations = combinations
            .iter()
            .flat_map(|shorter| (0..=*most).map(|q| Orders { p: shorter.p, q: [shorter.q.as_slice(), &[q]].concat() }))
            .collect();
    }
    combinations
}

/// All candidates' columns, reduced once; a candidate is a selection of them.
struct Grid {
    reduction: Reduction,
    longest: Orders,
    deterministic: usize,
    rows: usize,
    /// The response's sum of squares around its mean, or around zero in a model without constant.
    total: f64,
}

impl Grid {
    fn new(aligned: &Aligned<'_>, design: Design, longest: &Orders) -> Result<Self, Error> {
        let columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|x| x.to_vec()).collect();
        let y = design.y().to_vec();
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).chain([y.as_slice()]).collect();
        let reduction = Reduction::of_columns(&slices);
        let terms = design.terms();
        let constant = |j: usize| constant(design.x().column(j));
        refuse_collinear(&reduction, columns.len(), |j| terms[j].clone(), constant)?;
        // The constant is the first column, if there is one.
        let kept = usize::from(aligned.deterministic() > 0);
        let total = reduction.tail_square(columns.len(), kept);
        Ok(Self { reduction, longest: longest.clone(), deterministic: aligned.deterministic(), rows: y.len(), total })
    }

    fn candidates(&self, orders: &[Orders]) -> Vec<Candidate> {
        orders.iter().map(|orders| self.candidate(orders)).collect()
    }

    fn candidate(&self, orders: &Orders) -> Candidate {
        let columns = self.columns(orders);
        let k = columns.len() - 1;
        let rss = self.reduction.select(&columns).tail_square(k, k);
        let n = self.rows as f64;
        let target = self.reduction.columns() - 1;
        // In logarithms, which no unit of measurement can bring to overflow.
        let ln_unit = 2.0 * f64::from(self.reduction.exponent(target)) * std::f64::consts::LN_2;
        let ln_variance = (rss / n).ln() + ln_unit;
        let constant = f64::from(u8::from(self.deterministic > 0));
        Candidate {
            orders: orders.clone(),
            nobs: self.rows,
            coefficients: k,
            log_likelihood: -0.5 * n * ((2.0 * std::f64::consts::PI).ln() + ln_variance + 1.0),
            r2_adj: 1.0 - rss / self.total * (n - constant) / (n - k as f64),
        }
    }

    /// The columns of a candidate and the response, in the order of [`Aligned::levels`].
    fn columns(&self, orders: &Orders) -> Vec<usize> {
        let mut columns: Vec<usize> = (0..self.deterministic + orders.p).collect();
        let mut start = self.deterministic + self.longest.p;
        for (q, most) in orders.q.iter().zip(&self.longest.q) {
            columns.extend(start..=start + q);
            start += most + 1;
        }
        columns.extend(start..self.reduction.columns());
        columns
    }
}

fn constant(column: ArrayView1<'_, f64>) -> Option<f64> {
    column.first().copied().filter(|first| column.iter().all(|value| value == first))
}
