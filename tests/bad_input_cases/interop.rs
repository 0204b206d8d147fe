//! What linfa would take without a word is refused here by name.

use linfa::Dataset;
use linfa::traits::Fit;
use yalu::interop::{LinfaOls, from_dataset, to_dataset};
use yalu::ndarray::{Array1, array};
use yalu::{ErrorKind, Frame, series::Calendar};

use super::expect::refused;

#[test]
fn frames_that_are_no_datasets() {
    let frame = Frame::new(Calendar::Rows, 2)
        .with_column("coal", vec![Some(1.0), None])
        .and_then(|f| f.with_column("ore", vec![Some(1.0), Some(2.0)]))
        .expect("a frame");
    refused(to_dataset(&frame, &["coal"], "ore"), ErrorKind::Gap, &["`coal`", "row 2"]);
    refused(to_dataset(&frame, &["cool"], "ore"), ErrorKind::Name, &["`cool`", "`coal`"]);
    refused(to_dataset(&frame, &["ore"], "ore"), ErrorKind::Name, &["`ore`", "twice"]);
    refused(to_dataset(&frame, &[], "ore"), ErrorKind::Sample, &["0 features"]);
}

#[test]
fn datasets_that_cannot_be_fitted() {
    let y = array![1.0, 2.0, 4.0, 3.0];
    let nan = Dataset::new(array![[1.0], [f64::NAN], [3.0], [4.0]], y.clone()).with_feature_names(vec!["coal"]);
    refused(from_dataset(&nan), ErrorKind::NonFinite, &["`coal`"]);
    refused(LinfaOls::default().fit(&nan), ErrorKind::NonFinite, &["`coal`", "NaN"]);
    let twice = Dataset::new(array![[1.0, 2.0], [2.0, 4.0], [3.0, 6.0], [5.0, 10.0]], y.clone());
    refused(LinfaOls::default().fit(&twice), ErrorKind::Collinear, &["feature-1", "feature-2"]);
    let short = Dataset::new(array![[1.0], [2.0]], y.clone());
    refused(LinfaOls::default().fit(&short), ErrorKind::Argument, &["4 responses", "do not fit"]);
    let weighted =
        Dataset::new(array![[1.0], [2.0], [3.0], [5.0]], y).with_weights(Array1::from(vec![1.0, 2.0, 1.0, 1.0]));
    refused(LinfaOls::default().fit(&weighted), ErrorKind::Argument, &["weights"]);
}

#[test]
fn predictions_for_other_columns() {
    let dataset = Dataset::new(array![[1.0], [2.0], [3.0], [5.0]], array![1.0, 2.0, 4.0, 3.0]);
    let fitted = LinfaOls::default().fit(&dataset).expect("a fit");
    refused(fitted.try_predict(&array![[1.0, 2.0]]), ErrorKind::Argument, &["needs 1 features, found 2"]);
    refused(fitted.try_predict(&array![[f64::INFINITY]]), ErrorKind::NonFinite, &["row 1"]);
}
