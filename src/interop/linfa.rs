//! Frames as linfa datasets, and ordinary least squares as a linfa model.

use linfa::dataset::AsSingleTargets;
use linfa::traits::{Fit as LinfaFit, PredictInplace};
use linfa::{Dataset, DatasetBase};
use ndarray::{Array1, Array2, ArrayBase, Data, Ix1, Ix2};

use crate::regression::{Covariance, Fit, Ols};
use crate::series::Calendar;
use crate::{Design, Error, ErrorKind, Frame, Stamp};

/// The frame's columns as a linfa dataset: `features` by name, in this order, and one target.
///
/// linfa knows no missing cells and no dates: a missing cell is refused, and rows keep their order only.
///
/// # Errors
/// If a column does not exist or is named twice, there is no feature or no row, or a cell is missing.
///
/// ```
/// use yalu::interop::{from_dataset, to_dataset};
/// use yalu::{Frame, series::Calendar};
/// let frame = Frame::new(Calendar::Rows, 3)
///     .with_column("x", vec![Some(1.0), Some(2.0), Some(4.0)])?
///     .with_column("y", vec![Some(2.0), Some(3.0), Some(5.0)])?;
/// let dataset = to_dataset(&frame, &["x"], "y")?;
/// assert_eq!(dataset.feature_names(), ["x"]);
/// assert_eq!(from_dataset(&dataset)?, frame);
/// # Ok::<(), yalu::Error>(())
/// ```
pub fn to_dataset(frame: &Frame, features: &[&str], target: &str) -> Result<Dataset<f64, f64, Ix1>, Error> {
    if features.is_empty() || frame.rows() == 0 {
        return Err(Error::new(
            ErrorKind::Sample,
            format!("a dataset of {} features and {} rows is empty", features.len(), frame.rows()),
        )
        .remedy("name at least one feature of a frame with rows"));
    }
    for (i, name) in features.iter().enumerate() {
        if *name == target || features[..i].contains(name) {
            return Err(Error::new(ErrorKind::Name, format!("the column `{name}` is used twice"))
                .remedy("a column is one feature, or the target"));
        }
    }
    let records = matrix(frame, features)?;
    let targets = Array1::from(complete(frame, target)?);
    let names = features.iter().map(|name| (*name).to_owned()).collect();
    Ok(Dataset::new(records, targets).with_feature_names::<String>(names).with_target_names(vec![target]))
}

/// A linfa dataset as a frame with row numbers: the features, then the target, under the dataset's names
/// (`feature-1`, …, and `target` where it has none).
///
/// # Errors
/// If a value is NaN or infinite, rows and targets differ in number, or a name is doubled.
pub fn from_dataset(dataset: &Dataset<f64, f64, Ix1>) -> Result<Frame, Error> {
    let (records, targets) = (dataset.records(), dataset.targets());
    let mut frame = Frame::new(Calendar::Rows, records.nrows());
    for (name, column) in feature_names(dataset).into_iter().zip(records.columns()) {
        frame = frame.with_column(name, column.iter().copied().map(Some).collect())?;
    }
    frame.with_column(target_name(dataset), targets.iter().copied().map(Some).collect())
}

/// Named columns of a frame as a matrix, every cell present.
pub(crate) fn matrix(frame: &Frame, names: &[&str]) -> Result<Array2<f64>, Error> {
    let mut matrix = Array2::zeros((frame.rows(), names.len()));
    for (mut column, name) in matrix.columns_mut().into_iter().zip(names) {
        column.assign(&Array1::from(complete(frame, name)?));
    }
    Ok(matrix)
}

/// A column of a frame without missing cells.
pub(crate) fn complete(frame: &Frame, name: &str) -> Result<Vec<f64>, Error> {
    let cell = |(row, cell): (usize, &Option<f64>)| {
        cell.ok_or_else(|| {
            Error::new(ErrorKind::Gap, format!("`{name}` has no value in row {}", frame.calendar().stamp(row)))
                .remedy("choose rows without missing cells; nothing is filled in silently")
        })
    };
    frame.column(name)?.iter().enumerate().map(cell).collect()
}

/// Ordinary least squares as a linfa model: `params.fit(&dataset)?.predict(&records)`.
///
/// linfa's own linear regression answers `Ok` to NaN and to exact collinearity; this one refuses both by name.
///
/// ```
/// use linfa::Dataset;
/// use linfa::traits::{Fit, Predict};
/// use yalu::interop::LinfaOls;
/// use yalu::ndarray::array;
/// let dataset = Dataset::new(array![[1.0], [2.0], [3.0], [5.0]], array![2.1, 2.9, 4.2, 5.9]);
/// let fitted = LinfaOls::default().fit(&dataset)?;
/// let predicted = fitted.predict(&array![[4.0]]);
/// // Slope 8.475/8.75 through the means (2.75, 3.775).
/// assert!((predicted[0] - (3.775 + 1.25 * 8.475 / 8.75)).abs() < 1e-12);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinfaOls {
    intercept: bool,
    covariance: Covariance,
}

impl Default for LinfaOls {
    fn default() -> Self {
        Self { intercept: true, covariance: Covariance::Classical }
    }
}

impl LinfaOls {
    /// With a constant (the default) or without.
    #[must_use]
    pub fn with_intercept(mut self, intercept: bool) -> Self {
        self.intercept = intercept;
        self
    }

    /// With inference under this covariance.
    #[must_use]
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }
}

/// A fitted regression that linfa can predict with.
#[derive(Debug, Clone)]
pub struct FittedOls {
    fit: Fit,
    intercept: f64,
    slopes: Array1<f64>,
}

impl<D: Data<Elem = f64>, T: AsSingleTargets<Elem = f64>> LinfaFit<ArrayBase<D, Ix2>, T, Error> for LinfaOls {
    type Object = FittedOls;

    /// Estimates the dataset's target on its features.
    ///
    /// # Errors
    /// If rows and targets differ in number, the dataset has weights other than one, or as [`Ols::fit`].
    fn fit(&self, dataset: &DatasetBase<ArrayBase<D, Ix2>, T>) -> Result<FittedOls, Error> {
        if dataset.weights().is_some_and(|weights| weights.iter().any(|w| *w != 1.0)) {
            return Err(Error::new(ErrorKind::Argument, "the dataset has weights, which least squares here ignores")
                .remedy("multiply target, features and constant by the square roots of the weights"));
        }
        let (records, targets) = (dataset.records(), dataset.as_single_targets());
        let mut terms = feature_names(dataset);
        let offset = usize::from(self.intercept);
        let mut x = Array2::ones((records.nrows(), records.ncols() + offset));
        for (j, column) in records.columns().into_iter().enumerate() {
            x.column_mut(j + offset).assign(&column);
        }
        if self.intercept {
            terms.insert(0, "const".to_owned());
        }
        let stamps = (1..=records.nrows()).map(Stamp::Row).collect();
        let design = Design::from_arrays(target_name(dataset), terms, targets.to_owned(), x, stamps)?;
        let fit = Ols::fit(&design)?.with(self.covariance)?;
        let mut coefficients = fit.coefficients().to_vec();
        let intercept = if self.intercept { coefficients.remove(0) } else { 0.0 };
        Ok(FittedOls { fit, intercept, slopes: Array1::from(coefficients) })
    }
}

impl FittedOls {
    /// The estimates, with everything that inference needs.
    pub fn fit(&self) -> &Fit {
        &self.fit
    }

    /// The prediction for rows of features in the order of the dataset.
    ///
    /// # Errors
    /// If the number of columns is not that of the features, a value is NaN or infinite, or a prediction overflows.
    /// (`predict` of linfa's trait has no way to refuse, and asserts the number of columns instead.)
    pub fn try_predict<D: Data<Elem = f64>>(&self, records: &ArrayBase<D, Ix2>) -> Result<Array1<f64>, Error> {
        if records.ncols() != self.slopes.len() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("a prediction needs {} features, found {}", self.slopes.len(), records.ncols()),
            )
            .remedy("give the columns of the dataset that was fitted, in its order"));
        }
        let predicted = records.dot(&self.slopes) + self.intercept;
        match predicted.iter().position(|value| !value.is_finite()) {
            Some(row) => {
                Err(Error::new(ErrorKind::NonFinite, format!("the prediction for row {} is not finite", row + 1))
                    .remedy("give every feature a finite value"))
            }
            None => Ok(predicted),
        }
    }
}

impl<D: Data<Elem = f64>> PredictInplace<ArrayBase<D, Ix2>, Array1<f64>> for FittedOls {
    /// # Panics
    /// If the numbers of rows or of columns do not fit, as linfa's own models do: the trait has no way to refuse.
    /// [`FittedOls::try_predict`] has.
    fn predict_inplace(&self, records: &ArrayBase<D, Ix2>, targets: &mut Array1<f64>) {
        assert_eq!(records.nrows(), targets.len(), "as many targets as rows are needed");
        assert_eq!(records.ncols(), self.slopes.len(), "as many columns as features are needed");
        *targets = records.dot(&self.slopes) + self.intercept;
    }

    fn default_target(&self, records: &ArrayBase<D, Ix2>) -> Array1<f64> {
        Array1::zeros(records.nrows())
    }
}

/// linfa's `Fit` asks that an error can also carry linfa's.
impl From<linfa::Error> for Error {
    fn from(error: linfa::Error) -> Self {
        Self::new(ErrorKind::Argument, error.to_string())
    }
}

fn feature_names<D: Data<Elem = f64>, T>(dataset: &DatasetBase<ArrayBase<D, Ix2>, T>) -> Vec<String> {
    let columns = dataset.records().ncols();
    let named = dataset.feature_names();
    let default = |j: usize| format!("feature-{}", j + 1);
    (0..columns).map(|j| named.get(j).cloned().unwrap_or_else(|| default(j))).collect()
}

fn target_name<D: Data<Elem = f64>, T: AsSingleTargets<Elem = f64>>(
    dataset: &DatasetBase<ArrayBase<D, Ix2>, T>,
) -> String {
    dataset.target_names().first().cloned().unwrap_or_else(|| "target".to_owned())
}
