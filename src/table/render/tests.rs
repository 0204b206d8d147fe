//! Snapshots of one table with everything in it, in every format, read by eye when they were accepted.

use super::latex_document;
use super::latex_escape::tests::every_known_character;
use crate::table::*;

/// One of every kind of cell, shared headers, groups, rules, reasons, wide and special characters.
fn showcase() -> Table {
    let p = NumberFormat::Decimals(3);
    Table::new("showcase", "Does X → Y? χ² and F, 1978–2020, in US$ & 50 % of 가나다")
        .column(Column::text("null", "Null hypothesis"))
        .column(Column::machine_only("statistic"))
        .column(Column::number("estimate", "Estimate").under("Before"))
        .column(Column::number("p_value", "p-value").under("Before"))
        .column(Column::number("after", "Estimate").under("After"))
        .column(Column::centered("code", "Code"))
        .group("Bivariate | no controls")
        .row([
            "exports do not Granger-cause imports: their 2 lags have zero coefficients".into(),
            "value".into(),
            Cell::Starred(-1.2345, p, 2),
            Cell::p_value(0.02134),
            Cell::number(0.12, p),
            "a_b".into(),
        ])
        .row([
            Cell::ditto("exports do not Granger-cause imports: their 2 lags have zero coefficients"),
            "std_error".into(),
            Cell::in_parentheses(0.45678, p),
            Cell::p_value(1e-9),
            Cell::Interval(-0.1, 12.5, p),
            "–".into(),
        ])
        .group("With a control")
        .row([
            "수출 <수입> \"β₁\" ≤ 0".into(),
            "value".into(),
            Cell::number(1.5e-7, NumberFormat::Significant(3)),
            Cell::Bound(Relation::Less, 0.01),
            Cell::not_available("not identified: 3 residual degrees of freedom"),
            Cell::Empty,
        ])
        .rule()
        .row([
            "Observations".into(),
            "value".into(),
            Cell::count(43),
            Cell::Empty,
            Cell::number(f64::NAN, p),
            Cell::Integer(-7),
        ])
        .note("Standard errors in parentheses: HAC, Bartlett kernel, 4 lags, no prewhitening.")
}

fn regressions() -> Table {
    let row =
        |term: &str, estimate, std_error| CoefficientRow { term: term.into(), estimate, std_error, p_value: None };
    let count = |n| ("Observations".to_owned(), Cell::count(n));
    let fit = |r2| ("R²".to_owned(), Cell::number(r2, NumberFormat::Decimals(3)));
    let note = "Standard errors in parentheses: Newey–West, Bartlett kernel, 4 lags, no prewhitening.";
    regression_table(
        "imports",
        "Imports on exports before and after a known date",
        &[
            ModelColumn {
                title: "(1)".into(),
                dependent: "log imports".into(),
                coefficients: vec![row("log exports", 0.8123, 0.0456), row("(Intercept)", 1.2, 0.3)],
                statistics: vec![count(43), fit(0.9312)],
                note: note.into(),
            },
            ModelColumn {
                title: "(2)".into(),
                dependent: "log imports".into(),
                coefficients: vec![
                    row("log exports", 0.7001, 0.0512),
                    row("post(2010)", -0.25, 0.0034),
                    row("log exports:post(2010)", 0.00001234, 0.00000456),
                    row("(Intercept)", -11.25, 0.31),
                ],
                statistics: vec![
                    count(43),
                    fit(0.9412),
                    ("Chow F".into(), Cell::number(3.21, NumberFormat::Decimals(2))),
                ],
                note: note.into(),
            },
        ],
    )
}

#[test]
fn every_format() {
    for format in Format::ALL {
        insta::assert_snapshot!(format!("showcase_{format}"), showcase().render(format));
        insta::assert_snapshot!(format!("regressions_{format}"), regressions().render(format));
    }
}

#[test]
fn stars_hang_beside_the_digits() {
    let model = |p_value| ModelColumn {
        title: "(1)".into(),
        dependent: "y".into(),
        coefficients: vec![CoefficientRow { term: "x".into(), estimate: 1.0, std_error: 0.5, p_value }],
        statistics: vec![("Observations".into(), Cell::count(20))],
        note: String::new(),
    };
    let table = regression_table_with_stars("stars", "", &[model(Some(0.04)), model(Some(0.5))], Stars::default());
    insta::assert_snapshot!(table.render(Format::Text));
}

/// Files of every format hold at most ten significant digits of a number once it is rounded, JSON included.
#[test]
fn files_are_rounded_and_json_is_not() {
    let table = Table::new("third", "").column(Column::number("x", "")).row([Cell::p_value(1.0 / 3.0)]);
    assert!(table.render(Format::Json).contains("\"x\": 0.3333333333333333"));
    assert!(table.rounded().render(Format::Json).contains("\"x\": 0.3333333333\n"));
}

/// The document that `pdflatex` is given; see [`latex_compiles`].
fn document() -> String {
    let mut long = Table::new("long", "A table longer than a page")
        .column(Column::text("claim", "Claim"))
        .column(Column::number("paper", "The number that is printed"))
        .column(Column::text("reason", "Reason for the verdict"));
    for i in 0..60 {
        long.push_row([
            Cell::text(format!("claim_{i}: *a* claim & its wording, long enough to be broken into two lines")),
            Cell::number(f64::from(i) * 12.5, NumberFormat::Grouped(1)),
            Cell::text("[1] within rounding of the printed figure; the paper's own table says otherwise"),
        ]);
    }
    let characters = Table::new("characters", every_known_character())
        .column(Column::text("all", "All"))
        .row([Cell::text(every_known_character())])
        .note(every_known_character());
    let strange = Table::new("strange", "e\u{301} 😀 가나다 \u{1b} \\x{ $ `` '' ?` -- ---")
        .column(Column::number("a", "%").under("#"))
        .column(Column::number("b", "_"))
        .row([Cell::InParentheses(f64::NAN, NumberFormat::PValue), Cell::text("*")])
        .row([Cell::text("*[1] \\\\"), Cell::Bound(Relation::Greater, -1e300)])
        .group("[x] & 😀")
        .rule();
    latex_document(&[strange, showcase(), regressions(), long, characters, Table::new("empty", "Empty")])
}

/// Needs `pdflatex`, so it runs only when asked for: `cargo test -- --ignored latex_compiles`.
#[test]
#[ignore = "needs pdflatex"]
fn latex_compiles() -> std::io::Result<()> {
    let folder = std::env::var_os("YALU_LATEX_DIR").map_or_else(std::env::temp_dir, std::path::PathBuf::from);
    std::fs::write(folder.join("tables.tex"), document())?;
    let run = std::process::Command::new("pdflatex")
        .args(["-halt-on-error", "-interaction=nonstopmode", "tables.tex"])
        .current_dir(&folder)
        .output()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    Ok(())
}
