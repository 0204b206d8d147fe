//! Regressions whose errors cannot be given an autocorrelation.

use yalu::ndarray::{Array1, Array2};
use yalu::regression::GlsAr1;
use yalu::{Design, ErrorKind, Stamp};

use super::expect::refused;

fn design(y: &[f64], stamps: Vec<Stamp>) -> Design {
    let x = Array2::from_shape_fn((y.len(), 2), |(t, j)| if j == 0 { 1.0 } else { t as f64 });
    Design::from_arrays("y", vec!["const".into(), "trend".into()], Array1::from(y.to_vec()), x, stamps)
        .expect("a design")
}

fn rows(numbers: impl IntoIterator<Item = usize>) -> Vec<Stamp> {
    numbers.into_iter().map(Stamp::Row).collect()
}

#[test]
fn gaps_between_rows() {
    let y = [1.0, 2.0, 4.0, 3.0, 6.0];
    refused(GlsAr1::fit(&design(&y, rows([1, 2, 3, 5, 6]))), ErrorKind::Gap, &["5 follows 3", "consecutive"]);
}

#[test]
fn too_few_rows_and_no_errors() {
    refused(GlsAr1::fit(&design(&[1.0, 2.0, 4.0], rows(1..=3))), ErrorKind::Sample, &["need 4", "found 3"]);
    let line: Vec<f64> = (0..20).map(|t| 3.0 + 2.0 * f64::from(t)).collect();
    refused(GlsAr1::fit(&design(&line, rows(1..=20))), ErrorKind::Constant, &["explain `y` exactly"]);
}

#[test]
fn collinear_regressors_are_named() {
    let x = Array2::from_shape_fn((20, 3), |(t, j)| [1.0, t as f64, 2.0 * t as f64 + 1.0][j]);
    let y: Array1<f64> = (0..20).map(|t| ((t * t) % 7) as f64).collect();
    let terms = vec!["const".into(), "a".into(), "b".into()];
    let design = Design::from_arrays("y", terms, y, x, rows(1..=20)).expect("a design");
    refused(GlsAr1::fit(&design), ErrorKind::Collinear, &["a", "b"]);
}
