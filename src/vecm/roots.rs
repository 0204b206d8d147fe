//! The roots of the levels: K − r that are one, and those of what is stationary.

use ndarray::Array2;

use crate::cointegration::johansen::Vecm;
use crate::linalg::eigenvalues;
use crate::var::Root;

/// All roots, the largest modulus first, and how many are one because the model has K − r common trends.
///
/// The others are those of the matrix that takes (β'yₜ, Δyₜ … Δyₜ₋ₚ₊₂) to the next date: computed so, the unit roots are
/// exactly one and leave the digits of the others alone.
pub(super) fn of(model: &Vecm, gammas: &[Array2<f64>]) -> (Vec<Root>, usize) {
    let (alpha, beta, r) = (model.alpha(), model.beta(), model.rank());
    let k = alpha.nrows();
    let blocks: Vec<&Array2<f64>> = std::iter::once(&alpha).chain(gammas).collect();
    // What (β'yₜ₋₁, Δyₜ₋₁, …) does to Δyₜ.
    let starts: Vec<usize> = (0..=gammas.len()).map(|block| if block == 0 { 0 } else { r + (block - 1) * k }).collect();
    let size = r + k * gammas.len();
    let mut onto = Array2::<f64>::zeros((k, size));
    for (block, start) in blocks.iter().zip(&starts) {
        for ((i, j), value) in block.indexed_iter() {
            onto[[i, start + j]] = *value;
        }
    }
    let mut companion = Array2::zeros((size, size));
    for j in 0..size {
        for relation in 0..r {
            let through: f64 = (0..k).map(|i| beta[[i, relation]] * onto[[i, j]]).sum();
            companion[[relation, j]] = through + f64::from(u8::from(j == relation));
        }
        if !gammas.is_empty() {
            (0..k).for_each(|i| companion[[r + i, j]] = onto[[i, j]]);
        }
    }
    for lagged in r + k..size {
        companion[[lagged, lagged - k]] = 1.0;
    }
    let unit_roots = k - r;
    let mut roots = vec![Root { re: 1.0, im: 0.0 }; unit_roots];
    roots.extend(eigenvalues(&companion).unwrap_or_default().into_iter().map(|(re, im)| Root { re, im }));
    roots.sort_by(|a, b| b.modulus().total_cmp(&a.modulus()));
    (roots, unit_roots)
}
