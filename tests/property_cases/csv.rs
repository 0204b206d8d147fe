use proptest::prelude::*;
use yalu::series::{CsvOptions, DateColumn, DecimalMark, Delimiter};
use yalu::{Frame, Series};

use crate::period::period;

/// How a file is written.
#[derive(Debug, Clone, Copy)]
struct Dialect {
    delimiter: char,
    decimal: char,
    line_end: &'static str,
    bom: bool,
    quotes: bool,
    missing: &'static str,
}

fn dialect() -> impl Strategy<Value = Dialect> {
    (
        prop_oneof![Just(','), Just(';'), Just('\t')],
        prop_oneof![Just('.'), Just(',')],
        prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        any::<bool>(),
        any::<bool>(),
        prop_oneof![Just(""), Just("NA"), Just("nan"), Just(".."), Just("N.A.")],
    )
        .prop_map(|(delimiter, decimal, line_end, bom, quotes, missing)| Dialect {
            delimiter,
            decimal,
            line_end,
            bom,
            // A decimal comma between commas must be quoted.
            quotes: quotes || delimiter == decimal,
            missing,
        })
}

fn write(frame: &Frame, start: yalu::Period, dialect: Dialect) -> String {
    let quote = |text: String| if dialect.quotes { format!("\"{text}\"") } else { text };
    let delimiter = dialect.delimiter.to_string();
    let mut lines = vec![std::iter::once("date").chain(frame.names()).map(|n| quote(n.into())).collect::<Vec<_>>()];
    for row in 0..frame.rows() {
        let mut line = vec![quote(start.plus(row as i64).to_string())];
        for name in frame.names() {
            line.push(quote(match frame.column(name).unwrap()[row] {
                Some(value) => format!("{value}").replace('.', &dialect.decimal.to_string()),
                None => dialect.missing.into(),
            }));
        }
        lines.push(line);
    }
    let text: String = lines.iter().map(|line| line.join(&delimiter) + dialect.line_end).collect();
    if dialect.bom { format!("\u{feff}{text}") } else { text }
}

fn frame() -> impl Strategy<Value = (Frame, yalu::Period)> {
    let cell = prop::option::weighted(
        0.8,
        prop_oneof![-1e6..1e6_f64, any::<i32>().prop_map(f64::from), prop::num::f64::NORMAL],
    );
    (period(), 1..20_usize).prop_flat_map(move |(start, rows)| {
        prop::collection::vec(prop::collection::vec(cell.clone(), rows), 1..4).prop_map(move |columns| {
            let empty = Frame::new(yalu::series::Calendar::From(start), rows);
            let named = columns.into_iter().enumerate();
            (named.fold(empty, |frame, (i, cells)| frame.with_column(format!("c{i}"), cells).unwrap()), start)
        })
    })
}

fn same(a: &Frame, b: &Frame) -> bool {
    a.calendar() == b.calendar()
        && a.names().eq(b.names())
        && a.names().all(|name| a.column(name).unwrap() == b.column(name).unwrap())
}

proptest! {
    #[test]
    fn what_is_written_is_read_back((frame, start) in frame(), dialect in dialect()) {
        let text = write(&frame, start, dialect);
        let delimiter = match dialect.delimiter { ',' => Delimiter::Comma, ';' => Delimiter::Semicolon, _ => Delimiter::Tab };
        let decimal = if dialect.decimal == ',' { DecimalMark::Comma } else { DecimalMark::Point };
        let told = CsvOptions::default().delimiter(delimiter).decimal(decimal);
        let read = Frame::from_csv_text(&text, "f.csv", &told).unwrap();
        prop_assert!(same(&read, &frame), "{text}");
        // Untold, the same frame or a refusal, never another frame: except that a file with commas between its fields is
        // taken to have decimal points as long as no number says otherwise.
        if !(dialect.delimiter == ',' && dialect.decimal == ',')
            && let Ok(found) = Frame::from_csv_text(&text, "f.csv", &CsvOptions::default()) {
                prop_assert!(same(&found, &frame), "{text}");
            }
    }

    #[test]
    fn an_ordinary_file_needs_no_telling(values in prop::collection::vec(-1e6..1e6_f64, 2..30), start in period(), semicolons in any::<bool>()) {
        // A number with one decimal settles the mark.
        let mut values: Vec<f64> = values;
        values[0] = 0.5;
        let frame = Frame::from_series(&[Series::new("x", start, values).unwrap()]).unwrap();
        let (delimiter, decimal) = if semicolons { (';', ',') } else { (',', '.') };
        let dialect = Dialect { delimiter, decimal, line_end: "\n", bom: false, quotes: false, missing: "" };
        let read = Frame::from_csv_text(write(&frame, start, dialect), "f.csv", &CsvOptions::default()).unwrap();
        prop_assert!(same(&read, &frame));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        let _ = Frame::from_csv_text(&bytes, "f.csv", &CsvOptions::default());
        let _ = Frame::from_csv_text(&text, "f.csv", &CsvOptions::default().skip_text(true));
    }

    #[test]
    fn no_table_panics(text in "(date|x|é)?[,;\t](y|\"z\")\n([0-9QH.,;\t\"'e +−\n\r%-]|2010|2011-0[1-9]|NA|é){0,60}", undated in any::<bool>()) {
        let options = CsvOptions::default().date(if undated { DateColumn::None } else { DateColumn::Auto });
        if let Ok(frame) = Frame::from_csv_text(&text, "f.csv", &options) {
            prop_assert!(frame.names().all(|name| frame.column(name).unwrap().iter().flatten().all(|v| v.is_finite())));
            // Rows are put in for absent dates, but never more of them than the file has.
            prop_assert!(frame.rows() <= 2 * text.lines().count().max(text.split('\r').count()));
        }
    }
}
