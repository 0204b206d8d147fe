//! Dates where some coefficients do not change: Bai and Perron's (2003) iteration between dates and fixed coefficients.

use super::model::Model;
use super::programming;
use super::segments::Segments;

/// Passes of the iteration; the sum of squares falls in each, and there are finitely many partitions.
const PASSES: usize = 100;

/// For each number of breaks from 0 on, rows before each break and the residual sum of squares. One break is found by trying
/// every date; more by iteration from several starts, the best being kept.
pub(super) fn best(model: &Model, shortest: usize, most: usize) -> Vec<Option<(Vec<usize>, f64)>> {
    let n = model.nobs();
    let mut found = vec![model.rss(0..n, &[]).map(|rss| (Vec::new(), rss))];
    let everything: Vec<&[f64]> = model.moving.iter().chain(&model.fixed).map(Vec::as_slice).collect();
    // Regimes in which all coefficients are identified need more rows than the fewest of a partial model.
    let longer = shortest.max(everything.len() + 1);
    let room = most.min((n / longer).saturating_sub(1));
    let starts_of_all = match room {
        0 => Vec::new(),
        room => programming::best(&Segments::of(&everything, &model.response, longer), room),
    };
    for breaks in 1..=most {
        let next = if breaks == 1 {
            one_break(model, shortest, 0..n)
        } else {
            let of_all = starts_of_all.get(breaks).cloned().flatten().map(|(dates, _)| dates);
            let before = found.iter().flatten().map(|(dates, _): &(Vec<usize>, f64)| dates.clone());
            let starts: Vec<Vec<usize>> = of_all.into_iter().chain(before).collect();
            starts
                .iter()
                .filter_map(|start| iterate(model, shortest, breaks, start))
                .reduce(|best, next| if next.1 < best.1 { next } else { best })
        };
        found.push(next);
    }
    found
}

/// The date in these rows (rows before it, from the first of them) that leaves the least, by trying all.
pub(super) fn one_break(model: &Model, shortest: usize, rows: std::ops::Range<usize>) -> Option<(Vec<usize>, f64)> {
    let dates = shortest..=rows.len().checked_sub(shortest)?;
    dates
        .filter_map(|date| Some((vec![date], model.rss(rows.clone(), &[date])?)))
        .reduce(|best, next| if next.1 < best.1 { next } else { best })
}

/// Dates given the fixed coefficients, these given the dates, and so on while the sum of squares falls.
fn iterate(model: &Model, shortest: usize, breaks: usize, start: &[usize]) -> Option<(Vec<usize>, f64)> {
    let n = model.nobs();
    let moving: Vec<&[f64]> = model.moving.iter().map(Vec::as_slice).collect();
    let mut best: Option<(Vec<usize>, f64)> = None;
    let mut dates = start.to_vec();
    for _ in 0..PASSES {
        let estimated = model.broken(0..n, &dates)?;
        if dates.len() == breaks {
            let rss = estimated.residuals.iter().map(|left| left * left).sum();
            match &best {
                Some((_, least)) if rss >= *least => break,
                _ => best = Some((dates.clone(), rss)),
            }
        }
        let mut response = model.response.clone();
        for (column, beta) in model.fixed.iter().zip(&estimated.beta) {
            response.iter_mut().zip(column).for_each(|(left, x)| *left -= beta * x);
        }
        let segments = Segments::of(&moving, &response, shortest);
        let (next, _) = programming::best(&segments, breaks).pop()??;
        if next == dates {
            break;
        }
        dates = next;
    }
    best
}
