//! Pointwise bootstrap bands of the measures by frequency.

use serde::Serialize;

use super::super::aligned::Aligned;
use super::super::equation::Roles;
use super::super::recursion::Recursion;
use super::super::spec::{Spec, slices};
use super::estimate::estimate;
use crate::Error;
use crate::resampling::{Streams, all_threads, spread};

/// What the bootstrap says of one measure at one frequency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Band {
    /// 2.5 % of the draws of the estimated system are below.
    pub lower: f64,
    /// 2.5 % of them are above.
    pub upper: f64,
    /// 5 % of the draws of a system without this causality are above.
    pub no_causality_95: f64,
}

/// For each direction a band at each frequency.
pub(super) fn bands(
    spec: &Spec<'_>,
    aligned: &Aligned,
    roles: &[Roles; 2],
    frequencies: &[f64],
    draws: usize,
) -> Result<[Vec<Band>; 2], Error> {
    let p = roles[0].tested.longest();
    let fixed = spec.fixed(aligned, p)?;
    let fixed = slices(&fixed);
    let width = frequencies.len();
    // Of each draw both directions at all frequencies.
    let simulate = |restricted: Option<usize>, block: u64| -> Result<Vec<Vec<f64>>, Error> {
        let system = Recursion::of(spec, aligned, roles, restricted, false)?;
        let rows = system.rows();
        let mut results = vec![Vec::new(); draws];
        spread(&mut results, all_threads(), |first, part| {
            for (result, draw) in part.iter_mut().zip(first..) {
                let mut stream = Streams::new(spec.seed).replication(block * draws as u64 + draw as u64);
                let series = system.generate(|_| ((stream.uniform() * rows as f64) as usize, 1.0));
                let pair = estimate(&fixed, [&series[0], &series[1]], p);
                *result = (0..2)
                    .flat_map(|way| frequencies.iter().map(|omega| pair.at(way, *omega)).collect::<Vec<_>>())
                    .collect();
            }
        });
        Ok(results)
    };
    let estimated = simulate(None, 0)?;
    let without = [simulate(Some(0), 1)?, simulate(Some(1), 2)?];
    let sorted = |results: &[Vec<f64>], at: usize| {
        let mut values: Vec<f64> = results.iter().map(|result| result[at]).collect();
        // An explosive draw may leave the range of doubles: it is among the largest.
        values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = f64::INFINITY);
        values.sort_by(f64::total_cmp);
        values
    };
    let of = |way: usize| {
        let band = |i: usize| {
            let (all, null) = (sorted(&estimated, way * width + i), sorted(&without[way], way * width + i));
            Band { lower: quantile(&all, 0.025), upper: quantile(&all, 0.975), no_causality_95: quantile(&null, 0.95) }
        };
        (0..width).map(band).collect::<Vec<_>>()
    };
    Ok([of(0), of(1)])
}

/// Linear between order statistics (Hyndman and Fan's type 7, R's default).
fn quantile(sorted: &[f64], q: f64) -> f64 {
    let place = q * (sorted.len() - 1) as f64;
    let (below, share) = (place.floor() as usize, place.fract());
    let above = (below + 1).min(sorted.len() - 1);
    if share == 0.0 { sorted[below] } else { sorted[below] + share * (sorted[above] - sorted[below]) }
}
