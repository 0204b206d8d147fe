//! The best partition into a given number of regimes, by dynamic programming (Bai and Perron 2003, section 3).

use super::segments::Segments;

/// For each number of breaks from 0 on: rows before each break, and the residual sum of squares (scaled).
pub(super) fn best(segments: &Segments, most: usize) -> Vec<Option<(Vec<usize>, f64)>> {
    let (n, shortest) = (segments.n, segments.shortest);
    // The best of the rows up to each, with one regime more in every round.
    let mut costs = vec![f64::INFINITY; n];
    costs[shortest - 1..].copy_from_slice(segments.from(0));
    let mut last_breaks: Vec<Vec<usize>> = Vec::with_capacity(most);
    let mut found = vec![finite(Vec::new(), costs[n - 1])];
    for breaks in 1..=most {
        let (mut next, mut last) = (vec![f64::INFINITY; n], vec![0; n]);
        for before in breaks * shortest..=n.saturating_sub(shortest) {
            let so_far = costs[before - 1];
            if so_far.is_infinite() {
                continue;
            }
            let ends = before + shortest - 1..n;
            for ((cost, last), sum) in next[ends.clone()].iter_mut().zip(&mut last[ends]).zip(segments.from(before)) {
                let total = so_far + sum;
                if total < *cost {
                    (*cost, *last) = (total, before);
                }
            }
        }
        last_breaks.push(last);
        costs = next;
        let mut at = n;
        let mut dates: Vec<usize> = Vec::new();
        if costs[n - 1].is_finite() {
            for last in last_breaks.iter().rev() {
                at = last[at - 1];
                dates.push(at);
            }
            dates.reverse();
        }
        found.push(finite(dates, costs[n - 1]));
    }
    found
}

fn finite(dates: Vec<usize>, sum: f64) -> Option<(Vec<usize>, f64)> {
    sum.is_finite().then_some((dates, sum))
}
