//! What the test does in samples as small as the one at hand.

use super::statistics::{Asked, Equation};
use crate::Note;
use crate::dist::{chi_squared, f, sup_bessel};
use crate::regression::quantile::QuantileCovariance;
use crate::resampling::{Rate, Streams};

/// Below this number of rows a report says how the test behaves.
const SMALL: usize = 20;
const DRAWS: usize = 400;

/// For each convention a note on how often it rejects at 5 % where nothing depends on anything: normal regressors as many as in
/// the equation, a constant among them. None in a sample that is not small.
pub(super) fn notes(asked: &Asked, k: usize, q: usize, n: usize, seed: u64) -> Vec<(&'static str, Note)> {
    if n >= SMALL || n < k + asked.min_df {
        return Vec::new();
    }
    let mut counts: Vec<(&'static str, usize, usize)> = Vec::new();
    let mut add = |name: &'static str, p: f64| {
        let at = counts.iter().position(|(own, ..)| *own == name).unwrap_or_else(|| {
            counts.push((name, 0, 0));
            counts.len() - 1
        });
        counts[at].1 += usize::from(p < 0.05);
        counts[at].2 += 1;
    };
    let df = (n - k) as f64;
    for draw in 0..DRAWS {
        let mut stream = Streams::new(seed).replication(draw as u64);
        let mut column = || (0..n).map(|_| stream.standard_normal()).collect::<Vec<f64>>();
        let mut columns = vec![vec![1.0; n]];
        columns.extend((1..k).map(|_| column()));
        let y = column();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let Some(mut equation) = Equation::new(&columns, &y, q, asked.bandwidth) else { continue };
        for &kind in &asked.covariances {
            let nid = kind == QuantileCovariance::Nid;
            if asked.not_identified(&asked.interval, n, k).is_none()
                && let Some(largest) = equation.largest(&asked.grid, kind)
            {
                let p = sup_bessel::sf(largest.statistic, q, asked.interval);
                add(if nid { "sup-nid" } else { "sup-iid" }, p);
            }
            for &tau in asked.quantiles.iter().filter(|tau| asked.not_identified(&[**tau], n, k).is_none()) {
                let Some(w) = equation.at(tau, kind).and_then(|wald| wald.statistic) else { continue };
                let q = q as f64;
                add(if nid { "chi2-nid" } else { "chi2-iid" }, chi_squared::sf(w, q));
                add(if nid { "F-nid" } else { "F-iid" }, f::sf(w / q, q, df));
            }
        }
    }
    let note = |(name, count, replications): (&'static str, usize, usize)| {
        let rate = Rate { count, replications };
        let text = format!(
            "on only {n} rows {name} at a nominal 5 % rejects a true null in {rate} of samples of white noise ({DRAWS} draws, \
             seed {seed}, all chosen quantiles together)"
        );
        (name, Note::new(text))
    };
    counts.into_iter().map(note).collect()
}
