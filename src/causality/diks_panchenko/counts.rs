//! Which rows are near each other, and what that comes to.

use crate::linalg::dot;
use crate::resampling::{all_threads, spread};

/// Two standardised series of one length, seen m values at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Embedding<'a> {
    pub x: &'a [f64],
    pub y: &'a [f64],
    pub lags: usize,
    pub epsilon: f64,
}

/// The standardised statistics; `None` where a variance is zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    pub diks_panchenko: Option<f64>,
    pub hiemstra_jones: Option<f64>,
}

/// How many rows are near one row in X and Y and Z, in X and Y, in Y and Z, in Y.
type Counts = [u32; 4];

/// For one row, whether each other row is near it: in Y, in X and Y, in Y and Z, in all three.
struct Near {
    y: Vec<bool>,
    xy: Vec<bool>,
    yz: Vec<bool>,
    xyz: Vec<bool>,
}

impl Near {
    fn new(rows: usize) -> Self {
        let none = vec![false; rows];
        Self { y: none.clone(), xy: none.clone(), yz: none.clone(), xyz: none }
    }

    /// Row i itself is not near.
    fn look(&mut self, from: &Embedding<'_>, i: usize) {
        let (m, n) = (from.lags, self.y.len());
        let near = |target: &mut [bool], values: &[f64], own: f64, also: &[bool]| {
            for ((near, value), also) in target.iter_mut().zip(values).zip(also) {
                *near = *also & ((own - value).abs() <= from.epsilon);
            }
        };
        self.y.fill(true);
        self.y[i] = false;
        for lag in 1..=m {
            let (values, own) = (&from.y[m - lag..], from.y[m + i - lag]);
            self.y.iter_mut().zip(values).for_each(|(near, value)| *near &= (own - value).abs() <= from.epsilon);
        }
        self.xy.copy_from_slice(&self.y);
        for lag in 1..=m {
            let (values, own) = (&from.x[m - lag..], from.x[m + i - lag]);
            self.xy.iter_mut().zip(values).for_each(|(near, value)| *near &= (own - value).abs() <= from.epsilon);
        }
        let z = &from.y[m..m + n];
        near(&mut self.yz, z, z[i], &self.y);
        near(&mut self.xyz, z, z[i], &self.xy);
    }

    fn counts(&self) -> Counts {
        let count = |near: &[bool]| near.iter().map(|near| u32::from(*near)).sum();
        [count(&self.xyz), count(&self.xy), count(&self.yz), count(&self.y)]
    }
}

impl Embedding<'_> {
    /// Both statistics, with variances of this many autocovariances. O(n²), rows shared out among threads.
    pub fn statistics(&self, memory: usize) -> Statistics {
        let rows = self.y.len() - self.lags;
        let n = rows as f64;
        let mut counts: Vec<Counts> = vec![[0; 4]; rows];
        spread(&mut counts, all_threads(), |first, part| {
            let mut near = Near::new(rows);
            for (counts, i) in part.iter_mut().zip(first..) {
                near.look(self, i);
                *counts = near.counts();
            }
        });
        let shares: Vec<[f64; 4]> = counts.iter().map(|counts| counts.map(|count| f64::from(count) / n)).collect();
        let excess = |[xyz, xy, yz, y]: [f64; 4]| xyz * y - xy * yz;
        let mean = shares.iter().map(|share| excess(*share)).sum::<f64>() / n;

        // What row i contributes as the first, second and third of the rows that are compared.
        let mut contributions = vec![0.0; rows];
        spread(&mut contributions, all_threads(), |first, part| {
            let mut near = Near::new(rows);
            for (contribution, i) in part.iter_mut().zip(first..) {
                near.look(self, i);
                let mut others = 0.0;
                for (j, [xyz, xy, yz, y]) in shares.iter().enumerate() {
                    if near.y[j] {
                        let if_near = |near: bool, share: f64| if near { share } else { 0.0 };
                        others += if_near(near.xyz[j], *y) + xyz - if_near(near.xy[j], *yz) - if_near(near.yz[j], *xy);
                    }
                }
                *contribution = (excess(shares[i]) + others / n) / 3.0 - mean;
            }
        });
        let variance = 9.0 * long_run_variance(&contributions, memory);
        let standardised = |value: f64, variance: f64| {
            let ratio = n.sqrt() * value / variance.sqrt();
            (variance > 0.0 && ratio.is_finite()).then_some(ratio)
        };
        Statistics {
            diks_panchenko: standardised(mean, variance),
            hiemstra_jones: hiemstra_jones(&counts, memory).and_then(|(q, variance)| standardised(q, variance)),
        }
    }
}

/// Q and its variance by the delta method.
fn hiemstra_jones(counts: &[Counts], memory: usize) -> Option<(f64, f64)> {
    let n = counts.len() as f64;
    let shares = |counts: &Counts| counts.map(|count| f64::from(count) / (n - 1.0));
    let mut means = [0.0; 4];
    for share in counts.iter().map(shares) {
        means.iter_mut().zip(share).for_each(|(mean, share)| *mean += share / n);
    }
    let [xyz, xy, yz, y] = means;
    if xy == 0.0 || y == 0.0 {
        return None;
    }
    let slopes = [1.0 / xy, -xyz / (xy * xy), -1.0 / y, yz / (y * y)];
    let contributions: Vec<f64> =
        counts.iter().map(shares).map(|share| (0..4).map(|i| slopes[i] * (share[i] - means[i])).sum()).collect();
    Some((xyz / xy - yz / y, 4.0 * long_run_variance(&contributions, memory)))
}

/// Σ over k < K of the k-th autocovariance of values with mean zero, weighted 1 at k = 0 and 2(1 − k/K) beyond; each is
/// divided by its own number of terms.
fn long_run_variance(values: &[f64], memory: usize) -> f64 {
    let n = values.len();
    (0..memory.min(n))
        .map(|k| {
            let weight = if k == 0 { 1.0 } else { 2.0 * (1.0 - k as f64 / memory as f64) };
            weight * dot(&values[k..], &values[..n - k]) / (n - k) as f64
        })
        .sum()
}
