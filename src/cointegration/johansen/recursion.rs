//! The eigenvalues of growing samples.

use ndarray::Array2;

use super::canonical::Canonical;
use super::rank::JohansenResult;
use super::system::{Residuals, System};
use crate::linalg::{Reduction, add_scaled, scale_by, solve_upper};

/// What a sample that ends at one row comes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Step {
    /// Rows so far.
    pub rows: usize,
    /// λ.
    pub eigenvalues: Vec<f64>,
    /// The likelihood ratio of "the relations are those of the whole sample".
    pub known_lr: f64,
}

/// Every coefficient estimated anew for each sample, from `first` rows on.
pub(super) fn all_anew(johansen: &JohansenResult, beta: &Array2<f64>, first: usize) -> Vec<Step> {
    let system = &johansen.system;
    let columns = system.columns();
    grow(&columns, system.unrestricted.len(), system, &johansen.reduction, beta, first)
}

/// The unrestricted coefficients held at those of the whole sample: the levels and differences are its residuals.
pub(super) fn long_run_anew(johansen: &JohansenResult, beta: &Array2<f64>, first: usize) -> Vec<Step> {
    let system = &johansen.system;
    let residuals = concentrated(johansen);
    let columns: Vec<&[f64]> = residuals.iter().map(Vec::as_slice).collect();
    grow(&columns, 0, system, &johansen.reduction, beta, first)
}

/// The residuals of levels and differences on the unrestricted columns, row by row, in the units of the data.
pub(super) fn concentrated(johansen: &JohansenResult) -> Vec<Vec<f64>> {
    residuals_on_first(&johansen.system.columns(), &johansen.reduction, johansen.system.unrestricted.len())
}

/// What the first `fixed` columns of a reduced table leave of the others.
pub(super) fn residuals_on_first(columns: &[&[f64]], reduction: &Reduction, fixed: usize) -> Vec<Vec<f64>> {
    (fixed..columns.len())
        .map(|target| {
            let mut weights = reduction.column(target)[..fixed].to_vec();
            solve_upper(reduction.triangle(), reduction.columns(), &mut weights);
            let mut left = columns[target].to_vec();
            for (j, weight) in weights.iter().enumerate() {
                let weight = scale_by(*weight, reduction.exponent(target) - reduction.exponent(j));
                add_scaled(&mut left, -weight, columns[j]);
            }
            left
        })
        .collect()
}

/// The first `first` rows of some columns, reduced; the last columns of the whole sample's reduction are the same variables,
/// and lend their units.
fn beginning(columns: &[&[f64]], whole: &Reduction, first: usize) -> Reduction {
    let exponents = (whole.columns() - columns.len()..whole.columns()).map(|j| whole.exponent(j)).collect();
    Reduction::fold(first, exponents, |start, j, target| {
        target.copy_from_slice(&columns[j][start..start + target.len()]);
    })
}

fn with_row(reduction: &Reduction, columns: &[&[f64]], row: usize) -> Reduction {
    reduction.extended(&columns.iter().map(|column| column[row]).collect::<Vec<_>>())
}

/// The fewest rows, at least `first`, in which no column is a combination of others: a dummy for a date may have to begin.
pub(super) fn first_identified(johansen: &JohansenResult, first: usize) -> usize {
    let (columns, rows) = (johansen.system.columns(), johansen.system.rows());
    let mut reduction = beginning(&columns, &johansen.reduction, first);
    let mut end = first;
    while end < rows && reduction.dependence(columns.len()).is_some() {
        reduction = with_row(&reduction, &columns, end);
        end += 1;
    }
    end
}

/// One reduction grows row by row.
fn grow(
    columns: &[&[f64]],
    fixed: usize,
    system: &System,
    whole: &Reduction,
    beta: &Array2<f64>,
    first: usize,
) -> Vec<Step> {
    let mut reduction = beginning(columns, whole, first);
    let mut steps = Vec::with_capacity(system.rows() - first + 1);
    for end in first..=system.rows() {
        if end > first {
            reduction = with_row(&reduction, columns, end - 1);
        }
        steps.push(step(&Residuals::of(&reduction, fixed, system.levels.len()), beta, end));
    }
    steps
}

/// `beta` in the coordinates of the residuals.
fn step(residuals: &Residuals, beta: &Array2<f64>, rows: usize) -> Step {
    let free = Canonical::of(&residuals.levels, &residuals.changes, residuals.levels.ncols());
    let rank = beta.ncols();
    let known = Canonical::of(&residuals.levels.dot(beta), &residuals.changes, rank);
    Step { rows, known_lr: rows as f64 * (known.log_sum(rank) - free.log_sum(rank)).max(0.0), eigenvalues: free.values }
}
