//! Double lassos that cannot be run.

use yalu::selection::{DoubleLasso, DoubleLassoFit, PlugIn};
use yalu::{Error, ErrorKind, Frame, series::Calendar};

/// Thirty rows of uneven numbers, a constant, and a combination of two columns.
fn frame() -> Frame {
    let wave = |k: usize| (0..30).map(|t| ((t * (2 * k + 3) * 7 + k * k * 5) % 31) as f64).collect::<Vec<_>>();
    let some = |v: Vec<f64>| v.into_iter().map(Some).collect::<Vec<_>>();
    let sum = wave(3).iter().zip(wave(4)).map(|(a, b)| a + b).collect();
    let mut gap = some(wave(5));
    gap[7] = None;
    let columns = [
        ("y", some(wave(1))),
        ("d", some(wave(2))),
        ("a", some(wave(3))),
        ("b", some(wave(4))),
        ("sum", some(sum)),
        ("one", some(vec![1.0; 30])),
        ("gap", gap),
    ];
    let with = |frame: Frame, (name, cells)| frame.with_column(name, cells).expect("a column");
    columns.into_iter().fold(Frame::new(Calendar::Rows, 30), with)
}

#[track_caller]
fn refused(model: &DoubleLasso, kind: ErrorKind, words: &[&str]) {
    let result: Result<DoubleLassoFit, Error> = model.run(&frame());
    let error = result.expect_err("this must be refused");
    assert_eq!(error.kind(), kind, "{error}");
    for word in words {
        assert!(error.to_string().contains(word), "`{word}` is not in: {error}");
    }
}

#[test]
fn names_and_settings() {
    let model = || DoubleLasso::outcome("y").treatment("d").controls(["a", "b"]);
    assert!(model().run(&frame()).is_ok());
    refused(&DoubleLasso::outcome("y").controls(["a"]), ErrorKind::Argument, &["needs a treatment"]);
    refused(&DoubleLasso::outcome("y").treatment("d"), ErrorKind::Argument, &["needs a control"]);
    refused(&model().controls(["d"]), ErrorKind::Name, &["`d`", "twice"]);
    refused(&model().controls(["sun"]), ErrorKind::Name, &["`sun`", "`sum`"]);
    refused(&model().penalty(PlugIn { c: 0.5, ..PlugIn::default() }), ErrorKind::Argument, &["0.5"]);
    refused(&model().penalty(PlugIn { gamma: Some(f64::NAN), ..PlugIn::default() }), ErrorKind::Argument, &["NaN"]);
}

#[test]
fn columns_that_cannot_serve() {
    let model = || DoubleLasso::outcome("y").treatment("d").controls(["a"]);
    refused(&model().controls(["gap"]), ErrorKind::Gap, &["`gap`", "row 8"]);
    refused(&model().controls(["one"]), ErrorKind::Constant, &["`one` does not vary"]);
    refused(&model().always(["b", "sum"]), ErrorKind::Collinear, &["`a`", "always kept"]);
}
