//! Formulas that are refused: the kind, the column of the place, and a word of the message or the remedy.

use yalu::series::Calendar;
use yalu::{Design, Error, ErrorKind, Frame, Period};

fn frame() -> Frame {
    Frame::new(Calendar::From(Period::annual(2001)), 8)
        .with_column("y", (1..9).map(|t| Some(f64::from(t * t))).collect())
        .and_then(|f| f.with_column("x", [3.0, 0.0, 4.0, 1.0, -5.0, 9.0, 2.0, 6.0].map(Some).to_vec()))
        .and_then(|f| f.with_column("zero", vec![Some(0.0); 8]))
        .and_then(|f| f.with_column("big", vec![Some(1e200); 8]))
        .and_then(|f| f.with_column("anthracite", (1..9).map(|t| Some(f64::from(t % 3))).collect()))
        .unwrap()
}

fn refused(formula: &str) -> Error {
    match Design::from_formula(&frame(), formula) {
        Err(error) => error,
        Ok(design) => panic!("`{formula}` was taken for {:?}", design.terms()),
    }
}

fn check(cases: &[(&str, ErrorKind, usize, &str)]) {
    for (formula, kind, column, word) in cases {
        let error = refused(formula);
        assert_eq!(error.kind(), *kind, "{error}");
        assert_eq!(error.position().and_then(|p| p.column), Some(*column), "{error}");
        assert!(error.to_string().contains(word), "`{word}` is not in: {error}");
        assert!(error.message().contains('^'), "no caret: {error}");
    }
}

#[test]
fn grammar() {
    use ErrorKind::Formula;
    check(&[
        ("y x", Formula, 3, "`~` was expected"),
        ("y", Formula, 2, "`response ~ terms`"),
        ("~ x", Formula, 1, "no response"),
        ("y ~", Formula, 4, "no regressor after"),
        ("y ~   ", Formula, 7, "`~ 1`"),
        ("y ~ x ~ z", Formula, 7, "second `~`"),
        ("y ~ (x + zero", Formula, 5, "never closed"),
        ("y ~ log(x", Formula, 8, "never closed"),
        ("y ~ x)", Formula, 6, "never opened"),
        ("y ~ x + ", Formula, 9, "a term was expected"),
        ("y ~ x + + zero", Formula, 9, "a term was expected"),
        ("y ~ `x", Formula, 5, "never closed"),
        ("y ~ ``", Formula, 5, "no name"),
        ("y ~ x^2", Formula, 6, "I(x^2)"),
        ("y ~ x/zero", Formula, 6, "inside I()"),
        ("y ~ 2*x", Formula, 5, "I(2 * x)"),
        ("y ~ 1:x", Formula, 5, "interaction"),
        ("y ~ x - zero", Formula, 5, "not there"),
        ("y ~ 0", Formula, 5, "no regressor is left"),
        ("y ~ x - x - 1", Formula, 5, "no regressor is left"),
        ("y ~ y", Formula, 5, "explains itself"),
        ("log(y) ~ x + log( y )", Formula, 14, "explains itself"),
        ("y ~ x # z", Formula, 7, "backquotes"),
        ("y ~ I(2 ** x)", Formula, 10, "a column, a number or a function"),
        ("y ~ log()", Formula, 9, "`log` is to be taken of"),
        ("y ~ log(x, 2)", Formula, 10, "`)` was expected"),
        ("y ~ log(season())", Formula, 9, "set of dummies"),
        ("y ~ I(lag(x, 1:2)^2)", Formula, 7, "several columns"),
        ("lag(y, 1:2) ~ x", Formula, 1, "several columns"),
        ("y ~ a*b*c*d*e*f*g*h*i", Formula, 5, "more than 8 operands"),
    ]);
    assert_eq!(refused("").kind(), Formula);
    assert_eq!(refused(" \n").kind(), Formula);
}

#[test]
fn names() {
    check(&[
        ("y ~ anthracit", ErrorKind::Name, 5, "did you mean `anthracite`"),
        ("imports ~ x", ErrorKind::Name, 1, "no column `imports`"),
        ("y ~ x:lag(log(`a b`), 1)", ErrorKind::Name, 15, "no column `a b`"),
        ("y ~ lags(x, 1)", ErrorKind::Name, 5, "did you mean `lag`"),
        ("y ~ sqrt(x)", ErrorKind::Name, 5, "no function `sqrt`"),
        ("y ~ season(Q5)", ErrorKind::Name, 12, "Q1 to Q4"),
    ]);
}

#[test]
fn lags() {
    use ErrorKind::{Argument, Formula, Sample};
    check(&[
        ("y ~ lag(x, 0)", Argument, 12, "a term of its own"),
        ("y ~ lag(x, 0:2)", Argument, 12, "a term of its own"),
        ("y ~ lag(x, -2)", Argument, 12, "write lead(x, 2)"),
        ("y ~ lead(x, -1)", Argument, 13, "write lag(x, 1)"),
        ("y ~ lag(x, 3:1)", Argument, 12, "write 1:3"),
        ("y ~ lag(x, 1.5)", Argument, 12, "not a whole number"),
        ("y ~ lag(x, 99999999999999999999)", Argument, 12, "more than any data have"),
        ("y ~ lag(x, 1:99999999)", Argument, 5, "1000 columns are the most"),
        ("y ~ lag(lag(lag(x, 1:99), 1:99), 1:99)", Argument, 5, "970299 columns"),
        ("y ~ lag(x, 18446744073709551615)", Sample, 5, "all 8 rows"),
        ("y ~ lag(x, 8)", Sample, 5, "all 8 rows"),
        ("y ~ diff(x, 0)", Argument, 13, "over 0 periods"),
        ("y ~ diff(x, 9)", Sample, 5, "all 8 rows"),
        ("y ~ lag(x, z)", Formula, 12, "like 2 or 1:4"),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("y ~ post(2004-06)", ErrorKind::Frequency, 5, "write post(2005)"),
        ("y ~ x:between(2003, 2004-06)", ErrorKind::Frequency, 7, "write between(2003, 2003)"),
        ("y ~ between(2004, 2003)", ErrorKind::Argument, 5, "between(2003, 2004)"),
        ("y ~ between(2004)", ErrorKind::Formula, 17, "the last period"),
        ("y ~ post()", ErrorKind::Formula, 10, "post(2010-06)"),
        ("y ~ post(soon)", ErrorKind::Period, 10, "soon"),
        ("y ~ post(2004H1)", ErrorKind::Frequency, 5, "half-yearly"),
        ("y ~ pulse(2020)", ErrorKind::Constant, 5, "is 0 in every row"),
        ("y ~ post(1999)", ErrorKind::Constant, 5, "is 1 in every row"),
        ("y ~ x:post(2020)", ErrorKind::Constant, 5, "is 0 in every row"),
        ("y ~ season()", ErrorKind::Frequency, 5, "annual data have no seasons"),
        ("y ~ season(Q2)", ErrorKind::Frequency, 5, "annual"),
    ]);
}

#[test]
fn values() {
    use ErrorKind::{Constant, NonFinite};
    check(&[
        ("y ~ log(x)", NonFinite, 5, "in 2002 `x` is 0"),
        ("y ~ dlog(x)", NonFinite, 5, "in 2002 `x` is 0"),
        ("y ~ growth(x)", NonFinite, 5, "in 2002 `x` is 0"),
        ("y ~ I(y / (x - 3))", NonFinite, 12, "in 2001 `x - 3` is 0"),
        ("y ~ I(x^-1)", NonFinite, 7, "in 2002"),
        ("y ~ I(x^0.5)", NonFinite, 7, "in 2005 the result of `x^0.5` has no real value"),
        ("y ~ I(big^2)", NonFinite, 7, "is too large"),
        ("y ~ x:big:I(big + 1)", NonFinite, 11, "is too large"),
        ("y ~ I(1e999 * x)", NonFinite, 7, "too large a number"),
        ("y ~ zero", Constant, 5, "is 0 in every row"),
    ]);
}

#[test]
fn too_few_rows_are_counted() {
    let error = refused("y ~ lag(x, 1:5)");
    assert_eq!(error.kind(), ErrorKind::Sample);
    assert!(error.message().contains("need at least 6 rows, found 3 (2006 to 2008)"), "{error}");
    let error = refused("lead(y, 5) ~ lag(x, 5)");
    assert!(error.message().contains("`lead(y, 5)` 2001 to 2003; `lag(x, 5)` 2006 to 2008"), "{error}");
}

#[test]
fn no_depth_and_no_length_exhausts_anything() {
    for deep in [
        format!("y ~ {}", "(".repeat(100_000)),
        format!("y ~ {}", "log(".repeat(100_000)),
        format!("y ~ I(x{})", "^2".repeat(100_000)),
        format!("{}y ~ x", "(".repeat(100_000)),
        format!("y ~ {}x", "I(-(".repeat(100_000)),
    ] {
        assert!(refused(&deep).message().contains("more than 50 levels"));
    }
    let long = format!("y ~ I({}x) + {}x", "x + ".repeat(50_000), "x + ".repeat(50_000));
    let design = Design::from_formula(&frame(), &long).unwrap();
    assert_eq!(design.terms()[2], "x", "a long sum is read, and a repeated term counts once");
    let crossed = format!("y ~ {}x", "(x + zero) * ".repeat(7));
    assert_eq!(Design::from_formula(&frame(), &crossed).unwrap_err().kind(), ErrorKind::Constant);
    let many: Vec<String> = (0..2000).map(|i| format!("v{i}")).collect();
    assert!(refused(&format!("y ~ {}", many.join("+"))).message().contains("more than 1000 terms"));
}
