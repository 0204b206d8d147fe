//! What rival explanations refuse, and what they call not identified.

use yalu::event::RivalExplanations;
use yalu::regression::Covariance;
use yalu::series::Calendar;
use yalu::{ErrorKind, Frame, HypothesisTest, Period};

use super::expect::{not_identified, refused};

/// Forty years of y, x and z without a pattern; `gap` is z with its first thirty years missing.
fn frame() -> Frame {
    let column = |seed: u32| (1..=40).map(move |i| Some(f64::from((i * i * 37 + seed * i * 11 + seed) % 101) - 50.0));
    let gap = column(3).enumerate().map(|(i, cell)| if i < 30 { None } else { cell }).collect();
    let frame = Frame::new(Calendar::From(Period::annual(1901)), 40);
    let frame = frame.with_column("y", column(1).collect()).unwrap().with_column("x", column(2).collect()).unwrap();
    frame.with_column("z", column(3).collect()).unwrap().with_column("gap", gap).unwrap()
}

#[test]
fn questions_that_are_none() {
    let frame = frame();
    let ask = || RivalExplanations::of(&frame, "y ~ x * post(1920)").coefficient("x:post(1920)");
    refused(ask().run(), ErrorKind::Argument, &["no rival", "second date"]);
    let unnamed = RivalExplanations::of(&frame, "y ~ x").rival("z", "z").run();
    refused(unnamed, ErrorKind::Argument, &["no coefficient", "(Intercept), x"]);
    refused(ask().coefficient("x:post(1921)").rival("z", "z").run(), ErrorKind::Name, &["did you mean `x:post(1920)`"]);
    refused(ask().rival("z", "zz").run(), ErrorKind::Name, &["zz"]);
    refused(ask().rival("z", "").run(), ErrorKind::Formula, &[]);
    refused(ask().rival("same", "x").run(), ErrorKind::Argument, &["`same` (x)", "not there already"]);
    refused(ask().rival("a", "z").rival("b", "z").run(), ErrorKind::Argument, &["`b` (z)", "an earlier rival"]);
    refused(ask().rival("a", "z").rival("a", "trend()").run(), ErrorKind::Argument, &["two rivals", "`a`"]);
    let many = (1..=11).fold(ask(), |ask, i| ask.rival(i.to_string(), format!("post({})", 1905 + i)));
    refused(many.run(), ErrorKind::Argument, &["11 rivals have 2048", "at most ten"]);
    let path = ask().rival("z", "z").run().unwrap();
    refused(path.in_words(1.5), ErrorKind::Argument, &["level of 1.5"]);
}

#[test]
fn steps_without_a_number_say_why() {
    let frame = frame();
    let ask = || RivalExplanations::of(&frame, "y ~ x * post(1920)").coefficient("x:post(1920)");
    // The same step under two names: each alone has a number, both together have none.
    let twins = ask().rival("a", "post(1930)").rival("b", "between(1930, 1940)").run().unwrap();
    assert!(twins.steps()[..3].iter().all(|step| step.coefficient.is_some()));
    not_identified(&twins.report(), &["between(1930, 1940)"]);
    assert!(twins.takes().is_empty() && twins.full().coefficient.is_none());
    assert!(twins.in_words(0.05).unwrap().contains("there is no number"));
    // Ten rows are left of forty: enough without the rival's terms, too few with them, and what that costs is shown.
    let short = RivalExplanations::of(&frame, "y ~ x").coefficient("x").rival("gap", "gap * post(1935) + trend() + z");
    let short = short.run().unwrap();
    assert_eq!((short.base().nobs, short.all_rows().unwrap().nobs), (10, 40));
    not_identified(&short.report(), &["10 rows less 7 coefficients", "fewer than 5"]);
    // A dummy for one row has no robust error.
    let pulse = ask().rival("a strike", "pulse(1925)").covariance(Covariance::Hc3).run().unwrap();
    assert!(pulse.base().coefficient.is_some());
    not_identified(&pulse.report(), &["HC3"]);
    assert!(
        pulse.path_table().notes().iter().any(|note| note.starts_with("all: a strike") || note.contains("a strike:"))
    );
}
