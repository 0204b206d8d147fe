use ndarray::array;

use super::Formula;
use crate::series::Calendar;
use crate::{Design, Error, ErrorKind, Frame, Period};

/// Six years of y = 1, 2, 4, 8, 16, 32 and x = 3, 1, 4, 1, 5, 9, and a column `a b` of 0, 1, 0, 1, 0, 1.
fn annual() -> Frame {
    Frame::new(Calendar::From(Period::annual(2001)), 6)
        .with_column("y", [1.0, 2.0, 4.0, 8.0, 16.0, 32.0].map(Some).to_vec())
        .and_then(|frame| frame.with_column("x", [3.0, 1.0, 4.0, 1.0, 5.0, 9.0].map(Some).to_vec()))
        .and_then(|frame| frame.with_column("a b", [0.0, 1.0, 0.0, 1.0, 0.0, 1.0].map(Some).to_vec()))
        .unwrap()
}

fn monthly(rows: usize) -> Frame {
    Frame::new(Calendar::From("2009-11".parse().unwrap()), rows)
        .with_column("y", (0..rows).map(|t| Some((t * t) as f64)).collect())
        .and_then(|frame| frame.with_column("x", (0..rows).map(|t| Some((t % 5) as f64)).collect()))
        .unwrap()
}

fn design(formula: &str) -> Design {
    Design::from_formula(&annual(), formula).unwrap()
}

fn refused(frame: &Frame, formula: &str) -> Error {
    Design::from_formula(frame, formula).unwrap_err()
}

fn canonical(formula: &str) -> String {
    Formula::parse(formula).unwrap().to_string()
}

#[test]
fn canonical_text_writes_everything_out() {
    for (text, expected) in [
        ("y~x", "y ~ x"),
        ("y ~ 1", "y ~ 1"),
        ("y ~ x - 1", "y ~ 0 + x"),
        ("y ~ 0+x + 1", "y ~ x"),
        ("y ~ a*b", "y ~ a + b + a:b"),
        ("y ~ a*b*c", "y ~ a + b + a:b + c + a:c + b:c + a:b:c"),
        ("y ~ a:b + b:a + b:a:b", "y ~ a:b"),
        ("y ~ (a + b):c - b:c", "y ~ a:c"),
        ("y ~ (a + b) * c", "y ~ a + b + c + a:c + b:c"),
        ("y ~ lag( x ,2 : 2) + lead(x) + lag(log(x),1:3)", "y ~ lag(x, 2) + lead(x, 1) + lag(log(x), 1:3)"),
        ("log(y/x) ~ I(x^2*-3) + I((x+y)/(x*y))", "log(y/x) ~ I(x^2 * -3) + I((x + y)/(x * y))"),
        ("y ~ I(a-(b-c)) + I(2^-x^2) + I((-x)^2) + I(--x)", "y ~ I(a - (b - c)) + I(2^-x^2) + I((-x)^2) + I(x)"),
        ("`a b` ~ `x` + `tick \\` tock`", "`a b` ~ x + `tick \\` tock`"),
        ("수출 ~ 무연탄 + é_1.b", "수출 ~ 무연탄 + é_1.b"),
        (
            "y ~ between( 2008-09,2009-06 ) + pulse(2010) + season( ) + season(Feb)",
            "y ~ between(2008-09, 2009-06) + pulse(2010) + season() + season(Feb)",
        ),
        ("y ~ diff(x, 12) + growth(x) + dlog(x,1)", "y ~ diff(x, 12) + growth(x) + dlog(x)"),
        ("y ~ `log`", "y ~ log"),
    ] {
        assert_eq!(canonical(text), expected);
        assert_eq!(Formula::parse(text).unwrap(), Formula::parse(expected).unwrap(), "{text}");
    }
}

#[test]
fn changes_lags_and_leads_move_by_periods() {
    let d = design("diff(y) ~ 0 + growth(y) + lag(x, 1)");
    assert_eq!(d.response(), "diff(y)");
    assert_eq!(d.y(), &array![1.0, 2.0, 4.0, 8.0, 16.0]);
    assert_eq!(d.column("growth(y)").unwrap(), array![100.0, 100.0, 100.0, 100.0, 100.0]);
    assert_eq!(d.column("lag(x, 1)").unwrap(), array![3.0, 1.0, 4.0, 1.0, 5.0]);
    assert_eq!(d.sample().first.to_string(), "2002");
    assert!(d.dropped().is_empty(), "rows lost to a lag are outside the sample");
    let d = design("y ~ lead(x, 1) + diff(y, 2)");
    assert_eq!(d.column("lead(x, 1)").unwrap(), array![1.0, 5.0, 9.0]);
    assert_eq!(d.column("diff(y, 2)").unwrap(), array![3.0, 6.0, 12.0]);
    assert_eq!(d.sample().to_string(), "2003 to 2005 (n = 3)");
    let d = design("y ~ dlog(y) + lag(log(x), 1:2)");
    assert!((d.column("dlog(y)").unwrap()[0] - 2f64.ln()).abs() < 1e-15);
    assert_eq!(d.terms()[2..], ["lag(log(x), 1)", "lag(log(x), 2)"]);
    assert_eq!(d.column("lag(log(x), 2)").unwrap()[0], 3f64.ln());
}

#[test]
fn arithmetic_follows_the_usual_ranks() {
    let d = design("y ~ 0 + I(2 + 3 * x^2) + I(-x^2) + I(8/4/2 * x) + I(2^3^2 - x) + I(y - (x - 1))");
    assert_eq!(d.x().row(0), array![29.0, -9.0, 3.0, 509.0, -1.0]);
}

#[test]
fn interactions_are_products_named_by_their_factors() {
    let d = design("y ~ x * post(2004)");
    assert_eq!(d.terms(), ["(Intercept)", "x", "post(2004)", "x:post(2004)"]);
    assert_eq!(d.column("x:post(2004)").unwrap(), array![0.0, 0.0, 0.0, 1.0, 5.0, 9.0]);
    let d = design("y ~ lag(x, 1:2):`a b`");
    assert_eq!(d.terms(), ["(Intercept)", "lag(x, 1):`a b`", "lag(x, 2):`a b`"]);
    assert_eq!(d.column("lag(x, 2):`a b`").unwrap(), array![0.0, 1.0, 0.0, 1.0]);
}

#[test]
fn dates_trends_and_seasons() {
    let d = Design::from_formula(&monthly(30), "y ~ trend() + between(2010-01, 2010-02) + pulse(2011-01)").unwrap();
    assert_eq!(d.column("trend()").unwrap()[29], 30.0);
    assert_eq!(d.column("between(2010-01, 2010-02)").unwrap().sum(), 2.0);
    assert_eq!(d.column("pulse(2011-01)").unwrap()[14], 1.0);
    let with = Design::from_formula(&monthly(30), "y ~ season()").unwrap();
    assert_eq!((with.terms().len(), with.terms()[1].as_str()), (12, "season(Feb)"));
    let without = Design::from_formula(&monthly(30), "y ~ 0 + season()").unwrap();
    assert_eq!((without.terms().len(), without.terms()[0].as_str()), (12, "season(Jan)"));
    assert!(!without.has_intercept());
    // A slope for every month unless the common slope is in the model too.
    let slopes = Design::from_formula(&monthly(30), "y ~ x:season()").unwrap();
    assert_eq!(slopes.terms().len(), 13);
    let differences = Design::from_formula(&monthly(30), "y ~ x + season():x").unwrap();
    assert_eq!((differences.terms().len(), differences.terms()[2].as_str()), (13, "season(Feb):x"));
    let one = Design::from_formula(&monthly(30), "y ~ season(Jan)").unwrap();
    assert_eq!(one.column("season(Jan)").unwrap()[2], 1.0);
}

#[test]
fn a_static_regression_drops_incomplete_rows_and_says_so() {
    let cells = |gap: usize| (0..8).map(|t| (t != gap).then_some((t * t) as f64)).collect();
    let frame = Frame::new(Calendar::From(Period::annual(2001)), 8)
        .with_column("y", cells(9))
        .and_then(|f| f.with_column("x", cells(3)))
        .and_then(|f| f.with_column("z", cells(0)))
        .unwrap();
    let d = Design::from_formula(&frame, "y ~ x + post(2004)").unwrap();
    assert_eq!(d.dropped().iter().map(ToString::to_string).collect::<Vec<_>>(), ["2004"]);
    assert_eq!(d.notes()[0].text(), "1 row is left out for missing cells in `x`: 2004");
    assert_eq!(d.nobs(), 7);
    let d = Design::from_formula(&frame, "y ~ x + z").unwrap();
    assert_eq!(d.notes()[0].text(), "2 rows are left out for missing cells in `x`, `z`: 2001, 2004");
    let gap = refused(&frame, "y ~ lag(x, 1)");
    assert_eq!(gap.kind(), ErrorKind::Gap);
    assert!(gap.message().starts_with("`x` has no value in 2004"), "{gap}");
    let d = Design::from_formula(&frame, "y ~ lag(z, 1) + x").unwrap();
    assert_eq!(d.sample().first.to_string(), "2003");
    assert_eq!(d.dropped().len(), 1, "the ends belong to the sample's choice, the hole does not");
}

#[test]
fn an_undated_table_takes_static_terms_only() {
    let frame = Frame::new(Calendar::Rows, 3)
        .with_column("y", [1.0, 2.0, 4.0].map(Some).to_vec())
        .and_then(|f| f.with_column("x", [3.0, 1.0, 4.0].map(Some).to_vec()))
        .unwrap();
    assert!(Design::from_formula(&frame, "log(y) ~ I(x^2)").is_ok());
    for term in [
        "lag(x, 1)",
        "lead(x, 1)",
        "diff(x)",
        "post(2010)",
        "between(2001, 2002)",
        "pulse(2003)",
        "trend()",
        "season()",
        "season(Q2)",
    ] {
        let error = refused(&frame, &format!("y ~ {term}"));
        assert_eq!(error.kind(), ErrorKind::Calendar, "{error}");
        assert_eq!(error.position().and_then(|p| p.column), Some(5));
    }
}

#[test]
fn errors_point_at_the_place() {
    let error = refused(&annual(), "y ~ x + lag(xx, 1)");
    assert_eq!(
        error.to_string(),
        "column 13: there is no column `xx`\n    y ~ x + lag(xx, 1)\n                ^^ — did you mean `x`? (columns: y, x, a b)"
    );
    let bare = refused(&annual(), "y ~ x + trend");
    assert!(bare.to_string().contains("no column `trend`") && bare.to_string().ends_with("write trend(…)"), "{bare}");
    let wide = refused(&annual(), "y ~ 수출 + zz");
    assert!(wide.message().ends_with("    y ~ 수출 + zz\n        ^^^^"), "{wide}");
    let long = format!("y ~ {} + q", vec!["x"; 100].join(" + "));
    let long = refused(&annual(), &long);
    assert_eq!(long.position().and_then(|p| p.column), Some(405));
    assert!(long.message().lines().all(|line| line.chars().count() < 120), "{long}");
}
