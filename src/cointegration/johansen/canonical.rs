//! Canonical correlations by the singular values of a product of orthonormal bases (Björck and Golub, 1973).

use ndarray::Array2;

use super::matrix::svd;

/// Squared canonical correlations, the largest first, and the combinations of the first set of columns that have them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Canonical {
    /// λ.
    pub values: Vec<f64>,
    /// A column for each λ, scaled so that the combination has length one.
    pub vectors: Array2<f64>,
}

impl Canonical {
    /// Between the columns of `x` and those of `y`; `rank` of the columns of `x` are independent.
    pub fn of(x: &Array2<f64>, y: &Array2<f64>, rank: usize) -> Self {
        let (basis, coordinates) = Basis::of(x, rank).into_parts();
        let product = basis.t().dot(&Basis::of(y, y.ncols()).vectors);
        // The shorter side makes the columns, so that no singular value is a mere rounding error.
        let (count, wide) = (product.nrows().min(product.ncols()), product.nrows() < product.ncols());
        let svd = if wide { svd(&product.t().to_owned()) } else { svd(&product) };
        let directions =
            Array2::from_shape_fn(
                (product.nrows(), count),
                |(i, j)| {
                    if wide { svd.right(j)[i] } else { svd.left(j)[i] }
                },
            );
        Self {
            values: svd.values().iter().take(count).map(|value| (value * value).min(1.0)).collect(),
            vectors: coordinates.dot(&directions),
        }
    }

    /// Σ ln(1 − λ) over the `count` largest.
    pub fn log_sum(&self, count: usize) -> f64 {
        self.values.iter().take(count).map(|value| (-value).ln_1p()).sum()
    }
}

/// An orthonormal basis of the span of some columns: `vectors` = columns · `coordinates`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Basis {
    pub vectors: Array2<f64>,
    pub coordinates: Array2<f64>,
}

impl Basis {
    /// Of the span's `rank` longest directions.
    pub fn of(columns: &Array2<f64>, rank: usize) -> Self {
        let svd = svd(columns);
        let rank = rank.min(columns.ncols());
        let length = |j: usize| svd.values()[j].max(f64::MIN_POSITIVE);
        Self {
            vectors: Array2::from_shape_fn((columns.nrows(), rank), |(i, j)| svd.left(j)[i]),
            coordinates: Array2::from_shape_fn((columns.ncols(), rank), |(i, j)| svd.right(j)[i] / length(j)),
        }
    }

    fn into_parts(self) -> (Array2<f64>, Array2<f64>) {
        (self.vectors, self.coordinates)
    }

    /// What the span leaves of other columns.
    pub fn residual(&self, columns: &Array2<f64>) -> Array2<f64> {
        // Twice, for the digits that cancel the first time.
        let once = columns - &self.vectors.dot(&self.vectors.t().dot(columns));
        &once - &self.vectors.dot(&self.vectors.t().dot(&once))
    }
}

/// An orthonormal basis of all that is orthogonal to some columns.
pub(crate) fn complement(columns: &Array2<f64>) -> Array2<f64> {
    let (rows, columns) = (columns.nrows(), unit_length(columns));
    let rank = svd(&columns).rank(RANK);
    let left = Basis::of(&columns, rank).residual(&Array2::eye(rows));
    // An entry at rounding level is the zero that an exclusion means.
    Basis::of(&left, rows - rank).vectors.mapv(|entry| if entry.abs() < 1e-15 { 0.0 } else { entry })
}

/// The number of independent columns, whatever their units.
pub(super) fn rank(columns: &Array2<f64>) -> usize {
    svd(&unit_length(columns)).rank(RANK)
}

/// The columns, each divided by its length.
pub(super) fn unit_length(columns: &Array2<f64>) -> Array2<f64> {
    let mut scaled = columns.clone();
    for mut column in scaled.columns_mut() {
        let length = column.dot(&column).sqrt();
        if length > 0.0 {
            column /= length;
        }
    }
    scaled
}

/// Directions shorter than this share of the longest are rounding errors of the restrictions' numbers.
const RANK: f64 = 1e-9;
