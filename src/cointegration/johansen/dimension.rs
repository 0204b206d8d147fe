//! How many dimensions restrictions take from the long-run matrix.

use ndarray::{Array2, ArrayView1};

use super::canonical::rank;
use super::restrictions::Part;
use super::switching::gather;
use crate::resampling::Streams;

/// What the restrictions take from the p·r + k·r − r² dimensions of αβ', counted at arbitrary values of the free
/// coefficients; `None` if the relations are then dependent.
pub(super) fn degrees_of_freedom(parts: &[Part], a: &Array2<f64>, k: usize, r: usize) -> Option<usize> {
    let mut stream = Streams::new(1).replication(0);
    let mut generic =
        |rows: usize, columns: usize| Array2::from_shape_simple_fn((rows, columns), || stream.standard_normal());
    let alpha = a.dot(&generic(a.ncols(), r));
    let groups: Vec<Array2<f64>> = parts
        .iter()
        .map(|part| match part {
            Part::Known(vectors) => vectors.clone(),
            Part::Span(h, count) => h.dot(&generic(h.ncols(), *count)),
        })
        .collect();
    let beta = gather(k, groups.iter());
    if rank(&beta) < r {
        return None;
    }
    let outer = |left: ArrayView1<'_, f64>, right: ArrayView1<'_, f64>| -> Vec<f64> {
        left.iter().flat_map(|x| right.iter().map(move |y| x * y)).collect()
    };
    let mut derivative: Vec<Vec<f64>> = Vec::new();
    for relation in beta.columns() {
        derivative.extend(a.columns().into_iter().map(|direction| outer(direction, relation)));
    }
    let mut at = 0;
    for part in parts {
        match part {
            Part::Known(vectors) => at += vectors.ncols(),
            Part::Span(h, count) => {
                for relation in at..at + count {
                    derivative
                        .extend(h.columns().into_iter().map(|direction| outer(alpha.column(relation), direction)));
                }
                at += count;
            }
        }
    }
    let p = a.nrows();
    let derivative = Array2::from_shape_fn((p * k, derivative.len()), |(i, j)| derivative[j][i]);
    (p * r + k * r - r * r).checked_sub(rank(&derivative))
}
